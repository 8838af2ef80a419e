"""Quotations by their marks, in every tradition: “…”, "…", «…», „…“, »…«, ”…”, ‘…’, 「…」.

A quotation that runs over several paragraphs opens anew in each and closes in the last
(Chicago Manual of Style 13.32); it is one quotation here, with a piece for each paragraph.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from secondsource.article import Span
from secondsource.sentences import split_blocks

_CLOSED_BY = {
    "“": "”",
    "”": "”",
    "„": "“”‟",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_SINGLE = "‘’‚'‹›"
_APOSTROPHES = "‘’'"
_EVERY = "".join(sorted({*_CLOSED_BY, *"".join(_CLOSED_BY.values())}))
_MARKS = re.compile(rf"[{_EVERY}](?<![^\W_][{_APOSTROPHES}](?=[^\W_]))")
"""Every mark but an apostrophe within a word, which neither opens nor closes a quotation."""
_ELISIONS = re.compile(
    r"(?:\d0s|\d\d\b|em|til|tis|twas|cause|bout|round|n|cuz|ere|s|re|ve|ll|d|m|t)\b", re.I
)
_FILLER = "\u2060"  # second half of a mark written as two: keeps every other place unchanged
_DOUBLED = re.compile("''|``|‘‘|’’")
_FURTHEST = 2000
"""Code points in which a single mark must find its partner."""
_SHORTEST_UNCLOSED = 4
_DEEPEST = 4
"""How many open quotations one mark may close: keeps broken text from taking long."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation, its marks included: a piece for each paragraph it runs over.

    `depth` is 0 for a quotation that stands in no other one.
    """

    pieces: tuple[Span, ...]
    depth: int = 0

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where its last mark ends."""
        return self.pieces[-1].end

    @property
    def hull(self) -> Span:
        """The stretch from its first mark to its last."""
        return Span(self.start, self.end)


@lru_cache(maxsize=1)
def find_outer_quotations(text: str) -> tuple[Quoted, ...]:
    """The quotations that stand in no other one; those of the last text are kept."""
    return tuple(q for q in find_quotations(text) if q.depth == 0)


def find_quotations(text: str) -> tuple[Quoted, ...]:
    """Give every stretch of the text that stands between quotation marks.

    Apostrophes, elisions ('em, ’90s) and inch marks are not taken for quotation marks. A
    mark that is never closed counts to the end of its paragraph, if some words follow it.

    Returns:
        Quotations in the order of their first mark; nested ones follow the one around them.
    """
    scanner = _Scanner(_DOUBLED.sub('"' + _FILLER, text))
    paragraphs = tuple(split_blocks(text))
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        scanner.read_paragraph(paragraph, following)
    return tuple(sorted(scanner.found, key=lambda q: (q.start, -q.end)))


@dataclass(slots=True)
class _Open:
    """A quotation whose closing mark has not been met yet."""

    mark: str
    start: int
    pieces: list[Span] = field(default_factory=list)
    last_inner: int | None = None


class _Scanner:
    """Goes through a text mark by mark and keeps what is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quoted] = []
        self._open: list[_Open] = []

    def read_paragraph(self, paragraph: Span, following: Span | None) -> None:
        """Read one paragraph and settle what is still open at its end."""
        position = paragraph.start
        if self._open and self.text[position] == self._open[0].mark:
            position += 1  # the mark that a continued quotation repeats
        for match in _MARKS.finditer(self.text, position, paragraph.end):
            self._read_mark(match.start(), paragraph)
        if self._open:
            self._end_paragraph(paragraph, following)

    def _read_mark(self, at: int, paragraph: Span) -> None:
        mark = self.text[at]
        for depth in reversed(range(len(self._open))[-_DEEPEST:]):
            if self._closes(mark, at, self._open[depth].mark):
                del self._open[depth + 1 :]
                self._close(at + 2 if self.text[at + 1 : at + 2] == _FILLER else at + 1)
                return
        if self._opens(mark, at, paragraph):
            self._open.append(_Open(mark, at))

    def _close(self, end: int) -> None:
        done = self._open.pop()
        pieces = (*done.pieces, Span(done.start, end))
        self.found.append(Quoted(pieces, len(self._open)))
        if self._open:
            self._open[-1].last_inner = end

    def _closes(self, mark: str, at: int, opened: str) -> bool:
        before, after = self._around(at)
        if mark in _APOSTROPHES:
            ends_word = not before.isspace() and not after.isalnum()
            return mark in _CLOSED_BY[opened] and ends_word and not self._is_plural(at)
        if mark == '"':
            ends_word = not before.isspace() and not after.isalnum()
            return opened in '"“”„' and (ends_word or (after.isspace() and opened == '"'))
        if mark in _CLOSED_BY[opened]:
            return True
        return mark == opened == "“" and not before.isspace() and not after.isalnum()

    def _is_plural(self, at: int) -> bool:
        """Whether the mark only ends a plural possessive, because the true closing one follows."""
        if not re.match(r"s. \w", self.text[max(0, at - 1) : at + 3]):
            return False
        return (
            re.compile(rf"[^\n‘“]{{0,{_FURTHEST}}}[.,?!]['’](?!\w)").match(self.text, at + 1)
            is not None
        )

    def _opens(self, mark: str, at: int, paragraph: Span) -> bool:
        if mark not in _CLOSED_BY:
            return False
        before, after = self._around(at)
        if not (before.isspace() or before in "([{-–—/…:=" + _openers()):
            return False
        if after.isspace() and mark != "«":  # the French set a space within their marks
            return False
        if mark in _SINGLE:
            return mark != "’" and self._has_partner(mark, at, paragraph)
        return True

    def _has_partner(self, mark: str, at: int, paragraph: Span) -> bool:
        """Whether a single mark is closed in its paragraph, and is no apostrophe."""
        if mark in _APOSTROPHES and _ELISIONS.match(self.text, at + 1):
            return False
        closers = re.escape(_CLOSED_BY[mark])
        closing = re.compile(rf"(?<=\S)[{closers}](?!\w)")
        end = min(paragraph.end, at + _FURTHEST)
        return closing.search(self.text, at + 2, end) is not None

    def _around(self, at: int) -> tuple[str, str]:
        before = self.text[at - 1] if at else " "
        after = self.text[at + 1] if at + 1 < len(self.text) else " "
        return before, after

    def _end_paragraph(self, paragraph: Span, following: Span | None) -> None:
        outer = self._open[0]
        del self._open[1:]
        if following and outer.mark not in _SINGLE and self._goes_on(outer, following):
            outer.pieces.append(Span(outer.start, paragraph.end))
            outer.start, outer.last_inner = following.start, None
            return
        end = outer.last_inner or paragraph.end
        words = Span(outer.start, end).of(self.text).split()
        if outer.last_inner or len(words) >= _SHORTEST_UNCLOSED:
            self._close(end)
        self._open.clear()

    def _goes_on(self, outer: _Open, following: Span) -> bool:
        """Whether the next paragraph repeats the opening mark or brings the closing one."""
        if self.text[following.start] == outer.mark:
            return True
        if outer.mark == '"':
            return False
        closers = _CLOSED_BY[outer.mark]
        first = re.search(f"[{outer.mark}{closers}]", following.of(self.text))
        return first is not None and first.group() in closers


def _openers() -> str:
    return "".join(_CLOSED_BY)
