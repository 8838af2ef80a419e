"""How much a request may bring, and how long that may take."""

import time
from dataclasses import dataclass

from anyio import fail_after
from fastapi import Request, Response
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import find_asking
from secondsource.web.failures import RETRY_SECONDS, show_failure
from secondsource.web.shared.places import Places

MOST_BYTES = 1024 * 1024
MOST_UPLOADED_BYTES = 256 * 1024 * 1024
_MOST_FROM_STRANGERS = 16 * 1024
MOST_UPLOADS, MOST_UPLOADS_OF_ONE = 4, 2
"""So many arrive at one time, and so many of one person."""
SECONDS = 60.0
"""So long a request may take to arrive."""
_UPLOAD_SECONDS = 3600.0
STALL_SECONDS = 30.0
"""So long nothing of it may come."""
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Allowed:
    """How much a request may bring, and in how many seconds."""

    most: int
    seconds: float


class BodyLimit:
    """Refuses a request that brings too much, at once if it says so, else when it has.

    One that takes too long is refused as well, and a few uploads arrive at one time.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._uploads = Places(MOST_UPLOADS, MOST_UPLOADS_OF_ONE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        person = find_asking(request).person
        allowed = _find_allowed(request)
        if _read_length(request.headers) > allowed.most:
            refusal = show_failure(request, 413, _say_too_much(allowed.most))
            await refusal(scope, receive, send)
        elif person is None or not _is_upload(request):
            await self._app(scope, _count(receive, allowed), send)
        elif not self._uploads.take(person.name):
            await _refuse_upload(request)(scope, receive, send)
        else:
            try:
                await self._app(scope, _count(receive, allowed), send)
            finally:
                self._uploads.give_back(person.name)


def _count(receive: Receive, allowed: Allowed) -> Receive:
    """The same messages, until they bring more together, or take longer, than is allowed."""
    taken = 0
    end = time.monotonic() + allowed.seconds
    whole = False

    async def receive_counted() -> Message:
        nonlocal taken, whole
        if whole:  # what comes now is that the reader went away, which takes as long as it takes
            return await receive()
        try:
            with fail_after(min(STALL_SECONDS, max(0.0, end - time.monotonic()))):
                message = await receive()
        except TimeoutError as error:
            raise HTTPException(408, _say_too_slow(), {"Connection": "close"}) from error
        taken += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if taken > allowed.most:
            raise HTTPException(413, _say_too_much(allowed.most), {"Connection": "close"})
        return message

    return receive_counted


def _refuse_upload(request: Request) -> Response:
    answer = show_failure(
        request, 503, _("Other files are being uploaded just now. Try again in a moment.")
    )
    answer.headers["Retry-After"] = str(RETRY_SECONDS)
    answer.headers["Connection"] = "close"
    return answer


def _find_allowed(request: Request) -> Allowed:
    if find_asking(request).person is None:
        return Allowed(_MOST_FROM_STRANGERS, SECONDS)
    if _is_upload(request):
        return Allowed(MOST_UPLOADED_BYTES, _UPLOAD_SECONDS)
    return Allowed(MOST_BYTES, SECONDS)


def _is_upload(request: Request) -> bool:
    return request.headers.get("content-type", "").startswith("multipart/form-data")


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


def _say_too_slow() -> str:
    return _("That took too long to arrive, so nothing was done. Try again.")
