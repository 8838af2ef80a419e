"""How well the stance model tells support from dispute, on four public sets.

    python -m evals.verification --data ../shared/data [--linear]

How each set becomes pairs is said in `evals/verification_sets.py` and `docs/stance.md`. Pairs
that the shipped model was trained on are left out. Macro-F1 is the mean of the F1 of the
classes that a set has; in a set of two classes the model chooses between these two. The
calibration error is over all pairs together, each with its three classes. On stderr: counts,
baselines, and each class's F1; with `--linear` also linear models that see only the claim or
only the passage, trained in five folds on all pairs of the set. The last line of stdout is one
JSON object.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.stance_peers import guess_blind
from evals.verification_sets import SETS, LabelledPair, read_set
from secondsource.evidence.finding import ClaimPassage, Stance
from secondsource.evidence.stance.readers import StanceModel, default_readers
from secondsource.evidence.stance.rules import find_reasons, weigh_reasons
from secondsource.models.cross_encoder import STANCE_MODELS
from secondsource.models.hub import open_named_model
from secondsource.models.trained_on import item_key, seen

CLASSES = (Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES)
_BINS = 10

Rows = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--linear", action="store_true")
    parser.add_argument("--stance-model", help="a model as `secondsource check` takes it")
    options = parser.parse_args()
    named: str | None = options.stance_model
    model = open_named_model(named) if named else default_readers()
    if options.linear:
        describe_linear(options.data)
    print(json.dumps(measure(options.data, model)))


def measure(data: Path, model: StanceModel) -> dict[str, float | None]:
    """The figures of the contract; None for sets that are not there."""
    figures: dict[str, float | None] = {f"{name}_macro_f1": None for name in SETS}
    all_rows, all_labels = [], []
    for name in SETS:
        pairs = unseen_pairs(name, data)
        if not pairs:
            print(f"{name}: nothing to measure in {data}", file=sys.stderr)
            continue
        labels = np.array([CLASSES.index(pair.stance) for pair in pairs])
        rows = model.read_pairs([(pair.claim, pair.passage) for pair in pairs])
        figures[f"{name}_macro_f1"] = round(macro_f1(choose(rows, labels), labels), 4)
        describe(name, pairs, rows, model)
        all_rows.append(rows)
        all_labels.append(labels)
    figures["expected_calibration_error"] = (
        round(calibration_error(np.concatenate(all_rows), np.concatenate(all_labels)), 4)
        if all_rows
        else None
    )
    return figures


def unseen_pairs(name: str, data: Path) -> list[LabelledPair]:
    """The pairs of a set that the shipped model was not trained on."""
    pairs = read_set(name, data / "verification")
    new = [pair for pair in pairs if is_unseen(pair)]
    if len(new) < len(pairs):
        left_out = len(pairs) - len(new)
        print(f"{name}: {left_out} of {len(pairs)} left out as trained on", file=sys.stderr)
    return new


def is_unseen(pair: LabelledPair) -> bool:
    """Whether the shipped model was not trained on this pair."""
    return item_key(pair.claim, pair.passage) not in seen(*STANCE_MODELS)


def choose(rows: Rows, labels: Labels) -> Labels:
    """The likeliest class of each row, among the classes that occur in the labels."""
    present = np.unique(labels)
    chosen: Labels = present[rows[:, present].argmax(axis=1)]
    return chosen


def class_f1(chosen: Labels, labels: Labels, number: int) -> float:
    """The F1 of one class (0..1)."""
    right = int(((chosen == number) & (labels == number)).sum())
    return 2 * right / max(1, int((chosen == number).sum() + (labels == number).sum()))


def macro_f1(chosen: Labels, labels: Labels) -> float:
    """The mean F1 of the classes that occur in the labels (0..1)."""
    return float(np.mean([class_f1(chosen, labels, number) for number in np.unique(labels)]))


def calibration_error(rows: Rows, labels: Labels) -> float:
    """How far the given probability is from the share that is right, on average (0..1).

    Expected calibration error with ten bins of equal width (Guo et al., ICML 2017).
    """
    sure, right = rows.max(axis=1), rows.argmax(axis=1) == labels
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(float(sure[bins == number].mean()) - float(right[bins == number].mean()))
        * float((bins == number).mean())
        for number in np.unique(bins)
    ]
    return sum(gaps)


def describe(name: str, pairs: Sequence[LabelledPair], rows: Rows, model: StanceModel) -> None:
    """Write to stderr what a reader needs to judge a figure: counts, classes, baselines."""
    labels = np.array([CLASSES.index(pair.stance) for pair in pairs])
    counts = np.bincount(labels, minlength=len(CLASSES))
    blind = model.read_pairs([(pair.claim, "") for pair in pairs])
    deaf = model.read_pairs([("", pair.passage) for pair in pairs])
    chosen = choose(rows, labels)
    sizes = ", ".join(f"{c.value} {n}" for c, n in zip(CLASSES, counts, strict=True))
    parts = [
        f"{len(pairs)} pairs ({sizes})",
        f"macro-F1 {macro_f1(chosen, labels):.3f}",
        f"accuracy {float((chosen == labels).mean()):.3f}",
        f"with the rules {macro_f1(choose(weigh_rules(pairs, rows), labels), labels):.3f}",
        f"three classes {macro_f1(rows.argmax(axis=1), labels):.3f}",
        f"claim alone {macro_f1(choose(blind, labels), labels):.3f}",
        f"passage alone {macro_f1(choose(deaf, labels), labels):.3f}",
        f"always the commonest {macro_f1(np.full_like(labels, counts.argmax()), labels):.3f}",
        f"calibration error {calibration_error(rows, labels):.3f}",
        *(f"{CLASSES[n].value} {class_f1(chosen, labels, n):.3f}" for n in np.unique(labels)),
    ]
    print(f"{name}: " + "; ".join(parts), file=sys.stderr)


def weigh_rules(pairs: Sequence[LabelledPair], rows: Rows) -> Rows:
    """The model's probabilities after the rules around it have spoken."""
    asked = [ClaimPassage(pair.claim, pair.passage, "en", "en") for pair in pairs]
    return np.array(
        [
            weigh_reasons((row[0], row[1], row[2]), find_reasons(pair))
            for pair, row in zip(asked, rows.tolist(), strict=True)
        ],
        dtype=np.float32,
    )


def describe_linear(data: Path) -> None:
    """Write to stderr what linear models get that see one text of each pair, claims apart."""
    for name in SETS:
        pairs = read_set(name, data / "verification")
        if not pairs:
            continue
        labels = np.array([CLASSES.index(pair.stance) for pair in pairs])
        new = np.array([is_unseen(pair) for pair in pairs])
        groups = [pair.group for pair in pairs]
        for seen_text in ("claim", "passage"):
            texts = [getattr(pair, seen_text) for pair in pairs]
            chosen = guess_blind(texts, labels, groups)
            figure = macro_f1(chosen[new], labels[new])
            print(f"{name}: linear, {seen_text} alone {figure:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main()
