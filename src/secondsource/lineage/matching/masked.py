"""Tokens with those left out that are boilerplate."""

from dataclasses import dataclass, field

import numpy as np

from secondsource.lineage.matching.candidates import expand_ranges
from secondsource.lineage.matching.fingerprint import GRAM, WINDOW
from secondsource.lineage.matching.match import Runs
from secondsource.lineage.matching.tokens import I32, I64, U32, U64, Bool, Words

_FILL = GRAM + WINDOW  # boilerplate anchors no further apart than this mask what lies between


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many of many bools are true up to a place: a bit each, and a sum for every 64."""

    bits: U64
    sums: I32

    def before(self, places: I64) -> I32:
        """How many are true before each place."""
        word = places >> 6
        below = (np.uint64(1) << (places & 63).astype(np.uint64)) - np.uint64(1)
        counts: I32 = self.sums[word] + np.bitwise_count(self.bits[word] & below)
        return counts


def _count_true(values: Bool) -> _Counts:
    size = len(values) // 64 + 1
    bits = np.zeros(8 * size, np.uint8)
    packed = np.packbits(values, bitorder="little")
    bits[: len(packed)] = packed
    words = bits.view("<u8")
    sums = np.zeros(size, np.int32)
    np.cumsum(np.bitwise_count(words[:-1]), out=sums[1:], dtype=np.int32)
    return _Counts(words, sums)


@dataclass(frozen=True, slots=True)
class MaskedTokens:
    """Tokens of many texts with a mask: True where a token is boilerplate."""

    tokens: Words
    mask: Bool
    _masked: _Counts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_masked", _count_true(self.mask))

    def clear_in_ranges(self, begin: I64, end: I64) -> I64:
        """How many tokens are not boilerplate in ranges of all tokens."""
        return end - begin - (self._masked.before(end) - self._masked.before(begin))

    def count_clear(self, text: int, begin: int, end: int) -> int:
        """How many tokens of a text's range are not boilerplate."""
        base = self.tokens.bounds[text]
        return end - begin - int(np.count_nonzero(self.mask[base + begin : base + end]))

    def count_shared(self, text: int, begin: int, end: int) -> int:
        """The same for a run of equal tokens: none when it is boilerplate for the most part.

        The mask ends at the outermost anchors, so the first and last words of a notice are
        clear though they belong to it.
        """
        clear = self.count_clear(text, begin, end)
        return clear if 2 * clear >= end - begin else 0

    def clear_in_runs(self, runs: Runs) -> I64:
        """For each run what `count_shared` says of it, in the text where it says less."""
        sides = ((runs.left, runs.left_at), (runs.right, runs.right_at))
        begins = [self.tokens.bounds[text] + at for text, at in sides]
        counts = np.minimum(*(self.clear_in_ranges(b, b + runs.length) for b in begins))
        return np.where(2 * counts >= runs.length, counts, 0)

    def clear_totals(self) -> I64:
        """For each text how many of its tokens are not boilerplate."""
        return self.clear_in_ranges(self.tokens.bounds[:-1], self.tokens.bounds[1:])

    def clear_hashes(self, text: int, begin: int, end: int) -> list[int]:
        """The hashes of a range's tokens that are not boilerplate."""
        hashes, mask = self._cut(text, begin, end)
        kept: list[int] = (hashes if mask is None else hashes[~mask]).tolist()
        return kept

    def clear_after(self, text: int, begin: int, most: int) -> list[int]:
        """The hashes of the tokens from a place on, up to the first that is boilerplate."""
        hashes, mask = self._cut(text, begin, begin + most)
        kept: list[int] = (hashes if mask is None else hashes[: mask.argmax()]).tolist()
        return kept

    def clear_before(self, text: int, end: int, most: int) -> list[int]:
        """The hashes of the tokens up to a place, from the last that is boilerplate on."""
        hashes, mask = self._cut(text, max(0, end - most), end)
        clear = 0 if mask is None else len(mask) - mask[::-1].argmax()
        kept: list[int] = hashes[clear:].tolist()
        return kept

    def _cut(self, text: int, begin: int, end: int) -> tuple[U32, Bool | None]:
        """The hashes of a range, as far as the text goes, and the mask; None where all is clear."""
        base = int(self.tokens.bounds[text])
        part = slice(base + begin, min(base + end, int(self.tokens.bounds[text + 1])))
        mask = self.mask[part]
        return self.tokens.hashes[part], mask if mask.any() else None


def mask_tokens(tokens: Words, texts: I32, positions: I32) -> Bool:
    """Which tokens lie under the given (boilerplate) anchors or between two close ones."""
    place = np.sort(tokens.bounds[texts] + positions)
    reach = np.full(len(place), GRAM)
    gap = np.diff(place)
    text_of = np.searchsorted(tokens.bounds, place, side="right")
    close = (gap <= _FILL) & (text_of[1:] == text_of[:-1])
    reach[:-1][close] = np.maximum(gap[close], GRAM)
    mask = np.zeros(len(tokens.hashes), bool)
    mask[expand_ranges(place, reach)] = True
    return mask
