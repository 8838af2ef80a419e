"""Trains the sentence heads that the package ships.

    python -m training.sentences --data DIR [--out FOLDER]

Needs the `train` extra. Chooses each head by cross-validation on the training part, reports it
on a development part that nothing was chosen on, and prints all figures as JSON. Everything is
seeded. Takes about ten minutes on one core.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.sentence_data import (
    Item,
    debate_key,
    read_babe,
    read_claimbuster,
    read_debates,
    read_subjectivity,
)
from secondsource.models.heads import Head, save_heads
from secondsource.models.trained_on import FILE, item_key, save_keys
from training.linear import Choice, choose_head, score_head
from training.loaded_words import train_words
from training.ranking import choose_ranker
from training.signals import fit_signals

OUT = Path("src/secondsource/models/sentences")
DEVELOPMENT_PARTS = 20
DEVELOPMENT_SHARE = 3
DEVELOPMENT_DEBATES = 4
BEFORE_2016 = 29_102
"""The lowest ClaimBuster number found in a debate of 2016, which CLEF-2019 has too."""


def split(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """A training and a development part: 15% of the sentences, picked by their key."""
    held = [item.key % DEVELOPMENT_PARTS < DEVELOPMENT_SHARE for item in items]
    train = [item for item, out in zip(items, held, strict=True) if not out]
    return train, [item for item, out in zip(items, held, strict=True) if out]


def split_subjectivity(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """The published splits: train and dev to train on, dev_test for development."""
    train = [item for item in items if "test" not in item.group]
    return train, [item for item in items if "test" in item.group]


def split_debates(
    debates: dict[str, list[Item]],
) -> tuple[dict[str, list[Item]], dict[str, list[Item]]]:
    """Whole debates: four for development, those whose names have the lowest keys."""
    held = sorted(debates, key=item_key)[:DEVELOPMENT_DEBATES]
    train = {name: items for name, items in debates.items() if name not in held}
    return train, {name: debates[name] for name in held}


class Report:
    """Heads, figures and training keys as they are gathered."""

    def __init__(self) -> None:
        self.heads: dict[str, Head] = {}
        self.figures: dict[str, dict[str, float | str]] = {}
        self.keys: set[int] = set()

    def add(
        self,
        name: str,
        choice: Choice,
        train: list[Item],
        dev: list[Item],
        extra: npt.NDArray[np.float32] | None = None,
    ) -> None:
        """Keep a head that was chosen on `train` and measure it on `dev`."""
        self.heads[name] = choice.head
        self.keys.update(item.key for item in train)
        self.figures[name] = {
            "setting": choice.setting,
            **choice.figures,
            **score_head(choice.head, dev, choice.uses_vectors, extra),
        }
        print(name, json.dumps(self.figures[name]), flush=True)


def train_all(data: Path) -> Report:
    """Train every head on what the folder holds."""
    report = Report()
    train, dev = split(read_claimbuster(data))
    report.add("checkworthy", choose_head(train, with_vectors=True), train, dev)
    report.figures["signals"] = fit_signals(train, dev)
    print("signals", json.dumps(report.figures["signals"]), flush=True)
    _train_picked(report, data, train)
    for language, items in read_subjectivity(data).items():
        name = "subjective" if language == "en" else f"subjective.{language}"
        train, dev = split_subjectivity(items)
        choice = choose_head(train, with_vectors=language == "en")
        report.add(name, choice, train, dev)
    train, dev = split(read_babe(data))
    words = train_words(train, dev)
    report.heads["words"], report.figures["words"] = words.head, words.figures
    print("words", json.dumps(words.figures), flush=True)
    report.add("loaded", choose_head(train, True, words.train), train, dev, words.dev)
    return report


def _train_picked(report: Report, data: Path, claimbuster: list[Item]) -> None:
    """The ranking head, helped by ClaimBuster debates that CLEF-2019 does not have."""
    train, dev = split_debates(read_debates(data))
    older = [item for item in claimbuster if int(item.group) < BEFORE_2016]
    report.heads["picked"], report.figures["picked"] = choose_ranker(train, dev, older)
    report.keys.update(debate_key(items) for items in train.values())
    print("picked", json.dumps(report.figures["picked"]), flush=True)


def main() -> None:
    """Train, write the files, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    out: Path = options.out
    np.random.seed(0)
    report = train_all(options.data)
    out.mkdir(parents=True, exist_ok=True)
    save_heads(out / "heads.npz", report.heads)
    save_keys(out / FILE, report.keys)
    (out / "figures.json").write_text(json.dumps(report.figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
