"""What the archive wrote down of an article when it came in, besides the article itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias, cast

from secondsource.archive.database import Database
from secondsource.archive.rows import BATCH, make_marks

_Row: TypeAlias = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Accession:
    """When an article was added (ISO 8601, UTC), and the media type of its bytes, if it has any."""

    article: str
    added_at: str
    media_type: str | None


class AccessionStore:
    """The accessions of an archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, ids: Iterable[str]) -> dict[str, Accession]:
        """By id the accessions of those of the articles that are here."""
        remaining, found = iter(ids), dict[str, Accession]()
        while batch := list(islice(remaining, BATCH)):
            rows = self._database.rows(
                "SELECT id, added_at, media_type FROM article LEFT JOIN raw ON raw = sha256 "
                f"WHERE id IN ({make_marks(batch)})",
                batch,
            )
            found.update((row[0], Accession(*row)) for row in cast(list[_Row], rows))
        return found
