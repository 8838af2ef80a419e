"""The head that finds the loaded words of a sentence."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from evals.sentence_data import Item, mark_words
from secondsource.models.encoder import Encoded
from secondsource.models.heads import Head, find_words, summarise_words
from training.linear import FOLDS, Labels, Matrix, Numbers, hash_all

SCALES = ((1.0, 1.0), (1.0, 0.5), (1.0, 0.0), (0.0, 1.0))
"""Of the network's logit and of the word's letters; the last is a mere list of words."""
STRENGTH = 0.3
Figures = dict[str, float | str]


@dataclass(frozen=True, slots=True)
class WordTraining:
    """The word head, its figures, and what its scores say of each sentence.

    `train` and `dev` are of shape (sentences, 3), as `summarise_words` gives them; those of
    the training sentences come from models that had not seen the sentence.
    """

    head: Head
    figures: Figures
    train: npt.NDArray[np.float32]
    dev: npt.NDArray[np.float32]


def train_words(
    train: list[Item], read_train: list[Encoded], dev: list[Item], read_dev: list[Encoded]
) -> WordTraining:
    """The word head chosen by cross-validation over sentences.

    Args:
        train: sentences with the words that annotators marked.
        read_train: what networks that had not seen them read in them.
        dev: sentences that nothing is chosen on.
        read_dev: what the shipped network read in those.
    """
    words, held = _Words(train, read_train), _Words(dev, read_dev)
    tried = [(_held_out(words, scales), scales) for scales in SCALES]
    chosen = [
        (*_choose_threshold(scores, words.labels), scores, scales) for scores, scales in tried
    ]
    f1, threshold, scores, scales = max(chosen, key=lambda choice: choice[0])
    model = _fit(words.join(*scales), words.labels)
    dev_scores = model.predict_proba(held.join(*scales))[:, 1]
    figures: Figures = {
        "setting": f"logit, letters {scales} C={STRENGTH}",
        "train_words": len(words.labels),
        "cv_word_f1": round(f1, 4),
        "cv_list_of_words_f1": round(chosen[-1][0], 4),
        "dev_word_f1": round(_f1(dev_scores >= threshold, held.labels), 4),
        "dev_every_word_f1": round(_f1(np.ones(len(dev_scores), dtype=bool), held.labels), 4),
    }
    head = _make_head(model, scales, threshold)
    return WordTraining(head, figures, words.summarise(scores), held.summarise(dev_scores))


class _Words:
    """The words of sentences as features, with whether annotators marked them."""

    def __init__(self, items: list[Item], read: list[Encoded]) -> None:
        found = [find_words(item.text, one) for item, one in zip(items, read, strict=True)]
        self.count = len(items)
        self.sentence = np.repeat(np.arange(len(items)), [len(spans) for spans, _ in found])
        self.logits = np.concatenate([logits for _, logits in found])[:, None]
        self.letters = hash_all(
            [
                span.of(item.text)
                for item, (spans, _) in zip(items, found, strict=True)
                for span in spans
            ]
        )
        marks = [mark_words(item, spans) for item, (spans, _) in zip(items, found, strict=True)]
        self.labels: Labels = np.concatenate(marks)

    def join(self, logit: float, letters: float) -> Matrix:
        """The features side by side, each at its scale."""
        parts = [sparse.csr_matrix(self.logits * logit), self.letters * letters]
        return sparse.hstack(parts).tocsr()

    def summarise(self, scores: Numbers) -> npt.NDArray[np.float32]:
        """What the scores of its words say of each sentence."""
        rows = [
            summarise_words(scores[self.sentence == number].astype(np.float32))
            for number in range(self.count)
        ]
        return np.array(rows)


def _held_out(words: _Words, scales: tuple[float, float]) -> Numbers:
    features = words.join(*scales)
    scores = np.zeros(len(words.labels))
    for fitted, out in GroupKFold(FOLDS).split(features, words.labels, words.sentence):
        model = _fit(features[fitted], words.labels[fitted])
        scores[out] = model.predict_proba(features[out])[:, 1]
    return scores


def _fit(features: Matrix, labels: Labels) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=100).fit(features, labels)


def _make_head(model: LogisticRegression, scales: tuple[float, float], threshold: float) -> Head:
    logit, letters = np.split(model.coef_[0], [1])
    return Head(
        vector=np.zeros(0, dtype=np.float32),
        judgements=(logit * scales[0]).astype(np.float32),
        buckets=(letters * scales[1]).astype(np.float32),
        surface=np.zeros(0, dtype=np.float32),
        bias=float(model.intercept_[0]),
        threshold=threshold,
    )


def _choose_threshold(scores: Numbers, labels: Labels) -> tuple[float, float]:
    """The best F1 of marked words and the threshold that gives it."""
    candidates = np.round(np.arange(0.1, 0.61, 0.02), 2)
    values = [_f1(scores >= limit, labels) for limit in candidates]
    best = int(np.argmax(values))
    return values[best], float(candidates[best])


def _f1(yes: npt.NDArray[np.bool_], labels: Labels) -> float:
    hits = int((yes & (labels == 1)).sum())
    return 2 * hits / max(1, int(yes.sum()) + int(labels.sum()))
