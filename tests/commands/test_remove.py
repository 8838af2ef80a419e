"""`secondsource remove`: nothing goes before it is said a second time."""

import getpass
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.cli import app
from secondsource.collect import Collected
from secondsource.commands import remove
from secondsource.errors import SecondSourceError
from secondsource.web.api.removals import RemovalShape
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, make_report


def test_it_says_what_goes_and_removes_with_yes(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.add([Collected(EXAMINED, b"raw", "text/plain", "a")])
        archive.examinations.keep(make_report())
    words = ["remove", EXAMINED.id[:8], "--archive", str(tmp_path)]
    asked = CliRunner().invoke(app, words)
    assert isinstance(asked.exception, SecondSourceError)
    assert "nothing was removed" in str(asked.exception)
    assert "1 report on it" in asked.stderr
    with Archive.open(tmp_path) as archive:
        assert EXAMINED.id in archive
    done = CliRunner().invoke(app, [*words, "--yes", "--by", "Ann", "--json", "-"])
    assert json.loads(done.stdout) == {"removed": EXAMINED.id, "removed_by": "Ann"}
    with Archive.open(tmp_path) as archive:
        assert EXAMINED.id not in archive
        assert archive.examinations.history(EXAMINED.id)
        day = archive.listing.find_removed([EXAMINED.id])[EXAMINED.id][:10]
    again = CliRunner().invoke(app, [*words, "--yes"])
    assert f"{EXAMINED.id} was removed" in str(again.exception)
    assert f" on {day} at " in str(again.exception)
    assert " UTC by Ann. " in str(again.exception)


def test_it_lists_who_removed_what_and_when(tmp_path: Path) -> None:
    items = [Collected(each, b"", "text/plain", each.id) for each in (EXAMINED, OPEN)]
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(items)
    words = ["remove", "--list", "--archive", str(tmp_path)]
    assert "No article was ever removed" in CliRunner().invoke(app, words).stderr
    for each in (EXAMINED, OPEN):
        done = CliRunner().invoke(app, ["remove", each.id, "--yes", "--archive", str(tmp_path)])
        assert done.exit_code == 0
    with Archive.open(tmp_path) as archive:
        archive.add(items[:1])
    first, second = CliRunner().invoke(app, words).stdout.splitlines()
    assert OPEN.id[:8] in first
    assert f" UTC by {getpass.getuser()}" in first
    assert second.endswith(f" UTC by {getpass.getuser()}. It was added again.")
    told = CliRunner().invoke(app, [*words, "--json", "-"]).stdout.splitlines()
    assert [json.loads(line)["is_back"] for line in told] == [False, True]
    for wrong in ([*words, "abcdef"], ["remove", "--archive", str(tmp_path)]):
        assert "or --list" in str(CliRunner().invoke(app, wrong).exception)


def test_it_lists_all_however_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_PAGE", "_MOST_LISTED"):
        monkeypatch.setattr(remove, name, 2, raising=False)
    with Archive.open(tmp_path, create=True) as archive:
        articles = [Article(f"a{number}", "The pier is shut.") for number in range(5)]
        archive.add([Collected(each, b"", "text/plain", each.id) for each in articles])
        for each in articles:
            archive.remove(each.id, "Ann")
    words = ["remove", "--list", "--archive", str(tmp_path), "--json", "-"]
    told = [json.loads(line) for line in CliRunner().invoke(app, words).stdout.splitlines()]
    assert [(each["number"], each["id"]) for each in told] == [
        (5, "a4"), (4, "a3"), (3, "a2"), (2, "a1"), (1, "a0"),
    ]  # fmt: skip
    assert set(told[0]) == set(RemovalShape.model_fields), "as the API gives it"


@pytest.mark.parametrize(("given", "kept"), [(" ", getpass.getuser()), (" Ann\n Lee ", "Ann Lee")])
def test_a_blank_is_no_name(tmp_path: Path, given: str, kept: str) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.add([Collected(EXAMINED, b"", "text/plain", "page")])
    words = ["remove", EXAMINED.id, "--yes", "--by", given, "--archive", str(tmp_path)]
    assert CliRunner().invoke(app, words).exit_code == 0
    with Archive.open(tmp_path) as archive:
        assert [note.removed_by for note in archive.listing.removals.latest(2)] == [kept]


def test_the_claims_of_an_earlier_text_follow_at_once(tmp_path: Path) -> None:
    later = replace(EXAMINED, text="The bridge is open.").with_id()
    with Archive.open(tmp_path, create=True) as archive:
        for each in (EXAMINED, later):
            archive.add([Collected(each, b"", "text/plain", each.id)])
            archive.examinations.keep(replace(make_report(), article=each))
        queued = archive.examinations.claims.with_claims([EXAMINED.id])
        assert queued == ()
    words = ["remove", later.id, "--yes", "--archive", str(tmp_path)]
    assert CliRunner().invoke(app, words).exit_code == 0
    with Archive.open(tmp_path) as archive:
        assert archive.examinations.list_due() == ()
        assert archive.examinations.claims.with_claims([EXAMINED.id]) == (EXAMINED.id,)
