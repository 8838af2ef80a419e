"""A report with what the people of an archive decided on it, and with their verdicts."""

import json
from collections.abc import Callable, Collection, Set
from contextlib import suppress
from dataclasses import replace
from functools import cache

from secondsource.archive.database import Database
from secondsource.archive.kept_articles import list_gone, read_named
from secondsource.archive.kept_reports import list_named, read_packed
from secondsource.archive.packing import unpack_report
from secondsource.archive.reviews import ReviewStore
from secondsource.archive.rows import read_articles
from secondsource.archive.snapshots import read_earlier, read_later
from secondsource.archive.verdicts import VerdictStore
from secondsource.errors import ExaminationError
from secondsource.review.apply import apply_decisions
from secondsource.review.index import ReportIndex
from secondsource.review.report import Report
from secondsource.review.subject import Subject
from secondsource.review.verdicts import match_verdicts


def shape_report(database: Database, reviews: ReviewStore, report: Report) -> Report:
    """A report as people's decisions on its parts make it."""
    named = {report.article.id, *list_named(report)}
    earlier = read_earlier(database, named)
    gone = list_gone(database, report.article.id) - named
    decisions = reviews.concerning({*named, *earlier, *gone})
    if not decisions:
        return report
    ids = {i for d in decisions for i in (d.article, d.other) if i}
    known = read_named(database, gone & ids) if gone & ids else {}
    outlets = {id_: known[id_].outlet if id_ in known else None for id_ in gone & ids}
    later = read_later(database, ids)
    remember = _remember(database, {report.article.id, *earlier})
    return apply_decisions(report, decisions, later, outlets, remember)


def _remember(database: Database, articles: Collection[str]) -> Callable[[Subject], bool]:
    """Whether one of the kept reports on these articles had something; they are read when asked.

    One that only another version can read may have had anything.
    """

    @cache
    def read() -> tuple[ReportIndex | None, ...]:
        return tuple(map(_index_report, read_packed(database, articles)))

    return lambda subject: any(index is None or index.find(subject) for index in read())


def _index_report(data: bytes) -> ReportIndex | None:
    try:
        return ReportIndex(unpack_report(data))
    except ExaminationError:
        return None


def add_verdicts(database: Database, store: VerdictStore, report: Report) -> Report:
    """A report with the verdicts of people that stand on its article or an earlier text of it."""
    own = report.article.id
    verdicts = store.about(own, *read_earlier(database, {own}))
    if not verdicts:
        return report
    named = {each.article for each in verdicts if each.article}
    later, earlier = read_later(database, named), _read_texts(database, named - {own})
    return replace(report, verdicts=match_verdicts(report, verdicts, later, earlier))


def _read_texts(database: Database, ids: Set[str]) -> dict[str, str]:
    """The words of each of these articles, by id; where only a report has them, of that.

    Empty where only another version can read that.
    """
    condition = "id IN (SELECT value FROM json_each(?))"
    found = read_articles(database, condition, (json.dumps(sorted(ids)),))
    texts = {article.id: article.text for article in found}
    return texts | {id_: _read_examined(database, id_) for id_ in sorted(ids - texts.keys())}


def _read_examined(database: Database, id_: str) -> str:
    for data in read_packed(database, [id_]):
        with suppress(ExaminationError):
            return unpack_report(data).article.text
    return ""
