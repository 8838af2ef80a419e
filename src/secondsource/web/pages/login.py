"""Logging in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import Way, find_accounts, find_asking
from secondsource.web.accounts.cookies import (
    SESSION,
    VISIT,
    drop_cookie,
    set_cookie,
)
from secondsource.web.accounts.tries import count_try, say_wait
from secondsource.web.layout import show_page
from secondsource.web.pages.language import keep_inside

router = APIRouter(include_in_schema=False)
_MOST = 5_000  # characters of a field: longer than any name or password


@router.get("/login", response_class=HTMLResponse)
def show_login(request: Request, next: Annotated[str, Query(max_length=_MOST)] = "/") -> Response:
    """The login page; whoever is known goes on at once."""
    asking = find_asking(request)
    if asking.person:
        return RedirectResponse(keep_inside(next), status_code=303)
    page = show_page(request, "login.html.j2", next=keep_inside(next), name="", problem="")
    set_cookie(request, page, VISIT, asking.visit)
    return page


@router.post("/login", response_class=HTMLResponse)
def log_in(
    request: Request,
    name: Annotated[str, Form(max_length=_MOST)],
    password: Annotated[str, Form(max_length=_MOST)],
    next: Annotated[str, Form(max_length=_MOST)] = "/",
) -> Response:
    """On to the page that was asked for, or the login page again with what is wrong."""
    inside = keep_inside(next)
    asking, accounts = find_asking(request), find_accounts(request)
    if asking.way is Way.LOCAL:
        return RedirectResponse(inside, status_code=303)
    if wait := count_try(request, name):
        values = {"next": inside, "name": name, "problem": say_wait(wait)}
        page = show_page(request, "login.html.j2", status=429, **values)
        page.headers["Retry-After"] = str(wait)
        return page
    user = accounts.users.check_password(name, password)
    if user is None:
        problem = _("There is no account with this name and password. Check both.")
        return show_page(
            request, "login.html.j2", status=403, next=inside, name=name, problem=problem
        )
    if asking.session:
        accounts.sessions.end(asking.session)
    answer = RedirectResponse(inside, status_code=303)
    set_cookie(request, answer, SESSION, accounts.sessions.start(user).secret)
    drop_cookie(request, answer, VISIT)
    return answer


@router.post("/logout")
def log_out(request: Request) -> RedirectResponse:
    """The session ended, and back to the login page."""
    asking = find_asking(request)
    if asking.session:
        find_accounts(request).sessions.end(asking.session)
    answer = RedirectResponse("/login", status_code=303)
    drop_cookie(request, answer, SESSION)
    return answer
