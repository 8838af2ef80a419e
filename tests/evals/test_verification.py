"""How the verification sets are read, cut in two and scored."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from evals.verification import calibration_error, choose, macro_f1, measure
from evals.verification_sets import SETS, is_held_out, read_set
from secondsource.evidence.finding import Stance


def write_lines(path: Path, *records: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def test_each_evidence_sentence_of_a_climate_claim_is_a_pair(tmp_path: Path) -> None:
    evidences = [
        {"evidence_label": "SUPPORTS", "evidence": "The lake was warmer."},
        {"evidence_label": "NOT_ENOUGH_INFO", "evidence": "The lake is deep."},
    ]
    record = {"claim": "The lake warms.", "evidences": evidences}
    write_lines(tmp_path / "climate_fever" / "claims.jsonl", record)
    pairs = read_set("climate_fever", tmp_path)
    assert [(pair.passage, pair.stance) for pair in pairs] == [
        ("The lake was warmer.", Stance.SUPPORTS),
        ("The lake is deep.", Stance.DISCUSSES),
    ]


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_gold_sentences_are_joined_whatever_the_split_is_called(tmp_path: Path, split: str) -> None:
    gold = [{"text": "It opened in May."}, {"text": "It closed in June."}]
    record = {"text": "It was open for a year.", "label": "REFUTES", "gold_evidence": gold}
    write_lines(tmp_path / "foolmetwice" / f"{split}.jsonl", record)
    (pair,) = read_set("foolmetwice", tmp_path)
    assert pair.passage == "It opened in May. It closed in June."
    assert pair.stance is Stance.DISPUTES


def test_a_row_of_healthver_is_a_pair(tmp_path: Path) -> None:
    path = tmp_path / "healthver" / "dev.csv"
    path.parent.mkdir()
    path.write_text('id,evidence,claim,label\n1,"Tea, they say, is warm.",Tea heals.,Neutral\n')
    (pair,) = read_set("healthver", tmp_path)
    assert (pair.claim, pair.passage) == ("Tea heals.", "Tea, they say, is warm.")
    assert pair.stance is Stance.DISCUSSES


def test_treebank_codes_are_put_back_and_crossed_pairs_stay_together(tmp_path: Path) -> None:
    rows = [("A", "P -LRB- x -RRB-"), ("A", "Q"), ("B", "Q"), ("B", "P -LRB- x -RRB-"), ("C", "R")]
    records = [{"claim": c, "evidence": e, "label": "SUPPORTS"} for c, e in rows]
    write_lines(tmp_path / "fever_symmetric" / "dev.jsonl", *records)
    pairs = read_set("fever_symmetric", tmp_path)
    assert pairs[0].passage == "P ( x )"
    groups = [pair.group for pair in pairs]
    assert len(set(groups[:4])) == 1
    assert groups[4] != groups[0]


def test_a_missing_set_has_no_pairs(tmp_path: Path) -> None:
    assert read_set("healthver", tmp_path) == ()


def test_about_a_quarter_is_held_out_and_always_the_same() -> None:
    held_out = [group for group in map(str, range(2000)) if is_held_out(group)]
    assert 440 < len(held_out) < 560
    assert is_held_out("The lake warms.") is is_held_out("the lake WARMS.")


def test_a_set_of_two_classes_is_judged_between_these_two() -> None:
    rows = np.array([[0.2, 0.1, 0.7], [0.1, 0.3, 0.6], [0.5, 0.4, 0.1]], dtype=np.float32)
    labels = np.array([0, 1, 1])
    chosen = choose(rows, labels)
    assert chosen.tolist() == [0, 1, 0]
    assert macro_f1(chosen, labels) == pytest.approx(2 / 3)


def test_calibration_error_is_the_gap_between_sure_and_right() -> None:
    rows = np.array([[0.9, 0.1, 0.0]] * 10, dtype=np.float32)
    six_right = np.array([0] * 6 + [1] * 4)
    assert calibration_error(rows, six_right) == pytest.approx(0.3)
    assert calibration_error(rows, np.array([0] * 9 + [2])) == pytest.approx(0.0, abs=1e-6)


def test_labels_in_other_letters_are_known_and_what_lacks_one_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "healthver" / "healthver_test.csv"
    path.parent.mkdir()
    rows = [
        "1,Tea is warm.,Tea heals.,NEUTRAL ",
        "2,Tea is tea.,Tea heals.,refutes",
        "3,Tea.,Tea.,",
        ",,",
    ]
    text = "\ufeffid,evidence,claim,label\n" + "\n".join(rows)
    path.write_text(text, encoding="utf-8", newline="\r\n")
    pairs = read_set("healthver", tmp_path)
    assert [pair.stance for pair in pairs] == [Stance.DISCUSSES, Stance.DISPUTES]
    assert "healthver: 2 without a known label" in capsys.readouterr().err


def test_columns_that_a_test_part_lacks_are_not_needed(tmp_path: Path) -> None:
    write_lines(
        tmp_path / "foolmetwice" / "test.jsonl", {"text": "No evidence.", "label": "SUPPORTS"}
    )
    assert read_set("foolmetwice", tmp_path) == ()
    row = {"claim": "A", "evidence_sentence": "B", "gold_label": "NOT ENOUGH INFO"}
    write_lines(tmp_path / "fever_symmetric" / "v2" / "test.jsonl", row)
    (pair,) = read_set("fever_symmetric", tmp_path)
    assert (pair.passage, pair.stance) == ("B", Stance.DISCUSSES)


def test_where_nothing_is_no_figure_is_given(tmp_path: Path) -> None:
    def read_nothing(_: object) -> None:
        raise AssertionError

    figures = measure(tmp_path, SimpleNamespace(read_pairs=read_nothing))
    assert set(figures.values()) == {None}
    assert set(figures) == {*(f"{name}_macro_f1" for name in SETS), "expected_calibration_error"}
