"""One writer at a time: the lock that an adding process holds from its first item to its last."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from secondsource.errors import ArchiveError, ArchiveLockedError


@contextmanager
def hold_lock(file: Path, wait: float) -> Iterator[None]:
    """Hold the writer's lock of the archive, or say who may not write now.

    The lock is SQLite's own, on an otherwise empty file: it works alike on Linux, macOS and
    Windows, and the operating system lets go of it when the process dies, however it dies.

    Args:
        file: the lock file in the archive's folder; made when missing.
        wait: how long to wait for another writer to finish, in seconds.

    Raises:
        ArchiveLockedError: another process, or another part of this one, holds it.
        ArchiveError: what has its name cannot be opened, or is something else.
        sqlite3.OperationalError: the file cannot be made or read, as on a full disk.
    """
    with _explain(file), ExitStack() as failed:
        connection = sqlite3.connect(
            file,
            timeout=wait,
            isolation_level=None,
            check_same_thread=False,  # a server may let go of it in another thread than it took it
        )
        failed.callback(connection.close)
        # Nothing is ever written to this file, so no journal should be left beside it.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN EXCLUSIVE")
        failed.pop_all()
    try:
        yield
    finally:
        connection.close()


@contextmanager
def _explain(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error)
        if "unable to open" in said or "not a database" in said:
            raise ArchiveError(
                f"{file} cannot be used ({error}). It holds nothing: while nothing else uses the "
                "archive, delete it and try again."
            ) from error
        if "locked" not in said:
            raise
        raise ArchiveLockedError(
            f"{file.parent} is being written to by another process; reading goes on meanwhile. "
            "Try again when that process has finished."
        ) from error
