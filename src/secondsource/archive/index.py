"""The passage index: a tantivy folder, derived from the database and always replaceable."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from itertools import compress
from pathlib import Path
from typing import Self

from tantivy import (
    DocAddress,
    Document,
    FieldType,
    Index,
    IndexWriter,
    Occur,
    Query,
    Schema,
    SchemaBuilder,
    Searcher,
)

from secondsource.archive.passages import split_passages
from secondsource.article import Span
from secondsource.lineage.matching.threads import map_in_threads
from secondsource.words import index_words

# Raise it when the schema, the splitting or the words change: older indexes are rebuilt then.
_FORMAT = 1
_TITLE_WEIGHT = 0.3
"""What words of the title count for each passage: a guess, not tuned (docs/archive.md)."""
_STATE_ORDINAL = 0
_HEAP_BYTES = 64_000_000
_LONGEST_LABEL = 200
_TIES_ALLOWED_FOR = 32
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index was built from: up to which article and removal of which archive.

    `last_id` is the id of the article at `ordinal`, `removed_id` that of the last removal: a
    database put back from an older copy and then written to again has other ones there.
    """

    archive: str = ""
    ordinal: int = 0
    last_id: str = ""
    removal: int = 0
    removed_id: str = ""
    format: int = _FORMAT


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What the index needs of one article."""

    ordinal: int
    id: str
    text: str
    title: str | None
    outlet: str | None
    language: str | None
    published: str | None
    boilerplate: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Which passages a search may find; the default is all of them.

    `since` and `until` are ISO dates, both included; `exclude` holds ordinals.
    """

    language: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    exclude: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that the index found, by the ordinal of its article."""

    ordinal: int
    span: Span
    score: float


@contextmanager
def _report_damage() -> Iterator[None]:
    """Make a ValueError of what tantivy throws when it stumbles over a damaged file.

    That is a panic, whose type is not an `Exception` and cannot be imported.
    """
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError(f"a file of the index is damaged ({error})") from error


class PassageIndex:
    """An open passage index. Its methods raise ValueError when its files are damaged."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._schema = index.schema

    @classmethod
    @_report_damage()
    def open(cls, folder: Path) -> Self:
        """The index in a folder.

        Raises:
            ValueError: there is none, it is broken, or the folder cannot be written to.
        """
        return cls(Index.open(str(folder)))

    @classmethod
    def create(cls, folder: Path) -> Self:
        """A new, empty index in a folder, which is made when missing."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(Index(_make_schema(), path=str(folder)))

    @_report_damage()
    def read_state(self) -> IndexState:
        """What the index was last committed with; the default when empty or of another format."""
        self._index.reload()
        searcher = self._index.searcher()
        found = searcher.search(self._article_query(_STATE_ORDINAL), limit=1).hits
        if not found:
            return IndexState()
        values = json.loads(searcher.doc(found[0][1])["state"][0])
        known = isinstance(values, list) and values[-1:] == [_FORMAT]
        return IndexState(*values) if known else IndexState()

    @_report_damage()
    def update(
        self, texts: Iterable[IndexedText], removed: Iterable[int], state: IndexState
    ) -> None:
        """Take in articles and forget others, in one commit together with the new state.

        A crash before the commit leaves the index as it was, so the update can be repeated.

        Args:
            texts: articles that the index does not hold yet.
            removed: ordinals of articles to forget.
            state: what the index has been built from once this is done.
        """
        with self._writer() as writer:
            for ordinal in (*removed, _STATE_ORDINAL):
                writer.delete_documents_by_query(self._article_query(ordinal))
            for text in texts:
                for document in _make_documents(text):
                    writer.add_document(document)
            writer.add_document(_make_state_document(state))
            writer.commit()
        self._index.reload()

    @_report_damage()
    def search_all(
        self, queries: Sequence[Mapping[str, float]], limit: int, within: Within
    ) -> list[list[Match]]:
        """For each query the passages that hold any of its index words, best first by BM25.

        Args:
            queries: index words, each with its weight.
            limit: the most to return for one query.
            within: which passages may be found.

        Returns:
            Matches by falling score; equal scores in the order of adding, then of the text.
        """
        searcher = self._index.searcher()
        made = [self._make_query(terms, within) for terms in queries]
        asked = [bool(terms) and limit > 0 for terms in queries]
        found = map_in_threads(
            lambda query: _find_matches(searcher, query, limit), list(compress(made, asked))
        )
        return [next(found) if is_asked else [] for is_asked in asked]

    @_report_damage()
    def count_passages(self, words: Iterable[str]) -> dict[str, int]:
        """How many passages hold each of some index words."""
        searcher = self._index.searcher()
        return {word: int(searcher.doc_freq("words", word)) for word in words}

    @_report_damage()
    def find_beginning(self, stems: Iterable[str], limit: int) -> dict[str, tuple[str, ...]]:
        """For each stem the index words that begin with it, the most frequent first."""
        searcher = self._index.searcher()
        found = {stem: searcher.terms_with_prefix("words", stem, limit=limit) for stem in stems}
        return {stem: tuple(word for word, _ in words) for stem, words in found.items()}

    def _make_query(self, terms: Mapping[str, float], within: Within) -> Query:
        words = [
            (Occur.Should, self._make_term(field, word, weight * share))
            for word, weight in terms.items()
            for field, share in (("words", 1.0), ("title", _TITLE_WEIGHT))
        ]
        anything = Query.boolean_query(words)
        conditions = list(self._make_conditions(within))
        if not conditions:
            return anything
        return Query.boolean_query([(Occur.Must, anything), *conditions])

    def _make_conditions(self, within: Within) -> Iterator[tuple[Occur, Query]]:
        for name, value in (("outlet", within.outlet), ("language", within.language)):
            if value:
                label = Query.term_query(self._schema, name, _label(value), "basic")
                yield Occur.Must, Query.const_score_query(label, 0.0)
        if within.since or within.until:
            first = _day(within.since) if within.since else 1
            last = _day(within.until, 99) if within.until else 99_999_999
            dates = Query.range_query(self._schema, "published", FieldType.Unsigned, first, last)
            yield Occur.Must, Query.const_score_query(dates, 0.0)
        if within.exclude:
            unwanted = Query.term_set_query(self._schema, "article", sorted(within.exclude))
            yield Occur.MustNot, unwanted

    def _make_term(self, field: str, word: str, weight: float) -> Query:
        return Query.boost_query(Query.term_query(self._schema, field, word, "freq"), weight)

    def _article_query(self, ordinal: int) -> Query:
        # `delete_documents_by_term` makes a signed term, which an unsigned field never holds.
        return Query.term_query(self._schema, "article", ordinal)

    @contextmanager
    def _writer(self) -> Iterator[IndexWriter]:
        writer = self._index.writer(_HEAP_BYTES, 1)
        try:
            yield writer
        finally:
            writer.wait_merging_threads()


def _make_schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("article", indexed=True, fast=True)
    builder.add_unsigned_field("start", fast=True)
    builder.add_unsigned_field("end", fast=True)
    builder.add_unsigned_field("published", indexed=True, fast=True)
    for name in ("words", "title"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("outlet", "language"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("state", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _make_documents(text: IndexedText) -> Iterator[Document]:
    """One document a passage; an article's title counts for each of its passages."""
    title = " ".join(index_words(text.title or "", text.language))
    for span in split_passages(text.text, text.boilerplate):
        document = Document()
        document.add_unsigned("article", text.ordinal)
        document.add_unsigned("start", span.start)
        document.add_unsigned("end", span.end)
        document.add_unsigned("published", _day(text.published))
        document.add_text("words", " ".join(index_words(span.of(text.text), text.language)))
        document.add_text("title", title)
        document.add_text("outlet", _label(text.outlet or ""))
        document.add_text("language", _label(text.language or ""))
        yield document


