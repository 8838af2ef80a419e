"""A person's decision on a kept report: kept, and the queue brought up to date at once."""

import logging
from collections.abc import Collection

from secondsource.addresses import hide_users_in
from secondsource.archive import Archive
from secondsource.errors import ArchiveLockedError, ExaminationError
from secondsource.jobs.families import shelve_family
from secondsource.lineage.family import Family
from secondsource.review.decision import Decision, Draft
from secondsource.review.draft import draft_decision
from secondsource.review.index import ReportIndex
from secondsource.review.kin import report_family
from secondsource.review.report import Report
from secondsource.review.subject import EdgeSubject, edge_subject, read_key

_LOG = logging.getLogger(__name__)


def decide(
    archive: Archive, article: str, draft: Draft, decided_by: str, *, everywhere: bool = True
) -> Decision:
    """Keep a decision with the words it was taken on and what the machine says of them.

    The claims of that report follow it at once.

    Args:
        archive: with the report.
        article: the id of the article whose latest kept report the person looks at.
        draft: what they decide: subject, verb, texts, and the last decision they have seen.
        decided_by: their name.
        everywhere: whether those of every other report that it bears on follow at once too;
            otherwise they are left due, for `catch_up`.

    Raises:
        DecisionConflictError: another decision on the same was made since; nothing is lost.
        SubjectError: the report has no such thing, or this cannot be said of it.
        ExaminationError: there is no kept report of this article; a tie of one of the archive's
            families needs none.
        ArchiveError: no name is given; the archive is read-only.
    """
    report = read_basis(archive, article, draft.key)
    kept = archive.review.decide(draft_decision(report, draft), decided_by)
    catch_up(archive, None if everywhere else {article})
    return kept


def undo(
    archive: Archive,
    number: int,
    decided_by: str,
    reasons: str = "",
    shown: Collection[str] | None = None,
) -> Decision:
    """Take back a decision; every report is then as if it had not been taken.

    Args:
        archive: with the decision.
        number: of the decision.
        decided_by: the name of who takes it back.
        reasons: why.
        shown: the ids of those articles whose claims follow at once, besides those that the
            decision is about; those of all others are left due. Everywhere at once when None.

    Raises:
        ArchiveError: there is no such decision, or it is taken back already.
    """
    kept = archive.review.undo(number, decided_by, hide_users_in(reasons))
    about = {id_ for id_ in (kept.article, kept.other) if id_}
    catch_up(archive, None if shown is None else {*shown, *about})
    return kept


def read_report(archive: Archive, article: str) -> Report:
    """The latest kept report of an article, with what people decided.

    Raises:
        ExaminationError: there is none, or this version cannot read it.
    """
    return archive.examinations.decide(read_machine_report(archive, article))


def read_machine_report(archive: Archive, article: str) -> Report:
    """The same as the machine made it.

    Raises:
        ExaminationError: there is none, or this version cannot read it.
    """
    kept = archive.examinations.get(article)
    if kept is None:
        raise ExaminationError(
            f"No report on {article} is kept in {archive.path}. "
            f"`secondsource check {article} --archive {archive.path} --keep` makes one."
        )
    return kept.report


def read_basis(archive: Archive, article: str, key: str) -> Report:
    """The report that a decision is taken on: the kept one of an article, as the machine made it.

    For a tie that no kept report of the article shows it is one of the family that shows it.

    Raises:
        SubjectError: the key names nothing.
        ExaminationError: no report of the article is kept, or this version cannot read it; and no
            family has that tie.
    """
    subject = read_key(key)
    if isinstance(subject, EdgeSubject):
        kept = archive.examinations.history(article) and archive.examinations.get(article)
        if not kept or ReportIndex(kept.report).find(subject) is None:
            family = _find_family(archive, subject)
            if family is not None:
                there = shelve_family(archive, family).articles
                return report_family(family, tuple(there.values()))
    return read_machine_report(archive, article)


def _find_family(archive: Archive, subject: EdgeSubject) -> Family | None:
    """The largest family of the archive that has a tie."""
    for head in archive.families.holding(subject.child):
        family = archive.families.get(head.id)[1]
        if any(edge_subject(edge) == subject for edge in family.edges):
            return family
    return None


def catch_up(archive: Archive, articles: Collection[str] | None = None) -> None:
    """Bring the queue of claims up to date with what was decided, and is kept already.

    Where another process writes for long the queue stays behind, and what is due is kept, until
    somebody decides again or serves the archive: whoever decided is not told that it failed. A
    report that cannot follow holds up no other, and stays due until it is examined again.

    Args:
        archive: with the reports.
        articles: the ids of those whose claims are wanted; all that are due when None.
    """
    try:
        archive.examinations.catch_up(articles)
    except ArchiveLockedError:
        _LOG.warning("%s is being written to: the queue of claims follows later", archive.path)
