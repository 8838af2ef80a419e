"""What of a kept report can be decided: the keys that a decision names."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from secondsource.jobs.decide import read_machine_report
from secondsource.review.decision import Verb, list_verbs
from secondsource.review.index import Found, ReportIndex
from secondsource.review.subject import Subject, write_key
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, ArticleId, Page, Shape
from secondsource.web.reports.kept import find_history
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["decisions"])


class SubjectShape(Shape):
    """Something of a report that can be decided."""

    key: str = Field(description="What a decision names it by.")
    words: list[str] = Field(description="The statement's first, then those of the passage.")
    machine: str = Field(description="What the program says of it, without people's decisions.")
    verbs: list[Verb] = Field(description="What may be said of it.")
    seen: int | None = Field(
        description="What a decision names as `seen`: the last one on it; null where there is none."
    )


class SubjectFilters(PageFilters):
    """Which of them are listed, and how many."""

    kind: Annotated[
        str | None,
        Field(pattern="^(attribution|statement|stance|tie|edge)$", description="As keys begin."),
    ] = None


@router.get("/subjects/{id:path}", responses=PROBLEMS, summary="What of a report can be decided")
def list_subjects(
    request: Request, id: ArticleId, filters: Annotated[SubjectFilters, Query()]
) -> Page[SubjectShape]:
    """Everything that the latest report on an article lets people decide, each with its key."""
    start = read_number(filters.after) or 0
    with find_desk(request).lend() as archive:
        report = read_machine_report(archive, find_history(archive, id)[0].article)
        decided = archive.examinations.decide(report).decided
    last = {each.key: each.last for each in decided}
    kept = [
        (key, subject, there)
        for subject, there in ReportIndex(report).list_all()
        if (key := write_key(subject)).startswith(filters.kind or "")
    ]
    places = list(enumerate(kept, start=1))[start : start + filters.limit + 1]
    page, following = split_page(places, filters.limit, lambda place: str(place[0]))
    return Page(items=[_shape(*each, last.get(each[0])) for _, each in page], next=following)


def _shape(key: str, subject: Subject, there: Found, seen: int | None) -> SubjectShape:
    return SubjectShape(
        key=key,
        words=list(there.words),
        machine=there.machine,
        verbs=list(list_verbs(subject)),
        seen=seen,
    )
