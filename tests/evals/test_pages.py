"""Pages and credits: what is read, and what is said where there is nothing to measure."""

import gzip
import json
from pathlib import Path

import pytest

from evals.credits import Tally, measure_polnear
from evals.fundus import read_fundus
from evals.pages import Extracted, measure


def _read_nothing(_: bytes) -> Extracted:
    return Extracted()


def _write_outlet(folder: Path, days: tuple[str, ...], **entry: object) -> None:
    folder.mkdir(parents=True)
    (folder / "Post.json").write_text(json.dumps({f"V{n}": entry for n, _ in enumerate(days)}))
    for day in days:
        (folder / f"Post_{day}.html.gz").write_bytes(gzip.compress(b"<html></html>"))


def test_where_nothing_is_no_figure_is_given(tmp_path: Path) -> None:
    nothing = {"f1": None, "date_accuracy": None, "author_f1": None}
    assert measure(tmp_path, _read_nothing, errors=False) == nothing
    assert Tally().figures() == {"precision": None, "recall": None, "f1": None}
    assert Tally(missed=1).figures()["f1"] == 0.0
    assert list(measure_polnear(tmp_path, errors=False)) == []


def test_a_date_that_is_none_is_wrong_and_no_fault(tmp_path: Path) -> None:
    _write_outlet(tmp_path / "pages/fundus/xx", ("2031_01_02",), publishing_date="spring 2031")
    figures = measure(tmp_path, lambda _: Extracted("", "2031"), errors=False)
    assert figures["date_accuracy"] == 0.0
    assert figures["author_f1"] is None


def test_pages_that_are_not_packed_are_measured(tmp_path: Path) -> None:
    folder = tmp_path / "pages/article-extraction-benchmark"
    (folder / "html").mkdir(parents=True)
    truth = {name: {"articleBody": "One two three four five."} for name in ("there", "absent")}
    (folder / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8-sig")
    (folder / "html/there.html").write_bytes(b"One two three four five.")
    assert measure(tmp_path, lambda page: Extracted(page.decode()), errors=False)["f1"] == 1.0


def test_an_outlet_whose_pages_are_not_as_many_as_its_entries_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write_outlet(tmp_path / "xx", ("2031_01_02", "2031_02_03"), title="A title")
    assert len(list(read_fundus(tmp_path))) == 2
    next((tmp_path / "xx").glob("*.gz")).unlink()
    assert list(read_fundus(tmp_path)) == []
    assert "Post.json has 1 pages for 2 entries" in capsys.readouterr().err
