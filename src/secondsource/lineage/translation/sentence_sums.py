"""The sentences of a text as vectors that add up, so that merged sentences need no new look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SentenceSums:
    """The sentences of one text as sums of weighted vectors.

    `sums` is float32 of shape (sentences, dimensions), not of length one; `weights`, float32 of
    shape (sentences,), says how much each sentence has to say.
    """

    sums: F32
    weights: F32

    def __len__(self) -> int:
        return len(self.weights)

    def mean(self) -> F32:
        """The weighted mean vector of the text, float32 of shape (dimensions,)."""
        mean: F32 = self.sums.sum(axis=0) / max(float(self.weights.sum()), 1e-9)
        return mean

    def means(self) -> F32:
        """The weighted mean of each sentence's vectors, float32 of the shape of `sums`."""
        return (self.sums / np.maximum(self.weights[:, None], 1e-9)).astype(np.float32)

    def centre(self) -> "SentenceSums":
        """The same sentences seen from the middle of their own text.

        What the language, the topic and the style add to every sentence alike goes away, and
        what remains is what tells one sentence of the text from another.
        """
        return SentenceSums(self.sums - self.weights[:, None] * self.mean(), self.weights)

    def measure_runs(self, length: int) -> tuple[F32, F32]:
        """The length of the sum, and the weight, of every run of so many neighbouring sentences."""
        norms: F32 = np.linalg.norm(sum_runs(self.sums, length), axis=1)
        return norms, sum_runs(self.weights, length)


class WordVectors(Protocol):
    """Cheap vectors: a text's is the sum of those of its words."""

    dimensions: int

    def sum_words(self, texts: Sequence[str]) -> SentenceSums:
        """A weighted sum for each text."""
        ...


class Embedder(Protocol):
    """Dear vectors: a network reads each text."""

    def embed(self, texts: Sequence[str]) -> F32:
        """A vector of length one for each text, float32 of shape (texts, dimensions)."""
        ...


def weigh_vectors(vectors: F32, weights: F32) -> SentenceSums:
    """Sentence vectors of length one as sums, each with the weight given."""
    return SentenceSums(vectors * weights[:, None], weights)


def sum_runs(values: F32, length: int) -> F32:
    """The sums of every run of so many neighbouring rows; none where there are not so many."""
    if length > len(values):
        return values[:0]
    sums = values[: len(values) - length + 1].copy()
    for k in range(1, length):
        sums += values[k : len(values) - length + 1 + k]
    return sums
