"""Writing a kept report: its row, the articles that it names, and letting earlier ones go."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import cast

from secondsource.archive.database import Database
from secondsource.archive.kept_articles import forget_articles, write_articles
from secondsource.archive.records import IS_REMOVED
from secondsource.archive.rows import current_time
from secondsource.review.report import Report

KEPT = 5
"""So many reports of one article are kept, the latest ones."""
COLUMNS = (
    "number, article, title, outlet, language, published, version, settings, complete, "
    "ordinal, removal, made_at"
)


@dataclass(frozen=True, slots=True)
class ArchiveState:
    """How far an archive reached at one time: the last ordinal given, the last removal."""

    ordinal: int
    removal: int


@cache
def find_version() -> str:
    """The version of the program that runs."""
    return version("secondsource")


def read_made(database: Database, articles: Collection[str]) -> dict[str, str]:
    """When the latest kept report of each of these articles was made, by id."""
    rows = database.rows(
        "SELECT article, made_at, max(number) FROM examination "
        "WHERE article IN (SELECT value FROM json_each(?)) GROUP BY article",
        (json.dumps(sorted(articles)),),
    )
    return {id_: at for id_, at, _last in cast(list[tuple[str, str, int]], rows)}


def read_titles(database: Database, articles: Collection[str]) -> dict[str, str | None]:
    """The title of each of these articles, by id, as its latest kept report has it."""
    rows = database.rows(
        "SELECT article, title, max(number) FROM examination "
        "WHERE article IN (SELECT value FROM json_each(?)) GROUP BY article",
        (json.dumps(sorted(articles)),),
    )
    return {id_: title for id_, title, _last in cast(list[tuple[str, str | None, int]], rows)}


def read_packed(database: Database, articles: Collection[str]) -> Iterator[bytes]:
    """Every kept report on these articles, as it is stored, the latest first."""
    rows = database.rows(
        "SELECT report FROM examination WHERE article IN (SELECT value FROM json_each(?)) "
        "ORDER BY number DESC",
        (json.dumps(sorted(articles)),),
    )
    return (data for (data,) in cast(list[tuple[bytes]], rows))


def write_report(
    connection: sqlite3.Connection, report: Report, state: ArchiveState, data: bytes
) -> int:
    """Write a report as the latest of its article; only a few earlier ones stay.

    Args:
        connection: within a transaction.
        report: as the machine made it.
        state: how far the archive reached when its examination began.
        data: the report as it is stored, without the articles that it names.

    Returns:
        Its number.
    """
    number = _insert(connection, report, state, data)
    write_articles(connection, number, report.articles)
    _forget_old(connection, report.article.id)
    return number


def write_named(connection: sqlite3.Connection, report: Report) -> None:
    """Note which articles the latest report of an article names, within a transaction.

    Those that a former one named, and that were removed since, stay: decisions may be on them.
    """
    connection.execute(
        f"DELETE FROM named WHERE examined = ? AND NOT {IS_REMOVED.format('named.article')}",
        (report.article.id,),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO named (article, examined) VALUES (?, ?)",
        [(article, report.article.id) for article in (report.article.id, *list_named(report))],
    )


def list_named(report: Report) -> Iterable[str]:
    """The ids of the articles that a report names besides its own."""
    return (article.id for article in report.articles)


def _insert(
    connection: sqlite3.Connection, report: Report, state: ArchiveState, data: bytes
) -> int:
    article, made = report.article, report.made_with
    values = (
        article.id, article.title, article.outlet, article.language, article.dated,
        made.version if made else find_version(), json.dumps(made.settings if made else ()),
        report.complete, state.ordinal, state.removal, report.made_at or current_time(), data,
    )  # fmt: skip
    columns = f"{COLUMNS}, report".removeprefix("number, ")
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(f"INSERT INTO examination ({columns}) VALUES ({marks})", values)
    return cast(int, cursor.lastrowid)


def _forget_old(connection: sqlite3.Connection, article: str) -> None:
    old = connection.execute(
        "SELECT number FROM examination WHERE article = ? ORDER BY number DESC LIMIT -1 OFFSET ?",
        (article, KEPT),
    ).fetchall()
    for (number,) in old:
        sql = "SELECT article FROM report_article WHERE examination = ?"
        named = [row[0] for row in connection.execute(sql, (number,))]
        connection.execute("DELETE FROM examination WHERE number = ?", (number,))
        forget_articles(connection, named)
