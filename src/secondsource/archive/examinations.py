"""Reports kept in the archive: the latest few of each article, as the machine made them."""

import json
import logging
import sqlite3
from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TypeAlias, cast

from secondsource.archive.changes import Cause, ChangeLog
from secondsource.archive.claims import ClaimQueue, write_claims
from secondsource.archive.database import Database, Value, cap, explain_errors
from secondsource.archive.decided_reports import add_verdicts, shape_report
from secondsource.archive.due import (
    drop_due,
    find_concerned,
    find_due,
    find_kept,
    list_due,
    number_due,
)
from secondsource.archive.kept_articles import read_kept_articles, read_named
from secondsource.archive.kept_reports import (
    COLUMNS,
    KEPT,
    ArchiveState,
    find_version,
    read_made,
    read_titles,
    write_named,
    write_report,
)
from secondsource.archive.packing import pack_report, unpack_report
from secondsource.archive.records import count_articles, find_removed
from secondsource.archive.reviews import ReviewStore
from secondsource.archive.snapshots import (
    LastText,
    find_last,
    has_later_report,
    list_later,
    note_addresses,
    read_earlier,
    read_examined_before,
    read_later,
)
from secondsource.archive.staleness import say_stale
from secondsource.archive.transactions import write_part
from secondsource.archive.upkeep import read_reach
from secondsource.archive.verdicts import VerdictStore
from secondsource.article import Article
from secondsource.errors import ArchiveLockedError, ExaminationError
from secondsource.review.decision import Draft
from secondsource.review.match import LaterText
from secondsource.review.queue import QueuedClaim, queue_claims
from secondsource.review.report import Report
from secondsource.review.verdicts import JudgedStatements

_LOG = logging.getLogger(__name__)

_MaybeText: TypeAlias = str | None
_Row: TypeAlias = tuple[
    int, str, _MaybeText, _MaybeText, _MaybeText, _MaybeText, str, str, int, int, int, str
]


