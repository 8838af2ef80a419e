"""Which server a job belongs to, and whether that server still runs.

A server holds the lock of a file of its own beside the log of jobs for as long as it lives; the
system lets go of it however the server ends.
"""

import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path
from uuid import uuid4

from secondsource.archive.database import explain_errors
from secondsource.archive.lock import hold_lock
from secondsource.errors import ArchiveLockedError


class ServerMark:
    """The name of this server among those that work on an archive, and what shows that it runs."""

    def __init__(self, log: Path) -> None:
        """A mark that nobody sees yet.

        Args:
            log: the file in which the jobs of all servers are kept.
        """
        self.name = uuid4().hex
        self._log = log
        self._held: ExitStack | None = None

    def show(self) -> None:
        """Let other servers see that this one runs; to be done before it names itself anywhere.

        Raises:
            ArchiveError: the folder cannot be written to.
        """
        if self._held is None:
            with ExitStack() as stack, explain_errors(self._log.parent, self._log.name):
                stack.enter_context(hold_lock(self._find_file(self.name), 0))
                self._held = stack.pop_all()

    def is_gone(self, name: str) -> bool:
        """Whether the server of that name has ended; what it left behind is removed."""
        file = self._find_file(name)
        if name == self.name:
            return False
        if not file.exists():
            return True
        try:
            with hold_lock(file, 0):
                pass
        except (ArchiveLockedError, sqlite3.OperationalError):  # what cannot be opened may run
            return False
        _remove(file)
        return True

    def close(self) -> None:
        """This server ends."""
        if self._held is not None:
            self._held.close()
            self._held = None
            _remove(self._find_file(self.name))

    def _find_file(self, name: str) -> Path:
        return self._log.with_name(f"{self._log.name}-server-{name}.lock")


def _remove(file: Path) -> None:
    with suppress(OSError):  # an empty file left behind does no harm
        file.unlink()
