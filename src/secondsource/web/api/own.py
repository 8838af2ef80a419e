"""One's own tokens and password, for whoever is logged in; a token is not enough for any of it."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from secondsource.web.accounts.asking import find_accounts
from secondsource.web.accounts.own import change_password, need_user
from secondsource.web.accounts.person import Role
from secondsource.web.api.shapes import PROBLEMS, Problem, Shape
from secondsource.web.numbers import LARGEST_NUMBER

router = APIRouter(prefix="/api/me", tags=["people"], responses=PROBLEMS)
Number = Annotated[int, Path(ge=1, le=LARGEST_NUMBER, description="The number of the token.")]
_Text = Annotated[str, Field(max_length=5_000)]


class TokenShape(Shape):
    """A token without its secret."""

    number: int
    name: str
    role: Role
    created: str
    used: str | None
    revoked: str | None = Field(description="Since when it is worthless; null while it holds.")


class NewTokenShape(Shape):
    """A new token and its secret, which is not shown again."""

    secret: str
    token: TokenShape


class TokenDraft(BaseModel):
    """A token that is to be made."""

    model_config = ConfigDict(extra="forbid")

    name: _Text = Field(description="What it is for.")
    role: Role = Field(description="The most that it may do: at most one's own role.")


class PasswordChange(BaseModel):
    """The present password, and the one to be taken."""

    model_config = ConfigDict(extra="forbid")

    password: _Text
    new: _Text


@router.get("/tokens", summary="One's tokens")
def list_tokens(request: Request) -> list[TokenShape]:
    """The newest first, those that were revoked too."""
    found = find_accounts(request).tokens.list(need_user(request))
    return [TokenShape.model_validate(each) for each in found]


@router.post("/tokens", status_code=201, summary="Make a token")
def make_token(request: Request, draft: TokenDraft) -> NewTokenShape:
    """The token with its secret, known only now."""
    made = find_accounts(request).tokens.create(need_user(request), draft.name, draft.role)
    return NewTokenShape.model_validate(made)


@router.delete("/tokens/{number}", status_code=204, summary="Revoke a token")
def revoke_token(request: Request, number: Number) -> Response:
    """Nothing: it is worthless from now on."""
    find_accounts(request).tokens.revoke(need_user(request), number)
    return Response(status_code=204)


@router.post(
    "/password",
    status_code=204,
    responses={429: {"model": Problem}},
    summary="Take another password",
)
def take_password(request: Request, change: PasswordChange) -> Response:
    """Nothing: one's other sessions have ended. 403: that is not the present one; 429: too many
    tries, and `Retry-After` says when the next may be made.
    """
    change_password(request, need_user(request), change.password, change.new)
    return Response(status_code=204)
