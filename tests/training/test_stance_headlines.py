"""Headline pairs for the stance model: only stories kept for it, passages that fit."""

import csv
from pathlib import Path

from evals.stance_sets import part_of, read_fnc1
from secondsource.evidence.finding import Stance
from secondsource.evidence.stance.nearest import LONGEST_PASSAGE
from training.stance_headlines import COUNTS, make_headline_pairs

_LABELS = ("agree", "disagree", "discuss", "unrelated")


def _write_world(folder: Path) -> None:
    """Forty stories, each with an article and one pair of each class."""
    folder.mkdir(parents=True)
    towns = [f"Town{number:02}" for number in range(40)]
    texts = [
        f"A fire broke out in {town} at the mill of {town}. Nobody was hurt in {town}{town}. "
        f"{town} has {' '.join(f'{town}{word}' for word in range(100))}."
        for town in towns
    ]
    with (folder / "bodies.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Body ID", "articleBody"), *enumerate(texts)])
    rows = [
        (f"{label} {towns[(place + (label == 'unrelated')) % 40]} mill fire", str(place), label)
        for place in range(40)
        for label in _LABELS
    ]
    with (folder / "stances.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Headline", "Body ID", "Stance"), *rows])


def test_only_stories_for_reading_are_taken_and_passages_fit(tmp_path: Path) -> None:
    _write_world(tmp_path / "stance" / "fnc1")
    allowed = {p.story for p in read_fnc1(tmp_path / "stance" / "fnc1")}
    pairs = make_headline_pairs(tmp_path, 1)
    assert {part_of(pair.group) for pair in pairs} == {"reading"}
    assert {pair.group for pair in pairs} < allowed
    assert max(len(pair.passage.split()) for pair in pairs) <= LONGEST_PASSAGE
    assert all(
        "fire broke out" in pair.passage for pair in pairs if pair.stance is not Stance.DISCUSSES
    )


def test_classes_come_as_often_as_is_said_and_the_same_each_time(tmp_path: Path) -> None:
    _write_world(tmp_path / "stance" / "fnc1")
    pairs = make_headline_pairs(tmp_path, 1)
    found = [sum(pair.stance is stance for pair in pairs) for stance in COUNTS]
    assert found[:2] == [COUNTS[Stance.SUPPORTS], COUNTS[Stance.DISPUTES]]
    assert make_headline_pairs(tmp_path, 1) == pairs != make_headline_pairs(tmp_path, 2)
