"""Verdicts of people: signed, kept for good, replaced or withdrawn only by a later one."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.errors import ArchiveError
from secondsource.factcheck.reviews.verdict import Verdict

GIVEN = Verdict("The bridge is shut.", "Not so", "R. Editor", reasons=("I crossed it.",))


def test_a_verdict_is_kept_as_it_was_given(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        kept = archive.verdicts.record(GIVEN)
    with Archive.open(tmp_path) as archive:
        assert archive.verdicts.read() == (kept,)
    assert replace(kept, number=0, decided_at="") == GIVEN
    assert kept.stands


def test_a_later_verdict_replaces_it_and_may_be_withdrawn(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        first = archive.verdicts.record(GIVEN)
        second = archive.verdicts.record(replace(GIVEN, rating="So", replaces=first.number))
        third = archive.verdicts.withdraw(second.number, "R. Editor")
        states = [(v.number, v.stands, v.replaced_by) for v in archive.verdicts.read()]
        assert states == [(1, False, 2), (2, False, 3), (3, False, None)]
        assert third.withdrawn
        with pytest.raises(ArchiveError, match="no longer stands"):
            archive.verdicts.withdraw(1, "R. Editor")


def test_the_latest_first_page_by_page(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        for number in range(1, 6):
            replaces = number - 1 if number in (3, 4) else None
            archive.verdicts.record(replace(GIVEN, rating=f"No. {number}", replaces=replaces))
        first = archive.verdicts.latest(2)
        rest = archive.verdicts.latest(9, first[-1].number)
        assert [v.rating for v in (*first, *rest)] == [f"No. {n}" for n in (5, 4, 3, 2, 1)]
        assert [v.stands for v in (*first, *rest)] == [True, True, False, False, True]
        assert archive.verdicts.get(3) == rest[0]
        assert rest[0].replaced_by == 4  # which stands on the page before


def test_one_is_found_without_reading_the_others(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        asked: list[str] = []
        archive.verdicts.record(replace(GIVEN, article="a"))
        archive._database.connection.set_trace_callback(asked.append)
        archive.verdicts.get(1)
        archive.verdicts.about("a")
        archive._database.connection.set_trace_callback(None)
        plans = [archive._database.rows(f"EXPLAIN QUERY PLAN {sql}") for sql in asked]
        told = [str(step[3]) for plan in plans for step in plan]
        assert len(told) >= 4
        scans = [step for step in told if step.startswith("SCAN")]
        assert [step for step in scans if "json_each" not in step] == []  # which are the ids


@pytest.mark.parametrize(
    "change", [{"claim": " "}, {"rating": ""}, {"decided_by": "\n"}, {"text": "x" * 30_000}]
)
def test_what_is_no_verdict(tmp_path: Path, change: dict[str, str]) -> None:
    with (
        Archive.open(tmp_path, create=True) as archive,
        pytest.raises(ArchiveError, match="verdict"),
    ):
        archive.verdicts.record(replace(GIVEN, **change))  # type: ignore[arg-type]


def test_there_is_none_of_that_number(tmp_path: Path) -> None:
    with (
        Archive.open(tmp_path, create=True) as archive,
        pytest.raises(ArchiveError, match="no verdict 7"),
    ):
        archive.verdicts.get(7)


@pytest.mark.parametrize("sql", ["DELETE FROM verdict", "UPDATE verdict SET rating = 'x'"])
def test_the_database_itself_keeps_it(tmp_path: Path, sql: str) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.verdicts.record(GIVEN)
    connection = sqlite3.connect(tmp_path / "archive.db")
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(sql)
    connection.close()
