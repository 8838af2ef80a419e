"""Each request is answered in its reader's language."""

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from secondsource.messages import LANGUAGES, choose_language, use_language

LANGUAGE_COOKIE = "language"


class SpeakLanguage:
    """Speaks, while a request is answered, the language that its reader chose or likes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with use_language(read_language(Headers(scope=scope))):
            await self._app(scope, receive, send)


def read_language(headers: Headers) -> str:
    """The language of the cookie, else the one that the browser likes best."""
    try:
        chosen = SimpleCookie(headers.get("cookie", "")).get(LANGUAGE_COOKIE)
    except CookieError:
        chosen = None
    if chosen and chosen.value in LANGUAGES:
        return chosen.value
    return choose_language(headers.get("accept-language", ""))
