"""The head that ranks the sentences of a speech by what fact-checkers pick."""

from itertools import product

import numpy as np
from scipy import sparse
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from evals.sentence_data import Item
from secondsource.models.encoder import default_encoder
from secondsource.models.heads import Head
from training.linear import (
    Blocks,
    Labels,
    Numbers,
    Scales,
    apply_head,
    fit,
    make_blocks,
    make_head,
)

SCALES = (Scales(1, 0.3, 0.5, 0.3),)
DEBATES_OUT = 5
"""Parts that the debates are dealt into for cross-validation."""
STRENGTHS = (0.1, 0.5)
Figures = dict[str, float | str]


def choose_ranker(train: dict[str, list[Item]], dev: dict[str, list[Item]]) -> tuple[Head, Figures]:
    """A ranking head, chosen by leaving out three debates at a time.

    The network was asked nothing about what fact-checkers picked, so its readings of these
    debates can be used as they are.

    Args:
        train: debates to train on, by name.
        dev: debates that nothing is chosen on.
    """
    items = [item for debate in train.values() for item in debate]
    blocks = _read_blocks(items)
    labels = np.array([item.label for item in items], dtype=np.int64)
    groups = np.array([item.group for item in items])
    best: tuple[float, Head, str] | None = None
    for scales, strength in product(SCALES, STRENGTHS):
        features = blocks.join(scales)
        found = average_by_debate(_hold_out(features, labels, groups, strength), labels, groups)
        if best is None or found > best[0] + 1e-9:
            model = fit(features, labels, strength)
            head = make_head(model.coef_[0], float(model.intercept_[0]), scales, 0.5)
            best = (found, head, f"{scales} C={strength}")
    assert best is not None
    return best[1], _report(best, train, dev)


def _read_blocks(items: list[Item]) -> Blocks:
    texts = [item.text for item in items]
    read = default_encoder().read(texts)
    vectors = np.array([one.vector for one in read])
    return make_blocks(texts, vectors, np.array([one.judgements for one in read]))


def _report(
    best: tuple[float, Head, str], train: dict[str, list[Item]], dev: dict[str, list[Item]]
) -> Figures:
    items = [item for debate in dev.values() for item in debate]
    labels = np.array([item.label for item in items], dtype=np.int64)
    groups = np.array([item.group for item in items])
    scores = apply_head(best[1], _read_blocks(items))
    lengths = np.array([len(item.text.split()) for item in items], dtype=np.float64)
    return {
        "setting": best[2],
        "train_debates": len(train),
        "cv_map": round(best[0], 4),
        "dev_debates": ", ".join(dev),
        "dev_map": round(average_by_debate(scores, labels, groups), 4),
        "dev_map_by_length": round(average_by_debate(lengths, labels, groups), 4),
    }


def _hold_out(
    features: sparse.csr_matrix, labels: Labels, groups: np.ndarray, strength: float
) -> Numbers:
    scores = np.zeros(len(labels))
    for fitted, out in GroupKFold(DEBATES_OUT).split(features, labels, groups):
        model = fit(features[fitted], labels[fitted], strength)
        scores[out] = model.decision_function(features[out])
    return scores


def average_by_debate(scores: Numbers, labels: Labels, groups: np.ndarray) -> float:
    """Mean average precision: the mean over debates, each ranked by itself."""
    values = [
        average_precision_score(labels[groups == name], scores[groups == name])
        for name in np.unique(groups)
        if labels[groups == name].any()
    ]
    return float(np.mean(values))
