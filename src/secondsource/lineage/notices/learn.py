"""Which anchors are boilerplate: words that stand in several otherwise different texts.

A statement that ten outlets quote stands in ten different texts too, and is no boilerplate. What
tells them apart is where the words stand (a notice ends its article) and whether one outlet has
them again and again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.lineage.matching.candidates import (
    expand_ranges,
    find_lists,
    find_starts,
    tie_anchors,
)
from secondsource.lineage.matching.fingerprint import Anchors
from secondsource.lineage.matching.tokens import I32, I64, U64, Bool
from secondsource.lineage.notices.unrelated import Lists, find_notices

_SAME_TEXT = 0.2  # share of the longer one's anchors: what a copy with 20% of words edited keeps
_SPREAD = 0.4  # part of the longer one over which they are spread: a footer lies in one place
# Otherwise different texts that make a stretch boilerplate. Chosen on the notices, quotations and
# reprints that `evals.boilerplate` plants, and on the labelled pairs of `evals.natural`.
_OUTLET_TEXTS = 3  # of one outlet; of any outlets, see `unrelated.py`
END_WORDS, END_PART = 100, 0.4  # the end of a text: so many words, at most this part of it
_ENDS_MOST = 0.7  # of the texts that have words, the part that ends with them
# Within the text only what stands in this part of its outlet's articles is a notice; else it is a
# passage that the outlet uses again: it joins nothing, but it is the article's own.
NOTICE_PART, NOTICE_TEXTS = 0.2, 10
SEVERAL, UNKNOWN = -1, -2
_AT_ONCE = 1 << 20  # anchors


@dataclass(frozen=True, slots=True)
class Repeated:
    """Anchors of words that stand in several otherwise different texts.

    `names` are outlets. Four arrays of one length: `hashes` (uint64, sorted), `texts` (int32, in
    how many different texts), `outlets` (int32, the place in `names` of the only outlet that has
    them, -1 when several have, -2 when none is known) and `notice` (bool, whether they are no
    part of the article).
    """

    names: tuple[str, ...]
    hashes: U64
    texts: I32
    outlets: I32
    notice: Bool

    def __len__(self) -> int:
        return len(self.hashes)


def no_repeated() -> Repeated:
    """Nothing that is repeated."""
    none = np.zeros(0, np.int32)
    return Repeated((), np.zeros(0, np.uint64), none, none, np.zeros(0, bool))


@dataclass(frozen=True, slots=True)
class TextTable:
    """What learning needs of each text, by its number.

    Three int32 arrays of one length: how many anchors the text has, at which token the last
    of them begins, and the number of its outlet (-1 where that is not known). `names` has the
    outlets' names by these numbers.
    """

    anchors: I32
    reach: I32
    outlets: I32
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.outlets)


def describe_texts(anchors: Anchors, outlets: Sequence[str | None]) -> TextTable:
    """The table of texts that have these anchors (all of them, in whatever order).

    Args:
        anchors: of all texts.
        outlets: the outlet of each text, by its number; None where not known.
    """
    names: dict[str, int] = {}
    numbers = _number_outlets(outlets, names)
    counts, reach = np.zeros((2, len(outlets)), np.int32)
    for low in range(0, len(anchors), _AT_ONCE):  # numpy makes wider copies of what it counts
        texts = anchors.texts[low : low + _AT_ONCE]
        counts += np.bincount(texts, minlength=len(outlets)).astype(np.int32)
        np.maximum.at(reach, texts, anchors.positions[low : low + _AT_ONCE])
    written = {outlet.casefold(): outlet for outlet in outlets if outlet is not None}
    return TextTable(counts, reach, numbers, tuple(written[name] for name in names))


def _number_outlets(outlets: Iterable[str | None], known: dict[str, int]) -> I32:
    """For each outlet its number, the same for the same name in whatever capitals; else -1.

    Args:
        outlets: names; None where not known.
        known: the numbers given so far, by folded name; new names are added to it.
    """
    codes = [-1 if o is None else known.setdefault(o.casefold(), len(known)) for o in outlets]
    return np.array(codes, np.int32)


def learn_boilerplate(anchors: Anchors, table: TextTable) -> Repeated:
    """The anchors of words that stand in many otherwise different texts.

    Args:
        anchors: sorted; those that stand in one text only may be left out.
        table: the texts that they stand in, with all of their anchors counted.
    """
    return find_boilerplate(anchors, table, connect(len(table), *_find_same_text(anchors, table)))


def find_boilerplate(anchors: Anchors, table: TextTable, groups: I64) -> Repeated:
    """The anchors that are boilerplate when texts of one group count as one.

    They stand in three or more texts of one outlet and in none of another, or end three texts of
    an outlet; or they stand in texts of any outlets that are unrelated (`unrelated.py`). Within
    texts of different known outlets none of which repeats them they are a quotation.
    """
    starts, sizes = find_lists(anchors.hashes)
    starts, sizes = starts[sizes >= _OUTLET_TEXTS], sizes[sizes >= _OUTLET_TEXTS]
    places = expand_ranges(starts, sizes)
    texts = anchors.texts[places]
    list_of = np.repeat(np.arange(len(starts)), sizes)
    ending = list_of[_stand_at_end(anchors, table, places)]
    ends = np.bincount(ending, minlength=len(starts)) / sizes
    spread = _count_by_outlet(list_of, table.outlets[texts], groups[texts], len(starts))
    everywhere = _count_distinct(list_of, groups[texts], len(starts))
    of_outlet = (spread.most >= _OUTLET_TEXTS) & ((spread.outlets == 1) | (ends >= _ENDS_MOST))
    lists = Lists(places, list_of, groups[texts], everywhere)
    of_any = find_notices(anchors, lists, table.reach)
    of_any &= (ends >= _ENDS_MOST) | (spread.most >= _OUTLET_TEXTS) | (spread.outlets == 0)
    known = np.flatnonzero(of_outlet | of_any)
    part = spread.most >= NOTICE_PART * np.bincount(_known(table.outlets))[spread.outlet]
    notice = (ends >= _ENDS_MOST) | (part & (spread.most >= NOTICE_TEXTS))
    outlet = np.where(spread.outlets == 0, UNKNOWN, SEVERAL)
    outlet = np.where(spread.outlets == 1, spread.outlet, outlet).astype(np.int32)
    counts = everywhere[known].astype(np.int32)
    hashes = anchors.hashes[starts[known]]
    return Repeated(table.names, hashes, counts, outlet[known], notice[known])


def _stand_at_end(anchors: Anchors, table: TextTable, places: I64) -> Bool:
    """Which of some anchors stand at the end of their text."""
    reach = table.reach[anchors.texts[places]]
    at_end: Bool = anchors.positions[places] >= find_end(reach)
    return at_end


def find_end(length: I32) -> npt.NDArray[np.float64]:
    """From which word on a text of so many words is at its end, where notices stand."""
    end: npt.NDArray[np.float64] = length - np.minimum(END_WORDS, END_PART * length)
    return end


@dataclass(frozen=True, slots=True)
class _Spread:
    """For each list of anchors: how many outlets have it, which one most often, how often."""

    outlets: I64
    outlet: I64
    most: I64


def _count_by_outlet(list_of: I64, outlets: I32, groups: I64, count: int) -> _Spread:
    """How the texts of each list are spread over the outlets that are known."""
    known = np.flatnonzero(outlets >= 0)
    keys = (list_of[known] << 32) | outlets[known]
    pairs, pair_of = np.unique(keys, return_inverse=True)
    texts = _count_distinct(pair_of, groups[known], len(pairs))
    order = np.lexsort((texts, pairs >> 32))
    lists, outlet = pairs[order] >> 32, pairs[order] & 0xFFFFFFFF
    most, most_in = np.zeros(count, np.int64), np.zeros(count, np.int64)
    most[lists], most_in[lists] = texts[order], outlet  # of equal places the last one stays
    return _Spread(np.bincount(lists, minlength=count), most_in, most)


def _known(outlets: I32) -> I32:
    """The outlets that are known; at least one, so that there is something to count."""
    return np.append(outlets[outlets >= 0], 0)


def _find_same_text(anchors: Anchors, table: TextTable) -> tuple[I32, I32]:
    """Pairs of texts that count as one text, judged by their anchors alone.

    They share a fifth of the longer one's anchors, spread over it (of the longer: a text of
    one line and a footer would else weld all with that footer).
    """
    ties = tie_anchors(anchors)
    pairs = ties.pairs
    order = np.argsort(pairs, kind="stable")
    ties, first = ties.take(order), find_starts(pairs[order])
    shared = np.diff(first, append=len(ties))
    left, right = ties.left[first], ties.right[first]
    spread = np.minimum(_spread(ties.left_at, first), _spread(ties.right_at, first))
    same = shared >= _SAME_TEXT * np.maximum(table.anchors[left], table.anchors[right])
    same &= spread >= _SPREAD * np.maximum(table.reach[left], table.reach[right])
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
