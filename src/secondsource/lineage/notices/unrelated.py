"""Which words that stand in many texts are a notice, and which a quotation that many give.

A notice ("share this story in the comments") stands at the end of texts that have nothing else
in common. Two texts that give one quotation are about one event, and often share further words
that few other texts have.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from secondsource.lineage.matching.candidates import Ties, expand_ranges, tie_anchors
from secondsource.lineage.matching.fingerprint import Anchors
from secondsource.lineage.matching.tokens import F64, I32, I64, Bool

_ARCHIVE_TEXTS = 10  # otherwise different texts: what stands in so many may be a notice anywhere
_CLOSING_TEXTS = 4  # the same if it stands at the end of each of them
_END = 80  # tokens: how long a closing notice may be
_NEAR = 40  # tokens: anchors closer to each other than this may be of one passage
# The greatest share of pairs of texts with other rare words in common. Chosen on the anchors of
# all 2,587 FNC-1 bodies, without regard to the labelled pairs: notices have 0 to .07, names and
# set phrases up to .07, sentences quoted in ten or more texts .13 to 1.
_RELATED = 0.1
_MOST_AT_END = 0.95  # of the places: "nearly all", since a text may have a further line below
_SAMPLE = 6  # texts of a list, evenly spread, so 15 pairs of them


@dataclass(frozen=True, slots=True)
class Lists:
    """The texts of some anchors, list after list.

    Three arrays with one entry a place: `places` (its number among the anchors), `owners` (the
    number of its list) and `groups` (of near copies that its text is of); and `different` with
    one entry a list: how many groups it has.
    """

    places: I64
    owners: I64
    groups: I64
    different: I64


def find_notices(anchors: Anchors, lists: Lists, reach: I32) -> Bool:
    """Which lists are those of a notice, one bool a list.

    Args:
        anchors: sorted, with all those that stand in more than one text.
        lists: the anchors in question.
        reach: for each text the token at which its last anchor begins.
    """
    closing = _stand_at_end(anchors, lists, reach) & (lists.different >= _CLOSING_TEXTS)
    doubtful = np.flatnonzero(closing | (lists.different >= _ARCHIVE_TEXTS))
    notices = np.zeros(len(lists.different), bool)
    notices[doubtful] = _share_related(anchors, lists, doubtful, reach) <= _RELATED
    return notices


def _stand_at_end(anchors: Anchors, lists: Lists, reach: I32) -> Bool:
    """Which lists have nearly all their places at the end of the texts."""
    texts, positions = anchors.texts[lists.places], anchors.positions[lists.places]
    count = len(lists.different)
    at_end = np.bincount(lists.owners[reach[texts] - positions <= _END], minlength=count)
    closing: Bool = at_end >= _MOST_AT_END * np.bincount(lists.owners, minlength=count)
    return closing


def _share_related(anchors: Anchors, lists: Lists, chosen: I64, reach: I32) -> F64:
    """For each chosen list the share of its pairs of texts that have other rare words in common.

    Rare is what stands in fewer different texts than `_ARCHIVE_TEXTS`; other, what stands
    neither near the list's own words nor at the end of both texts.
    """
    which, left, right = _sample_pairs(lists, chosen)
    later = anchors.texts[left] > anchors.texts[right]  # the left text of a tie
    left, right = np.where(later, left, right), np.where(later, right, left)
    kept = np.isin(anchors.texts, anchors.texts[np.concatenate([left, right])])
    many = lists.different >= _ARCHIVE_TEXTS
    kept[lists.places[many[lists.owners]]] = False
    ties = tie_anchors(anchors.take(kept))
    ends = reach - _END
    ties = ties.take((ties.left_at < ends[ties.left]) | (ties.right_at < ends[ties.right]))
    others = _share_others(anchors.take(left), anchors.take(right), ties)
    pairs = np.bincount(which, minlength=len(chosen))
    hits = np.bincount(which[others], minlength=len(chosen))
    shares: F64 = hits / np.maximum(1, pairs)
    return shares


def _sample_pairs(lists: Lists, chosen: I64) -> tuple[I64, I64, I64]:
    """Pairs of places in different texts of each chosen list: its rank, and two places."""
    rank_of = np.full(len(lists.different), -1)
    rank_of[chosen] = np.arange(len(chosen))
    rank = rank_of[lists.owners]
    order = np.lexsort((lists.groups, rank))
    order = order[rank[order] >= 0]
    rank, groups = rank[order], lists.groups[order]
    new = np.ones(len(order), bool)
    new[1:] = (rank[1:] != rank[:-1]) | (groups[1:] != groups[:-1])
    rank, places = rank[new], lists.places[order[new]]
    first = np.searchsorted(rank, np.arange(len(chosen)))
    texts = np.bincount(rank, minlength=len(chosen))
    spread = [
        places[first + k * np.maximum(texts, _SAMPLE) // _SAMPLE * (texts > k)]
        for k in range(_SAMPLE)
    ]
    pairs = [
        (np.flatnonzero(texts > high), low, high) for low, high in combinations(range(_SAMPLE), 2)
    ]
    return (
        np.concatenate([having for having, _, _ in pairs]),
        np.concatenate([spread[low][having] for having, low, _ in pairs]),
        np.concatenate([spread[high][having] for having, _, high in pairs]),
    )


def _share_others(left: Anchors, right: Anchors, ties: Ties) -> Bool:
    """For each two places of one anchor whether their texts are tied somewhere else too."""
    ties = ties.take(np.argsort(ties.pairs, kind="stable"))
    known = ties.pairs
    wanted = Ties(left.texts, right.texts, left.positions, right.positions)
    low = np.searchsorted(known, wanted.pairs, side="left")
    count = np.searchsorted(known, wanted.pairs, side="right") - low
    pair, tie = np.repeat(np.arange(len(wanted)), count), expand_ranges(low, count)
    far = np.abs(ties.left_at[tie] - wanted.left_at[pair]) > _NEAR
    far |= np.abs(ties.right_at[tie] - wanted.right_at[pair]) > _NEAR
    others: Bool = np.bincount(pair[far], minlength=len(wanted)) > 0
    return others
