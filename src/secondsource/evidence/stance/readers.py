"""The two models that read claim and passage, and how their answers become one.

The multilingual model reads every language; English pairs are read by an English model too, and
count as the mean of both, in logarithms (a product of experts; Hinton, Neural Computation 2002).
What the English model takes for no evidence the other is not asked about: on the held-out
pairs that changes no figure by more than .002, and most passages that a search finds are such.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from secondsource.language import guess_language
from secondsource.models.cross_encoder import ENGLISH, MULTILINGUAL, open_cross_encoder

Rows = npt.NDArray[np.float32]

_NO_EVIDENCE = 0.7
"""The least "neither" of the English model with which a pair is left to it.

With the multilingual model of before, thresholds from .7 to .9 gave the same figures on the
held-out verification pairs (macro-F1 .546 .717 .552 .772 without one, .544 .717 .552 .772 at .7).
"""

_ENGLISH = "en"
_LEAST = 1e-6


class StanceModel(Protocol):
    """Anything that reads pairs of a claim and a passage."""

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Rows:
        """The probabilities of supports, disputes and neither, one row for each pair."""
        ...


@dataclass(frozen=True, slots=True)
class StanceReaders:
    """An English and a multilingual reader that answer as one."""

    english: StanceModel
    multilingual: StanceModel

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Rows:
        """The probabilities of supports, disputes and neither; the languages are guessed.

        Args:
            pairs: claims with their passages, in any languages.

        Returns:
            float32 of shape (len(pairs), 3), rows adding up to 1. A pair's row does not depend
            on the pairs beside it.
        """
        return self.read_sorted(pairs, [is_english(*pair) for pair in pairs])

    def read_sorted(self, pairs: Sequence[tuple[str, str]], in_english: Sequence[bool]) -> Rows:
        """The same, where it is known of each pair whether both texts are in English."""
        rows = np.zeros((len(pairs), 3), np.float32)
        english = [place for place, known in enumerate(in_english) if known]
        rows[english] = _read(self.english, pairs, english)
        settled = {place for place in english if rows[place, 2] >= _NO_EVIDENCE}
        doubtful = [place for place in english if place not in settled]
        others = sorted({*range(len(pairs))}.difference(english))
        found = _read(self.multilingual, pairs, doubtful + others)
        rows[doubtful] = _mix(rows[doubtful], found[: len(doubtful)])
        rows[others] = found[len(doubtful) :]
        return rows


@cache
def default_readers() -> StanceReaders:
    """The two models that came with the package, opened at their first use and then kept.

    Raises:
        ModelError: a model's files are missing or cannot be read.
    """
    return StanceReaders(open_cross_encoder(ENGLISH), open_cross_encoder(MULTILINGUAL))


def is_english(
    claim: str,
    passage: str,
    claim_language: str | None = None,
    passage_language: str | None = None,
) -> bool:
    """Whether both texts are English; the languages (ISO 639) are guessed where not given."""
    return _is_english(claim, claim_language) and _is_english(passage, passage_language)


def _is_english(text: str, language: str | None) -> bool:
    return (language or guess_language(text)).lower()[:2] == _ENGLISH


def _read(reader: StanceModel, pairs: Sequence[tuple[str, str]], places: Sequence[int]) -> Rows:
    if not places:
        return np.zeros((0, 3), np.float32)
    return reader.read_pairs([pairs[place] for place in places])


def _mix(left: Rows, right: Rows) -> Rows:
    """The geometric mean of two rows of probabilities, made to add up to 1."""
    mean = np.sqrt(np.maximum(left, _LEAST) * np.maximum(right, _LEAST))
    shares: Rows = mean / mean.sum(axis=1, keepdims=True)
    return shares
