"""The report as a short summary for a terminal."""

from collections.abc import Collection, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from secondsource.evidence.finding import Standing
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.report import wording
from secondsource.report.claims import ClaimView
from secondsource.report.naming import say_naming
from secondsource.report.numbers import capitalize_first, ngettext, say_share
from secondsource.report.origin_path import Step
from secondsource.report.page import Page, make_page
from secondsource.report.visible import show_hidden, show_on_one_line
from secondsource.review.report import Report
from secondsource.review.subject import Subject

_CLAIMS_SHOWN = 6
_VOICES_SHOWN = 5
_CLAIM_LENGTH = 160
_NAMING_SHOWN = 3
_TIES_SHOWN = 3
_QUOTATIONS_SHOWN = 4
_EDITS_SHOWN = 4
_EDIT_LENGTH = 120
_DECISIONS_SHOWN = 3
_DECIDED_SHOWN = 12
_NOTHING = N_("(nothing)")
# ● an independent origin that says the same, ◆ one that says the contrary, ◎ an echo.
_SIGNS = {
    Standing.CONTESTED: "●◆",
    Standing.DISPUTED: "◆",
    Standing.ECHOED: "◎",
    Standing.SINGLE_ORIGIN: "●",
    Standing.CORROBORATED: "●●",
    Standing.NOT_FOUND: "○",
    Standing.NOT_CHECKABLE: "–",
}


def render_summary(report: Report, console: Console) -> None:
    """Print the answers of a report: where the text comes from, who says what, what stands.

    Args:
        report: what the stages found.
        console: where to print; its width and colours are respected, and no text from an
            article can change them.
    """
    page = make_page(report)
    _print_heading(page, console)
    _print_origin(page, console)
    _print_changes(page, console)
    _print_voices(page, console)
    _print_claims(page, console)
    _print_quotations(page, console)
    _print_naming(page, console)
    _print(console, page.coverage.sentence, _(wording.NOTHING_OUTSIDE), style="dim")
    _print(console, _(wording.PROMISE), style="dim")


def _print(console: Console, *words: str, style: str = "", indent: int = 0) -> None:
    console.print(Padding(_text(" ".join(words), style), (0, 0, 0, indent)))


def _text(words: str, style: str = "") -> Text:
    return Text(show_hidden(words), style=style, overflow="fold")


def _print_heading(page: Page, console: Console) -> None:
    byline = [_("by") + f" {wording.say_list(page.byline)}"] if page.byline else []
    label = page.label
    _print(console, label.title, style="bold")
    _print(console, ", ".join([label.outlet, label.date, *byline, label.language]))
    console.print()


def _print_origin(page: Page, console: Console) -> None:
    _print(console, _("Where this text comes from"), style="bold")
    for number, step in enumerate(page.steps):
        arrow = "→ " if number else "  "
        _print(console, arrow + _say_step(step), indent=2)
    _print(console, page.origin_sentence, indent=2)
    console.print()


def _print_changes(page: Page, console: Console) -> None:
    """What was changed on the way to this article and by those who took from it, in short."""
    edges = [edge for family in page.families for edge in family.near if edge.edits]
    if not edges:
        return
    _print(console, _("What was changed on the way"), style="bold")
    for edge in edges[:_TIES_SHOWN]:
        told = edge.edits
        sides = _(
            "%(child)s against %(parent)s", child=edge.child.outlet, parent=edge.parent.outlet
        )
        _print(console, f"{sides}: {told.tally if told else ''}", indent=2)
        for edit in told.shown[:_EDITS_SHOWN] if told and told.open else ():
            whole = (edit.lead + edit.before + edit.tail, edit.lead + edit.after + edit.tail)
            before, after = (show_on_one_line(each, _EDIT_LENGTH) for each in whole)
            words = f"{before or _(_NOTHING)} → {after or _(_NOTHING)}"
            _print(console, f"{edit.what}: {words}", indent=4)
    if more := len(edges[_TIES_SHOWN:]):
        further = ngettext(
            "and %(num)s further tie with changes in the full report",
            "and %(num)s further ties with changes in the full report",
            more,
        )
        _print(console, further, indent=2)
    console.print()


def _say_step(step: Step) -> str:
    copies = ngettext("%(num)s copy taken from here", "%(num)s copies taken from here", step.copies)
    parts = [
        f"{step.what}: {step.label.outlet}",
        step.label.date,
        step.people,
        copies if step.copies else "",
        _("not in the collection") if not step.held else "",
    ]
    return ", ".join(part for part in parts if part)


