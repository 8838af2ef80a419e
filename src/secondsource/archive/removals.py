"""What was removed from an archive: what it was called, who did it, and when."""

from dataclasses import dataclass
from typing import cast

from secondsource.archive.database import Database, Row

_SELECT = (
    "SELECT number, id, title, outlet, removed_at, removed_by, "
    "EXISTS (SELECT 1 FROM article WHERE article.id = removal.id) FROM removal "
)


@dataclass(frozen=True, slots=True)
class RemovalNote:
    """The note that somebody removed an article; `number` counts removals from 1.

    `title` and `outlet` are what it was called, None where that was not known. `removed_at` is
    ISO 8601 in UTC. `removed_by` is empty where an earlier version of the program removed it, which
    kept no names. `is_back` says whether the same article was added again.
    """

    number: int
    id: str
    title: str | None
    outlet: str | None
    removed_at: str
    removed_by: str
    is_back: bool


class RemovalStore:
    """The notes of an archive's removals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def latest(self, limit: int, before: int | None = None) -> tuple[RemovalNote, ...]:
        """The last removals, the latest first.

        Args:
            limit: the most to return.
            before: only those with a lower number: the last one of the page before.
        """
        where = "" if before is None else "WHERE number < ? "
        values = (limit,) if before is None else (before, limit)
        sql = f"{_SELECT}{where}ORDER BY number DESC LIMIT ?"
        return tuple(map(_make_note, self._database.rows(sql, values)))

    def find(self, id_: str) -> RemovalNote | None:
        """The last removal of an article, by its whole id; None where it is here or never was."""
        sql = f"{_SELECT}WHERE id = ? ORDER BY number DESC LIMIT 1"
        notes = map(_make_note, self._database.rows(sql, (id_,)))
        return next((note for note in notes if not note.is_back), None)


def _make_note(row: Row) -> RemovalNote:
    number, id_, title, outlet, removed_at, removed_by, is_back = row
    return RemovalNote(
        cast(int, number),
        cast(str, id_),
        cast(str | None, title),
        cast(str | None, outlet),
        cast(str, removed_at),
        cast(str, removed_by),
        bool(is_back),
    )
