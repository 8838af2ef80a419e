"""Runs of equal tokens in two texts: anchors extended as far as the words agree."""

from dataclasses import dataclass

import numpy as np

from secondsource.lineage.candidates import Ties, find_starts, tie_anchors
from secondsource.lineage.fingerprint import GRAM, Anchors
from secondsource.lineage.tokens import I32, I64, U32, Bool, Words


@dataclass(frozen=True, slots=True)
class Runs:
    """Stretches of equal tokens: the two texts, where each run begins, how long it is.

    Five arrays of one length (int32), sorted by left text, right text and place in the left.
    Positions count tokens within the text.
    """

    left: I32
    right: I32
    left_at: I32
    right_at: I32
    length: I32

    def __len__(self) -> int:
        return len(self.left)

    def take(self, chosen: Bool | I64) -> "Runs":
        """Only the chosen runs, by a bool each or by their numbers."""
        return Runs(
            self.left[chosen],
            self.right[chosen],
            self.left_at[chosen],
            self.right_at[chosen],
            self.length[chosen],
        )


def find_runs(anchors: Anchors, words: Words) -> Runs:
    """The runs of equal tokens that sorted anchors lead to, over all texts."""
    return extend_ties(tie_anchors(anchors), words)


def extend_ties(ties: Ties, words: Words) -> Runs:
    """The longest runs of equal tokens around each tie, each run once."""
    ties, end = _join_diagonals(ties)
    shift = ties.right_at.astype(np.int64) - ties.left_at
    lengths = words.lengths
    both = _Both(words.hashes, words.bounds[ties.left], words.bounds[ties.right] + shift)
    begin = both.grow_back(ties.left_at.astype(np.int64), np.maximum(0, -shift))
    end = both.grow_on(end, np.minimum(lengths[ties.left], lengths[ties.right] - shift))
    once = find_starts(ties.pairs, shift, begin)
    left, right = ties.left[once], ties.right[once]
    begin, end, shift = begin[once], end[once], shift[once]
    order = np.lexsort((begin, ties.pairs[once]))
    return Runs(left, right, _i32(begin), _i32(begin + shift), _i32(end - begin)).take(order)


def _i32(values: I64) -> I32:
    return values.astype(np.int32)


def _join_diagonals(ties: Ties) -> tuple[Ties, I64]:
    """The first of ties whose n-grams overlap on one diagonal, and where the last one ends."""
    diagonal = ties.left_at - ties.right_at
    order = np.lexsort((ties.left_at, diagonal, ties.pairs))
    ties, diagonal = ties.take(order), diagonal[order]
    chain = np.zeros(len(ties), np.int32)
    np.cumsum(np.diff(ties.left_at) > GRAM, out=chain[1:])
    first = find_starts(ties.pairs, diagonal, chain)
    last = np.append(first[1:], len(ties))[: len(first)] - 1
    return ties.take(first), ties.left_at[last].astype(np.int64) + GRAM


@dataclass(frozen=True, slots=True)
class _Both:
    """The two texts of each run, so that one place (in the left's tokens) serves for both."""

    hashes: U32
    left: I64
    right: I64

    def grow_on(self, at: I64, highest: I64) -> I64:
        """Each place moved to the right while the tokens at it are equal."""
        place, active = at.copy(), np.flatnonzero(at < highest)
        while len(active):
            active = active[self._equal(active, place[active])]
            place[active] += 1
            active = active[place[active] < highest[active]]
        return place

    def grow_back(self, at: I64, lowest: I64) -> I64:
        """Each place moved to the left while the tokens before it are equal."""
        place, active = at.copy(), np.flatnonzero(at > lowest)
        while len(active):
            active = active[self._equal(active, place[active] - 1)]
            place[active] -= 1
            active = active[place[active] > lowest[active]]
        return place

    def _equal(self, runs: I64, place: I64) -> Bool:
        ours, theirs = self.left[runs] + place, self.right[runs] + place
        equal: Bool = self.hashes[ours] == self.hashes[theirs]
        return equal
