"""What the archive can say of itself: counts, coverage, ids, what was removed or rejected."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from secondsource.archive.database import Database, Value
from secondsource.archive.removals import RemovalStore
from secondsource.archive.rows import (
    BATCH,
    current_time,
    make_marks,
    read_articles,
    read_boilerplate,
)
from secondsource.article import Article, Span
from secondsource.errors import ArticleNotFoundError, ArticleRemovedError
from secondsource.evidence.finding import Coverage

FEWEST_PREFIX_CHARACTERS = 6
_ENDS = ("min", "max")
IS_REMOVED = (
    "({0} IN (SELECT id FROM removal) AND NOT EXISTS (SELECT 1 FROM article WHERE id = {0}))"
)
"""The condition that the article with an id was taken out, and did not come back."""

_EntryRow: TypeAlias = tuple[int, str, str | None, str | None]
_TextRow: TypeAlias = tuple[int, str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class StoredText:
    """An article's text under its ordinal, with the stretches that are not the article."""

    ordinal: int
    id: str
    text: str
    outlet: str | None
    language: str | None
    boilerplate: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """The note that an article was taken out; `number` counts removals from 1."""

    number: int
    ordinal: int
    id: str
    removed_at: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """An item that was not taken: which, why, and when (ISO 8601, UTC)."""

    source: str
    reason: str
    rejected_at: str


def count_articles(database: Database, after: int = 0) -> int:
    """How many articles the archive holds, of those with a higher ordinal than `after`.

    All that were ever added less those removed: to count the rows takes 30 ms for 20,000.
    """
    sql = (
        "SELECT max(0, seq - ?1) - (SELECT count(*) FROM removal WHERE ordinal > ?1) "
        "FROM sqlite_sequence WHERE name = 'article'"
    )
    return cast(int, database.scalar(sql, (after,)) or 0)


def read_generation(database: Database) -> int:
    """The number that grows with every writing transaction."""
    sql = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'generation'"
    return cast(int, database.scalar(sql))


def list_languages(database: Database) -> tuple[str | None, ...]:
    """Every language of an article; None among them when that of some is not known."""
    return cast(tuple[str | None, ...], _distinct(database, "language"))


def read_coverage(database: Database) -> Coverage:
    """What a search of the archive searches."""
    # Asked for together, the two would read every date.
    first, last = (database.scalar(f"SELECT {end}(published) FROM article") for end in _ENDS)
    outlets = (each for each in _distinct(database, "outlet") if each)
    languages = (each for each in _distinct(database, "language") if each)
    return Coverage(
        articles=count_articles(database),
        outlets=tuple(sorted(cast(Iterable[str], outlets))),
        languages=tuple(sorted(cast(Iterable[str], languages))),
        first=cast(str | None, first),
        last=cast(str | None, last),
    )


def resolve_id(database: Database, id_or_prefix: str) -> str:
    """The whole id that is meant.

    Raises:
        ArticleNotFoundError: no article, or more than one, fits.
    """
    if database.rows("SELECT 1 FROM article WHERE id = ?", (id_or_prefix,)):
        return id_or_prefix
    found: list[str] = []
    if len(id_or_prefix) >= FEWEST_PREFIX_CHARACTERS:
        found = find_ids(database, id_or_prefix)
    if len(found) == 1:
        return found[0]
    if found:
        raise say_ambiguous(id_or_prefix, found)
    raise _not_found(database, id_or_prefix)


def say_ambiguous(prefix: str, found: Iterable[str]) -> ArticleNotFoundError:
    """The error that more than one id begins so, with some of those found."""
    return ArticleNotFoundError(
        f"More than one article has an id that begins with {prefix!r}: "
        f"{', '.join(found)}… Give more of the id."
    )


def find_articles(
    database: Database,
    outlets: Sequence[str],
    days: tuple[str | None, str | None],
    limit: int,
) -> tuple[Article, ...]:
    """Articles of these outlets between two days, both included, the latest first."""
    since, until = days
    condition = (
        f"outlet IN ({make_marks(outlets)}) AND (? IS NULL OR published >= ?) "
        "AND (? IS NULL OR substr(published, 1, 10) <= ?) ORDER BY published DESC LIMIT ?"
    )
    values = (*outlets, since, since, until, until, limit)
    return tuple(read_articles(database, condition, values)) if outlets else ()


