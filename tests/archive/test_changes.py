"""What changed in the standing of claims: noted with the claim, told in order, bounded."""

from dataclasses import replace

import pytest

from secondsource.archive import Archive, changes, claims
from secondsource.archive.changes import Cause, ChangedArticle, Reason, StandingChange
from secondsource.archive.claims import QueueFilter
from secondsource.article import Article
from secondsource.collect.item import Collected
from secondsource.evidence.finding import Standing
from secondsource.jobs.decide import decide, undo
from secondsource.review.decision import Draft, Verb
from secondsource.review.report import Report
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, STATEMENT, make_report, stance_key, the_finding

STANDINGS = (Standing.ECHOED, Standing.DISPUTED, Standing.NOT_FOUND)

UPDATED = replace(EXAMINED, text=f"{EXAMINED.text} Updated on Tuesday.").with_id()


def add(archive: Archive, *articles: Article) -> None:
    """Put articles into the archive, the earliest first."""
    for each in articles:
        archive.add([Collected(each, each.text.encode(), "text/plain", each.id)])


def examine_both(archive: Archive) -> None:
    """Put both texts of the address into the archive, with a report on each."""
    add(archive, EXAMINED, UPDATED)
    for article in (EXAMINED, UPDATED):
        archive.examinations.keep(make_report(article))


def list_queued(archive: Archive) -> set[str]:
    """The ids of the articles whose claims are in the queue."""
    return {claim.article for claim in archive.examinations.claims.read(QueueFilter(), 99)}


def _with_standing(standing: Standing, title: str | None = None) -> Report:
    """The sample's report with another standing of its claim, and without what a decision needs."""
    report = make_report()
    found = replace(the_finding(report), standing=standing)
    return replace(report, findings=(found,), article=replace(report.article, title=title))


def _read(archive: Archive) -> tuple[StandingChange, ...]:
    return archive.examinations.changes.read(0, 99)


def test_a_claim_that_is_new_or_stays_is_no_change(archive: Archive) -> None:
    for _ in range(2):
        archive.examinations.keep(make_report())
    assert _read(archive) == ()
    assert (archive.examinations.changes.earliest(), archive.examinations.changes.last()) == (
        None,
        0,
    )


def test_another_examination_changes_it(archive: Archive) -> None:
    report = make_report()
    archive.examinations.keep(report)
    archive.examinations.keep(_with_standing(Standing.ECHOED, title="Bridge"))
    (change,) = _read(archive)
    assert change.article == ChangedArticle(
        report.article.id, report.article.url, "Bridge", report.article.outlet, "en"
    )
    assert change.statement.id == report.statements[0].id
    assert change.statement.text == STATEMENT.text
    assert (change.before, change.after) == (Standing.CONTESTED, Standing.ECHOED)
    assert (change.machine, change.because) == (Standing.ECHOED, Cause())


def test_a_claim_that_is_gone_is_told_as_gone(archive: Archive) -> None:
    archive.examinations.keep(make_report())
    archive.examinations.keep(replace(make_report(), statements=(), findings=()))
    (change,) = _read(archive)
    assert (change.before, change.after, change.machine) == (Standing.CONTESTED, None, None)
    archive.examinations.keep(make_report())
    assert len(_read(archive)) == 1  # a new claim again


def test_claims_of_an_earlier_text_are_told_as_gone(archive: Archive) -> None:
    add(archive, EXAMINED, UPDATED)
    archive.examinations.keep(make_report())
    archive.examinations.keep(make_report(UPDATED))
    (change,) = _read(archive)
    assert change.article.id == EXAMINED.id
    assert (change.before, change.after, change.because) == (Standing.CONTESTED, None, Cause())


@pytest.mark.parametrize("readable", [True, False])
def test_claims_of_an_earlier_text_that_was_removed_are_gone_too(
    archive: Archive, readable: bool
) -> None:
    add(archive, EXAMINED)
    archive.examinations.keep(make_report())
    if not readable:
        with archive._database.brief_transaction() as connection:
            connection.execute("UPDATE examination SET report = x'00'")
    archive.remove(EXAMINED.id)
    assert list_queued(archive) == set()
    add(archive, UPDATED)
    archive.examinations.keep(make_report(UPDATED))
    (change,) = _read(archive)
    assert change.article.id == EXAMINED.id
    assert change.article.url == (EXAMINED.url if readable else None)
    assert (change.after, change.because) == (None, Cause(Reason.TEXTS))
    assert list_queued(archive) == {UPDATED.id}


