"""Stretches of a text on their way to an attribution."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.quotes import Quoted
from secondsource.reading.statement import Quotation

_EDGE = " \t\n\r\xa0,;:–—-.()[]"
_WORD = re.compile(r"\w+")
_DIRECT_SHARE = 0.9
"""Of the words of a content between quotation marks from which on all of it counts as quoted;
set by hand."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution on its way: spans only, the source not yet resolved.

    `is_speech` says whether its cue can introduce a quotation.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    asserts: bool = True
    is_speech: bool = True


def trim_piece(text: str, start: int, end: int) -> Span | None:
    """The stretch without marks and white space at its edges; None when no word is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if _WORD.search(text, start, end) else None


def join_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put overlapping spans together; the result is ordered and disjoint."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def append_spans(content: tuple[Span, ...], more: tuple[Span, ...]) -> tuple[Span, ...]:
    """Add spans to a content: in constant steps when they all come after it, as they mostly do."""
    if content and more and content[-1].end < more[0].start:
        return (*content, *more)
    return join_spans([*content, *more])


def find_touching(spans: Sequence[Span], stretch: Span) -> Sequence[Span]:
    """Those of some ordered and disjoint spans that share a code point with a stretch."""
    first = bisect_right(spans, stretch.start, key=_end_of)
    return spans[first : bisect_left(spans, stretch.end, key=_start_of)]


def _start_of(span: Span) -> int:
    return span.start


def _end_of(span: Span) -> int:
    return span.end


def find_words(text: str, span: Span) -> list[Span]:
    """The words (runs of letters and digits) of a stretch."""
    return [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]


def tell_manner(text: str, quoted: Sequence[Span], content: Sequence[Span]) -> Quotation:
    """Whether a content is given in quotation marks, in other words, or both.

    Args:
        text: the article's text.
        quoted: what stands between quotation marks, ordered and disjoint.
        content: the stretches of the content.
    """
    if not any(find_touching(quoted, piece) for piece in content):
        return Quotation.INDIRECT
    words = [word for piece in content for word in find_words(text, piece)]
    inside = sum(bool(find_touching(quoted, word)) for word in words)
    if not inside:
        return Quotation.INDIRECT
    return Quotation.DIRECT if inside >= _DIRECT_SHARE * len(words) else Quotation.MIXED


def measure_gap(a: Span, b: Span) -> int:
    """How many code points lie between two stretches; 0 when they touch or overlap."""
    return max(0, a.start - b.end, b.start - a.end)


def find_reached(content: tuple[Span, ...], quotations: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """The quotations between the first and the last place of some content.

    Outer quotations are ordered and disjoint, so that not all of them need be looked at.
    """
    if not content:
        return ()
    first = bisect_right(quotations, content[0].start, key=_end)
    return quotations[first : bisect_left(quotations, content[-1].end, key=_begin)]


def is_quoted(span: Span, quotations: tuple[Quoted, ...]) -> bool:
    """Whether a stretch stands in one piece of one of these outer quotations."""
    near = find_reached((span,), quotations)
    return any(piece.contains(span) for quotation in near for piece in quotation.pieces)


def _begin(quotation: Quoted) -> int:
    return quotation.start


def _end(quotation: Quoted) -> int:
    return quotation.end
