"""The pages on which a person sees what is being done: the list of jobs, and one job."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.jobs.adding import say_feed
from secondsource.web.accounts.asking import Reviewer, find_person
from secondsource.web.accounts.person import Role
from secondsource.web.deciding.behind import Behind, list_behind
from secondsource.web.deciding.refresher import find_refresher
from secondsource.web.layout import STOP_ASKING, show_page
from secondsource.web.shared.desk import find_desk
from secondsource.web.work import find_queue, words
from secondsource.web.work.asking import ask_examination, ask_gathering
from secondsource.web.work.job import Job

router = APIRouter(include_in_schema=False)
_MOST_LISTED = 200
_MOST_BEHIND = 50
Seen = Annotated[str, Query(max_length=200)]


@router.get("/work", response_class=HTMLResponse)
def show_work(request: Request) -> HTMLResponse:
    """All jobs, the latest first; and the reports that are to be asked for again."""
    with find_desk(request).lend() as archive:
        behind = list_behind(request, archive, _MOST_BEHIND, given_up_only=True)
        more = len(find_refresher(request).list_given_up(archive)) - len(behind)
    return _show_list(request, "work.html.j2", behind, more_behind=more)


@router.get("/work/part")
def show_work_part(request: Request, seen: Seen = "") -> Response:
    """The list as it is now, for a page that shows it; nothing where that has it already."""
    jobs = find_queue(request).jobs()
    if seen == _sign(jobs) and _is_busy(jobs):
        return Response(status_code=204)
    return _stop_asking_when(not _is_busy(jobs), _show_list(request, "work-part.html.j2"))


@router.post("/work/examine")
def examine(
    request: Request, person: Reviewer, article: Annotated[str, Form(max_length=300)]
) -> Response:
    """The job that examines an article of the archive, or the article of a kept report again."""
    job = ask_examination(request, article, person)
    return RedirectResponse(f"/work/{job.number}", status_code=303)


@router.post("/work/gather")
def gather(request: Request, person: Reviewer) -> RedirectResponse:
    """The job that brings the families and the people of the archive up to date."""
    return RedirectResponse(f"/work/{ask_gathering(request, person).number}", status_code=303)


@router.get("/work/{number}", response_class=HTMLResponse)
def show_job(request: Request, number: int) -> HTMLResponse:
    """One job: its steps, what came of it, what was not taken and why."""
    return _show_job(request, find_queue(request).get(number), "job.html.j2", "")


@router.get("/work/{number}/part")
def show_job_part(request: Request, number: int, seen: Seen = "") -> Response:
    """The job as it is now, for a page that shows it; nothing where that has it already."""
    job = find_queue(request).get(number)
    version, _bar, said = seen.partition("|")
    if version == str(job.version) and not job.state.is_over:
        return Response(status_code=204)
    return _stop_asking_when(job.state.is_over, _show_job(request, job, "job-part.html.j2", said))


@router.post("/work/{number}/again")
def repeat_job(request: Request, person: Reviewer, number: int) -> RedirectResponse:
    """The job that does what is left of one that was stopped, failed, or did not take all."""
    job = find_queue(request).repeat(number, person.name)
    return RedirectResponse(f"/work/{job.number}", status_code=303)


@router.post("/work/{number}/stop")
def stop_job(request: Request, number: int) -> Response:
    """Back to the job, which is about to stop."""
    find_queue(request).stop(number)
    return RedirectResponse(f"/work/{number}", status_code=303)


def _show_list(
    request: Request, template: str, behind: Sequence[Behind] = (), more_behind: int = 0
) -> HTMLResponse:
    jobs = find_queue(request).jobs()
    return show_page(
        request,
        template,
        jobs=jobs,
        busy=_is_busy(jobs),
        sign=_sign(jobs),
        words=words,
        may_change=_may_change(request),
        behind=behind,
        more_behind=more_behind,
    )


def _may_change(request: Request) -> bool:
    return find_person(request).role.covers(Role.REVIEWER)


def _is_busy(jobs: list[Job]) -> bool:
    return any(not job.state.is_over for job in jobs)


def _stop_asking_when(over: bool, answer: Response) -> Response:
    """The answer, with which a page that asks every second stops asking if nothing follows."""
    if over:
        answer.status_code = STOP_ASKING
    return answer


def _sign(jobs: list[Job]) -> str:
    """What tells two states of the list apart."""
    return f"{len(jobs)}-{sum(job.version for job in jobs)}-{jobs[0].number if jobs else 0}"


def _show_job(request: Request, job: Job, template: str, said: str) -> HTMLResponse:
    """A job; `said` is the sentence that a reader's page has already, which is not said again."""
    with find_desk(request).lend() as archive:
        articles = _find_articles(archive, job)
    now = words.say_now(job)
    return show_page(
        request,
        template,
        job=job,
        articles=articles,
        words=words,
        say_feed=say_feed,
        now=now,
        news=now != said,
        may_change=_may_change(request),
    )


def _find_articles(archive: Archive, job: Job) -> list[Article]:
    """The articles that the job was about, those that are still there."""
    wanted = job.articles[:_MOST_LISTED]
    return list(archive.articles([id_ for id_ in wanted if id_ in archive]))
