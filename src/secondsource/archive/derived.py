"""A small database beside the archive's, derived from it and always replaceable."""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from secondsource.archive.database import BUSY_WAIT_SECONDS, INDEX_FOLDER, Database
from secondsource.archive.transactions import write_whole
from secondsource.errors import ArchiveError

_LOG = logging.getLogger(__name__)


class DerivedFile:
    """One SQLite file in the archive's folder of indexes, opened when it is first asked.

    It is made anew when it is broken. Where the folder is read-only it is read as it stands, and
    is empty when there is none; with `scratch` a copy in memory takes what is written, for as long
    as it is open.
    """

    def __init__(
        self, database: Database, name: str, schema: str, *, scratch: bool = False
    ) -> None:
        self._database = database
        self._path = database.folder / INDEX_FOLDER / f"{name}.db"
        self._schema = schema
        self._scratch = scratch
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """All rows that a query gives.

        Raises:
            ArchiveError: the file cannot be read.
        """
        with self._explain():
            return self._open().execute(sql, values).fetchall()

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[object, ...]]:
        """The rows that a query gives, one after another: for more than should be in memory.

        Raises:
            ArchiveError: the file cannot be read.
        """
        with self._explain():
            yield from self._open().execute(sql, values)

    def restart(self) -> None:
        """Put an empty file in the place of this one.

        Raises:
            ArchiveError: it cannot be made.
        """
        self.close()
        with self._explain():
            if self._database.writable:
                self._connection = self._replace()
            else:
                self._connection = self._prepare(_connect(":memory:"))

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all of the block or none of it.

        Raises:
            ArchiveError: the file cannot be written.
        """
        with self._explain(), write_whole(self._open()) as connection:
            yield connection

    @contextmanager
    def _explain(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise ArchiveError(
                f"{self._path} could not be read or written ({error}). Free some space or delete "
                "it; it is made anew."
            ) from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        if not self._database.writable:
            return self._connect_reading()
        self._path.parent.mkdir(exist_ok=True)
        try:
            return self._prepare(_connect(str(self._path)))
        except sqlite3.OperationalError:  # not broken: locked by who writes it now, or a full disk
            raise
        except sqlite3.DatabaseError as error:
            _LOG.warning("%s is made anew, since it is broken: %s", self._path, error)
        return self._replace()

    def _replace(self) -> sqlite3.Connection:
        for name in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + name).unlink(missing_ok=True)
        return self._prepare(_connect(str(self._path)))

    def _connect_reading(self) -> sqlite3.Connection:
        """The file with what its last writer left in its log; an empty one where it is not whole.

        Where SQLite may not even make its side files the log is passed over, and the file alone may
        have no tables yet.
        """
        empty = self._prepare(_connect(":memory:"))
        wanted = _list_tables(empty)
        for options in ("mode=ro", "mode=ro&immutable=1") if self._path.exists() else ():
            connection = _connect(f"{self._path.resolve().as_uri()}?{options}")
            with suppress(sqlite3.Error):
                if wanted <= _list_tables(connection):
                    if self._scratch:
                        connection.backup(empty)
                        break
                    empty.close()
                    return connection
            connection.close()
        return empty

    def _prepare(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(self._schema)
        except sqlite3.Error:
            connection.close()
            raise
        return connection


def _list_tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows}


def _connect(place: str) -> sqlite3.Connection:
    # Each archive is used by one request at a time, but not always in the same thread.
    return sqlite3.connect(
        place,
        uri=place.startswith("file:"),
        timeout=BUSY_WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
