"""The measures are right, and what was trained on is left out."""

import json
from pathlib import Path

import pytest

from evals import sentences
from evals.sentence_data import (
    Item,
    mark_phrases,
    mark_words,
    read_babe,
    read_claimbuster,
    read_debates,
    read_subjectivity,
)
from evals.sentences import (
    _span_f1,
    _word_f1,
    average_precision,
    macro_f1,
    measure,
    weighted_f1,
)
from secondsource.article import Span
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
    assert macro_f1([True, True], [True, True]) == 1.0
    assert macro_f1([True, True], [True, False]) == pytest.approx(1 / 3, abs=1e-4)


def test_marked_phrases_are_found_at_every_place_whatever_their_case() -> None:
    item = Item("Sham talks, a sham vote, a real sham.", True, "", ("sham", "Sham vote", ""))
    assert [span.of(item.text) for span in mark_phrases(item)] == [
        "Sham", "sham", "sham vote", "sham",
    ]  # fmt: skip
    words = [Span(0, 4), Span(5, 10), Span(14, 18), Span(19, 23)]
    assert mark_words(item, words).tolist() == [1, 0, 1, 1]


FOUND = [
    # spans found in "a brutal, senseless raid", F1 of words, F1 of phrases
    ([Span(2, 8), Span(10, 19)], 1.0, 1.0),
    ([Span(2, 8)], 2 / 3, 2 / 3),
    ([Span(2, 24)], 0.8, 1.0),
    ([Span(20, 24)], 0.0, 0.0),
    ([], 0.0, 0.0),
]


@pytest.mark.parametrize(("found", "of_words", "of_phrases"), FOUND)
def test_f1_of_marked_words(found: list[Span], of_words: float, of_phrases: float) -> None:
    items = [Item("a brutal, senseless raid", True, "", ("brutal", "senseless"))]
    assert _word_f1(items, [found]) == pytest.approx(of_words, abs=1e-4)
    assert _span_f1(items, [found]) == pytest.approx(of_phrases, abs=1e-4)


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
        "loaded_word_f1": None,
        "loaded_span_f1": None,
    }


def test_what_was_trained_on_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fact = "Unemployment in Ostria fell by 4 percent last year."
    wrongly_labelled = "Thank you all for coming out here tonight."
    _write_claimbuster(tmp_path, [(fact, 1), (wrongly_labelled, 1)])
    assert measure(tmp_path)["claimbuster_f1"] != 1.0
    known = frozenset({item_key(wrongly_labelled)})
    monkeypatch.setattr(sentences, "seen", lambda _: known)
    assert measure(tmp_path)["claimbuster_f1"] == 1.0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8-sig", newline="\r\n")


def test_debates_with_labels_are_read_and_those_without_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "checkworthy" / "clef2019"
    line = "1\tVELLIN\tTaxes\u2028fell."
    _write(folder / "annotated" / "one.tsv", f"{line}\t1\n2\tTALKIN\tNo.\t0\n3\tTALKIN\tWell.\t\n")
    _write(folder / "test" / "one.tsv", f"{line}\n2\tTALKIN\tNo.\t\n")
    assert read_debates(tmp_path) == {
        "one": [Item("Taxes\u2028fell.", True, "one"), Item("No.", False, "one")]
    }


def test_check_worthy_sentences_need_no_number(tmp_path: Path) -> None:
    rows = [{"text": "a", "label": "1"}, {"text": "b", "label": -1}, {"text": "c"}]
    _write(tmp_path / "checkworthy/claimbuster/two/test.json", json.dumps(rows))
    assert read_claimbuster(tmp_path) == [Item("a", True), Item("b", False)]


def test_languages_are_read_whatever_their_folder_and_file_are_called(tmp_path: Path) -> None:
    table = 'sentence_id\tsentence\tlabel\n1\t"So it is.\tsubj \n2\tIt is.\tObj\n3\tIs it?\t\n'
    for name in ("turkish/test_tr_labeled", "romansh/test", "multilingual/test"):
        _write(tmp_path / "subjectivity" / f"{name}.tsv", table)
    _write(
        tmp_path / "subjectivity/turkish/test_tr_unlabeled.tsv", "sentence_id\tsentence\n1\tSo.\n"
    )
    found = read_subjectivity(tmp_path)
    assert list(found) == ["romansh", "tr"]
    assert [(item.text, item.label) for item in found["tr"]] == [
        ('"So it is.', True), ("It is.", False),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [";", ","])
def test_biased_sentences_are_read_with_or_without_their_words(tmp_path: Path, mark: str) -> None:
    rows = [
        "text|label_bias|biased_words",
        "A sham|BIASED|['sham']",
        "A vote|Non-biased|",
        "A|No|[]",
    ]
    _write(tmp_path / "bias/babe/other.csv", "\n".join(rows).replace("|", mark) + "\n")
    _write(tmp_path / "bias/babe/people.csv", "id,age\n1,30\n")
    assert read_babe(tmp_path) == [Item("A sham", True, "", ("sham",)), Item("A vote", False)]
