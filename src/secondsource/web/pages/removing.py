"""Removing an article, for administrators: asked once more, with what goes and what stays."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse

from secondsource.jobs.removing import list_staying, say_lost
from secondsource.report.shelf import label_article
from secondsource.web.accounts.asking import Admin, Anybody
from secondsource.web.articles.removals import view_removals
from secondsource.web.articles.removing import find_whole, remove_article
from secondsource.web.layout import show_page
from secondsource.web.numbers import OtherNumber
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_LONGEST_ID = 300
_PAGE = 50


@router.get("/removals", response_class=HTMLResponse)
def list_removals(
    request: Request,
    person: Anybody,  # noqa: ARG001
    before: OtherNumber = None,
) -> HTMLResponse:
    """What was removed, by whom and when, the latest first."""
    with find_desk(request).lend() as archive:
        found = view_removals(archive, _PAGE + 1, before)
    lines = found[:_PAGE]
    following = lines[-1].number if len(found) > _PAGE else None
    return show_page(request, "removals.html.j2", lines=lines, following=following)


@router.get("/remove", response_class=HTMLResponse)
def ask_again(
    request: Request,
    person: Admin,  # noqa: ARG001
    article: Annotated[str, Query(max_length=_LONGEST_ID)],
) -> HTMLResponse:
    """What would go and what would stay, and a button."""
    with find_desk(request).lend() as archive:
        found = find_whole(archive, article)
        staying = list_staying(archive, found.id)
    return show_page(
        request,
        "remove.html.j2",
        id=found.id,
        label=label_article(found),
        lost=say_lost(),
        staying=staying,
    )


@router.post("/remove", response_class=HTMLResponse)
def remove(
    request: Request,
    person: Admin,
    article: Annotated[str, Form(max_length=_LONGEST_ID)],
) -> HTMLResponse:
    """That it is removed, and the way to what stays of it."""
    removed = remove_article(request, article, person)
    with find_desk(request).lend() as archive:
        examined = bool(archive.examinations.history(removed.id))
    return show_page(
        request, "removed.html.j2", id=removed.id, label=label_article(removed), examined=examined
    )
