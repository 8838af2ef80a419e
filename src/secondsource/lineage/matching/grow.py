"""Edited words around runs of equal words: a stretch goes on while most of its words agree.

Anchors need six equal words in a row. In a text of which every fifth word was changed they are
few, and runs grown from them would cover half of what is one text. So words between and beyond
the runs are compared too, for as long as they are dense in equal words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from secondsource.lineage.matching.masked import MaskedTokens

# Chosen on the plants of `python -m evals.reuse` (docs/lineage.md).
_DENSE = 0.6  # of the words on the longer side: a fifth edited leaves .8, unrelated news .2 to .35
_REACH = 48  # words looked at between two stretches or beyond one
_DRIFT = 8  # words put in on one side; more would blur which words stand for which
_LEAST = 4  # equal words beyond a stretch that are worth having; fewer come by chance


@dataclass(frozen=True, slots=True)
class TokenStretch:
    """One shared stretch in tokens of both texts; `matched` counts its equal unmasked tokens."""

    left: tuple[int, int]
    right: tuple[int, int]
    matched: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that are held against each other, by their numbers."""

    left: int
    right: int
    masked: MaskedTokens


def grow_stretches(stretches: Sequence[TokenStretch], pair: Pair) -> list[TokenStretch]:
    """The stretches joined and extended over edited words, in the left text's order."""
    joined: list[TokenStretch] = []
    for stretch in sorted(stretches, key=lambda s: s.left):
        whole = _join(joined[-1], stretch, pair) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(stretch)
    for k, stretch in enumerate(joined):
        grown = _grow_back(stretch, joined[k - 1] if k else None, pair)
        joined[k] = _grow_on(grown, joined[k + 1] if k + 1 < len(joined) else None, pair)
    return joined


def _join(first: TokenStretch, second: TokenStretch, pair: Pair) -> TokenStretch | None:
    """Both as one stretch when most words between them agree, and nothing long was put in."""
    left, right = (first.left[1], second.left[0]), (first.right[1], second.right[0])
    gaps = left[1] - left[0], right[1] - right[0]
    if not all(0 <= gap <= _REACH for gap in gaps) or abs(gaps[0] - gaps[1]) > _DRIFT:
        return None
    ours = pair.masked.clear_hashes(pair.left, *left)
    theirs = pair.masked.clear_hashes(pair.right, *right)
    equal = int(LCSseq.similarity(ours, theirs))
    if not _is_dense(equal, len(ours), len(theirs)):
        return None
    matched = first.matched + equal + second.matched
    left, right = (first.left[0], second.left[1]), (first.right[0], second.right[1])
    return TokenStretch(left, right, matched)


def _grow_on(stretch: TokenStretch, after: TokenStretch | None, pair: Pair) -> TokenStretch:
    """The stretch as far on as the texts are one, at most up to the next stretch."""
    while True:
        left, right = stretch.left, stretch.right
        free = [_REACH, _REACH]
        if after:
            free = [after.left[0] - left[1], after.right[0] - right[1]]
            free[1] = _REACH if free[1] < 0 else free[1]
        ours = pair.masked.clear_after(pair.left, left[1], max(0, min(_REACH, free[0])))
        theirs = pair.masked.clear_after(pair.right, right[1], min(_REACH, free[1]))
        more = _find_reach(ours, theirs)
        stretch = TokenStretch(
            (left[0], left[1] + more.left[1]),
            (right[0], right[1] + more.right[1]),
            stretch.matched + more.matched,
        )
        if 2 * more.matched <= _REACH:
            return stretch


def _grow_back(stretch: TokenStretch, before: TokenStretch | None, pair: Pair) -> TokenStretch:
    """The stretch as far back as the texts are one, at most to the stretch before it."""
    while True:
        left, right = stretch.left, stretch.right
        free = [_REACH, _REACH]
        if before:
            free = [left[0] - before.left[1], right[0] - before.right[1]]
            free[1] = _REACH if free[1] < 0 else free[1]
        ours = pair.masked.clear_before(pair.left, left[0], max(0, min(_REACH, free[0])))
        theirs = pair.masked.clear_before(pair.right, right[0], min(_REACH, free[1]))
        more = _find_reach(ours[::-1], theirs[::-1])
        stretch = TokenStretch(
            (left[0] - more.left[1], left[1]),
            (right[0] - more.right[1], right[1]),
            stretch.matched + more.matched,
        )
        if 2 * more.matched <= _REACH:
            return stretch


def _find_reach(left: Sequence[int], right: Sequence[int]) -> TokenStretch:
    """How far two passages go on being one, edited passage, counted from their beginnings."""
    best, equal = TokenStretch((0, 0), (0, 0), 0), 0
    if min(len(left), len(right)) < _LEAST:
        return best
    for block in LCSseq.editops(left, right).as_matching_blocks():
        equal += block.size
        ends = block.a + block.size, block.b + block.size
        if equal >= _LEAST and _is_dense(equal, *ends):
            best = TokenStretch((0, ends[0]), (0, ends[1]), equal)
    return best


def _is_dense(equal: int, left: int, right: int) -> bool:
    return equal >= _DENSE * max(left, right)
