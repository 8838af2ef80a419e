"""Contested naming in words: which names a thing has, who writes which, with passages; as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.text import Text

from secondsource.article import Passage
from secondsource.jsonvalues import JsonObject, passage_json, signal_json
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.reading.wording.naming import Contested, Use
from secondsource.report.numbers import ngettext
from secondsource.report.shelf import Label, Shelf
from secondsource.report.visible import show_hidden, show_on_one_line
from secondsource.report.wording import say_date

NAMING_EXPLAINED: Final = N_(
    "Words that stand in the same places in articles on the same subject, and that outlets do "
    "not use alike. They may name one thing from two sides, or merely be two words for it. "
    "Neither is called the right one; a word in quotation marks is counted as the speaker’s."
)
_NO_NAMING: Final = N_(
    "No words were found that outlets of this collection use differently for one thing."
)
_USES_SHOWN = 5
_SHOWN_IN_SHORT = 3
_PASSAGES_SHOWN = 1
_AROUND = 70
_NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class InContext:
    """A word with what stands before and after it, blanks included, and where it stands."""

    before: str
    word: str
    after: str
    label: Label


@dataclass(frozen=True, slots=True)
class UseView:
    """One outlet's use of one word."""

    outlet: str
    told: str
    passages: tuple[InContext, ...]


@dataclass(frozen=True, slots=True)
class NameView:
    """One of the two words, with who uses it; `here` where the examined article does."""

    word: str
    here: bool
    uses: tuple[UseView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class NamingView:
    """A pair of words as a reader sees it."""

    names: tuple[NameView, NameView]
    reasons: tuple[str, ...]


def view_naming(pair: Contested, shelf: Shelf) -> NamingView:
    """A contested pair with its reasons and its uses, those of most articles first."""
    left, right = (_view_name(pair, word, shelf) for word in (pair.left, pair.right))
    names = (right, left) if right.here and not left.here else (left, right)
    reasons = tuple(retell(show_on_one_line(signal.sentence, 400)) for signal in pair.signals)
    return NamingView(names, reasons)


def _view_name(pair: Contested, word: str, shelf: Shelf) -> NameView:
    uses = [use for use in pair.uses if use.word == word]
    named = sorted(uses, key=lambda use: (use.outlet is None, -use.articles))
    return NameView(
        show_on_one_line(word, _NAME_LENGTH),
        _stands_in_examined(word, shelf),
        tuple(_view_use(use, shelf) for use in named[:_USES_SHOWN]),
        max(0, len(named) - _USES_SHOWN),
    )


def _stands_in_examined(word: str, shelf: Shelf) -> bool:
    examined = shelf.get(shelf.examined)
    return examined is not None and word in examined.text.lower()


def _view_use(use: Use, shelf: Shelf) -> UseView:
    quoted = _(", in quotations") if use.voice == "quoted" else ""
    since = _(", since %(date)s", date=say_date(use.since)) if use.since else ""
    articles = ngettext("%(num)s article", "%(num)s articles", use.articles)
    times = _("once")
    if use.times > 1:
        times = _("%(times)s times in %(articles)s", times=use.times, articles=articles)
    shown = (_view_passage(passage, shelf) for passage in use.passages[:_PASSAGES_SHOWN])
    return UseView(
        show_on_one_line(use.outlet or "", _NAME_LENGTH) or _("outlet unknown"),
        f"{times}{since}{quoted}",
        tuple(passage for passage in shown if passage),
    )


def _view_passage(passage: Passage, shelf: Shelf) -> InContext | None:
    article = shelf.get(passage.article)
    if article is None:
        return None
    text, span = article.text, passage.span
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = before.partition(" ")[2] or before
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] or after
    return InContext(
        show_on_one_line(before, _AROUND) + " " * before[-1:].isspace(),
        show_on_one_line(span.of(text), _NAME_LENGTH),
        " " * after[:1].isspace() + show_on_one_line(after, _AROUND),
        shelf.label(passage.article),
    )


def render_naming(pairs: Sequence[Contested], shelf: Shelf, console: Console) -> None:
    """Print contested pairs, the clearest first, with who uses which."""
    if not pairs:
        _line(console, _(_NO_NAMING))
        return
    _line(console, _(NAMING_EXPLAINED), "dim")
    for pair in pairs:
        view = view_naming(pair, shelf)
        console.print()
        _line(console, f"{view.names[0].word} / {view.names[1].word}", "bold")
        for reason in view.reasons:
            _line(console, f"  {reason}", "dim")
        for name in view.names:
            _print_name(name, console)


def _print_name(name: NameView, console: Console) -> None:
    _line(console, f"  “{name.word}”", "cyan")
    for use in name.uses:
        _line(console, f"    {use.outlet}: {use.told}")
        for passage in use.passages[:1]:
            _line(console, f"      …{_join(passage)}…", "dim")
    if name.more:
        more = ngettext(
            "and %(num)s further use with --json",
            "and %(num)s further uses with --json",
            name.more,
        )
        _line(console, f"    {more}")


def _join(passage: InContext) -> str:
    return f"{passage.before}[{passage.word}]{passage.after}"


def _line(console: Console, words: str, style: str = "") -> None:
    console.print(Text(show_hidden(words).rstrip(), style=style, overflow="fold"))


def say_naming(view: NamingView) -> Iterator[str]:
    """A pair on two lines: who writes which."""
    for name in view.names:
        who = "; ".join(f"{use.outlet}, {use.told}" for use in name.uses[:_SHOWN_IN_SHORT])
        yield f"“{name.word}”: {who}"


def naming_json(pair: Contested) -> JsonObject:
    """A contested pair with its reasons and with who uses which."""
    return {
        "words": [pair.left, pair.right],
        "language": pair.language,
        "score": pair.score,
        "signals": [signal_json(signal) for signal in pair.signals],
        "uses": [_use_json(use) for use in pair.uses],
    }


def _use_json(use: Use) -> JsonObject:
    return {
        "word": use.word,
        "outlet": use.outlet,
        "voice": use.voice,
        "times": use.times,
        "articles": use.articles,
        "since": use.since,
        "passages": [passage_json(passage) for passage in use.passages],
    }
