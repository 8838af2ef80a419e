"""One's own page: who one is here, one's password, and the tokens of one's programs."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException

from secondsource.errors import AccountsError
from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import Anybody, Way, find_accounts, find_asking
from secondsource.web.accounts.own import change_password as change_own
from secondsource.web.accounts.own import need_user
from secondsource.web.accounts.person import Role
from secondsource.web.accounts.users import User
from secondsource.web.failures import say_failure
from secondsource.web.layout import show_page
from secondsource.web.numbers import LARGEST_NUMBER

router = APIRouter(include_in_schema=False)
_MOST = 5_000
_Text = Annotated[str, Form(max_length=_MOST)]


@router.get("/me", response_class=HTMLResponse)
def show_me(request: Request, person: Anybody) -> Response:
    """One's own page."""
    if find_asking(request).way is not Way.SESSION:
        return show_page(request, "me_local.html.j2", person=person)
    return _show(request, find_accounts(request).users.get(person.name))


@router.post("/me/tokens", response_class=HTMLResponse)
def make_token(request: Request, name: _Text, role: Annotated[Role, Form()]) -> Response:
    """The page with a new token, whose secret is shown this once."""
    user = need_user(request)
    try:
        made = find_accounts(request).tokens.create(user, name, role)
    except AccountsError as error:
        return _show(request, user, 400, problem=say_failure(request, error))
    return _show(request, user, secret=made.secret)


@router.post("/me/tokens/revoke")
def revoke_token(
    request: Request, number: Annotated[int, Form(ge=1, le=LARGEST_NUMBER)]
) -> RedirectResponse:
    """The token made worthless, and back to one's page."""
    find_accounts(request).tokens.revoke(need_user(request), number)
    return RedirectResponse("/me", status_code=303)


@router.post("/me/password", response_class=HTMLResponse)
def change_password(request: Request, password: _Text, new: _Text, again: _Text) -> Response:
    """Another password taken; one's other sessions end."""
    user = need_user(request)
    if new != again:
        return _show(request, user, 400, problem=_("The two new passwords differ."))
    try:
        change_own(request, user, password, new)
    except HTTPException as refusal:
        answer = _show(request, user, refusal.status_code, problem=str(refusal.detail))
        answer.headers.update(refusal.headers or {})
        return answer
    except AccountsError as error:
        return _show(request, user, 400, problem=say_failure(request, error))
    done = _("You have another password. You were logged out everywhere but here.")
    if find_accounts(request).tokens.count(user):
        done += " " + _("Your tokens go on: revoke those that somebody else may know.")
    return _show(request, user, done=done)


def _show(request: Request, user: User, status: int = 200, **said: str) -> Response:
    """One's page, with what is said of the last thing done: `problem`, `done` or `secret`."""
    told = {"problem": "", "done": "", "secret": "", **said}
    tokens = find_accounts(request).tokens.list(user)
    roles = [role for role in Role if user.role.covers(role)]
    return show_page(
        request, "me.html.j2", status=status, user=user, tokens=tokens, roles=roles, **told
    )
