"""The report as a short summary for a terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from secondsource.evidence.finding import Standing
from secondsource.report import wording
from secondsource.report.claims import ClaimView
from secondsource.report.naming import say_naming
from secondsource.report.origin_path import Step
from secondsource.report.page import Page, make_page
from secondsource.report.report import Report
from secondsource.report.visible import show_hidden, show_on_one_line

_CLAIMS_SHOWN = 6
_VOICES_SHOWN = 5
_CLAIM_LENGTH = 160
_NAMING_SHOWN = 3
_TIES_SHOWN = 3
_QUOTATIONS_SHOWN = 4
_EDITS_SHOWN = 4
_EDIT_LENGTH = 120
_NOTHING = "(nothing)"
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
    _print(console, page.coverage.sentence, wording.NOTHING_OUTSIDE, style="dim")
    _print(console, wording.PROMISE, style="dim")


def _print(console: Console, *words: str, style: str = "", indent: int = 0) -> None:
    console.print(Padding(_text(" ".join(words), style), (0, 0, 0, indent)))


def _text(words: str, style: str = "") -> Text:
    return Text(show_hidden(words), style=style, overflow="fold")


def _print_heading(page: Page, console: Console) -> None:
    byline = [f"by {wording.say_list(page.byline)}"] if page.byline else []
    label = page.label
    _print(console, label.title, style="bold")
    _print(console, ", ".join([label.outlet, label.date, *byline, label.language]))
    console.print()


def _print_origin(page: Page, console: Console) -> None:
    _print(console, "Where this text comes from", style="bold")
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
    _print(console, "What was changed on the way", style="bold")
    for edge in edges[:_TIES_SHOWN]:
        told = edge.edits
        names = (edge.child.outlet, edge.parent.outlet)
        _print(console, f"{names[0]} against {names[1]}: {told.tally if told else ''}", indent=2)
        for edit in told.shown[:_EDITS_SHOWN] if told and told.open else ():
            words = (edit.lead + edit.before + edit.tail, edit.lead + edit.after + edit.tail)
            before, after = (show_on_one_line(each, _EDIT_LENGTH) for each in words)
            _print(console, f"{edit.what}: {before or _NOTHING} → {after or _NOTHING}", indent=4)
    if len(edges) > _TIES_SHOWN:
        more = wording.say_count(len(edges) - _TIES_SHOWN, "further tie")
        _print(console, f"and {more} with changes in the full report", indent=2)
    console.print()


def _say_step(step: Step) -> str:
    copies = f"{wording.say_count(step.copies, 'copy', 'copies')} taken from here"
    parts = [
        f"{step.what}: {step.label.outlet}",
        step.label.date,
        step.people,
        copies if step.copies else "",
        "not in the collection" if not step.held else "",
    ]
    return ", ".join(part for part in parts if part)


def _print_voices(page: Page, console: Console) -> None:
    _print(console, "Who says what", style="bold")
    if not page.voices:
        _print(console, wording.NO_STATEMENT, indent=2)
    table = Table.grid(padding=(0, 2))
    for voice in page.voices[:_VOICES_SHOWN]:
        counts = f"{wording.say_count(voice.statements, 'statement')}"
        claims = wording.say_count(voice.claims, "claim")
        share = Text(wording.say_share(voice.share), justify="right")
        table.add_row("", share, _text(voice.name), Text(f"{counts}, {claims}", style="dim"))
    console.print(table)
    if len(page.voices) > _VOICES_SHOWN:
        more = wording.say_count(len(page.voices) - _VOICES_SHOWN, "further voice")
        _print(console, f"and {more}", indent=2)
    console.print()


def _print_quotations(page: Page, console: Console) -> None:
    """How many quotations others print too, and those that a collection has."""
    told = [view for view in page.quotations if view.told]
    if not told:
        return
    _print(console, "Quotations", style="bold")
    counts = wording.say_count(len(page.quotations), "quotation")
    _print(console, f"{counts}, {len(told)} of them found elsewhere", indent=2)
    for view in told[:_QUOTATIONS_SHOWN]:
        _print(console, f"“{show_on_one_line(view.text, _CLAIM_LENGTH)}”", indent=4)
        matched = [match.sentence for match in view.matches[:1]]
        _print(console, " ".join([view.seen, view.speakers, *matched]), indent=6)
    console.print()


def _print_naming(page: Page, console: Console) -> None:
    """Words of this article that other outlets do not use for the same thing."""
    if not page.naming:
        return
    _print(console, "What outlets call differently", style="bold")
    for view in page.naming[:_NAMING_SHOWN]:
        for line in say_naming(view):
            _print(console, line, indent=2)
    if more := len(page.naming[_NAMING_SHOWN:]):
        _print(console, f"and {wording.say_count(more, 'further pair')} in the report", indent=2)
    console.print()


def _print_claims(page: Page, console: Console) -> None:
    _print(console, "What stands", style="bold")
    _print(console, page.answer, indent=2)
    _print(console, page.standings_sentence, page.not_looked_up, indent=2)
    with_evidence = [claim for claim in page.claims if claim.pieces]
    for claim in with_evidence[:_CLAIMS_SHOWN]:
        _print_claim(claim, console)
    if more := len(page.claims) - len(with_evidence[:_CLAIMS_SHOWN]):
        further = wording.say_count(more, "further statement")
        _print(console, f"and {further} in the full report", indent=2)
    console.print()


def _print_claim(claim: ClaimView, console: Console) -> None:
    words = show_on_one_line(claim.text, _CLAIM_LENGTH)
    head = f"{_SIGNS[claim.standing]} {claim.label}: {claim.tally}"
    _print(console, head, style="bold", indent=2)
    _print(console, f"{claim.number}. {words} ({claim.voice})", indent=4)
