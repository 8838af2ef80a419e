"""The report as Markdown, complete, with tables that any renderer draws."""

import re
from functools import cache

from jinja2 import Template
from markupsafe import Markup

from secondsource.report import naming, quoted, wording
from secondsource.report.environment import open_report_environment
from secondsource.report.page import make_page
from secondsource.report.visible import show_hidden
from secondsource.review.report import Report

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
# At the start of a block these would begin a list, a heading, a rule or an underline.
_LEADING = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)|^(\s*)([-+#:=])")
# A bare address would become a link by itself in many renderers.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)(?=[:.])")


def render_markdown(report: Report) -> str:
    """The whole report as CommonMark with tables.

    Args:
        report: what the stages found.

    Returns:
        Text in which every word from the articles is escaped: no markup, link or HTML of
        theirs takes effect; hidden characters are named.
    """
    text = _find_template().render(
        page=make_page(report), wording=wording, naming=naming, quoted=quoted, link=_link
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escape_markdown(text: str) -> str:
    """The text with single blanks, so that Markdown shows its characters and does nothing else."""
    line = re.sub(r"\s+", " ", show_hidden(text))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _ADDRESS.sub(r"\1\\", _SPECIAL.sub(r"\\\1", line))
    return _LEADING.sub(_escape_leading, line)


def _escape_leading(match: re.Match[str]) -> str:
    number, mark, blanks, sign = match.groups()
    return f"{blanks}\\{sign}" if sign else f"{number}\\{mark}"


def _link(words: str, href: str | None) -> Markup:
    """A link where there is a safe address, else the words alone."""
    shown = escape_markdown(words)
    return Markup(f"[{shown}](<{href}>)" if href else shown)


@cache
def _find_template() -> Template:
    return open_report_environment(_show).get_template("report.md.j2")


def _show(value: object) -> object:
    """Any text escaped for Markdown; markup of our own as it is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(escape_markdown(value))
    return value
