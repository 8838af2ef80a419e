"""The numbered steps that make a database's schema, and the code that takes them in order.

The steps of `archive.db` lie in this package; another file's steps lie in one of their own.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from secondsource.archive.transactions import write_whole
from secondsource.errors import ArchiveError

APPLICATION_ID = int.from_bytes(b"2SRC", "big")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: its number, its file's name, its SQL."""

    number: int
    name: str
    sql: str


def load_migrations(package: str = __name__) -> tuple[Migration, ...]:
    """Every step that this version of the program knows, in order.

    Args:
        package: the package whose `.sql` files are the steps.
    """
    found = [
        Migration(int(file.name[:4]), file.name, file.read_text(encoding="utf-8"))
        for file in files(package).iterdir()
        if file.name.endswith(".sql")
    ]
    return tuple(sorted(found, key=lambda migration: migration.number))


def find_pending(
    connection: sqlite3.Connection, folder: Path, package: str = __name__
) -> tuple[Migration, ...]:
    """The steps that this database has not taken yet.

    Args:
        connection: the open database.
        folder: the archive's folder, for the message.
        package: the package whose `.sql` files are the steps.

    Raises:
        ArchiveError: it has taken steps that this version does not know.
    """
    done = _last_done(connection)
    known = load_migrations(package)
    if done > known[-1].number:
        raise ArchiveError(
            f"{folder} was written by a newer version of Second Source (schema {done}; this "
            f"version knows {known[-1].number}). Install the newer version to open it."
        )
    return tuple(step for step in known if step.number > done)


def run_migration(connection: sqlite3.Connection, migration: Migration) -> None:
    """Take one step and record it, both in one transaction: after a crash, both or neither."""
    with write_whole(connection):
        for statement in _split_statements(migration.sql):
            connection.execute(statement)
        _record(connection, migration)


def _last_done(connection: sqlite3.Connection) -> int:
    sql = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
    if not connection.execute(sql).fetchone()[0]:
        return 0
    (last,) = connection.execute("SELECT max(number) FROM migration").fetchone()
    return int(last or 0)


def _record(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migration "
        "(number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
    )
    connection.execute(
        "INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)",
        (migration.number, migration.name, datetime.now(UTC).isoformat(timespec="seconds")),
    )


def _split_statements(sql: str) -> Iterator[str]:
    """One statement at a time: `executescript` would commit before it starts."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
