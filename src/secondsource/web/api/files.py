"""What leaves the workbench as a file. Ids stand last, as they may hold anything."""

from fastapi import APIRouter, Request, Response

from secondsource.web.api.shapes import PROBLEMS, ArticleId
from secondsource.web.reports import files
from secondsource.web.reports.files import FormName
from secondsource.web.reports.kept import ExaminationNumber

_TYPES = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
router = APIRouter(
    prefix="/api/files",
    tags=["files"],
    default_response_class=Response,
    responses={**PROBLEMS, 200: {"content": _TYPES, "description": "The file, as an attachment."}},
)


@router.get("/raw/{id:path}", summary="The bytes that an article was read from")
def send_raw(request: Request, id: ArticleId) -> Response:
    """As they came, whatever they are."""
    return files.send_raw(request, id)


@router.get("/report/{form}/{id:path}", summary="The report on an article in another form")
def send_form(
    request: Request, form: FormName, id: ArticleId, examination: ExaminationNumber = None
) -> Response:
    """As people's decisions shape it."""
    return files.send_form(request, form, id, examination)


@router.get("/case/{id:path}", summary="The case of an article")
def send_case(request: Request, id: ArticleId, examination: ExaminationNumber = None) -> Response:
    """A zip: the report in every form, the bytes of all articles named, and sums of all of it.

    A few are made at one time; 503 and `Retry-After` say that others are before you.
    """
    return files.send_case(request, id, examination)
