"""`secondsource factchecks` and `verdict`: from a file to a match, from verdict to ClaimReview."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from secondsource.archive import Archive
from secondsource.cli import app
from secondsource.errors import ArchiveMissingError, RequestError, SecondSourceError
from tests.factcheck.reviews.samples import CLAIM, FEED, REVIEW, dump, make_page


def _run(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, [*words])
    assert done.exit_code == code, done.output
    return done.stdout


def _json(*words: str, code: int = 0) -> dict[str, object]:
    found = json.loads(_run(*words, "--json", "-", code=code))
    assert isinstance(found, dict)
    return found


def test_a_feed_is_imported_and_a_claim_finds_it(tmp_path: Path) -> None:
    folder, file = str(tmp_path / "a"), tmp_path / "data.json"
    file.write_text(dump(FEED), encoding="utf-8")
    first = _json("factchecks", "import", str(file), "--archive", folder, code=1)
    assert (first["added"], first["left_out"]) == (3, 1)
    again = _json("factchecks", "import", str(file), "--archive", folder, code=1)
    assert (again["added"], again["known"]) == (0, 3)
    found = _json("factchecks", "find", f"Velmark: {CLAIM}", "--archive", folder)
    matches = found["fact_checks"]
    assert isinstance(matches, list)
    assert matches[0]["claim"] == CLAIM
    assert matches[0]["rating"] == "Not so"
    assert "bridge" in matches[0]["because"][0]["sentence"]
    shown = _run("factchecks", "find", CLAIM, "--archive", folder)
    assert "rated “Not so”" in shown


@pytest.mark.parametrize("claim", ["", "?", "Tomatoes were cheap in the south last week."])
def test_no_match_says_among_how_many(tmp_path: Path, claim: str) -> None:
    folder, file = str(tmp_path / "a"), tmp_path / "one.json"
    _run("factchecks", "import", str(_write(file)), "--archive", folder)
    assert _run("factchecks", "find", claim, "--archive", folder).strip() == (
        "No match among 1 fact-check by 1 checker."
    )


def test_an_empty_collection_says_so(tmp_path: Path) -> None:
    folder = _make_archive(tmp_path)
    _run("verdict", "give", "A", "--rating", "B", "--by", "C", "--archive", folder)
    assert "No fact-checks were imported" in _run("factchecks", "find", "A", "--archive", folder)


@pytest.mark.parametrize("command", ["factchecks", "quotes"])
def test_a_file_that_cannot_be_read_is_told(command: str, tmp_path: Path) -> None:
    words = [command, "import", "a" * 300, "--archive", str(tmp_path / "a")]
    told = CliRunner().invoke(app, words).exception
    assert isinstance(told, SecondSourceError)
    assert "cannot be read (File name too long). Check the path and your rights." in str(told)
    (tmp_path / "none.csv").touch()
    words = [command, "import", str(tmp_path / "none.csv"), "--archive", str(tmp_path / "a")]
    kinds = {"factchecks": "with fact-checks", "quotes": "a Wikiquote dump"}
    assert kinds[command] in str(CliRunner().invoke(app, words).exception)
    words = [command, "import", __file__, "--map", "none=x", "--archive", str(tmp_path / "a")]
    assert "is no field" in str(CliRunner().invoke(app, words).exception)
    assert not (tmp_path / "a").exists()


def test_pages_that_are_added_bring_their_fact_checks(tmp_path: Path) -> None:
    folder, page = str(tmp_path / "a"), _write_page(tmp_path / "page.html", dump(REVIEW))
    added = _add(page, folder)
    assert "kept one fact-check stated by these pages" in added.stderr
    listed = _run("factchecks", "list", "--archive", folder)
    assert "Velmark Checks rated “Not so”" in listed
    assert "added 0" in _run("factchecks", "pages", "--archive", folder)


def test_a_hostile_page_is_told_and_the_next_are_read(tmp_path: Path) -> None:
    folder, deep = str(tmp_path / "a"), "[" * 700 + "]" * 700
    bad = _write_page(tmp_path / "bad.html", dump(REVIEW).replace(dump(CLAIM), deep))
    added = _add(bad, folder)
    assert added.stdout.startswith("added 1")
    (line,) = [line for line in added.stderr.splitlines() if "fact-check" in line]
    assert line.startswith("rejected one fact-check stated by these pages: ")
    assert line.endswith("its values are nested too deeply")
    good = _write_page(tmp_path / "good.html", dump(REVIEW), "It was said at the harbour, too.")
    assert "kept one fact-check" in _add(good, folder).stderr


def test_unknown_columns_are_refused(tmp_path: Path) -> None:
    words = ["factchecks", "import", str(_write(tmp_path / "x.json")), "--map", "claims=a"]
    done = CliRunner().invoke(app, [*words, "--archive", str(tmp_path / "a")])
    assert isinstance(done.exception, SecondSourceError)
    assert "claims" in str(done.exception)


def test_a_verdict_makes_no_archive(tmp_path: Path) -> None:
    folder = tmp_path / "newsrom"
    words = ["verdict", "give", "A", "--rating", "B", "--by", "C", "--archive", str(folder)]
    done = CliRunner().invoke(app, words)
    assert isinstance(done.exception, ArchiveMissingError)
    assert f"`secondsource add --archive {folder} FILE…` makes one" in str(done.exception)
    assert not folder.exists()


@pytest.mark.parametrize("command", ["factchecks", "quotes"])
def test_an_import_tells_that_it_made_an_archive(command: str, tmp_path: Path) -> None:
    file = tmp_path / "sayings.csv"
    file.write_text("text,person,claim,checker,rating\nTo be or not to be,Hamlet,A,B,C\n")
    words = [command, "import", str(file), "--archive", str(tmp_path / "a"), "--json", "-"]
    first, again = (CliRunner().invoke(app, words) for _ in range(2))
    assert f"There was no archive at {tmp_path / 'a'}: a new one was made." in first.stderr
    assert "new one" not in first.stdout
    assert "new one" not in again.output


def test_from_a_verdict_to_claimreview_and_back(tmp_path: Path) -> None:
    folder = _make_archive(tmp_path)
    given = [
        "verdict", "give", CLAIM, "--rating", "A week", "--by", "R. Editor", "--reason", "Notice.",
        "--source", "https://velmark.example.org/notice", "--first", "https://posts.example.net/1",
        "--archive", folder,
    ]  # fmt: skip
    assert "R. Editor" in _run(*given)
    assert "One verdict stands" in _run("verdict", "list", "--archive", folder)
    assert _run("export", "--claimreview", "--archive", folder, code=1) == ""
    page = "https://checks.example.org/may"
    out = tmp_path / "out.jsonl"
    _run("export", "--claimreview", "--page", page, "--archive", folder, "--json", str(out))
    assert json.loads(out.read_text("utf-8"))["url"] == f"{page}#verdict-1"
    other = str(tmp_path / "b")
    assert _json("factchecks", "import", str(out), "--archive", other)["added"] == 1
    assert "R. Editor rated “A week”" in _run("factchecks", "list", "--archive", other)


def test_a_verdict_withdrawn_is_not_exported(tmp_path: Path) -> None:
    folder = _make_archive(tmp_path)
    _run("verdict", "give", "A", "--rating", "B", "--by", "C", "--archive", folder)
    _run("verdict", "withdraw", "1", "--by", "C", "--archive", folder)
    assert (
        _run("export", "--claimreview", "--page", "https://a.example/", "--archive", folder) == ""
    )
    assert "No verdict stands" in _run("verdict", "list", "--archive", folder)


@pytest.mark.parametrize("option", ["--source", "--url", "--appearance", "--first"])
def test_addresses_of_a_verdict_are_web_addresses(tmp_path: Path, option: str) -> None:
    words = ["verdict", "give", "A", "--rating", "B", "--by", "C", option, "javascript:alert(1)"]
    done = CliRunner().invoke(app, [*words, "--archive", _make_archive(tmp_path)])
    assert isinstance(done.exception, RequestError)


def test_a_password_in_an_address_is_kept_and_shown_nowhere(tmp_path: Path) -> None:
    folder, address = _make_archive(tmp_path), "https://ann:secret@desk.example/x"
    words = ["verdict", "give", "A", "--rating", "B", "--by", "C", "--archive", folder]
    for option in ("--text", "--reason", "--source", "--appearance", "--first"):
        words += [option, address]
    assert "secret" not in _run(*words, "--json", "-")
    assert "secret" not in _run("verdict", "list", "--archive", folder, "--json", "-")
    made = _run("export", "--claimreview", "--page", address, "--archive", folder)
    assert json.loads(made)["url"] == "https://desk.example/x#verdict-1"
    assert "secret" not in made
    wrong = CliRunner().invoke(app, [*words, "--url", "https://ann:secret@desk example"])
    assert "secret" not in str(wrong.exception)


def test_a_number_that_is_too_large_is_told(tmp_path: Path) -> None:
    folder = _make_archive(tmp_path)
    _run("verdict", "give", "A", "--rating", "B", "--by", "C", "--archive", folder)
    for words in (["verdict", "withdraw"], ["decide", "undo"]):
        done = CliRunner().invoke(app, [*words, "9" * 30, "--by", "C", "--archive", folder])
        assert isinstance(done.exception, SecondSourceError)
        assert "larger than any in" in str(done.exception)


def _make_archive(tmp_path: Path) -> str:
    Archive.open(tmp_path / "a", create=True).close()
    return str(tmp_path / "a")


def _add(page: Path, folder: str) -> Result:
    done = CliRunner().invoke(app, ["add", str(page), "--archive", folder])
    assert done.exit_code == 0, done.output
    return done


def _write_page(path: Path, review: str, said: str = "It was said at the market.") -> Path:
    words = "".join(f"<p>{CLAIM} {said} Again and again.</p>" for _ in range(4))
    page = make_page(review).replace("<p>Words.</p>", f"<article>{words}</article>")
    path.write_text(page, encoding="utf-8")
    return path


def _write(path: Path) -> Path:
    path.write_text(dump(REVIEW), encoding="utf-8")
    return path
