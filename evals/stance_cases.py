"""How well stance is judged where it is hard: eight sets of pairs written by hand.

    python -m evals.stance_cases --data DIR

The sets and what they hold: `evals/stance_case_sets.py` and `docs/stance.md`. DIR is not looked
at. What is judged is what a user sees: `judge_stances`, abstentions and rules included; a pair
that only discusses, or is unrelated, counts as neither. For all pairs, for each set, for the
half on which no rule was tuned (`kept`), for the pairs not in English (`other`) and their
English twins (`twins`):

    accuracy, macro_f1   over supports, disputes, neither
    sides_right          share of the sides taken that are right
    neither_left         share of the pairs that do neither to which no side was given

Those written later (`MORE_SETS`) are in none of these, each is measured by itself: the same four
figures for all its pairs and, `kept_`, for its kept half.

`to_english` is the macro-F1 of `other` divided by that of `twins`; `kept_alone` is `kept` by the
model without the rules; `likeliest` is the model's likeliest class, without rules and threshold;
`deciding` is how often, of a passage that takes a side followed or preceded by one that does
neither, the sentence shown is one of the former. On stderr: language pairs, the model without
claim or passage, and simple means. The last line of stdout is one JSON object.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.stance_case_sets import LANGUAGES, MORE_SETS, SETS, StanceCase, read_cases
from evals.stance_peers import guess_blind, guess_by_words
from evals.verification import CLASSES, calibration_error, macro_f1
from secondsource.article import Span
from secondsource.evidence.finding import ClaimPassage, Stance, StanceScore
from secondsource.evidence.stance.judge import SURE, judge_stances, locate_sides
from secondsource.evidence.stance.readers import default_readers

Labels = npt.NDArray[np.int64]
Figures = dict[str, float]

_NEITHER = CLASSES.index(Stance.DISCUSSES)


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each wrongly judged pair")
    options = parser.parse_args()
    figures = measure(read_cases(), options.errors)
    figures |= {name: measure_set(name) for name in MORE_SETS}
    print(json.dumps(figures))


def measure(cases: Sequence[StanceCase], errors: bool = False) -> dict[str, Figures | float]:
    """All figures for these cases."""
    labels = np.array([CLASSES.index(case.stance) for case in cases])
    scores = judge_stances([case.pair for case in cases])
    chosen = choose_sides(scores)
    other = np.array([not case.is_english for case in cases])
    kept = np.array([case.kept for case in cases])
    twins = chosen.copy()
    twins[other] = choose_sides(judge_stances([c.twin for c in cases if not c.is_english]))
    model = default_readers().read_pairs([(c.pair.claim, c.pair.passage) for c in cases])
    figures: dict[str, Figures | float] = {"all": score_sides(chosen, labels)}
    for name in SETS:
        part = np.array([case.name == name for case in cases])
        figures[name] = score_sides(chosen[part], labels[part])
    alone = np.where(model.max(axis=1) >= SURE, model.argmax(axis=1), _NEITHER)
    figures["kept"] = score_sides(chosen[kept], labels[kept])
    figures["kept_alone"] = score_sides(alone[kept], labels[kept])
    figures["other"] = score_sides(chosen[other], labels[other])
    figures["twins"] = score_sides(twins[other], labels[other])
    figures["to_english"] = round(
        macro_f1(chosen[other], labels[other]) / macro_f1(twins[other], labels[other]), 4
    )
    figures["likeliest"] = score_sides(model.argmax(axis=1), labels)
    figures["deciding"] = measure_deciding(cases)
    figures["expected_calibration_error"] = round(calibration_error(model, labels), 4)
    describe_languages(cases, labels, chosen, twins)
    describe_peers(cases, labels)
    if errors:
        describe_errors(cases, scores, labels, chosen)
    return figures


def measure_set(name: str) -> Figures:
    """The figures of one set by itself, in all and for its kept half."""
    cases = read_cases([name])
    labels = np.array([CLASSES.index(case.stance) for case in cases])
    chosen = choose_sides(judge_stances([case.pair for case in cases]))
    kept = np.array([case.kept for case in cases])
    of_kept = score_sides(chosen[kept], labels[kept])
    return score_sides(chosen, labels) | {f"kept_{key}": value for key, value in of_kept.items()}


def measure_deciding(cases: Sequence[StanceCase]) -> float:
    """How often the sentence that decides is found beside others on the same matter.

    Two English passages with one claim, one that takes a side and one that does neither, are
    put together, now this first and now that; the side is given.
    """
    by_claim: dict[str, dict[Stance, ClaimPassage]] = {}
    for case in cases:
        if case.is_english:
            by_claim.setdefault(case.pair.claim, {})[case.stance] = case.pair
    joined = [
        (stance, of_claim[stance].passage, of_claim[Stance.DISCUSSES].passage, claim)
        for claim, of_claim in by_claim.items()
        for stance in CLASSES[:2]
        if stance in of_claim and Stance.DISCUSSES in of_claim
    ]
    pairs, sides = [], []
    for place, (_, side, neither, claim) in enumerate(joined):
        texts = (side, neither) if place % 2 else (neither, side)
        pairs.append(ClaimPassage(claim, " ".join(texts), "en", "en"))
        start = 0 if place % 2 else len(neither) + 1
        sides.append(Span(start, start + len(side)))
    scores = [StanceScore(stance, 1.0) for stance, *_ in joined]
    found = [score.decided_by for score in locate_sides(pairs, scores)]
    right = [
        span is not None and side.contains(span) for side, span in zip(sides, found, strict=True)
    ]
    return round(sum(right) / max(1, len(right)), 4)


def choose_sides(scores: Sequence[StanceScore]) -> Labels:
    """The class of each answer; what takes no side is neither."""
    return np.array([CLASSES.index(s.stance) if s.stance in CLASSES else _NEITHER for s in scores])


def score_sides(chosen: Labels, labels: Labels) -> Figures:
    """Accuracy, macro-F1, and how often the sides taken are right."""
    sides, neither = chosen != _NEITHER, labels == _NEITHER
    right = chosen == labels
    return {
        "accuracy": round(float(right.mean()), 4),
        "macro_f1": round(macro_f1(chosen, labels), 4),
        "sides_right": round(float(right[sides].mean()) if sides.any() else 0.0, 4),
        "neither_left": round(float((~sides)[neither].mean()), 4),
    }


def describe_languages(
    cases: Sequence[StanceCase], labels: Labels, chosen: Labels, twins: Labels
) -> None:
    """Write to stderr how many are right by language and by pair of languages, with the twins."""
    for name in LANGUAGES[1:]:
        _describe_part(name, [name in case.languages for case in cases], labels, chosen, twins)
    for pair in sorted({case.languages for case in cases}):
        part = [case.languages == pair for case in cases]
        _describe_part("-".join(pair), part, labels, chosen, twins)


def _describe_part(
    name: str, part: Sequence[bool], labels: Labels, chosen: Labels, twins: Labels
) -> None:
    here = np.array(part)
    right, right_twins = (int((c[here] == labels[here]).sum()) for c in (chosen, twins))
    print(f"{name}: {right} of {here.sum()} right, {right_twins} in English", file=sys.stderr)


def describe_peers(cases: Sequence[StanceCase], labels: Labels) -> None:
    """Write to stderr what is got without claim or passage, and by simple means."""
    model = default_readers()
    twins = [case.twin for case in cases]
    claims = [pair.claim for pair in twins]
    blind: dict[str, Callable[[ClaimPassage], tuple[str, str]]] = {
        "the model, claim alone": lambda pair: (pair.claim, ""),
        "the model, passage alone": lambda pair: ("", pair.passage),
    }
    guesses = {
        name: model.read_pairs([see(pair) for pair in twins]).argmax(axis=1)
        for name, see in blind.items()
    }
    guesses |= {
        "linear, claim alone": guess_blind(claims, labels, claims),
        "linear, passage alone": guess_blind([p.passage for p in twins], labels, claims),
        "always the commonest": np.full_like(labels, np.bincount(labels).argmax()),
        "words, negations, numbers": np.array([guess_by_words(case.pair) for case in cases]),
        "the same on the twins": np.array([guess_by_words(pair) for pair in twins]),
    }
    for name, chosen in guesses.items():
        print(f"{name}: {json.dumps(score_sides(chosen, labels))}", file=sys.stderr)


def describe_errors(
    cases: Sequence[StanceCase], scores: Sequence[StanceScore], labels: Labels, chosen: Labels
) -> None:
    """Write to stderr each pair that is judged wrongly, unless it was kept back from tuning."""
    for case, score, label, choice in zip(cases, scores, labels, chosen, strict=True):
        if label != choice and not case.kept:
            print(
                f"{case.name} {'-'.join(case.languages)}: {CLASSES[label]}, said "
                f"{score.stance} {score.score:.2f} | {case.twin.claim} | {case.twin.passage}",
                file=sys.stderr,
            )


if __name__ == "__main__":
    main()
