"""What a reader sees when something cannot be shown: one clear line and where to go."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from secondsource.errors import (
    AccountMissingError,
    ArchiveLockedError,
    ArchiveReadOnlyError,
    ArticleNotFoundError,
    ArticleRemovedError,
    BusyError,
    CaseError,
    ComparisonError,
    DecisionConflictError,
    DecisionNotFoundError,
    DecisionOverError,
    ExaminationError,
    FamilyNotFoundError,
    JobNotFoundError,
    JobOverError,
    PersonNotFoundError,
    QueueFullError,
    RequestError,
    SecondSourceError,
    SubjectError,
    WebhookNotFoundError,
)
from secondsource.files import NO_ROOM
from secondsource.jobs.removing import say_removal
from secondsource.messages import gettext as _
from secondsource.messages import use_language
from secondsource.web.failure_words import say_told, tell_failure
from secondsource.web.layout import show_page
from secondsource.web.middleware.security import add_security_headers
from secondsource.web.middleware.speaking import read_language
from secondsource.web.settings import Settings

API_PREFIX = "/api/"
_STATUSES = {
    AccountMissingError: 404,
    ArticleNotFoundError: 404,
    FamilyNotFoundError: 404,
    PersonNotFoundError: 404,
    JobNotFoundError: 404,
    JobOverError: 409,
    RequestError: 422,
    ComparisonError: 422,
    ArchiveLockedError: 503,
    ArchiveReadOnlyError: 403,
    QueueFullError: 503,
    BusyError: 503,
    CaseError: 503,
    ExaminationError: 404,
    DecisionConflictError: 409,
    DecisionNotFoundError: 404,
    DecisionOverError: 409,
    SubjectError: 422,
    WebhookNotFoundError: 404,
}
RETRY_SECONDS = 10
"""When to ask again where somebody else comes first."""
_LOG = logging.getLogger(__name__)


def add_failure_pages(app: FastAPI) -> None:
    """Give the app a page, or JSON under `/api/`, for each way in which a request can fail."""
    app.add_exception_handler(HTTPException, _answer_http_error)
    app.add_exception_handler(RequestValidationError, _answer_bad_request)
    app.add_exception_handler(SecondSourceError, _answer_known_error)
    app.add_exception_handler(OSError, _answer_system_error)
    app.add_exception_handler(Exception, _answer_crash)


def show_failure(request: Request, status: int, message: str) -> Response:
    """The answer to a request that failed: its one clear line, as a page or as JSON."""
    if request.scope["path"].startswith(API_PREFIX):
        return JSONResponse({"detail": message}, status_code=status)
    return show_page(request, "failure.html.j2", status=status, message=message)


def _answer_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if _is_full(error.__context__):  # what was sent is kept on the disk while it comes in
        return _answer_no_room(request, error)
    answer = show_failure(request, error.status_code, _say_http_error(request, error))
    answer.headers.update(error.headers or {})
    return answer


def _say_http_error(request: Request, error: HTTPException) -> str:
    """The sentence of ours; one in its place where the library below says something in English."""
    if error.status_code == 404:
        return _("There is no such page.")
    if error.status_code == 405 and request.scope["path"].startswith(API_PREFIX):
        return _("This address takes no such method: /api/openapi.json lists those that it takes.")
    if error.status_code == 405:
        return _("This page cannot be asked for like that: open it by its link or its form.")
    # Only what cannot be taken apart is a 400 with another error under it.
    if error.status_code == 400 and error.__context__ is not None:
        return _("What was sent is cut off, or has too many parts, so nothing was done.")
    return str(error.detail)


def _answer_bad_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = sorted({str(each["loc"][-1]) for each in error.errors() if each["loc"]})
    message = _("The request cannot be read; look at: %(fields)s.", fields=", ".join(wrong)[:300])
    return show_failure(request, 422, message)


def _answer_known_error(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUSES.items() if isinstance(error, kind)), 400)
    answer = show_failure(request, status, say_failure(request, error))
    if status == 503:
        answer.headers["Retry-After"] = str(RETRY_SECONDS)
    return answer


def say_failure(request: Request, error: Exception) -> str:
    """What happened and what to do, in words that name no folder and no command of the server."""
    if isinstance(error, DecisionConflictError):
        return _(
            "%(who)s decided on this after what you had seen. Nothing was lost. Look at it; to "
            "decide all the same, name %(number)s as last seen.",
            who=error.decided_by,
            number=error.last,
        )
    if isinstance(error, ArticleRemovedError):
        when = say_removal(error.removed_at, error.removed_by)
        return _("This article was removed from the archive on %(day)s.", day=when)
    settings: Settings = request.app.state.settings
    return say_told(tell_failure(error, settings.archive))


def _answer_system_error(request: Request, error: Exception) -> Response:
    """The answer where there is no room; whatever else the system does not do is a crash."""
    if not _is_full(error):
        raise error
    return _answer_no_room(request, error)


def _answer_no_room(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s: no room is left: %s", request.method, request.scope["path"], error)
    message = _(
        "There is no room left on the disk here, so nothing of this was kept. Have some space "
        "freed, and do it again."
    )
    return show_failure(request, 507, message)


def _is_full(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in NO_ROOM


def _answer_crash(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s failed", request.method, request.scope["path"], exc_info=error)
    with use_language(read_language(request.headers)):  # it is answered outside of what speaks it
        message = _(
            "Something went wrong here; it was noted in the log. Look whether what you did was "
            "kept before you do it again."
        )
        answer = show_failure(request, 500, message)
    add_security_headers(answer.headers)  # a crash is answered outside of what adds them
    return answer
