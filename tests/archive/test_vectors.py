"""Article vectors: computed in pieces, kept when stopped, computed anew when broken."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from secondsource.archive import Archive, vectors
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.lineage.translation.sentence_sums import SentenceSums

ARTICLES = 23


class LetterVectors:
    """Counts the letters of a text: a model that costs nothing."""

    dimensions = 26

    def __init__(self) -> None:
        self.read = 0

    def sum_words(self, texts: Sequence[str]) -> SentenceSums:
        self.read += len(texts)
        counts = [[text.count(chr(97 + k)) for k in range(26)] for text in texts]
        sums = np.array(counts, np.float32).reshape(len(texts), 26)
        return SentenceSums(sums, np.maximum(sums.sum(axis=1), 1))


def _items(first: int, last: int) -> list[Collected]:
    texts = {f"a{k}": "abc"[k % 3] * 3 + "z" * k for k in range(first, last)}
    return [
        Collected(Article(name, text, language="de"), text.encode(), "text/plain", name)
        for name, text in texts.items()
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(vectors, "PIECE", 5)
    with Archive.open(tmp_path / "newsroom", create=True) as archive:
        archive.add(_items(0, ARTICLES))
    return tmp_path / "newsroom"


def _enrich(folder: Path, limit: int | None = None) -> int:
    """Enrich in a newly opened archive, and say how many articles were read for it."""
    model = LetterVectors()
    with Archive.open(folder) as archive:
        archive.enrich(model, limit)
    return model.read


def _check_whole(folder: Path, expected: int = ARTICLES) -> None:
    with Archive.open(folder) as archive:
        known = archive.vectors()
        texts = {article.id: article.text for article in archive.articles()}
        assert set(known.ids) == set(texts)
        assert len(known) == expected
        for id_, vector in zip(known.ids, known.matrix, strict=True):
            sums = LetterVectors().sum_words([texts[id_]])
            assert np.allclose(vector, sums.sums[0] / sums.weights[0], atol=1e-3)


def test_nothing_is_computed_unasked(folder: Path) -> None:
    with Archive.open(folder) as archive:
        assert archive.enriched() == vectors.Enriched(0, ARTICLES)
        assert len(archive.vectors()) == 0


def test_each_article_is_read_once(folder: Path) -> None:
    assert _enrich(folder) == ARTICLES
    assert _enrich(folder) == 0
    with Archive.open(folder) as archive:
        archive.add(_items(ARTICLES, ARTICLES + 4))
        assert archive.enriched().missing == 4
    assert _enrich(folder) == 4
    _check_whole(folder, ARTICLES + 4)


def test_it_goes_on_where_it_was_stopped(folder: Path) -> None:
    def stop(done: int) -> None:
        if done >= 10:
            raise KeyboardInterrupt

    with Archive.open(folder) as archive, pytest.raises(KeyboardInterrupt):
        archive.enrich(LetterVectors(), progress=stop)
    assert _enrich(folder) == ARTICLES - 10
    _check_whole(folder)


def test_a_limit_takes_the_earliest(folder: Path) -> None:
    assert _enrich(folder, limit=7) == 7
    with Archive.open(folder) as archive:
        assert archive.vectors().ids == tuple(f"a{k}" for k in range(7))
    _enrich(folder)
    _check_whole(folder)


@pytest.mark.parametrize("damage", ["cut", "emptied", "removed", "of another kind"])
def test_a_broken_piece_is_computed_anew(
    folder: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    _enrich(folder)
    piece = sorted((folder / "index" / "vectors").iterdir())[1]
    data = piece.read_bytes()
    if damage == "removed":
        piece.unlink()
    else:
        piece.write_bytes({"cut": data[:200], "emptied": b"", "of another kind": b"x" * 99}[damage])
    assert _enrich(folder) > 0
    _check_whole(folder)
    assert ("cannot be read; they are computed anew." in caplog.text) is (damage != "removed")
    assert "pickle" not in caplog.text  # what the library would have one do with a foreign file


def test_a_piece_of_another_archive_is_not_believed(folder: Path, tmp_path: Path) -> None:
    _enrich(folder)
    with Archive.open(tmp_path / "other", create=True) as archive:
        archive.add(_items(0, ARTICLES))
    (tmp_path / "other" / "index").mkdir(exist_ok=True)
    shutil.copytree(folder / "index" / "vectors", tmp_path / "other" / "index" / "vectors")
    assert _enrich(tmp_path / "other") == ARTICLES


def test_a_removed_article_has_no_vector(folder: Path) -> None:
    _enrich(folder)
    with Archive.open(folder) as archive:
        archive.remove("a3")
        assert "a3" not in archive.vectors().ids
        assert archive.enriched() == vectors.Enriched(ARTICLES - 1, ARTICLES - 1)


@pytest.mark.parametrize("enriched", [True, False])
def test_an_article_added_again_has_a_vector(folder: Path, enriched: bool) -> None:
    if enriched:
        _enrich(folder)
    with Archive.open(folder) as archive:
        archive.remove("a3")
        archive.add(_items(3, 4))
    _enrich(folder)
    _check_whole(folder)


def test_small_pieces_are_joined(folder: Path) -> None:
    for k in range(ARTICLES, ARTICLES + 7):
        with Archive.open(folder) as archive:
            archive.add(_items(k, k + 1))
        _enrich(folder)
    assert len(list((folder / "index" / "vectors").iterdir())) == 6
    _check_whole(folder, ARTICLES + 7)


def test_a_piece_that_was_to_be_deleted_does_no_harm(folder: Path) -> None:
    _enrich(folder, limit=3)
    (first,) = (folder / "index" / "vectors").iterdir()
    data = first.read_bytes()
    _enrich(folder)
    first.write_bytes(data)
    assert _enrich(folder) == 0
    _check_whole(folder)
