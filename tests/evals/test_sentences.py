"""The measures are right, and what was trained on is left out."""

import json
from pathlib import Path

import pytest

from evals import sentences
from evals.sentences import average_precision, macro_f1, measure, weighted_f1
from secondsource.models.trained_on import item_key

RANKINGS = [
    # which are relevant, scores, average precision
    ([True, False, False], [0.9, 0.5, 0.1], 1.0),
    ([False, True, False], [0.9, 0.5, 0.1], 0.5),
    ([True, False, True], [0.9, 0.5, 0.1], (1 + 2 / 3) / 2),
    ([False, False], [0.9, 0.5], None),
]


@pytest.mark.parametrize(("labels", "scores", "expected"), RANKINGS)
def test_average_precision(labels: list[bool], scores: list[float], expected: float | None) -> None:
    found = average_precision(labels, scores)
    assert found == (None if expected is None else pytest.approx(expected))


def test_f1() -> None:
    labels, yes = [True, True, False, False], [True, False, False, False]
    positive, negative = 2 / 3, 4 / 5
    assert macro_f1(labels, yes) == pytest.approx((positive + negative) / 2, abs=1e-4)
    assert weighted_f1([True, False, False, False], [True, False, False, True]) == pytest.approx(
        (2 / 3 + 3 * 4 / 5) / 4, abs=1e-4
    )
    assert macro_f1([], []) is None


def _write_claimbuster(folder: Path, rows: list[tuple[str, int]]) -> None:
    path = folder / "checkworthy" / "claimbuster"
    path.mkdir(parents=True)
    items = [
        {"sentence_id": place, "label": label, "text": text}
        for place, (text, label) in enumerate(rows)
    ]
    (path / "test.json").write_text(json.dumps(items))


def test_sets_that_are_missing_give_no_figure(tmp_path: Path) -> None:
    assert measure(tmp_path) == {
        "clef2019_map": None,
        "claimbuster_f1": None,
        "claimbuster_macro_f1": None,
        "subjectivity_macro_f1": {},
        "babe_macro_f1": None,
    }


def test_what_was_trained_on_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fact = "Unemployment in Ostria fell by 4 percent last year."
    wrongly_labelled = "Thank you all for coming out here tonight."
    _write_claimbuster(tmp_path, [(fact, 1), (wrongly_labelled, 1)])
    assert measure(tmp_path)["claimbuster_f1"] != 1.0
    known = frozenset({item_key(wrongly_labelled)})
    monkeypatch.setattr(sentences, "seen", lambda _: known)
    assert measure(tmp_path)["claimbuster_f1"] == 1.0
