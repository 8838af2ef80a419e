"""The history of decisions: where each can be looked at, and that a page of it reads little."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive, examinations, kept_reports, reviews
from secondsource.archive.packing import unpack_report
from secondsource.collect import Collected
from secondsource.jobs import history
from secondsource.jobs.decide import decide
from secondsource.jobs.history import find_standings
from secondsource.review.decision import Draft, Verb
from secondsource.review.report import Report
from secondsource.review.subject import TieSubject, write_key
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import MAYOR, MAYOR_AGAIN, OPEN, make_report, stance_key

MANY = 12
TIE = write_key(TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice"))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive with reports of many articles that name the same, each with two decisions."""
    monkeypatch.setattr(kept_reports, "current_time", lambda: "2020-01-01T00:00:00+00:00")
    monkeypatch.setattr(reviews, "current_time", lambda: "2020-01-02T00:00:00+00:00")
    key = stance_key(make_report(), OPEN)
    with Archive.open(tmp_path, create=True) as archive:
        for number in range(MANY):
            article = replace(
                EXAMINED, id=f"examined-{number:02}", url=f"https://a.example/{number}"
            )
            archive.examinations.keep(replace(make_report(), article=article, made_at=None))
            decide(archive, article.id, Draft(key, Verb.UNRELATED, seen=number or None), "Anna")
        decide(archive, "examined-05", Draft(TIE, Verb.REJECT), "Anna")
        yield archive


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The reports that were unpacked."""
    read: list[bytes] = []

    def unpack(data: bytes) -> Report:
        read.append(data)
        return unpack_report(data)

    monkeypatch.setattr(examinations, "unpack_report", unpack)
    return read


def test_where_nothing_is_newer_no_report_is_read(archive: Archive, unpacked: list[bytes]) -> None:
    decisions = archive.review.latest(30)
    standings = find_standings(archive, decisions)
    assert len(standings) == MANY + 1
    assert not [each.flag for each in standings.values() if each.flag]
    assert standings[MANY + 1].article == "examined-00"
    assert unpacked == []


def test_the_report_on_an_article_that_was_removed_comes_last(archive: Archive) -> None:
    first = replace(EXAMINED, id="examined-00", url="https://a.example/0")
    archive.add([Collected(first, b"", "text/plain", "first")])
    archive.remove(first.id)
    standings = find_standings(archive, archive.review.latest(1))
    assert [each.article for each in standings.values()] == ["examined-01"]


def test_of_many_that_may_be_flagged_a_few_are_read_and_the_others_told(
    archive: Archive, unpacked: list[bytes]
) -> None:
    archive.add([Collected(OPEN, b"", "text/plain", "open")])
    changed = replace(OPEN, text="We were wrong: it was shut all Monday.").with_id()
    archive.add([Collected(changed, b"", "text/plain", "changed")])
    unpacked.clear()
    flags = [each.flag for each in find_standings(archive, archive.review.latest(30)).values()]
    assert len(unpacked) == history._MOST
    assert sum("newer than this decision" in flag for flag in flags) == MANY - len(unpacked)


def test_a_pair_is_looked_at_in_the_report_on_the_last_text(archive: Archive) -> None:
    for number in range(2):
        first = replace(EXAMINED, id=f"examined-{number:02}", url=f"https://a.example/{number}")
        later = replace(first, id=f"later-{number}", text="The bridge is open.")
        archive.add(Collected(each, b"", "text/plain", each.id) for each in (first, later))
        archive.examinations.keep(replace(make_report(), article=later, statements=(), findings=()))
    (tie,) = [each for each in archive.review.latest(30) if each.key == TIE]
    assert archive.examinations.find_concerned(tie) == "examined-02"
