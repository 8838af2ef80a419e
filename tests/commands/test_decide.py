"""The commands `decide`, and `check --kept`: what they print, and one clear line for bad input."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from secondsource.archive import Archive
from secondsource.cli import app
from secondsource.collect.item import Collected
from secondsource.errors import ArticleNotFoundError, DecisionConflictError, SubjectError
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import ELSEWHERE, OPEN, make_report, stance_key

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("COLUMNS", "200")
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(
            Collected(article, article.text.encode(), "text/plain", article.id)
            for article in (EXAMINED, *ELSEWHERE)
        )
        archive.examinations.keep(make_report())

    def invoke(*words: object) -> Result:
        given = [*map(str, words), "--archive", str(tmp_path)]
        return CliRunner().invoke(app, given, catch_exceptions=True)

    return invoke


def _make(run: Run, *words: object) -> Result:
    return run("decide", "make", EXAMINED.id[:8], stance_key(make_report(), OPEN), *words)


def _read(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, (result.output, result.exception)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_made_listed_shown_and_undone(run: Run) -> None:
    reason = "a log, ftp://ann:pw@a.example/1"
    (made,) = _read(_make(run, "reject", "--reason", reason, "--by", "Anna", "--json", "-"))
    said = "a log, ftp://a.example/1"
    assert (made["number"], made["by"], made["reasons"]) == (1, "Anna", said)
    assert "does not do what the program says it does" in run("decide", "list").output
    (report,) = _read(run("check", EXAMINED.id, "--kept", "--json", "-"))
    assert report["findings"][0]["standing"] == "corroborated"  # type: ignore[index]
    assert report["decided"][0]["state"] == "applied"  # type: ignore[index]
    (exported,) = _read(run("export", "--reports"))
    assert exported == report
    assert "applied: stance:" in run("check", EXAMINED.id, "--kept").output
    assert "is taken back" in run("decide", "undo", 1, "--by", "Boris").output
    (told,) = _read(run("decide", "list", "--article", EXAMINED.id, "--json", "-"))
    assert (told["state"], told["last"]) == ("open", 2)
    assert [d["undone"] for d in told["history"]] == [True, False]  # type: ignore[attr-defined]
    key = stance_key(make_report(), OPEN)
    assert len(_read(run("decide", "list", "--key", key, "--json", "-"))) == 2


def test_every_part_has_its_key(run: Run) -> None:
    found = {
        str(each["key"]): each
        for each in _read(run("decide", "subjects", EXAMINED.id, "--json", "-"))
    }
    assert str(found[stance_key(make_report(), OPEN)]["machine"]).startswith("disputes")
    assert {key.split(":")[0] for key in found} == {
        "attribution",
        "statement",
        "stance",
        "tie",
        "edge",
    }


def test_two_who_have_not_seen_each_other(run: Run) -> None:
    _make(run, "reject", "--by", "Anna")
    second = _make(run, "confirm", "--by", "Boris")
    assert isinstance(second.exception, DecisionConflictError)
    assert "Anna decided on this" in str(second.exception)
    assert _make(run, "confirm", "--by", "Boris", "--seen", "1").exit_code == 0
    (told,) = _read(run("decide", "list", "--article", EXAMINED.id, "--json", "-"))
    assert [d["by"] for d in told["history"]] == ["Anna", "Boris"]  # type: ignore[attr-defined]


def test_bad_input_is_one_clear_line(run: Run) -> None:
    assert _make(run, "perhaps").exit_code == 2
    assert isinstance(_make(run, "said_by", "--by", "Anna").exception, SubjectError)
    assert isinstance(run("check", "nothing-of-it", "--kept").exception, ArticleNotFoundError)
    assert "one" in str(run("check", EXAMINED.id, "--keep", "--kept").exception)
    assert "one" in str(run("decide", "list", "--article", "a", "--key", "b").exception)
    assert "Nobody has decided" in run("decide", "list").output


def test_an_article_of_which_only_the_report_is_kept_is_found_by_the_beginning_of_its_id(
    tmp_path: Path,
) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.examinations.keep(make_report())
    words = ["decide", "list", "--article", EXAMINED.id[:8], "--archive", str(tmp_path)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.exception
    words = ["check", EXAMINED.id[:8], "--kept", "--json", "-", "--archive", str(tmp_path)]
    (report,) = _read(CliRunner().invoke(app, words))
    assert report["article"]["id"] == EXAMINED.id  # type: ignore[index]
    assert archive_has_no(EXAMINED.id, tmp_path)


def test_more_than_can_be_counted_is_all_there_is(run: Run) -> None:
    _make(run, "reject", "--by", "Anna")
    told = _read(run("decide", "list", "--limit", 10**20, "--json", "-"))
    assert [each["number"] for each in told] == [1]


def test_an_id_that_is_an_address_is_not_fetched_for_its_kept_report(tmp_path: Path) -> None:
    report, id_ = make_report(), "http://127.0.0.1:9/a"
    with Archive.open(tmp_path, create=True) as archive:
        archive.examinations.keep(replace(report, article=replace(report.article, id=id_)))
    words = ["check", id_, "--kept", "--json", "-", "--archive", str(tmp_path)]
    (told,) = _read(CliRunner().invoke(app, words))
    assert told["article"]["id"] == id_  # type: ignore[index]


def test_a_beginning_that_fits_more_than_one_article_is_refused(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.examinations.keep(replace(make_report(), article=replace(EXAMINED, id="7ee004c1")))
        archive.add([Collected(replace(OPEN, id="7ee004c2"), b"", "text/plain", "a")])
    words = ["decide", "list", "--archive", str(tmp_path), "--article"]
    refused = CliRunner().invoke(app, [*words, "7ee004c"])
    assert isinstance(refused.exception, ArticleNotFoundError)
    assert "More than one article" in str(refused.exception)
    assert "7ee004c1, 7ee004c2" in str(refused.exception)
    assert CliRunner().invoke(app, [*words, "7ee004c1"]).exit_code == 0


def archive_has_no(id_: str, folder: Path) -> bool:
    """Whether the archive has no such article."""
    with Archive.open(folder) as archive:
        return id_ not in archive
