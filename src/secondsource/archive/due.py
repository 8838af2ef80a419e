"""Which kept reports a decision bears on, and which of their claims do not follow it yet.

Likewise those whose claims come into the queue, or leave it, or have to be looked at again, with
another text of an address.

What is due is noted with the decision itself and taken out with the claims that follow it: whatever
ends the program in between, nothing is forgotten and nothing is done twice.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import cast

from secondsource.archive.changes import Cause, Reason
from secondsource.archive.database import Database
from secondsource.archive.records import IS_REMOVED
from secondsource.archive.snapshots import (
    HAS_LATER_REPORT,
    list_bearing,
    list_later,
    list_other_examined,
)
from secondsource.review.decision import Draft
from secondsource.review.subject import ArticleSubject, EdgeSubject, TieSubject

_LISTED = "SELECT value FROM json_each(?)"


def find_concerned(database: Database, decided: Draft, last: int | None = None) -> tuple[str, ...]:
    """The ids of the articles with a kept report whose claims a decision may bear on.

    A decision on a statement bears on its own report; one on an edge or a tie on every report
    that names both articles. Decisions come along to later texts of an address, so the reports on
    these are among them.

    Args:
        database: of the archive.
        decided: the decision.
        last: the most to return, then only of texts with no later one that is examined; all of
            all texts when None.
    """
    subject = decided.subject
    if isinstance(subject, ArticleSubject):
        return ()
    if not isinstance(subject, EdgeSubject | TieSubject):
        return find_kept(database, {decided.article} if decided.article else (), last)
    ends = [
        _list_with_later(database, {id_} if id_ else ()) for id_ in (decided.article, decided.other)
    ]
    sql = f"SELECT examined FROM named WHERE article IN ({_LISTED})"
    named = cast(list[tuple[str]], database.rows(f"{sql} INTERSECT {sql}", ends))
    return find_kept(database, {article for (article,) in named}, last)


def find_kept(
    database: Database, articles: Collection[str], last: int | None = None
) -> tuple[str, ...]:
    """The ids of these articles, and of later texts at their addresses, that have a kept report.

    Args:
        database: of the archive.
        articles: their ids.
        last: as in `find_concerned`; those of articles that were removed come after the others.
    """
    only = "" if last is None else f"AND NOT {HAS_LATER_REPORT} "
    rows = database.rows(
        f"SELECT DISTINCT article FROM examination WHERE article IN ({_LISTED}) {only}"
        f"ORDER BY {IS_REMOVED.format('examination.article')}, 1 LIMIT ?",
        (_list_with_later(database, articles), -1 if last is None else last),
    )
    return tuple(article for (article,) in cast(list[tuple[str]], rows))


def note_due(connection: sqlite3.Connection, articles: Iterable[str], cause: Cause) -> None:
    """Note that the claims of these articles are to follow what a person decided.

    Args:
        connection: within the transaction that keeps the decision.
        articles: their ids.
        cause: the decision or verdict.
    """
    connection.executemany(
        "INSERT INTO due_refresh (article, cause, cause_number, cause_by) VALUES (?, ?, ?, ?)",
        [(article, cause.kind.value, cause.number, cause.by) for article in articles],
    )


def note_other_texts(connection: sqlite3.Connection, article: str) -> tuple[str, ...]:
    """Note that a text came into the archive, or goes: its own claims and those of others are due.

    Only the last text of an address has its claims in the queue, one that is removed has none, and
    a decision on an earlier one may have to be looked at again.

    Args:
        connection: within the transaction that adds it, or before it is removed.
        article: its id.

    Returns:
        The ids of the articles whose claims are due.
    """
    others = {*list_other_examined(connection, article), *list_bearing(connection, article)}
    sql = "SELECT article FROM examination WHERE article = ? LIMIT 1"
    own = {id_ for (id_,) in connection.execute(sql, (article,))}
    note_due(connection, sorted(own | others), Cause(Reason.TEXTS))
    return tuple(sorted(own | others))


def find_due(connection: sqlite3.Connection, article: str) -> Cause | None:
    """What was decided last of all that the claims of an article do not follow; None for nothing.

    That another text came or went is told only where nobody decided anything.

    Args:
        connection: within the transaction that brings the claims up to date.
        article: its id.
    """
    found = connection.execute(
        "SELECT cause, cause_number, cause_by FROM due_refresh WHERE article = ? "
        "ORDER BY cause = ?, number DESC LIMIT 1",
        (article, Reason.TEXTS.value),
    ).fetchone()
    if found is None:
        return None
    kind, number, by = cast(tuple[str, int | None, str | None], found)
    return Cause(Reason(kind), number, by)


def drop_due(connection: sqlite3.Connection, article: str) -> None:
    """Take out what is due of an article, within the transaction that writes its claims."""
    connection.execute("DELETE FROM due_refresh WHERE article = ?", (article,))


def list_due(database: Database) -> tuple[str, ...]:
    """The ids of the articles whose claims are due, those that wait longest first."""
    return tuple(number_due(database))


def number_due(database: Database) -> dict[str, int]:
    """The same, each with a number that grows with what was noted of it last."""
    rows = database.rows(
        "SELECT article, max(number) FROM due_refresh GROUP BY article ORDER BY min(number)"
    )
    return dict(cast(list[tuple[str, int]], rows))


def _list_with_later(database: Database, articles: Collection[str]) -> str:
    """These ids and those of the later texts at the same addresses, as a JSON list."""
    return json.dumps(sorted({*articles, *list_later(database, articles)}))
