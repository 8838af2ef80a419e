"""What simple means say about a claim and a passage, to be beaten by the stance model.

A small rule of word overlap, negations and numbers, and linear models that see the claim alone
or the passage alone. The latter show how much of a set can be guessed from wording.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.query.terms import fold

Labels = npt.NDArray[np.int64]

_SUPPORTS, _DISPUTES, _NEITHER = range(3)
_LIKE = 0.5
_STEM = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_NEGATION_WORDS = (
    "no not never none nobody nothing neither nor cannot without denied denies deny false "
    "не нет ни никто никогда без отрицает nicht kein keine keinen nie niemand ohne "
    "ne pas jamais aucun aucune personne sans nunca ningún ninguna nadie sin "
    "немає ніхто ніколи nie nikt nigdy żaden bez"
)
_NEGATIONS = frozenset(fold(word) for word in _NEGATION_WORDS.split())
_BUCKETS = 1 << 15
_FOLDS = 5
_RIDGE = 1.0


def guess_by_words(pair: ClaimPassage) -> int:
    """The class (supports 0, disputes 1, neither 2) by overlap of words, negations, numbers.

    A passage with less than half of the claim's words (by their first five letters) does
    neither; otherwise it disputes when it has numbers and none of the claim's, or when one of
    the two is negated and the other is not; and supports the rest.
    """
    claim, passage = (_read_words(text) for text in (pair.claim, pair.passage))
    words, others = ({w[:_STEM] for w in side if len(w) > 3} for side in (claim, passage))
    if len(words & others) < _LIKE * max(1, len(words)):
        return _NEITHER
    numbers, found = ({w for w in side if w[0].isdigit()} for side in (claim, passage))
    if numbers and found and not numbers & found:
        return _DISPUTES
    negated = bool(_NEGATIONS & set(claim)) != bool(_NEGATIONS & set(passage))
    return _DISPUTES if negated else _SUPPORTS


def guess_blind(texts: Sequence[str], labels: Labels, groups: Sequence[str]) -> Labels:
    """The class of each pair by a linear model that sees one of its two texts.

    Multinomial logistic regression on the words and pairs of words, five-fold; what shares a
    group is never on both sides.

    Args:
        texts: of each pair the text that is seen.
        labels: int64 of shape (len(texts),), the classes.
        groups: for each pair what keeps it with its like.

    Returns:
        int64 of shape (len(texts),), the classes guessed.
    """
    names = {name: place % _FOLDS for place, name in enumerate(sorted(set(groups)))}
    folds = np.array([names[group] for group in groups])
    features = hstack([_hash_words(texts), np.ones((len(texts), 1))])
    rows = csr_matrix(features)
    guesses = np.zeros(len(texts), dtype=np.int64)
    for fold_number in range(_FOLDS):
        out = folds == fold_number
        if out.any() and not out.all():
            weights = _fit(rows[~out], labels[~out])
            guesses[out] = (rows[out] @ weights).argmax(axis=1)
    return guesses


def _read_words(text: str) -> list[str]:
    return [fold(match.group()) for match in _WORD.finditer(text)]


def _hash_words(texts: Sequence[str]) -> csr_matrix:
    places: list[int] = []
    starts = [0]
    for text in texts:
        words = _read_words(text)
        grams = {*words, *map(" ".join, pairwise(words))}
        places += sorted({_bucket(gram) for gram in grams})
        starts.append(len(places))
    return csr_matrix((np.ones(len(places)), places, starts), shape=(len(texts), _BUCKETS))


def _bucket(gram: str) -> int:
    value = 0
    for sign in gram:  # the built-in hash changes from run to run
        value = (value * 1_000_003 + ord(sign)) % (1 << 61)
    return value % _BUCKETS


def _fit(rows: csr_matrix, labels: Labels) -> npt.NDArray[np.float64]:
    """Weights of shape (features, 3) of a ridge-penalised multinomial logistic regression."""
    wanted = np.eye(3)[labels]
    shape = rows.shape[1], 3

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(shape)
        scores = rows @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        slope = rows.T @ (np.exp(logs) - wanted) + _RIDGE * weights
        return float(-(logs * wanted).sum() + _RIDGE * (weights**2).sum() / 2), slope.ravel()

    found = minimize(loss, np.zeros(shape[0] * 3), jac=True, method="L-BFGS-B")
    weights: npt.NDArray[np.float64] = found.x.reshape(shape)
    return weights
