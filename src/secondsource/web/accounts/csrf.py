"""The token that a form carries to show that it comes from a page of ours."""

import hashlib
import hmac
import secrets

from fastapi import Request
from starlette.exceptions import HTTPException

from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import Way, find_asking
from secondsource.web.failures import API_PREFIX

_FIELD = "csrf"
_HEADER = "x-csrf-token"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class VisitTokens:
    """The tokens of this process: of browsers in which nobody is logged in, and of this machine."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self.local = secrets.token_urlsafe(32)

    def make(self, visit: str) -> str:
        """The token that belongs to the secret of a browser's visit."""
        return hmac.new(self._key, visit.encode(errors="replace"), hashlib.sha256).hexdigest()


async def check_csrf(request: Request) -> None:
    """Refuse to change anything for a form that carries no token of ours; a dependency.

    What a program asks by a token of its own needs none: no browser sends that by itself.

    Raises:
        HTTPException: 403, the token is missing or another's.
    """
    asking = find_asking(request)
    if request.method in SAFE_METHODS or asking.way is Way.TOKEN:
        return
    given = request.headers.get(_HEADER) or await _read_field(request)
    if not asking.csrf or not hmac.compare_digest(given.encode(), asking.csrf.encode()):
        raise HTTPException(403, _say_missing(request, asking.way))


async def _read_field(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith(_FORMS):
        return ""
    value = (await request.form()).get(_FIELD)
    return value if isinstance(value, str) else ""


def _say_missing(request: Request, way: Way) -> str:
    """What a person does about it, or a program, which sees no page."""
    if not request.scope["path"].startswith(API_PREFIX):
        return _("This page was open too long. Load it again and repeat what you did.")
    if way is Way.LOCAL:
        return _("A write needs the header X-CSRF-Token with what GET /api/me gives as `csrf`.")
    return _(
        "A write needs a token of yours (Authorization: Bearer TOKEN), or with a login the header "
        "X-CSRF-Token with what GET /api/me gives as `csrf`."
    )
