"""The places of an article where credits and notices stand: its first and its last lines."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from secondsource.article import Span

_HEAD_LINES = 12
_TAIL_LINES = 12
_WINDOW = 5000
_MAX_UNIT = 220
_CLOSERS = (")", ").")
# Two credits may share one line: "Translated by A. Edited by B." or "By A | 5 May 2020".
SENTENCE_BREAK = re.compile(r"(?<=[^\W\d_]{2}[.!?])[\"”»)]?\s+(?=[^\W\d_a-z])")
_PARENTHESIS = re.compile(r"\(([^()]{4,160})\)[.\s]*$")
_UNIT_BREAK = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[^\W\d_])|\s+\|\s+|\s+•\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the space around it, and where it stands in the article."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.start + len(self.text))

    def sentences(self) -> Iterator["Line"]:
        """The sentences of this line, cut where a full stop and a capital meet."""
        start = 0
        for gap in SENTENCE_BREAK.finditer(self.text):
            yield Line(self.text[start : gap.start()], self.start + start)
            start = gap.end()
        yield Line(self.text[start:], self.start + start)

    def sentence_at(self, position: int) -> Span:
        """Where the sentence stands in which a position of this line lies."""
        ends = [gap.end() for gap in SENTENCE_BREAK.finditer(self.text)]
        start = max((end for end in ends if end <= position), default=0)
        stop = min((end for end in ends if end > position), default=len(self.text))
        return Span(self.start + start, self.start + len(self.text[:stop].rstrip()))

    def span_of(self, start: int, end: int) -> Span:
        """The span in the article of a stretch of this line."""
        return Span(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Layout:
    """The first and the last lines of an article that are not empty, in reading order.

    In an article of few lines they share lines: `all` names each once.
    """

    text: str
    head: tuple[Line, ...]
    tail: tuple[Line, ...]

    @property
    def all(self) -> tuple[Line, ...]:
        """The lines of head and tail, each once, in reading order."""
        last = self.head[-1].start if self.head else -1
        return self.head + tuple(line for line in self.tail if line.start > last)

    def lower(self) -> str:
        """The words of head and tail in lower case, to look quickly whether a word is there."""
        return "\n".join(line.text for line in self.all).lower()


def read_layout(text: str) -> Layout:
    """The first and the last twelve lines of a text that are not empty."""
    head = _lines(text[:_WINDOW], 0, _HEAD_LINES)
    start = max(0, len(text) - _WINDOW)
    if start:
        # Begin at a whole line, unless the last line is longer than the window.
        newline = text.find("\n", start - 1)
        start = newline + 1 if 0 <= newline < len(text.rstrip()) - 1 else start
    tail = _lines(text[start:], start, None)[-_TAIL_LINES:]
    return Layout(text, head, tail)


def find_sentences(lines: Iterable[Line], fits: Callable[[str], bool]) -> Iterator[Line]:
    """The sentences of some lines that fit."""
    sentences = (sentence for line in lines for sentence in line.sentences())
    return (sentence for sentence in sentences if fits(sentence.text))


def split_units(line: Line) -> Iterator[Line]:
    """The parts of a short line that could each be a credit."""
    if line.text.endswith(_CLOSERS) and (closing := _PARENTHESIS.search(line.text)):
        yield Line(closing.group(1), line.start + closing.start(1))
    if len(line.text) > _MAX_UNIT:
        return
    if not _may_split(line.text):
        yield line
        return
    start = 0
    for gap in _UNIT_BREAK.finditer(line.text):
        yield Line(line.text[start : gap.start()], line.start + start)
        start = gap.end()
    yield Line(line.text[start:], line.start + start)


def _may_split(text: str) -> bool:
    """A cheap look before the pattern: most lines hold no break at all."""
    return ". " in text or "|" in text or "•" in text or "! " in text or "? " in text


def _lines(text: str, offset: int, limit: int | None) -> tuple[Line, ...]:
    found: list[Line] = []
    position = offset
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            found.append(Line(stripped, position + raw.index(stripped)))
            if len(found) == limit:
                break
        position += len(raw) + 1
    return tuple(found)
