"""Tries of a password, to log in or to change it: counted, and how long to wait after too many."""

from fastapi import Request

from secondsource.messages import ngettext
from secondsource.web.accounts.asking import find_limits
from secondsource.web.accounts.users import fold_name


def count_try(request: Request, name: str) -> int:
    """Count a try of a password; 0 if it may be made, else how many seconds to wait."""
    address = request.client.host if request.client else ""
    return find_limits(request).count(address, fold_name(name))


def say_wait(seconds: int) -> str:
    """The sentence for somebody who tried a password too often."""
    if seconds < 90:
        return ngettext(
            "Too many tries. Try again in %(num)s second.",
            "Too many tries. Try again in %(num)s seconds.",
            seconds,
        )
    minutes = -(-seconds // 60)
    return ngettext(
        "Too many tries. Try again in %(num)s minute.",
        "Too many tries. Try again in %(num)s minutes.",
        minutes,
    )
