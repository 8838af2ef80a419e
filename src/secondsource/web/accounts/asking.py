"""Who asks: found once for each request by the guard, and read by whatever answers it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from secondsource.messages import gettext as _
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.limiting import LoginLimits
from secondsource.web.accounts.person import Person, Role


class Way(Enum):
    """How somebody is known."""

    NOBODY = auto()
    """Not at all: they may only log in."""
    LOCAL = auto()
    """They sit at this machine, and nobody has an account."""
    SESSION = auto()
    """They logged in."""
    TOKEN = auto()
    """A program asks for them, by a token of theirs."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and how they are known.

    `csrf` is what a form must carry to be theirs. `session` is the hash of their session.
    `visit` is the secret of a browser in which nobody has logged in.
    """

    way: Way
    person: Person | None = None
    csrf: str = ""
    session: bytes = b""
    visit: str = ""


UNKNOWN = Asking(Way.NOBODY)


def find_asking(request: Request) -> Asking:
    """Who asks; nobody where the guard was not asked, as when the guard itself failed."""
    found = getattr(request.state, "asking", UNKNOWN)
    assert isinstance(found, Asking)
    return found


def find_person(request: Request) -> Person:
    """The person who asks; a dependency.

    Raises:
        HTTPException: 401, nobody is known.
    """
    person = find_asking(request).person
    if person is None:
        raise HTTPException(401, _("Log in first."))
    return person


def need_role(role: Role) -> Callable[[Request], Person]:
    """A dependency that gives the person who asks, if their role covers another.

    Args:
        role: the least that they must be.
    """

    def find_allowed(request: Request) -> Person:
        person = find_person(request)
        if not person.role.covers(role):
            raise HTTPException(403, say_role_needed(role))
        return person

    return find_allowed


Anybody = Annotated[Person, Depends(find_person)]
Reviewer = Annotated[Person, Depends(need_role(Role.REVIEWER))]
Admin = Annotated[Person, Depends(need_role(Role.ADMIN))]


def say_role_needed(role: Role) -> str:
    """The sentence for somebody whose role is not enough."""
    if role is Role.ADMIN:
        return _("Only an administrator may do that. Ask one of yours.")
    return _("A reader may read, not change anything. Ask an administrator for another role.")


def find_accounts(request: Request) -> Accounts:
    """The accounts of the archive that is served."""
    accounts: Accounts = request.app.state.accounts
    return accounts


def find_limits(request: Request) -> LoginLimits:
    """The limits on guessing passwords."""
    limits: LoginLimits = request.app.state.login_limits
    return limits
