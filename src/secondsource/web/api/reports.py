"""Reports: what is kept on an article, with what people decided; and having one made."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from secondsource.report.jsonform import to_json
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.shapes import PROBLEMS, ArticleId, JobShape, ReportShape
from secondsource.web.desk import find_desk
from secondsource.web.files import find_report
from secondsource.web.work.asking import ask_examination

router = APIRouter(prefix="/api", tags=["reports"])


@router.get(
    "/reports/{id:path}",
    responses={**PROBLEMS, 200: {"model": ReportShape}},
    response_class=JSONResponse,
    summary="The report kept on an article",
)
def show_report(request: Request, id: ArticleId) -> JSONResponse:
    """As people's decisions shape it; `decided` says what they decided. 404: not yet examined."""
    with find_desk(request).lend() as archive:
        return JSONResponse(to_json(find_report(archive, id)))


@router.post(
    "/articles/{id:path}/examine", status_code=202, responses=PROBLEMS, summary="Examine an article"
)
def examine_article(request: Request, person: Reviewer, id: ArticleId) -> JobShape:
    """The job that examines it, or examines it again."""
    return JobShape.model_validate(ask_examination(request, id, person))
