"""Adds items to an archive that others use meanwhile: piece by piece, so that nobody waits long."""

import time
from collections.abc import Iterable, Iterator

from secondsource.archive import AddResult, Archive
from secondsource.collect import Collected, Rejected
from secondsource.errors import ArchiveLockedError

PIECE_ITEMS = 100
PIECE_SECONDS = 2.0
_PATIENCE = 60.0  # seconds that another writer is waited for


def add_in_pieces(archive: Archive, items: Iterable[Collected | Rejected]) -> Iterator[AddResult]:
    """What became of the items, a piece at a time; between two pieces others may write.

    Raises:
        AddInterrupted: a person stopped it within a piece; the pieces before it are kept.
        ArchiveLockedError: another process has been writing for a minute.
        ArchiveError: the archive is read-only or the disk is full.
    """
    for piece in _cut(items):
        yield _add_patiently(archive, piece)


def _cut(items: Iterable[Collected | Rejected]) -> Iterator[list[Collected | Rejected]]:
    """Pieces of so many items, or of what came within some seconds."""
    piece: list[Collected | Rejected] = []
    began = time.monotonic()
    for item in items:
        piece.append(item)
        if len(piece) >= PIECE_ITEMS or time.monotonic() - began >= PIECE_SECONDS:
            yield piece
            piece, began = [], time.monotonic()
    if piece:
        yield piece


def _add_patiently(archive: Archive, piece: list[Collected | Rejected]) -> AddResult:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return archive.add(piece)
        except ArchiveLockedError:
            if time.monotonic() > until:
                raise
