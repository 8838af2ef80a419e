"""What people decided about an archive: signed, kept for good, and undone only by a later one."""

import json
import sqlite3
from dataclasses import dataclass
from typing import cast

from secondsource.archive.database import Database
from secondsource.archive.rows import current_time
from secondsource.errors import ArchiveError, DecisionNotFoundError, DecisionOverError
from secondsource.messages import gettext as _

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: about what ("people"), which ("merge"), of what names, whose and when.

    `undoes` is the number of the decision that this one takes back; `undone` says that a later
    one took this one back. `decided_at` is ISO 8601 in UTC.
    """

    number: int
    about: str
    verb: str
    subject: tuple[str, ...]
    decided_by: str
    decided_at: str
    undoes: int | None = None
    undone: bool = False


def record_decision(
    database: Database, about: str, verb: str, subject: tuple[str, ...], decided_by: str
) -> Decision:
    """Keep a decision under a person's name and the present time.

    Raises:
        ArchiveError: no name is given; the archive is read-only.
        ArchiveLockedError: another process is writing.
    """
    with database.brief_transaction() as connection:
        return _insert(connection, (about, verb, subject, None), decided_by)


def undo_decision(
    database: Database, about: str, number: int | None, decided_by: str
) -> tuple[Decision, Decision]:
    """Take back a decision: the one with that number, or the last that stands.

    Returns:
        The undoing, and the decision it undoes.

    Raises:
        DecisionNotFoundError: there is none.
        DecisionOverError: the one with that number is taken back already.
    """
    with database.brief_transaction() as connection:
        made = [d for d in read_decisions(database, about) if d.undoes is None]
        if number in {d.number for d in made if d.undone}:
            raise DecisionOverError(
                _("Decision %(number)s is taken back already.", number=str(number))
            )
        fitting = [d for d in made if not d.undone and number in (None, d.number)]
        if not fitting:
            wanted = "" if number is None else f" {number}"
            raise DecisionNotFoundError(
                f"There is no decision{wanted} to undo in {database.folder}. "
                "`secondsource people history` lists those that stand."
            )
        undone = fitting[-1]
        parts = (about, "undo", undone.subject, undone.number)
        return _insert(connection, parts, decided_by), undone


def read_decisions(database: Database, about: str) -> tuple[Decision, ...]:
    """Every decision about something, in the order in which they were made."""
    rows = database.rows(
        "SELECT number, about, verb, subject, decided_by, decided_at, undoes, "
        "EXISTS (SELECT 1 FROM decision AS later WHERE later.undoes = decision.number) "
        "FROM decision WHERE about = ? ORDER BY number",
        (about,),
    )
    return tuple(_make(cast(_Row, row)) for row in rows)


_Row = tuple[int, str, str, str, str, str, int | None, int]
_Parts = tuple[str, str, tuple[str, ...], int | None]


def _make(row: _Row) -> Decision:
    number, about, verb, subject, by, at, undoes, undone = row
    return Decision(number, about, verb, tuple(json.loads(subject)), by, at, undoes, bool(undone))


def _insert(connection: sqlite3.Connection, parts: _Parts, decided_by: str) -> Decision:
    about, verb, subject, undoes = parts
    name, time = sign(decided_by), current_time()
    cursor = connection.execute(
        "INSERT INTO decision (about, verb, subject, undoes, decided_by, decided_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (about, verb, json.dumps(subject, ensure_ascii=False), undoes, name, time),
    )
    return Decision(cast(int, cursor.lastrowid), about, verb, subject, name, time, undoes)


def sign(name: str) -> str:
    """A person's name as it stands under a decision.

    Raises:
        ArchiveError: there is none, or it is too long for one.
    """
    signed = " ".join(name.split())
    if not signed:
        raise ArchiveError(_("A decision needs the name of the person who takes it."))
    if len(signed) > _LONGEST_NAME:
        raise ArchiveError(
            _("A name under a decision has at most %(most)s characters.", most=_LONGEST_NAME)
        )
    return signed
