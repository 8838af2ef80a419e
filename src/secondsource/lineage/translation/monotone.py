"""Which sentences of two texts stand for one another, in order, with gaps: monotone alignment.

Dynamic programming over the sentences of both texts, as Gale and Church (Computational
Linguistics 19, 1993) did by length, here by the closeness of sentence vectors (as Thompson and
Koehn, Vecalign, EMNLP 2019). Up to three sentences may be merged into one, and any number on
either side may be left without a counterpart at no cost, so that a cut translation aligns.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.lineage.translation.sentence_sums import F32, SentenceSums, sum_runs

F64 = npt.NDArray[np.float64]

# How many sentences of each text one pair may hold.
_MOVES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
_MERGED = 1e-4  # cosine: of pairings worth the same the one that merges less is taken
_UP, _LEFT = -1, -2


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Neighbouring sentences of one text and those of the other that say the same.

    `left` and `right` are half-open ranges of sentence numbers, `similarity` the cosine of
    their vectors.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    similarity: float


@dataclass(frozen=True, slots=True)
class SentenceAlignment:
    """The best monotone alignment; `score` is its worth for each unit of weight in both texts."""

    pairs: tuple[SentencePair, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Move:
    """All pairs of so many sentences left and right: their cosine, and what a pair is worth."""

    left: int
    right: int
    similarity: F32
    worth: F32


def align_sentences(left: SentenceSums, right: SentenceSums, floor: float) -> SentenceAlignment:
    """The monotone pairing of sentences that is worth most.

    Args:
        left: the sentences of one text.
        right: those of the other.
        floor: a pair is worth how much its cosine is above this, times its weight.
    """
    moves = list(_weigh_moves(left, right, floor))
    total = float(left.weights.sum() + right.weights.sum())
    if not moves or total <= 0:
        return SentenceAlignment((), 0.0)
    best, taken = _fill(len(left), len(right), moves)
    pairs = tuple(_walk_back(taken, moves))[::-1]
    return SentenceAlignment(pairs, float(best[-1, -1]) / total)


def _weigh_moves(left: SentenceSums, right: SentenceSums, floor: float) -> Iterator[_Move]:
    lefts = {n: left.measure_runs(n) for n in {a for a, _ in _MOVES}}
    rights = {n: right.measure_runs(n) for n in {b for _, b in _MOVES}}
    products = left.sums @ right.sums.T
    for a, b in _MOVES:
        (left_norms, left_weights), (right_norms, right_weights) = lefts[a], rights[b]
        if len(left_norms) and len(right_norms):
            joined = sum_runs(sum_runs(products, a).T, b).T
            norms = np.maximum(left_norms[:, None] * right_norms, np.float32(1e-9))
            similarity: F32 = joined / norms
            weight = left_weights[:, None] + right_weights
            least = floor + _MERGED * (a + b - 2)
            yield _Move(a, b, similarity, (similarity - least) * weight)


def _fill(rows: int, columns: int, moves: list[_Move]) -> tuple[F64, npt.NDArray[np.int8]]:
    """The worth of the best alignment of every two beginnings, and the last move of each."""
    best = np.zeros((rows + 1, columns + 1))
    taken = np.full((rows + 1, columns + 1), _LEFT, np.int8)
    worth = _lay_out(rows, columns, moves)
    before = np.array([move.left for move in moves])
    beside = np.arange(columns + 1) - np.array([[move.right] for move in moves])
    numbers = np.arange(columns + 1)
    for i in range(1, rows + 1):
        # What begins outside the texts is looked up at their other end, and is worth nothing.
        found = best[(i - before)[:, None], beside] + worth[:, i]
        last = found.argmax(axis=0)
        reached = found[last, numbers]
        row = np.maximum(reached, best[i - 1])
        best[i] = np.maximum.accumulate(row)
        taken[i] = np.where(reached > best[i - 1], last, _UP)
        taken[i, best[i] > row] = _LEFT
    return best, taken


def _lay_out(rows: int, columns: int, moves: list[_Move]) -> F64:
    """What each move is worth by where it ends; less than anything where it cannot end."""
    worth = np.full((len(moves), rows + 1, columns + 1), -np.inf)
    for number, move in enumerate(moves):
        worth[number, move.left :, move.right :] = move.worth
    return worth


def _walk_back(taken: npt.NDArray[np.int8], moves: list[_Move]) -> Iterator[SentencePair]:
    i, j = taken.shape[0] - 1, taken.shape[1] - 1
    while i > 0 and j > 0:
        number = int(taken[i, j])
        if number == _UP:
            i -= 1
        elif number == _LEFT:
            j -= 1
        else:
            move = moves[number]
            similarity = float(move.similarity[i - move.left, j - move.right])
            yield SentencePair((i - move.left, i), (j - move.right, j), similarity)
            i, j = i - move.left, j - move.right
