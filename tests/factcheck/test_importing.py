"""Collections from files: dumps, CSV, JSONL; what cannot be read is refused in one line."""

import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secondsource.archive import Archive
from secondsource.cli import app
from secondsource.errors import CollectionError
from secondsource.factcheck.entry import Collection
from secondsource.factcheck.importing import QuotationFile
from secondsource.jobs.quotation_collections import import_collection
from tests.factcheck.wikiquote_pages import PAGES, make_dump


def _import(
    folder: Path, name: str, data: bytes, mapping: dict[str, str] | None = None
) -> Collection:
    file = folder / name
    file.write_bytes(data)
    with Archive.open(folder / "news", create=True) as archive:
        source = QuotationFile(file, mapping or {})
        return import_collection(archive, source, None, lambda _count: None)


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [
        ("", bytes),
        (".bz2", bz2.compress),
        (".gz", gzip.compress),
        (".utf16", lambda dump: dump.decode().encode("utf-16")),
    ],
)
def test_a_dump_is_kept_with_its_day_and_language(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    dump = pack(make_dump().encode())
    name = "enwikiquote-20240601-pages-articles.xml" + suffix
    kept = _import(tmp_path, name, dump)
    assert (kept.name, kept.dated, kept.language) == ("enwikiquote", "2024-06-01", "en")
    assert kept.quotations == 15
    assert kept.people == 5
    # Once more: it is replaced, not doubled.
    assert _import(tmp_path, name, dump) == kept
    with Archive.open(tmp_path / "news") as archive:
        assert [each.about for each in archive.collections.open_all()] == [kept]


def test_the_day_of_a_dump_is_that_of_its_last_change(tmp_path: Path) -> None:
    assert _import(tmp_path, "dump.xml", make_dump().encode()).dated == "2024-05-06"


def test_csv_and_jsonl_with_their_own_columns(tmp_path: Path) -> None:
    table = "quote;author;where\nThe sea keeps no accounts;Ingrid Solvei;Letter of 1899\nno;x;\n"
    mapping = {"text": "quote", "person": "author", "source": "where"}
    assert _import(tmp_path, "table.csv", table.encode(), mapping).quotations == 1
    empty_first = "text,person\n,Ingrid Solvei\nThe sea keeps no accounts,\n"
    assert _import(tmp_path, "gaps.csv", empty_first.encode()).quotations == 1
    lines = [{"text": "The sea keeps no accounts", "person": "A", "section": "disputed"}] * 2
    data = "\n".join(map(json.dumps, lines)).encode()
    assert _import(tmp_path, "lines.jsonl", data).people == 1


_LINE = json.dumps({"text": "Море не ведёт счетов", "person": "Радин"}, ensure_ascii=False)
_WRITTEN = [
    ("lines.json", _LINE.encode("utf-16")),
    ("lines.json", _LINE.encode("utf-16-le")),
    ("lines.json", _LINE.encode("utf-16-be")),
    ("lines.jsonl", f"{_LINE}\n{_LINE}\n".encode("utf-16-be").join([b"\xfe\xff", b""])),
    ("lines.json", _LINE.encode("cp1251")),
    ("lines.csv", _LINE.encode()),
    ("lines", f"\ufeff{_LINE}\n{_LINE}".encode()),
]


@pytest.mark.parametrize(("name", "data"), _WRITTEN)
def test_json_is_read_in_any_encoding_and_by_any_name(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    assert {entry.text for entry in QuotationFile(tmp_path / name).read()} == {
        "Море не ведёт счетов"
    }


_TOLD = [
    ("dump.xml.xz", lzma.compress(b"<mediawiki/>"), "is packed (xz). Unpack it"),
    ("dump.xml.7z", b"7z\xbc\xaf\x27\x1c\0\4", "is packed (7z). Unpack it"),
    ("lines.json", f"{_LINE}\0".encode(), "is no JSON (the file holds NUL"),
    ("list.csv", f"[{_LINE}]".encode(), "Line 1 of list.csv is no JSON object. Give one a line."),
]


@pytest.mark.parametrize(("name", "data", "told"), _TOLD)
def test_what_cannot_be_read_is_told_as_what_it_is(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CollectionError) as refused:
        list(QuotationFile(tmp_path / name).read())
    assert told in str(refused.value)


_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mediawiki>&b;</mediawiki>'
_BAD = {
    "empty.xml": b"",
    "entities.xml": _ENTITIES.encode(),
    "page.html": b"<html><body>A page</body></html>",
    "cut.xml": make_dump().encode()[:-500],
    "cut.xml.bz2": bz2.compress(make_dump().encode())[:-40],
    "cut.xml.gz": gzip.compress(make_dump().encode())[:-40],
    "torn.xml.gz": gzip.compress(make_dump().encode())[:300] + b"\xff" * 900,
    "no-quotations.xml": make_dump(PAGES[-2:]).encode(),
    "columns.csv": b"a,b\n1,2\n",
    "bad.jsonl": b'{"text": "one two three"}\n{broken\n',
}


@pytest.mark.parametrize("name", _BAD)
def test_of_a_bad_file_nothing_is_kept(tmp_path: Path, name: str) -> None:
    good = _import(tmp_path, "good.xml", make_dump().encode())
    with pytest.raises(CollectionError) as refused:
        _import(tmp_path, name, _BAD[name])
    assert "\n" not in str(refused.value)
    with Archive.open(tmp_path / "news") as archive:
        assert [each.about for each in archive.collections.open_all()] == [good]
        assert [path.name for path in (archive.path / "collections").iterdir()] == [good.name]


def test_the_command_imports_and_says_how_much(tmp_path: Path) -> None:
    file = tmp_path / "wikiquote.xml"
    file.write_text(make_dump(), encoding="utf-8")
    run = CliRunner().invoke
    folder = ["--archive", str(tmp_path / "news")]
    assert "15 quotations of 5 people" in run(app, ["quotes", "import", str(file), *folder]).stdout
    assert run(app, ["quotes", "import", str(tmp_path / "none.xml"), *folder]).exit_code != 0
    assert run(app, ["quotes", "import", str(file), *folder, "--map", "x=y"]).exit_code != 0
    assert run(app, ["quotes", "import", "--help"]).exit_code == 0
