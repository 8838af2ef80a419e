"""The statements that a report does not list, a page at a time, for whoever may decide on them."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from secondsource.article import Article
from secondsource.messages import gettext as _
from secondsource.reading.statement import Statement
from secondsource.report.html import Actions
from secondsource.report.visible import show_on_one_line
from secondsource.report.voices import name_voice
from secondsource.report.wording import KIND_WORDS
from secondsource.review.report import Report
from secondsource.review.subject import AttributionSubject, StatementSubject
from secondsource.web.deciding.beside import make_actions

MOST: Final = 100
"""So many stand on one page."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement that was not looked up, with what people say of it and the way to decide."""

    text: str
    kind: str
    voice: str
    acts: Markup


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Some of them, of how many; `page` counts from 1, `following` is the next one."""

    shown: tuple[StatementView, ...] = ()
    total: int = 0
    page: int = 1

    @property
    def first(self) -> int:
        """The place of the first of those shown among all, from 1."""
        return (self.page - 1) * MOST + 1

    @property
    def following(self) -> int | None:
        """The page after this one; None where there is none."""
        return self.page + 1 if self.page * MOST < self.total else None


def view_unlisted(report: Report, page: int) -> Unlisted:
    """One page of the statements that a report does not list; an empty one past the last."""
    found = {finding.statement for finding in report.findings}
    all_ = [statement for statement in report.statements if statement.id not in found]
    act = make_actions(report)
    start = (page - 1) * MOST
    shown = tuple(_view(each, report.article, act) for each in all_[start : start + MOST])
    return Unlisted(shown, len(all_), page)


def _view(statement: Statement, article: Article, act: Actions) -> StatementView:
    return StatementView(
        show_on_one_line(statement.text),
        _(KIND_WORDS[statement.kind]),
        name_voice(statement.voice, article),
        act(AttributionSubject(statement.id)) + act(StatementSubject(statement.id)),
    )
