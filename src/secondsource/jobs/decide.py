"""A person's decision on a kept report: kept, and the queue brought up to date at once."""

import logging
from collections.abc import Collection

from secondsource.archive import Archive
from secondsource.errors import ArchiveLockedError, ExaminationError
from secondsource.report.report import Report
from secondsource.review.decision import Decision, Draft
from secondsource.review.draft import draft_decision

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
        ExaminationError: there is no kept report of this article.
        ArchiveError: no name is given; the archive is read-only.
    """
    report = read_machine_report(archive, article)
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
    kept = archive.review.undo(number, decided_by, reasons)
    about = {id_ for id_ in (kept.article, kept.other) if id_}
    catch_up(archive, None if shown is None else {*shown, *about})
    return kept


def read_report(archive: Archive, article: str, number: int | None = None) -> Report:
    """The latest kept report of an article, or an earlier one, with what people decided.

    Raises:
        ExaminationError: there is none, or this version cannot read it.
    """
    return archive.examinations.decide(read_machine_report(archive, article, number))


def read_machine_report(archive: Archive, article: str, number: int | None = None) -> Report:
    """The same as the machine made it.

    Raises:
        ExaminationError: there is none, or this version cannot read it.
    """
    kept = archive.examinations.get(article, number)
    if kept is None:
        raise ExaminationError(
            f"No report on {article} is kept in {archive.path}. "
            f"`secondsource check {article} --archive {archive.path} --keep` makes one."
        )
    return kept.report


def catch_up(archive: Archive, articles: Collection[str] | None = None) -> None:
    """Bring the queue of claims up to date with what was decided, and is kept already.

    Where another process writes for long the queue stays behind, and what is due is kept, until
    somebody decides again, examines again or serves the archive: whoever decided is not told that
    it failed.

    Args:
        archive: with the reports.
        articles: the ids of those whose claims are wanted; all that are due when None.
    """
    try:
        archive.examinations.catch_up(articles)
    except ArchiveLockedError:
        _LOG.warning("%s is being written to: the queue of claims follows later", archive.path)
