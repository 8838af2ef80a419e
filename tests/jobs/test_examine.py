"""An examination that is kept: from which state of the archive, with what people decided."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.cli import app
from secondsource.collect.item import Collected
from secondsource.commands import check as command
from secondsource.errors import ArticleNotFoundError
from secondsource.evidence.finding import Standing
from secondsource.jobs import examine as job
from secondsource.jobs.decide import decide
from secondsource.jobs.examine import examine, examine_again
from secondsource.review.decision import Draft, Verb
from secondsource.review.report import Report
from tests.archive.items import FERRY, damage_report, make_item
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, make_report, stance_key, the_finding


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive in which something is added while an article is examined."""
    archive = Archive.open(tmp_path, create=True)

    def check(given: object, store: Archive, _options: object) -> Report:
        assert isinstance(given, Article | str)
        store.add([make_item(f"{FERRY} {store.last_ordinal}")])
        return make_report()

    monkeypatch.setattr(job, "check", check)
    monkeypatch.setattr(command, "check", check)
    return archive


def test_what_came_in_meanwhile_makes_it_stale(archive: Archive) -> None:
    with archive:
        examination, report = examine(EXAMINED, archive)
        assert (examination.added, report) == (1, make_report())
        assert archive.examinations.history(EXAMINED.id) == (examination,)


@pytest.mark.parametrize("form", ["job", "command"])
def test_another_report_that_cannot_follow_fails_no_examination(
    archive: Archive, form: str
) -> None:
    other = replace(EXAMINED, id="other")
    with archive:
        archive.examinations.keep(replace(make_report(), article=other))
        archive.review.decide(
            Draft(stance_key(make_report(), OPEN), Verb.REJECT, article="other"), "Anna"
        )
        damage_report(archive, "other")
        if form == "job":
            examine(EXAMINED, archive)
        else:
            line = ["check", "x", "--archive", str(archive.path), "--keep"]
            assert CliRunner().invoke(app, line).exit_code == 0
        assert len(archive.examinations.history(EXAMINED.id)) == 1
        assert archive.examinations.list_due() == ("other",)


def test_examined_again_it_has_what_was_decided(archive: Archive) -> None:
    with archive:
        examine(EXAMINED, archive)
        key = stance_key(make_report(), OPEN)
        decide(archive, EXAMINED.id, Draft(key, Verb.REJECT), "Anna")
        _, report = examine_again(EXAMINED.id, archive)  # it is no article of the archive
        assert the_finding(report).standing is Standing.CORROBORATED
        archive.add([Collected(EXAMINED, b"", "text/plain", "x")])
        examination, _ = examine_again(EXAMINED.id, archive)
        assert archive.examinations.history(EXAMINED.id)[0] == examination
        with pytest.raises(ArticleNotFoundError):
            examine_again("nothing", archive)


def test_the_command_keeps_a_report_where_asked(archive: Archive) -> None:
    with archive:
        given = ["check", EXAMINED.id, "--archive", str(archive.path)]
        assert CliRunner().invoke(app, given).exit_code == 0
        assert archive.examinations.history(EXAMINED.id) == ()
        kept = CliRunner().invoke(app, [*given, "--keep"])
        assert (kept.exit_code, "Kept as report 1" in kept.stderr) == (0, True)
        assert len(archive.examinations.history(EXAMINED.id)) == 1
        shown = CliRunner().invoke(app, [*given, "--kept"])
        assert (shown.exit_code, "has been added to the archive since" in shown.stderr) == (0, True)
