"""Logistic regressions over the features of `secondsource.models.features`."""

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
from secondsource.models.encoder import DIMENSIONS, default_encoder
from secondsource.models.features import BUCKETS, hash_runs, surface_features
from secondsource.models.heads import Head

FOLDS = 5
Matrix: TypeAlias = sparse.csr_matrix
Labels = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scales:
    """How much each block of features counts before the regression is fitted."""

    vector: float
    buckets: float
    surface: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The head that cross-validation preferred, its setting and its figures."""

    head: Head
    setting: str
    figures: dict[str, float]
    uses_vectors: bool


@dataclass(frozen=True, slots=True)
class Blocks:
    """The features of some sentences: vectors, hashed runs, surface counts."""

    vectors: npt.NDArray[np.float32]
    buckets: Matrix
    surface: npt.NDArray[np.float32]

    def join(self, scales: Scales) -> Matrix:
        """All blocks side by side, each at its scale."""
        parts = [
            sparse.csr_matrix(self.vectors * scales.vector),
            self.buckets * scales.buckets,
            sparse.csr_matrix(self.surface * scales.surface),
        ]
        return sparse.hstack(parts).tocsr()


def make_blocks(
    texts: list[str], with_vectors: bool, extra: npt.NDArray[np.float32] | None = None
) -> Blocks:
    """The features of some sentences; without vectors that block is zero.

    `extra`, one row for each sentence, is put behind the surface counts.
    """
    vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    if with_vectors:
        vectors = default_encoder().encode(texts)
    surface = np.array([surface_features(text) for text in texts])
    if extra is not None:
        surface = np.hstack([surface, extra])
    return Blocks(vectors, hash_all(texts), surface)


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
    vector, buckets, surface = np.split(weights, [DIMENSIONS, DIMENSIONS + BUCKETS])
    return Head(
        vector=(vector * scales.vector).astype(np.float32),
        buckets=(buckets * scales.buckets).astype(np.float32),
        surface=(surface * scales.surface).astype(np.float32),
        bias=bias,
        threshold=threshold,
    )


def choose_head(
    items: list[Item],
    with_vectors: bool,
    extra: npt.NDArray[np.float32] | None = None,
) -> Choice:
    """The best of a small grid of settings by five-fold cross-validated macro-F1.

    The threshold is chosen on the same held-out scores, so `cv_macro_f1` flatters a little; the
    development figure does not.
    """
    labels = np.array([item.label for item in items], dtype=np.int64)
    blocks = make_blocks([item.text for item in items], with_vectors, extra)
    best: tuple[float, float, Scales, float] | None = None
    for scales, strength in _grid(with_vectors):
        scores = _held_out(blocks.join(scales), labels, strength)
        threshold, macro = _choose_threshold(scores, labels)
        if best is None or macro > best[0] + 1e-9:
            best = (macro, threshold, scales, strength)
    assert best is not None
    macro, threshold, scales, strength = best
    model = fit(blocks.join(scales), labels, strength)
    head = make_head(model.coef_[0], float(model.intercept_[0]), scales, threshold)
    figures = {"train_items": len(items), "cv_macro_f1": round(macro, 4), **_baselines(items)}
    return Choice(head, f"{scales} C={strength}", figures, with_vectors)


def _grid(with_vectors: bool) -> list[tuple[Scales, float]]:
    vectors = (1.0, 2.0) if with_vectors else (0.0,)
    return [
        (Scales(vector, buckets, surface), strength)
        for vector, buckets, surface, strength in product(
            vectors, (0.5, 1.0), (0.3,), (0.5, 1.0, 3.0)
        )
    ]


def _held_out(features: Matrix, labels: Labels, strength: float) -> Numbers:
    scores = np.zeros(len(labels))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(features, labels):
        model = fit(features[train], labels[train], strength)
        scores[test] = model.predict_proba(features[test])[:, 1]
    return scores


def _choose_threshold(scores: Numbers, labels: Labels) -> tuple[float, float]:
    candidates = np.round(np.arange(0.2, 0.71, 0.02), 2)
    macros = [f1_score(labels, scores >= limit, average="macro") for limit in candidates]
    best = int(np.argmax(macros))
    return float(candidates[best]), float(macros[best])


def _baselines(items: list[Item]) -> dict[str, float]:
    """What guessing the larger class and a plain TF-IDF regression reach on the same folds."""
    labels = np.array([item.label for item in items], dtype=np.int64)
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


def apply_head(
    head: Head,
    texts: list[str],
    with_vectors: bool,
    extra: npt.NDArray[np.float32] | None = None,
) -> Numbers:
    """The score of a head for each sentence, 0..1."""
    blocks = make_blocks(texts, with_vectors, extra)
    weights = np.concatenate([head.vector, head.buckets, head.surface]).astype(np.float64)
    totals = blocks.join(Scales(1, 1, 1)) @ weights + head.bias
    scores: Numbers = 1 / (1 + np.exp(-totals))
    return scores


def score_head(
    head: Head,
    items: list[Item],
    with_vectors: bool,
    extra: npt.NDArray[np.float32] | None = None,
) -> dict[str, float]:
    """What a head reaches on sentences that it was neither trained nor chosen on."""
    if not items:
        return {"dev_items": 0}
    labels = np.array([item.label for item in items], dtype=np.int64)
    scores = apply_head(head, [item.text for item in items], with_vectors, extra)
    yes = scores >= head.threshold
    return {
        "dev_items": len(items),
        "dev_macro_f1": round(float(f1_score(labels, yes, average="macro")), 4),
        "dev_weighted_f1": round(float(f1_score(labels, yes, average="weighted")), 4),
        "dev_positive_f1": round(float(f1_score(labels, yes)), 4),
        "dev_average_precision": round(float(average_precision_score(labels, scores)), 4),
    }
