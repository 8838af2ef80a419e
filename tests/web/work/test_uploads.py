"""Uploaded files: their names and their sizes are a stranger's."""

from io import BytesIO
from pathlib import Path

import pytest

from secondsource.errors import UnreadableError
from secondsource.web.work import uploads
from secondsource.web.work.uploads import keep_upload, make_safe_name, remove_upload


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("article.html", "article.html"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\page.HTM", "page.HTM"),
        (".bashrc", "bashrc"),
        ("a\0b\n.txt", "a_b_.txt"),
        ("статья.txt", "статья.txt"),
        ("..", "file"),
        ("", "file"),
        ("\ud800.txt", "_.txt"),
    ],
)
def test_a_name_is_made_safe(given: str, kept: str) -> None:
    assert make_safe_name(given) == kept


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    name = make_safe_name("я" * 500 + ".html")
    assert name.endswith("я.html")
    assert len(name.encode()) <= 150


def test_files_of_one_name_are_both_kept() -> None:
    folder = keep_upload([("a.txt", BytesIO(b"one")), ("a.txt", BytesIO(b"two"))])
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        "a.txt": b"one",
        "a (2).txt": b"two",
    }
    remove_upload([str(folder)])
    assert not folder.exists()


def test_too_much_is_refused_and_nothing_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 10)
    removed: list[str] = []
    monkeypatch.setattr(uploads, "remove_upload", removed.extend)
    with pytest.raises(UnreadableError, match="more than 0 MB together"):
        keep_upload([("a.txt", BytesIO(b"12345")), ("b.txt", BytesIO(b"123456"))])
    (folder,) = removed
    remove_upload([folder])
    assert not Path(folder).exists()


def test_another_folder_is_never_removed(tmp_path: Path) -> None:
    remove_upload([str(tmp_path)])
    assert tmp_path.exists()
