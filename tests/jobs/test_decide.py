"""Decisions on kept reports through the archive: at once in the counts, over a new snapshot."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive, reviews, verdicts
from secondsource.archive.claims import QueueFilter
from secondsource.article import Article
from secondsource.collect.item import Collected
from secondsource.errors import ExaminationError, SubjectError
from secondsource.evidence.finding import Standing
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.decide import decide, read_machine_report, read_report, undo
from secondsource.jobs.verdicts import find_changed, give_verdict, take_back_verdict
from secondsource.review.decided import State
from secondsource.review.decision import Draft, Verb
from tests.evidence.newsroom import CLAIM, EXAMINED
from tests.review.sample import (
    ELSEWHERE,
    HERALD,
    OPEN,
    make_report,
    stance_key,
    the_finding,
)

EARLY, LATE = "2020-01-01T00:00:00+00:00", "2099-01-01T00:00:00+00:00"


def _collect(article: Article) -> Collected:
    return Collected(article, article.text.encode(), "text/plain", article.id)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive of the sample's articles with its kept report; people decide in 2020."""
    monkeypatch.setattr(reviews, "current_time", lambda: EARLY)
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(map(_collect, (EXAMINED, *ELSEWHERE)))
        archive.examinations.keep(make_report())
        yield archive


def _standings(archive: Archive) -> list[Standing]:
    return [c.standing for c in archive.examinations.claims.read(QueueFilter(), 9)]


def test_a_decision_is_in_the_report_and_the_queue_at_once(desk: Archive) -> None:
    key = stance_key(make_report(), OPEN)
    kept = decide(desk, EXAMINED.id, Draft(key, Verb.REJECT, reasons="a ferry log"), "Anna")
    assert kept.words == (make_report().statements[0].text, OPEN.text)
    assert kept.machine.startswith("disputes")
    assert (kept.article, kept.other) == (EXAMINED.id, OPEN.id)
    report = read_report(desk, EXAMINED.id)
    assert [d.decision for d in report.decided] == [kept]
    assert the_finding(report).standing is Standing.CORROBORATED
    assert _standings(desk) == [Standing.CORROBORATED]
    assert read_machine_report(desk, EXAMINED.id) == make_report()
    undo(desk, kept.number, "Boris")
    assert replace(read_report(desk, EXAMINED.id), decided=(), machine=None) == make_report()
    assert _standings(desk) == [Standing.CONTESTED]


def test_another_text_at_the_address_flags_it(
    desk: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = stance_key(make_report(), OPEN)
    decide(desk, EXAMINED.id, Draft(key, Verb.REJECT), "Anna")
    changed = replace(OPEN, text="We were wrong: the north bridge was shut all Monday.").with_id()
    desk.add([_collect(changed)])
    desk.examinations.keep(make_report())
    (told,) = read_report(desk, EXAMINED.id).decided
    assert told.state is State.FLAGGED
    (claim,) = desk.examinations.claims.read(QueueFilter(flagged=True), 9)
    assert (claim.standing, claim.decided) == (Standing.CONTESTED, False)
    monkeypatch.setattr(reviews, "current_time", lambda: LATE)
    decide(desk, EXAMINED.id, Draft(key, Verb.REJECT, seen=told.last), "Boris")
    assert _standings(desk) == [Standing.CORROBORATED]


def test_decisions_come_along_to_a_later_text_of_the_article(desk: Archive) -> None:
    later = replace(EXAMINED, text=f"Rewritten. {CLAIM} Nobody was hurt at all.").with_id()
    desk.add([_collect(later)])
    desk.examinations.keep(make_report(later))
    key = stance_key(make_report(), OPEN)
    decide(desk, EXAMINED.id, Draft(key, Verb.REJECT), "Anna")
    (claim,) = desk.examinations.claims.read(QueueFilter(), 9)  # that of the earlier text is gone
    assert (claim.article, claim.standing) == (later.id, Standing.CORROBORATED)
    desk.examinations.keep(make_report())
    assert desk.examinations.claims.read(QueueFilter(), 9) == (claim,)


def test_what_the_report_does_not_have(desk: Archive) -> None:
    with pytest.raises(SubjectError, match="has nothing named"):
        decide(desk, EXAMINED.id, Draft("tie:x:y:credit", Verb.REJECT), "Anna")
    with pytest.raises(ExaminationError, match="No report on"):
        decide(desk, HERALD.id, Draft("tie:x:y:credit", Verb.REJECT), "Anna")


def _judge(archive: Archive, claim: str) -> Verdict:
    given = Verdict(claim, "So", "Anna", article=EXAMINED.id, decided_at=EARLY)
    return give_verdict(given, archive)


def test_a_verdict_is_in_the_queue_until_it_is_taken_back(desk: Archive) -> None:
    kept = _judge(desk, make_report().statements[0].text)
    assert desk.examinations.claims.count(QueueFilter(decided=True)) == 1
    take_back_verdict(kept.number, "Anna", desk)
    assert desk.examinations.claims.count(QueueFilter(decided=True)) == 0


@pytest.mark.parametrize(
    ("claim", "text", "flagged"),
    [
        (CLAIM, "All of it was another bridge.", True),
        (CLAIM, f"A note.  {CLAIM}", False),
        ("It was shut, in my words", f"A note. {CLAIM}", True),
    ],
)
def test_a_verdict_on_a_text_that_changed_is_told(
    desk: Archive, monkeypatch: pytest.MonkeyPatch, claim: str, text: str, flagged: bool
) -> None:
    monkeypatch.setattr(verdicts, "current_time", lambda: EARLY)
    kept = _judge(desk, claim)
    assert find_changed(desk.verdicts.read(), desk) == {}
    desk.add([_collect(replace(EXAMINED, text=text).with_id())])
    told = find_changed(desk.verdicts.read(), desk)
    assert list(told) == ([kept.number] if flagged else [])
    monkeypatch.setattr(verdicts, "current_time", lambda: LATE)
    desk.verdicts.record(replace(kept, number=0, replaces=kept.number))
    assert find_changed(desk.verdicts.read(), desk) == {}  # somebody looked again
