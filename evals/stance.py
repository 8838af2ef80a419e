"""How well whole articles are judged against a headline, on FNC-1, and perspectives on claims.

    python -m evals.stance --data ../shared/data

Pairs of the shipped classifier's training part are left out (`models/article_stance/CARD.md`);
what is left of the development data are stories that it never saw. `fnc1_macro_f1` is the mean
F1 of agree, disagree, discuss and unrelated. `perspectrum_macro_f1` is that of support and
undermine, with claim and perspective read by the stance model alone. On stderr: counts, the
commonest class, calibration, confusions. The last line of stdout is one JSON object.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.stance_sets import LABELS, HeadlinePair, read_fnc1, read_perspectrum
from evals.verification import calibration_error, choose, class_f1, macro_f1
from secondsource.evidence.stance.article import (
    ArticleTools,
    ClaimArticle,
    choose_stances,
    default_tools,
    meet_articles,
    score_articles,
)
from secondsource.models.trained_on import item_key, seen

NAMES = tuple(LABELS)
_STANCES = tuple(LABELS.values())
_AT_ONCE = 2000

Numbers = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    print(json.dumps(measure(options.data, default_tools())))


def measure(data: Path, tools: ArticleTools) -> dict[str, object]:
    """The figures of the contract; where FNC-1 is not there None, and no class."""
    figures: dict[str, object] = {"fnc1_macro_f1": None, "fnc1_f1": {}}
    pairs = unseen_pairs(data)
    if pairs:
        rows = score_pairs(pairs, tools)
        chosen = np.array([_STANCES.index(stance) for stance in choose_stances(rows, tools.model)])
        labels = np.array([_STANCES.index(pair.stance) for pair in pairs])
        figures["fnc1_macro_f1"] = round(macro_f1(chosen, labels), 4)
        figures["fnc1_f1"] = name_f1(chosen, labels)
        figures["fnc1_calibration_error"] = round(
            calibration_error(rows.astype(np.float32), labels), 4
        )
        _describe(chosen, labels)
    else:
        print(f"fnc1: nothing to measure in {data}", file=sys.stderr)
    perspectives = read_perspectrum(data / "stance" / "perspectrum")
    if perspectives:
        read = tools.judge.read_pairs([(pair.claim, pair.passage) for pair in perspectives])
        sides = np.array([_STANCES.index(pair.stance) for pair in perspectives])
        figures["perspectrum_macro_f1"] = round(macro_f1(choose(read, sides), sides), 4)
        print(f"perspectrum: {dict(Counter(sides.tolist()))}", file=sys.stderr)
    return figures


def unseen_pairs(data: Path) -> list[HeadlinePair]:
    """The pairs of FNC-1 that the shipped classifier was not trained on."""
    known = seen("article_stance")
    pairs = read_fnc1(data / "stance" / "fnc1")
    new = [pair for pair in pairs if item_key(pair.headline, pair.article) not in known]
    left_out = len(pairs) - len(new)
    print(f"fnc1: {len(pairs)} found, {left_out} left out as trained on", file=sys.stderr)
    return new


def score_pairs(pairs: Sequence[HeadlinePair], tools: ArticleTools) -> Numbers:
    """The probabilities of each pair; pairs of one article are taken together."""
    order = sorted(range(len(pairs)), key=lambda place: pairs[place].article)
    rows = np.zeros((len(pairs), len(NAMES)))
    for part in _cut(order):
        asked = [ClaimArticle(pairs[place].headline, pairs[place].article) for place in part]
        rows[part] = score_articles(meet_articles(asked, tools.rarity), tools)
    return rows


def name_f1(chosen: Labels, labels: Labels) -> dict[str, float | None]:
    """The F1 of each class by the challenge's name for it; None where no pair has the label."""
    present = set(labels.tolist())
    return {
        name: round(class_f1(chosen, labels, number), 4) if number in present else None
        for number, name in enumerate(NAMES)
    }


def _cut(order: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(order), _AT_ONCE):
        yield order[start : start + _AT_ONCE]


def _describe(chosen: Labels, labels: Labels) -> None:
    """Write to stderr how many there are of each class, and what was taken for what."""
    counts = np.bincount(labels, minlength=len(NAMES))
    commonest = macro_f1(np.full_like(labels, counts.argmax()), labels)
    print(f"fnc1: {len(labels):,} pairs; always the commonest {commonest:.3f}", file=sys.stderr)
    for number, name in enumerate(NAMES):
        taken = np.bincount(chosen[labels == number], minlength=len(NAMES))
        parts = ", ".join(f"{n} {c}" for n, c in zip(NAMES, taken, strict=True))
        print(f"  {name} ({counts[number]:,}) taken for: {parts}", file=sys.stderr)


if __name__ == "__main__":
    main()
