"""The head that finds the loaded words of a sentence."""

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from evals.sentence_data import Item, mark_words
from secondsource.models.encoder import default_encoder
from secondsource.models.heads import Head
from secondsource.models.heads import find_words as find_words_read
from training.linear import Labels, Numbers
from training.readings import HeldOut, find_words

Figures = dict[str, float | str]
_NOTHING = np.zeros(0, dtype=np.float32)


def train_words(train: list[Item], said: HeldOut, dev: list[Item]) -> tuple[Head, Figures]:
    """The head that turns the network's logit of a word into a score, and its figures.

    Args:
        train: sentences with the words that annotators marked.
        said: what teachers that had not seen them said of their words.
        dev: sentences that nothing is chosen on; the shipped network reads them.
    """
    logits = np.concatenate([said.words(item.key) for item in train])[:, None]
    labels = np.concatenate([mark_words(item, find_words(item.text)) for item in train])
    model = LogisticRegression().fit(logits, labels)
    f1, threshold = _choose_threshold(model.predict_proba(logits)[:, 1], labels)
    dev_logits, dev_labels = _read(dev)
    dev_scores = model.predict_proba(dev_logits)[:, 1]
    weight = model.coef_[0].astype(np.float32)
    bias = float(model.intercept_[0])
    head = Head(_NOTHING, weight, _NOTHING, _NOTHING, bias, threshold)
    return head, {
        "train_words": len(labels),
        "train_word_f1": round(f1, 4),
        "dev_word_f1": round(_f1(dev_scores >= threshold, dev_labels), 4),
        "dev_every_word_f1": round(_f1(np.ones(len(dev_labels), dtype=bool), dev_labels), 4),
    }


def _read(items: list[Item]) -> tuple[Numbers, Labels]:
    """The network's logit for each word, shape (words, 1), and whether annotators marked it."""
    read = default_encoder().read([item.text for item in items])
    found = [find_words_read(item.text, one) for item, one in zip(items, read, strict=True)]
    marks = [mark_words(item, spans) for item, (spans, _) in zip(items, found, strict=True)]
    logits = np.concatenate([logits for _, logits in found])[:, None]
    return logits.astype(np.float64), np.concatenate(marks)


def _choose_threshold(scores: Numbers, labels: Labels) -> tuple[float, float]:
    """The best F1 and the threshold that gives it."""
    limits = np.round(np.arange(0.1, 0.7, 0.02), 2)
    return max((_f1(scores >= limit, labels), float(limit)) for limit in limits)


def _f1(yes: npt.NDArray[np.bool_], labels: Labels) -> float:
    right = int((yes & (labels == 1)).sum())
    return 2 * right / max(1, int(yes.sum()) + int(labels.sum()))
