"""Reports: what is kept on an article, with what people decided; and having one made."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import Field

from secondsource.archive.examinations import Examination
from secondsource.report.jsonform.whole import to_json
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, ArticleId, JobShape, Page, ReportShape, Shape
from secondsource.web.reports.kept import ExaminationNumber, find_history, find_report
from secondsource.web.shared.desk import find_desk
from secondsource.web.work.asking import ask_examination

router = APIRouter(prefix="/api", tags=["reports"])


class ExaminationShape(Shape):
    """When and how a report on an article was made."""

    number: int = Field(description="For `examination`, of a report and of files.")
    article: str
    made_at: str = Field(description="ISO 8601, UTC.")
    version: str = Field(description="Of the program.")
    settings: dict[str, str]
    complete: bool = Field(description="Whether it was not stopped before its end.")
    added: int = Field(description="Articles that came into the archive since.")
    removed: int = Field(description="Articles that were removed since.")
    latest: bool


@router.get(
    "/reports/{id:path}",
    responses={**PROBLEMS, 200: {"model": ReportShape}},
    response_class=JSONResponse,
    summary="The report kept on an article",
)
def show_report(
    request: Request, id: ArticleId, examination: ExaminationNumber = None
) -> JSONResponse:
    """As people's decisions shape it; `decided` says what they decided. 404: not yet examined."""
    with find_desk(request).lend() as archive:
        return JSONResponse(to_json(find_report(archive, id, examination)))


@router.get("/examinations/{id:path}", responses=PROBLEMS, summary="The examinations of an article")
def list_examinations(
    request: Request, id: ArticleId, filters: Annotated[PageFilters, Query()]
) -> Page[ExaminationShape]:
    """Those that are kept, the latest first. Each in full at `/api/reports/{id}?examination=`."""
    before = read_number(filters.after)
    with find_desk(request).lend() as archive:
        history = find_history(archive, id)
    found = [each for each in history if before is None or each.number < before]
    made, following = split_page(found, filters.limit, lambda each: str(each.number))
    return Page(items=[_shape(each, history[0]) for each in made], next=following)


def _shape(made: Examination, latest: Examination) -> ExaminationShape:
    given = {**asdict(made), "settings": dict(made.settings), "latest": made == latest}
    return ExaminationShape.model_validate(given)


@router.post(
    "/articles/{id:path}/examine", status_code=202, responses=PROBLEMS, summary="Examine an article"
)
def examine_article(request: Request, person: Reviewer, id: ArticleId) -> JobShape:
    """The job that examines it, or examines it again."""
    return JobShape.model_validate(ask_examination(request, id, person))
