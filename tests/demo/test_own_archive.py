"""The demo's invented articles are mixed with nobody's own."""

from pathlib import Path

import pytest

from secondsource import demo
from secondsource.archive import Archive
from secondsource.collect import collect
from secondsource.errors import ArchiveError
from tests.lineage.prose import HARBOUR, ORCHARD


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a newsroom of two articles, in the place of the bundled one."""
    folder = tmp_path / "demo" / "newsroom"
    folder.mkdir(parents=True)
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(f"{HARBOUR} {number}", encoding="utf-8")
    (folder.parent / "houses.toml").write_text("[houses]\n", encoding="utf-8")
    monkeypatch.setattr(demo, "FOLDER", folder.parent)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file with an article of one's own."""
    file = tmp_path / "own.txt"
    file.write_text(ORCHARD, encoding="utf-8")
    return file


def _add(folder: Path, file: Path) -> None:
    with Archive.open(folder, create=True) as archive:
        archive.add(collect(file))


@pytest.mark.parametrize("half_built", [False, True])
def test_an_archive_with_other_articles_is_left_as_it_was(
    newsroom: Path, own: Path, tmp_path: Path, half_built: bool
) -> None:
    folder = tmp_path / "archive"
    _add(folder, own)
    if half_built:
        _add(folder, newsroom / "1.txt")
    with pytest.raises(ArchiveError, match=r"has articles of its own.*another folder with --out"):
        demo.build_archive(folder)
    assert not (folder / "houses.toml").exists()
    with Archive.open(folder) as archive:
        assert len(archive) == 1 + half_built


def test_a_demo_that_was_cut_short_or_added_to_is_taken_up_again(
    newsroom: Path, own: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "archive"
    _add(folder, newsroom / "1.txt")
    assert len(demo.build_archive(folder).added) == 1
    _add(folder, own)
    assert len(demo.build_archive(folder).known) == 2
