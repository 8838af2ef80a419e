"""Writing to SQLite: all of a block or none of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def write_whole(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Write all of the block or none of it, whatever ends it early; Ctrl-C too.

    Args:
        connection: one that begins no transaction by itself.

    Raises:
        sqlite3.Error: it cannot be written; for the caller to put into words.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        # Still open where the block or the COMMIT failed, unless a full disk made SQLite roll back.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def write_part(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Write all of the block or none of it, within a transaction that goes on either way.

    Raises:
        sqlite3.Error: it cannot be written, or SQLite undid the whole transaction.
    """
    connection.execute("SAVEPOINT part")
    with ExitStack() as undoing:
        undoing.callback(connection.execute, "RELEASE part")
        undoing.callback(connection.execute, "ROLLBACK TO part")
        yield connection
        undoing.pop_all()
    connection.execute("RELEASE part")
