"""The work of the workbench: adding and examining, and how far it is."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, JobShape, Page
from secondsource.web.numbers import Number
from secondsource.web.work import find_queue
from secondsource.web.work.asking import ask_gathering
from secondsource.web.work.job import Examining, Kind, Task
from secondsource.web.work.uploads import find_uploads

router = APIRouter(prefix="/api", tags=["work"])


class Adding(BaseModel):
    """What is to be fetched and added."""

    model_config = ConfigDict(extra="forbid")

    address: str = Field(max_length=2_000, pattern="^https?://", description="Of a page or a feed.")
    feed: bool = Field(default=False, description="Whether it is the address of a feed.")
    examining: Examining = Field(
        default=Examining.IF_FEW, description="Whether new articles are examined at once."
    )


@router.post("/add", status_code=202, responses=PROBLEMS, summary="Add by address or feed")
def add(request: Request, person: Reviewer, adding: Adding) -> JobShape:
    """The job that fetches and adds it."""
    kind = Kind.ADD_FEED if adding.feed else Kind.ADD_ADDRESS
    task = Task(kind, (adding.address,), adding.address, adding.examining)
    return JobShape.model_validate(find_queue(request).put(task, person.name))


@router.post("/add/files", status_code=202, responses=PROBLEMS, summary="Add files")
def add_files(
    request: Request,
    person: Reviewer,
    files: Annotated[list[UploadFile], File(description="HTML, text, PDF, JSONL, WARC, WACZ.")],
    examining: Annotated[Examining, Form()] = Examining.IF_FEW,
) -> JobShape:
    """The job that adds the files that are sent."""
    task = find_uploads(request).make_task(files, examining)
    return JobShape.model_validate(find_queue(request).put(task, person.name))


@router.post(
    "/work/gather",
    status_code=202,
    responses=PROBLEMS,
    summary="Bring families and people up to date",
)
def gather(request: Request, person: Reviewer) -> JobShape:
    """The job that works out the families and the people of the whole archive."""
    return JobShape.model_validate(ask_gathering(request, person))


@router.get("/work", responses=PROBLEMS, summary="All jobs")
def list_jobs(request: Request, filters: Annotated[PageFilters, Query()]) -> Page[JobShape]:
    """The jobs that are remembered, the latest first."""
    found = find_queue(request).jobs(read_number(filters.after))
    jobs, following = split_page(found, filters.limit, lambda job: str(job.number))
    return Page(items=[JobShape.model_validate(job) for job in jobs], next=following)


@router.get("/work/{number}", responses=PROBLEMS, summary="One job")
def show_job(request: Request, number: Number) -> JobShape:
    """How far it is, and what came of it."""
    return JobShape.model_validate(find_queue(request).get(number))


@router.post(
    "/work/{number}/again", status_code=202, responses=PROBLEMS, summary="Ask for a job again"
)
def repeat_job(request: Request, person: Reviewer, number: Number) -> JobShape:
    """The job that does what is left of one that was stopped, failed, or did not take all.

    409: it is not over, all of it is done, or it added files, which are to be sent again.
    """
    return JobShape.model_validate(find_queue(request).repeat(number, person.name))


@router.post("/work/{number}/stop", responses=PROBLEMS, summary="Stop a job")
def stop_job(request: Request, person: Reviewer, number: Number) -> JobShape:  # noqa: ARG001
    """The job, which ends at its next step; what was finished is kept."""
    return JobShape.model_validate(find_queue(request).stop(number))