def find_ordinals(database: Database, ids: Iterable[str]) -> set[int]:
    """The ordinals of those articles that are here."""
    ordinals: set[int] = set()
    for batch in _batches(ids):
        sql = f"SELECT ordinal FROM article WHERE id IN ({make_marks(batch)})"
        ordinals.update(cast(int, row[0]) for row in database.rows(sql, batch))
    return ordinals


def read_ids(database: Database, ordinals: Iterable[int]) -> dict[int, str]:
    """The ids of some articles, by ordinal."""
    ids: dict[int, str] = {}
    for batch in _batches(ordinals):
        sql = f"SELECT ordinal, id FROM article WHERE ordinal IN ({make_marks(batch)})"
        ids.update(cast(list[tuple[int, str]], database.rows(sql, batch)))
    return ids


def read_entries(database: Database) -> dict[int, tuple[str, str | None, str | None]]:
    """By ordinal the id, outlet and date of every article."""
    rows = database.rows("SELECT ordinal, id, outlet, published FROM article")
    return {o: (i, n, p) for o, i, n, p in cast(list[_EntryRow], rows)}


def read_all_ids(database: Database) -> list[str]:
    """The ids of all articles, in order."""
    rows = database.rows("SELECT id FROM article ORDER BY id")
    return [id_ for (id_,) in cast(list[tuple[str]], rows)]


def read_archive_id(database: Database) -> str:
    """The random name that tells this archive from any other."""
    return cast(str, database.scalar("SELECT value FROM meta WHERE key = 'archive'"))


