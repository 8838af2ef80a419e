"""The evaluation of whole articles: the contract's keys, the F1 of each class."""

import json
from pathlib import Path

import numpy as np

from evals.stance import measure, name_f1
from evals.stance_sets import read_perspectrum
from secondsource.evidence.finding import Stance
from secondsource.evidence.stance.article import default_tools

BRIDGE = "The bridge over the Orle in Minden was closed on Monday after cracks were found in it."
BAKERY = "A baker in Halden has baked a loaf that is nine metres long, and sold it by the slice."


def _write_fnc1(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "test_bodies.csv").write_text(f'Body ID,articleBody\n1,"{BRIDGE}"\n2,"{BAKERY}"\n')
    rows = [
        "Bridge over the Orle in Minden closed,1,agree",
        "Bridge over the Orle closed,2,unrelated",
    ]
    (folder / "test_stances.csv").write_text("\n".join(["Headline,Body ID,Stance", *rows]) + "\n")


def test_what_is_there_is_measured(tmp_path: Path) -> None:
    _write_fnc1(tmp_path / "stance" / "fnc1")
    figures = measure(tmp_path, default_tools())
    assert figures["fnc1_f1"]["unrelated"] == 1.0  # type: ignore[index]
    assert "fnc1_macro_f1" in figures
    assert "perspectrum_macro_f1" not in figures


def test_where_nothing_is_nothing_is_measured(tmp_path: Path) -> None:
    assert measure(tmp_path, default_tools()) == {"fnc1_macro_f1": None, "fnc1_f1": {}}


def test_f1_by_class_has_the_names_of_the_challenge() -> None:
    labels, chosen = np.array([0, 0, 1, 2, 3]), np.array([0, 1, 1, 2, 3])
    assert name_f1(chosen, labels) == {
        "agree": 0.6667,
        "disagree": 0.6667,
        "discuss": 1.0,
        "unrelated": 1.0,
    }


def test_a_class_without_a_pair_has_no_f1() -> None:
    labels, chosen = np.array([0, 0, 3]), np.array([0, 1, 3])
    assert name_f1(chosen, labels) == {
        "agree": 0.6667,
        "disagree": None,
        "discuss": None,
        "unrelated": 1.0,
    }


def test_one_perspective_of_each_cluster_of_the_test_part_is_read(tmp_path: Path) -> None:
    clusters = [
        {"pids": [7, 8], "stance_label_3": "SUPPORT"},
        {"pids": [9], "stance_label_3": "UNDERMINE"},
    ]
    claims = [
        {"cId": number, "text": f"Claim {number}", "perspectives": clusters} for number in (1, 2)
    ]
    pool = [{"pId": number, "text": f"Text {number}"} for number in (7, 8, 9)]
    (tmp_path / "perspective_pool_v1.0.json").write_text(json.dumps(pool))
    (tmp_path / "perspectrum_with_answers_v1.0.json").write_text(json.dumps(claims))
    (tmp_path / "dataset_split_v1.0.json").write_text(json.dumps({"1": "train", "2": "test"}))
    assert [(p.claim, p.passage, p.stance) for p in read_perspectrum(tmp_path)] == [
        ("Claim 2", "Text 7", Stance.SUPPORTS),
        ("Claim 2", "Text 9", Stance.DISPUTES),
    ]
