"""Runs of equal tokens in two texts: anchors extended as far as the words agree."""

from dataclasses import dataclass

import numpy as np

from secondsource.lineage.candidates import Ties, tie_anchors
from secondsource.lineage.fingerprint import GRAM, Anchors
from secondsource.lineage.tokens import I32, I64, Bool, Tokens


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


def extend_ties(ties: Ties, tokens: Tokens) -> Runs:
    """The longest runs of equal tokens around each tie, each run once."""
    begin, end, tie = _join_diagonals(ties)
    left, right = ties.left[tie], ties.right[tie]
    shift = ties.right_at[tie].astype(np.int64) - ties.left_at[tie]
    both = _Both(tokens, tokens.bounds[left], tokens.bounds[right] + shift)
    lowest = np.maximum(0, -shift)
    highest = np.minimum(tokens.lengths[left], tokens.lengths[right] - shift)
    begin = both.grow_back(begin, lowest)
    end = both.grow_on(end, highest)
    return _drop_repeats(Runs(left, right, _i32(begin), _i32(begin + shift), _i32(end - begin)))


def find_runs(anchors: Anchors, tokens: Tokens) -> Runs:
    """The runs of equal tokens that sorted anchors lead to, over all texts."""
    return extend_ties(tie_anchors(anchors), tokens)


def _i32(values: I64) -> I32:
    return values.astype(np.int32)


def _join_diagonals(ties: Ties) -> tuple[I64, I64, I64]:
    """Ties whose n-grams overlap on one diagonal, joined: begin, end (tokens) and one tie."""
    diagonal = ties.left_at.astype(np.int64) - ties.right_at
    order = np.lexsort((ties.left_at, diagonal, ties.right, ties.left))
    left, right, at = ties.left[order], ties.right[order], ties.left_at[order].astype(np.int64)
    diagonal = diagonal[order]
    new = np.ones(len(order), bool)
    new[1:] = (
        (left[1:] != left[:-1])
        | (right[1:] != right[:-1])
        | (diagonal[1:] != diagonal[:-1])
        | (at[1:] - at[:-1] > GRAM)
    )
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(order)) - 1 if len(order) else first
    return at[first], at[last] + GRAM, order[first]


@dataclass(frozen=True, slots=True)
class _Both:
    """The two texts of each run, so that one place (in the left's tokens) serves for both."""

    tokens: Tokens
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
        hashes = self.tokens.hashes
        equal: Bool = hashes[self.left[runs] + place] == hashes[self.right[runs] + place]
        return equal


def _drop_repeats(runs: Runs) -> Runs:
    """Runs in order, without those that two ties both led to."""
    order = np.lexsort((runs.left_at, runs.right_at - runs.left_at, runs.right, runs.left))
    runs = runs.take(order)
    new = np.ones(len(runs), bool)
    new[1:] = (
        (runs.left[1:] != runs.left[:-1])
        | (runs.right[1:] != runs.right[:-1])
        | (runs.left_at[1:] != runs.left_at[:-1])
        | (runs.right_at[1:] != runs.right_at[:-1])
    )
    runs = runs.take(new)
    return runs.take(np.lexsort((runs.left_at, runs.right, runs.left)))
