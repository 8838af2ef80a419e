"""One's own account: whose it is, and another password for it; for the page and the API alike."""

from fastapi import Request
from starlette.exceptions import HTTPException

from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import Way, find_accounts, find_asking
from secondsource.web.accounts.tries import count_try, say_wait
from secondsource.web.accounts.users import User


def need_user(request: Request) -> User:
    """The account of whoever logged in.

    A token is not enough: whoever got hold of one could make others that outlive it.

    Raises:
        HTTPException: 400, there are no accounts here; 403, a token asks.
    """
    asking = find_asking(request)
    if asking.way is Way.TOKEN:
        raise HTTPException(403, _("That takes a login; a token is not enough for it."))
    if asking.way is not Way.SESSION or asking.person is None:
        raise HTTPException(400, _("That takes an account, and you have not logged in to one."))
    return find_accounts(request).users.get(asking.person.name)


def change_password(request: Request, user: User, password: str, new: str) -> None:
    """Take another password; one's other sessions end.

    Args:
        request: in whose session it is asked for; that one goes on.
        user: whose account.
        password: the present one.
        new: the one to be taken.

    Raises:
        HTTPException: 429, too many tries; 403, it is not the present password.
        AccountsError: the new one is too short or too long.
    """
    users = find_accounts(request).users
    if wait := count_try(request, user.name):
        raise HTTPException(429, say_wait(wait), {"Retry-After": str(wait)})
    if users.check_password(user.name, password) is None:
        raise HTTPException(403, _("That is not your present password."))
    users.change_password(user.name, new, find_asking(request).session)
