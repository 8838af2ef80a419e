"""The report as one self-contained HTML file that opens without any network."""

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from secondsource.evidence.finding import Standing
from secondsource.reading.statement import Kind
from secondsource.report import naming, quoted, wording
from secondsource.report.page import make_page
from secondsource.report.report import Report
from secondsource.report.shelf import make_shelf
from secondsource.report.timeline import NARROW, WIDE, draw_timeline, read_style
from secondsource.report.visible import show_hidden


def render_html(report: Report) -> str:
    """The whole report as one HTML page: no other file, no script or font from elsewhere.

    Args:
        report: what the stages found.

    Returns:
        A complete HTML document, to be written as UTF-8. Every text from the articles is
        escaped, hidden characters are named, and only http and https addresses are links.
    """
    script = _read_template("page.js")
    template = _environment().get_template("page.html.j2")
    return template.render(
        page=make_page(report),
        wording=wording,
        quoted=quoted,
        naming=naming,
        kinds=tuple(Kind),
        Standing=Standing,
        pictures=_draw_pictures(report),
        style=Markup(read_style("palette.css", "page.css", "timeline.css")),
        script=Markup(script),
        script_hash=_hash_script(script),
    )


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


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("secondsource.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_show,
    )
    environment.filters["share"] = wording.say_share
    environment.filters["count"] = wording.say_count
    environment.filters["capitalize_first"] = wording.capitalize_first
    return environment


def _show(value: object) -> object:
    """Any text from an article with its hidden characters named; markup of our own as it is."""
    return (
        show_hidden(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
    )


def _read_template(name: str) -> str:
    return (files("secondsource.report") / "templates" / name).read_text(encoding="utf-8")


def _hash_script(script: str) -> str:
    """The hash by which the page's own security policy lets this script run, and no other."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