def _make_state_document(state: IndexState) -> Document:
    document = Document()
    document.add_unsigned("article", _STATE_ORDINAL)
    document.add_text("state", json.dumps(astuple(state)))
    return document


def _find_matches(searcher: Searcher, query: Query, limit: int) -> list[Match]:
    hits = _find_hits(searcher, query, limit)
    addresses = [address for _, address in hits]
    columns = [searcher.fast_field_values(name, addresses) for name in ("article", "start", "end")]
    matches = [
        Match(int(article or 0), Span(int(start or 0), int(end or 0)), score)
        for (score, _), article, start, end in zip(hits, *columns, strict=True)
    ]
    return sorted(matches, key=lambda each: (-each.score, each.ordinal, each.span))[:limit]


def _find_hits(searcher: Searcher, query: Query, limit: int) -> list[tuple[float, DocAddress]]:
    """The best hits, and every other that scores as the last of them: the order of equals is ours.

    Five hundred copies of one dispatch score alike, and tantivy's order among them depends on
    how its threads happened to work.
    """
    wanted = limit + _TIES_ALLOWED_FOR
    while True:
        # tantivy sets memory aside for as many as it is asked for.
        most = max(1, min(wanted, searcher.num_docs))
        hits = searcher.search(query, limit=most, count=False).hits
        if len(hits) < wanted or hits[-1][0] < hits[limit - 1][0]:
            return hits
        wanted *= 4


def _label(value: str) -> str:
    """The form in which outlets and languages are compared."""
    return unicodedata.normalize("NFKC", value).casefold().strip()[:_LONGEST_LABEL]


def _day(date: str | None, missing: int = 0) -> int:
    """An ISO date as the number YYYYMMDD; what it leaves open is `missing`, no date is 0."""
    found = _DATE.match(date or "")
    if not found:
        return 0
    year, month, day = (int(part) if part else missing for part in found.groups())
    return year * 10_000 + month * 100 + day
