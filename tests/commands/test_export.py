"""The commands `export` and `verify`: forms and cases written, checked, and refused in one line."""

import csv
import errno
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner, Result

from secondsource.archive import Archive
from secondsource.cli import app
from secondsource.collect import collect
from secondsource.errors import CaseError, SecondSourceError
from secondsource.jobs.cases.verify import verify_case
from secondsource.report.forms import FORMS
from tests.evidence.newsroom import EXAMINED
from tests.lineage.prose import HARBOUR, ORCHARD
from tests.review.sample import make_report

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    lines = [
        {"id": "first", "text": HARBOUR, "outlet": "Coast Courier", "published": "2024-03-05"},
        {"id": "copy", "text": HARBOUR[:500], "outlet": "Inland News", "published": "2024-03-07"},
        {"id": "other", "text": ORCHARD, "outlet": "Valley Post", "published": "2024-03-06"},
    ]
    text = "\n".join(json.dumps({**line, "language": "en"}) for line in lines)
    (folder / "articles.jsonl").write_text(text, encoding="utf-8")
    with Archive.open(folder / "archive", create=True) as store:
        store.add(collect(folder / "articles.jsonl"))
    return folder / "archive"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "200")

    def invoke(*words: object) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=True)

    return invoke


@pytest.fixture(scope="module")
def case(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "case.zip"
    words = ["export", "copy", "--archive", str(archive), "--case", str(path)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert "Digest to note elsewhere: " in result.stderr
    assert "does not show that a server ever sent these bytes" in result.stderr
    return path


def test_every_article_as_before(run: Run, archive: Path) -> None:
    lines = run("export", "--archive", archive).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["first", "copy", "other"]


def test_one_form(run: Run, archive: Path, tmp_path: Path) -> None:
    printed = run("export", "copy", "--archive", archive, "--format", "claims")
    assert printed.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(printed.stdout_bytes.decode(), newline="")))
    assert {row["article"] for row in rows} == {"copy"}
    target = tmp_path / "claims.csv"
    words = ("--format", "claims", "--out", target, "--bom")
    result = run("check", "copy", "--archive", archive, *words)
    assert (result.exit_code, "Searched" in result.stdout) == (0, True)
    assert target.read_bytes() == b"\xef\xbb\xbf" + printed.stdout_bytes


def test_a_full_disk_leaves_the_report_that_was_there(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path, folder = tmp_path / "report.html", tmp_path / "report"
    path.write_bytes(b"good")
    monkeypatch.setattr(os, "fsync", fail)
    words = ["check", "copy", "--archive", archive, "--format", "html", "--out", path]
    assert "cannot be written to (No space left on device)" in str(run(*words).exception)
    assert path.read_bytes() == b"good"
    told = run("check", "copy", "--archive", archive, "--report", folder)
    assert "cannot be written to (No space left on device)" in str(told.exception)
    assert sorted(tmp_path.iterdir()) == [folder, path]
    assert list(folder.iterdir()) == []


def test_check_prints_a_form_alone(run: Run, archive: Path) -> None:
    result = run("check", "copy", "--archive", archive, "--format", "bibtex")
    assert result.stdout.startswith("@misc{inlandnews2024-")
    assert "coastcourier2024-" in result.stdout
    both = run("check", "copy", "--archive", archive, "--format", "bibtex", "--json", "-")
    assert "the standard output takes one form" in str(both.exception)


def test_the_forms_are_listed(run: Run) -> None:
    lines = run("export", "--formats").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[form.name, form.file] for form in FORMS]
    docs = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert "\n".join(lines) in docs


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("copy", "--format", "docx"), "There is no form 'docx' of a report. Give one of: html"),
        (("copy",), "--format NAME or --case FILE"),
        (("--case", "a.zip"), "need an ARTICLE"),
        (("nothing", "--case", "a.zip"), "no article with the id 'nothing'"),
        (("copy", "--format", "csl", "--out", "/none/a"), "there is no such folder"),
        (("copy", "--case", "/none/a.zip"), "there is no such folder"),
        (("copy", "--format", "csl", "--out", "/"), "/ is a folder: give the path of a file"),
        (("copy", "--case", "."), ". is a folder: give the path of a file"),
        (("copy", "--case", "-"), "not for the standard output: give its path"),
        (("--out", "x.jsonl"), "--out would do nothing here: give --json FILE"),
        (("--reports", "--out", "x.jsonl"), "--out would do nothing here: give --json FILE"),
        (("--bom",), "--bom would do nothing here: give --json FILE"),
        (("--kept",), "--kept would do nothing here: it needs an ARTICLE"),
        (("copy", "--case", "a.zip", "--out", "a.csv"), "--out would do nothing here: give --form"),
        (("copy", "--format", "csl", "--json", "a.json"), "--json would do nothing here: of one"),
        (("copy", "--format", "csl", "--reports"), "--reports would do nothing here: of one"),
        (("copy", "--format", "csl", "--page", "a"), "--page would do nothing here: give --claim"),
        (("--publisher", "A"), "--publisher would do nothing here: give --claimreview"),
    ],
)
def test_what_cannot_be_exported(
    run: Run, archive: Path, words: tuple[str, ...], message: str
) -> None:
    result = run("export", *words, "--archive", archive)
    assert isinstance(result.exception, SecondSourceError)
    assert message in str(result.exception)


