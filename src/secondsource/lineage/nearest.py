"""Which articles in other languages an article may be a translation of, by their vectors."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from secondsource.lineage.sentence_sums import F32

I64 = npt.NDArray[np.int64]

NEAREST = 10  # articles of each other language that are looked at more closely
_PRIOR = 5  # articles: a language with so few is freed of half its mean
_ROWS = 2_000  # compared with all others at once


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

    def rows_of(self, language: str) -> I64:
        """The rows of the articles in one language."""
        return np.flatnonzero(np.array(self.languages) == language)

    def spoken(self) -> list[str]:
        """The languages that are known, in order."""
        return sorted(set(self.languages) - {""})

    def take(self, rows: Sequence[int]) -> "ArticleVectors":
        """Some of the rows, in the order given."""
        return ArticleVectors(
            tuple(self.ids[row] for row in rows),
            tuple(self.languages[row] for row in rows),
            self.matrix[np.array(rows, np.int64)],
        )

    def leave_out(self, ids: Set[str]) -> "ArticleVectors":
        """The rows of all other articles."""
        return self.take([row for row, id_ in enumerate(self.ids) if id_ not in ids])

    def keep(self, ids: Set[str]) -> "ArticleVectors":
        """The rows of these articles."""
        return self.take([row for row, id_ in enumerate(self.ids) if id_ in ids])


def centre_vectors(vectors: ArticleVectors) -> F32:
    """The vectors without what is common to their language, of length one.

    The mean of a language is taken from the collection, and drawn towards nothing where that
    holds few articles of the language: one article alone would else be all mean.
    """
    centred = np.array(vectors.matrix, np.float32)
    for language in vectors.spoken():
        rows = vectors.rows_of(language)
        centred[rows] -= centred[rows].sum(axis=0) / (len(rows) + _PRIOR)
    norms = np.linalg.norm(centred, axis=1, keepdims=True)
    unit: F32 = centred / np.maximum(norms, 1e-9)
    return unit


def rank_alike(vector: F32, language: str, vectors: ArticleVectors) -> tuple[str, ...]:
    """The ids of the articles in other languages nearest to one article, nearest first.

    Args:
        vector: the article's own vector, as in `ArticleVectors.matrix`.
        language: its language.
        vectors: those of the collection.
    """
    both = ArticleVectors(
        (*vectors.ids, ""), (*vectors.languages, language), np.vstack([vectors.matrix, vector])
    )
    unit = centre_vectors(both)
    likeness = unit[:-1] @ unit[-1]
    found: list[int] = []
    for other in vectors.spoken():
        if other == language:
            continue
        rows = vectors.rows_of(other)
        found += rows[np.argsort(-likeness[rows], kind="stable")[:NEAREST]].tolist()
    found.sort(key=lambda row: -likeness[row])
    return tuple(vectors.ids[row] for row in found)


def pair_alike(vectors: ArticleVectors) -> Iterator[tuple[int, int]]:
    """Rows of articles in two languages, each among the nearest of the other in its language."""
    unit = centre_vectors(vectors)
    languages = vectors.spoken()
    for number, first in enumerate(languages):
        for second in languages[number + 1 :]:
            yield from _pair_languages(unit, vectors.rows_of(first), vectors.rows_of(second))


def _pair_languages(unit: F32, lefts: I64, rights: I64) -> Iterator[tuple[int, int]]:
    there = _nearest_of_each(unit[lefts], unit[rights])
    back = _nearest_of_each(unit[rights], unit[lefts])
    mutual = set(zip(back[:, 1].tolist(), back[:, 0].tolist(), strict=True))
    for left, right in there.tolist():
        if (left, right) in mutual:
            yield int(lefts[left]), int(rights[right])


def _nearest_of_each(rows: F32, others: F32) -> I64:
    """For each row the numbers of its nearest others: an array of pairs (row, other)."""
    limit = min(NEAREST, len(others))
    found = []
    for start in range(0, len(rows), _ROWS):
        likeness = rows[start : start + _ROWS] @ others.T
        nearest = np.argpartition(-likeness, limit - 1, axis=1)[:, :limit]
        own = np.repeat(np.arange(start, start + len(likeness)), limit)
        found.append(np.column_stack([own, nearest.ravel()]))
    return np.concatenate(found) if found else np.zeros((0, 2), np.int64)


def join_vectors(parts: Sequence[ArticleVectors], dimensions: int) -> ArticleVectors:
    """The vectors of several parts as one."""
    return ArticleVectors(
        tuple(id_ for part in parts for id_ in part.ids),
        tuple(language for part in parts for language in part.languages),
        np.concatenate([np.zeros((0, dimensions), np.float16), *(part.matrix for part in parts)]),
    )
