"""The families of a whole archive, kept beside the database so that a page need not wait for them.

Like the other indexes this one is derived: `index/families.db` is made anew by one job, which
compares all articles (`secondsource.jobs.families`). It says up to which article it reaches, so
that pages can tell how many articles are not in it yet.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from secondsource.archive import records
from secondsource.archive.database import Database
from secondsource.archive.derived import DerivedFile
from secondsource.archive.gathering import (
    Gathering,
    Reach,
    find_gathering,
    measure_gathering,
)
from secondsource.archive.packed_families import pack_family, unpack_family
from secondsource.archive.rows import BATCH, current_time, make_marks
from secondsource.archive.upkeep import read_reach
from secondsource.errors import FamilyNotFoundError
from secondsource.lineage.family import Family

_FORMAT = 1  # raise it when families are packed otherwise
_SCHEMA = """
CREATE TABLE IF NOT EXISTS reach (
    format INTEGER, archive TEXT, ordinal INTEGER, removal INTEGER, made_at TEXT
);
CREATE TABLE IF NOT EXISTS family (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, root TEXT NOT NULL,
    articles INTEGER NOT NULL, outlets INTEGER NOT NULL, languages TEXT NOT NULL,
    first TEXT, last TEXT, packed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS member (
    article INTEGER NOT NULL, family INTEGER NOT NULL, core INTEGER NOT NULL,
    PRIMARY KEY (article, family)
) WITHOUT ROWID;
"""
_HEAD = "number, id, root, articles, outlets, languages, first, last"
_HeadRow: TypeAlias = tuple[int, str, str, int, int, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class FamilyHead:
    """A family in short: its id, its probable first article, its articles and outlets.

    `number` is its place by size, from 1; `first` and `last` are the dates of its articles.
    """

    number: int
    id: str
    root: str
    articles: int
    outlets: int
    languages: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class FamiliesReach(Reach):
    """How far the families reach, and how many are known."""

    families: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """What a family's head is told from, of one article."""

    ordinal: int
    outlet: str | None
    published: str | None
    language: str | None


class FamilyStore:
    """The families of an archive, as they were last worked out."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file = DerivedFile(database, "families", _SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def measure(self) -> FamiliesReach:
        """How far the families reach."""
        gathering = self._find_gathering()
        reach = measure_gathering(self._database, gathering)
        counted = self._file.rows("SELECT count(*) FROM family") if gathering else []
        families = cast(int, counted[0][0]) if counted else 0
        return FamiliesReach(reach.made_at, reach.later, reach.removed, families)

    def read_wanted(self) -> tuple[int, int]:
        """Up to which article and removal the archive reaches now, for `replace`."""
        return read_reach(self._database)

    def replace(self, families: Iterable[Family], reach: tuple[int, int]) -> None:
        """Keep these families in the place of those that were known.

        Args:
            families: all of the archive.
            reach: the ordinal and the removal up to which the archive was looked at, as
                `read_wanted` gave them before.

        Raises:
            ArchiveError: they cannot be written.
        """
        known = self._read_known()
        ranked = sorted(families, key=lambda family: (-len(family.articles), family.id))
        with self._file.transaction() as connection:
            for table in ("reach", "family", "member"):
                connection.execute(f"DELETE FROM {table}")
            for number, family in enumerate(ranked, start=1):
                _insert(connection, number, family, known)
            archive = records.read_archive_id(self._database)
            values = (_FORMAT, archive, *reach, current_time())
            connection.execute("INSERT INTO reach VALUES (?, ?, ?, ?, ?)", values)

    def largest(self, limit: int, after: int = 0) -> list[FamilyHead]:
        """The largest families, those with a higher number than `after`."""
        sql = f"SELECT {_HEAD} FROM family WHERE number > ? ORDER BY number LIMIT ?"
        return [_make_head(row) for row in self._read(sql, (after, limit))]

    def get(self, id_: str) -> tuple[FamilyHead, Family]:
        """A family, in short and whole.

        Raises:
            FamilyNotFoundError: there is none with this id.
        """
        sql = f"SELECT {_HEAD}, packed FROM family WHERE id = ?"
        found = self._read(sql, (id_,))
        if not found:
            raise FamilyNotFoundError(
                f"No family has the id {id_!r}: the families may have been worked out anew since "
                "you came from there. Look for one of its articles."
            )
        *head, packed = found[0]
        return _make_head(tuple(head)), unpack_family(cast(bytes, packed))

    def holding(self, article: str) -> list[FamilyHead]:
        """The families of an article (its id), the largest first."""
        ordinals = records.find_ordinals(self._database, [article])
        sql = (
            f"SELECT {_HEAD} FROM family WHERE number IN "
            "(SELECT family FROM member WHERE article = ?) ORDER BY number"
        )
        return [_make_head(row) for ordinal in ordinals for row in self._read(sql, (ordinal,))]

    def holding_pairs(self, pairs: Iterable[tuple[str, str]]) -> set[int]:
        """The numbers of the families that hold both articles of one of these pairs (ids)."""
        wanted = set(pairs)
        ids = json.dumps(sorted({end for pair in wanted for end in pair}))
        listed = "SELECT id, ordinal FROM article WHERE id IN (SELECT value FROM json_each(?))"
        known = dict(cast(list[tuple[str, int]], self._database.rows(listed, (ids,))))
        families: dict[int, set[int]] = defaultdict(set)
        for start in range(0, len(known), BATCH):
            part = list(known.values())[start : start + BATCH]
            sql = f"SELECT article, family FROM member WHERE article IN ({make_marks(part)})"
            for article, family in cast(list[tuple[int, int]], self._read(sql, part)):
                families[article].add(family)
        both = [(known[a], known[b]) for a, b in wanted if a in known and b in known]
        return {number for a, b in both for number in families[a] & families[b]}

    def of_articles(self, ordinals: Sequence[int]) -> dict[int, FamilyHead]:
        """By ordinal the largest family whose text an article carries; most are in none."""
        found: dict[int, int] = {}
        for start in range(0, len(ordinals), BATCH):
            part = ordinals[start : start + BATCH]
            sql = (
                "SELECT article, min(family) FROM member "
                f"WHERE core AND article IN ({make_marks(part)}) GROUP BY article"
            )
            found.update(cast(list[tuple[int, int]], self._read(sql, part)))
        heads = self._read_heads(sorted(set(found.values())))
        return {ordinal: heads[number] for ordinal, number in found.items()}

    def _read_heads(self, numbers: Sequence[int]) -> dict[int, FamilyHead]:
        heads: dict[int, FamilyHead] = {}
        for start in range(0, len(numbers), BATCH):
            part = numbers[start : start + BATCH]
            sql = f"SELECT {_HEAD} FROM family WHERE number IN ({make_marks(part)})"
            heads.update((head.number, head) for head in map(_make_head, self._read(sql, part)))
        return heads

    def _read(self, sql: str, values: Sequence[object]) -> list[tuple[object, ...]]:
        """The rows of a query; none where the families are not of this archive."""
        return self._file.rows(sql, values) if self._find_gathering() else []

    def _find_gathering(self) -> Gathering | None:
        return find_gathering(self._database, self._file, _FORMAT)

    def _read_known(self) -> dict[str, _Known]:
        rows = self._database.rows("SELECT id, ordinal, outlet, published, language FROM article")
        return {cast(str, id_): _Known(*rest) for id_, *rest in rows}  # type: ignore[arg-type]


def _insert(
    connection: sqlite3.Connection, number: int, family: Family, known: dict[str, _Known]
) -> None:
    """Write one family; articles that were removed meanwhile are left out of its counts."""
    there = [known[article] for article in family.articles if article in known]
    dates = sorted(each.published for each in there if each.published)
    values = (
        number,
        family.id,
        family.root,
        len(there),
        len({each.outlet for each in there if each.outlet}),
        " ".join(sorted({each.language for each in there if each.language})),
        dates[0] if dates else None,
        dates[-1] if dates else None,
        pack_family(family),
    )
    connection.execute("INSERT INTO family VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    core = defaultdict(int, {known[each].ordinal: 1 for each in family.core if each in known})
    members = {each.ordinal for each in there}
    connection.executemany(
        "INSERT INTO member VALUES (?, ?, ?)", [(each, number, core[each]) for each in members]
    )


def _make_head(row: tuple[object, ...]) -> FamilyHead:
    number, id_, root, articles, outlets, languages, first, last = cast(_HeadRow, row)
    return FamilyHead(number, id_, root, articles, outlets, tuple(languages.split()), first, last)