def test_check_tells_options_that_would_do_nothing(run: Run, archive: Path, tmp_path: Path) -> None:
    for words in (("--out", tmp_path / "a.csv"), ("--json", tmp_path / "a.json", "--bom")):
        result = run("check", "copy", "--archive", archive, *words)
        assert "would do nothing here: give --format NAME" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


def test_of_a_kept_report_nothing_is_looked_up_again(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("check", "other", "--archive", archive, "--keep").exit_code == 0
    monkeypatch.setattr("secondsource.commands.export.check", None)
    paths = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for path in paths:
        result = run("export", "other", "--archive", archive, "--kept", "--case", path)
        assert result.exit_code == 0, result.exception
    first, second = (path.read_bytes() for path in paths)
    assert first == second


def test_a_kept_report_is_exported_also_of_what_the_archive_does_not_have(
    run: Run, tmp_path: Path
) -> None:
    with Archive.open(tmp_path / "archive", create=True) as store:
        store.examinations.keep(make_report())
    words = ("export", EXAMINED.id[:8], "--archive", tmp_path / "archive", "--kept")
    result = run(*words, "--format", "claims", "--case", tmp_path / "a.zip")
    assert result.exit_code == 0, result.exception
    assert f"\n{EXAMINED.id}," in result.stdout.replace("\r", "")
    assert verify_case(tmp_path / "a.zip").intact


def test_a_case_is_checked(run: Run, case: Path) -> None:
    result = run("verify", case)
    assert result.exit_code == 0
    assert "nothing has changed since it was made" in result.stdout
    assert "does not show that a server ever sent these bytes" in result.stdout
    told = json.loads(run("verify", case, "--json", "-").stdout)
    assert (told["intact"], told["ids_given"], told["read_same"]) == (True, 2, 2)
    assert run("verify", case, "--digest", told["digest"], "--quick").exit_code == 0
    other = run("verify", case, "--digest", "0" * 64)
    assert (other.exit_code, "The digest is not the one" in other.stdout) == (1, True)


def test_a_changed_case_is_told(run: Run, case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    with ZipFile(case) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            if name != "report.md":
                new.writestr(name, old.read(name) + b" " * (name == "claims.csv"))
        new.writestr("more\x1b[31m.txt", b"x")
    assert isinstance(run("verify", other).exception, CaseError)
    with ZipFile(case) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            if name != "report.md":
                new.writestr(name, old.read(name) + b" " * (name == "claims.csv"))
        new.writestr("more.txt", b"x")
    result = run("verify", other)
    assert result.exit_code == 1
    for line in ("missing: report.md", "changed: claims.csv", "manifest: more.txt"):
        assert line in result.stdout


def test_what_is_no_case(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("no zip")
    result = run("verify", tmp_path / "a.zip")
    assert isinstance(result.exception, CaseError)
    assert "It is no zip file, or was cut short." in str(result.exception)
