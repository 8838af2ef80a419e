"""Decisions on kept reports through the archive: at once in the counts, over a new snapshot."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive, reviews, verdicts
from secondsource.archive.claims import QueueFilter
from secondsource.article import Article, Span
from secondsource.collect.item import Collected
from secondsource.errors import ExaminationError, SubjectError
from secondsource.evidence.finding import Standing
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.decide import decide, read_machine_report, read_report, undo
from secondsource.jobs.verdicts import find_changed, give_verdict, take_back_verdict
from secondsource.report.decisions import view_decided
from secondsource.report.shelf import make_shelf
from secondsource.review.decided import State
from secondsource.review.decision import Decision, Draft, Verb
from secondsource.review.report import Report
from secondsource.review.subject import AttributionSubject, TieSubject, write_key
from tests.evidence.newsroom import CLAIM, EXAMINED
from tests.review.sample import (
    ELSEWHERE,
    HERALD,
    MAYOR,
    MAYOR_AGAIN,
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
    later = replace(EXAMINED, text=text).with_id()
    desk.add([_collect(later)])
    told = find_changed(desk.verdicts.read(), desk)
    assert list(told) == ([kept.number] if flagged else [])
    if claim == CLAIM:  # in other words it is on no claim of the queue
        desk.examinations.catch_up()
        assert bool(desk.examinations.claims.count(QueueFilter(flagged=True))) is flagged
    for article in (EXAMINED, later):
        (judged,) = desk.examinations.decide(replace(make_report(), article=article)).verdicts
        assert (bool(judged.flag), bool(judged.earlier)) == (flagged, article is later)
    monkeypatch.setattr(verdicts, "current_time", lambda: LATE)
    desk.verdicts.record(replace(kept, number=0, replaces=kept.number))
    assert find_changed(desk.verdicts.read(), desk) == {}  # somebody looked again


_REOPENED = "The north bridge at Port Ansel was open again on Monday."
_ALL = QueueFilter()
_FLAGGED = QueueFilter(flagged=True)


def _reopen() -> Report:
    """The report on a later text of the examined page, which no longer has the claim."""
    report = make_report()
    article = replace(EXAMINED, text=EXAMINED.text.replace(CLAIM, _REOPENED)).with_id()
    start = article.text.index(_REOPENED)
    span = Span(start, start + len(_REOPENED))
    statement = replace(report.statements[0], id="s-reopened", text=_REOPENED, span=span)
    finding = replace(report.findings[0], statement=statement.id)
    return replace(report, article=article, statements=(statement,), findings=(finding,))


@pytest.fixture(params=["an article of the archive", "only its report is kept"])
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Archive]:
    """An archive with the sample's kept report, and with its article or not; it is 2020."""
    for module in (reviews, verdicts):
        monkeypatch.setattr(module, "current_time", lambda: EARLY)
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(map(_collect, ELSEWHERE))
        if request.param == "an article of the archive":
            archive.add([_collect(EXAMINED)])
        archive.examinations.keep(make_report())
        yield archive


def _say_who(archive: Archive, seen: int | None = None) -> Decision:
    key = write_key(AttributionSubject(make_report().statements[0].id))
    return decide(archive, EXAMINED.id, Draft(key, Verb.SAID_BY, "Ferry owner", seen=seen), "Anna")


def _list_flagged(archive: Archive) -> list[tuple[str, str]]:
    archive.examinations.catch_up()
    return [(c.article, c.text) for c in archive.examinations.claims.read(_FLAGGED, 9)]


def test_a_claim_that_the_later_text_lost_is_to_be_looked_at_again(
    office: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, later = _say_who(office), _reopen()
    assert _list_flagged(office) == []
    office.add([_collect(later.article)])
    lost = [(EXAMINED.id, CLAIM)]
    assert _list_flagged(office) == lost  # before it is examined
    office.examinations.keep(later)
    assert _list_flagged(office) == lost
    assert office.examinations.claims.count(_ALL) == 2
    (told,) = read_report(office, later.article.id).decided
    assert (told.state, told.decision) == (State.FLAGGED, kept)
    monkeypatch.setattr(reviews, "current_time", lambda: LATE)
    _say_who(office, kept.number)  # somebody looked again
    assert _list_flagged(office) == []
    assert office.examinations.claims.count(_ALL) == 1
    assert read_report(office, later.article.id).decided == ()


def test_taken_back_it_need_not_be_looked_at(office: Archive) -> None:
    kept, later = _say_who(office), _reopen()
    office.add([_collect(later.article)])
    office.examinations.keep(later)
    undo(office, kept.number, "Anna")
    assert _list_flagged(office) == []


def test_a_later_text_with_the_claim_takes_what_was_decided(office: Archive) -> None:
    _say_who(office)
    verdict = _judge(office, CLAIM)
    later = replace(EXAMINED, text=f"Rewritten. {CLAIM} Nobody was hurt at all.").with_id()
    office.add([_collect(later)])
    office.examinations.keep(make_report(later))
    (claim,) = office.examinations.claims.read(_ALL, 9)
    assert (claim.article, claim.decided, claim.flagged) == (later.id, True, False)
    (told,) = read_report(office, later.id).decided
    assert (told.state, told.decision and told.decision.value) == (State.APPLIED, "Ferry owner")
    assert find_changed([verdict], office) == {}


def test_a_verdict_on_a_claim_that_the_later_text_lost(office: Archive) -> None:
    verdict, later = _judge(office, CLAIM), _reopen()
    office.add([_collect(later.article)])
    assert _list_flagged(office) == [(EXAMINED.id, CLAIM)]
    office.examinations.keep(later)
    assert _list_flagged(office) == [(EXAMINED.id, CLAIM)]
    assert list(find_changed([verdict], office)) == [verdict.number]
    office.remove(later.article.id)
    assert _list_flagged(office) == []


def test_what_was_decided_on_a_removed_article_is_flagged_with_its_outlet(office: Archive) -> None:
    tie = write_key(TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice"))
    passage = stance_key(make_report(), MAYOR)
    office.add([_collect(MAYOR)])
    office.examinations.keep(make_report())
    for key in (tie, passage):
        decide(office, EXAMINED.id, Draft(key, Verb.REJECT), "Anna")
    office.remove(MAYOR.id)
    assert {each.flag for each in read_report(office, EXAMINED.id).decided} == {""}
    for _again in range(2):
        office.examinations.keep(make_report(gone=(MAYOR,)))
        report = read_report(office, EXAMINED.id)
        assert {each.key for each in report.decided} == {tie, passage}
        shelf = make_shelf(report.article, report.articles)
        for each in report.decided:
            assert each.state is State.FLAGGED
            assert str(MAYOR.outlet) in view_decided(each, shelf).about
        assert "was removed" in next(each.flag for each in report.decided if each.key == tie)
    office.add([_collect(MAYOR)])
    office.examinations.keep(make_report())
    assert {each.flag for each in read_report(office, EXAMINED.id).decided} == {""}


def test_a_report_that_never_named_it_does_not_have_what_was_decided_on_it(office: Archive) -> None:
    tie = write_key(TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice"))
    other = replace(EXAMINED, url="https://other.example/").with_id()
    office.add([_collect(MAYOR)])
    office.examinations.keep(make_report())
    decide(office, EXAMINED.id, Draft(tie, Verb.REJECT), "Anna")
    office.remove(MAYOR.id)
    office.examinations.keep(make_report(other, gone=(MAYOR,)))
    assert read_report(office, other.id).decided == ()
