"""Removed articles as pages list them: what each was called, who removed it, and when."""

from dataclasses import dataclass

from secondsource.archive import Archive
from secondsource.archive.removals import RemovalNote
from secondsource.jobs.removing import label_removed, say_removal
from secondsource.report.shelf import Label


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """One removal. `id` is that of the article where a page on it is left, else None.

    `moment` is ISO 8601, in UTC; `told` is the same in words, with the name of who did it.
    """

    number: int
    label: Label
    id: str | None
    moment: str
    told: str
    is_back: bool


def view_removals(archive: Archive, limit: int, before: int | None = None) -> list[RemovedLine]:
    """The lines of the last removals, the latest first.

    Args:
        archive: from which they were removed.
        limit: the most to return.
        before: only those with a lower number: the last one of the page before.
    """
    return [_view(archive, note) for note in archive.listing.removals.latest(limit, before)]


def _view(archive: Archive, note: RemovalNote) -> RemovedLine:
    has_page = note.is_back or bool(archive.examinations.history(note.id))
    return RemovedLine(
        note.number,
        label_removed(note),
        note.id if has_page else None,
        note.removed_at,
        say_removal(note.removed_at, note.removed_by),
        note.is_back,
    )
