"""Which texts share anchors, and which anchors are boilerplate.

Anchors in up to fifty texts tie every two of them. Anchors in more are not dropped: they tie
each text to the first three, so that one wire story with five hundred copies stays together
without a quadratic number of pairs (measured in `benchmarks/lineage.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.lineage.fingerprint import Anchors
from secondsource.lineage.tokens import I32, I64, U64, Bool

LONG_LIST = 50  # texts; above this an anchor ties texts to the first few only
HUBS = 3
SAME_TEXT = 0.2  # share of the longer one's anchors: what a copy with 20% of words edited keeps
SPREAD = 0.4  # part of the longer one over which they are spread: a footer lies in one place
OUTLET_TEXTS = 3  # otherwise different texts of one outlet that make a stretch its boilerplate
ARCHIVE_TEXTS = 10  # the same over all outlets


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


def tie_anchors(anchors: Anchors) -> Ties:
    """All pairs of texts that share an anchor; `anchors` sorted, texts numbered in date order."""
    starts, sizes = _lists(anchors.hashes)
    pairs = [_tie_all(starts[sizes == size], int(size)) for size in _short_sizes(sizes)]
    long = sizes > LONG_LIST
    pairs += [_tie_to_hubs(starts[long], sizes[long])]
    later = np.concatenate([later for later, _ in pairs])
    earlier = np.concatenate([earlier for _, earlier in pairs])
    differs = anchors.texts[later] != anchors.texts[earlier]
    later, earlier = later[differs], earlier[differs]
    return Ties(
        anchors.texts[later],
        anchors.texts[earlier],
        anchors.positions[later],
        anchors.positions[earlier],
    )


def _lists(hashes: U64) -> tuple[I64, I64]:
    """Where each run of equal hashes starts in a sorted array, and how long it is."""
    if not len(hashes):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.concatenate([[0], np.flatnonzero(hashes[1:] != hashes[:-1]) + 1])
    return starts, np.diff(np.concatenate([starts, [len(hashes)]]))


def _short_sizes(sizes: I64) -> I64:
    return np.unique(sizes[(sizes > 1) & (sizes <= LONG_LIST)])


def _tie_all(starts: I64, size: int) -> tuple[I64, I64]:
    first, second = np.triu_indices(size, 1)
    return (starts[:, None] + second).ravel(), (starts[:, None] + first).ravel()


def _tie_to_hubs(starts: I64, sizes: I64) -> tuple[I64, I64]:
    """Every place of a long list with each of the list's first three."""
    member = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    start = np.repeat(starts, sizes)
    ties = [(start + member, start + hub) for hub in range(HUBS)]
    return np.concatenate([t[0] for t in ties]), np.concatenate([t[1] for t in ties])


def learn_boilerplate(anchors: Anchors, outlets: Sequence[str | None]) -> U64:
    """The anchors (sorted hashes) of words that stand in many otherwise different texts.

    Texts that share a fifth of the longer one's anchors, spread over it, count as one text
    (of the longer: a text of one line and a footer would else weld all with that footer).
    An anchor found in three or more texts of one outlet and in none of another, or in ten or
    more of any, is boilerplate.

    Args:
        anchors: sorted anchors of all texts.
        outlets: the outlet of each text, by its number; None where it is not known.
    """
    starts, sizes = _lists(anchors.hashes)
    groups = group_same_text(anchors, len(outlets))
    codes = _outlet_codes(outlets)
    list_of = np.repeat(np.arange(len(starts)), sizes)
    outlet, group = codes[anchors.texts], groups[anchors.texts]
    everywhere = _count_distinct(list_of, group, len(starts))
    known = outlet >= 0
    houses = _count_distinct(list_of[known], outlet[known], len(starts))
    within = _count_distinct(list_of[known], group[known], len(starts))
    of_one_outlet = (houses == 1) & (within >= OUTLET_TEXTS)
    learned: U64 = anchors.hashes[starts[of_one_outlet | (everywhere >= ARCHIVE_TEXTS)]]
    return learned


def group_same_text(anchors: Anchors, count: int) -> I64:
    """For each text the number of its group of near copies, judged by anchors alone."""
    if not len(anchors):
        return np.arange(count)
    ties = tie_anchors(anchors)
    order = np.lexsort((ties.right, ties.left))
    left, right = ties.left[order], ties.right[order]
    first = np.flatnonzero(np.append(True, (left[1:] != left[:-1]) | (right[1:] != right[:-1])))
    first = first[: len(left)]
    shared = np.diff(np.append(first, len(left)))
    spread = np.minimum(_spread(ties.left_at[order], first), _spread(ties.right_at[order], first))
    left, right = left[first], right[first]
    totals = np.bincount(anchors.texts, minlength=count)
    lengths = np.zeros(count, np.int64)
    np.maximum.at(lengths, anchors.texts, anchors.positions)
    same = shared >= SAME_TEXT * np.maximum(totals[left], totals[right])
    same &= spread >= SPREAD * np.maximum(lengths[left], lengths[right])
    return connect(count, left[same], right[same])


def _spread(places: I32, first: I64) -> I64:
    """The distance between the least and the greatest place of each group."""
    if not len(first):
        return np.zeros(0, np.int64)
    return np.maximum.reduceat(places, first) - np.minimum.reduceat(places, first)


def connect(count: int, left: npt.NDArray[np.integer], right: npt.NDArray[np.integer]) -> I64:
    """Connected components: for each of `count` nodes the least number in its component."""
    parent = np.arange(count)
    while True:
        low = np.minimum(parent[left], parent[right])
        high = np.maximum(parent[left], parent[right])
        if (low == high).all():
            return parent
        np.minimum.at(parent, high, low)
        while (parent[parent] != parent).any():
            parent = parent[parent]


def _outlet_codes(outlets: Sequence[str | None]) -> I64:
    numbers: dict[str, int] = {}
    codes = [-1 if o is None else numbers.setdefault(o.casefold(), len(numbers)) for o in outlets]
    return np.array(codes, np.int64)


def _count_distinct(list_of: I64, values: I64, count: int) -> I64:
    """How many different values each list holds."""
    order = np.lexsort((values, list_of))
    lists, sorted_values = list_of[order], values[order]
    new = np.ones(len(order), bool)
    new[1:] = (lists[1:] != lists[:-1]) | (sorted_values[1:] != sorted_values[:-1])
    return np.bincount(lists[new], minlength=count)


def mask_boilerplate(anchors: Anchors, boilerplate: U64) -> Bool:
    """Which anchors are boilerplate, one bool an anchor."""
    return np.isin(anchors.hashes, boilerplate)
