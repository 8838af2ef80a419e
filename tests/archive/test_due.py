"""Claims that do not follow a decision yet: noted with it, worked off once, never forgotten."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from secondsource.archive import Archive, examinations
from secondsource.archive.changes import Cause, Reason
from secondsource.archive.claims import QueueFilter
from secondsource.archive.due import drop_due, find_concerned, find_due, note_due
from secondsource.errors import ArchiveLockedError, DecisionConflictError
from secondsource.evidence.finding import Standing
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.decide import catch_up, decide, undo
from secondsource.jobs.verdicts import give_verdict
from secondsource.review.decision import Decision, Draft, Verb
from secondsource.review.report import Report
from secondsource.review.subject import ArticleSubject, TieSubject, write_key
from tests.archive.items import damage_report
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import HERALD, MAYOR, MAYOR_AGAIN, OPEN, make_report, stance_key

TIE = write_key(TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice"))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive with the sample's report, and one on another article that names two of it."""
    with Archive.open(tmp_path, create=True) as archive:
        archive.examinations.keep(make_report())
        archive.examinations.keep(_make_elsewhere())
        archive._database.connection.execute("PRAGMA busy_timeout = 20")
        yield archive


def _make_elsewhere() -> Report:
    article = replace(EXAMINED, id="elsewhere")
    return replace(make_report(), article=article, articles=(MAYOR, OPEN))


def _reject(archive: Archive) -> Decision:
    key = stance_key(make_report(), OPEN)
    return decide(archive, EXAMINED.id, Draft(key, Verb.REJECT), "Anna")


def _standing(archive: Archive) -> Standing:
    claims = archive.examinations.claims.read(QueueFilter(), 9)
    return next(claim.standing for claim in claims if claim.article == EXAMINED.id)


