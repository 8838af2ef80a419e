"""The queue: the claims of all kept reports, those most worth a person's time first."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from typing import cast

from secondsource.archive.changes import Cause, write_changes
from secondsource.archive.database import Database, Row, Value
from secondsource.article import Article
from secondsource.evidence.finding import Standing
from secondsource.review.queue import QueuedClaim

_NAMES = tuple(field.name for field in fields(QueuedClaim) if field.name != "number")
_COLUMNS = ", ".join(_NAMES)


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which claims are listed; None for all.

    `standing` is that with what people decided; `decided` whether a decision bears on the claim;
    `flagged` whether the text under one changed.
    """

    standing: Standing | None = None
    outlet: str | None = None
    language: str | None = None
    decided: bool | None = None
    flagged: bool | None = None


@dataclass(frozen=True, slots=True)
class QueueKey:
    """Where a page of the queue ended: the worth and the number of its last claim."""

    worth: float
    number: int


class ClaimQueue:
    """The claims of an archive's kept reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(
        self, wanted: QueueFilter, limit: int, after: QueueKey | None = None
    ) -> tuple[QueuedClaim, ...]:
        """The claims most worth deciding, first.

        Args:
            wanted: which claims.
            limit: the most to return.
            after: where the page before ended (`key_of` its last claim).
        """
        where, values = _make_conditions(wanted)
        if after is not None:
            where += " AND worth <= ? AND (worth < ? OR number > ?)"
            values += (after.worth, after.worth, after.number)
        rows = self._database.rows(
            f"SELECT number, {_COLUMNS} FROM claim WHERE number IN ("
            f"SELECT number FROM claim INDEXED BY claim_queue WHERE {where} "
            "ORDER BY worth DESC, number LIMIT ?) ORDER BY worth DESC, number",
            (*values, limit),
        )
        return tuple(map(_make, rows))

    def count(self, wanted: QueueFilter) -> int:
        """How many claims there are of those wanted."""
        where, values = _make_conditions(wanted)
        sql = f"SELECT count(*) FROM claim INDEXED BY claim_queue WHERE {where}"
        return cast(int, self._database.scalar(sql, values))

    def with_claims(self, articles: Collection[str]) -> tuple[str, ...]:
        """Which of these articles, by their ids, have claims in the queue."""
        rows = self._database.rows(
            "SELECT DISTINCT article FROM claim WHERE article IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(articles)),),
        )
        return tuple(article for (article,) in cast(list[tuple[str]], rows))

    def read_words(self, articles: Collection[str]) -> frozenset[str]:
        """The words of the claims that these articles, by their ids, have in the queue."""
        rows = self._database.rows(
            "SELECT text FROM claim WHERE article IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(articles)),),
        )
        return frozenset(text for (text,) in cast(list[tuple[str]], rows))


def key_of(claim: QueuedClaim) -> QueueKey:
    """Where a page of the queue that ends with this claim ended."""
    return QueueKey(claim.worth, claim.number)


def write_claims(
    connection: sqlite3.Connection, article: Article, claims: Iterable[QueuedClaim], cause: Cause
) -> None:
    """Put the claims of one article's report in the place of those that were there.

    A claim that was there keeps its number, so that somebody who pages on misses none. Whose
    standing is another one than before is noted as changed.

    Args:
        connection: within a transaction.
        article: whose report it is.
        claims: all of them, as they stand now.
        cause: why they are written.
    """
    kept = list(claims)
    marks = ", ".join("?" * len(_NAMES))
    changes = ", ".join(f"{name} = excluded.{name}" for name in _NAMES)
    known = _read_known(connection, article.id)
    for claim in kept:
        connection.execute(
            f"INSERT INTO claim ({_COLUMNS}) VALUES ({marks}) "
            f"ON CONFLICT (article, statement) DO UPDATE SET {changes}",
            [_value(getattr(claim, name)) for name in _NAMES],
        )
    now = {claim.statement: claim for claim in kept}
    connection.executemany(
        "DELETE FROM claim WHERE article = ? AND statement = ?",
        [(article.id, statement) for statement in sorted(known.keys() - now.keys())],
    )
    write_changes(connection, article, [(old, now.get(id_)) for id_, old in known.items()], cause)


def _read_known(connection: sqlite3.Connection, article: str) -> dict[str, QueuedClaim]:
    """The claims of an article by statement, in the order of their numbers."""
    sql = f"SELECT number, {_COLUMNS} FROM claim WHERE article = ? ORDER BY number"
    known = map(_make, connection.execute(sql, (article,)))
    return {claim.statement: claim for claim in known}


def _value(value: Value | Standing) -> Value:
    return value.value if isinstance(value, Standing) else value


def _make_conditions(wanted: QueueFilter) -> tuple[str, tuple[Value, ...]]:
    asked: dict[str, Value] = {
        "standing": wanted.standing.value if wanted.standing else None,
        "outlet": wanted.outlet,
        "language": wanted.language,
        "decided": wanted.decided,
        "flagged": wanted.flagged,
    }
    given = {name: value for name, value in asked.items() if value is not None}
    return " AND ".join(("1", *(f"{name} = ?" for name in given))), tuple(given.values())


def _make(row: Row) -> QueuedClaim:
    number, *rest = row
    values: dict[str, object] = dict(zip(_NAMES, rest, strict=True))
    for name in ("standing", "machine"):
        values[name] = Standing(str(values[name]))
    for name in ("decided", "flagged"):
        values[name] = bool(values[name])
    return QueuedClaim(**values, number=number)  # type: ignore[arg-type]
