"""Reports: what is kept on an article, with what people decided, in every form."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import JSONResponse

from secondsource.archive import Archive
from secondsource.errors import ExaminationError, RequestError
from secondsource.jobs.examined import find_examined
from secondsource.messages import gettext as _
from secondsource.report.forms import FORMS, find_form, render_form
from secondsource.report.jsonform import to_json
from secondsource.report.report import Report
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.shapes import PROBLEMS, ArticleId, JobShape, ReportShape
from secondsource.web.desk import find_desk
from secondsource.web.work import find_queue
from secondsource.web.work.job import Kind, Task

router = APIRouter(prefix="/api", tags=["reports"])
_NAMES = ", ".join(form.name for form in FORMS)


@router.get(
    "/articles/{id:path}/report",
    responses={**PROBLEMS, 200: {"model": ReportShape}},
    response_class=JSONResponse,
    summary="The report kept on an article",
)
def show_report(request: Request, id: ArticleId) -> JSONResponse:
    """As people's decisions shape it; `decided` says what they decided. 404: not yet examined."""
    with find_desk(request).lend() as archive:
        return JSONResponse(to_json(_read_report(archive, id)))


@router.get(
    "/articles/{id:path}/report/{form}",
    responses={**PROBLEMS, 200: {"content": {"application/octet-stream": {}}}},
    response_class=Response,
    summary="The report in another form, as a file",
)
def send_report(
    request: Request,
    id: ArticleId,
    form: Annotated[str, Path(max_length=40, description=f"One of: {_NAMES}.")],
) -> Response:
    """The file of that form, as an attachment."""
    if form not in {each.name for each in FORMS}:
        raise RequestError(
            _(
                "There is no form %(name)r of a report. Give one of: %(names)s.",
                name=form,
                names=_NAMES,
            )
        )
    chosen = find_form(form)
    with find_desk(request).lend() as archive:
        data = render_form(chosen, _read_report(archive, id), mark=True)
    headers = {
        "Content-Disposition": f'attachment; filename="{chosen.file}"',
        "X-File-Type": chosen.media_type,
    }
    # Never as the type itself: a browser would open a stranger's words as a page of ours.
    return Response(data, media_type="application/octet-stream", headers=headers)


@router.post(
    "/articles/{id:path}/examine", status_code=202, responses=PROBLEMS, summary="Examine an article"
)
def examine_article(request: Request, person: Reviewer, id: ArticleId) -> JobShape:
    """The job that examines it, or examines it again."""
    with find_desk(request).lend() as archive:
        found = find_examined(id, archive)
    task = Task(Kind.EXAMINE, (found.id,), found.title or found.url or found.id)
    return JobShape.model_validate(find_queue(request).put(task, person.name))


def _read_report(archive: Archive, id_or_prefix: str) -> Report:
    """The kept report with what people decided.

    Raises:
        ExaminationError: none is kept.
        ArticleNotFoundError: there is no such article, or several fit.
    """
    kept = archive.examinations.get(id_or_prefix)
    if kept is None:
        kept = archive.examinations.get(archive.get(id_or_prefix).id)
    if kept is None:
        raise ExaminationError(f"{id_or_prefix} was not examined yet.")
    return archive.examinations.decide(kept.report)
