"""The verdicts of people, kept beside what the program worked out, for good."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from secondsource.archive.changes import Cause, Reason
from secondsource.archive.database import Database, Row, Value, cap
from secondsource.archive.due import find_kept, note_due
from secondsource.archive.rows import current_time
from secondsource.errors import ArchiveError, DecisionNotFoundError, DecisionOverError
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.messages import gettext as _
from secondsource.messages import write_number

_COLUMNS = (
    "claim, rating, decided_by, text, reasons, sources, article, statement, claimant, claimed, "
    "language, appearances, first_appearance, url, replaces, withdrawn, decided_at"
)
_LISTS = ("reasons", "sources", "appearances")
_NAMES = tuple(_COLUMNS.split(", "))
_LONGEST = 20_000  # characters of all its texts


class VerdictStore:
    """The verdicts of an archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, verdict: Verdict) -> Verdict:
        """Keep a verdict under its author's name and the present time.

        Returns:
            The verdict with its number and time.

        Raises:
            ArchiveError: it has no claim, rating or author, or is too long.
            DecisionNotFoundError: it takes the place of one that is not there.
            DecisionOverError: it takes the place of one that no longer stands.
            ArchiveLockedError: another process is writing.
        """
        verdict = _check(replace(verdict, decided_by=" ".join(verdict.decided_by.split())))
        with self._database.brief_transaction() as connection:
            former = None if verdict.replaces is None else self.get(verdict.replaces)
            if former is not None and not former.stands:
                raise DecisionOverError(
                    f"Verdict {verdict.replaces} no longer stands. "
                    "`secondsource verdict list` names those that do."
                )
            kept = replace(verdict, decided_at=current_time())
            marks = ", ".join("?" * len(_NAMES))
            cursor = connection.execute(
                f"INSERT INTO verdict ({_COLUMNS}) VALUES ({marks})", _values(kept)
            )
            number = cast(int, cursor.lastrowid)
            named = {kept.article, former.article if former else None}
            about = find_kept(self._database, {each for each in named if each})
            note_due(connection, about, Cause(Reason.VERDICT, number, kept.decided_by))
        return replace(kept, number=number)

    def withdraw(self, number: int, decided_by: str) -> Verdict:
        """Take a verdict back; it stays in the history.

        Raises:
            DecisionNotFoundError: there is none of that number.
            DecisionOverError: it no longer stands.
            ArchiveError: no name is given.
        """
        former = self.get(number)
        return self.record(
            replace(former, decided_by=decided_by, replaces=number, withdrawn=True, text="")
        )

    def get(self, number: int) -> Verdict:
        """The verdict with that number.

        Raises:
            DecisionNotFoundError: there is none.
        """
        found = self._read("number = ?", (number,))
        if not found:
            raise DecisionNotFoundError(
                f"There is no verdict {number} in {self._database.folder}. "
                "`secondsource verdict list` names them."
            )
        return found[0]

    def read(self) -> tuple[Verdict, ...]:
        """Every verdict in the order of their making, those that no longer stand too."""
        return self._read("1", ())

    def latest(self, limit: int, before: int | None = None) -> tuple[Verdict, ...]:
        """The last verdicts, the latest first, those that no longer stand too.

        Args:
            limit: the most to return.
            before: only those with a lower number: the last one of the page before.
        """
        return self._read("(?1 IS NULL OR number < ?1)", (before,), f"DESC LIMIT {cap(limit)}")

    def published(self) -> tuple[Verdict, ...]:
        """The verdicts that stand and say where they are published, the earliest first."""
        found = self._read("url > ''", ())
        return tuple(verdict for verdict in found if verdict.stands)

    def about(self, *articles: str) -> tuple[Verdict, ...]:
        """The verdicts on claims of these articles, by their ids, in the order of their making."""
        listed = "article IN (SELECT value FROM json_each(?))"
        return self._read(listed, (json.dumps(articles),))

    def _read(
        self, condition: str, values: Sequence[Value], order: str = ""
    ) -> tuple[Verdict, ...]:
        rows = self._database.rows(
            "SELECT number, (SELECT min(later.number) FROM verdict AS later "
            f"WHERE later.replaces = verdict.number), {_COLUMNS} FROM verdict "
            f"WHERE {condition} ORDER BY number {order}",
            values,
        )
        return tuple(map(_make, rows))


def _check(verdict: Verdict) -> Verdict:
    for value, message in (
        (verdict.claim, _("A verdict needs the claim that it is about.")),
        (verdict.rating, _("A verdict needs a rating, in your own words.")),
        (verdict.decided_by, _("A verdict needs the name of the person who gives it.")),
    ):
        if not value.strip():
            raise ArchiveError(message)
    if sum(len(str(value)) for value in _values(verdict)) > _LONGEST:
        most = write_number(_LONGEST)
        raise ArchiveError(
            _("A verdict holds at most %(most)s characters; shorten its text.", most=most)
        )
    return verdict


def _values(verdict: Verdict) -> tuple[str | int | None, ...]:
    return tuple(
        json.dumps(value, ensure_ascii=False) if name in _LISTS else value
        for name in _NAMES
        for value in (getattr(verdict, name),)
    )


def _make(row: Row) -> Verdict:
    number, replaced_by, *rest = row
    values: dict[str, object] = dict(zip(_NAMES, rest, strict=True))
    for name in _LISTS:
        values[name] = tuple(json.loads(str(values[name])))
    values["withdrawn"] = bool(values["withdrawn"])
    return Verdict(**values, number=number, replaced_by=replaced_by)  # type: ignore[arg-type]
