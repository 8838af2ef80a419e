"""Adds to an archive: what feeds gave is remembered, and others may use the archive meanwhile."""

import time
from collections.abc import Iterable, Iterator

from secondsource.archive import AddResult, Archive
from secondsource.collect import Collected, Rejected
from secondsource.collect.feed import FeedRead, Remembered
from secondsource.errors import ArchiveLockedError
from secondsource.messages import gettext as _
from secondsource.messages import ngettext

PIECE_ITEMS = 100
_PIECE_SECONDS = 2.0
_PATIENCE = 60.0  # seconds that another writer is waited for


class FeedNotes:
    """What an archive remembers of feeds, and what came of asking them this time.

    Give it to `CollectOptions`, add what was collected, then save.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.reads: list[FeedRead] = []

    def recall(self, address: str) -> Remembered | None:
        """The feed as it was when it was asked last; None when it never was."""
        return self._archive.feeds.recall(address)

    def note(self, read: FeedRead) -> None:
        """Take in what came of asking a feed."""
        self.reads.append(read)

    def save(self) -> None:
        """Remember the feeds; only once their articles are kept, so that none is passed over."""
        for read in self.reads:
            if read.remembered is not None:
                self._archive.feeds.remember(read.address, read.remembered)


def say_feed(read: FeedRead) -> str:
    """What came of asking a feed, in one line."""
    name = f"{read.title} ({read.address})" if read.title else read.address
    if read.unchanged:
        return _("%(feed)s: nothing new since it was asked last.", feed=name)
    parts = [ngettext("%(num)s entry", "%(num)s entries", read.entries)]
    if read.known:
        parts.append(ngettext("%(num)s had before", "%(num)s had before", read.known))
    if read.left_out:
        parts.append(
            ngettext(
                "%(num)s left for the next time it is asked",
                "%(num)s left for the next time it is asked",
                read.left_out,
            )
        )
    if read.from_feed:
        parts.append(
            ngettext(
                "%(num)s kept with the text that the feed has, as its page could not be read",
                "%(num)s kept with the text that the feed has, as their pages could not be read",
                len(read.from_feed),
            )
        )
    return f"{name}: {', '.join(parts)}."


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
        if len(piece) >= PIECE_ITEMS or time.monotonic() - began >= _PIECE_SECONDS:
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
