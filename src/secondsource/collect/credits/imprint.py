"""The line under the headline of a plain text that says which outlet it is from, and when."""

import re
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.collect.dates import find_date
from secondsource.collect.layout import Line, read_layout

_LINES = 5  # the headline, a byline or two, the imprint
_LONGEST = 90
_AROUND = " \t,.;:|–—-«»“”\"'()"
_YEAR_WORD = re.compile(r"^\s*(?:года|г)\b\.?", re.IGNORECASE)
_MOST_WORDS = 6
_QUOTES = ("«", "“", '"', "„")
_SMALL_WORDS = {"of", "the", "and", "for", "de", "la", "le", "del", "der", "die", "и"}
_NOT_FIRST = {"At", "By", "From", "In", "On", "Since", "Until", "В", "От", "С"}


@dataclass(frozen=True, slots=True)
class Imprint:
    """What such a line says: the outlet if it names one, the ISO date, and where it stands."""

    outlet: str | None
    published: str
    span: Span


def find_imprint(text: str) -> Imprint | None:
    """The imprint of a plain text: a short early line of a date, or of an outlet and a date.

    A line in capitals ("LONDON, 5 March 2024") is a dateline: its date counts, its place is not
    taken for an outlet.
    """
    for line in read_layout(text).head[:_LINES]:
        if len(line.text) <= _LONGEST and (imprint := _read_line(line)) is not None:
            return imprint
    return None


def _read_line(line: Line) -> Imprint | None:
    found = find_date(line.text)
    if found is None:
        return None
    before = line.text[: found.span.start].strip()
    after = _YEAR_WORD.sub("", line.text[found.span.end :]).strip()
    name = before.strip(_AROUND)
    quoted = before.startswith(_QUOTES)
    if after or (name and not quoted and not _is_name(name)):
        return None
    return Imprint(name if name and not name.isupper() else None, found.iso, line.span)


def _is_name(name: str) -> bool:
    """Whether the words before the date are a name, not a credit and not part of a sentence."""
    words = name.split()
    plain = not re.search(r"[\d:,;.!?–—|]", name)
    small = [word for word in words if word[0].islower()]
    is_name = words[0] not in _NOT_FIRST and set(small) <= _SMALL_WORDS
    return plain and is_name and len(words) <= _MOST_WORDS
