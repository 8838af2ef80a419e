"""The people and bodies of an archive, as JSON and for a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from secondsource.jsonvalues import JsonObject, JsonValue, signal_json
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.names.cluster import Join
from secondsource.names.name import NameKind
from secondsource.names.people import Someone
from secondsource.names.sounds import is_cyrillic
from secondsource.report.numbers import ngettext
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import say_date

_LONGEST_NAME, _LONGEST_QUOTE = 60, 160
_QUOTES_SHOWN, _JOINS_SHOWN, _ARTICLES_SHOWN, _VARIANTS_SHOWN = 5, 12, 8, 12
_NOT_READ = "–"
_KINDS: Final = {NameKind.PERSON: N_("person"), NameKind.BODY: N_("body")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as an index shows it: its id, its outlet, its date, and its line for a reader."""

    id: str
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What one article has somebody say: its id, the source's words, and the first words said."""

    article: str
    source: str
    text: str
    quotation: str


@dataclass(frozen=True, slots=True)
class Told:
    """One person or body with what is told of it.

    `mentioned` are the articles that name it, in the order of adding; `quotes` what it is quoted
    saying in those of them that were `read` for it, a number.
    """

    someone: Someone
    mentioned: tuple[Entry, ...]
    credited: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()
    read: int = 0

    @property
    def quoted(self) -> int | None:
        """How many articles quote it; None when none was read for that."""
        return len({quote.article for quote in self.quotes}) if self.read else None

    @property
    def outlets(self) -> list[str]:
        """The outlets of the articles, in the order of their names."""
        return sorted({e.outlet for e in self.mentioned if e.outlet})

    @property
    def dates(self) -> tuple[str | None, str | None]:
        """The first and the last date of an article that names it."""
        dates = sorted(e.published for e in self.mentioned if e.published)
        return (dates[0], dates[-1]) if dates else (None, None)


def person_json(told: Told) -> JsonObject:
    """One person or body, the ways its name is written and the articles that name it.

    `quoted` is null when none of the articles was read for who is quoted in it, and counts those
    that were (`quoted_read`) otherwise.
    """
    someone, (first, last) = told.someone, told.dates
    return {
        "id": someone.id,
        "name": someone.name,
        "kind": someone.kind.value,
        "variants": [variant.text for variant in someone.variants],
        "counts": {variant.text: variant.count for variant in someone.variants},
        "scripts": _by_script(variant.text for variant in someone.variants),
        "articles": [entry.id for entry in told.mentioned],
        "mentioned": len(told.mentioned),
        "quoted": told.quoted,
        "quoted_read": told.read,
        "credited": len(told.credited),
        "credited_in": list(told.credited),
        "surname_only": someone.surname_only,
        "bare": someone.bare,
        "outlets": list(told.outlets),
        "first": first,
        "last": last,
        "joins": [_join_json(join) for join in someone.joins],
        "decided": list(someone.decided),
    }


def quote_json(quote: Quote) -> JsonObject:
    """Something somebody is quoted saying."""
    return {
        "article": quote.article,
        "source": quote.source,
        "text": quote.text,
        "quotation": quote.quotation,
    }


def _join_json(join: Join) -> JsonObject:
    signals: list[JsonValue] = [signal_json(signal) for signal in join.signals]
    return {"left": join.left, "right": join.right, "score": join.score, "signals": signals}


def _by_script(variants: Iterable[str]) -> JsonObject:
    found: dict[str, list[JsonValue]] = {}
    for variant in variants:
        script = "cyrillic" if is_cyrillic(variant) else "latin" if _is_latin(variant) else "other"
        found.setdefault(script, []).append(variant)
    return {script: list(names) for script, names in found.items()}


def _is_latin(text: str) -> bool:
    return any(c.isalpha() and ord(c) < 0x250 for c in text)


def render_people(told: Sequence[Told], left_out: int, console: Console) -> None:
    """Print people and bodies as a table, those whom most articles name first."""
    if not told:
        console.print(_("Nobody is named in these articles."))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), expand=True)
    for title in (_("articles"), _("quoted"), _("credited")):
        table.add_column(title, justify="right")
    table.add_column(_("name"), ratio=1)
    table.add_column(_("kind"))
    table.add_column(_("also written"), ratio=1)
    for each in told:
        table.add_row(*_make_row(each))
    console.print(table)
    if left_out:
        more = ngettext("and %(num)s more name", "and %(num)s more names", left_out)
        how = _("--limit 0 shows all, --min N only the frequent")
        console.print(Text(f"{more}: {how}", "dim"))


