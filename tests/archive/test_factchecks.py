"""Fact-checks in the archive: kept once, changed when the checker changed them, all or nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive, factcheck_index
from secondsource.collect.item import Rejected
from secondsource.errors import CollectionError
from secondsource.evidence.fact_check import FactCheck

SHUT = FactCheck(
    "The bridge is shut.", "Velmark Checks", "Not so", "https://a.example/1", "2031-05-06", "en"
)
SUNK = FactCheck(
    "Nine ships sank.", "Velmark Checks", "Unproven", "https://a.example/2", language="en"
)


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        first = archive.factchecks.add([SHUT, Rejected("x", "bad"), SUNK])
        again = archive.factchecks.add([replace(SHUT, source="elsewhere.json"), SUNK])
        assert (first.added, first.left_out, again.known, again.added) == (2, 1, 2, 0)
        assert [each for _, each in archive.factchecks.stream()] == [SHUT, SUNK]


def test_a_changed_rating_replaces_the_former(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.factchecks.add([SHUT, SUNK])
        before = archive.factchecks.state
        changed = replace(SHUT, rating="Half so")
        assert archive.factchecks.add([changed]).changed == 1
        assert [each for _, each in archive.factchecks.stream()] == [SUNK, changed]
        assert archive.factchecks.state != before


def test_nothing_is_kept_of_an_import_that_fails(tmp_path: Path) -> None:
    def break_off() -> Iterator[FactCheck]:
        yield SHUT
        raise CollectionError("the file ends")

    with Archive.open(tmp_path, create=True) as archive:
        with pytest.raises(CollectionError):
            archive.factchecks.add(break_off())
        assert len(archive.factchecks) == 0


def test_what_was_searched(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        russian = FactCheck("Мост закрыт.", "Проверка", "", language="ru")
        archive.factchecks.add([SHUT, SUNK, russian])
        covered = archive.factchecks.coverage()
    assert (covered.fact_checks, covered.checkers, covered.languages) == (3, 2, ("en", "ru"))


class _Lengths:
    """Vectors that tell how long a text is: enough to see which text they are of."""

    def embed(self, texts: list[str]) -> object:
        import numpy as np

        return np.array([[len(text), *[0] * 383] for text in texts], np.float32)


def test_the_index_follows_the_database(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.factchecks.add([SHUT])
        assert archive.factcheck_index.open().numbers.tolist() == [1]
        assert archive.factcheck_index.compute("english", _Lengths()) == 1  # type: ignore[arg-type]
        archive.factchecks.add([SUNK])
        assert archive.factcheck_index.count_missing("english") == 1
    with Archive.open(tmp_path) as archive:
        shelf = archive.factcheck_index.open()
        assert shelf.numbers.tolist() == [1, 2]
        assert shelf.english.numbers.tolist() == [1]
        assert shelf.words.score(["bridg"]).argmax() == 0


@pytest.mark.parametrize("name", ["words.npz", "english-000000000001-000000000001.npz"])
def test_a_broken_index_is_made_anew(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.factchecks.add([SHUT])
        archive.factcheck_index.compute("english", _Lengths())  # type: ignore[arg-type]
        (path,) = (tmp_path / "index" / "factchecks").glob(name)
    path.write_bytes(path.read_bytes()[:100])
    with Archive.open(tmp_path) as archive:
        assert archive.factcheck_index.open().words.size == 1
        assert archive.factcheck_index.count_missing("english") == int("english" in name)
    assert "anew" in caplog.text


def test_vectors_of_a_former_version_are_computed_anew_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    formats = factcheck_index._VECTOR_FORMATS
    with Archive.open(tmp_path, create=True) as archive:
        for each in (SHUT, SUNK):  # two pieces
            archive.factchecks.add([each])
            archive.factcheck_index.compute("english", _Lengths())  # type: ignore[arg-type]
            archive.factcheck_index.compute("network", _Lengths())  # type: ignore[arg-type]
    monkeypatch.setitem(formats, "english", formats["english"] + 1)
    with Archive.open(tmp_path) as archive:
        index = archive.factcheck_index
        assert (index.count_missing("english"), index.count_missing("network")) == (2, 0)
        assert index.open().english.numbers.size == 0
        assert index.compute("english", _Lengths()) == 2  # type: ignore[arg-type]
        assert index.open().english.numbers.tolist() == [1, 2]
    names = sorted(path.name for path in (tmp_path / "index" / "factchecks").glob("*-*.npz"))
    assert names == [
        "english-000000000001-000000000002.npz",
        "network-000000000001-000000000001.npz",
        "network-000000000002-000000000002.npz",
    ]
