"""The HTML that stands beside each item of a live report."""

from collections.abc import Callable
from functools import cache

from jinja2.environment import TemplateModule
from markupsafe import Markup

from secondsource.report.html import Actions
from secondsource.report.report import Report
from secondsource.review.subject import StatementSubject, Subject, write_key
from secondsource.web.deciding.words import say_decision
from secondsource.web.layout import find_template


def make_actions(report: Report, *, may_decide: bool) -> Actions:
    """For each item of a report what people decided of it, and a way to decide.

    Args:
        report: with what people decided in it.
        may_decide: whether whoever reads may decide; else only what was decided is shown.
    """
    decided = {each.key: each for each in report.decided}
    show = _open_macro()

    def stand_beside(subject: Subject) -> Markup:
        key = write_key(subject)
        claim = subject.statement if isinstance(subject, StatementSubject) else ""
        return Markup(show(key, report.article.id, decided.get(key), may_decide, claim))

    return stand_beside


@cache
def _open_macro() -> Callable[..., str]:
    module: TemplateModule = find_template("beside.html.j2").make_module({"tell": say_decision})
    macro: Callable[..., str] = module.beside  # type: ignore[attr-defined]
    return macro