def _make_row(told: Told) -> tuple[str | Text, ...]:
    someone = told.someone
    others = [v.text for v in someone.variants if v.text != someone.name][:4]
    quoted = _NOT_READ
    if told.quoted is not None:
        quoted = _("%(some)s of %(all)s", some=told.quoted, all=told.read)
    alone = someone.bare and someone.kind is NameKind.PERSON
    kind = _("person (surname only)") if alone else _(_KINDS[someone.kind])
    return (
        str(len(told.mentioned)),
        quoted,
        str(len(told.credited)),
        Text(show_on_one_line(someone.name, _LONGEST_NAME)),
        kind,
        Text(show_on_one_line(", ".join(others), _LONGEST_NAME), "dim"),
    )


def render_someone(told: Told, titles: Mapping[str, str], console: Console) -> None:
    """Print one person or body: its spellings, articles, quotations, and why they are one.

    Args:
        told: what is told of it.
        titles: a line for each article shown, by its id.
        console: where to print.
    """
    someone = told.someone
    _print(console, someone.name, "bold")
    _print(console, ", ".join((_(_KINDS[someone.kind]), *_say_reach(told))))
    written = ", ".join(f"{v.text} ({v.count})" for v in someone.variants[:_VARIANTS_SHOWN])
    _print(console, _("written: %(names)s", names=written), indent=2)
    if someone.surname_only:
        only = ngettext(
            "not counted: %(num)s article with only a surname that may be this one",
            "not counted: %(num)s articles with only a surname that may be this one",
            someone.surname_only,
        )
        _print(console, only, indent=2)
    _print_quotes(told, console)
    _print_articles(told, titles, console)
    _print_joins(someone, console)


def _say_reach(told: Told) -> Iterator[str]:
    """How many articles of the archive name somebody, and from when to when."""
    yield ngettext(
        "%(num)s article in the archive", "%(num)s articles in the archive", len(told.mentioned)
    )
    first, last = told.dates
    if first and last:
        yield _("%(first)s to %(last)s", first=say_date(first), last=say_date(last))


def _print_quotes(told: Told, console: Console) -> None:
    if told.quoted is None:
        _print(console, _("who is quoted was not looked for in these articles"), indent=2)
        return
    read = ngettext(
        "quoted in %(some)s of %(num)s article read for it",
        "quoted in %(some)s of %(num)s articles read for it",
        told.read,
        some=told.quoted,
    )
    _print(console, read, "bold")
    for quote in told.quotes[:_QUOTES_SHOWN]:
        words = show_on_one_line(quote.text, _LONGEST_QUOTE)
        _print(console, f"{quote.article[:8]} {quote.source}: {words}", indent=2)
    if len(told.quotes) > _QUOTES_SHOWN:
        _print_more(console, len(told.quotes) - _QUOTES_SHOWN)


def _print_articles(told: Told, titles: Mapping[str, str], console: Console) -> None:
    _print(console, _("articles"), "bold")
    quoted = {quote.article for quote in told.quotes}
    for entry in told.mentioned[:_ARTICLES_SHOWN]:
        marks = [_("quoted")] * (entry.id in quoted) + [_("credited")] * (entry.id in told.credited)
        tail = f" [{', '.join(marks)}]" if marks else ""
        _print(console, f"{titles.get(entry.id, entry.id)}{tail}", indent=2)
    if len(told.mentioned) > _ARTICLES_SHOWN:
        _print_more(console, len(told.mentioned) - _ARTICLES_SHOWN)


def _print_joins(someone: Someone, console: Console) -> None:
    if someone.joins or someone.decided:
        _print(console, _("why these names are one"), "bold")
    for join in someone.joins[:_JOINS_SHOWN]:
        reasons = " ".join(retell(signal.sentence) for signal in join.signals)
        _print(console, f"{join.left} = {join.right} ({join.score:.2f}): {reasons}", indent=2)
    if someone.decided:
        numbers = ", ".join(map(str, someone.decided))
        said = _("shaped by decision %(numbers)s (`people history`)", numbers=numbers)
        _print(console, said, indent=2)


def _print_more(console: Console, count: int) -> None:
    _print(console, ngettext("and %(num)s more", "and %(num)s more", count), "dim", indent=2)


def _print(console: Console, words: str, style: str = "", indent: int = 0) -> None:
    console.print(Text(" " * indent + show_on_one_line(words), style), soft_wrap=True)
