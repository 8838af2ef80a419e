"""Every form in which a report leaves the program: the one list of them.

Commands, cases and pages take their forms from here. A form is a name, the file it is written to,
what that file is, and a pure function from the report to its text.
"""

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rich.console import Console

from secondsource.errors import SecondSourceError
from secondsource.jsonvalues import JsonValue
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.report.annotation import annotations_json, hypothesis_json
from secondsource.report.bibliography import csl_json, render_bibtex
from secondsource.report.csvform import render_claims_csv, render_evidence_csv
from secondsource.report.dot import render_dot
from secondsource.report.html import render_html
from secondsource.report.jsonform.whole import to_json
from secondsource.report.markdown import render_markdown
from secondsource.report.prov import prov_json
from secondsource.report.shelf import make_shelf
from secondsource.report.terminal import render_summary
from secondsource.report.timeline import render_timelines
from secondsource.report.tree import render_families
from secondsource.review.report import Report

_CSV: Final = "text/csv"
_PAPER: Final = 100  # characters in a line of plain text
_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")
_BYTE_ORDER_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what it is called, its media type, its file's usual name, and what it is for.

    `about` is an English sentence that `gettext` knows; `say` gives it in the reader's language.
    """

    name: str
    media_type: str
    file: str
    about: str
    render: Callable[[Report], str]

    @property
    def say(self) -> str:
        """What it is for, in a sentence."""
        return _(self.about)


def render_form(form: Form, report: Report, *, mark: bool = False) -> bytes:
    """The report in a form, as the bytes of its file, in UTF-8.

    Args:
        form: one of `FORMS`.
        report: what the stages found.
        mark: whether a table begins with a byte order mark, without which Excel takes UTF-8 for
            another encoding; other forms never have one.
    """
    text = form.render(report)
    begin = _BYTE_ORDER_MARK if mark and form.media_type == _CSV else ""
    # Half a surrogate pair is in no valid text; one character for one keeps all positions.
    return (begin + _HALF_CHARACTER.sub("\ufffd", text)).encode()


def find_form(name: str) -> Form:
    """The form with that name.

    Raises:
        SecondSourceError: there is none.
    """
    for form in FORMS:
        if form.name == name:
            return form
    names = ", ".join(form.name for form in FORMS)
    raise SecondSourceError(
        _("There is no form %(name)r of a report. Give one of: %(names)s.", name=name, names=names)
    )


def _dump(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _render_text(report: Report) -> str:
    """The summary as a terminal shows it, with the tree of who took what from whom, in a column."""
    paper = Console(
        file=io.StringIO(), width=_PAPER, force_terminal=False, color_system=None, emoji=False
    )
    render_summary(report, paper)
    paper.print()
    render_families(report.families, make_shelf(report.article, report.articles), paper)
    text = paper.file.getvalue() if isinstance(paper.file, io.StringIO) else ""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _render_prov(report: Report) -> str:
    members = {member for family in report.families for member in family.articles}
    named = (article for article in report.articles if article.id in members)
    return _dump(prov_json(report.families, (report.article, *named)))


def _render_dot(report: Report) -> str:
    return render_dot(report.families, make_shelf(report.article, report.articles))


def _render_timeline(report: Report) -> str:
    return render_timelines(report.families, make_shelf(report.article, report.articles))


FORMS: Final[tuple[Form, ...]] = (
    Form(
        "html",
        "text/html",
        "report.html",
        N_("The whole report for reading and printing; one file that needs no network."),
        render_html,
    ),
    Form(
        "markdown",
        "text/markdown",
        "report.md",
        N_("The whole report for notes and wikis."),
        render_markdown,
    ),
    Form(
        "text",
        "text/plain",
        "summary.txt",
        N_("The first answers as plain text, for a mail."),
        _render_text,
    ),
    Form(
        "json",
        "application/json",
        "report.json",
        N_("Everything, for other programs."),
        lambda report: _dump(to_json(report)),
    ),
    Form(
        "claims",
        _CSV,
        "claims.csv",
        N_("A table of the statements that were looked up."),
        render_claims_csv,
    ),
    Form(
        "evidence",
        _CSV,
        "evidence.csv",
        N_("A table of the evidence, a row for each piece."),
        render_evidence_csv,
    ),
    Form(
        "annotations",
        "application/ld+json",
        "annotations.json",
        N_("The statements as W3C Web Annotations."),
        lambda report: _dump(annotations_json(report)),
    ),
    Form(
        "hypothesis",
        "application/json",
        "hypothesis.json",
        N_("The statements as a file that a Hypothesis client imports."),
        lambda report: _dump(hypothesis_json(report)),
    ),
    Form(
        "prov",
        "application/ld+json",
        "prov.json",
        N_("Who took the text from whom, as W3C provenance."),
        _render_prov,
    ),
    Form(
        "dot",
        "text/vnd.graphviz",
        "lineage.dot",
        N_("Who took the text from whom, as a Graphviz graph."),
        _render_dot,
    ),
    Form(
        "timeline",
        "image/svg+xml",
        "timeline.svg",
        N_("The way of the text as a picture."),
        _render_timeline,
    ),
    Form(
        "bibtex",
        "application/x-bibtex",
        "sources.bib",
        N_("The sources for LaTeX and reference managers."),
        render_bibtex,
    ),
    Form(
        "csl",
        "application/vnd.citationstyles.csl+json",
        "sources.csl.json",
        N_("The sources for Zotero, Pandoc and other citing programs."),
        lambda report: _dump(csl_json(report)),
    ),
)
"""All forms, in the order in which a person is offered them."""
