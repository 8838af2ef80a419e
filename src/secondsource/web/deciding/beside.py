"""The HTML that stands beside each item of a live report."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from urllib.parse import urlencode

from jinja2.environment import TemplateModule
from markupsafe import Markup

from secondsource.messages import gettext as _
from secondsource.report.html import Actions
from secondsource.report.telling import say_decision, say_machine
from secondsource.review.decided import Decided
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    write_key,
)
from secondsource.web.deciding.naming import make_names
from secondsource.web.deciding.words import offer_verbs
from secondsource.web.layout import find_template


@dataclass(frozen=True, slots=True)
class Item:
    """What stands in a report under a key, in the report on which article.

    `act` is how its way to a decision is called, and `name` tells it from other items; `claim` is
    the id of the statement that a verdict may be given on, `family` that of the family on whose
    page it stands, if it does.
    """

    key: str
    article: str
    act: str
    name: str
    claim: str
    family: str = ""

    @property
    def address(self) -> str:
        """Where one decides on it."""
        asked = {"key": self.key, "article": self.article, "family": self.family}
        return "/decisions/on?" + urlencode({name: given for name, given in asked.items() if given})


class Offer(IntEnum):
    """What a reader is offered to decide on a page.

    `undoing`: only where somebody decided already, on the report of a text that was removed.
    """

    NOTHING = 0
    UNDOING = 1
    EVERYTHING = 2


def make_actions(
    report: Report, offer: Offer = Offer.EVERYTHING, *, family: str = "", told: bool = False
) -> Actions:
    """For each item of a report what people decided of it, and a way to decide.

    Args:
        report: with what people decided in it.
        offer: on what whoever reads may decide; of the rest only what was decided is shown.
        family: the id of the family on whose page the items stand; none by default.
        told: whether the page tells by itself what was decided, as the parts of a report do.
    """
    decided = {each.key: each for each in report.decided}
    show, name = _open_macro(), make_names(report.machine or report)

    def stand_beside(subject: Subject) -> Markup:
        key = write_key(subject)
        claim = subject.statement if isinstance(subject, StatementSubject) else ""
        each = decided.get(key)
        stands = each is not None and each.may_be_undone
        may_decide = offer is Offer.EVERYTHING or (offer is Offer.UNDOING and stands)
        act = _say_act(subject, stands) if may_decide else _("History")
        item = Item(key, _find_taken_on(each, report), act, name(subject), claim, family)
        may_judge = offer is Offer.EVERYTHING
        return Markup(show(item, each, may_decide=may_decide, may_judge=may_judge, told=told))

    return stand_beside


def _find_taken_on(decided: Decided | None, report: Report) -> str:
    """The id of the article on whose report one decides anew on an item.

    Where a statement is in this report no more, it is the earlier text that it was decided on.
    """
    on_statement = AttributionSubject | StanceSubject | StatementSubject
    if decided is None or decided.machine or not isinstance(decided.subject, on_statement):
        return report.article.id
    return decided.history[-1].article or report.article.id


def _say_act(subject: Subject, stands: bool) -> str:
    if stands:
        return _("Decide anew, or take it back")
    if isinstance(subject, StatementSubject):
        return _("Decide of what kind it is")
    if isinstance(subject, AttributionSubject):
        return _("Decide who says it")
    return _("Decide") if offer_verbs(subject) else _("Write a note")


@cache
def _open_macro() -> Callable[..., str]:
    module: TemplateModule = find_template("beside.html.j2").make_module(
        {"tell": say_decision, "tell_machine": say_machine}
    )
    macro: Callable[..., str] = module.beside  # type: ignore[attr-defined]
    return macro
