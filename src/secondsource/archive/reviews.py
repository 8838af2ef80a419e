"""What people decided about reports: a log that only grows, read by subject or by article."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias, cast

from secondsource.archive.changes import Cause, Reason
from secondsource.archive.database import Database, Row, Value, cap
from secondsource.archive.decisions import sign
from secondsource.archive.due import find_concerned, note_due
from secondsource.archive.rows import current_time
from secondsource.errors import (
    ArchiveError,
    DecisionConflictError,
    DecisionNotFoundError,
    DecisionOverError,
)
from secondsource.messages import gettext as _
from secondsource.messages import write_number
from secondsource.review.decision import LONGEST, Decision, Draft, Verb, check_draft, find_undone
from secondsource.review.subject import join_key, split_key

_ABOUT = ("edge", "attribution", "stance", "tie", "statement", "article")
_COLUMNS = (
    "number, about, subject, verb, value, reasons, words, machine, article, other, seen, "
    "decided_by, decided_at, undoes"
)
_OURS = f"about IN ({', '.join(map(repr, _ABOUT))})"

_DecisionRow: TypeAlias = tuple[
    int, str, str, str, str, str, str, str, str | None, str | None, int | None, str, str, int | None
]


class ReviewStore:
    """The decisions on an archive's reports; each is kept for good and may be taken back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def decide(self, draft: Draft, decided_by: str) -> Decision:
        """Keep a decision under a person's name and the present time.

        Args:
            draft: what is decided, with the number of the last decision that its author has seen.
            decided_by: their name.

        Raises:
            DecisionConflictError: another decision on the same was made since.
            DecisionNotFoundError: there is none such as its author has seen.
            SubjectError: it cannot be said of this subject, or a text is missing.
            ArchiveError: no name is given; the archive is read-only.
        """
        draft, name = check_draft(draft), sign(decided_by)
        with self._database.brief_transaction() as connection:
            if draft.verb is not Verb.NOTE:
                self._check_seen(draft)
            number = self._keep(connection, draft, name, None)
        return self.get(number)

    def undo(self, number: int, decided_by: str, reasons: str = "") -> Decision:
        """Take back a decision, a note or an undoing; all of it stays in the history.

        Returns:
            The undoing.

        Raises:
            DecisionNotFoundError: there is no such decision on a report.
            DecisionOverError: it is taken back already.
        """
        name = sign(decided_by)
        if len(reasons) > LONGEST:
            most = write_number(LONGEST)
            raise ArchiveError(
                _("Reasons have at most %(most)s characters; shorten them.", most=most)
            )
        with self._database.brief_transaction() as connection:
            undone = self.get(number)
            if undone.undone:
                raise DecisionOverError(
                    _("Decision %(number)s is taken back already.", number=str(number))
                )
            draft = Draft(
                undone.key,
                Verb.UNDO,
                reasons=reasons.strip(),
                words=undone.words,
                article=undone.article,
                other=undone.other,
            )
            last = self._keep(connection, draft, name, number)
        return self.get(last)

    def get(self, number: int) -> Decision:
        """The decision with that number.

        Raises:
            DecisionNotFoundError: there is none on a report.
        """
        found = self._read("number = ?", (number,))
        if not found:
            raise DecisionNotFoundError(
                f"There is no decision {number} on a report in {self._database.folder}. "
                "`secondsource decide list` names them."
            )
        return found[0]

    def history(self, key: str, limit: int = -1, after: int = 0) -> tuple[Decision, ...]:
        """Everything that was decided and noted on one subject, the earliest first.

        Args:
            key: names the subject.
            limit: the most to return; -1 for all.
            after: only those with a higher number: the last one of the page before.
        """
        about, parts = split_key(key)
        values = (about, _pack(parts), after)
        condition = "about = ? AND subject = ? AND number > ?"
        return self._read(condition, values, f"LIMIT {cap(limit)}")

    def concerning(self, articles: Collection[str]) -> tuple[Decision, ...]:
        """Everything on reports that concerns any of these articles, the earliest first."""
        ids = json.dumps(sorted(articles))
        sql = "SELECT value FROM json_each(?)"
        return self._read(f"(article IN ({sql}) OR other IN ({sql}))", (ids, ids))

    def on_edges(self) -> tuple[Decision, ...]:
        """Everything that was decided on ties between articles, the earliest first."""
        return self._read("about = 'edge'", ())

    def latest(self, limit: int, before: int | None = None) -> tuple[Decision, ...]:
        """The last decisions on any report, the latest first.

        Args:
            limit: the most to return.
            before: only those with a lower number: the last one of the page before.
        """
        return self._read("(?1 IS NULL OR number < ?1)", (before,), f"DESC LIMIT {cap(limit)}")

    def _keep(
        self, connection: sqlite3.Connection, draft: Draft, name: str, undoes: int | None
    ) -> int:
        """The number of what is now kept; the claims that it bears on are due from then on."""
        number = _insert(connection, draft, name, undoes)
        cause = Cause(Reason.DECISION, number, name)
        note_due(connection, find_concerned(self._database, draft), cause)
        return number

    def _check_seen(self, draft: Draft) -> None:
        about, parts = split_key(draft.key)
        last = self._database.rows(
            "SELECT number, decided_by, decided_at, verb FROM decision "
            "WHERE about = ? AND subject = ? AND verb != 'note' ORDER BY number DESC LIMIT 1",
            (about, _pack(parts)),
        )
        number = cast(int, last[0][0]) if last else None
        if number == draft.seen:
            return
        if number is None:
            raise DecisionNotFoundError(
                f"There is no decision {draft.seen} on {draft.key} that you could have seen."
            )
        by, at, verb = cast(tuple[str, str, str], last[0][1:])
        raise DecisionConflictError(
            f"{by} decided on this at {at} ({verb}, decision {number}), after what you had seen. "
            f"Nothing was lost. Look at it; to decide all the same, name {number} as last seen.",
            draft.key,
            number,
            by,
        )

    def _read(
        self, condition: str, values: Sequence[Value], order: str = ""
    ) -> tuple[Decision, ...]:
        sql = f"SELECT {_COLUMNS} FROM decision WHERE {_OURS} AND {condition}"
        rows = self._database.rows(f"{sql} ORDER BY number {order}", values)
        undone = self._find_undone(rows)
        return tuple(_make(cast(_DecisionRow, row), undone) for row in rows)

    def _find_undone(self, rows: Iterable[Row]) -> frozenset[int]:
        """Which of these are taken back; undoings that are not among the rows count as well."""
        reached: set[tuple[int, int]] = set()
        ask = {cast(int, row[0]) for row in rows}
        while ask:
            found = self._database.rows(
                "SELECT number, undoes FROM decision "
                "WHERE undoes IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(ask)),),
            )
            new = set(cast(list[tuple[int, int]], found)) - reached
            reached |= new
            ask = {number for number, _ in new}
        return find_undone(reached)


def _insert(connection: sqlite3.Connection, draft: Draft, name: str, undoes: int | None) -> int:
    about, parts = split_key(draft.key)
    values = (
        about, _pack(parts), draft.verb.value, draft.value, draft.reasons, _pack(draft.words),
        draft.machine, draft.article, draft.other, draft.seen, name, current_time(), undoes,
    )  # fmt: skip
    marks = ", ".join("?" * len(values))
    columns = _COLUMNS.removeprefix("number, ")
    cursor = connection.execute(f"INSERT INTO decision ({columns}) VALUES ({marks})", values)
    return cast(int, cursor.lastrowid)


def _pack(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _make(row: _DecisionRow, undone: Collection[int]) -> Decision:
    number, about, subject, verb, value, reasons, words, machine, article, other, *rest = row
    seen, by, at, undoes = cast(tuple[int | None, str, str, int | None], tuple(rest))
    return Decision(
        key=join_key(about, json.loads(subject)),
        verb=Verb(verb),
        value=value,
        reasons=reasons,
        words=tuple(json.loads(words)),
        machine=machine,
        article=article,
        other=other,
        seen=seen,
        number=number,
        decided_by=by,
        decided_at=at,
        undoes=undoes,
        undone=number in undone,
    )
