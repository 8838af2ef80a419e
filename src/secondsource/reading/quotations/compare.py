"""How two quotations differ: what was changed, added, left out, or cut off at an end.

The longest runs of equal words first, as people align texts by eye; what lies between two runs
is a change. A pair that shares too little is two different quotations.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from secondsource.reading.quotations.edits import WordEdit, make_edit
from secondsource.reading.quotations.folding import FoldedWords, count_telling
from secondsource.reading.quotations.spelling import is_spelling

Block = tuple[int, int, int]

# Chosen by `python -m evals.quotations` on the planted pairs of PolNeAR's training part and the
# labelled pairs with odd numbers (docs/quotations.md).
_SHARED_WORDS = 5
_SHARED_TELLING = 3
_LEAST_COVERAGE = 0.6
LONG_RUN, LONG_RUN_TELLING = 8, 5
"""Equal words in a row by which two quotations overlap, however long each goes on."""
_RUN = 3  # equal words in a row that count by themselves
_NEAR = 2  # words between two runs that are one for what stands in the place of what


class Drift(StrEnum):
    """What one form of a quotation does to another."""

    REWORDED = "reworded"
    CUT = "cut"
    MARKED_CUT = "marked_cut"
    BRACKETED = "bracketed"
    EXCERPT = "excerpt"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a later form has of an earlier one.

    `before` and `after` are all words of both, `blocks` the runs of equal words (begin in the
    earlier, begin in the later, how many), `edits` what stands between them.
    """

    before: FoldedWords
    after: FoldedWords
    blocks: tuple[Block, ...]
    edits: tuple[WordEdit, ...]

    @property
    def shared(self) -> int:
        """How many words both have."""
        return sum(size for _, _, size in self.blocks)

    @property
    def coverage(self) -> float:
        """The share of the shorter quotation's words that both have."""
        return self.shared / max(1, min(len(self.before), len(self.after)))

    @property
    def lost_ends(self) -> int:
        """How many words of the earlier form the later one does not begin or end with."""
        first, last = self.blocks[0], self.blocks[-1]
        return first[0] + len(self.before) - last[0] - last[2]

    @property
    def gained_ends(self) -> int:
        """How many words the later form has before and after what it shares."""
        first, last = self.blocks[0], self.blocks[-1]
        return first[1] + len(self.after) - last[1] - last[2]

    @property
    def kinds(self) -> frozenset[Drift]:
        """What the later form does to the earlier one; empty when the words are the same."""
        return frozenset(self._find_kinds())

    def _find_kinds(self) -> Iterator[Drift]:
        for edit in self.edits:
            if self._is_bracketed(edit):
                yield Drift.BRACKETED
            elif edit.left_out:
                yield Drift.MARKED_CUT if edit.marked else Drift.CUT
            else:
                yield Drift.REWORDED
        if self.lost_ends or self.gained_ends:
            yield Drift.EXCERPT

    def _is_bracketed(self, edit: WordEdit) -> bool:
        """Whether all that one of the two has at a place stands in an editor's brackets."""
        places = (range(*edit.first), self.before), (range(*edit.second), self.after)
        return any(place and words.inserted.issuperset(place) for place, words in places)


def compare_quotations(before: FoldedWords, after: FoldedWords) -> Comparison | None:
    """How a later form of a quotation differs from an earlier one; None for two quotations."""
    if not _may_be_one(before, after):
        return None
    blocks = tuple(_find_blocks(before, after))
    if not blocks or not _share_enough(before, after, blocks):
        return None
    blocks = tuple(_grow_ends(before, after, blocks))
    edits = tuple(_find_edits(before, after, blocks))
    return Comparison(before, after, blocks, edits)


def _may_be_one(before: FoldedWords, after: FoldedWords) -> bool:
    """Whether enough words are equal in order: a quick test that lets through too much."""
    share = _LEAST_COVERAGE * min(len(before), len(after))
    needed = max(_SHARED_WORDS, min(LONG_RUN, share))
    return LCSseq.similarity(before.words, after.words) >= needed


def _find_blocks(before: FoldedWords, after: FoldedWords) -> Iterator[Block]:
    """The runs that count: of three words, or with a telling word, or close to another run."""
    matcher = SequenceMatcher(None, before.words, after.words, autojunk=False)
    found = [(b.a, b.b, b.size) for b in matcher.get_matching_blocks() if b.size]
    strong = [b for b in found if b[2] >= _RUN or (b[2] == _RUN - 1 and _has_telling(before, b))]
    for block in found:
        if block in strong or any(_is_near(block, other) for other in strong):
            yield block


def _has_telling(words: FoldedWords, block: Block) -> bool:
    return any(words.tells(k) for k in range(block[0], block[0] + block[2]))


def _is_near(block: Block, other: Block) -> bool:
    """Whether hardly a word lies between two runs, in either quotation."""
    first, second = sorted((block, other))
    gaps = (second[k] - first[k] - first[2] for k in (0, 1))
    return all(0 <= gap <= _NEAR for gap in gaps)


def _share_enough(before: FoldedWords, after: FoldedWords, blocks: tuple[Block, ...]) -> bool:
    """Whether most of the shorter quotation is in the longer, or a long run of words in both."""
    runs = [before.words[a : a + size] for a, _, size in blocks]
    shared = tuple(word for run in runs for word in run)
    if len(shared) < _SHARED_WORDS or count_telling(shared) < _SHARED_TELLING:
        return False
    if len(shared) >= _LEAST_COVERAGE * min(len(before), len(after)):
        return True
    return any(len(r) >= LONG_RUN and count_telling(r) >= LONG_RUN_TELLING for r in runs)


def _grow_ends(
    before: FoldedWords, after: FoldedWords, blocks: tuple[Block, ...]
) -> Iterator[Block]:
    """The runs, with an empty one at an end at which both have a few words more.

    These few are then a change: "We can win" and "They can win".
    """
    a, b, _ = blocks[0]
    if min(a, b) > 0 and max(a, b) <= 2 * _NEAR:
        yield (0, 0, 0)
    yield from blocks
    a, b, size = blocks[-1]
    left, right = len(before) - a - size, len(after) - b - size
    if min(left, right) > 0 and max(left, right) <= 2 * _NEAR:
        yield (len(before), len(after), 0)


def _find_edits(
    before: FoldedWords, after: FoldedWords, blocks: tuple[Block, ...]
) -> Iterator[WordEdit]:
    for (a, b, size), (next_a, next_b, _) in pairwise(blocks):
        left, right = (a + size, next_a), (b + size, next_b)
        differ = left[0] < left[1] or right[0] < right[1]
        if differ and not is_spelling(before, after, left, right):
            yield make_edit(before, after, left, right)
