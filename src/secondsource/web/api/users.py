"""The accounts, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from pydantic import BaseModel, ConfigDict, Field

from secondsource.errors import AccountMissingError, AccountsError, RequestError
from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import Admin, find_accounts, need_role
from secondsource.web.accounts.person import Role
from secondsource.web.accounts.users import User, UserStore
from secondsource.web.api.shapes import PROBLEMS, Shape
from secondsource.web.numbers import LARGEST_NUMBER

router = APIRouter(
    prefix="/api/users",
    tags=["people"],
    responses=PROBLEMS,
    dependencies=[Depends(need_role(Role.ADMIN))],
)
Number = Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="The number of the account.")]
_Text = Annotated[str, Field(max_length=5_000)]


class UserShape(Shape):
    """An account; nobody's password is shown."""

    number: int
    name: str
    role: Role
    created: str
    disabled: str | None = Field(description="Since when it is shut; null while it is open.")


class NewUser(BaseModel):
    """An account to be made."""

    model_config = ConfigDict(extra="forbid")

    name: _Text
    role: Role
    password: _Text


class UserChange(BaseModel):
    """What is to be changed of an account: one thing, so that it is changed or nothing is."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"minProperties": 1, "maxProperties": 1}
    )

    role: Role | None = None
    disabled: bool | None = None
    password: _Text | None = None


@router.get("", summary="Everybody who has an account")
def list_users(request: Request) -> list[UserShape]:
    """The accounts, by name; none where one works alone."""
    return [UserShape.model_validate(user) for user in find_accounts(request).users.list()]


@router.post("", status_code=201, summary="Make an account")
def add_user(request: Request, user: NewUser) -> UserShape:
    """The new account. The first one is made with `secondsource users add`."""
    users = find_accounts(request).users
    if not users.any():
        raise AccountsError(_("The first account is made with `secondsource users add`."))
    return UserShape.model_validate(users.add(user.name, user.role, user.password))


@router.patch("/{number}", summary="Change an account")
def change_user(request: Request, person: Admin, number: Number, change: UserChange) -> UserShape:
    """The account as it is then; another password ends its sessions and tokens."""
    users = find_accounts(request).users
    name = _find(users, number).name
    if len(change.model_dump(exclude_none=True)) != 1:
        raise RequestError(_("Change one thing at a time: role, disabled or password."))
    if change.password is not None:
        if name == person.name:
            raise AccountsError(_("Change your own password on your own page."))
        users.reset_password(name, change.password)
    elif change.role is not None:
        users.change_role(name, change.role)
    else:
        (users.disable if change.disabled else users.enable)(name)
    return UserShape.model_validate(users.get(name))


def _find(users: UserStore, number: int) -> User:
    for user in users.list():
        if user.number == number:
            return user
    raise AccountMissingError(_("There is no account with that number."))
