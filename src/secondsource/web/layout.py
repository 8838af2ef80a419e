"""The frame of every page: the templates, and what all of them may use."""

from functools import cache
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, Template
from markupsafe import Markup, escape

from secondsource.messages import LANGUAGES, current_language
from secondsource.messages.retelling import retell
from secondsource.report import html
from secondsource.report.environment import open_environment, show_value
from secondsource.report.html import STYLES
from secondsource.report.wording import say_date, say_language, say_time
from secondsource.web.accounts.asking import find_asking
from secondsource.web.accounts.person import Role
from secondsource.web.failure_words import say_told
from secondsource.web.settings import Settings

_HTMX = "htmx-2.0.11.min.js"
STOP_ASKING = 286
"""The status that tells htmx to show an answer and to ask no more."""


def show_page(
    request: Request, template: str, /, *, status: int = 200, **values: object
) -> HTMLResponse:
    """A page made from a template, in the reader's language.

    Args:
        request: who asks, and for what.
        template: the name of the template, as in `web/templates`.
        status: the HTTP status.
        values: what the template uses besides `request`, `asking`, `settings`, `languages`, and
            `may_review`: whether whoever asks may add, examine and decide.
    """
    settings: Settings = request.app.state.settings
    text = find_template(template).render(
        request=request,
        asking=find_asking(request),
        settings=settings,
        language=current_language(),
        languages=LANGUAGES,
        htmx=_HTMX,
        styles=STYLES,
        may_review=_may_review(request),
        **values,
    )
    return HTMLResponse(text, status_code=status)


def _may_review(request: Request) -> bool:
    person = find_asking(request).person
    return person is not None and person.role.covers(Role.REVIEWER)


def is_swapped(request: Request) -> bool:
    """Whether the answer takes the place of a part of the page, and is no page of its own."""
    return request.headers.get("HX-Request") == "true"


def find_template(name: str) -> Template:
    """A template, for what is made of it again and again in one page."""
    return _environment().get_template(name)


def open_templates() -> None:
    """Make all templates of pages and reports ready, so that the first reader does not wait."""
    html.open_templates()
    for name in _environment().list_templates(extensions=["j2"]):
        find_template(name)


@cache
def _environment() -> Environment:
    environment = open_environment("secondsource.web", show_value)
    environment.filters["segment"] = lambda text: quote(str(text), safe="")
    environment.filters["retell"] = retell
    environment.filters["told"] = say_told
    environment.filters["given"] = give_back
    environment.filters["day"] = lambda moment: say_date(str(moment)[:10])
    environment.filters["moment"] = say_time
    environment.filters["language"] = say_language
    return environment


def give_back(text: object) -> Markup:
    """What somebody typed or chose, for a field that sends it again: nothing in it is named.

    Args:
        text: as it was given; half a character, which no page can hold, becomes "?".
    """
    return escape(str(text).encode("utf-8", "replace").decode("utf-8"))