def test_an_article_that_was_removed_has_its_claims_again_when_it_is_added_again(
    archive: Archive,
) -> None:
    add(archive, EXAMINED)
    archive.examinations.keep(make_report())
    archive.remove(EXAMINED.id)
    assert list_queued(archive) == set()
    assert archive.examinations.list_due() == ()
    archive.examinations.keep(make_report())
    assert list_queued(archive) == set()
    add(archive, EXAMINED)
    assert archive.examinations.catch_up() == (EXAMINED.id,)
    assert list_queued(archive) == {EXAMINED.id}


def test_an_earlier_text_that_was_removed_does_not_come_back(archive: Archive) -> None:
    add(archive, EXAMINED)
    archive.examinations.keep(make_report())
    archive.remove(EXAMINED.id)
    add(archive, UPDATED)
    archive.examinations.keep(make_report(UPDATED))
    archive.examinations.keep(make_report())
    assert list_queued(archive) == {UPDATED.id}


def test_where_the_later_text_was_removed_the_earlier_has_its_claims_as_soon_as_they_follow(
    archive: Archive,
) -> None:
    examine_both(archive)
    archive.remove(UPDATED.id)
    assert UPDATED.id not in archive
    assert list_queued(archive) == set()
    assert archive.examinations.catch_up() == (EXAMINED.id,)
    assert list_queued(archive) == {EXAMINED.id}
    assert len(_read(archive)) == 2  # that they left; those that come anew are no change
    add(archive, UPDATED)
    assert set(archive.examinations.catch_up()) == {EXAMINED.id, UPDATED.id}
    assert list_queued(archive) == {UPDATED.id}
    (*_left, change) = _read(archive)
    assert (change.article.id, change.after) == (EXAMINED.id, None)
    assert change.because == Cause(Reason.TEXTS)


def test_of_two_texts_that_were_removed_neither_comes_back(archive: Archive) -> None:
    examine_both(archive)
    for article in (EXAMINED, UPDATED):
        archive.remove(article.id)
    archive.examinations.catch_up()
    assert list_queued(archive) == set()


def test_texts_of_other_addresses_stay(archive: Archive) -> None:
    other = replace(UPDATED, url="https://other.example/").with_id()
    add(archive, EXAMINED)
    archive.examinations.keep(make_report())
    archive.remove(EXAMINED.id)
    add(archive, other)
    archive.examinations.keep(make_report(other))
    assert list_queued(archive) == {other.id}


def test_a_decision_and_its_undoing_change_it(archive: Archive) -> None:
    report = make_report()
    archive.examinations.keep(report)
    draft = Draft(stance_key(report, OPEN), Verb.REJECT)
    kept = decide(archive, report.article.id, draft, "Anna")
    undone = undo(archive, kept.number, "Boris")
    told = _read(archive)
    assert [(c.before, c.after, c.machine) for c in told] == [
        (Standing.CONTESTED, Standing.CORROBORATED, Standing.CONTESTED),
        (Standing.CORROBORATED, Standing.CONTESTED, Standing.CONTESTED),
    ]
    assert [c.because for c in told] == [
        Cause(Reason.DECISION, kept.number, "Anna"),
        Cause(Reason.DECISION, undone.number, "Boris"),
    ]


def test_page_by_page_the_earliest_first(archive: Archive) -> None:
    for standing in (*STANDINGS, *STANDINGS):
        archive.examinations.keep(_with_standing(standing))
    log = archive.examinations.changes
    first = log.read(0, 2)
    rest = log.read(first[-1].number, 99)
    assert [c.number for c in (*first, *rest)] == [1, 2, 3, 4, 5]
    assert [c.after for c in first] == [Standing.DISPUTED, Standing.NOT_FOUND]
    assert log.last() == 5


def test_the_earliest_are_let_go(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "KEPT", 3)
    for standing in (*STANDINGS, *STANDINGS):
        archive.examinations.keep(_with_standing(standing))
    assert [c.number for c in _read(archive)] == [3, 4, 5]
    assert archive.examinations.changes.earliest() == 3


def test_long_names_are_cut(archive: Archive) -> None:
    archive.examinations.keep(_with_standing(Standing.ECHOED))
    archive.examinations.keep(_with_standing(Standing.DISPUTED, title="x" * 5_000))
    (change,) = _read(archive)
    assert change.article.title == "x" * (changes.LONGEST_NAME - 1) + "…"


def test_the_claim_and_its_change_are_written_together(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.examinations.keep(make_report())
    queue = archive.examinations.claims
    before = queue.read(claims.QueueFilter(), 9)

    def crash(*_given: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(claims, "write_changes", crash)
        with pytest.raises(RuntimeError):
            archive.examinations.keep(_with_standing(Standing.ECHOED))
    assert queue.read(claims.QueueFilter(), 9) == before
    assert len(archive.examinations.history(make_report().article.id)) == 1
