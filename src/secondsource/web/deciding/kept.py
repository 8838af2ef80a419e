"""What a page tells whoever has just decided: that it is kept, and what it is."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from secondsource.archive import Archive
from secondsource.errors import DecisionNotFoundError
from secondsource.report.telling import say_decision
from secondsource.review.decision import Decision
from secondsource.web.layout import is_swapped


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A decision that was just taken: its number, the key of what it is on, and what it says."""

    number: int
    key: str
    told: str


def find_note(archive: Archive, number: int | None) -> KeptNote | None:
    """What is told of the decision with a number; None where there is none."""
    if number is None:
        return None
    try:
        decision = archive.review.get(number)
    except DecisionNotFoundError:
        return None
    return KeptNote(number, decision.key, say_decision(decision))


def find_place(article: str, family: str) -> str:
    """The address of the family, or else the article, on whose page one came to decide."""
    kind, id_ = ("families", family) if family else ("articles", article)
    return f"/{kind}/{quote(id_, safe='')}"


def show_again(request: Request, article: str, family: str, decision: Decision) -> Response:
    """The way back to the family or article that one came from, with its counts as they are now.

    What of it was shown, such as a page of its statements, is shown again.
    """
    path = find_place(article, family)
    here = urlsplit(request.headers.get("HX-Current-URL", ""))
    shown = parse_qsl(here.query) if here.path == path else []
    asked = {**dict(shown), "kept": decision.number}
    address = f"{path}?{urlencode(asked)}#just-kept"
    if is_swapped(request):
        return Response(headers={"HX-Redirect": address})
    return RedirectResponse(address, status_code=303)
