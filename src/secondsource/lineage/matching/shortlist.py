"""Which pairs of texts are worth aligning word by word: for each text the likeliest sources.

Five hundred copies of one story share words with one another in thousands of pairs. A copy's
words are explained by a few of them; the others add nothing and are not looked at.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from secondsource.lineage.matching.align import SHARED_TOKENS
from secondsource.lineage.matching.candidates import expand_ranges, find_starts
from secondsource.lineage.matching.masked import MaskedTokens
from secondsource.lineage.matching.match import Runs
from secondsource.lineage.matching.tokens import I32, I64, Bool, Words

# Texts that explain a word, before further ones with that word add nothing. Of 1,691 articles that
# are in families when 8 may, among 3,612 of FNC-1, PolNeAR and Golunov, 1,690 are with 3.
SOURCES = 3
_WORTH = 0.03  # of the shorter text in equal runs: worth a look at the words around; set by hand


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of texts: where the runs of each begin, how many they are, their clear tokens."""

    left: I32
    right: I32
    first: I64
    count: I64
    shared: I64

    def take(self, chosen: Bool | I64) -> "_Pairs":
        return _Pairs(
            self.left[chosen],
            self.right[chosen],
            self.first[chosen],
            self.count[chosen],
            self.shared[chosen],
        )


def choose_pairs(runs: Runs, masked: MaskedTokens, is_named: Callable[[int, int], bool]) -> Runs:
    """The runs of those pairs that are worth aligning.

    Args:
        runs: runs of equal tokens; of each pair the later text is `left`.
        masked: the tokens, with boilerplate.
        is_named: whether one of two texts names the other as where it comes from; such pairs
            stay, whatever else explains their words.
    """
    clear = masked.clear_in_runs(runs)
    runs, clear = runs.take(clear > 0), clear[clear > 0]
    pairs = _rank_pairs(runs, clear, masked.clear_totals())
    kept = _explain_more(pairs, runs, masked)
    for k in np.flatnonzero(~kept).tolist():
        kept[k] = is_named(int(pairs.left[k]), int(pairs.right[k]))
    chosen = pairs.take(kept)
    return runs.take(np.sort(expand_ranges(chosen.first, chosen.count)))


def _rank_pairs(runs: Runs, clear: I64, totals: I64) -> _Pairs:
    """The pairs that share more than a phrase, for each left text its likeliest source first.

    By the shared part in tenths, then the earlier source, as `parents.py` ranks them in the end.
    """
    first = find_starts(runs.left, runs.right)
    left, right = runs.left[first], runs.right[first]
    shared = np.add.reduceat(clear, first) if len(first) else clear
    pairs = _Pairs(left, right, first, np.diff(first, append=len(runs)), shared)
    shorter = np.minimum(totals[left], totals[right])
    pairs = pairs.take((shared >= SHARED_TOKENS) | (shared >= _WORTH * shorter))
    share = np.round(pairs.shared / np.maximum(1, totals[pairs.left]), 1)
    return pairs.take(np.lexsort((pairs.right, -share, pairs.left)))


def _explain_more(pairs: _Pairs, runs: Runs, masked: MaskedTokens) -> Bool:
    """Which pairs explain words, of either text, that those ranked before leave unexplained."""
    kept = np.ones(len(pairs.left), bool)
    explained = np.zeros(len(masked.mask), np.uint8)
    for now in _by_rank(pairs.left):
        part = pairs.take(now)
        left, right, lengths = _find_places(part, runs, masked.tokens)
        begins = np.cumsum(lengths) - lengths
        fresh = [(explained[side] < SOURCES) & ~masked.mask[side] for side in (left, right)]
        new = [np.add.reduceat(of_side, begins) for of_side in fresh]
        # Many later texts share with one earlier: to explain its words, the first is enough.
        new[1][~_is_first(part.right)] = 0
        kept[now] = np.maximum(*new) >= np.minimum(SHARED_TOKENS, part.shared)
        # What may yet turn out to be too little to count explains nothing.
        explains = kept[now] & (part.shared >= SHARED_TOKENS)
        for side in (left, right):
            places = side[np.repeat(explains, lengths)]
            explained[places] = np.minimum(explained[places] + 1, SOURCES)
    return kept


def _by_rank(left: I32) -> Iterator[I64]:
    """The first pair of each left text, then the second of each, and so on."""
    starts = find_starts(left)
    counts = np.diff(starts, append=len(left))
    for rank in range(int(counts.max(initial=0))):
        yield starts[counts > rank] + rank


def _find_places(pairs: _Pairs, runs: Runs, words: Words) -> tuple[I64, I64, I64]:
    """The places of the words in each pair's runs, left and right, and how many a pair they are."""
    found = runs.take(expand_ranges(pairs.first, pairs.count))
    lengths = found.length.astype(np.int64)
    ends = np.cumsum(lengths)[np.cumsum(pairs.count) - 1]
    return (
        expand_ranges(words.bounds[found.left] + found.left_at, lengths),
        expand_ranges(words.bounds[found.right] + found.right_at, lengths),
        np.diff(ends, prepend=0),
    )


def _is_first(values: I32) -> Bool:
    """Which values stand for the first time."""
    first = np.zeros(len(values), bool)
    first[np.unique(values, return_index=True)[1]] = True
    return first
