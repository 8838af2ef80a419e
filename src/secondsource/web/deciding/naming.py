"""What an item is called that one can decide on: for those who hear a link by itself."""

from collections.abc import Callable

from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.report.shelf import make_shelf
from secondsource.report.visible import show_on_one_line
from secondsource.review.index import ReportIndex
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
)

_LENGTH = 90


def make_names(report: Report) -> Callable[[Subject], str]:
    """What names each item of a report: the words under it, or the articles that it ties."""
    index = ReportIndex(report)
    shelf = make_shelf(report.article, report.articles)

    def name_article(id_: str) -> str:
        label = shelf.label(id_)
        return f"{label.outlet}, {label.date}, {show_on_one_line(label.title, _LENGTH)}"

    def name(subject: Subject) -> str:
        match subject:
            case EdgeSubject(child, parent):
                ends = {"child": name_article(child), "parent": name_article(parent)}
                return _("whether %(child)s has its text or credit from %(parent)s", **ends)
            case TieSubject(left, right):
                found = index.find(subject)
                return _(
                    "whether %(left)s and %(right)s count as one: %(why)s",
                    left=name_article(left),
                    right=name_article(right),
                    why=show_on_one_line(retell(found.machine), _LENGTH) if found else "",
                )
            case StanceSubject(_claim, article):
                found = index.find(subject)
                claim, words = found.words if found else ("", "")
                return _(
                    "“%(words)s” (%(article)s), on “%(claim)s”",
                    words=show_on_one_line(words, _LENGTH),
                    article=shelf.label(article).outlet,
                    claim=show_on_one_line(claim, _LENGTH),
                )
            case AttributionSubject(statement):
                return _("who says “%(words)s”", words=_quote(index, statement))
            case StatementSubject(statement):
                return _("the statement “%(words)s”", words=_quote(index, statement))
        return _("the article as a whole")

    return name


def _quote(index: ReportIndex, statement: str) -> str:
    return show_on_one_line(index.claims.get(statement, ""), _LENGTH)
