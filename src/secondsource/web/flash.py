"""One sentence on what was just done, told on the page that the browser is sent to next.

The cookie holds it for that one page, so that loading the page again does nothing again.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from fastapi import Request, Response

from secondsource.web.accounts.cookies import drop_cookie, read_cookie, set_cookie

_TOLD = "told"
_LONGEST = 1_000
"""Characters; a browser keeps four thousand bytes."""


def tell_next(request: Request, answer: Response, sentence: str) -> None:
    """Have the next page tell a sentence, in the reader's language."""
    value = urlsafe_b64encode(sentence[:_LONGEST].encode("utf-8", "replace")).decode("ascii")
    set_cookie(request, answer, _TOLD, value)


def read_told(request: Request) -> str:
    """The sentence that the page before left to be told; empty where it left none."""
    try:
        return urlsafe_b64decode(read_cookie(request, _TOLD)).decode("utf-8")[:_LONGEST]
    except ValueError:  # no cookie of ours
        return ""


def forget_told(request: Request, answer: Response) -> None:
    """Have the sentence told no more."""
    if read_cookie(request, _TOLD):
        drop_cookie(request, answer, _TOLD)
