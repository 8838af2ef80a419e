"""The small classifier of whole articles: a logistic regression, then a few hundred trees.

The regression says whether claim and article are about one matter, the trees whether the
article supports the claim, disputes it or only discusses it (extremely randomised trees, Geurts
et al., Machine Learning 2006). Plain arrays; `models/article_stance/CARD.md` says what they were
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

_LEAST = 1e-3
"""The least share that is sharpened, so that none becomes nothing; set by hand."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Randomised trees, the nodes of all of them one after another.

    Attributes:
        feature: int16, for each node the number that it asks for; -1 in a leaf.
        threshold: float32; what is not above it goes to the next node.
        right: int32, the node for what is above it.
        shares: float32 of shape (nodes, sides), in a leaf the share of each side (0..1).
        roots: int32, the first node of each tree.
        depth: int32 of shape (), the most steps from a root to a leaf.
    """

    feature: npt.NDArray[np.int16]
    threshold: npt.NDArray[np.float32]
    right: npt.NDArray[np.int32]
    shares: npt.NDArray[np.float32]
    roots: npt.NDArray[np.int32]
    depth: npt.NDArray[np.int32]

    def average(self, rows: Numbers) -> Numbers:
        """The mean share of each side over all trees: float64 of shape (rows, sides)."""
        asked_of = rows.astype(np.float32)
        nodes = np.broadcast_to(self.roots, (len(rows), len(self.roots))).copy()
        each = np.arange(len(rows))[:, None]
        for _ in range(int(self.depth)):
            asked = self.feature[nodes]
            lower = asked_of[each, asked] <= self.threshold[nodes]
            below = np.where(lower, nodes + 1, self.right[nodes])
            nodes = np.where(asked < 0, nodes, below)
        means: Numbers = self.shares[nodes].mean(axis=1, dtype=np.float64)
        return means


@dataclass(frozen=True, slots=True, eq=False)
class ArticleStanceModel:
    """Both steps, with their calibration.

    `related` has a weight for each number of `measure_relation` and, last, the bias; the
    shares of the trees are sharpened by `temperature`. `leanings`, one for each side, multiply the
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
        return sharpen(self.trees.average(rows), float(self.temperature))


def sharpen(shares: Numbers, temperature: float) -> Numbers:
    """Shares raised to a power, so that they are as sure as they should be, adding up to 1."""
    raised = np.maximum(shares, _LEAST) ** (1 / temperature)
    sharpened: Numbers = raised / raised.sum(axis=1, keepdims=True)
    return sharpened


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
