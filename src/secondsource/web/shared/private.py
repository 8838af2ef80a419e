"""Databases beside `archive.db`: private to their owner, safe between threads, made when needed.

They are not part of `archive.db`, so that an archive can be given away without the hashes of
anybody's password and without the secrets of anybody's programs.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from secondsource.archive.database import BUSY_WAIT_SECONDS, Row, Value, explain_errors
from secondsource.archive.migrations import find_pending, run_migration
from secondsource.archive.transactions import write_whole
from secondsource.errors import SecondSourceError

_OWNER_ONLY = 0o600
Clock = Callable[[], datetime]


def read_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def write_moment(moment: datetime) -> str:
    """A moment as it is kept: ISO 8601 in UTC to the second, so that later ones sort later."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is for: its name, the package of its migrations, the error that it raises.

    `mark` is four letters, written into the file, by which this program knows it as its own.
    """

    name: str
    mark: bytes
    migrations: str
    error: type[SecondSourceError]


class PrivateFile:
    """A file in one archive's folder; one connection, used by one thread at a time."""

    def __init__(self, folder: Path, kind: FileKind, clock: Clock = read_clock) -> None:
        self.folder = folder
        self.clock = clock
        self._kind = kind
        self._connection: sqlite3.Connection | None = None
        self._is_new = False
        self._mine = RLock()

    @property
    def path(self) -> Path:
        """Where the file is, or would be."""
        return self.folder / self._kind.name

    def now(self) -> str:
        """The present moment, as it is kept."""
        return write_moment(self.clock())

    def exists(self) -> bool:
        """Whether there is such a file; reading an archive does not make one."""
        return self._connection is not None or self.path.exists()

    def create(self) -> None:
        """Make the file, readable and writable by its owner alone; one that is there stays.

        Raises:
            SecondSourceError: of the file's kind; the folder cannot be written to.
        """
        try:
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWNER_ONLY))
                self._is_new = True
            os.close(os.open(self.path, os.O_RDWR))
        except OSError as error:
            raise self._kind.error(
                f"{self.path} cannot be made ({error.strerror}). It needs a folder where you may "
                "write."
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        with self._mine:
            if self._connection:
                self._connection.close()
            self._connection = None

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives; none when there is no file."""
        if not self.exists():
            return []
        with self._mine, explain_errors(self.folder, self._kind.name):
            return self._open().execute(sql, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all of the block or none of it.

        Raises:
            ArchiveError: the file is damaged, newer than the program or may not be written to.
        """
        with (
            self._mine,
            explain_errors(self.folder, self._kind.name),
            write_whole(self._open()) as connection,
        ):
            yield connection

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        self._make_private()
        # The lock lets one thread at a time use it; which thread does not matter to SQLite.
        connection = sqlite3.connect(
            f"{self.path.resolve().as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        with ExitStack() as failed:
            failed.callback(self._remove_if_new)
            failed.callback(connection.close)
            self._check_identity(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            if find_pending(connection, self.folder, self._kind.migrations):
                connection.execute("PRAGMA journal_mode = WAL")
            for step in find_pending(connection, self.folder, self._kind.migrations):
                run_migration(connection, step)
            failed.pop_all()
        return connection

    def _remove_if_new(self) -> None:
        """Leave no empty file behind where the disk is full, as it would be taken for emptied."""
        if self._is_new and not self.path.stat().st_size:
            self.path.unlink()

    def _check_identity(self, connection: sqlite3.Connection) -> None:
        """Refuse a database of another program, and one that lost what it held.

        One that is empty was just made by `create`, or was emptied: whoever has no accounts any
        more would let everybody in.
        """
        (identity,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables and not self._is_new:
            raise self._kind.error(
                f"{self.path} is empty: what it held is lost. Put back a copy of it, or delete it "
                "to begin anew."
            )
        if tables and identity != int.from_bytes(self._kind.mark, "big"):
            raise self._kind.error(
                f"{self.path} is a database of another program. Move it elsewhere."
            )

    def _make_private(self) -> None:
        """Let nobody else read the file, whatever was done to it."""
        try:
            if self.path.stat().st_mode & 0o077:
                self.path.chmod(_OWNER_ONLY)
        except OSError as error:
            raise self._kind.error(
                f"{self.path} cannot be made private ({error.strerror}). Run this as its owner, "
                "or give it to whoever runs this."
            ) from error
