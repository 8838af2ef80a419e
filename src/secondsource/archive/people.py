"""The people and bodies of a whole archive, kept so that a page need not gather them.

Derived like the other indexes: `index/people.db` is made anew by one job
(`secondsource.jobs.everybody`). What people decided of names is laid over what the program joined,
in rows of its own: the program's rows stay, and come back when a decision is taken back.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from secondsource.archive import records
from secondsource.archive.database import Database
from secondsource.archive.derived import DerivedFile
from secondsource.archive.gathering import (
    FIND_GATHERING,
    Gathering,
    Reach,
    find_gathering,
    measure_gathering,
)
from secondsource.archive.rows import current_time, make_marks
from secondsource.archive.upkeep import read_reach
from secondsource.article import Signal
from secondsource.errors import PersonNotFoundError
from secondsource.names.cluster import Join
from secondsource.names.name import NameKind, person_keys, read_person
from secondsource.names.people import Someone, Variant, fold_spelling

_FORMAT = 1  # raise it when people are packed otherwise
_SCHEMA = """
CREATE TABLE IF NOT EXISTS reach (
    format INTEGER, archive TEXT, ordinal INTEGER, removal INTEGER, decided INTEGER, made_at TEXT
);
CREATE TABLE IF NOT EXISTS someone (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    articles INTEGER NOT NULL, machine INTEGER NOT NULL, shown INTEGER NOT NULL,
    packed BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS someone_id ON someone (id, shown);
CREATE INDEX IF NOT EXISTS someone_order ON someone (shown, kind, articles DESC, name);
CREATE INDEX IF NOT EXISTS someone_all ON someone (shown, articles DESC, name);
CREATE TABLE IF NOT EXISTS spelling (folded TEXT, number INTEGER, PRIMARY KEY (folded, number))
WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sound (key TEXT, number INTEGER, PRIMARY KEY (key, number))
WITHOUT ROWID;
"""
_TABLES = ("reach", "someone", "spelling", "sound")
_MOST_FITTING = 400  # people looked at for one spelling


@dataclass(frozen=True, slots=True)
class PeopleReach(Reach):
    """How far the people reach; `decided` is the number of the last decision laid over them."""

    decided: int = 0


class PeopleStore:
    """The people and bodies of an archive, as they were last gathered."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file = DerivedFile(database, "people", _SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def read_wanted(self) -> tuple[int, int]:
        """Up to which article and removal the archive reaches now, for `replace`."""
        return read_reach(self._database)

    def measure(self) -> PeopleReach:
        """How far the people reach."""
        gathering = self._find_gathering()
        reach = measure_gathering(self._database, gathering)
        laid = self._file.rows("SELECT decided FROM reach") if gathering else []
        decided = cast(int, laid[0][0]) if laid else 0
        return PeopleReach(reach.made_at, reach.later, reach.removed, decided)

    def find_gathering(self) -> Gathering | None:
        """Which gathering the people are from; None before the first."""
        found = self._file.rows(FIND_GATHERING)
        return cast(Gathering, found[0]) if found else None

    def replace(self, people: Iterable[Someone], reach: tuple[int, int]) -> None:
        """Keep these people, as the program joined them, in the place of those that were known.

        Raises:
            ArchiveError: they cannot be written.
        """
        archive = records.read_archive_id(self._database)
        with self._file.transaction() as connection:
            for table in _TABLES:
                connection.execute(f"DELETE FROM {table}")
            for someone in people:
                _insert(connection, someone, machine=True)
            values = (_FORMAT, archive, *reach, 0, current_time())
            connection.execute("INSERT INTO reach VALUES (?, ?, ?, ?, ?, ?)", values)

    def lay_over(
        self, hidden: Iterable[str], shaped: Iterable[Someone], decided: int, over: Gathering | None
    ) -> bool:
        """Show these people in the place of those of the program's with some ids.

        Args:
            hidden: ids of people as the program joined them.
            shaped: people as decisions have them; all of them.
            decided: the number of the last decision that is in them.
            over: what `find_gathering` gave before `shaped` were read.

        Returns:
            Whether it was done: not where the people were gathered anew since, so that old people
            never lie over new ones.
        """
        with self._file.transaction() as connection:
            if connection.execute(FIND_GATHERING).fetchone() != over:
                return False
            for table in ("spelling", "sound"):
                connection.execute(
                    f"DELETE FROM {table} WHERE number IN "
                    "(SELECT number FROM someone WHERE NOT machine)"
                )
            connection.execute("DELETE FROM someone WHERE NOT machine")
            connection.execute("UPDATE someone SET shown = 1 WHERE NOT shown")
            sql = "UPDATE someone SET shown = 0 WHERE id = ?"
            connection.executemany(sql, [(id_,) for id_ in hidden])
            for someone in shaped:
                _insert(connection, someone, machine=False)
            connection.execute("UPDATE reach SET decided = ?", (decided,))
            return True

    def most_named(
        self, kind: NameKind | None, limit: int, after: str | None = None
    ) -> list[Someone]:
        """The people whom most articles name, first.

        Args:
            kind: only persons or only bodies; both when None.
            limit: the most to return.
            after: the id of the last one on the page before; the first page when it is gone.
        """
        where = "shown = 1"
        values: list[object] = []
        if kind is not None:
            where += " AND kind = ?"
            values.append(kind.value)
        sql = "SELECT articles, name, number FROM someone WHERE id = ? AND shown = 1"
        for articles, name, number in self._read(sql, (after,)):
            where += " AND articles <= ? AND (articles < ? OR (name, number) > (?, ?))"
            values += [articles, articles, name, number]
        order = "ORDER BY articles DESC, name, number LIMIT ?"
        sql = f"SELECT packed FROM someone WHERE {where} {order}"
        return [_unpack(row[0]) for row in self._read(sql, (*values, limit))]

    def count(self, kind: NameKind | None = None) -> int:
        """How many people and bodies there are."""
        where, values = ("AND kind = ?", (kind.value,)) if kind else ("", ())
        found = self._read(f"SELECT count(*) FROM someone WHERE shown = 1 {where}", values)
        return cast(int, found[0][0]) if found else 0

    def get(self, id_: str) -> Someone:
        """The person or body with an id.

        Raises:
            PersonNotFoundError: there is none.
        """
        found = self._read("SELECT packed FROM someone WHERE id = ? AND shown = 1", (id_,))
        if not found:
            raise PersonNotFoundError(
                f"Nobody has the id {id_!r}: names may have been joined otherwise since you came "
                "from there. Look for the name."
            )
        return _unpack(found[0][0])

    def spelled(self, spelling: str, *, machine: bool = False) -> list[Someone]:
        """Those of whom this is a spelling, letter by letter but for capitals and marks.

        Args:
            spelling: a name.
            machine: whether as the program joined them, not as people decided.
        """
        which = "machine" if machine else "shown"
        sql = (
            f"SELECT packed FROM someone WHERE {which} = 1 AND number IN "
            "(SELECT number FROM spelling WHERE folded = ?) ORDER BY articles DESC, name LIMIT ?"
        )
        rows = self._read(sql, (fold_spelling(spelling), _MOST_FITTING))
        return [_unpack(row[0]) for row in rows]

    def resembling(self, spelling: str) -> list[Someone]:
        """Candidates for a spelling: with a surname of such a sound, or with it in a name."""
        person = read_person(spelling)
        keys = sorted(person_keys(person)) if person else []
        within = fold_spelling(spelling).replace("%", "").replace("_", "")
        if len(within) < 2:
            return []
        sql = (
            "SELECT packed FROM someone WHERE shown = 1 AND number IN ("
            f"SELECT number FROM sound WHERE key IN ({make_marks(keys)}) UNION "
            "SELECT number FROM spelling WHERE folded LIKE ?) "
            "ORDER BY articles DESC, name LIMIT ?"
        )
        rows = self._read(sql, (*keys, f"%{within}%", _MOST_FITTING))
        return [_unpack(row[0]) for row in rows]

    def _read(self, sql: str, values: Sequence[object]) -> list[tuple[object, ...]]:
        """The rows of a query; none where the people are not of this archive."""
        return self._file.rows(sql, values) if self._find_gathering() else []

    def _find_gathering(self) -> Gathering | None:
        return find_gathering(self._database, self._file, _FORMAT)


def _insert(connection: sqlite3.Connection, someone: Someone, *, machine: bool) -> None:
    values = (
        someone.id,
        someone.name,
        someone.kind.value,
        len(someone.articles),
        machine,
        _pack(someone),
    )
    cursor = connection.execute(
        "INSERT INTO someone (id, name, kind, articles, machine, shown, packed) "
        "VALUES (?, ?, ?, ?, ?, 1, ?)",
        values,
    )
    written = (someone.name, *someone.names, *(each.text for each in someone.variants))
    spellings = {fold_spelling(each) for each in written}
    number = cursor.lastrowid
    connection.executemany(
        "INSERT INTO spelling VALUES (?, ?)", [(each, number) for each in spellings]
    )
    connection.executemany(
        "INSERT INTO sound VALUES (?, ?)", [(key, number) for key in _find_keys(someone)]
    )


def _find_keys(someone: Someone) -> set[str]:
    if someone.kind is not NameKind.PERSON:
        return set()
    read = (read_person(name) for name in someone.names)
    return {key for person in read if person for key in person_keys(person)}


def _pack(someone: Someone) -> bytes:
    parts = (
        someone.id,
        someone.name,
        someone.kind.value,
        someone.names,
        [(each.text, each.count) for each in someone.variants],
        someone.articles,
        someone.credited,
        [
            (j.left, j.right, j.score, [(s.name, s.score, s.sentence) for s in j.signals])
            for j in someone.joins
        ],
        someone.bare,
        someone.surname_only,
        someone.decided,
    )
    return zlib.compress(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _unpack(data: object) -> Someone:
    text = zlib.decompress(cast(bytes, data)).decode("utf-8", "surrogatepass")
    id_, name, kind, names, variants, articles, credited, joins, bare, alone, decided = json.loads(
        text
    )
    return Someone(
        id=id_,
        name=name,
        kind=NameKind(kind),
        names=tuple(names),
        variants=tuple(Variant(*each) for each in variants),
        articles=tuple(articles),
        credited=tuple(credited),
        joins=tuple(
            Join(left, right, score, tuple(Signal(*signal) for signal in signals))
            for left, right, score, signals in joins
        ),
        bare=bare,
        surname_only=alone,
        decided=tuple(decided),
    )
