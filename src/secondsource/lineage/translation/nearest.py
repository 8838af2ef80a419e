"""Which articles in other languages an article may be a translation of, by their vectors."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from secondsource.lineage.matching.threads import map_in_threads
from secondsource.lineage.translation.sentence_sums import F32

I64 = npt.NDArray[np.int64]

NEAREST = 10  # articles of each other language that are looked at more closely
RANKED = 20  # the same where one article is held against all
_PRIOR = 5  # articles: a language with so few is freed of half of what is common to it
_ROWS = 256  # held against all others at once: 300 MB where these are 100,000


@dataclass(frozen=True, slots=True)
class ArticleVectors:
    """One vector for each article: the weighted mean of its words'.

    `ids` and `languages` (ISO 639-1, empty where it is not known) have one entry a row of
    `matrix`, float16 or float32 of shape (articles, dimensions).
    """

    ids: tuple[str, ...]
    languages: tuple[str, ...]
    matrix: npt.NDArray[np.floating[Any]]

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, rows: Sequence[int]) -> "ArticleVectors":
        """Some of the rows, in the order given."""
        return ArticleVectors(
            tuple(self.ids[row] for row in rows),
            tuple(self.languages[row] for row in rows),
            self.matrix[np.array(rows, np.int64)],
        )

    def keep(self, ids: Set[str]) -> "ArticleVectors":
        """The rows of these articles."""
        return self.take([row for row, id_ in enumerate(self.ids) if id_ in ids])


def join_vectors(parts: Sequence[ArticleVectors]) -> ArticleVectors:
    """The vectors of several parts as one."""
    matrices = [part.matrix for part in parts]
    return ArticleVectors(
        tuple(id_ for part in parts for id_ in part.ids),
        tuple(language for part in parts for language in part.languages),
        np.concatenate(matrices) if matrices else np.zeros((0, 0), np.float16),
    )


class Neighbours:
    """Finds in a collection the articles of other languages that are nearest to one.

    What is common to a language is taken off its vectors first: the mean of the collection's
    articles in it, drawn towards nothing where there are few, since one article alone would
    else be all mean.
    """

    def __init__(self, vectors: ArticleVectors) -> None:
        self._vectors = vectors
        languages = np.array(vectors.languages, dtype=np.str_)
        self._rows = {
            language: np.flatnonzero(languages == language)
            for language in sorted(set(vectors.languages) - {""})
        }
        means = map_in_threads(self._mean, list(self._rows.values()))
        self._means = dict(zip(self._rows, means, strict=True))

    def rank(self, vector: F32, language: str) -> tuple[str, ...]:
        """The ids of the articles in other languages nearest to a vector, nearest first."""
        own = self._centre(vector[None, :], language)
        found: list[tuple[float, str]] = []
        for other, rows in self._rows.items():
            if other == language:
                continue
            likeness = np.concatenate([unit @ own[0] for unit in self._units(other)])
            best = _find_largest(likeness, RANKED)
            found += [(-float(likeness[k]), self._vectors.ids[rows[k]]) for k in best]
        return tuple(id_ for _, id_ in sorted(found))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Ids of articles in two languages, each among the nearest of the other in its own.

        The first of a pair is in the language that has fewer articles.
        """
        languages = sorted(self._rows, key=lambda name: len(self._rows[name]))
        for number, first in enumerate(languages):
            for second in languages[number + 1 :]:
                there = self._nearest_of_each(first, second)
                back = {(left, right) for right, left in self._nearest_of_each(second, first)}
                for left, right in there:
                    if (left, right) in back:
                        yield self._vectors.ids[left], self._vectors.ids[right]

    def _mean(self, rows: I64) -> F32:
        total = np.zeros(self._vectors.matrix.shape[1], np.float32)
        for start in range(0, len(rows), _ROWS):
            part = self._vectors.matrix[rows[start : start + _ROWS]]
            total += part.sum(axis=0, dtype=np.float32)
        return total / np.float32(len(rows) + _PRIOR)

    def _centre(self, vectors: npt.NDArray[np.floating[Any]], language: str) -> F32:
        centred = vectors.astype(np.float32)
        if language in self._means:
            centred -= self._means[language]
        norms = np.linalg.norm(centred, axis=1, keepdims=True)
        unit: F32 = centred / np.maximum(norms, np.float32(1e-9))
        return unit

    def _units(self, language: str) -> Iterator[F32]:
        """The centred vectors of a language, some thousand at a time."""
        rows = self._rows[language]
        for start in range(0, len(rows), _ROWS):
            yield self._centre(self._vectors.matrix[rows[start : start + _ROWS]], language)

    def _nearest_of_each(self, language: str, other: str) -> Iterator[tuple[int, int]]:
        """Rows of a language, each with the rows of its nearest articles in another."""
        rows, others = self._rows[language], self._rows[other]
        limit = min(NEAREST, len(others))
        units = np.concatenate(list(self._units(other)))
        for start, unit in zip(range(0, len(rows), _ROWS), self._units(language), strict=True):
            likeness = unit @ units.T
            nearest = others[np.argpartition(likeness, -limit, axis=1)[:, -limit:]]
            own = np.repeat(rows[start : start + _ROWS], limit)
            yield from zip(own.tolist(), nearest.ravel().tolist(), strict=True)


def _find_largest(values: F32, most: int) -> I64:
    """The places of the largest values, the largest first, of equals the first."""
    near = np.arange(len(values))
    if len(values) > most:
        near = np.flatnonzero(values >= np.partition(values, -most)[-most])
    return near[np.argsort(-values[near], kind="stable")[:most]]
