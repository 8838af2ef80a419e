"""Some words of an article around what was looked for, with the words that matched."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.report.visible import show_on_one_line
from secondsource.words import UNSPACED, index_words

_LENGTH = 320  # characters of a snippet: two or three lines
_WORD = re.compile(rf"[{UNSPACED}]{{2}}|[^\W{UNSPACED}]+|[{UNSPACED}]")
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; `matched` where it is a word that was looked for."""

    text: str
    matched: bool


def cut_snippet(
    passage: str, wanted: Collection[str], language: str | None, length: int = _LENGTH
) -> tuple[Piece, ...]:
    """The part of a passage that has most of the words looked for, on one line.

    Args:
        passage: words of an article, as they stand there.
        wanted: index words, as `index_words` gives them.
        language: that of the article (ISO 639-1).
        length: the most characters.

    Returns:
        Pieces that read in order; an ellipsis stands where the passage goes on. Hidden characters
        are named.
    """
    line = show_on_one_line(passage)
    matched = _find_matches(line, frozenset(wanted), language)
    start, end = _choose_window(line, matched, length)
    shown = [span for span in matched if span.start >= start and span.end <= end]
    pieces = list(_split(line, shown, start, end))
    before = [Piece("… ", False)] if start else []
    after = [Piece(" …", False)] if end < len(line) else []
    return (*before, *pieces, *after)


def _find_matches(line: str, wanted: frozenset[str], language: str | None) -> list[Span]:
    """Where the words looked for stand; pairs of characters that touch are one stretch."""
    found: list[Span] = []
    for span in _words(line):
        if wanted.isdisjoint(index_words(span.of(line), language)):
            continue
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _words(line: str) -> Iterator[Span]:
    """Each word; where words have no spaces, each pair of characters, which overlap."""
    at = 0
    while match := _WORD.search(line, at):
        yield Span(*match.span())
        pair = match.end() - match.start() == 2 and bool(_UNSPACED.match(match[0]))
        at = match.start() + 1 if pair else match.end()


def _choose_window(line: str, matched: list[Span], length: int) -> tuple[int, int]:
    """Where the snippet begins and ends: at spaces, around as many matches as can be."""
    if len(line) <= length:
        return 0, len(line)
    best, most = 0, 0
    for first, span in enumerate(matched):
        fits = sum(1 for other in matched[first:] if other.end <= span.start + length * 3 // 4)
        if fits > most:
            best, most = span.start, fits
    start = max(0, min(best - length // 4, len(line) - length))
    start = start and (line.find(" ", start, best) + 1 or start)
    end = min(len(line), start + length)
    if end < len(line):
        end = max(line.rfind(" ", start, end), end - length // 4)
    return start, end


def _split(line: str, matched: list[Span], start: int, end: int) -> Iterator[Piece]:
    at = start
    for span in matched:
        if span.start > at:
            yield Piece(line[at : span.start], False)
        yield Piece(span.of(line), True)
        at = span.end
    if at < end:
        yield Piece(line[at:end], False)
