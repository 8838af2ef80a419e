"""Collections from files: dumps, CSV, JSONL; what cannot be read is refused in one line."""

import bz2
import json
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


@pytest.mark.parametrize("packed", [False, True])
def test_a_dump_is_kept_with_its_day_and_language(tmp_path: Path, packed: bool) -> None:
    dump = make_dump().encode()
    name = "enwikiquote-20240601-pages-articles.xml" + (".bz2" if packed else "")
    kept = _import(tmp_path, name, bz2.compress(dump) if packed else dump)
    assert (kept.name, kept.dated, kept.language) == ("enwikiquote", "2024-06-01", "en")
    assert kept.quotations == 15
    assert kept.people == 5
    # Once more: it is replaced, not doubled.
    assert _import(tmp_path, name, bz2.compress(dump) if packed else dump) == kept
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


_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mediawiki>&b;</mediawiki>'
_BAD = {
    "empty.xml": b"",
    "entities.xml": _ENTITIES.encode(),
    "page.html": b"<html><body>A page</body></html>",
    "cut.xml": make_dump().encode()[:-500],
    "cut.xml.bz2": bz2.compress(make_dump().encode())[:-40],
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