@dataclass(frozen=True, slots=True)
class Examination:
    """A kept report without its content.

    `made_at` is ISO 8601 in UTC; `added` and `removed` say how many articles came into the archive
    and went since the examination began, `current` is the version of the program that runs now.
    """

    number: int
    article: str
    title: str | None
    outlet: str | None
    language: str | None
    published: str | None
    version: str
    settings: tuple[tuple[str, str], ...]
    complete: bool
    made_at: str
    added: int
    removed: int
    current: str

    @property
    def stale(self) -> tuple[str, ...]:
        """Why another examination may find something else, in sentences; else empty."""
        return say_stale((self.added, self.removed), self.version, self.current)


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A kept report: what is known of its making, and the report as the machine made it."""

    examination: Examination
    report: Report


class ExaminationStore:
    """The reports that an archive keeps, the queue of their claims, and how these changed."""

    def __init__(self, database: Database, reviews: ReviewStore, verdicts: VerdictStore) -> None:
        self._database = database
        self._reviews = reviews
        self._verdicts = verdicts
        self.claims = ClaimQueue(database)
        self.changes = ChangeLog(database)

    def read_state(self) -> ArchiveState:
        """How far the archive reaches now: to be asked before an examination begins."""
        return ArchiveState(*read_reach(self._database))

    def keep(self, report: Report, state: ArchiveState | None = None) -> Examination:
        """Keep a report as the latest of its article; only a few earlier ones stay.

        What people decided before, and the claims did not follow yet, is told as their doing; a
        former report that cannot follow it does not hinder this one.

        Args:
            report: as the machine made it, without what people decided.
            state: how far the archive reached when the examination began; as now when None.

        Raises:
            ExaminationError: people's decisions are in it already.
            ArchiveError: the archive is read-only.
        """
        if report.decided or report.verdicts:
            raise ExaminationError(
                f"The report on {report.article.id} has people's decisions in it: keep the one "
                "that the examination gave; decisions are kept by themselves."
            )
        with explain_errors(self._database.folder):  # half a character of a broken page
            data = pack_report(replace(report, articles=()))
        with self._database.brief_transaction() as connection:
            self._catch_up_one(report.article.id, write_part(connection))
            note_addresses(connection, report.article)
            number = write_report(connection, report, state or self.read_state(), data)
            self._write_claims(connection, report, Cause())
            drop_due(connection, report.article.id)
            self._drop_earlier(connection, report.article.id)
            write_named(connection, report)
        return self._list("number = ?", (number,))[0]

    def get(self, article: str, number: int | None = None) -> KeptReport | None:
        """The latest kept report of an article, or an earlier one; None when there is none.

        Args:
            article: the article's id.
            number: of an earlier one, as in `history`.

        Raises:
            ExaminationError: another version kept it, in a form that this one cannot read.
        """
        found = self._list("article = ?1 AND (?2 IS NULL OR number = ?2)", (article, number), 1)
        if not found:
            return None
        sql = "SELECT report FROM examination WHERE number = ?"
        data = self._database.scalar(sql, (found[0].number,))
        if data is None:
            return None
        articles = read_kept_articles(self._database, found[0].number)
        report = unpack_report(cast(bytes, data))
        return KeptReport(found[0], replace(report, articles=articles))

    def decide(self, report: Report) -> Report:
        """A report with what people decided on it until now, and with their verdicts."""
        shaped = shape_report(self._database, self._reviews, report)
        return add_verdicts(self._database, self._verdicts, shaped)

    def list_due(self) -> tuple[str, ...]:
        """The ids of the articles whose claims do not follow yet what people decided.

        Those that wait longest come first.
        """
        return list_due(self._database)

    def number_due(self) -> dict[str, int]:
        """The same ids, each with a number that grows when something more is decided on it."""
        return number_due(self._database)

    def catch_up(self, articles: Collection[str] | None = None) -> tuple[str, ...]:
        """Bring claims up to date with what people decided, where that is due.

        A report that cannot be brought up to date stays due and holds up no other; the log says
        why. This is the one place where any error ends the work on one and not on the others.

        Args:
            articles: ids; also the claims of later texts at their addresses are looked through,
                since decisions come along to these. All that are due when None.

        Returns:
            The ids of the articles whose claims this call brought up to date.

        Raises:
            ArchiveLockedError: another process writes for long; what is due stays so.
        """
        wanted = None if articles is None else find_kept(self._database, articles)
        due = [each for each in self.list_due() if wanted is None or each in wanted]
        begin = self._database.brief_transaction
        return tuple(article for article in due if self._catch_up_one(article, begin()))

    def _catch_up_one(
        self, article: str, writing: AbstractContextManager[sqlite3.Connection]
    ) -> bool:
        """Whether it was brought up to date; of two who do it at once the later finds it done.

        Args:
            article: its id.
            writing: a transaction, or a part of one, that is undone where it fails.

        Raises:
            ArchiveLockedError: another process writes for long.
            sqlite3.Error: the transaction that it is a part of cannot go on.
        """
        try:
            with writing as connection:
                return self._follow(connection, article)
        except (ArchiveLockedError, sqlite3.Error):
            raise
        except Exception:  # noqa: BLE001 - the others go on
            _LOG.exception("the claims of %s cannot follow what people decided", article)
            return False

    def _follow(self, connection: sqlite3.Connection, article: str) -> bool:
        """Have the claims of an article follow all that was decided; whether they do, anew.

        Where only another version can read the report it stays due until it is examined again.
        """
        cause = find_due(connection, article)
        kept = self._get_readable(article) if cause else None
        if cause is None or not (kept or find_removed(self._database, [article])):
            return False
        left = self._queue(kept.report) if kept else ()
        write_claims(connection, self._find_article(article), left, cause)
        drop_due(connection, article)
        return True

    def follow_removal(self, connection: sqlite3.Connection, article: str) -> None:
        """Take the claims of an article that was just removed off the queue, in the transaction.

        What has to be looked at again stays.
        """
        self._catch_up_one(article, write_part(connection))

    def _get_readable(self, article: str) -> KeptReport | None:
        """The latest kept report; None also where only another version can read it.

        Its claims then stay as they are until the article is examined again, and what was decided
        is kept all the same.
        """
        try:
            return self.get(article)
        except ExaminationError as error:
            _LOG.warning("the claims of %s stay as they were: %s", article, error)
            return None

    def find_concerned(self, decided: Draft) -> str | None:
        """The id of an article with a kept report that a decision may bear on; None for none.

        Where later texts of an address are examined too, the last of these.
        """
        return next(iter(find_concerned(self._database, decided, 1)), None)

    def read_made(self, articles: Collection[str]) -> dict[str, str]:
        """When the latest kept report of each of these articles was made, by id."""
        return read_made(self._database, articles)

    def later(self, articles: Collection[str]) -> tuple[LaterText, ...]:
        """What was found later at an address of any of these articles, with other words."""
        return read_later(self._database, articles)

    def find_last(self, articles: Collection[str]) -> dict[str, LastText]:
        """The last text of those, for each of these articles that has such, without its words."""
        return find_last(self._database, articles)

    def earlier(self, articles: Collection[str]) -> tuple[str, ...]:
        """The ids of the earlier texts at the addresses of any of these articles."""
        return tuple(read_earlier(self._database, articles))

    def find_earlier(self, article: str) -> str | None:
        """The id of the last examined one of the earlier texts at an address; None for none."""
        earlier = read_earlier(self._database, {article})
        kept = find_kept(self._database, earlier, len(earlier) + 1) if earlier else ()
        return next((each for each in kept if each in earlier), None)

    def latest(self, limit: int, before: int | None = None) -> tuple[Examination, ...]:
        """The latest kept report of each article, those kept last first.

        Args:
            limit: the most to return.
            before: only those with a lower number: that of the last one on the page before.
        """
        condition = (
            "(?1 IS NULL OR number < ?1) AND NOT EXISTS (SELECT 1 FROM examination AS later "
            "WHERE later.article = examination.article AND later.number > examination.number)"
        )
        return self._list(condition, (before,), limit)

    def history(self, article: str) -> tuple[Examination, ...]:
        """The kept reports of an article, the latest first."""
        return self._list("article = ?", (article,), KEPT)

    def find_examined(self, beginning: str) -> tuple[str, ...]:
        """The ids of the articles with a kept report that begin so, at most two."""
        rows = self._database.rows(
            "SELECT DISTINCT article FROM examination WHERE substr(article, 1, ?) = ? "
            "ORDER BY 1 LIMIT 2",
            (len(beginning), beginning),
        )
        return tuple(article for (article,) in cast(list[tuple[str]], rows))

    def read_named(self, articles: Collection[str]) -> dict[str, Article]:
        """These articles, by id, as a kept report that names each has them."""
        return read_named(self._database, articles) if articles else {}

    def read_titles(self, articles: Collection[str]) -> dict[str, str | None]:
        """The title of each of these articles, by id, as its latest kept report has it."""
        return read_titles(self._database, articles)

    def _write_claims(self, connection: sqlite3.Connection, report: Report, cause: Cause) -> None:
        """The queue as a report and what people decided have it, within the transaction: of two
        who decide at once, the later to write has seen both."""
        write_claims(connection, report.article, self._queue(report), cause)

    def _drop_earlier(self, connection: sqlite3.Connection, article: str) -> None:
        """Take the claims of earlier texts off the queue: the later text has them, or no more.

        What has to be looked at again stays. A report that only another version can read has none.
        """
        before = read_examined_before(self._database, article)
        decided = {d.article for d in self._reviews.concerning(before)}
        bearing = {each for each in before if each in decided or self._verdicts.about(each)}
        for former in sorted({*self.claims.with_claims(before), *bearing}):
            kept = self._get_readable(former)
            left = self._queue(kept.report) if kept else ()
            write_claims(connection, self._find_article(former), left, Cause())

    def _find_article(self, examined: str) -> Article:
        """The article of a kept report; without its text where only another version can read it."""
        kept = self._get_readable(examined)
        if kept is not None:
            return kept.report.article
        (known,) = self._list("article = ?", (examined,), 1)
        return Article(
            examined, "", title=known.title, outlet=known.outlet, language=known.language
        )

    def _queue(self, report: Report) -> tuple[QueuedClaim, ...]:
        """The claims of a report.

        Where a report on a later text of its address is kept, or the article was removed, only
        those with a decision or verdict that has to be looked at again, and that the later text
        does not have.
        """
        own = report.article.id
        earlier = read_earlier(self._database, {own})
        verdicts = self._verdicts.about(own, *earlier)
        later = read_later(self._database, {v.article for v in verdicts if v.article})
        judged = JudgedStatements.find(report, verdicts, later)
        claims = tuple(queue_claims(self.decide(report), report, judged))
        if not (has_later_report(self._database, own) or find_removed(self._database, [own])):
            return claims
        had = self.claims.read_words(list_later(self._database, {own}))
        return tuple(
            c for c in claims if c.flagged and (c.text not in had or c.statement in judged.changed)
        )

    def _list(
        self, condition: str, values: tuple[Value, ...], limit: int = KEPT
    ) -> tuple[Examination, ...]:
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM examination WHERE {condition} "
            f"ORDER BY number DESC LIMIT {cap(limit)}",
            values,
        )
        removals = read_reach(self._database)[1]
        return tuple(self._make(cast(_Row, row), removals) for row in rows)

    def _make(self, row: _Row, removals: int) -> Examination:
        number, article, title, outlet, language, published, made_with, settings, *rest = row
        complete, ordinal, removal, made_at = cast(tuple[int, int, int, str], tuple(rest))
        return Examination(
            number=number,
            article=article,
            title=title,
            outlet=outlet,
            language=language,
            published=published,
            version=made_with,
            settings=tuple((name, value) for name, value in json.loads(settings)),
            complete=bool(complete),
            made_at=made_at,
            added=count_articles(self._database, ordinal),
            removed=removals - removal,
            current=find_version(),
        )
