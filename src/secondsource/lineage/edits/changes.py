"""The stretches in which two versions of a sentence differ, and what stands where in each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secondsource.article import Span
from secondsource.lineage.edits.compare import Block, Group, Range
from secondsource.lineage.edits.version import Version

_BETWEEN = 2  # equal words between two changes of one sentence that are shown as one
_CONTEXT = 2  # equal words shown before and after a change
SHORT = 6  # words of a change in which a number, a date or a loaded word is what was changed
_REWRITTEN = 10  # words; where more stands for more, what answers to what is a guess


@dataclass(frozen=True, slots=True)
class Change:
    """Ranges of words that stand in the place of each other; one of the two may be empty."""

    parent: Range
    child: Range


def to_lower(text: str) -> str:
    """The text in small letters, every letter at its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class Side:
    """The parent's or the child's part of a group: its words, and which of them are changed.

    `blocks` are the equal words as (begin here, begin in the other version, how many),
    `changes` the ranges of words of each change, in order, and `replaced` whether the other
    version has words in its place. `text` is the text of the group as it stands at `whole`,
    `lower` the same in small letters.
    """

    version: Version
    words: Range
    blocks: tuple[Block, ...]
    changes: tuple[Range, ...]
    replaced: tuple[bool, ...]
    whole: Span = field(init=False)
    text: str = field(init=False)
    lower: str = field(init=False)

    def __post_init__(self) -> None:
        whole = self._find_whole()
        object.__setattr__(self, "whole", whole)
        object.__setattr__(self, "text", whole.of(self.version.text))
        object.__setattr__(self, "lower", to_lower(self.text))

    def _find_whole(self) -> Span:
        """Where the group stands: with the marks that touch its first and its last word."""
        begin, end = self.words
        text, starts, ends = self.version.text, self.version.starts, self.version.ends
        low, high = starts[begin], ends[end - 1]
        first = ends[begin - 1] if begin else 0
        last = starts[end] if end < len(starts) else len(text)
        while low > first and not text[low - 1].isspace():
            low -= 1
        while high < last and not text[high].isspace():
            high += 1
        return Span(low, high)

    def change_at(self, words: Range) -> int | None:
        """The number of the change that touches a range of words, None if all are kept."""
        for word in range(*words):
            if not self.is_kept(word):
                return bisect_right(self.changes, word, key=lambda change: change[1])
        return None

    def is_kept(self, word: int) -> bool:
        """Whether the other version has this word at its place too."""
        return self.other_place(word) is not None

    def other_place(self, word: int) -> int | None:
        """Where the other version has this word, if it was kept."""
        number = bisect_right(self.blocks, word, key=lambda block: block[0]) - 1
        if number < 0:
            return None
        here, there, size = self.blocks[number]
        return there + word - here if word < here + size else None

    def near_place(self, word: int) -> int:
        """Where in the other version this word would stand: at the last kept word before it."""
        number = max(0, bisect_right(self.blocks, word, key=lambda block: block[0]) - 1)
        here, there, size = self.blocks[number]
        return there + max(0, min(size, word - here))

    def show(self, first: int, last: int | None = None) -> Span | None:
        """Where a change (or several) stands, with a little of what is around it, if anything."""
        begin, end = self.changes[first][0], self.changes[first if last is None else last][1]
        begin, end = max(self.words[0], begin - _CONTEXT), min(self.words[1], end + _CONTEXT)
        return self.version.span(begin, end) if begin < end else None


@dataclass(frozen=True, slots=True)
class Compared:
    """A group with its two sides and the changes between them.

    `clusters` gives each change the number of its cluster: changes with hardly an equal word
    between them are one for what stands in the place of what.
    """

    parent: Side
    child: Side
    changes: tuple[Change, ...]
    clusters: tuple[int, ...]


def find_changes(parent: Version, child: Version, group: Group) -> Compared:
    """A group with its changes."""
    changes = tuple(_gaps(group))
    blocks = group.blocks or ((group.parent[0], group.child[0], 0),)
    turned = tuple((c, p, size) for p, c, size in blocks)
    left, right = (tuple(c.parent for c in changes), tuple(c.child for c in changes))
    has_left, has_right = (tuple(low < high for low, high in part) for part in (left, right))
    return Compared(
        Side(parent, group.parent, blocks, left, has_right),
        Side(child, group.child, turned, right, has_left),
        changes,
        tuple(_cluster(changes)),
    )


def _gaps(group: Group) -> Iterator[Change]:
    """What lies between the runs of equal words."""
    p_at, c_at = group.parent[0], group.child[0]
    for p, c, size in (*group.blocks, (group.parent[1], group.child[1], 0)):
        if p > p_at or c > c_at:
            yield Change((p_at, p), (c_at, c))
        p_at, c_at = p + size, c + size


def _cluster(changes: Sequence[Change]) -> Iterator[int]:
    number = 0
    for k, change in enumerate(changes):
        if k and change.parent[0] - changes[k - 1].parent[1] > _BETWEEN:
            number += 1
        yield number


def is_close(change: Change) -> bool:
    """Whether a change replaces some words, and does not rewrite a sentence."""
    return min(high - low for low, high in (change.parent, change.child)) <= _REWRITTEN and (
        max(high - low for low, high in (change.parent, change.child)) <= 2 * _REWRITTEN
    )
