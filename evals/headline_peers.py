"""Simple judges of whole articles on the same pairs as `evals.stance`, for comparison.

    python -m evals.headline_peers --data ../shared/data

Needs scikit-learn. Each is fitted here, on the pairs that the shipped classifier was trained on
(all related ones, one in three unrelated), and measured on the others: the challenge's baseline
(word overlap, refuting words, polarity, co-occurring runs, boosted trees; written anew from its
description, with trees over binned values), a logistic regression on the words of headline and
article with their cosine, and always the commonest class.
"""

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from evals.stance import name_f1
from evals.stance_sets import LABELS, HeadlinePair, read_fnc1
from evals.verification import macro_f1
from secondsource.evidence.finding import Stance
from secondsource.evidence.query.terms import stop_words_of
from secondsource.models.trained_on import item_key, seen

REFUTING = [  # as its description lists them
    "fake",
    "fraud",
    "hoax",
    "false",
    "deny",
    "denies",
    "not",
    "despite",
    "nope",
    "doubt",
    "doubts",
    "bogus",
    "debunk",
    "pranks",
    "retract",
]
_WORD = re.compile(r"\w+")
_CHARACTERS = (2, 4, 8, 16)
_WORDS = (2, 3, 4, 5, 6)
_OPENINGS = (100, 255)
_ROUNDS = 200
_STANCES = tuple(LABELS.values())

Labels = npt.NDArray[np.int64]


def main() -> None:
    """Read the command line, fit, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    print(json.dumps(measure(options.data)))


def measure(data: Path) -> dict[str, object]:
    """Macro-F1 and the F1 of each class for each peer."""
    known = seen("article_stance")
    pairs = read_fnc1(data / "stance" / "fnc1")
    fitted = [pair for pair in pairs if item_key(pair.headline, pair.article) in known]
    kept = [pair for pair in pairs if item_key(pair.headline, pair.article) not in known]
    apart = [pair for pair in fitted if pair.stance is Stance.UNRELATED]
    fitted = [pair for pair in fitted if pair.stance is not Stance.UNRELATED] + apart[::3]
    counts = np.array([3.0 if pair.stance is Stance.UNRELATED else 1.0 for pair in fitted])
    labels = _label(kept)
    guesses = {
        "challenge_baseline": fit_challenge_baseline(fitted, counts, kept),
        "tfidf_regression": fit_word_regression(fitted, counts, kept),
        "commonest": np.full(len(kept), _STANCES.index(Stance.UNRELATED)),
    }
    return {
        name: {"macro_f1": round(macro_f1(chosen, labels), 4), "f1": name_f1(chosen, labels)}
        for name, chosen in guesses.items()
    }


def fit_challenge_baseline(
    fitted: Sequence[HeadlinePair], counts: npt.NDArray[np.float64], kept: Sequence[HeadlinePair]
) -> Labels:
    """The classes that the challenge's baseline gives."""
    rows = np.array([describe_pair(pair) for pair in fitted])
    forest = HistGradientBoostingClassifier(max_iter=_ROUNDS, early_stopping=False, random_state=0)
    forest.fit(rows, _label(fitted), counts)
    chosen: Labels = forest.predict(np.array([describe_pair(pair) for pair in kept]))
    return chosen


def fit_word_regression(
    fitted: Sequence[HeadlinePair], counts: npt.NDArray[np.float64], kept: Sequence[HeadlinePair]
) -> Labels:
    """The classes of a regression on weighted words of headline and article, and their cosine."""
    words = TfidfVectorizer(sublinear_tf=True, max_features=5000, stop_words="english")
    words.fit([pair.article for pair in fitted])

    def weigh(pairs: Sequence[HeadlinePair]) -> sparse.csr_matrix:
        left = words.transform([pair.headline for pair in pairs])
        right = words.transform([pair.article for pair in pairs])
        cosine = np.asarray(left.multiply(right).sum(axis=1))
        return sparse.hstack([left, right, sparse.csr_matrix(cosine * 10)]).tocsr()

    regression = LogisticRegression(C=1.0, max_iter=300).fit(weigh(fitted), _label(fitted), counts)
    chosen: Labels = regression.predict(weigh(kept))
    return chosen


def describe_pair(pair: HeadlinePair) -> list[float]:
    """The numbers of the challenge's baseline for one pair."""
    headline, body = pair.headline.casefold(), pair.article.casefold()
    left, right = _WORD.findall(headline), _WORD.findall(body)
    stop = stop_words_of("en")
    overlap = len({*left} & {*right}) / max(1, len({*left} | {*right}))
    polarity = [sum(word in text for word in REFUTING) % 2 for text in (left, right)]
    present = [word in left for word in REFUTING]
    seen_words = [
        sum(word in text for word in tokens)
        for tokens in (left, [word for word in left if word not in stop])
        for text in (body, body[:255])
    ]
    runs = [_runs(headline.replace(" ", ""), size) for size in _CHARACTERS]
    dense = body.replace(" ", "")
    counted = [
        sum(run in text for run in found)
        for found in runs
        for text in (dense, *(dense[:size] for size in _OPENINGS))
    ]
    phrases = [
        sum(" ".join(left[start : start + size]) in text for start in range(len(left) - size + 1))
        for size in _WORDS
        for text in (" ".join(right), " ".join(right[:50]))
    ]
    return [overlap, *polarity, *map(float, present), *seen_words, *counted, *phrases]


def _runs(text: str, size: int) -> set[str]:
    return {text[start : start + size] for start in range(len(text) - size + 1)}


def _label(pairs: Sequence[HeadlinePair]) -> Labels:
    return np.array([_STANCES.index(pair.stance) for pair in pairs])


if __name__ == "__main__":
    main()
