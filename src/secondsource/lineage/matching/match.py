"""Runs of equal tokens in two texts: anchors extended as far as the words agree."""

from dataclasses import dataclass

import numpy as np

from secondsource.lineage.matching.candidates import Ties, tie_anchors
from secondsource.lineage.matching.fingerprint import GRAM, Anchors
from secondsource.lineage.matching.tokens import I32, I64, U32, Bool, Words


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
    return _extend_ties(tie_anchors(anchors), words)


def _extend_ties(ties: Ties, words: Words) -> Runs:
    """The longest runs of equal tokens around each tie, each run once.

    Ties of one pair on one diagonal stand in order; each grows on to the next, so that no two
    tokens are compared twice however many ties lie in a run.
    """
    diagonal = ties.right_at - ties.left_at
    order = np.lexsort((ties.left_at, diagonal, ties.pairs))
    ties, shift = ties.take(order), diagonal[order].astype(np.int64)
    at, left, right = ties.left_at.astype(np.int64), ties.left, ties.right
    both = _Both(words.hashes, words.bounds[left], words.bounds[right] + shift)
    limit = np.minimum(words.lengths[left], words.lengths[right] - shift)
    has_next = np.zeros(len(ties), bool)
    has_next[:-1] = (np.diff(ties.pairs) == 0) & (np.diff(shift) == 0)
    limit[:-1][has_next[:-1]] = at[1:][has_next[:-1]]
    end = both.grow_on(np.minimum(at + GRAM, limit), limit)
    stops = ~has_next | (end < limit)
    first, last = np.flatnonzero(np.append(True, stops[:-1])[: len(ties)]), np.flatnonzero(stops)
    begin = both.take(first).grow_back(at[first], np.maximum(0, -shift[first]))
    return _order_runs(ties.take(first), begin, end[last], shift[first])


def _order_runs(ties: Ties, begin: I64, end: I64, shift: I64) -> Runs:
    """Runs on the diagonals of some ties, in order of the left text, the right, the place."""
    places = (begin, begin + shift, end - begin)
    runs = Runs(ties.left, ties.right, *(values.astype(np.int32) for values in places))
    return runs.take(np.lexsort((begin, ties.pairs)))


@dataclass(frozen=True, slots=True)
class _Both:
    """The two texts of each run, so that one place (in the left's tokens) serves for both."""

    hashes: U32
    left: I64
    right: I64

    def take(self, chosen: I64) -> "_Both":
        return _Both(self.hashes, self.left[chosen], self.right[chosen])

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
