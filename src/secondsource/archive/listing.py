"""The articles of an archive a page at a time, each with what a list shows of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from secondsource.addresses import normalise_address
from secondsource.archive.database import Database, Row, Value
from secondsource.archive.records import find_removed
from secondsource.archive.removals import RemovalStore
from secondsource.archive.rows import BATCH, make_marks

_SELECT = (
    "SELECT ordinal, id, url, title, outlet, published, language, added_at, "
    "CASE WHEN trim(coalesce(title, '')) = '' THEN substr(text, 1, 200) END FROM article "
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list shows of an article; `ordinal` grows with the order of adding.

    `opening` are the first words of one that has no title.
    """

    ordinal: int
    id: str
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    added_at: str
    opening: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Which articles are listed: of one outlet, in one language, between two days (ISO 8601)."""

    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None


class Listing:
    """The lists of an archive's articles."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.removals = RemovalStore(database)

    def read(self, kept: Kept, limit: int, before: int | None = None) -> tuple[Entry, ...]:
        """The articles added last, latest first.

        Args:
            kept: which articles.
            limit: the most to return.
            before: only those with a lower ordinal: that of the last one on the page before.
        """
        conditions, values = _make_conditions(kept, before)
        where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
        rows = self._database.rows(
            f"{_SELECT}{where}ORDER BY ordinal DESC LIMIT ?", (*values, limit)
        )
        return tuple(map(_make_entry, rows))

    def find(self, ordinals: Sequence[int]) -> dict[int, Entry]:
        """The entries of some articles, by ordinal; those that were removed are left out."""
        return {entry.ordinal: entry for entry in self._read_all("ordinal", ordinals)}

    def find_ids(self, ids: Sequence[str]) -> dict[str, Entry]:
        """The entries of some articles, by id; those that were removed are left out."""
        return {entry.id: entry for entry in self._read_all("id", ids)}

    def find_removed(self, ids: Iterable[str]) -> dict[str, str]:
        """When each of these articles was removed (ISO 8601, UTC), by id; no others are there."""
        return find_removed(self._database, ids)

    def snapshots(self, url: str) -> tuple[Entry, ...]:
        """Every text that was found at an address, the earliest first."""
        where = "WHERE ordinal IN (SELECT article FROM address WHERE key = ?) ORDER BY ordinal"
        rows = self._database.rows(f"{_SELECT}{where}", (normalise_address(url),))
        return tuple(map(_make_entry, rows))

    def _read_all(self, column: str, values: Sequence[Value]) -> list[Entry]:
        found: list[Entry] = []
        for start in range(0, len(values), BATCH):
            part = values[start : start + BATCH]
            where = f"WHERE {column} IN ({make_marks(part)})"
            found += map(_make_entry, self._database.rows(f"{_SELECT}{where}", part))
        return found


def _make_conditions(kept: Kept, before: int | None) -> tuple[list[str], list[Value]]:
    asked: tuple[tuple[str, Value], ...] = (
        ("ordinal < ?", before),
        ("outlet = ?", kept.outlet),
        ("language = ?", kept.language),
        ("published >= ?", kept.since),
        # A time of day follows the day, and so does "~" any time of that day.
        ("published <= ?", kept.until + "~" if kept.until else None),
    )
    given = [(condition, value) for condition, value in asked if value is not None]
    return [condition for condition, _ in given], [value for _, value in given]


def _make_entry(row: Row) -> Entry:
    ordinal, id_, *rest = row
    return Entry(cast(int, ordinal), cast(str, id_), *cast("list[str]", rest))
