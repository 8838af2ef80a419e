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
