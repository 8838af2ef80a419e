"""Winnowed word n-grams: the anchors by which shared text is found.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) keeps from every window of
consecutive n-grams the one with the least hash, so that any 13 equal tokens in two texts keep
at least one anchor in common, while four of five n-grams are dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.lineage.tokens import I32, I64, U64, Bool, Tokens, mix, tokenize

GRAM = 6  # tokens in an n-gram
WINDOW = 8  # n-grams in a window: GRAM + WINDOW - 1 = 13 equal tokens keep an anchor
REPEATS = 4  # of one n-gram that repeats within a text, as phrases of a footer do
_STEP = np.uint64(0xC2B2AE3D27D4EB4F)
_NEVER = np.uint64(2**64 - 1)


@dataclass(frozen=True, slots=True)
class Anchors:
    """Anchors of many texts: their hash, the text's number and the token they begin at.

    Three arrays of one length: `hashes` uint64, `texts` int32, `positions` int32.
    """

    hashes: U64
    texts: I32
    positions: I32

    def __len__(self) -> int:
        return len(self.hashes)

    def take(self, chosen: Bool) -> "Anchors":
        """Only the anchors for which `chosen` (one bool an anchor) is true."""
        return Anchors(self.hashes[chosen], self.texts[chosen], self.positions[chosen])

    def sort(self) -> "Anchors":
        """The same anchors in order of hash, and within one hash of text."""
        order = np.lexsort((self.texts, self.hashes))
        return Anchors(self.hashes[order], self.texts[order], self.positions[order])

    def merge(self, fresh: "Anchors") -> "Anchors":
        """These anchors and fresh ones of later texts, in order; both must be sorted."""
        places = np.searchsorted(self.hashes, fresh.hashes, side="right")
        return Anchors(
            np.insert(self.hashes, places, fresh.hashes),
            np.insert(self.texts, places, fresh.texts),
            np.insert(self.positions, places, fresh.positions),
        )


def join_anchors(parts: Sequence[Anchors]) -> Anchors:
    """All anchors of the parts, in the order given."""
    return Anchors(
        np.concatenate([part.hashes for part in parts] or [np.zeros(0, np.uint64)]),
        np.concatenate([part.texts for part in parts] or [np.zeros(0, np.int32)]),
        np.concatenate([part.positions for part in parts] or [np.zeros(0, np.int32)]),
    )


def find_anchors(tokens: Tokens) -> Anchors:
    """The winnowed n-grams of each text; a text under six tokens has none."""
    owners = tokens.owners()
    grams = _hash_grams(tokens)
    if not len(grams):
        return join_anchors([])
    chosen = _winnow(grams, owners[: len(grams)])
    chosen &= grams != _NEVER
    index = _first_of_each(np.flatnonzero(chosen), grams, owners)
    texts = owners[index]
    positions = (index - tokens.bounds[texts]).astype(np.int32)
    return Anchors(grams[index], texts, positions)


def _first_of_each(index: I64, grams: U64, owners: I32) -> I64:
    """Of equal n-grams in one text only the first few: a table of zeros is no thousand anchors."""
    order = np.lexsort((index, grams[index], owners[index]))
    ordered = index[order]
    same = (grams[ordered[REPEATS:]] == grams[ordered[:-REPEATS]]) & (
        owners[ordered[REPEATS:]] == owners[ordered[:-REPEATS]]
    )
    kept = np.ones(len(ordered), bool)
    kept[REPEATS:] = ~same
    return np.sort(ordered[kept])


def fingerprint(texts: Sequence[str]) -> Anchors:
    """The anchors of each text, straight from the texts."""
    return find_anchors(tokenize(texts))


def _hash_grams(tokens: Tokens) -> U64:
    """One hash for each token that begins an n-gram within its text; else the greatest value."""
    count = max(0, len(tokens.hashes) - GRAM + 1)
    grams = np.zeros(count, np.uint64)
    with np.errstate(over="ignore"):
        for k in range(GRAM):
            grams = grams * _STEP + tokens.hashes[k : k + count]
    grams = mix(grams)
    for k in range(1, GRAM):  # n-grams that would run over the end of a text
        ends = tokens.bounds[1:] - k
        grams[ends[(ends >= 0) & (ends < count)]] = _NEVER
    return grams


def _winnow(grams: U64, owners: I32) -> Bool:
    """Which n-grams are the least of some window that lies in their own text."""
    padded_at = np.arange(len(grams)) + (owners + 1).astype(np.int64) * (WINDOW - 1)
    padded = np.full(int(padded_at[-1]) + WINDOW, _NEVER)
    padded[padded_at] = grams
    least = _slide(padded, np.minimum)
    greatest_of_least = _slide(least, np.maximum)
    windows_from = padded_at - (WINDOW - 1)
    chosen: Bool = greatest_of_least[windows_from] == grams
    return chosen


def _slide(values: U64, fold: np.ufunc) -> U64:
    """The least (or greatest) of every WINDOW neighbours, by doubling: WINDOW is a power of 2."""
    step = 1
    while step < WINDOW:
        values = fold(values[:-step], values[step:])
        step *= 2
    return values
