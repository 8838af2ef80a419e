"""The small classifier of whole articles: a logistic regression, then boosted trees.

The regression says whether claim and article are about one matter, the trees whether the
article supports the claim, disputes it or only discusses it (gradient boosting, Friedman,
Annals of Statistics 2001). Plain arrays; `models/article_stance/CARD.md` says what they were
trained on, `training/article_stance.py` makes them.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.errors import ModelError

SIDES = ("supports", "disputes", "discusses")
_FILE = Path(__file__).with_name("article_stance") / "model.npz"

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Boosted trees, one of each side in each round.

    Attributes:
        feature: int32, for each node the number that it asks for; -1 in a leaf.
        threshold: float64; what is not above it goes left.
        left: int32, the node that follows on the left.
        right: int32, the node that follows on the right.
        value: float64, what a leaf adds to the side of its tree.
        roots: int32 of shape (rounds, sides).
        start: float64 of shape (sides,), what each side has before the first tree.
        depth: int32 of shape (), the most steps from a root to a leaf.
    """

    feature: Places
    threshold: Numbers
    left: Places
    right: Places
    value: Numbers
    roots: Places
    start: Numbers
    depth: Places

    def sum_leaves(self, rows: Numbers) -> Numbers:
        """What the trees add up to for each row and side: float64 of shape (rows, sides)."""
        nodes = np.broadcast_to(self.roots.ravel(), (len(rows), self.roots.size)).copy()
        each = np.arange(len(rows))[:, None]
        for _ in range(int(self.depth)):
            asked = self.feature[nodes]
            lower = rows[each, asked] <= self.threshold[nodes]
            below = np.where(lower, self.left[nodes], self.right[nodes])
            nodes = np.where(asked < 0, nodes, below)
        leaves = self.value[nodes].reshape(len(rows), *self.roots.shape)
        total: Numbers = self.start + leaves.sum(axis=1)
        return total


@dataclass(frozen=True, slots=True, eq=False)
class ArticleStanceModel:
    """Both steps, with their calibration.

    `related` has a weight for each number of `measure_relation` and, last, the bias; the sums
    of the trees are divided by `temperature`. `leanings`, one for each side, multiply the
    probabilities before the likeliest is chosen, so that rare stances are found too.
    """

    related: Numbers
    trees: Trees
    temperature: Numbers
    leanings: Numbers

    def score_related(self, rows: Numbers) -> Numbers:
        """How likely claim and article are about one matter (0..1), one for each row."""
        scores: Numbers = 1 / (1 + np.exp(-(rows @ self.related[:-1] + self.related[-1])))
        return scores

    def score_sides(self, rows: Numbers) -> Numbers:
        """How likely each of `SIDES` is, given that they are: float64, rows adding up to 1."""
        sums = self.trees.sum_leaves(rows) / self.temperature
        raised = np.exp(sums - sums.max(axis=1, keepdims=True, initial=-np.inf))
        shares: Numbers = raised / raised.sum(axis=1, keepdims=True)
        return shares


def save_article_stance(path: Path, model: ArticleStanceModel) -> None:
    """Write a model; the same arrays give the same file."""
    arrays = {field.name: getattr(model.trees, field.name) for field in fields(Trees)}
    own = {name: getattr(model, name) for name in ("related", "temperature", "leanings")}
    np.savez_compressed(path, **arrays, **own)


def load_article_stance(path: Path = _FILE) -> ArticleStanceModel:
    """Read a model.

    Raises:
        ModelError: the file is missing or is no such model.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            trees = Trees(**{field.name: archive[field.name] for field in fields(Trees)})
            own = {name: archive[name] for name in ("related", "temperature", "leanings")}
            return ArticleStanceModel(trees=trees, **own)
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(
            f"The classifier {path} could not be read ({error!r}). It is part of the package: "
            "install Second Source again, or make it with training/article_stance.py."
        ) from error


@cache
def default_article_stance() -> ArticleStanceModel:
    """The classifier that came with the package, read at its first use and then kept."""
    return load_article_stance()
