"""Two articles held against each other, for a terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from secondsource.lineage.compare import Comparison
from secondsource.messages import gettext as _
from secondsource.report.comparison import ComparisonView, view_comparison
from secondsource.report.edits import EditView
from secondsource.report.listings import label_line
from secondsource.report.numbers import capitalize_first, ngettext
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import EDITS_UNDIRECTED


def render_comparison_text(comparison: Comparison, console: Console) -> None:
    """Print what ties two articles, and each change from the left to the right one."""
    view = view_comparison(comparison)
    for name, article in ((_("Left"), comparison.left), (_("Right"), comparison.right)):
        console.print(Text(f"{name}: {label_line(article)}", style="bold"), soft_wrap=True)
    for line in _tell(view):
        console.print(Text(show_on_one_line(line)), soft_wrap=True)


def _tell(view: ComparisonView) -> Iterator[str]:
    if view.tie:
        yield f"{view.tie.child.outlet} {view.tie.relation} {view.tie.parent.outlet}."
        sure = _("The program is %(sure)s of this.", sure=view.tie.sure)
        yield " ".join(part for part in (view.tie.coverage, sure, view.tie.direction) if part)
        yield from (f"- {reason.sentence}" for reason in view.tie.reasons)
    if view.apart:
        yield view.apart
    if view.edits:
        undirected = f" {_(EDITS_UNDIRECTED)}" if view.tie and view.tie.direction else ""
        yield _("From left to right: %(tally)s.", tally=view.edits.tally) + undirected
        yield from (f"- {_tell_edit(edit)}" for edit in view.edits.shown)
        more = view.edits.hidden + view.edits.uncounted
        if more:
            yield capitalize_first(
                ngettext(
                    "%(num)s further change is not listed.",
                    "%(num)s further changes are not listed.",
                    more,
                )
            )


def _tell_edit(edit: EditView) -> str:
    """A change as a person would mark it: what was taken out in brackets, what came in braces."""
    before = f"[-{edit.before}-]" if edit.before.strip() else ""
    after = f"{{+{edit.after}+}}" if edit.after.strip() else ""
    return f"{edit.what}: {edit.lead}{before}{after}{edit.tail}"
