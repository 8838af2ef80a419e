"""Uploaded files: their names and their sizes are a stranger's."""

from io import BytesIO
from pathlib import Path

import pytest

from secondsource.errors import QueueFullError, UnreadableError
from secondsource.web.shared.scratch import Scratch
from secondsource.web.work import uploads as module
from secondsource.web.work.uploads import Uploads, make_safe_name


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


@pytest.fixture
def uploads(scratch: Scratch) -> Uploads:
    """Uploads of which 30 bytes may wait."""
    return Uploads(scratch, most_waiting=30)


def list_kept(scratch: Scratch) -> list[Path]:
    """The folders of uploads that are kept."""
    return list(scratch.make_folder("test-").parent.glob("upload-*"))


def test_files_of_one_name_are_both_kept(uploads: Uploads) -> None:
    folder = uploads.keep([("a.txt", BytesIO(b"one")), ("a.txt", BytesIO(b"two"))])
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        "a.txt": b"one",
        "a (2).txt": b"two",
    }
    uploads.remove([str(folder)])
    assert not folder.exists()


def test_too_much_is_refused_and_nothing_left(
    uploads: Uploads, scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    with pytest.raises(UnreadableError, match="more than 0 MB together"):
        uploads.keep([("a.txt", BytesIO(b"12345")), ("b.txt", BytesIO(b"123456"))])
    assert list_kept(scratch) == []


def test_so_much_waits_and_no_more(uploads: Uploads, scratch: Scratch) -> None:
    first, second = (uploads.keep([("a.txt", BytesIO(b"x" * 15))]) for _ in range(2))
    with pytest.raises(QueueFullError, match="Try again when some of them are done"):
        uploads.keep([("a.txt", BytesIO(b"x"))])
    assert set(list_kept(scratch)) == {first, second}
    uploads.remove([str(first)])
    uploads.keep([("a.txt", BytesIO(b"x" * 15))])


def test_another_folder_is_never_removed(uploads: Uploads, tmp_path: Path) -> None:
    uploads.remove([str(tmp_path)])
    assert tmp_path.exists()
