"""The archive: SQLite is the truth, the search index is derived from it."""

from secondsource.archive.adding import AddInterrupted, AddResult
from secondsource.archive.archive import Archive
from secondsource.archive.hits import Hit
from secondsource.archive.index import Within
from secondsource.archive.records import Rejection, Removal, StoredText

__all__ = [
    "AddInterrupted",
    "AddResult",
    "Archive",
    "Hit",
    "Rejection",
    "Removal",
    "StoredText",
    "Within",
]