@contextmanager
def _written_by_another(archive: Archive) -> Iterator[None]:
    connection = sqlite3.connect(archive.path / "archive.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.close()


def _reject_and_lock(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Decision:
    """A decision after which another process writes, before the claims can follow."""
    store, held = archive.examinations.catch_up, []

    def lock_first(articles: object = None) -> tuple[str, ...]:
        held.append(articles)
        with _written_by_another(archive):
            return store(None)

    with monkeypatch.context() as patched:
        patched.setattr(archive.examinations, "catch_up", lock_first)
        kept = _reject(archive)
    assert held
    return kept


def test_a_decision_that_the_claims_cannot_follow_is_followed_by_the_next(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _reject_and_lock(archive, monkeypatch)
    assert archive.review.get(kept.number) == kept
    assert _standing(archive) is Standing.CONTESTED
    assert archive.examinations.list_due() == (EXAMINED.id,)
    decide(archive, "elsewhere", Draft(f"article:{OPEN.id}", Verb.NOTE, "a ferry paper"), "Boris")
    assert _standing(archive) is Standing.CORROBORATED
    assert archive.examinations.list_due() == ()
    (change,) = archive.examinations.changes.read(0, 9)
    assert change.because == Cause(Reason.DECISION, kept.number, "Anna")


def test_where_another_writes_for_long_it_is_told_and_stays_due(archive: Archive) -> None:
    archive.review.decide(Draft(TIE, Verb.REJECT, article=MAYOR.id, other=MAYOR_AGAIN.id), "Anna")
    with _written_by_another(archive), pytest.raises(ArchiveLockedError):
        archive.examinations.catch_up()
    with _written_by_another(archive):
        catch_up(archive)  # whoever decided is not told that it failed
    assert archive.examinations.list_due() == (EXAMINED.id,)


def test_killed_in_between_the_claims_follow_when_they_are_next_looked_at(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(examinations, "write_claims", kill)
        with pytest.raises(KeyboardInterrupt):
            _reject(archive)
    with Archive.open(archive.path) as again:
        assert again.examinations.list_due() == (EXAMINED.id,)
        with pytest.raises(DecisionConflictError):  # it was kept
            _reject(again)
        assert again.examinations.catch_up() == (EXAMINED.id,)
        assert _standing(again) is Standing.CORROBORATED
        assert len(again.examinations.changes.read(0, 9)) == 1


def test_of_two_who_work_it_off_at_once_one_does(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reject_and_lock(archive, monkeypatch)
    with Archive.open(archive.path) as other:
        due = other.examinations.list_due()
        assert archive.examinations.catch_up(due) == (EXAMINED.id,)
        monkeypatch.setattr(examinations, "list_due", lambda _database: due)
        assert other.examinations.catch_up() == ()
    assert len(archive.examinations.changes.read(0, 9)) == 1


def test_an_examination_in_between_tells_whose_doing_it_was(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _reject_and_lock(archive, monkeypatch)
    archive.examinations.keep(make_report())
    assert archive.examinations.list_due() == ()
    (change,) = archive.examinations.changes.read(0, 9)
    assert change.because == Cause(Reason.DECISION, kept.number, "Anna")


def test_nobody_decides_between_what_is_followed_and_what_is_kept(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = archive._database.brief_transaction
    with Archive.open(archive.path) as other:
        key = stance_key(make_report(), OPEN)
        first = partial(other.review.decide, Draft(key, Verb.REJECT, article=EXAMINED.id), "Anna")
        second = partial(other.review.undo, 1, "Boris")
        acts: Iterator[Callable[[], Decision]] = iter([first, second])

        def decide_first() -> AbstractContextManager[sqlite3.Connection]:
            next(acts)()
            return begin()

        with monkeypatch.context() as patched:
            patched.setattr(archive._database, "brief_transaction", decide_first)
            archive.examinations.keep(make_report())
    (change,) = archive.examinations.changes.read(0, 9)
    assert (change.because.kind, change.because.by) == (Reason.DECISION, "Anna")


def test_what_failed_half_way_is_undone_and_the_examination_kept(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reject_and_lock(archive, monkeypatch)
    drop, failures = drop_due, iter([RuntimeError("half way")])

    def fail_once(connection: sqlite3.Connection, article: str) -> None:
        if failure := next(failures, None):
            raise failure
        drop(connection, article)

    monkeypatch.setattr(examinations, "drop_due", fail_once)
    archive.examinations.keep(make_report())
    assert archive.examinations.list_due() == ()
    assert len(archive.examinations.history(EXAMINED.id)) == 2
    (change,) = archive.examinations.changes.read(0, 9)
    assert change.because == Cause()


def test_another_text_hides_nobody_who_decided(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _reject_and_lock(archive, monkeypatch)
    with archive._database.brief_transaction() as connection:
        note_due(connection, [EXAMINED.id, "elsewhere"], Cause(Reason.TEXTS))
        found = [find_due(connection, article) for article in (EXAMINED.id, "elsewhere", "none")]
    decided = Cause(Reason.DECISION, kept.number, "Anna")
    assert found == [decided, Cause(Reason.TEXTS), None]


def test_a_decision_and_what_is_due_are_kept_together(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_given: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr("secondsource.archive.reviews.note_due", crash)
        with pytest.raises(RuntimeError):
            _reject(archive)
    assert archive.review.latest(9) == ()
    assert archive.examinations.list_due() == ()


def test_a_report_that_cannot_follow_stays_due_and_holds_up_no_other(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    draft = Draft(TIE, Verb.REJECT, article=MAYOR.id, other=OPEN.id)
    archive.review.decide(draft, "Anna")
    damage_report(archive, EXAMINED.id)
    assert archive.examinations.list_due() == (EXAMINED.id, "elsewhere")
    catch_up(archive)
    assert archive.examinations.list_due() == (EXAMINED.id,)
    assert f"the claims of {EXAMINED.id} cannot follow" in caplog.text


def test_a_report_that_could_not_follow_does_once_it_is_examined_again(archive: Archive) -> None:
    _reject(archive)
    with _nobody_works_it_off(archive):
        undo(archive, 1, "Boris")
    damage_report(archive, EXAMINED.id)
    catch_up(archive)
    assert archive.examinations.list_due() == (EXAMINED.id,)
    archive.examinations.keep(make_report())
    assert archive.examinations.list_due() == ()
    assert _standing(archive) is Standing.CONTESTED


def test_finding_the_reports_reads_no_whole_text(archive: Archive) -> None:
    read: set[str | None] = set()

    def note_column(_action: int, _table: str | None, column: str | None, *_more: object) -> int:
        read.add(column)
        return sqlite3.SQLITE_OK

    connection = archive._database.connection
    connection.set_authorizer(note_column)
    find_concerned(archive._database, Draft(TIE, Verb.REJECT, article=MAYOR.id, other=OPEN.id))
    archive.examinations.find_last([MAYOR.id])
    connection.set_authorizer(None)
    assert "text_sha256" in read
    assert "text" not in read


def test_undoings_and_verdicts_are_due_as_well(archive: Archive) -> None:
    kept = _reject(archive)
    with _nobody_works_it_off(archive):
        undo(archive, kept.number, "Boris")
        give_verdict(Verdict("It was shut.", "So", "Anna", article=EXAMINED.id), archive)
    assert archive.examinations.list_due() == (EXAMINED.id,)
    archive.examinations.catch_up()
    assert _standing(archive) is Standing.CONTESTED
    assert [c.because.kind for c in archive.examinations.changes.read(1, 9)] == [Reason.VERDICT]


@contextmanager
def _nobody_works_it_off(archive: Archive) -> Iterator[None]:
    """While this lasts nobody gets to work off what is due."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archive.examinations, "catch_up", lambda _articles=None: ())
        yield


@pytest.mark.parametrize(
    ("draft", "concerned"),
    [
        (Draft(stance_key(make_report(), OPEN), Verb.REJECT, article=EXAMINED.id), {EXAMINED.id}),
        (Draft(TIE, Verb.REJECT, article=MAYOR.id, other=MAYOR_AGAIN.id), {EXAMINED.id}),
        (Draft(TIE, Verb.REJECT, article=MAYOR.id, other=OPEN.id), {EXAMINED.id, "elsewhere"}),
        (Draft(TIE, Verb.REJECT, article=MAYOR.id), set()),
        (Draft(write_key(ArticleSubject(OPEN.id)), Verb.NOTE, article=OPEN.id), set()),
        (Draft(stance_key(make_report(), OPEN), Verb.REJECT, article=HERALD.id), set()),
    ],
)
def test_a_decision_concerns_the_reports_that_it_bears_on(
    archive: Archive, draft: Draft, concerned: set[str]
) -> None:
    assert set(find_concerned(archive._database, draft)) == concerned
