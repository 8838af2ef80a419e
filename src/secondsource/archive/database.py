"""The file `archive.db`: opening it, bringing its schema up to date, writing in transactions."""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

from secondsource.archive.lock import hold_lock
from secondsource.archive.migrations import APPLICATION_ID, find_pending, run_migration
from secondsource.archive.transactions import write_whole
from secondsource.errors import (
    ArchiveError,
    ArchiveLockedError,
    ArchiveMissingError,
    ArchiveReadOnlyError,
)

FILE_NAME = "archive.db"
LOCK_NAME = "archive.lock"
INDEX_FOLDER = "index"
LOCK_WAIT_SECONDS = 1.0
BUSY_WAIT_SECONDS = 10.0
_MOST_ROWS = 2**63 - 1
_ROOM_BYTES = 65_536
"""SQLite needs about as much beside a database before it can even be read (its file `-shm`)."""

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Value, ...]


class Database:
    """An open `archive.db`, for reading, and for writing when its folder allows that."""

    def __init__(self, connection: sqlite3.Connection, folder: Path, *, writable: bool) -> None:
        self.connection = connection
        self.folder = folder
        self.writable = writable
        self._lock_depth = 0

    def close(self) -> None:
        """Let go of the file; the last one to close it folds the write-ahead log into it."""
        self.connection.close()

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives, with SQLite's errors turned into ours."""
        with explain_errors(self.folder):
            return self.connection.execute(sql, values).fetchall()

    def scalar(self, sql: str, values: Sequence[Value] = ()) -> Value:
        """The first column of a query's first row; None when there is no row."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    @contextmanager
    def writing(self, wait: float = LOCK_WAIT_SECONDS) -> Iterator[None]:
        """Be the archive's only writer for a while; may be nested.

        Args:
            wait: how long to wait for another writer to finish, in seconds.

        Raises:
            ArchiveReadOnlyError: the folder is read-only.
            ArchiveLockedError: another process is writing.
        """
        self._require_writable()
        with ExitStack() as stack:
            if self._lock_depth == 0:
                with explain_errors(self.folder):
                    stack.enter_context(hold_lock(self.folder / LOCK_NAME, wait))
            self._lock_depth += 1
            try:
                yield
            finally:
                self._lock_depth -= 1

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all of the block or none of it; the generation grows by one with it."""
        with self.writing(), self.brief_transaction() as connection:
            yield connection

    @contextmanager
    def brief_transaction(self) -> Iterator[sqlite3.Connection]:
        """The same, without being the only writer: for a few rows that no index is made from.

        While another process adds articles it waits for the batch under way, not for all of them.

        Raises:
            ArchiveReadOnlyError: the folder is read-only.
            ArchiveLockedError: one batch of another process takes longer than ten seconds.
        """
        self._require_writable()
        with explain_errors(self.folder), write_whole(self.connection):
            yield self.connection
            self.connection.execute(
                "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
            )

    def migrate(self) -> None:
        """Bring the schema up to date, one migration with its record in each transaction.

        Raises:
            ArchiveError: a newer version of the program wrote it, or it cannot be written.
        """
        with explain_errors(self.folder):
            if not find_pending(self.connection, self.folder):
                return
            with self.writing():
                self.connection.execute("PRAGMA journal_mode = WAL")
                for migration in find_pending(self.connection, self.folder):
                    run_migration(self.connection, migration)

    def _require_writable(self) -> None:
        if not self.writable:
            raise ArchiveReadOnlyError(
                f"{self.folder} is read-only: it can be searched, but nothing can be added or "
                "removed. Copy the folder to a place where you may write."
            )


def open_database(folder: Path, *, create: bool, any_thread: bool = False) -> Database:
    """The open database of an archive's folder, its schema up to date.

    Args:
        folder: the archive's folder.
        create: whether to make the folder and the database when they are missing.
        any_thread: whether threads may use it by turns; otherwise only the one that opens it.

    Raises:
        ArchiveMissingError: there is none and `create` is false.
        ArchiveError: the path is a file or may not be read; the database is another program's,
            damaged, or newer.
    """
    file = folder / FILE_NAME
    try:
        _check_place(folder, file, create=create)
    except PermissionError as error:
        raise ArchiveError(
            f"{folder} may not be read or made by you. Ask its owner for the right to, or choose "
            "another folder."
        ) from error
    writable = _may_write(folder, file)
    with explain_errors(folder):
        connect = _connect if writable else _connect_read_only
        connection = connect(file, any_thread)
        database = Database(connection, folder, writable=writable)
        with ExitStack() as failed:
            failed.callback(connection.close)
            _check_identity(connection, file)
            database.migrate()
            failed.pop_all()
    return database


