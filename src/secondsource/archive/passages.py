"""Splitting a text into passages: what a search finds and evidence quotes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.words import UNSPACED

# About a paragraph of news. Shorter ones are merged, longer ones cut at sentence ends.
_FEWEST_WORDS = 40
MOST_WORDS = 120

_LONGEST_WORD = 60
_WORD = re.compile(rf"[{UNSPACED}]{{1,2}}|[^\s{UNSPACED}]{{1,{_LONGEST_WORD}}}")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# A sentence may end here; a wrong guess only moves the border of a passage. Marks are tried from
# the first of a run only: a line of 200,000 full stops would otherwise take minutes.
_SENTENCE_END = re.compile(
    r"""(?<![.!?…؟।])[.!?…؟।]++["'”’»)\]]*+\s+|[。！？｡]+[」』”）]*\s*|\n\s*""",
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text and how many words it has."""

    span: Span
    words: int

    def join(self, following: "_Piece") -> "_Piece":
        return _Piece(Span(self.span.start, following.span.end), self.words + following.words)


def split_passages(text: str, boilerplate: Iterable[Span] = ()) -> tuple[Span, ...]:
    """The passages of a text, in order: together they hold every word that is not boilerplate.

    Args:
        text: the article's stored text.
        boilerplate: stretches to leave out; they may overlap.

    Returns:
        Spans that do not overlap, begin and end with a word, and hold at most 120 words. One
        of fewer than 40 words stands alone only where nothing next to it can take it in.
    """
    passages: list[Span] = []
    for stretch in _stretches(len(text), boilerplate):
        packed = _merge_short_end(list(_pack(text, stretch)))
        passages += [piece.span for piece in packed]
    return tuple(passages)


def count_words(text: str) -> int:
    """How many words a text has; two characters count as one where words have no spaces.

    What no language would call a word (an address, a string of signs) counts as several.
    """
    if text.isascii() or not _UNSPACED.search(text):
        words = text.split()
        if max(map(len, words), default=0) <= _LONGEST_WORD:
            return len(words)
    return sum(1 for _ in _WORD.finditer(text))


def _stretches(length: int, boilerplate: Iterable[Span]) -> Iterator[Span]:
    """What the boilerplate leaves of a text."""
    start = 0
    for span in sorted(boilerplate):
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < length:
        yield Span(start, length)


def _pack(text: str, stretch: Span) -> Iterator[_Piece]:
    """Sentences put together until a passage is full, or long enough where a paragraph ends."""
    packed: _Piece | None = None
    for piece in _pieces(text, stretch):
        if packed is None:
            packed = piece
        elif _ends_here(text, packed, piece):
            yield packed
            packed = piece
        else:
            packed = packed.join(piece)
    if packed:
        yield packed


def _ends_here(text: str, packed: _Piece, following: _Piece) -> bool:
    if packed.words + following.words > MOST_WORDS:
        return True
    gap = text[packed.span.end : following.span.start]
    return packed.words >= _FEWEST_WORDS and "\n" in gap


def _merge_short_end(passages: list[_Piece]) -> list[_Piece]:
    """The passages, a last one that is too short joined to the one before when both fit."""
    if len(passages) < 2:
        return passages
    *before, last_but_one, last = passages
    if last.words < _FEWEST_WORDS and last_but_one.words + last.words <= MOST_WORDS:
        return [*before, last_but_one.join(last)]
    return passages


def _pieces(text: str, stretch: Span) -> Iterator[_Piece]:
    """The sentences of a stretch without the spaces around them; none of over 120 words."""
    start = stretch.start
    ends = [found.end() for found in _SENTENCE_END.finditer(text, stretch.start, stretch.end)]
    for end in [*ends, stretch.end]:
        sentence = text[start:end]
        kept = sentence.strip()
        if kept:
            first = start + sentence.index(kept)
            yield from _cut_long(text, Span(first, first + len(kept)))
        start = end


def _cut_long(text: str, sentence: Span) -> Iterator[_Piece]:
    """The sentence, in parts of 120 words when it has more."""
    count = count_words(sentence.of(text))
    if count <= MOST_WORDS:
        yield _Piece(sentence, count)
        return
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    for at in range(0, count, MOST_WORDS):
        group = words[at : at + MOST_WORDS]
        yield _Piece(Span(group[0].start(), group[-1].end()), len(group))
