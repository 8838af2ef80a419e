"""The choice of language, kept in a cookie of this browser."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from secondsource.messages import LANGUAGES
from secondsource.web.middleware.speaking import LANGUAGE_COOKIE

router = APIRouter(include_in_schema=False)
_YEAR = 365 * 24 * 3600  # seconds


@router.post("/language")
def set_language(
    language: Annotated[str, Form(max_length=8)], back: Annotated[str, Form(max_length=2000)] = "/"
) -> RedirectResponse:
    """Back to the page, from now on in the chosen language."""
    answer = RedirectResponse(keep_inside(back), status_code=303)
    if language in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, language, max_age=_YEAR, httponly=True, samesite="lax")
    return answer


def keep_inside(address: str) -> str:
    """The address if it is a path of this workbench, else its first page: no open redirect."""
    inside = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if inside and address.isprintable() and "\\" not in address else "/"
