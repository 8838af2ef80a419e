"""Winnowed word n-grams: the anchors by which shared text is found.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) keeps from every window of
consecutive n-grams the one with the least hash, so that any 13 equal tokens in two texts keep
at least one anchor in common, while four of five n-grams are dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from secondsource.lineage.matching.threads import map_in_threads
from secondsource.lineage.matching.tokens import I32, I64, U32, U64, Bool, Words, mix

GRAM = 6  # tokens in an n-gram
WINDOW = 8  # n-grams in a window: GRAM + WINDOW - 1 = 13 equal tokens keep an anchor
_REPEATS = 4  # of one n-gram that repeats within a text, as phrases of a footer do
_STEP = np.uint64(0xC2B2AE3D27D4EB4F)
_STEP_TWICE = np.uint64(0xC2B2AE3D27D4EB4F**2 % 2**64)
_NEVER = np.uint32(2**32 - 1)
_MANY = 1_000_000  # anchors; so many are sorted in parts by two threads
_PART_BITS = 4  # shared anchors are sorted in so many parts (a power of 2) of the range of hashes


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

    def take(self, chosen: Bool | I64) -> "Anchors":
        """Only the chosen anchors, by a bool each or by their numbers."""
        return Anchors(self.hashes[chosen], self.texts[chosen], self.positions[chosen])

    def sort(self) -> "Anchors":
        """The same anchors in order of hash, and within one hash in the order given."""
        return self.take(np.argsort(self.hashes, kind="stable"))

    def sort_shared(self) -> "Anchors":
        """As `sort`, but only those anchors whose hash stands in more than one place."""
        if len(self) < _MANY:
            whole = self.sort()
            return whole.take(_are_shared(len(whole), whole.hashes[1:] == whole.hashes[:-1]))
        parts = np.empty(len(self), np.uint8)  # of the range of hashes, by their first bits
        np.right_shift(self.hashes, np.uint64(64 - _PART_BITS), out=parts, casting="unsafe")
        work = partial(self._sort_part, parts)
        return join_anchors(list(map_in_threads(work, range(1 << _PART_BITS))))

    def _sort_part(self, parts: npt.NDArray[np.uint8], part: int) -> "Anchors":
        """The shared anchors of one part of the range of hashes.

        Nine of ten anchors stand in one place only. They are found by sorting numbers made of
        the first bits of the hash and the anchor's place, which is faster than sorting places.
        """
        places = np.flatnonzero(parts == part)
        bits = np.uint64(max(1, len(places)).bit_length())
        keys = self.hashes[places]
        keys <<= np.uint64(_PART_BITS)
        keys >>= bits
        keys <<= bits
        keys |= np.arange(len(keys), dtype=np.uint64)
        keys.sort()
        head = np.uint64(1) << bits
        shared = _are_shared(len(keys), (keys[1:] ^ keys[:-1]) < head)
        return self.take(places[(keys[shared] % head).astype(np.int64)]).sort()


def _are_shared(count: int, same: Bool) -> Bool:
    """Which of so many sorted values equal a neighbour; `same` says it of each two neighbours."""
    shared = np.zeros(count, bool)
    shared[1:] = same
    shared[:-1] |= same
    return shared


def join_anchors(parts: Sequence[Anchors]) -> Anchors:
    """All anchors of the parts, in the order given."""
    return Anchors(
        np.concatenate([part.hashes for part in parts] or [np.zeros(0, np.uint64)]),
        np.concatenate([part.texts for part in parts] or [np.zeros(0, np.int32)]),
        np.concatenate([part.positions for part in parts] or [np.zeros(0, np.int32)]),
    )


def find_anchors(words: Words) -> Anchors:
    """The winnowed n-grams of each text, in its order; a text under six tokens has none."""
    owners = words.owners()
    grams = _hash_grams(words.hashes)
    # Half of the bits are enough to compare the n-grams of a window, and twice as fast.
    keys = np.minimum(grams.astype(np.uint32), _NEVER - 1)
    for k in range(1, GRAM):  # n-grams that would run over the end of a text
        ends = words.bounds[1:] - k
        keys[ends[(ends >= 0) & (ends < len(keys))]] = _NEVER
    index = np.flatnonzero(_winnow(keys, owners[: len(keys)]))
    index = _drop_repeats(index, grams, owners)
    texts = owners[index]
    return Anchors(grams[index], texts, (index - words.bounds[texts]).astype(np.int32))


def _drop_repeats(index: I64, grams: U64, owners: I32) -> I64:
    """Of equal n-grams in one text only the first few: a table of zeros is no thousand anchors."""
    ordered = np.sort(grams[index] ^ mix(owners[index].astype(np.uint64)))
    if not (ordered[_REPEATS:] == ordered[:-_REPEATS]).any():
        return index
    order = np.lexsort((index, grams[index], owners[index]))
    ordered, texts = grams[index][order], owners[index][order]
    kept = np.ones(len(index), bool)
    kept[_REPEATS:] = (ordered[_REPEATS:] != ordered[:-_REPEATS]) | (
        texts[_REPEATS:] != texts[:-_REPEATS]
    )
    return np.sort(index[order[kept]])


def _hash_grams(hashes: U32) -> U64:
    """One hash for each token that begins an n-gram, be it in one text or in two."""
    if len(hashes) < GRAM:
        return np.zeros(0, np.uint64)
    long = hashes.astype(np.uint64)
    pairs = long[:-1] * _STEP + long[1:]
    return mix((pairs[:-4] * _STEP_TWICE + pairs[2:-2]) * _STEP_TWICE + pairs[4:])


def _winnow(keys: U32, owners: I32) -> Bool:
    """Which n-grams are the least of some window that lies in their own text."""
    if not len(keys):
        return np.zeros(0, bool)
    padded_at = np.arange(len(keys)) + (owners + 1).astype(np.int64) * (WINDOW - 1)
    padded = np.full(int(padded_at[-1]) + WINDOW, _NEVER)
    padded[padded_at] = keys
    greatest_of_least = _slide(_slide(padded, np.minimum), np.maximum)
    windows_from = padded_at - (WINDOW - 1)
    chosen: Bool = (greatest_of_least[windows_from] == keys) & (keys != _NEVER)
    return chosen


def _slide(values: U32, fold: np.ufunc) -> U32:
    """The least (or greatest) of every WINDOW neighbours, by doubling: WINDOW is a power of 2."""
    step = 1
    while step < WINDOW:
        values = fold(values[:-step], values[step:])
        step *= 2
    return values
