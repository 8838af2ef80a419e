"""The page on which articles are added: by address, as files, from a feed."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from secondsource.collect import CollectOptions
from secondsource.errors import UnreadableError
from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import find_person, say_role_needed
from secondsource.web.accounts.person import Role
from secondsource.web.layout import show_page
from secondsource.web.work import find_queue
from secondsource.web.work.job import MOST_EXAMINED_UNASKED, Examining, Kind, Task
from secondsource.web.work.uploads import MOST_BYTES, MOST_FILES, find_uploads

router = APIRouter(include_in_schema=False)
_LONGEST_ADDRESS = 2000
Choice = Annotated[Examining, Form()]


@router.get("/add", response_class=HTMLResponse)
def show_add(request: Request) -> HTMLResponse:
    """The forms."""
    return _show_forms(request)


@router.post("/add/address")
def add_address(
    request: Request, address: Annotated[str, Form()] = "", examining: Choice = Examining.IF_FEW
) -> Response:
    """The job that fetches and adds one address."""
    return _add_from(request, Kind.ADD_ADDRESS, address, examining)


@router.post("/add/feed")
def add_feed(
    request: Request, address: Annotated[str, Form()] = "", examining: Choice = Examining.IF_FEW
) -> Response:
    """The job that asks a feed and adds what is new in it."""
    return _add_from(request, Kind.ADD_FEED, address, examining)


@router.post("/add/upload")
def add_upload(
    request: Request,
    files: Annotated[list[UploadFile] | None, File()] = None,
    examining: Choice = Examining.IF_FEW,
) -> Response:
    """The job that adds the uploaded files."""
    try:
        task = find_uploads(request).make_task(files or (), examining)
    except UnreadableError as error:
        return _show_forms(request, Kind.ADD_UPLOAD, str(error))
    return _start(request, task)


def _add_from(request: Request, kind: Kind, given: str, examining: Examining) -> Response:
    address = given.strip()
    if not address.lower().startswith(("http://", "https://")) or len(address) > _LONGEST_ADDRESS:
        problem = _("Give an address that begins with http:// or https://.")
        return _show_forms(request, kind, problem, address[:_LONGEST_ADDRESS])
    return _start(request, Task(kind, (address,), address, examining))


def _start(request: Request, task: Task) -> Response:
    job = find_queue(request).put(task, find_person(request).name)
    return RedirectResponse(f"/work/{job.number}", status_code=303)


def _show_forms(
    request: Request, wrong: Kind | None = None, problem: str = "", given: str = ""
) -> HTMLResponse:
    """The forms; where one was filled in wrongly, with what is wrong beside it.

    Who may only read is told so in their place.
    """
    may_add = find_person(request).role.covers(Role.REVIEWER)
    return show_page(
        request,
        "add.html.j2",
        status=422 if wrong else 200,
        wrong=wrong,
        problem=problem,
        given=given,
        refusal="" if may_add else say_role_needed(Role.REVIEWER),
        few=MOST_EXAMINED_UNASKED,
        most_entries=CollectOptions().max_entries,
        most_files=MOST_FILES,
        most_megabytes=MOST_BYTES // 1024 // 1024,
    )
