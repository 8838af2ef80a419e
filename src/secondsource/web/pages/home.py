"""The first page: what the archive holds, and what to do next."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from secondsource.report.tallies import say_coverage
from secondsource.web.desk import find_desk
from secondsource.web.layout import show_page

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=HTMLResponse)
def show_home(request: Request) -> HTMLResponse:
    """What the archive holds."""
    with find_desk(request).lend() as archive:
        coverage = archive.coverage()
    return show_page(
        request, "home.html.j2", coverage=coverage, coverage_sentence=say_coverage(coverage)
    )
