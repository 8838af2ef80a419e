"""Fact-checks that others published, kept in the archive's database."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from secondsource.archive.database import Database, Row
from secondsource.archive.rows import current_time, make_marks, stream_pages
from secondsource.collect.item import Rejected
from secondsource.evidence.fact_check import FactCheck, FactCheckCoverage

_MOST_REJECTED = 1_000
"""Rejected items that are told one by one; the others are only counted."""
_AT_ONCE = 500
_COLUMNS = (
    "claim, checker, rating, url, published, language, title, claimant, claimed, appearances, "
    "source"
)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of the items of an import; `rejected` are the first, `left_out` counts all."""

    added: int = 0
    known: int = 0
    changed: int = 0
    left_out: int = 0
    rejected: tuple[Rejected, ...] = ()


class FactCheckStore:
    """The fact-checks of an archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __len__(self) -> int:
        return cast(int, self._database.scalar("SELECT count(*) FROM factcheck"))

    @property
    def state(self) -> tuple[int, int]:
        """How many there are and the latest number given: equal where nothing was changed."""
        row = self._database.rows("SELECT count(*), coalesce(max(number), 0) FROM factcheck")[0]
        return cast(tuple[int, int], row)

    def add(self, items: Iterable[FactCheck | Rejected]) -> ImportResult:
        """Keep fact-checks, all in one transaction; those that are there already stay as they are.

        Raises:
            ArchiveLockedError: another process is writing.
            ArchiveError: the archive is read-only or the disk is full; nothing is kept then.
        """
        counts = Counter[str]()
        rejected: list[Rejected] = []
        now = current_time()
        with self._database.transaction() as connection:
            for item in items:
                if isinstance(item, Rejected):
                    counts["left_out"] += 1
                    rejected += [item] if len(rejected) < _MOST_REJECTED else []
                else:
                    counts[_store(connection, item, now)] += 1
        return ImportResult(**counts, rejected=tuple(rejected))

    def stream(self) -> Iterator[tuple[int, FactCheck]]:
        """Every fact-check with its number, in the order of the numbers."""
        last = 0
        while rows := self._database.rows(
            f"SELECT number, {_COLUMNS} FROM factcheck WHERE number > ? ORDER BY number LIMIT ?",
            (last, _AT_ONCE),
        ):
            yield from map(_make, rows)
            last = cast(int, rows[-1][0])

    def read(self, numbers: Iterable[int]) -> dict[int, FactCheck]:
        """The fact-checks with these numbers."""
        wanted = iter(dict.fromkeys(numbers))
        found: dict[int, FactCheck] = {}
        while batch := list(islice(wanted, _AT_ONCE)):
            sql = f"SELECT number, {_COLUMNS} FROM factcheck WHERE number IN ({make_marks(batch)})"
            found.update(map(_make, self._database.rows(sql, batch)))
        return found

    def coverage(self) -> FactCheckCoverage:
        """How many there are, of how many checkers, in which languages, the most frequent first."""
        count, checkers = self._database.rows(
            "SELECT count(*), count(DISTINCT checker) FROM factcheck"
        )[0]
        languages = self._database.rows(
            "SELECT language FROM factcheck WHERE language IS NOT NULL "
            "GROUP BY language ORDER BY count(*) DESC, language"
        )
        return FactCheckCoverage(
            cast(int, count), cast(int, checkers), tuple(str(row[0]) for row in languages)
        )

    def scanned(self) -> int:
        """The ordinal of the last article whose page was looked through for fact-checks."""
        value = self._database.scalar("SELECT value FROM meta WHERE key = 'factchecks_scanned'")
        return int(cast(str, value)) if value is not None else 0

    def stream_pages(self) -> Iterator[tuple[str, bytes]]:
        """The web pages of the articles added since: address, and very bytes."""
        return stream_pages(self._database, self.scanned())

    def set_scanned(self, ordinal: int) -> None:
        """Keep up to which article the pages were looked through."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO meta (key, value) VALUES ('factchecks_scanned', ?)",
                (str(ordinal),),
            )


def _store(connection: sqlite3.Connection, fact_check: FactCheck, now: str) -> str:
    """Write one fact-check and say whether it was added, known or changed."""
    values = _values(fact_check)
    row = connection.execute(
        f"SELECT number, {_COLUMNS} FROM factcheck WHERE id = ?", (fact_check.id,)
    ).fetchone()
    if row and tuple(row[1:-1]) == values[:-1]:  # where it was read from may differ
        return "known"
    if row:
        connection.execute("DELETE FROM factcheck WHERE number = ?", (row[0],))
    connection.execute(
        f"INSERT INTO factcheck (id, {_COLUMNS}, imported_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (fact_check.id, *values, now),
    )
    return "changed" if row else "added"


def _values(each: FactCheck) -> Sequence[str | None]:
    return (
        each.claim,
        each.checker,
        each.rating,
        each.url,
        each.published,
        each.language,
        each.title,
        each.claimant,
        each.claimed,
        json.dumps(each.appearances, ensure_ascii=False),
        each.source,
    )


def _make(row: Row) -> tuple[int, FactCheck]:
    number, claim, checker, rating, *rest, appearances, source = row
    url, published, language, title, claimant, claimed = cast(tuple[str | None, ...], tuple(rest))
    fact_check = FactCheck(
        claim=str(claim),
        checker=str(checker),
        rating=str(rating),
        url=url,
        published=published,
        language=language,
        title=title,
        claimant=claimant,
        claimed=claimed,
        appearances=tuple(json.loads(str(appearances))),
        source=str(source),
    )
    return cast(int, number), fact_check
