"""When the standing of a claim became another one, and because of what: a list that only grows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, cast

from secondsource.archive.database import Database
from secondsource.archive.rows import current_time
from secondsource.article import Article
from secondsource.evidence.finding import Standing
from secondsource.review.queue import QueuedClaim

KEPT = 100_000
"""So many changes are kept, the latest ones."""
_LONGEST_TEXT = 4_000
LONGEST_NAME = 500
_COLUMNS = (
    "article, url, title, outlet, language, statement, text, before, after, machine, "
    "cause, cause_number, cause_by, at"
)

_MaybeText: TypeAlias = str | None
_Row: TypeAlias = tuple[
    int, str, _MaybeText, _MaybeText, _MaybeText, _MaybeText, str, str, str, _MaybeText,
    _MaybeText, str, int | None, _MaybeText, str,
]  # fmt: skip


class Reason(StrEnum):
    """What made a standing change."""

    EXAMINATION = "examination"
    """The article was examined again."""
    DECISION = "decision"
    """A person decided something, or took a decision back."""
    VERDICT = "verdict"
    """A person gave a verdict or withdrew one, and the claims were looked through again."""
    TEXTS = "texts"
    """An examined text of the same address came into the archive again, or was removed."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What made a standing change: a person's decision or verdict by its number, and whose it is;
    without them an examination, or that another text came or went.
    """

    kind: Reason = Reason.EXAMINATION
    number: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """What is told of the article that makes a claim; long names are cut."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class ChangedStatement:
    """The claim: its id and its words, cut where there are very many."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class StandingChange:
    """One claim had a standing and has another; both None where it is no longer looked up.

    `machine` is the standing without people's decisions. `at` is ISO 8601 in UTC.
    """

    number: int
    article: ChangedArticle
    statement: ChangedStatement
    before: Standing
    after: Standing | None
    machine: Standing | None
    because: Cause
    at: str


class ChangeLog:
    """The changes of an archive's claims."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, after: int, limit: int) -> tuple[StandingChange, ...]:
        """The changes with higher numbers than this, the earliest first.

        Args:
            after: the number of the last change that is known already; 0 for none.
            limit: the most to return.
        """
        rows = self._database.rows(
            f"SELECT number, {_COLUMNS} FROM standing_change WHERE number > ? "
            "ORDER BY number LIMIT ?",
            (after, limit),
        )
        return tuple(_make(cast(_Row, row)) for row in rows)

    def earliest(self) -> int | None:
        """The number of the earliest change that is kept; None when there is none."""
        return cast("int | None", self._database.scalar("SELECT min(number) FROM standing_change"))

    def last(self) -> int:
        """The number of the last change; 0 when there was none yet."""
        found = self._database.scalar("SELECT max(number) FROM standing_change")
        return cast("int | None", found) or 0


def write_changes(
    connection: sqlite3.Connection,
    article: Article,
    claims: Iterable[tuple[QueuedClaim, QueuedClaim | None]],
    cause: Cause,
) -> None:
    """Note which claims of an article have another standing; the earliest changes are let go.

    Args:
        connection: within the transaction that changes the claims.
        article: whose claims they are.
        claims: each as it was and as it is now, None where it is gone.
        cause: what made the change.
    """
    changed = [(old, new) for old, new in claims if new is None or new.standing != old.standing]
    if not changed:
        return
    time, marks = current_time(), ", ".join("?" * len(_COLUMNS.split(", ")))
    about = (article.id, article.url, *map(_cut, (article.title, article.outlet, article.language)))
    by = (cause.kind.value, cause.number, cause.by, time)
    connection.executemany(
        f"INSERT INTO standing_change ({_COLUMNS}) VALUES ({marks})",
        [(*about, *_say_change(old, new), *by) for old, new in changed],
    )
    connection.execute(
        "DELETE FROM standing_change WHERE number <= (SELECT max(number) FROM standing_change) - ?",
        (KEPT,),
    )


def _say_change(old: QueuedClaim, new: QueuedClaim | None) -> tuple[str | None, ...]:
    after, machine = (new.standing.value, new.machine.value) if new else (None, None)
    return old.statement, _cut(old.text, _LONGEST_TEXT), old.standing.value, after, machine


def _cut(text: str | None, most: int = LONGEST_NAME) -> str | None:
    """A text whose end is left out, and marked so, where it is very long."""
    return text if text is None or len(text) <= most else f"{text[: most - 1]}…"


def _make(row: _Row) -> StandingChange:
    number, article, url, title, outlet, language, statement, text, before, *rest = row
    after, machine, cause, cause_number, cause_by, at = cast(
        tuple[_MaybeText, _MaybeText, str, int | None, _MaybeText, str], tuple(rest)
    )
    return StandingChange(
        number=number,
        article=ChangedArticle(article, url, title, outlet, language),
        statement=ChangedStatement(statement, text),
        before=Standing(before),
        after=Standing(after) if after else None,
        machine=Standing(machine) if machine else None,
        because=Cause(Reason(cause), cause_number, cause_by),
        at=at,
    )
