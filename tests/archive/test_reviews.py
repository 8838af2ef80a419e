"""The log of decisions: kept for good, by two at once, over a long `add`, undone, in history."""

import json
import multiprocessing
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from secondsource.archive import Archive, migrations
from secondsource.archive.migrations import load_migrations
from secondsource.collect.item import Collected
from secondsource.errors import ArchiveError, DecisionConflictError, SubjectError
from secondsource.review.decision import LONGEST, Draft, Verb
from tests.archive.adder import ARTICLES
from tests.archive.items import BRIDGE, FERRY, make_item
from tests.archive.test_killed import start_adding

KEY = "tie:a:b:same_text"
REJECT = Draft(KEY, Verb.REJECT, reasons="two reporters", words=("x", "y"), article="a", other="b")


def _after(number: int | None, verb: Verb = Verb.CONFIRM) -> Draft:
    return Draft(KEY, verb, article="a", other="b", seen=number)


def test_it_is_kept_as_it_was_taken(archive: Archive) -> None:
    kept = archive.review.decide(REJECT, " Anna  Reed ")
    assert (kept.decided_by, kept.words, kept.reasons) == ("Anna Reed", ("x", "y"), "two reporters")
    assert archive.review.history(KEY) == (kept,) == archive.review.concerning({"b", "z"})
    assert archive.review.concerning({"z"}) == ()
    assert archive.decisions("people") == ()


def test_a_later_one_has_to_have_seen_the_earlier(archive: Archive) -> None:
    first = archive.review.decide(REJECT, "Anna")
    with pytest.raises(DecisionConflictError, match="Anna decided on this") as caught:
        archive.review.decide(_after(None), "Boris")
    assert (caught.value.last, caught.value.key) == (first.number, KEY)
    assert archive.review.history(KEY) == (first,)
    second = archive.review.decide(_after(caught.value.last), "Boris")
    assert archive.review.history(KEY) == (first, second)
    with pytest.raises(ArchiveError, match="no decision 77"):
        archive.review.decide(Draft("tie:a:c:credit", Verb.REJECT, seen=77), "Boris")


def test_a_note_is_in_nobodys_way(archive: Archive) -> None:
    first = archive.review.decide(REJECT, "Anna")
    note = Draft(KEY, Verb.NOTE, "ask the editor", article="a")
    archive.review.decide(note, "Boris")
    archive.review.decide(note, "Clara")
    assert archive.review.decide(_after(first.number), "Anna").counts


def test_any_decision_can_be_taken_back_also_a_taking_back(archive: Archive) -> None:
    first = archive.review.decide(REJECT, "Anna")
    second = archive.review.decide(_after(first.number), "Boris")
    undoing = archive.review.undo(first.number, "Clara", "not hers to say")
    states = [(d.number, d.counts) for d in archive.review.history(KEY)]
    assert states == [(first.number, False), (second.number, True), (undoing.number, False)]
    with pytest.raises(ArchiveError, match="taken back already"):
        archive.review.undo(first.number, "Clara")
    archive.review.undo(undoing.number, "Anna")
    assert archive.review.get(first.number).counts
    assert [d.undone for d in archive.review.concerning({"a"})] == [False, False, True, False]


def test_a_decision_on_names_is_none_on_a_report(archive: Archive) -> None:
    taken = archive.decide("people", "merge", ("A", "B"), "Anna")
    with pytest.raises(ArchiveError, match="no decision 1 on a report"):
        archive.review.undo(taken.number, "Anna")
    archive.review.decide(REJECT, "Anna")
    assert archive.decisions("people") == (taken,)
    assert [d.number for d in archive.review.latest(10)] == [taken.number + 1]


def test_latest_a_page_at_a_time(archive: Archive) -> None:
    numbers = [
        archive.review.decide(Draft(f"tie:a:{n}:credit", Verb.REJECT), "Anna").number
        for n in range(5)
    ]
    page = archive.review.latest(3)
    rest = archive.review.latest(3, page[-1].number)
    assert [d.number for d in (*page, *rest)] == numbers[::-1]


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (Draft("edge:a:b", Verb.SUPPORTS), "cannot be said"),
        (Draft("article:a", Verb.REJECT), "cannot be said"),
        (Draft("attribution:s", Verb.SAID_BY, " "), "who says it"),
        (Draft("edge:a:b", Verb.UNDO), "cannot be said"),
        (Draft("edge:a:b", Verb.REJECT, reasons="x" * (LONGEST + 1)), "at most"),
        (Draft("verse:a", Verb.NOTE, "x"), "names nothing"),
    ],
)
def test_what_cannot_be_decided(archive: Archive, draft: Draft, said: str) -> None:
    with pytest.raises(SubjectError, match=said):
        archive.review.decide(draft, "Anna")


