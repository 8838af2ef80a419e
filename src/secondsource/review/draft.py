"""A decision that is about to be taken on a report, with the words it is taken on."""

from dataclasses import replace

from secondsource.errors import SubjectError
from secondsource.messages import gettext as _
from secondsource.review.decision import Draft, check_draft
from secondsource.review.index import Found, ReportIndex
from secondsource.review.report import Report
from secondsource.review.subject import read_key


def draft_decision(report: Report, draft: Draft) -> Draft:
    """The draft with the words that its subject has in the report, and what the machine says there.

    Args:
        report: as the machine made it.
        draft: what is decided, of which subject.

    Raises:
        SubjectError: the report has no such thing; or this cannot be said of it.
    """
    found = find_subject(report, draft.key)
    return replace(
        check_draft(draft),
        words=found.words,
        machine=found.machine,
        article=found.article,
        other=found.other,
    )


def find_subject(report: Report, key: str) -> Found:
    """The words that stand in a report under a key, and what the machine says of them.

    Raises:
        SubjectError: the key names nothing, or nothing that this report has.
    """
    found = ReportIndex(report).find(read_key(key))
    if found is None:
        raise SubjectError(
            _(
                "The report on %(article)s has nothing named %(key)s. It may have been made anew "
                "since: look at it again.",
                article=report.article.id,
                key=key,
            )
        )
    return found
