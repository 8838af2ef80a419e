"""A report with what the people of an archive decided on it, and with their verdicts."""

from dataclasses import replace

from secondsource.archive.database import Database
from secondsource.archive.kept_articles import list_gone, read_named
from secondsource.archive.kept_reports import list_named
from secondsource.archive.reviews import ReviewStore
from secondsource.archive.snapshots import read_earlier, read_later
from secondsource.archive.verdicts import VerdictStore
from secondsource.report.report import Report
from secondsource.review.apply import apply_decisions
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
    return apply_decisions(report, decisions, read_later(database, ids), outlets)


def add_verdicts(database: Database, store: VerdictStore, report: Report) -> Report:
    """A report with the verdicts of people that stand on its article or an earlier text of it."""
    own = report.article.id
    earlier = read_earlier(database, {own})
    verdicts = store.about(own, *earlier)
    if not verdicts:
        return report
    later = read_later(database, {own})
    return replace(report, verdicts=match_verdicts(report, verdicts, later, earlier))
