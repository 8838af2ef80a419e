"""Learns to choose one of several options by weights of named features.

A conditional logit (McFadden 1974): within each group the chance of an option grows with the
sum of the weights of its features.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

_RAREST = 4
_PENALTY = 3.0
_STEPS = 80
_RATE = 0.3
_LEAST_WEIGHT = 0.05

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Group:
    """The features of each option of one choice, and the number of the right one."""

    options: tuple[tuple[str, ...], ...]
    right: int


@dataclass(frozen=True, slots=True)
class _Table:
    """All options as sparse rows; `group` numbers each row's group, `right` is 1 or 0."""

    rows: sparse.csr_matrix
    group: npt.NDArray[np.int64]
    right: Numbers


def fit_choices(groups: Sequence[Group]) -> dict[str, float]:
    """The weights of the features that occur often enough.

    Full-batch AdaGrad (Duchi et al., JMLR 2011) with an L2 penalty: no randomness. The penalty
    was chosen between 1 and 3 by the share of right choices in a fifth of the training articles.
    """
    counts = Counter(f for g in groups for option in g.options for f in option)
    names = sorted(name for name, count in counts.items() if count >= _RAREST)
    table = _tabulate(groups, {name: column for column, name in enumerate(names)})
    weights = _descend(table, len(groups))
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= _LEAST_WEIGHT
    }


def _tabulate(groups: Sequence[Group], columns: dict[str, int]) -> _Table:
    starts, places, group, right = [0], [], [], []
    for number, item in enumerate(groups):
        for place, option in enumerate(item.options):
            places.extend(sorted({columns[f] for f in option if f in columns}))
            starts.append(len(places))
            group.append(number)
            right.append(float(place == item.right))
    ones = np.ones(len(places))
    rows = sparse.csr_matrix((ones, places, starts), shape=(len(group), len(columns)))
    return _Table(rows, np.asarray(group), np.asarray(right))


def _descend(table: _Table, size: int) -> Numbers:
    turned = table.rows.T.tocsr()
    weights = np.zeros(table.rows.shape[1])
    squares = np.full_like(weights, 1e-8)
    for _ in range(_STEPS):
        gradient = turned @ (_chances(table, weights, size) - table.right) + _PENALTY * weights
        squares += gradient**2
        weights -= _RATE * gradient / np.sqrt(squares)
    return weights


def _chances(table: _Table, weights: Numbers, size: int) -> Numbers:
    sums = table.rows @ weights
    highest = np.full(size, -np.inf)
    np.maximum.at(highest, table.group, sums)
    shares = np.exp(sums - highest[table.group])
    chances: Numbers = shares / np.bincount(table.group, shares, size)[table.group]
    return chances
