"""Datelines at the head of a paragraph: no part of the sentence that follows them."""

import re
from collections.abc import Iterable, Iterator

from secondsource.article import Span

_LONGEST = 90
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}|(?:[A-Z][\w.'’-]+ ?){1,4}(?=[ (]*\())"
    r"(?:, [A-Z][\w.]+){0,2}(?:,? \d{1,2})?(?: ?\([^()\n]{2,30}\))?\s*(?:--|[-–—])\s*(?=\S)"
)


def cut_datelines(text: str, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """The same sentences, a dateline ("ORRIN (AP) —") being a sentence of its own.

    Only those at the start of a line are looked at: in capitals, or with an agency in brackets.
    """
    return tuple(part for span in sentences for part in _cut(text, span))


def _cut(text: str, span: Span) -> Iterator[Span]:
    if span.start == 0 or text[span.start - 1] == "\n":
        match = _DATELINE.match(text, span.start, min(span.end, span.start + _LONGEST))
        if match is not None and match.end() < span.end:
            yield Span(span.start, match.end())
            span = Span(match.end(), span.end)
    yield span
