"""The kept reports on an article, by its id and the number of an examination."""

from typing import Annotated

from fastapi import Query

from secondsource.archive import Archive
from secondsource.archive.examinations import Examination
from secondsource.errors import ExaminationError, ExaminationNotFoundError
from secondsource.jobs.examined import find_examined_id
from secondsource.review.report import Report
from secondsource.web.numbers import LARGEST_NUMBER

ExaminationNumber = Annotated[
    int | None,
    Query(ge=1, le=LARGEST_NUMBER, description="Of an earlier examination; else the latest."),
]


def find_report(archive: Archive, id_or_prefix: str, number: int | None = None) -> Report:
    """The kept report on an article, with what people decided.

    Args:
        archive: that keeps it.
        id_or_prefix: of the article.
        number: of an earlier examination; the latest when None.

    Raises:
        ExaminationError: none is kept.
        ExaminationNotFoundError: others are, but none of that number.
        ArticleNotFoundError: there is no such article, or several fit.
    """
    history = find_history(archive, id_or_prefix)
    kept = archive.examinations.get(history[0].article, number)
    if kept is None:
        raise ExaminationNotFoundError(
            f"No examination {number} of {history[0].article} is kept (any more)."
        )
    return archive.examinations.decide(kept.report)


def find_history(archive: Archive, id_or_prefix: str) -> tuple[Examination, ...]:
    """The kept examinations of an article, the latest first; at least one.

    Raises:
        ExaminationError: none is kept.
        ArticleNotFoundError: there is no such article, or several fit.
    """
    history = archive.examinations.history(id_or_prefix)
    if not history:
        history = archive.examinations.history(find_examined_id(id_or_prefix, archive))
    if not history:
        raise ExaminationError(f"{id_or_prefix} was not examined yet.")
    return history
