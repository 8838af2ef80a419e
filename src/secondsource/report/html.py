"""The report as HTML: one file that opens without any network, or its parts for another page."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, Template
from markupsafe import Markup

from secondsource.lineage.compare import Comparison
from secondsource.messages import current_language
from secondsource.report import naming, quoted, wording
from secondsource.report.comparison import view_comparison
from secondsource.report.environment import open_report_environment, show_value
from secondsource.report.explanations import EXPLANATIONS
from secondsource.report.groups import MEMBERS_SHOWN
from secondsource.report.page import make_page
from secondsource.report.shelf import make_shelf
from secondsource.report.timeline import NARROW, WIDE, draw_timeline, read_style
from secondsource.review.report import Report
from secondsource.review.subject import ArticleSubject, Subject, write_key

Actions = Callable[[Subject], Markup]
"""Given an item that a person can decide on, the HTML of ours that stands beside it: forms,
buttons, what was decided. Empty where nothing shall stand there."""

Addresses = Callable[[str], str]
"""Given the id of an article, the address of a page of ours about it; empty where there is none."""

STYLES: Final = ("palette.css", "base.css", "report.css", "timeline.css")
"""The style sheets of a report, in their order; `base.css` is for the page as a whole."""

SCRIPT: Final = "report.js"
"""The script of a report. Every part reads in full without it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a report's page in their order, each HTML that may stand in any page's body.

    `title` is the plain title of the page. `signs` holds the pictures that all others refer to
    and must stand on the page once, before them.
    """

    title: str
    signs: Markup
    contents: Markup
    first: Markup
    article: Markup
    claims: Markup
    evidence: Markup
    decided: Markup
    forecasts: Markup
    quotations: Markup
    naming: Markup
    families: Markup
    searched: Markup
    methods: Markup


def render_html(report: Report) -> str:
    """The whole report as one HTML page: no other file, no script or font from elsewhere.

    Args:
        report: what the stages found.

    Returns:
        A complete HTML document, to be written as UTF-8. Every text from the articles is
        escaped, hidden characters are named, and only http and https addresses are links.
    """
    script = _read_template(SCRIPT)
    return _find_template("page").render(
        parts=render_parts(report),
        language=current_language(),
        style=Markup(read_style(*STYLES)),
        script=Markup(script),
        script_hash=_hash_script(script),
    )


def render_parts(
    report: Report,
    actions: Actions | None = None,
    addresses: Addresses | None = None,
    removed: Mapping[str, str] = MappingProxyType({}),
) -> Parts:
    """The parts of the report's page, to be put into a page of one's own.

    Args:
        report: what the stages found.
        actions: what stands beside each item that a person can decide on; nothing by default.
        addresses: where articles have pages of their own, to which links then lead, the original
            address beside them; by default links lead to the originals.
        removed: by id when an article was removed from the archive since (ISO 8601, UTC); that is
            said beside its title, which leads to no page of its own.

    Returns:
        HTML as safe as that of `render_html`, which needs the files of `STYLES` and `SCRIPT`
        and uses no handler, style attribute or script within itself.
    """
    page = make_page(report)
    values: dict[str, object] = {
        "page": page,
        "pictures": _draw_pictures(report),
        "act": actions or _no_action,
        "find_page": addresses or _no_page,
        "removed": removed,
        "subject": ArticleSubject(report.article.id),
    }
    names = [field.name for field in fields(Parts) if field.name != "title"]
    drawn = {name: Markup(_find_template(name).render(values)) for name in names}
    return Parts(title=page.label.title, **drawn)


def render_comparison(comparison: Comparison) -> Markup:
    """Two articles side by side, to be put into a page of one's own.

    Returns:
        HTML as safe as that of `render_html`; it needs the files of `STYLES`.
    """
    return Markup(_find_template("comparison").render(view=view_comparison(comparison)))


def read_files() -> Mapping[str, str]:
    """The style sheets and the script by their names, for a web server to give out."""
    return {name: _read_template(name) for name in (*STYLES, SCRIPT)}


def _no_page(_article: str) -> str:
    return ""


def _no_action(_subject: Subject) -> Markup:
    return Markup()


def _draw_pictures(report: Report) -> dict[str, tuple[Markup, Markup]]:
    """For each family of the examined article its timeline, for a wide and a narrow screen."""
    shelf = make_shelf(report.article, report.articles)
    return {
        family.id: (
            Markup(draw_timeline(family, shelf, WIDE, f"tl-{number}-wide")),
            Markup(draw_timeline(family, shelf, NARROW, f"tl-{number}-narrow")),
        )
        for number, family in enumerate(report.families)
        if report.article.id in family.articles
    }


def _find_template(name: str) -> Template:
    return _environment().get_template(f"{name}.html.j2")


def open_templates() -> None:
    """Make the templates ready now, so that the first reader does not wait for it."""
    for name in _environment().list_templates(extensions=["j2"]):
        _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = open_report_environment(show_value)
    environment.globals.update(
        wording=wording,
        quoted=quoted,
        naming=naming,
        explanations=EXPLANATIONS,
        most_members=MEMBERS_SHOWN,
    )
    environment.filters["key"] = write_key
    return environment


def _read_template(name: str) -> str:
    return (files("secondsource.report") / "templates" / name).read_text(encoding="utf-8")


def _hash_script(script: str) -> str:
    """The hash by which the page's own security policy lets this script run, and no other."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
