"""The accounts, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondsource.errors import AccountsError
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.web.accounts.asking import Admin, find_accounts, need_role
from secondsource.web.accounts.person import Role
from secondsource.web.accounts.users import User
from secondsource.web.failures import say_failure
from secondsource.web.flash import forget_told, read_told, tell_next
from secondsource.web.hooks.webhooks import find_webhooks
from secondsource.web.layout import show_page

router = APIRouter(
    prefix="/users", include_in_schema=False, dependencies=[Depends(need_role(Role.ADMIN))]
)
_Text = Annotated[str, Form(max_length=5_000)]


@router.get("", response_class=HTMLResponse)
def show_users(request: Request) -> Response:
    """Everybody who has an account."""
    answer = _show(request, done=read_told(request))
    forget_told(request, answer)
    return answer


@router.post("/add", response_class=HTMLResponse)
def add_user(
    request: Request, name: _Text, role: Annotated[Role, Form()], password: _Text
) -> Response:
    """A new account, or what is wrong with it."""
    accounts = find_accounts(request)
    if not accounts.users.any():
        raise AccountsError(_("The first account is made with `secondsource users add`."))
    try:
        accounts.users.add(name, role, password)
    except AccountsError as error:
        return _show(request, 400, problem=say_failure(request, error))
    return _go_back(request)


@router.post("/role", response_class=HTMLResponse)
def change_role(request: Request, name: _Text, role: Annotated[Role, Form()]) -> Response:
    """Another role for somebody."""
    try:
        user = find_accounts(request).users.change_role(name, role)
    except AccountsError as error:
        return _show(request, 400, problem=say_failure(request, error))
    done = _("%(name)s has another role; their tokens may do no more than that.", name=user.name)
    return _go_back(request, done, _tell_webhooks(request, user))


@router.post("/disable", response_class=HTMLResponse)
def disable_user(request: Request, name: _Text) -> Response:
    """Somebody's account shut."""
    accounts = find_accounts(request)
    try:
        tokens = accounts.tokens.count(accounts.users.get(name))
        user = accounts.users.disable(name)
    except AccountsError as error:
        return _show(request, 400, problem=say_failure(request, error))
    done = _("%(name)s can log in no more and was logged out everywhere.", name=user.name)
    return _go_back(request, done, _say_revoked(tokens), _tell_webhooks(request, user))


@router.post("/enable", response_class=HTMLResponse)
def enable_user(request: Request, name: _Text) -> Response:
    """Somebody's account opened again."""
    find_accounts(request).users.enable(name)
    return _go_back(request)


@router.post("/password", response_class=HTMLResponse)
def reset_password(request: Request, person: Admin, name: _Text, password: _Text) -> Response:
    """Another password for somebody else, who is logged out everywhere."""
    accounts = find_accounts(request)
    try:
        user = accounts.users.get(name)
        if user.name == person.name:
            raise AccountsError(_("Change your own password on your own page."))
        tokens = accounts.tokens.count(user)
        accounts.users.reset_password(user.name, password)
    except AccountsError as error:
        return _show(request, 400, problem=say_failure(request, error))
    done = _("%(name)s has another password and was logged out everywhere.", name=user.name)
    return _go_back(request, done, _say_revoked(tokens))


def _say_revoked(tokens: int) -> str:
    return ngettext(
        "%(num)s token of theirs was revoked.", "%(num)s tokens of theirs were revoked.", tokens
    )


def _tell_webhooks(request: Request, user: User) -> str:
    """That somebody who is no administrator (any more) made webhooks which go on; else nothing."""
    if user.role is Role.ADMIN and not user.disabled:
        return ""
    made = [each for each in find_webhooks(request).store.list() if each.made_by == user.name]
    active = sum(each.active for each in made)
    if not active:
        return ""
    return ngettext(
        "%(num)s webhook that they made is still told of changes: look at the webhooks.",
        "%(num)s webhooks that they made are still told of changes: look at the webhooks.",
        active,
    )


def _go_back(request: Request, *done: str) -> RedirectResponse:
    """The way back to the page, which tells what was done."""
    answer = RedirectResponse("/users", status_code=303)
    if done:
        tell_next(request, answer, " ".join(filter(None, done)))
    return answer


def _show(request: Request, status: int = 200, problem: str = "", done: str = "") -> Response:
    """The page, with what is said of the last thing done."""
    return show_page(
        request,
        "users.html.j2",
        status=status,
        users=find_accounts(request).users.list(),
        roles=list(Role),
        problem=problem,
        done=done,
    )
