"""Which anchors are boilerplate: words that stand in several otherwise different texts."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.lineage.candidates import expand_ranges, find_lists, find_starts, tie_anchors
from secondsource.lineage.fingerprint import Anchors
from secondsource.lineage.tokens import I32, I64, U64
from secondsource.lineage.unrelated import Lists, find_notices

SAME_TEXT = 0.2  # share of the longer one's anchors: what a copy with 20% of words edited keeps
SPREAD = 0.4  # part of the longer one over which they are spread: a footer lies in one place
OUTLET_TEXTS = 3  # otherwise different texts of one outlet that make a stretch its boilerplate


@dataclass(frozen=True, slots=True)
class TextTable:
    """What learning needs of each text, by its number.

    Three int32 arrays of one length: how many anchors the text has, at which token the last
    of them begins, and the number of its outlet (-1 where that is not known).
    """

    anchors: I32
    reach: I32
    outlets: I32

    def __len__(self) -> int:
        return len(self.outlets)


def describe_texts(anchors: Anchors, outlets: I32) -> TextTable:
    """The table of texts that have these anchors (all of them, in whatever order)."""
    counts = np.bincount(anchors.texts, minlength=len(outlets)).astype(np.int32)
    reach = np.zeros(len(outlets), np.int32)
    np.maximum.at(reach, anchors.texts, anchors.positions)
    return TextTable(counts, reach, outlets)


def number_outlets(outlets: Iterable[str | None], numbers: dict[str, int] | None = None) -> I32:
    """For each outlet its number, the same for the same name in whatever capitals; else -1.

    Args:
        outlets: names; None where not known.
        numbers: the numbers given so far, by folded name; new names are added to it.
    """
    known = {} if numbers is None else numbers
    codes = [-1 if o is None else known.setdefault(o.casefold(), len(known)) for o in outlets]
    return np.array(codes, np.int32)


def learn_boilerplate(anchors: Anchors, table: TextTable) -> U64:
    """The anchors (sorted hashes) of words that stand in many otherwise different texts.

    Args:
        anchors: sorted; those that stand in one text only may be left out.
        table: the texts that they stand in, with all of their anchors counted.
    """
    return find_boilerplate(anchors, table, connect(len(table), *find_same_text(anchors, table)))


def find_boilerplate(anchors: Anchors, table: TextTable, groups: I64) -> U64:
    """Those anchors (sorted hashes) that are boilerplate when texts of one group count as one.

    An anchor found in three or more texts of one outlet and in none of another is boilerplate;
    so is one of a notice in texts of any outlets (`unrelated.py`).
    """
    starts, sizes = find_lists(anchors.hashes)
    starts, sizes = starts[sizes >= OUTLET_TEXTS], sizes[sizes >= OUTLET_TEXTS]
    places = expand_ranges(starts, sizes)
    list_of = np.repeat(np.arange(len(starts)), sizes)
    texts = anchors.texts[places]
    outlet, group = table.outlets[texts], groups[texts]
    everywhere = _count_distinct(list_of, group, len(starts))
    known = outlet >= 0
    houses = _count_distinct(list_of[known], outlet[known], len(starts))
    within = _count_distinct(list_of[known], group[known], len(starts))
    of_one_outlet = (houses == 1) & (within >= OUTLET_TEXTS)
    notices = find_notices(anchors, Lists(places, list_of, group, everywhere), table.reach)
    found: U64 = anchors.hashes[starts[of_one_outlet | notices]]
    return found


def find_same_text(anchors: Anchors, table: TextTable) -> tuple[I32, I32]:
    """Pairs of texts that count as one text, judged by their anchors alone.

    They share a fifth of the longer one's anchors, spread over it (of the longer: a text of
    one line and a footer would else weld all with that footer).
    """
    ties = tie_anchors(anchors)
    ties = ties.take(np.argsort(ties.pairs, kind="stable"))
    first = find_starts(ties.pairs)
    shared = np.diff(first, append=len(ties))
    left, right = ties.left[first], ties.right[first]
    spread = np.minimum(_spread(ties.left_at, first), _spread(ties.right_at, first))
    same = shared >= SAME_TEXT * np.maximum(table.anchors[left], table.anchors[right])
    same &= spread >= SPREAD * np.maximum(table.reach[left], table.reach[right])
    return left[same], right[same]


def _spread(places: I32, first: I64) -> I32:
    """The distance between the least and the greatest place of each group."""
    if not len(first):
        return np.zeros(0, np.int32)
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


def _count_distinct(list_of: I64, values: npt.NDArray[np.integer], count: int) -> I64:
    """How many different values each list holds."""
    keys = np.sort((list_of << 32) | values)
    lists = keys[find_starts(keys)] >> 32
    return np.bincount(lists, minlength=count)
