"""Splitting a text into passages: what a search finds and evidence quotes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.archive.words import UNSPACED
from secondsource.article import Span

# About a paragraph of news. Shorter ones are merged, longer ones cut at sentence ends.
FEWEST_WORDS = 40
MOST_WORDS = 120

_LONGEST_WORD = 60
_WORD = re.compile(rf"[{UNSPACED}]{{1,2}}|[^\s{UNSPACED}]{{1,{_LONGEST_WORD}}}")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# A sentence may end here; a wrong guess only moves the border of a passage.
_SENTENCE_END = re.compile(
    r"""[.!?…؟।]+["'”’»)\]]*\s+|[。！？｡]+[」』”）]*\s*|\s*\n\s*""",
)


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
        passages += _merge_short_end(text, list(_pack(text, stretch)))
    return tuple(passages)


def count_words(text: str) -> int:
    """How many words a text has; two characters count as one where words have no spaces."""
    if text.isascii() or not _UNSPACED.search(text):
        return sum(-(-len(word) // _LONGEST_WORD) for word in text.split())
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


def _pack(text: str, stretch: Span) -> Iterator[Span]:
    """Sentences put together until a passage is full, or long enough where a paragraph ends."""
    start, end, words = stretch.start, stretch.start, 0
    for piece in _pieces(text, stretch):
        count = count_words(piece.of(text))
        is_new_paragraph = "\n" in text[end : piece.start]
        if words and (words + count > MOST_WORDS or (words >= FEWEST_WORDS and is_new_paragraph)):
            yield Span(start, end)
            words = 0
        if not words:
            start = piece.start
        end = piece.end
        words += count
    if words:
        yield Span(start, end)


def _merge_short_end(text: str, passages: list[Span]) -> list[Span]:
    """The passages, a last one that is too short joined to the one before when both fit."""
    if len(passages) < 2:
        return passages
    *before, last_but_one, last = passages
    joined = Span(last_but_one.start, last.end)
    is_short = count_words(last.of(text)) < FEWEST_WORDS
    if is_short and count_words(joined.of(text)) <= MOST_WORDS:
        return [*before, joined]
    return passages


def _pieces(text: str, stretch: Span) -> Iterator[Span]:
    """The sentences of a stretch without the spaces around them; none of over 120 words."""
    start = stretch.start
    ends = [found.end() for found in _SENTENCE_END.finditer(text, stretch.start, stretch.end)]
    for end in [*ends, stretch.end]:
        sentence = _strip(text, start, end)
        start = end
        if sentence is None:
            continue
        if count_words(sentence.of(text)) <= MOST_WORDS:
            yield sentence
        else:
            yield from _cut_long(text, sentence)


def _strip(text: str, start: int, end: int) -> Span | None:
    stretch = text[start:end]
    kept = stretch.strip()
    if not kept:
        return None
    start += len(stretch) - len(stretch.lstrip())
    return Span(start, start + len(kept))


def _cut_long(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence of over 120 words, cut after each 120."""
    words: Sequence[re.Match[str]] = list(_WORD.finditer(text, sentence.start, sentence.end))
    for at in range(0, len(words), MOST_WORDS):
        group = words[at : at + MOST_WORDS]
        yield Span(group[0].start(), group[-1].end())
