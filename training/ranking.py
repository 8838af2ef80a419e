"""The head that ranks the sentences of a speech by what fact-checkers pick."""

from itertools import product

import numpy as np
from scipy import sparse
from sklearn.metrics import average_precision_score

from evals.sentence_data import Item
from secondsource.models.heads import Head
from training.linear import Labels, Numbers, Scales, apply_head, fit, make_blocks, make_head

SCALES = (Scales(1, 0.5, 0.3), Scales(1, 0, 0.3))
STRENGTHS = (0.1, 0.5)
HELP = 0.5
"""Weight of the older debates' score before the regression is fitted."""
Figures = dict[str, float | str]


def choose_ranker(
    train: dict[str, list[Item]], dev: dict[str, list[Item]], older: list[Item]
) -> tuple[Head, Figures]:
    """A ranking head, chosen by leaving out one debate at a time.

    Args:
        train: debates to train on, by name.
        dev: debates that nothing is chosen on.
        older: check-worthy or not, from debates that are in neither; a regression on them
            is one more feature, which in the end is folded into the weights.
    """
    items = [item for debate in train.values() for item in debate]
    blocks = make_blocks([item.text for item in items], with_vectors=True)
    labels = np.array([item.label for item in items], dtype=np.int64)
    groups = np.array([item.group for item in items])
    old_blocks = make_blocks([item.text for item in older], with_vectors=True)
    old_labels = np.array([item.label for item in older], dtype=np.int64)
    best: tuple[float, Head, str] | None = None
    for scales, strength in product(SCALES, STRENGTHS):
        old = fit(old_blocks.join(scales), old_labels, 2.0)
        joined = blocks.join(scales)
        features = sparse.hstack([joined, joined @ old.coef_.T * HELP]).tocsr()
        found = average_by_debate(
            _leave_one_out(features, labels, groups, strength), labels, groups
        )
        if best is None or found > best[0] + 1e-9:
            model = fit(features, labels, strength)
            weights = model.coef_[0][:-1] + model.coef_[0][-1] * HELP * old.coef_[0]
            head = make_head(weights, float(model.intercept_[0]), scales, 0.5)
            best = (found, head, f"{scales} C={strength} older={HELP}")
    assert best is not None
    return best[1], _report(best, train, dev)


def _report(
    best: tuple[float, Head, str], train: dict[str, list[Item]], dev: dict[str, list[Item]]
) -> Figures:
    items = [item for debate in dev.values() for item in debate]
    labels = np.array([item.label for item in items], dtype=np.int64)
    groups = np.array([item.group for item in items])
    scores = apply_head(best[1], [item.text for item in items], with_vectors=True)
    lengths = np.array([len(item.text.split()) for item in items], dtype=np.float64)
    return {
        "setting": best[2],
        "train_debates": len(train),
        "cv_map": round(best[0], 4),
        "dev_debates": ", ".join(dev),
        "dev_map": round(average_by_debate(scores, labels, groups), 4),
        "dev_map_by_length": round(average_by_debate(lengths, labels, groups), 4),
    }


def _leave_one_out(
    features: sparse.csr_matrix, labels: Labels, groups: np.ndarray, strength: float
) -> Numbers:
    scores = np.zeros(len(labels))
    for name in np.unique(groups):
        out = groups == name
        scores[out] = fit(features[~out], labels[~out], strength).decision_function(features[out])
    return scores


def average_by_debate(scores: Numbers, labels: Labels, groups: np.ndarray) -> float:
    """Mean average precision: the mean over debates, each ranked by itself."""
    values = [
        average_precision_score(labels[groups == name], scores[groups == name])
        for name in np.unique(groups)
        if labels[groups == name].any()
    ]
    return float(np.mean(values))