def _check_place(folder: Path, file: Path, *, create: bool) -> None:
    if folder.is_file():
        raise ArchiveError(
            f"{folder} is a file; an archive is a folder that holds {FILE_NAME}. "
            "Give the folder's path."
        )
    if file.is_dir():
        raise ArchiveError(
            f"{file} is a folder, and in an archive a database has that name. Give another folder."
        )
    if file.exists():
        _check_not_emptied(file)
        return
    if not create:
        raise ArchiveMissingError(
            f"There is no archive at {folder}. "
            f"`secondsource add --archive {folder} FILE…` makes one."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"The folder {folder} could not be made ({error.strerror}). Choose another place."
        ) from error


def _check_not_emptied(file: Path) -> None:
    """Refuse a file that lost all it held: it would be taken for an archive that is just begun."""
    if not file.stat().st_size and (file.parent / INDEX_FOLDER / "passages").exists():
        raise ArchiveError(
            f"{file} is empty, and an index beside it shows that it was not always: put back a "
            "copy of it. To begin anew, delete the folder of the archive."
        )


def _may_write(folder: Path, file: Path) -> bool:
    return os.access(folder, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))


def _connect(file: Path, any_thread: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        file,
        timeout=BUSY_WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=not any_thread,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    # FULL costs one flush a batch and keeps acknowledged batches through a power cut.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _connect_read_only(file: Path, any_thread: bool) -> sqlite3.Connection:
    """A reading connection; where SQLite may not even make its side files, an immutable one."""
    if not file.exists():
        raise ArchiveError(
            f"{file.parent} is read-only, so no archive can be made there. "
            "Choose a folder where you may write."
        )
    connection = _connect_uri(file, "mode=ro", any_thread)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        _check_no_log(file)
        connection = _connect_uri(file, "mode=ro&immutable=1", any_thread)
    return connection


def _connect_uri(file: Path, options: str, any_thread: bool) -> sqlite3.Connection:
    uri = f"{file.resolve().as_uri()}?{options}"
    return sqlite3.connect(
        uri,
        uri=True,
        timeout=BUSY_WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=not any_thread,
    )


def _check_no_log(file: Path) -> None:
    log = file.with_name(file.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise ArchiveError(
            f"{file.parent} is read-only and its last writer did not finish ({log.name} is not "
            "empty). Copy the whole folder to a place where you may write and open it there."
        )


def _check_identity(connection: sqlite3.Connection, file: Path) -> None:
    """Refuse a database that another program made; an empty one is ours, cut off at birth."""
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and identity != APPLICATION_ID:
        raise ArchiveError(
            f"{file} is a database of another program, not a Second Source archive. "
            "Give another folder."
        )


def cap(limit: int) -> int:
    """The most rows that SQLite can be asked for, where more than that are wanted."""
    return min(limit, _MOST_ROWS)


@contextmanager
def explain_errors(folder: Path, name: str = FILE_NAME) -> Iterator[None]:
    """Turn what SQLite reports, or will not take, into one clear line of ours.

    Args:
        folder: the archive's folder.
        name: the name of the database in it.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _explain(error, folder / name) from error
    except OverflowError as error:
        if "SQLite" not in str(error):
            raise
        raise ArchiveError(
            f"That number is larger than any in {folder}. Give one that a list shows."
        ) from error
    except UnicodeEncodeError as error:
        raise ArchiveError(
            f"{error.object!r} holds half a character, and nothing in {folder} does. "
            "Give it in whole characters."
        ) from error


def _explain(error: sqlite3.Error, file: Path) -> ArchiveError:
    said, folder = str(error), file.parent
    failed = "disk I/O error" in said
    if "is full" in said or (failed and shutil.disk_usage(folder).free < _ROOM_BYTES):
        return ArchiveError(
            f"The disk that holds {folder} is full. Everything added before is kept; "
            "free some space and add the rest again."
        )
    if failed:
        return ArchiveError(
            f"{file} could not be read or written ({said}): a quota or a limit on the size of "
            "files was reached, or its disk fails. What was kept before is still there; free some "
            "space or copy the folder elsewhere, and try again."
        )
    if "locked" in said or "busy" in said:
        return ArchiveLockedError(
            f"{folder} is being written to by another process. Try again when it has finished."
        )
    if "unable to open" in said:
        return ArchiveError(
            f"{file} cannot be opened: you may not read and write it, or it is no file. Get the "
            "right to it from its owner, or put back a copy of it."
        )
    if "not a database" in said:
        other = "Give another folder." if file.name == FILE_NAME else "Put back a copy of it."
        return ArchiveError(f"{file} is not a database that Second Source made. {other}")
    if "malformed" in said:
        return ArchiveError(
            f"{file} is damaged ({said}). Restore it from a copy, or save what can "
            f"be read with `sqlite3 {file.name} .recover`."
        )
    return ArchiveError(f"The archive {folder} could not do that: {said}.")
