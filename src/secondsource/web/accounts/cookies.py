"""The cookies of the workbench: sent to no other site, read by no script."""

from fastapi import Request, Response

from secondsource.web.settings import Settings

SESSION = "session"
VISIT = "visit"


def read_cookie(request: Request, name: str) -> str:
    """The value of one of our cookies; empty when there is none."""
    return request.cookies.get(_full_name(request, name), "")


def set_cookie(request: Request, answer: Response, name: str, value: str) -> None:
    """Have a browser keep a value until it is closed."""
    answer.set_cookie(
        _full_name(request, name),
        value,
        httponly=True,
        samesite="lax",
        secure=_is_secure(request),
        path="/",
    )


def drop_cookie(request: Request, answer: Response, name: str) -> None:
    """Have a browser forget a value."""
    answer.delete_cookie(
        _full_name(request, name),
        httponly=True,
        samesite="lax",
        secure=_is_secure(request),
        path="/",
    )


def _full_name(request: Request, name: str) -> str:
    """The name; over https with the prefix that keeps other hosts from setting it."""
    return f"__Host-{name}" if _is_secure(request) else name


def _is_secure(request: Request) -> bool:
    settings: Settings = request.app.state.settings
    return settings.https or bool(request.scope["scheme"] == "https")
