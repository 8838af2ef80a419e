"""The names of an archive's articles: found when asked, kept beside the database.

Like the other indexes this one is derived: `index/names.db` is made anew when it is missing,
broken, of another archive or of an older format. It is written some hundred articles at a time, so
that the work can stop at any moment and go on from there. Who is quoted is a second, dearer step,
and is kept for each article that it was done for.
"""

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from secondsource.archive import records
from secondsource.archive.database import Database
from secondsource.archive.derived import DerivedFile
from secondsource.archive.joined import pack_clusters, unpack_clusters
from secondsource.archive.rows import make_marks, read_articles
from secondsource.archive.upkeep import read_id_at, read_reach
from secondsource.article import Article, Span
from secondsource.errors import ArchiveError
from secondsource.names.cluster import Clusters
from secondsource.names.within import Form, NamedIn
from secondsource.reading.named import Said, match_sources, read_article_names
from secondsource.reading.read import guess_language
from secondsource.reading.statement import Attribution

_FORMAT = 7  # raise it when names are found or joined otherwise
PIECE = 200
_VOICES_AT_ONCE = 16
_LOG = logging.getLogger(__name__)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS reach (format INTEGER, archive TEXT, until INTEGER, last_id TEXT);
CREATE TABLE IF NOT EXISTS named (
    article INTEGER NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, person INTEGER NOT NULL,
    body INTEGER NOT NULL, bare INTEGER NOT NULL, forms TEXT NOT NULL, fits TEXT NOT NULL,
    roles TEXT NOT NULL, PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS heard (article INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS said (
    article INTEGER NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, spans TEXT NOT NULL,
    quotation TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS said_article ON said (article);
CREATE TABLE IF NOT EXISTS joined (state TEXT PRIMARY KEY, clusters TEXT NOT NULL);
"""
ReadVoices: TypeAlias = Callable[[Sequence[Article]], Iterable[Sequence[Attribution]]]
"""Gives, for some articles, who is made to say what in each."""
_Row: TypeAlias = tuple[int, str, str, int, int, int, str, str, str]


@dataclass(frozen=True, slots=True)
class NamesReach:
    """How many articles have had their names found, of how many; and who is quoted, in how many."""

    done: int
    articles: int
    heard: int = 0


@dataclass(frozen=True, slots=True)
class NamedRow:
    """Somebody whom the article with an ordinal names, in its language."""

    article: int
    language: str
    named: NamedIn


class NameStore:
    """The names of an archive's articles, as far as they have been found."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._derived = DerivedFile(database, "names", _SCHEMA, scratch=True)
        self._fits = False

    def close(self) -> None:
        """Let go of the file."""
        self._derived.close()

    def measure(self) -> NamesReach:
        """How far the names reach."""
        until = self._read_until()
        heard = cast(int, self._file.rows("SELECT count(*) FROM heard")[0][0])
        articles = records.count_articles(self._database)
        later = records.count_articles(self._database, after=until)
        return NamesReach(articles - later, articles, heard)

    def refresh(self, progress: Callable[[int], None] = lambda _done: None) -> NamesReach:
        """Find the names of the articles that have none yet; what was finished is kept.

        Args:
            progress: called after each piece with the number of articles done in all.

        Raises:
            ArchiveError: the names cannot be written.
        """
        done = self.measure().done
        while ordinals := self._next_ordinals():
            articles = self._read(ordinals)
            rows = [row for ordinal, a in articles for row in self._find(ordinal, a)]
            with self._file.transaction() as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO named VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
                )
                self._set_until(connection, ordinals[-1])
            done += len(articles)
            progress(done)
        return self.measure()

    def rows(self, ordinals: Sequence[int] | None = None) -> Iterator[NamedRow]:
        """Everybody named, article by article; those taken out of the archive are left out."""
        gone = {removal.ordinal for removal in records.read_removals(self._database, 0)}
        for values in [()] if ordinals is None else _batches(ordinals):
            where = f"WHERE article IN ({make_marks(values)})" if values else ""
            sql = f"SELECT * FROM named {where} ORDER BY article, name"
            for row in cast(Iterator[_Row], self._file.stream(sql, values)):
                if row[0] not in gone:
                    yield _unpack(row)

    def joined(self, join: Callable[[], Clusters]) -> Clusters:
        """Which names are one: as worked out before, unless the archive has changed since."""
        reach = (self._read_until(), read_reach(self._database)[1])
        state = json.dumps(reach)
        kept = self._file.rows("SELECT clusters FROM joined WHERE state = ?", (state,))
        if kept:
            return unpack_clusters(cast(str, kept[0][0]))
        clusters = join()
        if self._database.writable:
            with self._file.transaction() as connection:
                connection.execute("DELETE FROM joined")
                packed = pack_clusters(clusters)
                connection.execute("INSERT INTO joined VALUES (?, ?)", (state, packed))
        return clusters

    def quotes(self, ordinals: Sequence[int]) -> Iterator[tuple[int, Said]]:
        """What is said in some articles, each with the ordinal of its article."""
        for values in _batches(ordinals):
            sql = f"SELECT * FROM said WHERE article IN ({make_marks(values)}) ORDER BY rowid"
            for row in cast(list[tuple[int, str, str, str, str]], self._file.rows(sql, values)):
                article, name, source, spans, quotation = row
                places = tuple(Span(*pair) for pair in json.loads(spans))
                yield article, Said(name, source, places, quotation)

    def heard(self) -> frozenset[int]:
        """The ordinals of the articles in which it was found who is quoted."""
        rows = cast(list[tuple[int]], self._file.rows("SELECT article FROM heard"))
        return frozenset(ordinal for (ordinal,) in rows)

    def hear(
        self,
        ordinals: Iterable[int],
        read_voices: ReadVoices,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> int:
        """Find who is quoted in some articles, in those where that was not done yet.

        Returns:
            How many articles were read for it now.
        """
        known = self.heard()
        wanted = [ordinal for ordinal in ordinals if ordinal not in known]
        for start in range(0, len(wanted), _VOICES_AT_ONCE):
            part = wanted[start : start + _VOICES_AT_ONCE]
            self._hear_part(part, read_voices)
            progress(start + len(part))
        return len(wanted)

    def _hear_part(self, ordinals: Sequence[int], read_voices: ReadVoices) -> None:
        articles = self._read(ordinals)
        named: dict[int, list[NamedIn]] = {ordinal: [] for ordinal in ordinals}
        for row in self.rows(ordinals):
            named[row.article].append(row.named)
        found = read_voices([article for _, article in articles])
        said = [
            (ordinal, each.name, each.source, _pack_spans(each.spans), each.quotation)
            for (ordinal, article), attributions in zip(articles, found, strict=True)
            for each in match_sources(named[ordinal], attributions, guess_language(article))
        ]
        with self._file.transaction() as connection:
            connection.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?)", said)
            heard = [(ordinal,) for ordinal in ordinals]
            connection.executemany("INSERT OR REPLACE INTO heard VALUES (?)", heard)

    def _next_ordinals(self) -> list[int]:
        sql = "SELECT ordinal FROM article WHERE ordinal > ? ORDER BY ordinal LIMIT ?"
        rows = self._database.rows(sql, (self._read_until(), PIECE))
        return [cast(int, row[0]) for row in rows]

    def _read(self, ordinals: Sequence[int]) -> list[tuple[int, Article]]:
        """Some articles with their ordinals, in their order; one just taken out is left out."""
        ids = records.read_ids(self._database, ordinals)
        where = f"ordinal IN ({make_marks(ordinals)})"
        by_id = {a.id: a for a in read_articles(self._database, where, ordinals)}
        return [(o, by_id[ids[o]]) for o in ordinals if ids.get(o) in by_id]

    def _find(self, ordinal: int, article: Article) -> Iterator[_Row]:
        language = guess_language(article)
        for named in read_article_names(article, language):
            yield (
                ordinal,
                named.name,
                language,
                named.person,
                named.body,
                int(named.bare),
                json.dumps([(f.text, f.count, *_ends(f.first)) for f in named.forms]),
                json.dumps(named.fits),
                json.dumps(named.roles),
            )

    def _read_until(self) -> int:
        return cast(int, self._file.rows("SELECT until FROM reach")[0][0])

    def _set_until(self, connection: sqlite3.Connection, until: int) -> None:
        last_id = read_id_at(self._database, until)
        connection.execute("UPDATE reach SET until = ?, last_id = ?", (until, last_id))

    @property
    def _file(self) -> DerivedFile:
        """The index; made anew, when it is first asked, where it is not of this archive."""
        if not self._fits:
            if self._is_of_another():
                self._derived.restart()
            if not self._derived.rows("SELECT 1 FROM reach"):
                self._begin()
            self._fits = True
        return self._derived

    def _is_of_another(self) -> bool:
        """Whether the index is broken, of another format, or not of what this archive still is."""
        try:
            found = self._derived.rows("SELECT format, archive, until, last_id FROM reach")
        except ArchiveError as error:
            _LOG.info("The names are found anew: %s", error)
            return True
        for form, archive, until, last_id in cast(list[tuple[int, str, int, str | None]], found):
            known = (form, archive) == (_FORMAT, records.read_archive_id(self._database))
            reached = until <= read_reach(self._database)[0]
            return not (known and reached and last_id == read_id_at(self._database, until))
        return False

    def _begin(self) -> None:
        archive = records.read_archive_id(self._database)
        first = (_FORMAT, archive, 0, read_id_at(self._database, 0))
        sql = "INSERT INTO reach SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM reach)"
        with self._derived.transaction() as connection:
            connection.execute(sql, first)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _pack_spans(spans: Sequence[Span]) -> str:
    return json.dumps([_ends(span) for span in spans])


def _batches(values: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(values), PIECE):
        yield values[start : start + PIECE]


def _unpack(row: _Row) -> NamedRow:
    article, name, language, person, body, bare, forms, fits, roles = row
    read = tuple(Form(text, n, Span(start, end)) for text, n, start, end in json.loads(forms))
    named = NamedIn(
        name, read, person, body, bool(bare), tuple(json.loads(fits)), tuple(json.loads(roles))
    )
    return NamedRow(article, language, named)
