"""Adding items to the archive: what is new, known, changed or rejected; batch by batch."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias

from secondsource.archive.addresses import address_keys
from secondsource.archive.database import Database
from secondsource.archive.rows import digest, digest_text, insert_article, insert_raw
from secondsource.article import Article, Span, make_id
from secondsource.collect.item import Collected, Rejected

# A batch is committed when one of these is reached: a slow source still commits often, and a
# batch of large pages does not fill the memory.
BATCH_ITEMS = 200
BATCH_BYTES = 16_000_000
BATCH_SECONDS = 2.0

Progress: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of the items given to the archive; each is in exactly one of the four.

    `added` and `changed` are the ids of articles now in the archive; `changed` are those that
    are new states of an address already there, or whose id was taken by another text; `known`
    are the ids of articles that were there already; `rejected` says what was not taken and why.
    """

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()


class AddInterrupted(KeyboardInterrupt):  # noqa: N818 (not an error: a person pressed Ctrl-C)
    """A person stopped the adding; `result` says what was kept until then."""

    def __init__(self, result: AddResult) -> None:
        kept = len(result.added) + len(result.changed)
        super().__init__(f"Stopped; the {kept} articles finished until then are kept.")
        self.result = result


class _Fate(StrEnum):
    ADDED = "added"
    KNOWN = "known"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class _Stored:
    fate: _Fate
    id: str


class Adding:
    """One run of adding: gathers items and commits them in batches."""

    def __init__(self, database: Database, progress: Progress | None = None) -> None:
        self._database = database
        self._progress = progress
        self._pending: list[Collected | Rejected] = []
        self._pending_bytes = 0
        self._last_commit = time.monotonic()
        self._outcomes: list[_Stored | Rejected] = []

    def take(self, item: Collected | Rejected) -> None:
        """Accept one item; it is safe once the batch it belongs to has been committed."""
        self._pending.append(item)
        if isinstance(item, Collected):
            self._pending_bytes += len(item.raw) + len(item.article.text)
        if self._is_full():
            self.flush()

    def flush(self) -> None:
        """Commit what has been gathered: all of it or, when that fails, none of it."""
        if not self._pending:
            return
        with self._database.transaction() as connection:
            outcomes = [_store(connection, item) for item in self._pending]
        self._outcomes += outcomes
        self._pending = []
        self._pending_bytes = 0
        self._last_commit = time.monotonic()
        if self._progress:
            self._progress(len(self._outcomes))

    def result(self) -> AddResult:
        """What became of the items committed so far."""
        return AddResult(
            added=tuple(self._ids(_Fate.ADDED)),
            known=tuple(self._ids(_Fate.KNOWN)),
            changed=tuple(self._ids(_Fate.CHANGED)),
            rejected=tuple(each for each in self._outcomes if isinstance(each, Rejected)),
        )

    def _is_full(self) -> bool:
        return (
            len(self._pending) >= BATCH_ITEMS
            or self._pending_bytes >= BATCH_BYTES
            or time.monotonic() - self._last_commit >= BATCH_SECONDS
        )

    def _ids(self, fate: _Fate) -> Iterator[str]:
        for each in self._outcomes:
            if isinstance(each, _Stored) and each.fate is fate:
                yield each.id


def _store(connection: sqlite3.Connection, item: Collected | Rejected) -> _Stored | Rejected:
    source = _printable(item.source)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    reason = item.reason if isinstance(item, Rejected) else _find_fault(item.article)
    if reason or isinstance(item, Rejected):
        return _store_rejection(connection, Rejected(source, _printable(reason or "")), now)
    article = replace(item.article, raw=digest(item.raw) if item.raw else None)
    known = _find_known(connection, article)
    if known:
        return _Stored(_Fate.KNOWN, known)
    if item.raw:
        insert_raw(connection, item.raw, item.media_type)
    return _store_new(connection, article, source, now)


def _store_rejection(connection: sqlite3.Connection, rejected: Rejected, now: str) -> Rejected:
    connection.execute(
        "INSERT INTO rejection (source, reason, rejected_at) VALUES (?, ?, ?)",
        (rejected.source, rejected.reason, now),
    )
    return rejected


def _store_new(connection: sqlite3.Connection, article: Article, source: str, now: str) -> _Stored:
    keys = address_keys(article)
    previous = _find_latest(connection, keys)
    free_id = _find_free_id(connection, article)
    ordinal = insert_article(connection, replace(article, id=free_id), previous, source, now)
    connection.executemany(
        "INSERT INTO address (key, article) VALUES (?, ?)", [(key, ordinal) for key in keys]
    )
    is_changed = previous is not None or free_id != article.id
    return _Stored(_Fate.CHANGED if is_changed else _Fate.ADDED, free_id)


def _find_known(connection: sqlite3.Connection, article: Article) -> str | None:
    """The id under which the archive has this very item already."""
    return (
        _find_same_id(connection, article)
        or _find_same_address(connection, article)
        or _find_same_bytes(connection, article)
    )


def _find_same_id(connection: sqlite3.Connection, article: Article) -> str | None:
    sql = "SELECT id FROM article WHERE id IN (?, ?) AND text_sha256 = ?"
    values = (article.id, _id_of_other_text(article), digest_text(article.text))
    return _first(connection, sql, values)


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
    """The article's own id, or when another text has that, the id with eight digits added."""
    taken = _first(connection, "SELECT id FROM article WHERE id = ?", (article.id,))
    return _id_of_other_text(article) if taken else article.id


def _id_of_other_text(article: Article) -> str:
    return f"{article.id}~{make_id(article.id, article.text)[:8]}"


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
    yield from (credit.span for credit in article.credits if credit.span)


def _printable(value: str) -> str:
    """The same words with half characters (from odd file names) written as escapes."""
    return value.encode("utf-8", "backslashreplace").decode()
