"""Articles as rows of the database, and rows as articles again."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import TypeAlias, cast

from secondsource.archive.database import Database, Row, Value
from secondsource.article import Article, Boilerplate, Credit, Link, Role, Span
from secondsource.errors import ArticleNotFoundError

BATCH = 200
_COLUMNS = "ordinal, id, text, url, canonical, title, outlet, byline, published, language, raw"

_MaybeText: TypeAlias = str | None
_ArticleRow: TypeAlias = tuple[
    int,
    str,
    str,
    _MaybeText,
    _MaybeText,
    _MaybeText,
    _MaybeText,
    str,
    _MaybeText,
    _MaybeText,
    _MaybeText,
]


def current_time() -> str:
    """Now, in UTC, to the second, as it is written beside what is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex: the name they are kept under."""
    return hashlib.sha256(data).hexdigest()


def digest_text(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hex."""
    return digest(text.encode())


def insert_raw(connection: sqlite3.Connection, data: bytes, media_type: str) -> str:
    """Keep raw bytes under their SHA-256, packed when that makes them smaller.

    Returns:
        The SHA-256 in hex.
    """
    name = digest(data)
    packed = zlib.compress(data)
    is_packed = len(packed) < len(data)
    connection.execute(
        "INSERT OR IGNORE INTO raw (sha256, media_type, size, packed, bytes) "
        "VALUES (?, ?, ?, ?, ?)",
        (name, media_type, len(data), is_packed, packed if is_packed else data),
    )
    return name


def read_raw(database: Database, sha256: str) -> bytes | None:
    """The raw bytes under that SHA-256, or None."""
    found = database.rows("SELECT packed, bytes FROM raw WHERE sha256 = ?", (sha256,))
    if not found:
        return None
    packed, data = found[0]
    return zlib.decompress(cast(bytes, data)) if packed else cast(bytes, data)


def stream_pages(database: Database, after: int) -> Iterator[tuple[str, bytes]]:
    """The web pages of the articles added after that ordinal: address or source, and bytes."""
    last = after
    while found := database.rows(
        "SELECT ordinal, coalesce(url, source), raw FROM article JOIN raw ON raw = sha256 "
        "WHERE ordinal > ? AND media_type LIKE '%html%' ORDER BY ordinal LIMIT 1",
        (last,),
    ):
        last = cast(int, found[0][0])
        yield str(found[0][1]), read_raw(database, str(found[0][2])) or b""


def insert_article(
    connection: sqlite3.Connection,
    article: Article,
    previous: int | None,
    source: str,
    added_at: str,
) -> int:
    """Write an article with its credits, links and boilerplate.

    Returns:
        The article's ordinal.
    """
    cursor = connection.execute(
        "INSERT INTO article (id, text, text_sha256, url, canonical, title, outlet, byline, "
        "published, language, raw, previous, source, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*_article_values(article), previous, source, added_at),
    )
    ordinal = cast(int, cursor.lastrowid)
    _insert_parts(connection, article, ordinal)
    return ordinal


def read_articles(database: Database, where: str, values: Sequence[Value]) -> list[Article]:
    """The articles that a condition picks, each whole: four queries however many they are.

    Args:
        database: the open database.
        where: what follows WHERE; at most a few hundred articles should match it.
        values: what its question marks stand for.
    """
    rows = database.rows(f"SELECT {_COLUMNS} FROM article WHERE {where}", values)
    ordinals = [row[0] for row in rows]
    credits = _group(database, 'role, name, url, date, start, "end"', "credit", ordinals)
    links = _group(database, "url, text", "link", ordinals)
    boilerplate = _group(database, 'start, "end", reason', "boilerplate", ordinals)
    return [
        _make_article(
            row,
            tuple(_make_credit(part) for part in credits.get(row[0], ())),
            tuple(Link(*cast(tuple[str, str], part)) for part in links.get(row[0], ())),
            tuple(_make_boilerplate(part) for part in boilerplate.get(row[0], ())),
        )
        for row in rows
    ]


