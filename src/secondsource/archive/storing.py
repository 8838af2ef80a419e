"""Storing one item: whether it is new, known, a changed text, or cannot be kept."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from secondsource.addresses import address_keys
from secondsource.archive.due import note_other_texts
from secondsource.archive.rows import current_time, digest, digest_text, insert_article, insert_raw
from secondsource.article import Article, Span, make_id
from secondsource.collect.item import Collected, Rejected


class Fate(StrEnum):
    """What became of an article that was given to the archive."""

    ADDED = "added"
    KNOWN = "known"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that the archive holds: whether it was new, and its id there."""

    fate: Fate
    id: str


def store_item(connection: sqlite3.Connection, item: Collected | Rejected) -> Stored | Rejected:
    """Write one item in the open transaction and say what became of it.

    Same id and text, same address and text, or same bytes are known. Another text at the same
    address is stored beside the earlier one and points to it. An id that another text has
    gets eight digits added. What cannot be kept is recorded with its reason.
    """
    now = current_time()
    source = _escape_surrogates(item.source)
    reason = item.reason if isinstance(item, Rejected) else _find_fault(item.article)
    if isinstance(item, Rejected) or reason:
        rejected = Rejected(source, _escape_surrogates(reason or ""))
        return _store_rejection(connection, rejected, now)
    article = replace(item.article, raw=digest(item.raw) if item.raw else None)
    known = _find_known(connection, article)
    if known:
        return Stored(Fate.KNOWN, known)
    if item.raw:
        insert_raw(connection, item.raw, item.media_type)
    return _store_new(connection, article, source, now)


def _store_rejection(connection: sqlite3.Connection, rejected: Rejected, now: str) -> Rejected:
    connection.execute(
        "INSERT INTO rejection (source, reason, rejected_at) VALUES (?, ?, ?)",
        (rejected.source, rejected.reason, now),
    )
    return rejected


def _store_new(connection: sqlite3.Connection, article: Article, source: str, now: str) -> Stored:
    keys = address_keys(article)
    previous = _find_latest(connection, keys)
    free_id = _find_free_id(connection, article)
    ordinal = insert_article(connection, replace(article, id=free_id), previous, source, now)
    connection.executemany(
        "INSERT INTO address (key, article) VALUES (?, ?)", [(key, ordinal) for key in keys]
    )
    note_other_texts(connection, free_id)  # it may have been removed, and have its report still
    is_changed = previous is not None or free_id != article.id
    return Stored(Fate.CHANGED if is_changed else Fate.ADDED, free_id)


def _find_known(connection: sqlite3.Connection, article: Article) -> str | None:
    """The id under which the archive has this very item already."""
    return (
        _find_same_id(connection, article)
        or _find_same_address(connection, article)
        or _find_same_bytes(connection, article)
    )


def _find_same_id(connection: sqlite3.Connection, article: Article) -> str | None:
    sql = "SELECT id FROM article WHERE id IN (?, ?, ?) AND text_sha256 = ?"
    return _first(connection, sql, (*_possible_ids(article), digest_text(article.text)))


def _find_same_address(connection: sqlite3.Connection, article: Article) -> str | None:
    sql = (
        "SELECT id FROM address JOIN article ON article = ordinal WHERE key = ? AND text_sha256 = ?"
    )
    text = digest_text(article.text)
    found = (_first(connection, sql, (key, text)) for key in address_keys(article))
    return next((each for each in found if each), None)


def _find_same_bytes(connection: sqlite3.Connection, article: Article) -> str | None:
    """The same bytes are known, unless both copies have an address and the two differ.

    One text at two addresses is two articles: it is what the lineage is about.
    """
    if not article.raw:
        return None
    sql = "SELECT id FROM article WHERE raw = ?"
    if address_keys(article):
        sql += " AND NOT EXISTS (SELECT 1 FROM address WHERE article = ordinal)"
    return _first(connection, sql, (article.raw,))


def _find_latest(connection: sqlite3.Connection, keys: tuple[str, ...]) -> int | None:
    """The ordinal of the latest article at any of these addresses."""
    sql = "SELECT max(article) FROM address WHERE key = ?"
    found = (connection.execute(sql, (key,)).fetchone()[0] for key in keys)
    return max((each for each in found if each is not None), default=None)


def _find_free_id(connection: sqlite3.Connection, article: Article) -> str:
    """The article's own id or, where another text has that one, the id with digits added."""
    sql = "SELECT id FROM article WHERE id = ?"
    return next(each for each in _possible_ids(article) if not _first(connection, sql, (each,)))


def _possible_ids(article: Article) -> tuple[str, str, str]:
    digits = make_id(article.id, article.text)
    return article.id, f"{article.id}~{digits[:8]}", f"{article.id}~{digits}"


def _first(connection: sqlite3.Connection, sql: str, values: tuple[str, ...]) -> str | None:
    row = connection.execute(sql, values).fetchone()
    return row[0] if row else None


def _find_fault(article: Article) -> str | None:
    """Why an article cannot be kept; None when it can."""
    if not article.text.strip():
        return "It has no text; an article needs some."
    for name, value in _strings(article):
        broken = _find_surrogate(value)
        if broken is not None:
            return (
                f"Its {name} holds half a character (U+{ord(value[broken]):04X} at {broken}), "
                "which is not valid Unicode. Save it again as UTF-8."
            )
    length = len(article.text)
    if any(span.end > length for span in _spans(article)):
        return f"A credit or a notice is marked beyond the end of its text ({length} characters)."
    return None


def _strings(article: Article) -> Iterator[tuple[str, str]]:
    for name in ("id", "text", "url", "canonical", "title", "outlet", "published", "language"):
        yield name, getattr(article, name) or ""
    for author in article.byline:
        yield "byline", author
    for credit in article.credits:
        yield "credit", "\n".join((credit.name, credit.url or "", credit.date or ""))
    for link in article.links:
        yield "link", f"{link.url}\n{link.text}"
    for part in article.boilerplate:
        yield "boilerplate", part.reason


def _find_surrogate(value: str) -> int | None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def _spans(article: Article) -> Iterator[Span]:
    yield from (part.span for part in article.boilerplate)
    yield from (credit.span for credit in article.credits if credit.span is not None)


def _escape_surrogates(value: str) -> str:
    """The same words with half characters (from odd file names) written as escapes."""
    return value.encode("utf-8", "backslashreplace").decode()
