"""The other states of the addresses that articles were found at: the earlier and the later."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from secondsource.addresses import address_keys
from secondsource.archive.database import Database
from secondsource.article import Article
from secondsource.review.match import LaterText

# Where a text stands in the order of adding: also after it was removed, and where only a report on
# it is kept, which was made when the archive reached so far.
_PLACE = (
    "coalesce((SELECT ordinal FROM article WHERE id = {0}.article), "
    "(SELECT max(ordinal) FROM removal WHERE id = {0}.article), "
    "(SELECT min(ordinal) + 0.5 FROM examination WHERE article = {0}.article))"
)
_HERE, _THERE = _PLACE.format("here"), _PLACE.format("there")
_STILL = "there.article IN (SELECT id FROM article)"
_EXAMINED_IN = (
    "FROM examined_address AS here JOIN examined_address AS there ON there.key = here.key "
    "WHERE here.article = "
)
_EXAMINED = f"{_EXAMINED_IN}?"
HAS_LATER_REPORT = (
    f"EXISTS (SELECT 1 {_EXAMINED_IN}examination.article AND {_THERE} > {_HERE} AND {_STILL})"
)
"""The condition that a later text at an address of that of a kept report is examined too."""

_MINE = (
    "WITH mine (id, key, place, text) AS ("
    "SELECT article.id, address.key, ordinal, text_sha256 FROM article "
    "JOIN address ON address.article = ordinal WHERE id IN (SELECT value FROM json_each(?1)) "
    f"UNION ALL SELECT here.article, here.key, {_HERE}, NULL FROM examined_address AS here "
    "WHERE here.article IN (SELECT value FROM json_each(?1)) "
    "AND here.article NOT IN (SELECT id FROM article)) "
)
_THERE_TOO = (
    "FROM mine JOIN address AS there ON there.key = mine.key "
    "JOIN article AS other ON other.ordinal = there.article"
)
_LATER = f"{_THERE_TOO} WHERE other.ordinal > mine.place AND other.text_sha256 IS NOT mine.text"
_EARLIER = (
    f"{_MINE} SELECT other.id {_THERE_TOO} WHERE other.ordinal < mine.place "
    "UNION SELECT there.article FROM mine JOIN examined_address AS there ON there.key = mine.key "
    f"WHERE there.article != mine.id AND NOT {_STILL} AND {_THERE} < mine.place"
)


@dataclass(frozen=True, slots=True)
class LastText:
    """The last text with other words at an address: its id, and when it was added (ISO 8601)."""

    id: str
    added_at: str


def read_earlier(database: Database, articles: Collection[str]) -> tuple[str, ...]:
    """The ids of what was found before at an address of any of these articles.

    Those of which the archive only keeps a report are among them.
    """
    rows = database.rows(_EARLIER, (json.dumps(sorted(articles)),))
    return tuple(id_ for (id_,) in cast(list[tuple[str]], rows))


def list_bearing(connection: sqlite3.Connection, article: str) -> tuple[str, ...]:
    """The ids of the examined articles whose claims another text of an address may bear on.

    Their reports name an earlier text of it, on which somebody decided or gave a verdict.

    Args:
        connection: within the transaction that adds or removes it.
        article: its id.
    """
    found = connection.execute(_EARLIER, (json.dumps([article]),)).fetchall()
    earlier = json.dumps([id_ for (id_,) in found])
    listed = "(SELECT value FROM json_each(?1))"
    reports = found and connection.execute(
        f"SELECT DISTINCT examined FROM named WHERE article IN {listed} AND ("
        f"EXISTS (SELECT 1 FROM decision WHERE article IN {listed}) OR "
        f"EXISTS (SELECT 1 FROM decision WHERE other IN {listed}) OR "
        f"EXISTS (SELECT 1 FROM verdict WHERE article IN {listed}))",
        (earlier,),
    )
    return tuple(id_ for (id_,) in cast(list[tuple[str]], list(reports)))


def read_examined_before(database: Database, article: str) -> tuple[str, ...]:
    """The ids of examined texts that came earlier at an address of an examined text.

    Those that are not in the archive (any more) are among them, as their reports are kept.
    """
    rows = database.rows(
        f"SELECT DISTINCT there.article {_EXAMINED} AND {_THERE} < {_HERE}", (article,)
    )
    return tuple(id_ for (id_,) in cast(list[tuple[str]], rows))


def list_other_examined(connection: sqlite3.Connection, article: str) -> tuple[str, ...]:
    """The ids of the other examined texts at the addresses of one, those in the archive."""
    found = connection.execute(
        f"SELECT DISTINCT there.article {_EXAMINED} AND there.article != here.article AND {_STILL}",
        (article,),
    )
    return tuple(id_ for (id_,) in cast(list[tuple[str]], found.fetchall()))


def has_later_report(database: Database, article: str) -> bool:
    """Whether a report is kept on what was found later at an address of an examined text.

    What was removed since hides nothing: the examined text is the latest again.
    """
    sql = f"SELECT 1 {_EXAMINED} AND {_THERE} > {_HERE} AND {_STILL} LIMIT 1"
    return bool(database.rows(sql, (article,)))


def note_addresses(connection: sqlite3.Connection, article: Article) -> None:
    """Keep the addresses of a text on which a report is kept, within a transaction."""
    connection.executemany(
        "INSERT OR IGNORE INTO examined_address (key, article) VALUES (?, ?)",
        [(key, article.id) for key in address_keys(article)],
    )


def list_later(database: Database, articles: Collection[str]) -> tuple[str, ...]:
    """The ids of what was found later at an address of any of these articles, in other words."""
    ids = json.dumps(sorted(articles))
    rows = database.rows(f"{_MINE} SELECT DISTINCT other.id {_LATER}", (ids,))
    return tuple(id_ for (id_,) in cast(list[tuple[str]], rows))


def find_last(database: Database, articles: Collection[str]) -> dict[str, LastText]:
    """The last text with other words that was found later at an address of each, by its id."""
    rows = database.rows(
        f"{_MINE} SELECT mine.id, other.id, other.added_at, max(other.ordinal) {_LATER} "
        "GROUP BY mine.id",
        (json.dumps(sorted(articles)),),
    )
    found = cast(list[tuple[str, str, str, int]], rows)
    return {article: LastText(id_, added_at) for article, id_, added_at, _ordinal in found}


def read_later(database: Database, articles: Collection[str]) -> tuple[LaterText, ...]:
    """What was found later at an address of any of these articles, with other words."""
    rows = database.rows(
        f"{_MINE} SELECT DISTINCT mine.id, other.id, other.text, other.added_at {_LATER} "
        "ORDER BY other.ordinal",
        (json.dumps(sorted(articles)),),
    )
    return tuple(LaterText(*row) for row in cast(list[tuple[str, str, str, str]], rows))