@pytest.mark.parametrize("name", ["", " \n", "x" * 300])
def test_it_needs_a_name(archive: Archive, name: str) -> None:
    with pytest.raises(ArchiveError, match="name"):
        archive.review.decide(REJECT, name)


def _decide_many(folder: Path, name: str, times: int) -> None:
    """Say it again with the number of the decision that came in between, until it is taken."""
    with Archive.open(folder) as archive:
        for _ in range(times):
            seen: int | None = None
            while True:
                try:
                    archive.review.decide(_after(seen), name)
                    break
                except DecisionConflictError as conflict:
                    seen = conflict.last


@pytest.mark.slow
def test_two_at_once_lose_none(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True):
        pass
    context = multiprocessing.get_context("spawn")
    people = [
        context.Process(target=_decide_many, args=(tmp_path, name, 20))
        for name in ("Anna", "Boris")
    ]
    for person in people:
        person.start()
    for person in people:
        person.join(120)
    assert [person.exitcode for person in people] == [0, 0]
    with Archive.open(tmp_path) as archive:
        history = archive.review.history(KEY)
    assert sorted(d.decided_by for d in history) == ["Anna"] * 20 + ["Boris"] * 20
    assert all(later.seen == former.number for former, later in pairwise(history))


def test_who_adds_for_long_keeps_nobody_from_deciding(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as adding, Archive.open(tmp_path) as archive:
        with adding.writing():
            archive.review.decide(REJECT, "Anna")
            archive.decide("people", "merge", ("A", "B"), "Anna")
            archive.undo("people", None, "Anna")

        def items() -> Iterator[Collected]:
            yield make_item(FERRY)
            archive.review.decide(_after(1), "Boris")
            yield make_item(BRIDGE)

        assert len(adding.add(items()).added) == 2
        assert len(archive.review.history(KEY)) == 2


def test_the_database_itself_keeps_them(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.review.decide(REJECT, "Anna")
    connection = sqlite3.connect(tmp_path / "archive.db")
    for sql in ("DELETE FROM decision", "UPDATE decision SET words = '[]'"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(sql)
    connection.close()


def test_an_archive_made_before_keeps_its_decisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = load_migrations()[:3]
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "load_migrations", lambda *_package: former)
        Archive.open(tmp_path, create=True).close()
    connection = sqlite3.connect(tmp_path / "archive.db")
    values = (json.dumps(["Anna Weld", "A. Weld"]), "M. Reader", "2031-01-01T00:00:00+00:00")
    sql = "INSERT INTO decision (about, verb, subject, decided_by, decided_at) VALUES "
    connection.execute(f"{sql} ('people', 'merge', ?, ?, ?)", values)
    connection.commit()
    connection.close()
    with Archive.open(tmp_path) as archive:
        (taken,) = archive.decisions("people")
        assert (taken.number, taken.subject) == (1, ("Anna Weld", "A. Weld"))
        assert archive.review.latest(5) == ()
        assert archive.review.decide(REJECT, "Anna").number == 2
        archive.undo("people", 1, "M. Reader")
        assert archive.examinations.latest(5) == ()


@pytest.mark.slow
def test_people_decide_while_a_process_adds(tmp_path: Path) -> None:
    adding = start_adding(tmp_path)
    assert adding.stdout
    adding.stdout.readline()  # the first batch is there, and with it the archive
    seen: int | None = None
    with Archive.open(tmp_path) as archive:
        while adding.poll() is None and len(archive.review.history(KEY)) < 30:
            seen = archive.review.decide(_after(seen), "Anna").number
        assert len(archive.review.history(KEY)) >= 3
        assert adding.communicate(timeout=120)[0].split()[-1] == str(ARTICLES)
        assert len(archive) == ARTICLES
