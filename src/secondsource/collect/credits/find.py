"""Credits: what an article's own words say of where it comes from.

Only the first and the last lines are read, since that is where credits stand, and a formula
counts only when names and dates follow it: a sentence about a book "translated by" somebody is
not a credit. Each credit's span covers the name as it is written, and its `name` is exactly
these words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from secondsource.article import Credit, Role, Span
from secondsource.collect.consent import find_consent
from secondsource.collect.credits.agencies import is_agency
from secondsource.collect.credits.line import CreditLine, read_label_line
from secondsource.collect.credits.names import read_outlet, read_outlet_before, read_people
from secondsource.collect.credits.patterns import MEANS, PHRASES
from secondsource.collect.credits.rows import Phrase
from secondsource.collect.credits.signatures import find_signatures
from secondsource.collect.credits.wire import find_wire_tags
from secondsource.collect.dates import find_date
from secondsource.collect.layout import Layout, Line, read_layout, split_units
from secondsource.collect.notices import find_notices, find_republisher
from secondsource.collect.paywall import find_paywall

DATE_REACH = 40


@dataclass(frozen=True, slots=True)
class Origin:
    """What a text says of its own origin, and the lines that say it.

    `republisher` is the outlet in whose name the closing notices speak.
    """

    layout: Layout
    lines: tuple[CreditLine, ...]
    notices: tuple[tuple[Line, str], ...]
    republisher: str | None

    @property
    def credits(self) -> tuple[Credit, ...]:
        """The credits alone."""
        return tuple(line.credit for line in self.lines)


def find_credits(text: str) -> tuple[Credit, ...]:
    """Who wrote, translated, first published or passed on a text, as the text itself says.

    Args:
        text: the article's text, in English, French, German, Polish, Russian, Spanish or Ukrainian.

    Returns:
        Each role and name once; each credit's span covers the name in the text.
    """
    return read_origin(text).credits


def read_origin(text: str, authors: Sequence[str] = ()) -> Origin:
    """The credits of a text with the lines they stand in, and its closing notices.

    Args:
        text: the article's text.
        authors: who is known to have written it, from elsewhere than the text.
    """
    layout = read_layout(text)
    lowered = layout.lower()
    notices = find_notices(layout, lowered)
    republisher = find_republisher(notices)
    phrases = [phrase for phrase in PHRASES if phrase.literal in lowered]
    found = chain(
        chain.from_iterable(_read_line(line, phrases) for line in layout.all),
        find_wire_tags(layout),
        find_signatures(layout, authors),
        (republisher,) if republisher else (),
    )
    name = republisher.credit.name if republisher else None
    told = (*find_consent(layout, lowered), *find_paywall(layout, lowered), *notices)
    return Origin(layout, tuple(_each_once(found)), told, name)


def _read_line(line: Line, phrases: list[Phrase]) -> Iterator[CreditLine]:
    for unit in split_units(line):
        yield from read_label_line(unit)
    lowered = line.text.lower() if phrases else ""
    for phrase in phrases:
        if phrase.literal not in lowered:
            continue
        for match in phrase.pattern.finditer(line.text):
            yield from _beside_phrase(line, phrase, match.start(), match.end())


def _each_once(found: Iterable[CreditLine]) -> Iterator[CreditLine]:
    """The credits in the order of their words; of two with one role and name, the first."""
    seen: set[tuple[Role, str]] = set()
    taken: list[Span] = []
    for line in found:
        key = (line.credit.role, line.credit.name.casefold())
        span = line.credit.span
        if key in seen or span is None or any(span.overlaps(other) for other in taken):
            continue
        seen.add(key)
        taken.append(span)
        yield line


def _beside_phrase(line: Line, phrase: Phrase, start: int, end: int) -> Iterator[CreditLine]:
    """The credits for the names that stand after a phrase, or before one that looks back."""
    if phrase.role is Role.TRANSLATOR:
        names = read_people(line.text, end)
    elif phrase.looks_back:
        names = _one(read_outlet_before(line.text, start))
    else:
        names = _one(read_outlet(line.text, end, len(line.text)))
    yield from _credit_names(line, phrase.role, names, start)


def _one(name: Span | None) -> list[Span]:
    return [name] if name else []


def _credit_names(
    line: Line, role: Role, names: Iterable[Span], start: int
) -> Iterator[CreditLine]:
    sentence = line.sentence_at(start)
    for name in names:
        words = name.of(line.text)
        if words.lower() in MEANS:  # where everybody posts
            continue
        dated = find_date(line.text[name.end : name.end + DATE_REACH])
        yield CreditLine(
            Credit(
                Role.WIRE if is_agency(words) else role,
                words,
                date=dated.iso if dated else None,
                span=name.shift(line.start),
            ),
            sentence,
        )
