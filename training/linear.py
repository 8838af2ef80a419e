"""Logistic regressions over the features of `secondsource.models.features`."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

from evals.sentence_data import Item
from secondsource.models.encoder import DIMENSIONS, JUDGEMENTS
from secondsource.models.features import BUCKETS, hash_runs, surface_features
from secondsource.models.heads import Head

FOLDS = 5
Matrix: TypeAlias = sparse.csr_matrix
Labels = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scales:
    """How much each block of features counts before the regression is fitted."""

    vector: float
    judgements: float
    buckets: float
    surface: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The head that cross-validation preferred, its setting and its figures."""

    head: Head
    setting: str
    figures: dict[str, float]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The features of some sentences: vectors, judgements, hashed runs, surface counts."""

    vectors: Floats
    judgements: Floats
    buckets: Matrix
    surface: Floats

    def join(self, scales: Scales) -> Matrix:
        """All blocks side by side, each at its scale."""
        parts = [
            sparse.csr_matrix(self.vectors * scales.vector),
            sparse.csr_matrix(self.judgements * scales.judgements),
            self.buckets * scales.buckets,
            sparse.csr_matrix(self.surface * scales.surface),
        ]
        return sparse.hstack(parts).tocsr()


def make_blocks(
    texts: list[str], vectors: Floats | None = None, judgements: Floats | None = None
) -> Blocks:
    """The features of some sentences; a block that is not given is zero."""
    surface = np.array([surface_features(text) for text in texts])
    if vectors is None:
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    if judgements is None:
        judgements = np.zeros((len(texts), len(JUDGEMENTS)), dtype=np.float32)
    return Blocks(vectors, judgements, hash_all(texts), surface)


def hash_all(texts: list[str]) -> Matrix:
    """The hashed runs of texts, one row each."""
    rows, places, weights = [], [], []
    for row, text in enumerate(texts):
        buckets = hash_runs(text)
        rows.append(np.full(len(buckets.places), row))
        places.append(buckets.places)
        weights.append(buckets.weights)
    index = (np.concatenate(rows), np.concatenate(places))
    return sparse.csr_matrix((np.concatenate(weights), index), shape=(len(texts), BUCKETS))


def fit(features: Matrix, labels: Labels, strength: float) -> LogisticRegression:
    """A regression; the lower `strength`, the smaller its weights are kept."""
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=1000, random_state=0)
    return model.fit(features, labels)


def make_head(weights: Numbers, bias: float, scales: Scales, threshold: float) -> Head:
    """A head from the weights of a regression over joined blocks."""
    ends = np.cumsum([DIMENSIONS, len(JUDGEMENTS), BUCKETS])
    vector, judgements, buckets, surface = np.split(weights, ends)
    return Head(
        vector=(vector * scales.vector).astype(np.float32),
        judgements=(judgements * scales.judgements).astype(np.float32),
        buckets=(buckets * scales.buckets).astype(np.float32),
        surface=(surface * scales.surface).astype(np.float32),
        bias=bias,
        threshold=threshold,
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """The settings that are tried."""

    scales: tuple[Scales, ...]
    strengths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Others:
    """Sentences of other languages to train with, each counting for `weight` of a sentence."""

    blocks: Blocks
    labels: Labels
    weight: float


def choose_head(
    items: list[Item], blocks: Blocks, grid: Grid, others: Others | None = None
) -> Choice:
    """The best setting of a grid by five-fold cross-validated macro-F1.

    The threshold is chosen on the same held-out scores, so `cv_macro_f1` flatters a little; the
    development figure does not.
    """
    labels = label_all(items)
    best: tuple[float, float, Scales, float] | None = None
    for scales, strength in product(grid.scales, grid.strengths):
        added = (others.blocks.join(scales), others) if others else None
        scores = _held_out(blocks.join(scales), labels, strength, added)
        threshold, macro = choose_threshold(scores, labels)
        if best is None or macro > best[0] + 1e-9:
            best = (macro, threshold, scales, strength)
    assert best is not None
    macro, threshold, scales, strength = best
    added = (others.blocks.join(scales), others) if others else None
    model = _fit_with(blocks.join(scales), labels, strength, added)
    head = make_head(model.coef_[0], float(model.intercept_[0]), scales, threshold)
    figures = {"train_items": len(items), "cv_macro_f1": round(macro, 4), **_baselines(items)}
    return Choice(head, f"{scales} C={strength}", figures)


def label_all(items: Sequence[Item]) -> Labels:
    """The labels of sentences, 0 or 1."""
    return np.array([item.label for item in items], dtype=np.int64)


def _fit_with(
    features: Matrix, labels: Labels, strength: float, added: tuple[Matrix, Others] | None
) -> LogisticRegression:
    """A regression, over sentences of other languages too where they are given."""
    if added is None:
        return fit(features, labels, strength)
    more, others = added
    weights = np.r_[np.ones(len(labels)), np.full(len(others.labels), others.weight)]
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=1000, random_state=0)
    together = np.r_[labels, others.labels]
    return model.fit(sparse.vstack([features, more]), together, sample_weight=weights)


def _held_out(
    features: Matrix, labels: Labels, strength: float, added: tuple[Matrix, Others] | None
) -> Numbers:
    scores = np.zeros(len(labels))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(features, labels):
        model = _fit_with(features[train], labels[train], strength, added)
        scores[test] = model.predict_proba(features[test])[:, 1]
    return scores


def choose_threshold(scores: Numbers, labels: Labels) -> tuple[float, float]:
    """The threshold with the best macro-F1, and that macro-F1."""
    candidates = np.round(np.arange(0.06, 0.81, 0.02), 2)
    macros = [f1_score(labels, scores >= limit, average="macro") for limit in candidates]
    best = int(np.argmax(_smooth(macros)))
    return float(candidates[best]), float(macros[best])


def _smooth(values: Sequence[float]) -> Numbers:
    """Each value averaged with its two neighbours on either side, against lucky peaks."""
    padded = np.pad(np.array(values), 2, mode="edge")
    return np.convolve(padded, np.full(5, 0.2), mode="valid")


def _baselines(items: list[Item]) -> dict[str, float]:
    """What guessing the larger class and a plain TF-IDF regression reach on the same folds."""
    labels = label_all(items)
    majority = np.full(len(labels), int(labels.mean() >= 0.5))
    plain = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        LogisticRegression(class_weight="balanced", max_iter=1000),
    )
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    guesses = cross_val_predict(plain, [item.text for item in items], labels, cv=folds)
    return {
        "cv_majority_macro_f1": round(f1_score(labels, majority, average="macro"), 4),
        "cv_tfidf_macro_f1": round(f1_score(labels, guesses, average="macro"), 4),
    }


def apply_head(head: Head, blocks: Blocks) -> Numbers:
    """The score of a head for each sentence, 0..1."""
    parts = [head.vector, head.judgements, head.buckets, head.surface]
    weights = np.concatenate(parts).astype(np.float64)
    totals = blocks.join(Scales(1, 1, 1, 1)) @ weights + head.bias
    scores: Numbers = 1 / (1 + np.exp(-totals))
    return scores


def score_head(head: Head, items: list[Item], blocks: Blocks) -> dict[str, float]:
    """What a head reaches on sentences that it was neither trained nor chosen on."""
    if not items:
        return {"dev_items": 0}
    labels = label_all(items)
    scores = apply_head(head, blocks)
    yes = scores >= head.threshold
    return {
        "dev_items": len(items),
        "dev_macro_f1": round(float(f1_score(labels, yes, average="macro")), 4),
        "dev_weighted_f1": round(float(f1_score(labels, yes, average="weighted")), 4),
        "dev_positive_f1": round(float(f1_score(labels, yes)), 4),
        "dev_average_precision": round(float(average_precision_score(labels, scores)), 4),
    }


def stack_blocks(blocks: Sequence[Blocks]) -> Blocks:
    """The blocks of several sets of sentences, one under another."""
    return Blocks(
        np.vstack([part.vectors for part in blocks]),
        np.vstack([part.judgements for part in blocks]),
        sparse.vstack([part.buckets for part in blocks]).tocsr(),
        np.vstack([part.surface for part in blocks]),
    )
