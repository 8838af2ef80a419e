"""Tokens with those left out that are boilerplate."""

from dataclasses import dataclass, field

import numpy as np

from secondsource.lineage.candidates import expand_ranges
from secondsource.lineage.fingerprint import GRAM, WINDOW
from secondsource.lineage.match import Runs
from secondsource.lineage.tokens import I32, Bool, Words

_FILL = GRAM + WINDOW  # boilerplate anchors no further apart than this mask what lies between


@dataclass(frozen=True, slots=True)
class MaskedTokens:
    """Tokens of many texts with a mask: True where a token is boilerplate."""

    tokens: Words
    mask: Bool
    _clear: I32 = field(init=False)

    def __post_init__(self) -> None:
        clear = np.zeros(len(self.mask) + 1, np.int32)
        np.cumsum(~self.mask, out=clear[1:], dtype=np.int32)
        object.__setattr__(self, "_clear", clear)

    def count_clear(self, text: int, begin: int, end: int) -> int:
        """How many tokens of a text's range are not boilerplate."""
        base = self.tokens.bounds[text]
        return int(self._clear[base + end] - self._clear[base + begin])

    def count_shared(self, text: int, begin: int, end: int) -> int:
        """The same for a run of equal tokens: none when it is boilerplate for the most part.

        The mask ends at the outermost anchors, so the first and last words of a notice are
        clear though they belong to it.
        """
        clear = self.count_clear(text, begin, end)
        return clear if 2 * clear >= end - begin else 0

    def clear_in_runs(self, runs: Runs) -> I32:
        """For each run what `count_shared` says of it, in the text where it says less."""
        sides = ((runs.left, runs.left_at), (runs.right, runs.right_at))
        bases = [self.tokens.bounds[text] + at for text, at in sides]
        clear = [self._clear[base + runs.length] - self._clear[base] for base in bases]
        counts = np.minimum(*clear)
        return np.where(2 * counts >= runs.length, counts, 0)

    def clear_totals(self) -> I32:
        """For each text how many of its tokens are not boilerplate."""
        return np.diff(self._clear[self.tokens.bounds])

    def clear_hashes(self, text: int, begin: int, end: int) -> list[int]:
        """The hashes of a range's tokens that are not boilerplate."""
        base = int(self.tokens.bounds[text])
        part = slice(base + begin, base + end)
        kept: list[int] = self.tokens.hashes[part][~self.mask[part]].tolist()
        return kept

    def clear_after(self, text: int, begin: int, most: int) -> list[int]:
        """The hashes of the tokens from a place on, up to the first that is boilerplate."""
        base, end = int(self.tokens.bounds[text]), int(self.tokens.bounds[text + 1])
        part = slice(base + begin, min(base + begin + most, end))
        clear = len(self.mask[part]) if not self.mask[part].any() else self.mask[part].argmax()
        kept: list[int] = self.tokens.hashes[part][:clear].tolist()
        return kept

    def clear_before(self, text: int, end: int, most: int) -> list[int]:
        """The hashes of the tokens up to a place, from the last that is boilerplate on."""
        base = int(self.tokens.bounds[text])
        part = slice(base + max(0, end - most), base + end)
        masked = np.flatnonzero(self.mask[part])
        begin = int(masked[-1]) + 1 if len(masked) else 0
        kept: list[int] = self.tokens.hashes[part][begin:].tolist()
        return kept


def mask_tokens(tokens: Words, texts: I32, positions: I32) -> Bool:
    """Which tokens lie under the given (boilerplate) anchors or between two close ones."""
    place = np.unique(tokens.bounds[texts] + positions)
    reach = np.full(len(place), GRAM)
    gap = np.diff(place)
    text_of = np.searchsorted(tokens.bounds, place, side="right")
    close = (gap <= _FILL) & (text_of[1:] == text_of[:-1])
    reach[:-1][close] = np.maximum(gap[close], GRAM)
    mask = np.zeros(len(tokens.hashes), bool)
    mask[expand_ranges(place, reach)] = True
    return mask
