"""A person's decision on a kept report: kept, and the queue brought up to date at once."""

from secondsource.archive import Archive
from secondsource.archive.changes import Cause, Reason
from secondsource.errors import ExaminationError
from secondsource.report.report import Report
from secondsource.review.decision import Decision, Draft
from secondsource.review.draft import draft_decision


def decide(archive: Archive, article: str, draft: Draft, decided_by: str) -> Decision:
    """Keep a decision with the words it was taken on and what the machine says of them.

    Args:
        archive: with the report.
        article: the id of the article whose latest kept report the person looks at.
        draft: what they decide: subject, verb, texts, and the last decision they have seen.
        decided_by: their name.

    Raises:
        DecisionConflictError: another decision on the same was made since; nothing is lost.
        SubjectError: the report has no such thing, or this cannot be said of it.
        ExaminationError: there is no kept report of this article.
        ArchiveError: no name is given; the archive is read-only.
    """
    report = read_machine_report(archive, article)
    kept = archive.review.decide(draft_decision(report, draft), decided_by)
    _refresh(archive, kept)
    return kept


def undo(archive: Archive, number: int, decided_by: str, reasons: str = "") -> Decision:
    """Take back a decision; the report is then as if it had not been taken.

    Raises:
        ArchiveError: there is no such decision, or it is taken back already.
    """
    kept = archive.review.undo(number, decided_by, reasons)
    _refresh(archive, kept)
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


def _refresh(archive: Archive, decision: Decision) -> None:
    cause = Cause(Reason.DECISION, decision.number, decision.decided_by)
    archive.examinations.refresh(archive.examinations.find_concerned(decision), cause)
