"""Grows the trees that say which side a related article takes, and chooses how they decide."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold

from secondsource.evidence.stance.article_features import READINGS
from secondsource.models.article_stance import SIDES, Trees, sharpen

SEED = 0
FOLDS = 6
MANNERS = ("all", "blank", "apart")
"""What is done with stories whose passages the stance model has learnt from: fitted as they
are, with its answers left out, or left out themselves."""
_TREES = 150
_ROUNDING = 0.01
_LEANINGS = (0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
_TEMPERATURES = np.arange(0.3, 1.51, 0.05)

Numbers = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Related pairs: what is looked at, the side, the story, and for how many pairs each stands.

    `learnt` says of each whether the stance model may have learnt from its story, so that its
    answers there are surer than they will be elsewhere.
    """

    rows: Numbers
    labels: Labels
    stories: npt.NDArray[np.str_]
    weights: Numbers
    learnt: Flags

    def take(self, places: Labels) -> "Sample":
        """Only the pairs in these places."""
        return Sample(*(getattr(self, name)[places] for name in self.__slots__))


@dataclass(frozen=True, slots=True, eq=False)
class Grown:
    """The trees, how their shares become probabilities and choices, and figures of the folds."""

    trees: Trees
    temperature: float
    leanings: Numbers
    figures: dict[str, object]


def grow_trees(sample: Sample) -> Grown:
    """Fit the trees; manner, temperature and leanings are chosen by folds that share no story.

    Folds are judged only on stories that the stance model has not learnt from.
    """
    manners = MANNERS if sample.learnt.any() else MANNERS[:1]
    shares = {manner: _guess_in_folds(sample, manner) for manner in manners}
    kept = np.flatnonzero(~sample.learnt)
    fair = sample.take(kept)
    cooled = {manner: _cool(found[kept], fair) for manner, found in shares.items()}
    manner = min(cooled, key=lambda name: _log_loss(cooled[name][1], fair))
    temperature, chances = cooled[manner]
    leanings = _choose_leanings(chances, fair)
    figures: dict[str, object] = {
        "pairs": len(sample.labels),
        "judged": len(kept),
        "log_loss": {name: round(_log_loss(one, fair), 4) for name, (_, one) in cooled.items()},
        "manner": manner,
        "temperature": round(temperature, 2),
        "leanings": leanings.tolist(),
        "likeliest": _score(chances, fair),
        "with_leanings": _score(chances * leanings, fair),
    }
    return Grown(_fit_trees(_prepare(sample, manner)), temperature, leanings, figures)


def export_trees(forest: ExtraTreesClassifier) -> Trees:
    """The trees as plain arrays, all nodes one after another; a left child follows its parent."""
    grown = [each.tree_ for each in forest.estimators_]
    starts = np.cumsum([0, *(tree.node_count for tree in grown)])
    leaf = np.concatenate([tree.children_left < 0 for tree in grown])
    shares = np.concatenate([tree.value[:, 0, :] for tree in grown])
    rights = [tree.children_right + start for tree, start in zip(grown, starts, strict=False)]
    return Trees(
        feature=np.where(leaf, -1, np.concatenate([t.feature for t in grown])).astype(np.int16),
        threshold=np.concatenate([tree.threshold for tree in grown]).astype(np.float32),
        right=np.where(leaf, 0, np.concatenate(rights)).astype(np.int32),
        shares=np.where(leaf[:, None], shares, 0).round(3).astype(np.float32),
        roots=starts[:-1].astype(np.int32),
        depth=np.array(max(tree.max_depth for tree in grown), dtype=np.int32),
    )


def cut_stories(
    rows: Numbers, labels: npt.NDArray[np.generic], stories: npt.NDArray[np.str_]
) -> list[tuple[Labels, Labels]]:
    """Folds that share no story, each with about as many of each class."""
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    return list(folds.split(rows, labels, stories))


def _fit_trees(sample: Sample) -> Trees:
    forest = _grow(sample)
    trees = export_trees(forest)
    known = sample.rows[~np.isnan(sample.rows).any(axis=1)]
    if np.abs(trees.average(known) - forest.predict_proba(known)).max() > _ROUNDING:
        raise RuntimeError("the exported trees do not answer as the fitted ones do")
    return trees


def _guess_in_folds(sample: Sample, manner: str) -> Numbers:
    shares = np.zeros((len(sample.labels), len(SIDES)))
    for fitted, kept in cut_stories(sample.rows, sample.labels, sample.stories):
        forest = _grow(_prepare(sample.take(fitted), manner))
        shares[kept] = forest.predict_proba(sample.rows[kept])
    return shares


def _prepare(sample: Sample, manner: str) -> Sample:
    """The pairs as this manner fits them."""
    if manner == "apart":
        return sample.take(np.flatnonzero(~sample.learnt))
    if manner == "blank":
        rows = sample.rows.copy()
        rows[np.ix_(np.flatnonzero(sample.learnt), np.arange(rows.shape[1])[READINGS])] = np.nan
        return replace(sample, rows=rows)
    return sample


def _grow(sample: Sample) -> ExtraTreesClassifier:
    forest = ExtraTreesClassifier(
        n_estimators=_TREES, min_samples_leaf=4, max_features=0.3, random_state=SEED
    )
    return forest.fit(sample.rows, sample.labels, np.sqrt(sample.weights))


def _cool(shares: Numbers, sample: Sample) -> tuple[float, Numbers]:
    """The temperature with the least log loss, and the shares sharpened by it."""
    best = min(_TEMPERATURES, key=lambda each: _log_loss(sharpen(shares, each), sample))
    return float(best), sharpen(shares, best)


def _choose_leanings(chances: Numbers, sample: Sample) -> Numbers:
    """The leanings with the best macro-F1; of like ones those nearest to none."""
    tried = [np.array([first, second, 1.0]) for first in _LEANINGS for second in _LEANINGS]
    return max(tried, key=lambda lean: float(np.mean(_score(chances * lean, sample))))


def _score(chances: Numbers, sample: Sample) -> list[float]:
    """The F1 of each side, each pair counting for those that it stands for."""
    scores = f1_score(
        sample.labels, chances.argmax(axis=1), average=None, sample_weight=sample.weights
    )
    return [round(float(score), 4) for score in scores]


def _log_loss(chances: Numbers, sample: Sample) -> float:
    right = chances[np.arange(len(chances)), sample.labels]
    return float(np.average(-np.log(right), weights=sample.weights))