def _print_voices(page: Page, console: Console) -> None:
    _print(console, _("Who says what"), style="bold")
    if not page.voices:
        _print(console, _(wording.NO_STATEMENT), indent=2)
    table = Table.grid(padding=(0, 2))
    for voice in page.voices[:_VOICES_SHOWN]:
        counts = ngettext("%(num)s statement", "%(num)s statements", voice.statements)
        claims = ngettext("%(num)s claim", "%(num)s claims", voice.claims)
        share = Text(say_share(voice.share), justify="right")
        table.add_row("", share, _text(voice.name), Text(f"{counts}, {claims}", style="dim"))
    console.print(table)
    if more := len(page.voices[_VOICES_SHOWN:]):
        further = ngettext("and %(num)s further voice", "and %(num)s further voices", more)
        _print(console, further, indent=2)
    console.print()


def _print_quotations(page: Page, console: Console) -> None:
    """How many quotations others print too, and those that a collection has."""
    told = [view for view in page.quotations if view.told]
    if not told:
        return
    _print(console, _("Quotations"), style="bold")
    counts = ngettext(
        "%(num)s quotation, found elsewhere: %(some)s",
        "%(num)s quotations, found elsewhere: %(some)s",
        len(page.quotations),
        some=len(told),
    )
    _print(console, counts, indent=2)
    for view in told[:_QUOTATIONS_SHOWN]:
        _print(console, f"“{show_on_one_line(view.text, _CLAIM_LENGTH)}”", indent=4)
        matched = [match.sentence for match in view.matches[:1]]
        _print(console, " ".join([view.seen, view.speakers, *matched]), indent=6)
    console.print()


def _print_naming(page: Page, console: Console) -> None:
    """Words of this article that other outlets do not use for the same thing."""
    if not page.naming:
        return
    _print(console, _("What outlets call differently"), style="bold")
    for view in page.naming[:_NAMING_SHOWN]:
        for line in say_naming(view):
            _print(console, line, indent=2)
    if more := len(page.naming[_NAMING_SHOWN:]):
        further = ngettext(
            "and %(num)s further pair in the report",
            "and %(num)s further pairs in the report",
            more,
        )
        _print(console, further, indent=2)
    console.print()


def _print_claims(page: Page, console: Console) -> None:
    _print(console, _("What stands"), style="bold")
    _print(console, page.answer, indent=2)
    _print(console, page.standings_sentence, page.not_looked_up, indent=2)
    if page.shaped:
        _print(console, page.shaped, indent=2)
    shown = _choose_claims(page.claims)
    told: set[Subject] = set()
    for claim in shown:
        _print_claim(claim, told, console)
    if more := len(page.claims) - len(shown):
        further = ngettext(
            "and %(num)s further statement in the full report",
            "and %(num)s further statements in the full report",
            more,
        )
        _print(console, further, indent=2)
    console.print()
    _print_other_decisions(page, told, console)


def _choose_claims(claims: Sequence[ClaimView]) -> list[ClaimView]:
    """The first claims for which something was found, and those on which people decided."""
    found = [claim for claim in claims if claim.pieces or claim.decisions or claim.verdicts]
    rest = found[_CLAIMS_SHOWN:]
    decided = [claim for claim in rest if claim.decisions or claim.verdicts]
    return found[:_CLAIMS_SHOWN] + decided[:_DECIDED_SHOWN]


def _print_other_decisions(page: Page, told: Collection[Subject], console: Console) -> None:
    """What people decided and judged of all else: what does not stand under a claim."""
    decided = [each.listed for subject, each in page.decided.items() if subject not in told]
    left = [*(f"“{each.claim}” {each.line}" for each in page.verdicts), *decided]
    if not left:
        return
    _print(console, _("What else people decided here"), style="bold")
    for line in left[:_CLAIMS_SHOWN]:
        _print(console, line, indent=2)
    if more := len(left[_CLAIMS_SHOWN:]):
        _print(console, _say_more_decisions(more), indent=2)
    console.print()


def _say_more_decisions(count: int) -> str:
    return ngettext(
        "and %(num)s further decision in the full report",
        "and %(num)s further decisions in the full report",
        count,
    )


def _print_claim(claim: ClaimView, told: set[Subject], console: Console) -> None:
    """One claim with some decisions; one that is told already is only named, the rest come last."""
    words = show_on_one_line(claim.text, _CLAIM_LENGTH)
    head = f"{_SIGNS[claim.standing]} {claim.label}: {claim.tally}"
    _print(console, head, style="bold", indent=2)
    _print(console, f"{claim.number}. {words} ({claim.voice})", indent=4)
    for verdict in claim.verdicts:
        _print(console, verdict.line, indent=4)
    for each in claim.decisions[:_DECISIONS_SHOWN]:
        above = _("%(about)s: the decision stands above.", about=capitalize_first(each.about))
        _print(console, above if each.subject in told else each.whole, indent=4)
        told.add(each.subject)
