"""The guard before every page: who asks, and whether they may, decided before anything is done."""

import secrets
from urllib.parse import quote

from anyio.to_thread import run_sync
from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from secondsource.errors import AccountsError, SecondSourceError
from secondsource.messages import gettext as _
from secondsource.report.html import SCRIPT, STYLES
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.asking import UNKNOWN, Asking, Way, say_role_needed
from secondsource.web.accounts.cookies import SESSION, VISIT, read_cookie
from secondsource.web.accounts.csrf import SAFE_METHODS, VisitTokens
from secondsource.web.accounts.person import Person, Role
from secondsource.web.accounts.samesite import check_host, check_site
from secondsource.web.failures import API_PREFIX, say_failure, show_failure
from secondsource.web.settings import Settings

_LOGIN = "/login"
_STATIC_PREFIX = "/static/"
_STYLES = frozenset(f"/report/{name}" for name in (*STYLES, SCRIPT))
_OPEN = frozenset({_LOGIN, "/language"}) | _STYLES
# What everybody may do for themselves; any other change takes a reviewer.
_OWN = frozenset({_LOGIN, "/logout", "/language"})
_OWN_PREFIXES = ("/me/", "/api/me/")


class Guard:
    """Lets a request pass with what is known of who asks, or answers it itself.

    Whatever is not named here as open needs a person, and whatever changes anything needs one who
    may review: a page that forgets to ask is closed, not open.
    """

    def __init__(self, app: ASGIApp, settings: Settings, accounts: Accounts) -> None:
        self._app = app
        self._settings = settings
        self._accounts = accounts
        self._tokens = VisitTokens()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request pass or answer it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            request = Request(scope)
            request.state.asking = UNKNOWN
            is_static = _find_path(request).startswith(_STATIC_PREFIX)
            answer = None if is_static else await run_sync(self._refuse, request)
            await (answer or self._app)(scope, receive, send)

    def _refuse(self, request: Request) -> Response | None:
        """The answer to a request that may not pass; None lets it pass."""
        try:
            request.state.asking = asking = self._identify(request)
            if asking.person is None:
                return self._meet_stranger(request)
            _check_change(request, asking.way, asking.person)
        except HTTPException as refusal:
            return _explain(request, refusal)
        except SecondSourceError as error:
            return show_failure(request, 503, say_failure(request, error))
        return None

    def _identify(self, request: Request) -> Asking:
        if not self._accounts.users.any():
            _require_local(self._settings)
            check_host(request, self._settings.host)
            person = Person(self._settings.person, Role.ADMIN)
            return Asking(Way.LOCAL, person, self._tokens.local)
        if secret := _read_bearer(request):
            holder = self._accounts.tokens.find(secret)
            if holder is None:
                raise HTTPException(
                    401, _("This token is not valid (any more)."), {"WWW-Authenticate": "Bearer"}
                )
            return Asking(Way.TOKEN, holder)
        session = self._accounts.sessions.find(read_cookie(request, SESSION))
        if session:
            return Asking(Way.SESSION, session.person, session.csrf, session.hash)
        visit = read_cookie(request, VISIT) or secrets.token_urlsafe(32)
        return Asking(Way.NOBODY, csrf=self._tokens.make(visit), visit=visit)

    def _meet_stranger(self, request: Request) -> Response | None:
        if _find_path(request) not in _OPEN:
            return _send_to_login(request)
        if request.method not in SAFE_METHODS:
            check_site(request)
        return None


def check_audience(settings: Settings, accounts: Accounts) -> None:
    """Refuse to serve other machines while nobody has an account.

    Raises:
        ArchiveError: who has an account cannot be read, which is told now, not to each reader.
        AccountsError: others could reach it, and nobody would have to log in.
    """
    anybody = accounts.users.any()
    if not settings.is_local and not anybody:
        raise AccountsError(
            f"Other machines can reach {settings.host}, and nobody has an account yet. Make one "
            f"with `secondsource users add NAME --role admin --archive {settings.archive}`, or "
            "listen on 127.0.0.1."
        )


def _find_path(request: Request) -> str:
    """The path by which the app finds its routes. (That of `request.url` is made with the header
    `Host`, which can hold a path of its own in some versions of Starlette.)
    """
    path: str = request.scope["path"]
    return path


def _require_local(settings: Settings) -> None:
    if not settings.is_local:
        raise HTTPException(503, _("Nobody has an account here, so nothing is shown."))


def _read_bearer(request: Request) -> str:
    """The token that a program shows under `/api/`, where it shows one."""
    scheme, _space, secret = request.headers.get("authorization", "").partition(" ")
    inside = _find_path(request).startswith(API_PREFIX)
    return secret.strip() if inside and scheme.casefold() == "bearer" else ""


def _check_change(request: Request, way: Way, person: Person) -> None:
    if request.method in SAFE_METHODS:
        return
    if way is not Way.TOKEN:
        check_site(request)
    path = _find_path(request)
    own = path in _OWN or path.startswith(_OWN_PREFIXES)
    if not own and not person.role.covers(Role.REVIEWER):
        raise HTTPException(403, say_role_needed(Role.REVIEWER))


def _send_to_login(request: Request) -> Response:
    """The way to the login page, in the form that whatever asks can take."""
    if _find_path(request).startswith(API_PREFIX):
        needed = HTTPException(
            401, _("Log in, or send a token: Authorization: Bearer TOKEN."),
            {"WWW-Authenticate": "Bearer"},
        )  # fmt: skip
        return _explain(request, needed)
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": _LOGIN})
    if request.method not in SAFE_METHODS:
        return show_failure(
            request, 401, _("You are not logged in (any more), so nothing was changed. Log in.")
        )
    query = request.scope["query_string"].decode("latin-1")
    path = quote(_find_path(request)) + (f"?{query}" if query else "")
    where = "" if path == "/" else f"?next={quote(path, safe='')}"
    return RedirectResponse(_LOGIN + where, status_code=303)


def _explain(request: Request, refusal: HTTPException) -> Response:
    answer = show_failure(request, refusal.status_code, str(refusal.detail))
    answer.headers.update(refusal.headers or {})
    return answer
