"""Trains the sentence heads that the package ships.

    python -m training.sentences --data DIR --work FOLDER [--out FOLDER]

Needs the `train` extra, the shipped encoder (`python -m training.encoder`) and, in FOLDER, what
`python -m training.teachers` left: the English heads are fitted on what teachers said of
sentences that they had not seen, and used on what the encoder says, which learnt to say the
same. Chooses each head by cross-validation on the training part, reports it on a development
part that nothing was chosen on, and prints all figures as JSON. Everything is seeded. Takes about
ten minutes on one core.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from evals.sentence_data import (
    Item,
    debate_key,
    read_babe,
    read_claimbuster,
    read_debates,
    read_subjectivity,
)
from secondsource.models.encoder import default_encoder
from secondsource.models.heads import OTHER, SUBJECTIVE, WORDS, Head, save_heads
from secondsource.models.trained_on import FILE, item_key, save_keys
from training.languages import choose_language_heads, read_blocks, train_joint
from training.linear import (
    Blocks,
    Choice,
    Grid,
    Scales,
    apply_head,
    choose_head,
    choose_threshold,
    label_all,
    make_blocks,
    score_head,
)
from training.loaded_words import train_words
from training.ranking import choose_ranker
from training.readings import HeldOut, load_held_out
from training.sentence_labels import read_labels
from training.signals import fit_signals
from training.splits import split, split_debates, split_later, split_subjectivity

OUT = Path("src/secondsource/models/sentences")
ENGLISH = Grid((Scales(0, 1, 0, 0),), (0.05, 0.2, 1.0))


class Report:
    """Heads, figures and training keys as they are gathered."""

    def __init__(self) -> None:
        self.heads: dict[str, Head] = {}
        self.figures: dict[str, object] = {}
        self.keys: set[int] = set()

    def add(self, name: str, head: Head, figures: dict[str, float | str]) -> None:
        """Keep a head and its figures."""
        self.heads[name] = head
        self.note(name, figures)

    def add_choice(self, name: str, choice: Choice, dev: dict[str, float]) -> None:
        """Keep a head that cross-validation chose, with its figures on the development part."""
        self.add(name, choice.head, {"setting": choice.setting, **choice.figures, **dev})

    def note(self, name: str, figures: object) -> None:
        """Keep and print figures."""
        self.figures[name] = figures
        print(name, json.dumps(figures), flush=True)


def train_all(data: Path, work: Path) -> Report:
    """Train every head on what the folders hold."""
    report, said = Report(), load_held_out(work, "out")
    train, dev = split(read_claimbuster(data))
    _train_english(report, "checkworthy", said, train, dev)
    report.note("signals", fit_signals(train, dev))
    _train_loaded(report, said, load_held_out(work, "out", "english"), data)
    _train_subjective(report, said, data)
    _train_picked(report, data)
    report.keys.update(item_key(one.text) for one in read_labels(data))
    return report


def _train_english(
    report: Report, name: str, said: HeldOut, train: list[Item], dev: list[Item]
) -> Choice:
    """Add the head fitted on what teachers said of sentences whose labels they had not seen."""
    judged = said.judgements([item.key for item in train])
    choice = choose_head(train, make_blocks([item.text for item in train], None, judged), ENGLISH)
    report.keys.update(item.key for item in train)
    report.add_choice(name, choice, score_head(choice.head, dev, _read_blocks(dev)))
    return choice


def _read_blocks(items: list[Item]) -> Blocks:
    """What the shipped network says of sentences."""
    texts = [item.text for item in items]
    judgements = np.array([one.judgements for one in default_encoder().read(texts)])
    return make_blocks(texts, judgements=judgements)


def _train_views(report: Report, said: HeldOut, train: list[Item], later: list[Item]) -> None:
    """The English head for views, its threshold chosen on half of the sentences of a later year."""
    chosen_on, dev = split_later(later)
    head = _train_english(report, SUBJECTIVE, said, train, dev).head
    scores = apply_head(head, _read_blocks(chosen_on))
    threshold, macro = choose_threshold(scores, label_all(chosen_on))
    report.keys.update(item.key for item in chosen_on)
    figures = {"chosen_on": len(chosen_on), "macro_f1_there": round(macro, 4)}
    held = score_head(replace(head, threshold=threshold), dev, _read_blocks(dev))
    report.add(SUBJECTIVE, replace(head, threshold=threshold), {**figures, **held})


def _train_picked(report: Report, data: Path) -> None:
    train, dev = split_debates(read_debates(data))
    report.add("picked", *choose_ranker(train, dev))
    report.keys.update(debate_key(items) for items in train.values())


def _train_loaded(report: Report, said: HeldOut, of_words: HeldOut, data: Path) -> None:
    """The head that judges a sentence, and the one that judges its words."""
    train, dev = split(read_babe(data))
    _train_english(report, "loaded", said, train, dev)
    report.add(WORDS, *train_words(train, of_words, dev))


def _train_subjective(report: Report, said: HeldOut, data: Path) -> None:
    """A head for each language with labelled sentences, and one for the others."""
    parts = {name: split_subjectivity(found) for name, found in read_subjectivity(data).items()}
    _train_views(report, said, *parts["en"])
    train = {language: fitted for language, (fitted, _) in parts.items()}
    dev = {language: held for language, (_, held) in parts.items()}
    blocks = {language: read_blocks(items) for language, items in train.items()}
    for language in sorted(parts.keys() - {"en"}):
        dev_blocks = read_blocks(dev[language])
        for suffix, choice in choose_language_heads(language, train, blocks).items():
            figures = score_head(choice.head, dev[language], dev_blocks)
            report.add_choice(f"subjective.{language}{suffix}", choice, figures)
        report.keys.update(item.key for item in train[language])
    report.heads[OTHER], joint = train_joint(train, dev)
    report.note(OTHER, joint)


def main() -> None:
    """Train, write the files, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    out: Path = options.out
    np.random.seed(0)
    report = train_all(options.data, options.work)
    out.mkdir(parents=True, exist_ok=True)
    save_heads(out / "heads.npz", report.heads)
    save_keys(out / FILE, report.keys)
    (out / "figures.json").write_text(json.dumps(report.figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
