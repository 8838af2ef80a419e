"""The accounts, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondsource.errors import AccountsError
from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import Admin, find_accounts, need_role
from secondsource.web.accounts.person import Role
from secondsource.web.layout import show_page

router = APIRouter(
    prefix="/users", include_in_schema=False, dependencies=[Depends(need_role(Role.ADMIN))]
)
_Text = Annotated[str, Form(max_length=5_000)]


@router.get("", response_class=HTMLResponse)
def show_users(request: Request) -> Response:
    """Everybody who has an account."""
    return _show(request)


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
        return _show(request, 400, problem=str(error))
    return _go_back()


@router.post("/role", response_class=HTMLResponse)
def change_role(request: Request, name: _Text, role: Annotated[Role, Form()]) -> Response:
    """Another role for somebody."""
    try:
        find_accounts(request).users.change_role(name, role)
    except AccountsError as error:
        return _show(request, 400, problem=str(error))
    return _go_back()


@router.post("/disable", response_class=HTMLResponse)
def disable_user(request: Request, name: _Text) -> Response:
    """Somebody's account shut."""
    try:
        find_accounts(request).users.disable(name)
    except AccountsError as error:
        return _show(request, 400, problem=str(error))
    return _go_back()


@router.post("/enable", response_class=HTMLResponse)
def enable_user(request: Request, name: _Text) -> Response:
    """Somebody's account opened again."""
    find_accounts(request).users.enable(name)
    return _go_back()


@router.post("/password", response_class=HTMLResponse)
def change_password(request: Request, person: Admin, name: _Text, password: _Text) -> Response:
    """Another password for somebody else, who is logged out everywhere."""
    users = find_accounts(request).users
    try:
        user = users.get(name)
        if user.name == person.name:
            raise AccountsError(_("Change your own password on your own page."))
        users.change_password(user.name, password)
    except AccountsError as error:
        return _show(request, 400, problem=str(error))
    return _go_back()


def _go_back() -> RedirectResponse:
    return RedirectResponse("/users", status_code=303)


def _show(request: Request, status: int = 200, problem: str = "") -> Response:
    return show_page(
        request,
        "users.html.j2",
        status=status,
        users=find_accounts(request).users.list(),
        roles=list(Role),
        problem=problem,
    )
