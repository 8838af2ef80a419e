"""The files that the page of an article offers. Ids stand last, as they may hold anything."""

from fastapi import APIRouter, Request, Response

from secondsource.web.reports import files
from secondsource.web.reports.files import FormName
from secondsource.web.reports.kept import ExaminationNumber

router = APIRouter(prefix="/files", include_in_schema=False)


@router.get("/raw/{id:path}")
def send_raw(request: Request, id: str) -> Response:
    """The very bytes that an article was read from, to be kept as a file and never shown."""
    return files.send_raw(request, id)


@router.get("/report/{form}/{id:path}")
def send_form(
    request: Request, form: FormName, id: str, examination: ExaminationNumber = None
) -> Response:
    """The report in one of its forms, as a file."""
    return files.send_form(request, form, id, examination)


@router.get("/case/{id:path}")
def send_case(request: Request, id: str, examination: ExaminationNumber = None) -> Response:
    """The report in every form with the bytes of all articles that it names."""
    return files.send_case(request, id, examination)
