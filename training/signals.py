"""Fits the weights of the readable check-worthiness signals on English debate sentences."""

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from evals.sentence_data import Item
from secondsource.article import Passage, Span
from secondsource.reading.kinds.checkworthy import AGAINST, RULES, find_signals
from secondsource.reading.statement import AUTHOR


def fit_signals(train: list[Item], dev: list[Item]) -> dict[str, float | str]:
    """The weight of each signal of `reading/kinds/checkworthy.py`, and what they reach."""
    model = LogisticRegression().fit(_features(train), [item.label for item in train])
    weights = dict(zip((rule.name for rule in (*RULES, *AGAINST)), model.coef_[0], strict=True))
    scores = model.predict_proba(_features(dev))[:, 1]
    found = average_precision_score([item.label for item in dev], scores)
    return {
        **{name: round(float(weight), 2) for name, weight in weights.items()},
        "bias": round(float(model.intercept_[0]), 2),
        "dev_average_precision": round(float(found), 4),
        "dev_share_positive": round(float(np.mean([item.label for item in dev])), 4),
    }


def _features(items: list[Item]) -> npt.NDArray[np.float64]:
    rows = []
    for item in items:
        place = Passage("", Span(0, len(item.text)))
        names = {signal.name for signal in find_signals(item.text, "en", AUTHOR, place)}
        rows.append([float(rule.name in names) for rule in (*RULES, *AGAINST)])
    return np.array(rows)
