"""The head that finds the loaded words of a sentence."""

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.model_selection import GroupKFold

from evals.sentence_data import Item
from secondsource.models.encoder import DIMENSIONS, Encoded, default_encoder
from secondsource.models.features import BUCKETS
from secondsource.models.heads import Head
from training.linear import FOLDS, Labels, Numbers, apply_head, fit, hash_all

SCALES = ((0.3, 1.0), (0.0, 1.0))
STRENGTH = 0.3
SENTENCE_SCALE = 2.0
Figures = dict[str, float | str]


def train_words(loaded: Head, train: list[Item], dev: list[Item]) -> tuple[Head, Figures]:
    """The word head chosen by cross-validation over sentences, and its figures.

    Args:
        loaded: the head that scores whole sentences; its score is one feature.
        train: sentences with the words that annotators marked.
        dev: sentences that nothing is chosen on.
    """
    words = _Words(loaded, train)
    best: tuple[float, float, tuple[float, float]] | None = None
    for scales in SCALES:
        features = words.join(*scales)
        scores = np.zeros(len(words.labels))
        for fitted, out in GroupKFold(FOLDS).split(features, words.labels, words.sentence):
            model = fit(features[fitted], words.labels[fitted], STRENGTH)
            scores[out] = model.predict_proba(features[out])[:, 1]
        threshold, f1 = _choose_threshold(scores, words.labels)
        if best is None or f1 > best[0]:
            best = (f1, threshold, scales)
    assert best is not None
    f1, threshold, scales = best
    model = fit(words.join(*scales), words.labels, STRENGTH)
    head = _make_head(model.coef_[0], float(model.intercept_[0]), scales, threshold)
    held = _Words(loaded, dev)
    scores = model.predict_proba(held.join(*scales))[:, 1]
    figures: Figures = {
        "setting": f"vector, buckets {scales} C={STRENGTH}",
        "train_words": len(words.labels),
        "cv_word_f1": round(f1, 4),
        "dev_word_f1": round(_f1(scores >= threshold, held.labels), 4),
        "dev_every_word_f1": round(_f1(np.ones(len(scores), dtype=bool), held.labels), 4),
    }
    return head, figures


class _Words:
    """The words of sentences as features, with whether annotators marked them."""

    def __init__(self, loaded: Head, items: list[Item]) -> None:
        encoded = default_encoder().read([item.text for item in items])
        pairs = [
            (number, place)
            for number, (item, read) in enumerate(zip(items, encoded, strict=True))
            for place, span in enumerate(read.words)
            if item.text[span.start].isalpha()
        ]
        scores = apply_head(loaded, [item.text for item in items], with_vectors=True)
        self.sentence = np.array([number for number, _ in pairs])
        self.vectors = np.array([encoded[number].word_vectors[place] for number, place in pairs])
        self.buckets = hash_all(
            [encoded[number].words[place].of(items[number].text) for number, place in pairs]
        )
        self.loaded = scores[self.sentence][:, None]
        marked = [_marked(item, read) for item, read in zip(items, encoded, strict=True)]
        self.labels: Labels = np.array(
            [marked[number][place] for number, place in pairs], dtype=np.int64
        )

    def join(self, vector: float, buckets: float) -> sparse.csr_matrix:
        """The features side by side, each at its scale."""
        parts = [
            sparse.csr_matrix(self.vectors * vector),
            self.buckets * buckets,
            sparse.csr_matrix(self.loaded * SENTENCE_SCALE),
        ]
        return sparse.hstack(parts).tocsr()


def _marked(item: Item, encoded: Encoded) -> list[bool]:
    """For each word of a sentence whether it lies in one of the marked phrases."""
    text = item.text.casefold()
    marked = np.zeros(len(text) + 1, dtype=bool)
    for phrase in item.words:
        start = text.find(phrase.casefold())
        while phrase and start >= 0:
            marked[start : start + len(phrase)] = True
            start = text.find(phrase.casefold(), start + len(phrase))
    return [bool(marked[span.start]) for span in encoded.words]


def _make_head(
    weights: Numbers, bias: float, scales: tuple[float, float], threshold: float
) -> Head:
    vector, buckets, sentence = np.split(weights, [DIMENSIONS, DIMENSIONS + BUCKETS])
    return Head(
        vector=(vector * scales[0]).astype(np.float32),
        buckets=(buckets * scales[1]).astype(np.float32),
        surface=(sentence * SENTENCE_SCALE).astype(np.float32),
        bias=bias,
        threshold=threshold,
    )


def _choose_threshold(scores: Numbers, labels: Labels) -> tuple[float, float]:
    candidates = np.round(np.arange(0.1, 0.61, 0.02), 2)
    values = [_f1(scores >= limit, labels) for limit in candidates]
    best = int(np.argmax(values))
    return float(candidates[best]), values[best]


def _f1(yes: npt.NDArray[np.bool_], labels: Labels) -> float:
    hits = int((yes & (labels == 1)).sum())
    return 2 * hits / max(1, int(yes.sum()) + int(labels.sum()))
