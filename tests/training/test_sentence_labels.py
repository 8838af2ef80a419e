"""Labels fall on the words that they were given to, wherever the articles are."""

import csv
from pathlib import Path

import pytest

from secondsource.models.trained_on import item_key
from training import sentence_labels, sentence_pool
from training.sentence_labels import Label, read_labels

TEXT = "The mill closed. A shameful, shabby deal! It rained. The mayor was told of it on Monday."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of the shape of the evaluation data, with one article in it."""
    for name in ("attribution/polnear", "stance/fnc1"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "attribution/polnear/metadata.tsv").write_text("filename\n", encoding="utf-8")
    with (tmp_path / "stance/fnc1/bodies.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Body ID", "articleBody"), ("7", TEXT)])
    return tmp_path


def test_labels_are_read_by_place(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        "article\tstart\tend\tsubjective\tloaded\twords",
        "fnc1-b7\t0\t17\t0\t?\t",
        "fnc1-b7\t17\t42\t1\t1\t2-10 12-18",
        "fnc1-b8\t0\t5\t1\t1\t",
    ]
    table = data / "labels.tsv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    monkeypatch.setattr(sentence_labels, "FILE", table)
    assert read_labels(data) == [
        Label("The mill closed.", False, None, ()),
        Label("A shameful, shabby deal!", True, True, ("shameful", "shabby")),
    ]


def test_every_shipped_label_is_whole() -> None:
    with sentence_labels.FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len({(row["article"], row["start"]) for row in rows}) == len(rows)
    assert {row["subjective"] for row in rows} == {"0", "1"}
    assert {row["loaded"] for row in rows} == {"0", "1", "?"}
    assert all(int(row["start"]) < int(row["end"]) for row in rows)


def test_the_pool_has_each_sentence_once_and_none_that_is_labelled(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {item_key("A shameful, shabby deal!")}
    monkeypatch.setattr(sentence_pool, "_read_labelled", lambda _: known)
    assert sentence_pool.read_pool(data) == ["The mayor was told of it on Monday."]
