"""How much a request may bring."""

from fastapi import Request
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import find_asking
from secondsource.web.failures import show_failure

MOST_BYTES = 1024 * 1024
MOST_UPLOADED_BYTES = 256 * 1024 * 1024
MOST_FROM_STRANGERS = 16 * 1024
_MEGABYTE = 1024 * 1024


class BodyLimit:
    """Refuses a request that brings too much, at once if it says so, else when it has."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        most = _find_limit(request)
        if _read_length(request.headers) > most:
            await show_failure(request, 413, _say_too_much(most))(scope, receive, send)
            return
        await self._app(scope, _count(receive, most), send)


def _count(receive: Receive, most: int) -> Receive:
    """The same messages, until their bodies are longer together than is allowed."""
    taken = 0

    async def receive_counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, _say_too_much(most), {"Connection": "close"})
        return message

    return receive_counted


def _find_limit(request: Request) -> int:
    if find_asking(request).person is None:
        return MOST_FROM_STRANGERS
    is_upload = request.headers.get("content-type", "").startswith("multipart/form-data")
    return MOST_UPLOADED_BYTES if is_upload else MOST_BYTES


def _read_length(headers: Headers) -> int:
    """How many bytes a request says it brings; 0 where it does not say."""
    said = headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 20 else 0


def _say_too_much(most: int) -> str:
    if most < _MEGABYTE:
        return _("That is too long to be read here.")
    return _(
        "That is more than %(most)s MB. Send it in parts.",
        most=most // _MEGABYTE,
    )
