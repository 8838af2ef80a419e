"""Which texts share anchors.

Anchors in up to fifty texts tie every two of them. Anchors in more are not dropped: they tie
each text to the first three, so that one wire story with five hundred copies stays together
without a quadratic number of pairs (measured in `benchmarks/lineage.py`).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.lineage.matching.fingerprint import Anchors
from secondsource.lineage.matching.tokens import I32, I64, U64, Bool

_LONG_LIST = 50  # texts; above this an anchor ties texts to the first few only
_HUBS = 3


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of anchors with one hash in two texts: the later text `left`, the earlier `right`.

    Four int32 arrays of one length: text numbers and the token positions in each.
    """

    left: I32
    right: I32
    left_at: I32
    right_at: I32

    def __len__(self) -> int:
        return len(self.left)

    def take(self, chosen: Bool | I64) -> "Ties":
        """Only the chosen ties, by a bool each or by their numbers."""
        return Ties(
            self.left[chosen], self.right[chosen], self.left_at[chosen], self.right_at[chosen]
        )

    @property
    def pairs(self) -> I64:
        """One number for each tie's two texts."""
        return (self.left.astype(np.int64) << 32) | self.right


def tie_anchors(anchors: Anchors) -> Ties:
    """All pairs of texts that share an anchor; `anchors` sorted, texts numbered in date order."""
    starts, sizes = find_lists(anchors.hashes)
    pairs = [_tie_all(starts[sizes == size], int(size)) for size in _short_sizes(sizes)]
    long = sizes > _LONG_LIST
    pairs += [_tie_to_hubs(starts[long], sizes[long])]
    later = np.concatenate([later for later, _ in pairs])
    earlier = np.concatenate([earlier for _, earlier in pairs])
    # Not of one text with itself, and of the first few of a long list not both ways round.
    in_order = anchors.texts[later] > anchors.texts[earlier]
    later, earlier = later[in_order], earlier[in_order]
    return Ties(
        anchors.texts[later],
        anchors.texts[earlier],
        anchors.positions[later],
        anchors.positions[earlier],
    )


def find_lists(hashes: U64) -> tuple[I64, I64]:
    """Where each run of equal hashes starts in a sorted array, and how long it is."""
    starts = find_starts(hashes)
    return starts, np.diff(starts, append=len(hashes))


def find_starts(*sorted_by: npt.NDArray[np.generic]) -> I64:
    """Where, in arrays sorted together, each run of equal values starts."""
    new = np.zeros(len(sorted_by[0]), bool)
    new[:1] = True
    for values in sorted_by:
        new[1:] |= values[1:] != values[:-1]
    return np.flatnonzero(new)


def expand_ranges(low: I64, sizes: I64) -> I64:
    """All places low, low + 1, ... of several ranges, one after another."""
    low, sizes = low[sizes > 0], sizes[sizes > 0]
    steps = np.ones(sizes.sum(), np.int64)
    steps[:1] = low[:1]
    steps[np.cumsum(sizes[:-1])] += low[1:] - low[:-1] - sizes[:-1]
    return np.cumsum(steps, out=steps)


def is_among(hashes: U64, known: U64) -> Bool:
    """Which hashes are among the known ones; these must be sorted."""
    if not len(known):
        return np.zeros(len(hashes), bool)
    places = np.searchsorted(known, hashes)
    found: Bool = known[np.minimum(places, len(known) - 1)] == hashes
    return found


def _short_sizes(sizes: I64) -> I64:
    found = np.bincount(sizes[sizes <= _LONG_LIST], minlength=2)
    return np.flatnonzero(found[2:]) + 2


def _tie_all(starts: I64, size: int) -> tuple[I64, I64]:
    first, second = np.triu_indices(size, 1)
    return (starts[:, None] + second).ravel(), (starts[:, None] + first).ravel()


def _tie_to_hubs(starts: I64, sizes: I64) -> tuple[I64, I64]:
    """Every place of a long list with each of the list's first three."""
    places, start = expand_ranges(starts, sizes), np.repeat(starts, sizes)
    return np.tile(places, _HUBS), np.concatenate([start + hub for hub in range(_HUBS)])
