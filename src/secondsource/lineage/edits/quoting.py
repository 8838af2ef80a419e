"""Which words stand between quotation marks, and where two versions differ in that."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from secondsource.article import Span
from secondsource.lineage.edits.changes import Side
from secondsource.lineage.edits.compare import Range
from secondsource.quotes import find_quotations

_MARKS = frozenset("\"“”„‟«»‘’'‚‹›「」『』")
_ENDING = re.compile(r"[.,!?…][\"”'’»](?=\s|$)")  # a mark that can only close
_OPENING = re.compile(r"(?m)^[ \t]*['‘][^\W\d_]")  # a paragraph of a quotation that goes on
_SHOWN = 200  # characters; of a longer quotation the beginning is shown


@lru_cache(maxsize=64)
def _read_text(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What a text has between quotation marks, and where it cannot be told what they hold."""
    quoted = [quotation for quotation in find_quotations(text) if not quotation.depth]
    spans = tuple(sorted(piece for quotation in quoted for piece in quotation.pieces))
    open_ends = [q.pieces[-1] for q in quoted if text[q.end - 1] not in _MARKS]
    stray = (Span(*match.span()) for mark in (_ENDING, _OPENING) for match in mark.finditer(text))
    lost = [mark for mark in stray if not any(span.overlaps(mark) for span in spans)]
    return spans, (*open_ends, *lost)


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """The words (by number) of one side that are quoted, and the quotations they belong to.

    `whole` is False if a mark is left open in their paragraphs: then it is not known where a
    quotation ends.
    """

    words: frozenset[int]
    spans: tuple[Span, ...]
    whole: bool

    def show(self, side: Side, place: Range) -> Span:
        """Where some words stand; if they are quoted, their quotation with its marks."""
        span = side.version.span(*place)
        for quoted in self.spans:
            if quoted.overlaps(span):
                text, end = side.version.text, min(quoted.end, quoted.start + _SHOWN)
                cut = text.rfind(" ", quoted.start, end) if end < quoted.end else end
                return Span(quoted.start, max(cut, quoted.start + 1))
        return span


def read_quoted(side: Side) -> QuotedWords:
    """What of one side stands between quotation marks."""
    version = side.version
    spans, unclear = _read_text(version.text)
    first, last = version.sentence_at(side.words[0]), version.sentence_at(side.words[1] - 1)
    near = Span(version.paragraph_span(first).start, version.paragraph_span(last).end)
    low = bisect_left(spans, side.whole.start, key=lambda span: span.end)
    high = bisect_left(spans, side.whole.end, key=lambda span: span.start)
    here = spans[low:high]
    words: set[int] = set()
    for span in here:
        begin, end = version.range_of(span.start, span.end)
        words.update(range(max(side.words[0], begin), min(side.words[1], end)))
    return QuotedWords(frozenset(words), here, not any(span.overlaps(near) for span in unclear))


def has_marks(side: Side, place: Range) -> bool:
    """Whether some words have a mark of quotation right before and right after them."""
    text, span = side.version.text, side.version.span(*place)
    return text[span.start - 1 : span.start] in _MARKS and bool(
        _MARKS & set(text[span.end : span.end + 2])
    )


def is_inside(change: Range, quoted: frozenset[int]) -> bool:
    """Whether a change has a quoted word, or is a place next to one."""
    begin, end = change
    if begin < end:
        return any(word in quoted for word in range(begin, end))
    return begin in quoted or begin - 1 in quoted


def find_moved_marks(
    side: Side, here: frozenset[int], there: frozenset[int]
) -> Iterator[tuple[Range, Range]]:
    """Runs of kept words that are quoted in one version only, with their place in the other."""
    for begin, other, size in side.blocks:
        run = 0
        for k in range(size + 1):
            if k < size and (begin + k in here) != (other + k in there):
                run += 1
            elif run:
                yield (begin + k - run, begin + k), (other + k - run, other + k)
                run = 0
