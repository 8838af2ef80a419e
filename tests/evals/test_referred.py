"""Labels by reference, and the tables of labels."""

import hashlib
import re
from pathlib import Path

import pytest

from evals.checkable import OWN as CHECKABLE
from evals.forecasts import OWN, REAL, measure_told
from evals.opinion import LABELS
from evals.referred import _place, read_referred, read_table
from secondsource.article import Article
from secondsource.reading.statement import Kind

_DUE = re.compile(r"open|\d{4}(-\d\d(-\d\d)?)?")


def test_a_label_falls_only_on_the_words_it_was_given_to() -> None:
    text = "It rained. The port was closed."
    row = {"article": "a", "start": "11", "length": "20"}
    row["hash"] = hashlib.sha256(text[11:].encode()).hexdigest()[:12]
    assert _place(row, {"a": [Article("other", "x" * 40), Article("a", text)]}) is not None
    assert _place(row, {"a": [Article("a", text.replace("port", "park"))]}) is None
    assert _place(row, {}) is None


def test_what_is_not_in_the_folder_is_left_out(tmp_path: Path) -> None:
    assert read_referred(LABELS, tmp_path / "data") == []


@pytest.mark.parametrize("name", [LABELS, REAL])
def test_labels_by_reference_hold_no_text(name: str) -> None:
    for row in read_table(name):
        assert not re.search(r"\s", "".join(row.values()))
        assert re.fullmatch("[0-9a-f]{12}", row["hash"])


def test_the_kinds_are_known_and_both_parts_are_there() -> None:
    rows = read_table(LABELS)
    assert {kind for row in rows for kind in row["kinds"].split("/")} == set(Kind)
    assert {row["part"] for row in rows} == {"looked", "kept"}


def test_own_sentences_have_their_dates_and_words() -> None:
    for row in read_table(OWN):
        assert row["condition"].casefold() in row["text"].casefold()
        assert row["holder"].casefold() in row["text"].casefold()
        dated = row["start"] and row["end"]
        assert bool(dated) is (row["forecast"] == "1")
        assert not dated or (_DUE.fullmatch(row["start"]) and _DUE.fullmatch(row["end"]))
    for row in read_table(CHECKABLE):
        assert row["words"] in row["text"]
        assert bool(row["words"]) is bool(row["reason"])


def test_precision_recall_and_f1() -> None:
    told = measure_told([True, True, False, False], [True, False, True, False])
    assert told == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert measure_told([True], [False])["f1"] == 0.0