def read_texts(database: Database, ordinals: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The id and text of some articles, by ordinal."""
    texts: dict[int, tuple[str, str]] = {}
    for batch in _batches(ordinals):
        sql = f"SELECT ordinal, id, text FROM article WHERE ordinal IN ({make_marks(batch)})"
        for row in database.rows(sql, batch):
            ordinal, id_, text = cast(tuple[int, str, str], row)
            texts[ordinal] = id_, text
    return texts


def read_outlets(database: Database, last: int) -> list[str | None]:
    """The outlet of each article up to an ordinal, by ordinal; None where not known or not here."""
    outlets: list[str | None] = [None] * (last + 1)
    rows = database.rows("SELECT ordinal, outlet FROM article WHERE ordinal <= ?", (last,))
    for ordinal, outlet in cast(list[tuple[int, str | None]], rows):
        outlets[ordinal] = outlet
    return outlets


def stream_texts(database: Database, after: int) -> Iterator[StoredText]:
    """The texts of the articles after an ordinal, in order, a batch at a time in memory."""
    while rows := database.rows(
        "SELECT ordinal, id, text, outlet, language FROM article WHERE ordinal > ? "
        "ORDER BY ordinal LIMIT ?",
        (after, BATCH),
    ):
        left_out = read_boilerplate(database, [row[0] for row in rows])
        for row in rows:
            ordinal, id_, text, outlet, language = cast(_TextRow, row)
            boilerplate = tuple(left_out.get(ordinal, ()))
            yield StoredText(ordinal, id_, text, outlet, language, boilerplate)
        after = cast(int, rows[-1][0])


def read_removals(database: Database, after: int) -> tuple[Removal, ...]:
    """The removals after a number, in order."""
    rows = database.rows(
        "SELECT number, ordinal, id, removed_at FROM removal WHERE number > ? ORDER BY number",
        (after,),
    )
    return tuple(Removal(*cast(tuple[int, int, str, str], row)) for row in rows)


def find_removed(database: Database, ids: Iterable[str]) -> dict[str, str]:
    """When each of these articles was taken out (ISO 8601, UTC), by id; those that are not, not."""
    removed: dict[str, str] = {}
    for batch in _batches(ids):
        sql = (
            "SELECT id, max(removed_at) FROM removal "
            f"WHERE id IN ({make_marks(batch)}) AND {IS_REMOVED.format('removal.id')} GROUP BY id"
        )
        removed.update(cast(list[tuple[str, str]], database.rows(sql, batch)))
    return removed


def stream_rejections(database: Database) -> Iterator[Rejection]:
    """Every item that was rejected, in order, a batch at a time in memory."""
    last = 0
    while rows := database.rows(
        "SELECT number, source, reason, rejected_at FROM rejection WHERE number > ? "
        "ORDER BY number LIMIT ?",
        (last, BATCH),
    ):
        for row in rows:
            yield Rejection(*cast(tuple[str, str, str], row[1:]))
        last = cast(int, rows[-1][0])


def remove_article(connection: sqlite3.Connection, article: Article, removed_by: str) -> None:
    """Take an article out in the open transaction; its later state then follows the earlier.

    Who did it, when, and what the article was called is noted.
    """
    (ordinal, previous) = connection.execute(
        "SELECT ordinal, previous FROM article WHERE id = ?", (article.id,)
    ).fetchone()
    connection.execute("UPDATE article SET previous = ? WHERE previous = ?", (previous, ordinal))
    connection.execute("DELETE FROM article WHERE ordinal = ?", (ordinal,))
    connection.execute(
        "INSERT INTO removal (ordinal, id, removed_at, removed_by, title, outlet) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (ordinal, article.id, current_time(), removed_by, article.title, article.outlet),
    )
    connection.execute(
        "DELETE FROM raw WHERE sha256 = ? AND NOT EXISTS "
        "(SELECT 1 FROM article WHERE article.raw = raw.sha256)",
        (article.raw,),
    )


def _distinct(database: Database, column: str) -> tuple[Value, ...]:
    """The different values of an indexed column: a jump a value, however many articles."""
    sql = (
        f"WITH RECURSIVE found (value) AS (SELECT min({column}) FROM article UNION ALL "
        f"SELECT (SELECT min({column}) FROM article WHERE {column} > found.value) "
        "FROM found WHERE found.value IS NOT NULL) "
        "SELECT value FROM found WHERE value IS NOT NULL"
    )
    values = tuple(row[0] for row in database.rows(sql))
    has_unknown = database.rows(f"SELECT 1 FROM article WHERE {column} IS NULL LIMIT 1")
    return (*values, None) if has_unknown else values


def find_ids(database: Database, prefix: str) -> list[str]:
    """A few of the ids that begin with a prefix, by the index on ids."""
    rows = database.rows(
        "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT 3",
        (prefix, prefix + "\U0010ffff"),
    )
    return [str(row[0]) for row in rows]


def _find_removed_ids(database: Database, id_or_prefix: str) -> list[str]:
    """The ids of removed articles that are so, or begin so."""
    is_long = len(id_or_prefix) >= FEWEST_PREFIX_CHARACTERS
    rows = database.rows(
        "SELECT id FROM removal WHERE id = ?1 OR (?3 AND id >= ?1 AND id < ?2) "
        "ORDER BY id != ?1 LIMIT CASE WHEN ?1 IN (SELECT id FROM removal) THEN 1 ELSE 99 END",
        (id_or_prefix, id_or_prefix + "\U0010ffff", is_long),
    )
    return [str(row[0]) for row in rows]


def _not_found(database: Database, id_or_prefix: str) -> ArticleNotFoundError:
    removed = find_removed(database, _find_removed_ids(database, id_or_prefix))
    if len(removed) == 1:
        ((id_, removed_at),) = removed.items()
        note = RemovalStore(database).find(id_)
        by = f" by {note.removed_by}" if note and note.removed_by else ""
        return ArticleRemovedError(
            f"The article {id_} was removed from {database.folder} on {removed_at[:10]} at "
            f"{removed_at[11:16]} UTC{by}. Add it again to have it back.",
            removed_at,
            note.removed_by if note else "",
        )
    return ArticleNotFoundError(
        f"{database.folder} has no article with the id {id_or_prefix!r}. Give a whole id or at "
        f"least {FEWEST_PREFIX_CHARACTERS} of its first characters; `secondsource search WORDS "
        f"--archive {database.folder}` lists ids."
    )


def _batches(values: Iterable[Value]) -> Iterator[list[Value]]:
    ordered = list(values)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]
