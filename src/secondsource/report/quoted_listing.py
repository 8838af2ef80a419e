"""Quotations as a list for a terminal, and as JSON."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from secondsource.report.quoted import FormView, MatchView, Part, QuotationView
from secondsource.report.visible import show_hidden

_STYLES = {"same": "", "beyond": "dim", "dropped": "red strike", "added": "green underline"}


def render_quotations(views: Sequence[QuotationView], console: Console) -> None:
    """Print quotations with their forms, what differs marked, and what collections have."""
    for view in views:
        console.print(Text(f"“{show_hidden(view.text)}”", style="bold"))
        _line(console, f"  {view.speaker}. {view.seen} {view.speakers}")
        for form in view.forms:
            _print_form(form, console)
        if view.forms_left_out:
            _line(console, f"  and {view.forms_left_out} further forms with --json")
        if view.searched:
            _line(console, f"  {view.searched}")
        for match in view.matches:
            _print_match(match, console)
        console.print()


def _line(console: Console, words: str, style: str = "") -> None:
    console.print(Text(show_hidden(words).rstrip(), style=style))


def _print_form(form: FormView, console: Console) -> None:
    _line(console, f"  {form.what}, {form.count}:", "cyan")
    console.print(_mark("    ", form.parts))
    for each in form.prints:
        said = f" ({each.speaker})" if each.speaker else ""
        label = each.label
        _line(console, f"      {label.date}, {label.outlet}, “{label.title}”{said}", "dim")
    if form.more:
        _line(console, f"      and {form.more} more", "dim")


def _print_match(match: MatchView, console: Console) -> None:
    _line(console, f"  {match.sentence}", "yellow" if match.warns else "cyan")
    console.print(_mark("    ", match.parts))
    for source in match.sources:
        _line(console, f"      {source}", "dim")


def _mark(indent: str, parts: Sequence[Part]) -> Text:
    """Words with what was dropped and added shown, in brackets as well as in colour."""
    line = Text(indent)
    for number, part in enumerate(parts):
        words = show_hidden(part.text)
        shown = {"dropped": f"[-{words}-]", "added": f"[+{words}+]"}.get(part.kind, words)
        line.append(f"{' ' if number else ''}{shown}", style=_STYLES[part.kind])
    return line
