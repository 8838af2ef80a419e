import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from secondsource.collect import Collected, CollectOptions, Rejected, collect, collect_all
from secondsource.collect import collect as collect_package
from tests.collect.pages import PARAGRAPHS, make_page, make_pdf

TEXT = "Boats are late\n\nThe boats were late, the harbour master has said, and it was Tuesday.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def reasons(source: str | Path, options: CollectOptions | None = None) -> dict[str, str]:
    """The name of each rejected item with its reason."""
    items = collect(source, options)
    return {Path(i.source).name: i.reason for i in items if isinstance(i, Rejected)}


def only(source: str | Path) -> Collected:
    (item,) = collect(source)
    assert isinstance(item, Collected)
    return item


def test_text_file(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text(TEXT)
    item = only(path)
    assert item.article.text == TEXT
    assert item.article.title == "Boats are late"
    assert item.article.language == "en"
    assert item.raw == TEXT.encode()
    assert item.article.raw == hashlib.sha256(item.raw).hexdigest()
    assert len(item.article.id) == 32
    assert (item.media_type, item.source) == ("text/plain", str(path))


@pytest.mark.parametrize(
    ("source", "reason"), [("", "the name is empty"), ("a" * 300, "File name too long")]
)
def test_a_name_that_cannot_be_one_ends_no_batch(source: str, reason: str) -> None:
    (item,) = collect(source)
    assert isinstance(item, Rejected)
    assert reason in item.reason


def test_html_file(tmp_path: Path) -> None:
    path = tmp_path / "boats.html"
    path.write_text(make_page())
    item = only(str(path))
    assert PARAGRAPHS[0] in item.article.text
    assert item.media_type == "text/html"


def test_html_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "boats"
    path.write_text(make_page())
    assert only(path).media_type == "text/html"


def test_pdf_file(tmp_path: Path) -> None:
    path = tmp_path / "boats.pdf"
    info = "/Title (Late boats) /Author (Mara Quill) /CreationDate (D:20210203101500Z)"
    path.write_bytes(make_pdf(["The boats were late on Tuesday.", "Nobody was surprised."], info))
    article = only(path).article
    assert article.text == "The boats were late on Tuesday.\nNobody was surprised."
    assert (article.title, article.byline) == ("Late boats", ("Mara Quill",))
    assert article.published == "2021-02-03"


def test_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    found = [Path(item.source).relative_to(tmp_path).as_posix() for item in collect(tmp_path)]
    assert found == ["a.txt", "b/1.txt", "b/2.txt"]


BAD_FILES = [
    ("empty.txt", b"", "the file is empty"),
    ("blank.html", b" \n ", "the file is empty"),
    ("empty.jsonl", b"", "the file is empty"),
    ("picture.html", PNG, "it is a PNG picture"),
    ("picture.txt", PNG, "it is a PNG picture"),
    ("nul.txt", b"The boats\0were late.", "NUL bytes"),
    ("cut.pdf", b"%PDF-1.4\nnothing more", "cannot be opened"),
    ("empty.pdf", make_pdf([]), "no text layer"),
    ("named.pdf", b"The boats were late.", "does not begin as one"),
    ("one.json", b'{\n "text": "The boats were late."\n}', "not a kind of file that is read"),
    ("table.csv", b"boat,late\n1,2\n", "not a kind of file that is read"),
    (".hidden.txt", TEXT.encode(), "hidden files are passed over"),
    ("packed.gz", b"\x1f\x8b\x08\0", "gzip-compressed"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD_FILES)
def test_bad_file_is_rejected_with_its_reason_and_the_rest_goes_on(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz_good.txt").write_text(TEXT)
    items = list(collect(tmp_path))
    assert [type(item) for item in items] == [Rejected, Collected]
    assert reason in reasons(tmp_path)[name]


def test_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as stream:
        stream.write(b"<html><body>")
        stream.truncate(50 * 1024 * 1024)
    assert "52,428,800 bytes, more than the 20,971,520 allowed" in reasons(path)["large.html"]


def test_missing_file_and_device_are_rejected(tmp_path: Path) -> None:
    assert "no such file or folder" in reasons(tmp_path / "missing.txt")["missing.txt"]
    assert "not a regular file" in reasons("/dev/null")["null"]


def test_link_loop_is_entered_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "boats.txt").write_text(TEXT)
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    items = list(collect(tmp_path))
    assert len([item for item in items if isinstance(item, Collected)]) == 1
    assert "link back" in reasons(tmp_path)["round"]
    assert "no such file" in reasons(tmp_path)["self"]


def test_file_without_right_to_read_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(TEXT)

    def refuse(*_args: object, **_keywords: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(path)["locked.txt"] == (
        "cannot be read (Permission denied): check path and rights"
    )


def test_a_reader_without_room_does_not_blame_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT)

    def fail(*_args: object, **_keywords: object) -> None:
        raise OSError(28, "No space left on device")  # as where a model is unpacked on a full disk

    monkeypatch.setattr(Path, "open", fail)
    assert reasons(path)["page.txt"] == (
        "is not read, as no room is left for it (No space left on device): free some space and add "
        "it again"
    )


def test_a_reader_that_breaks_does_not_end_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("bad " + TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    real = collect_package.__globals__["read_text"]

    def read(data: bytes, charset: str | None) -> object:
        if data.startswith(b"bad"):
            raise ZeroDivisionError("by zero")
        return real(data, charset)

    monkeypatch.setitem(collect_package.__globals__, "read_text", read)
    items = list(collect(tmp_path))
    assert [type(item) for item in items] == [Rejected, Collected]
    assert "ZeroDivisionError" in reasons(tmp_path)["a.txt"]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    items = collect(tmp_path)
    assert isinstance(next(items), Collected)
    (tmp_path / "b.txt").write_text("Other boats are late.")
    last = next(items)
    assert isinstance(last, Collected)
    assert last.article.text == "Other boats are late."


def test_sources_follow_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    kinds = [type(i) for i in collect_all([str(tmp_path / "no.txt"), str(tmp_path / "a.txt")])]
    assert kinds == [Rejected, Collected]


def test_the_text_fills_in_what_nothing_else_says(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text(
        "Boats are late\nBy Mara Quill\n"
        + "The boats were late and the harbour master had said that they would be.\n"
        + "The views expressed here are not necessarily the views of Tide Watch.\n"
    )
    article = only(path).article
    assert article.byline == ("Mara Quill",)
    assert article.outlet == "Tide Watch"
    assert len(article.boilerplate) == 3


@pytest.mark.slow
def test_jsonl_does_not_wait_for_the_page_reader(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps({"text": TEXT}))
    code = (
        "import sys; from secondsource.collect import collect; "
        f"assert len(list(collect({str(path)!r}))) == 1; "
        "assert not {'trafilatura', 'pypdfium2'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.slow
def test_two_thousand_articles_a_second(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    text = "\n\n".join(PARAGRAPHS[:2] * 8)
    path.write_text(
        "".join(json.dumps({"text": text, "language": "en"}) + "\n" for _ in range(2000))
    )
    start = time.process_time()
    count = sum(1 for _ in collect(path))
    # Half the figure aimed at, so that a busy machine does not fail the suite.
    assert count / (time.process_time() - start) > 1000
