"""The open archives that requests share: each is used by one request at a time."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi import Request

from secondsource.archive import Archive


class Desk:
    """Lends an open archive to each request that asks, and opens another when all are out.

    Opening one costs milliseconds and fills its caches anew, so those that came back last are
    lent first. As many are opened as requests are answered at one time, never more.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._free: deque[Archive] = deque()  # its append and pop are each one step for threads
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[Archive]:
        """An open archive, for this block alone.

        Raises:
            ArchiveError: it cannot be opened (any more).
        """
        archive = self._take()
        try:
            yield archive
        finally:
            self._give_back(archive)

    def close(self) -> None:
        """Close all archives that are not lent; those that are are closed when they come back."""
        self._closed = True
        while self._free:
            self._free.pop().close()

    def _take(self) -> Archive:
        try:
            return self._free.pop()
        except IndexError:
            return Archive.open(self._folder, any_thread=True)

    def _give_back(self, archive: Archive) -> None:
        if self._closed:
            archive.close()
        else:
            self._free.append(archive)


def find_desk(request: Request) -> Desk:
    """The desk that a request is served at."""
    desk: Desk = request.app.state.desk
    return desk
