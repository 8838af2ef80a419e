import json
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Article, Credit, Link, Role, Span
from secondsource.collect import Collected, Rejected, collect
from secondsource.collect.formats.jsonl import read_line
from secondsource.collect.options import CollectOptions
from secondsource.errors import UnreadableError

TEXT = "The boats were late, the harbour master said on Tuesday, and nobody was surprised."


def line(**values: object) -> bytes:
    return json.dumps({"text": TEXT, **values}).encode()


def test_every_name_of_the_contract_is_read() -> None:
    article = read_line(
        line(
            id="a1",
            url="https://tidewatch.example/1",
            title="Late boats",
            outlet="Tide Watch",
            byline=["Mara Quill"],
            published="2021-02-03",
            language="en-GB",
            links=[{"url": "https://quay.example/2", "text": "here"}],
            credits=[{"role": "wire", "name": "boats", "span": {"start": 4, "end": 9}}],
            unknown=1,
        )
    )
    assert (article.id, article.title, article.outlet) == ("a1", "Late boats", "Tide Watch")
    assert (article.byline, article.published) == (("Mara Quill",), "2021-02-03")
    assert article.language == "en"
    assert article.links == (Link("https://quay.example/2", "here"),)
    assert article.credits == (Credit(Role.WIRE, "boats", span=Span(4, 9)),)


BROKEN = [
    (b"{", "not JSON"),
    (b"[1]", "not a JSON object"),
    (b"{}", '"text" is missing'),
    (b'{"text": "  "}', '"text" is missing'),
    (b'{"text": 7}', '"text" is missing'),
    (line(title=3), '"title" is not a string'),
    (line(id="one\nline"), '"id" holds a line break'),
    (line(id="one\x00"), '"id" holds a line break'),
    (line(byline=[1]), '"byline" is not a list of names'),
    (line(published="yesterday"), "ISO 8601"),
    (line(language="the English one"), "a code such as"),
    (line(links=[{"text": "x"}]), 'no "url"'),
    (line(links="x"), "not a list of objects"),
    (line(credits=[{"role": "king", "name": "x"}]), '"role", one of author'),
    (line(credits=[{"role": "wire", "name": "x", "span": {"start": 5, "end": 9999}}]), "lie in"),
    (b'{"text": "\xff"}', "not UTF-8"),
    (b"[" * 100_000, "nested too deeply"),
    (b'{"text": "x", "n": ' + b"1" * 5_000 + b"}", "not JSON that is read"),
    (line(published="20240531"), "ISO 8601"),
    (line(published="2024-W22-5"), "ISO 8601"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN)
def test_broken_line_says_what_is_wrong(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason.replace("[", r"\[")):
        read_line(data)


def test_a_bad_line_is_rejected_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(b"\n".join([line(), b"", b"{oops", line(title="Second")]) + b"\n")
    good, empty, broken, last = collect(path)
    assert isinstance(good, Collected)
    assert good.source == f"{path}:1"
    assert empty == Rejected(f"{path}:2", "the line is empty: remove it or give one JSON object")
    assert isinstance(broken, Rejected)
    assert broken.source == f"{path}:3"
    assert isinstance(last, Collected)
    assert last.article.title == "Second"


def test_raw_is_the_line(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(line() + b"\r\n")
    (item,) = collect(path)
    assert isinstance(item, Collected)
    assert item.raw == line()
    assert item.media_type == "application/x-ndjson"


def test_an_overlong_line_is_skipped_whole(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(line(title="x" * 5000) + b"\n" + line() + b"\n" + line(title="y" * 5000))
    items = list(collect(path, CollectOptions(max_bytes=1000)))
    assert [type(item) for item in items] == [Rejected, Collected, Rejected]
    assert items[2].source == f"{path}:3"


def test_a_given_id_is_kept_and_a_missing_one_is_made(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(line(id="mine") + b"\n" + line() + b"\n" + line())
    ids = [item.article.id for item in collect(path) if isinstance(item, Collected)]
    assert ids[0] == "mine"
    assert len(ids[1]) == 32
    assert ids[1] == ids[2]


def test_half_a_surrogate_pair_becomes_one_mark() -> None:
    article = read_line(b'{"text": "boat \\ud83d late\\u0000"}')
    assert article.text == "boat \ufffd late\ufffd"


@given(st.text().filter(str.strip))
def test_text_is_kept_exactly(text: str) -> None:
    data = json.dumps({"text": text}).encode()
    assert read_line(data).text == text.replace("\0", "\ufffd")


def test_a_line_that_breaks_a_reader_does_not_end_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_on_lists(data: bytes) -> Article:
        if b"[" in data:
            raise RuntimeError("a bug")
        return read_line(data)

    module = import_module("secondsource.collect.collect")
    monkeypatch.setattr(module, "read_line", break_on_lists)
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"\n".join([line(title="One"), line(byline=["Two"]), line(title="Three")]))
    first, broken, last = collect(path)
    assert isinstance(first, Collected)
    assert isinstance(broken, Rejected)
    assert (broken.source, "a bug" in broken.reason) == (f"{path}:2", True)
    assert isinstance(last, Collected)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_utf16_is_refused_once_and_not_line_by_line(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(('{"text": "Лодки"}\n' * 3).encode(encoding))
    (item,) = collect(path)
    assert item == Rejected(str(path), "the file is in UTF-16: save it in UTF-8")
