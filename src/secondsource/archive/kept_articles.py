"""The articles that kept reports name: each stored once, and gone with the last report of it."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import cast

from secondsource.archive.database import Database
from secondsource.archive.packing import pack_article, squeeze, unpack_article
from secondsource.archive.records import IS_REMOVED
from secondsource.archive.rows import digest
from secondsource.article import Article
from secondsource.errors import ExaminationError


def write_articles(
    connection: sqlite3.Connection, examination: int, articles: Iterable[Article]
) -> None:
    """Keep the articles of a report, in their order; those that are kept already are only named."""
    for position, article in enumerate(articles):
        number = _find_or_add(connection, pack_article(article))
        connection.execute(
            "INSERT INTO report_article (examination, position, article) VALUES (?, ?, ?)",
            (examination, position, number),
        )


def _find_or_add(connection: sqlite3.Connection, data: bytes) -> int:
    name = digest(data)
    sql = "SELECT number FROM kept_article WHERE digest = ?"
    known = connection.execute(sql, (name,)).fetchone()
    if known:
        return cast(int, known[0])
    cursor = connection.execute(
        "INSERT INTO kept_article (digest, article) VALUES (?, ?)", (name, squeeze(data))
    )
    return cast(int, cursor.lastrowid)


def read_kept_articles(database: Database, examination: int) -> tuple[Article, ...]:
    """The articles of a report, in their order.

    Raises:
        ExaminationError: another version kept them, in a form that this one cannot read.
    """
    rows = database.rows(
        "SELECT kept_article.article FROM report_article "
        "JOIN kept_article ON kept_article.number = report_article.article "
        "WHERE examination = ? ORDER BY position",
        (examination,),
    )
    return tuple(unpack_article(data) for (data,) in cast(list[tuple[bytes]], rows))


def read_named(database: Database, ids: Collection[str]) -> dict[str, Article]:
    """These articles, by id, as a kept report that names each has them.

    Those that no report names, or only one of another version, are left out.
    """
    rows = database.rows(
        "SELECT DISTINCT kept_article.article FROM report_article "
        "JOIN kept_article ON kept_article.number = report_article.article "
        "WHERE examination IN (SELECT number FROM examination WHERE article IN "
        "(SELECT (SELECT min(examined) FROM named WHERE article = value) FROM json_each(?)))",
        (json.dumps(sorted(ids)),),
    )
    found: dict[str, Article] = {}
    for (data,) in cast(list[tuple[bytes]], rows):
        with suppress(ExaminationError):
            article = unpack_article(data)
            if article.id in ids:
                found[article.id] = article
    return found


def list_gone(database: Database, examined: str) -> frozenset[str]:
    """The ids of the articles that reports on an article named, and that were removed since."""
    rows = database.rows(
        f"SELECT article FROM named WHERE examined = ? AND {IS_REMOVED.format('named.article')}",
        (examined,),
    )
    return frozenset(article for (article,) in cast(list[tuple[str]], rows))


def forget_articles(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Let go of those of these articles that no kept report names any more."""
    connection.executemany(
        "DELETE FROM kept_article WHERE number = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM report_article WHERE article = ?1)",
        [(number,) for number in articles],
    )
