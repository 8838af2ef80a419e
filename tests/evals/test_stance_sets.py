"""FNC-1 is read from whatever files are there, and cut between stories."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from evals.stance_sets import part_of, read_fnc1
from secondsource.evidence.finding import Stance

BRIDGE = "The old bridge over the Orle was closed on Monday after cracks were found in a pillar."
REPRINT = "From our desk. " + BRIDGE
BAKERY = "A baker in Minden has baked a loaf that is nine metres long, and sold it by the slice."


def _write(path: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def _write_set(
    folder: Path, prefix: str, bodies: list[str], rows: Sequence[tuple[str, ...]]
) -> None:
    numbered = [(str(number), body) for number, body in enumerate(bodies)]
    _write(folder / f"{prefix}bodies.csv", ("Body ID", "articleBody"), numbered)
    _write(folder / f"{prefix}stances.csv", ("Headline", "Body ID", "Stance"), rows)


def test_a_body_is_looked_for_in_the_file_of_the_same_name_first(tmp_path: Path) -> None:
    _write_set(tmp_path, "", [BAKERY], [("Long loaf", "0", "agree")])
    _write_set(tmp_path, "test_", [BRIDGE], [("Bridge is open", "0", "disagree")])
    assert [(pair.headline, pair.article, pair.stance) for pair in read_fnc1(tmp_path)] == [
        ("Long loaf", BAKERY, Stance.SUPPORTS),
        ("Bridge is open", BRIDGE, Stance.DISPUTES),
    ]


def test_the_labels_may_lie_in_another_file_than_the_bodies(tmp_path: Path) -> None:
    _write_set(tmp_path, "test_", [BRIDGE], [])
    rows = [("Bridge", "0", "discuss"), ("No label", "0", ""), ("No body", "7", "agree")]
    _write(tmp_path / "stances.csv", ("Headline", "Body ID", "Stance"), rows)
    assert [pair.stance for pair in read_fnc1(tmp_path)] == [Stance.DISCUSSES]


def test_related_pairs_and_reprints_are_one_story_and_unrelated_pairs_two(tmp_path: Path) -> None:
    rows = [
        ("Bridge shut", "0", "agree"),
        ("Bridge shut", "2", "unrelated"),
        ("Cracks in a pillar", "1", "discuss"),
        ("Giant loaf", "2", "agree"),
    ]
    _write_set(tmp_path, "", [BRIDGE, REPRINT, BAKERY], rows)
    shut, apart, cracks, loaf = read_fnc1(tmp_path)
    assert shut.story == shut.headline_story == cracks.story == apart.headline_story
    assert apart.story == loaf.story != shut.story


def test_nothing_is_read_where_nothing_is(tmp_path: Path) -> None:
    assert read_fnc1(tmp_path / "absent") == ()


def test_parts_have_about_the_sizes_that_are_said() -> None:
    parts = [part_of(str(number)) for number in range(3000)]
    assert 0.17 < parts.count("development") / 3000 < 0.23
    assert 0.44 < parts.count("reading") / 3000 < 0.52


def test_a_pair_that_is_there_twice_counts_twice(tmp_path: Path) -> None:
    rows = [("Bridge shut", "0", " Agree"), ("Bridge shut", "0", "agree")]
    _write_set(tmp_path, "competition_test_", [BRIDGE], rows)
    assert len(read_fnc1(tmp_path)) == 2


def test_pairs_without_their_body_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(tmp_path / "stances.csv", ("Headline", "Body ID", "Stance"), [("Bridge", "7", "agree")])
    assert read_fnc1(tmp_path) == ()
    assert "stances.csv: 1 pairs without their body" in capsys.readouterr().err
