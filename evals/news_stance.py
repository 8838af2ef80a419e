"""How much of the support in other outlets' reports is found, on real news read by hand.

    python -m evals.news_stance --data ../shared/data [--curve]

The pairs are described in `news_stance_set.py`; the figures are those of its kept half. What is
judged is `judge_stances`, rules and abstentions included. It disputes too rarely for a figure of
how many disputes are found.

    supports_right     share of the passages said to support that do
    supports_found     share of those that do that are said to
    partly_right       the first, where partly counts as right
    wrongly_disputed   share of all passages that are wrongly said to dispute
    average_precision  of the order by the probability of support; partly is left out

On stderr the order by shared words as a baseline, and with `--curve` what other thresholds would
give on the pairs that are not kept. The last line of stdout is one JSON object.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.news_stance_set import PARTLY, NewsCase, make_pairs, read_cases, read_news
from secondsource.evidence.finding import ClaimPassage, Stance, StanceScore
from secondsource.evidence.stance.judge import judge_stances
from secondsource.evidence.stance.related import share_words

_TRIED = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)

Figures = dict[str, float]
_Mask = npt.NDArray[np.bool_]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--curve", action="store_true", help="other thresholds, on stderr")
    options = parser.parse_args()
    articles = read_news(options.data)
    cases = [case for case in read_cases() if {case.examined, case.other} <= articles.keys()]
    kept = [case for case in cases if case.kept]
    pairs = make_pairs(kept, articles)
    describe_words(kept, pairs)
    if options.curve:
        learnt = [case for case in cases if not case.kept]
        describe_curve(learnt, judge_stances(make_pairs(learnt, articles)))
    print(json.dumps(measure(kept, judge_stances(pairs))))


def measure(cases: Sequence[NewsCase], scores: Sequence[StanceScore]) -> Figures:
    """The figures of these pairs."""
    taken = np.array([score.stance is Stance.SUPPORTS for score in scores])
    disputed = np.array([score.stance is Stance.DISPUTES for score in scores])
    order = np.array([_support(score) for score in scores])
    right, partly, disputes = (_mask(cases, label) for label in ("supports", PARTLY, "disputes"))
    return {
        "pairs": len(cases),
        **rate(taken, right, partly),
        "wrongly_disputed": round(float((disputed & ~disputes).mean()), 4),
        "average_precision": round(average_precision(order[~partly], right[~partly]), 4),
    }


def rate(taken: _Mask, right: _Mask, partly: _Mask) -> Figures:
    """How many of the passages taken are right, and how many of the right ones are taken."""
    said = max(1, int(taken.sum()))
    return {
        "supports_right": round(float((taken & right).sum() / said), 4),
        "supports_found": round(float((taken & right).sum() / max(1, right.sum())), 4),
        "partly_right": round(float((taken & (right | partly)).sum() / said), 4),
    }


def average_precision(order: npt.NDArray[np.float64], right: _Mask) -> float:
    """The mean, over what is right, of the share that is right down to it."""
    ranked = right[np.argsort(-order, kind="stable")]
    shares = ranked.cumsum() / np.arange(1, len(ranked) + 1)
    return float(shares[ranked].mean()) if ranked.any() else 0.0


def _mask(cases: Sequence[NewsCase], label: str) -> _Mask:
    return np.array([case.label == label for case in cases])


def _support(score: StanceScore) -> float:
    return score.probabilities[0] if score.probabilities else 0.0


def describe_words(cases: Sequence[NewsCase], pairs: Sequence[ClaimPassage]) -> None:
    """Write to stderr how well the share of the claim's words orders the passages."""
    order = np.array([share_words(pair) for pair in pairs])
    partly = _mask(cases, PARTLY)
    found = average_precision(order[~partly], _mask(cases, "supports")[~partly])
    print(f"average precision by shared words: {found:.4f}", file=sys.stderr)


def describe_curve(cases: Sequence[NewsCase], scores: Sequence[StanceScore]) -> None:
    """Write to stderr what these thresholds would give."""
    order = np.array([_support(score) for score in scores])
    right, partly = _mask(cases, "supports"), _mask(cases, PARTLY)
    for least in _TRIED:
        print(f"at {least}: {json.dumps(rate(order >= least, right, partly))}", file=sys.stderr)


if __name__ == "__main__":
    main()
