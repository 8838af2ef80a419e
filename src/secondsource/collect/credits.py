"""Credits: what an article's own words say of where it comes from.

Only the first and the last lines are read, since that is where credits stand, and a formula
counts only when names and dates follow it: a sentence about a book "translated by" somebody is
not a credit. Each credit's span covers the name as it is written, and its `name` is exactly
these words.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from secondsource.article import Credit, Role, Span
from secondsource.collect.agencies import is_agency
from secondsource.collect.credit_line import CreditLine, read_label_line
from secondsource.collect.credit_patterns import PHRASES, PUBLISHED_WHERE, Phrase
from secondsource.collect.dates import find_date
from secondsource.collect.layout import Layout, Line, read_layout, split_units
from secondsource.collect.names import read_outlet, read_outlet_before, read_people
from secondsource.collect.notices import find_republisher
from secondsource.collect.signatures import find_signatures
from secondsource.collect.wire import find_wire_tags

DATE_REACH = 40


def find_credits(text: str) -> tuple[Credit, ...]:
    """Who wrote, translated, first published or passed on a text, as the text itself says.

    Args:
        text: the article's text, in English or Russian.

    Returns:
        Each role and name once, in the order of their words; each credit's span covers the
        name in the text.
    """
    return tuple(line.credit for line in find_credit_lines(read_layout(text)))


def find_credit_lines(layout: Layout) -> tuple[CreditLine, ...]:
    """The credits of an article, each with the line or sentence that is nothing but credit."""
    units = [unit for line in layout.all for unit in split_units(line)]
    found = chain(
        chain.from_iterable(read_label_line(unit) for unit in units),
        chain.from_iterable(_read_phrases(line) for line in layout.all),
        find_wire_tags(layout),
        find_signatures(layout),
        find_republisher(layout),
    )
    return tuple(_each_once(found))


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


def _read_phrases(line: Line) -> Iterator[CreditLine]:
    lowered = line.text.lower()
    for phrase in PHRASES:
        if phrase.literal in lowered:
            for match in phrase.pattern.finditer(line.text):
                yield from _after_phrase(line, phrase, match.start(), match.end())
    if " where " in lowered and (where := PUBLISHED_WHERE.search(line.text)):
        name = read_outlet_before(line.text, where.start())
        yield from _credit_names(line, Role.ORIGINAL_OUTLET, [name] if name else [], where.start())


def _after_phrase(line: Line, phrase: Phrase, start: int, end: int) -> Iterator[CreditLine]:
    """The credits for the names that stand after a phrase."""
    if phrase.role is Role.TRANSLATOR:
        names = read_people(line.text, end)
    else:
        outlet = read_outlet(line.text, end, len(line.text))
        names = [outlet] if outlet else []
    yield from _credit_names(line, phrase.role, names, start)


def _credit_names(
    line: Line, role: Role, names: Iterable[Span], start: int
) -> Iterator[CreditLine]:
    sentence = line.sentence_at(start)
    for name in names:
        dated = find_date(line.text[name.end : name.end + DATE_REACH])
        words = name.of(line.text)
        yield CreditLine(
            Credit(
                Role.WIRE if is_agency(words) else role,
                words,
                date=dated.iso if dated else None,
                span=name.shift(line.start),
            ),
            sentence,
        )