def stream_articles(database: Database) -> Iterator[Article]:
    """Every article in the order of adding, a batch at a time in memory."""
    last = 0
    while ordinals := database.rows(
        "SELECT ordinal FROM article WHERE ordinal > ? ORDER BY ordinal LIMIT ?", (last, BATCH)
    ):
        until = cast(int, ordinals[-1][0])
        yield from read_articles(
            database, "ordinal > ? AND ordinal <= ? ORDER BY ordinal", (last, until)
        )
        last = until


def read_in_order(database: Database, ids: Iterable[str]) -> Iterator[Article]:
    """The articles with these ids, in the order of the ids, a batch at a time in memory.

    Raises:
        ArticleNotFoundError: one of the ids is not here.
    """
    remaining = iter(ids)
    while batch := list(islice(remaining, BATCH)):
        articles = read_articles(database, f"id IN ({make_marks(batch)})", batch)
        by_id = {article.id: article for article in articles}
        for id_ in batch:
            if id_ not in by_id:
                raise ArticleNotFoundError(f"{database.folder} has no article with the id {id_!r}.")
            yield by_id[id_]


def read_boilerplate(database: Database, ordinals: Sequence[Value]) -> dict[Value, list[Span]]:
    """The boilerplate spans of some articles, by ordinal."""
    grouped = _group(database, 'start, "end"', "boilerplate", ordinals)
    return {
        ordinal: [Span(*cast(tuple[int, int], part)) for part in parts]
        for ordinal, parts in grouped.items()
    }


def _article_values(article: Article) -> tuple[Value, ...]:
    return (
        article.id,
        article.text,
        digest_text(article.text),
        article.url,
        article.canonical,
        article.title,
        article.outlet,
        json.dumps(article.byline, ensure_ascii=False),
        article.published,
        article.language,
        article.raw,
    )


def _insert_parts(connection: sqlite3.Connection, article: Article, ordinal: int) -> None:
    connection.executemany(
        'INSERT INTO credit (article, position, role, name, url, date, start, "end") '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (ordinal, at, part.role.value, part.name, part.url, part.date, *_ends(part.span))
            for at, part in enumerate(article.credits)
        ],
    )
    connection.executemany(
        "INSERT INTO link (article, position, url, text) VALUES (?, ?, ?, ?)",
        [(ordinal, at, part.url, part.text) for at, part in enumerate(article.links)],
    )
    connection.executemany(
        'INSERT INTO boilerplate (article, position, start, "end", reason) VALUES (?, ?, ?, ?, ?)',
        [
            (ordinal, at, *_ends(part.span), part.reason)
            for at, part in enumerate(article.boilerplate)
        ],
    )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    # An empty span counts as false, so it is None that must be asked for.
    return (None, None) if span is None else (span.start, span.end)


def _group(
    database: Database, columns: str, table: str, ordinals: Sequence[Value]
) -> dict[Value, list[Row]]:
    rows = database.rows(
        f"SELECT article, {columns} FROM {table} WHERE article IN ({make_marks(ordinals)}) "
        "ORDER BY article, position",
        ordinals,
    )
    grouped = groupby(rows, key=lambda row: row[0])
    return {ordinal: [row[1:] for row in group] for ordinal, group in grouped}


def make_marks(values: Sequence[Value]) -> str:
    """The question marks that stand for some values in SQL."""
    return ", ".join("?" * len(values))


def _make_article(
    row: Row,
    credits: tuple[Credit, ...],
    links: tuple[Link, ...],
    boilerplate: tuple[Boilerplate, ...],
) -> Article:
    _, id_, text, url, canonical, title, outlet, byline, published, language, raw = cast(
        _ArticleRow, row
    )
    return Article(
        id=id_,
        text=text,
        url=url,
        canonical=canonical,
        title=title,
        outlet=outlet,
        byline=tuple(json.loads(byline)),
        published=published,
        language=language,
        credits=credits,
        links=links,
        boilerplate=boilerplate,
        raw=raw,
    )


def _make_credit(row: Row) -> Credit:
    role, name, url, date, start, end = cast(
        tuple[str, str, str | None, str | None, int | None, int | None], row
    )
    span = None if start is None or end is None else Span(start, end)
    return Credit(Role(role), name, url, date, span)


def _make_boilerplate(row: Row) -> Boilerplate:
    start, end, reason = cast(tuple[int, int, str], row)
    return Boilerplate(Span(start, end), reason)
