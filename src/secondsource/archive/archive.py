"""The archive: a folder that keeps articles, never loses one, and finds passages in them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from secondsource.addresses import normalise_address
from secondsource.archive import records
from secondsource.archive.accessions import AccessionStore
from secondsource.archive.adding import Adding, AddInterrupted, AddResult
from secondsource.archive.browsing import Browser, weigh_words
from secondsource.archive.collected import CollectionStore
from secondsource.archive.database import Database, open_database
from secondsource.archive.decisions import Decision, read_decisions, record_decision, undo_decision
from secondsource.archive.due import note_other_texts
from secondsource.archive.examinations import ExaminationStore
from secondsource.archive.factcheck_index import FactCheckIndex
from secondsource.archive.factchecks import FactCheckStore
from secondsource.archive.families import FamilyStore
from secondsource.archive.feeds import FeedStore
from secondsource.archive.fingerprints import FingerprintSearch
from secondsource.archive.hits import Hit, make_hits
from secondsource.archive.index import Within
from secondsource.archive.listing import Listing
from secondsource.archive.names import NameStore
from secondsource.archive.people import PeopleStore
from secondsource.archive.quotations import QuotationStore
from secondsource.archive.reviews import ReviewStore
from secondsource.archive.rows import read_articles, read_in_order, read_raw, stream_articles
from secondsource.archive.upkeep import PassageSearch, read_reach
from secondsource.archive.vectors import Enriched, VectorStore
from secondsource.archive.verdicts import VerdictStore
from secondsource.archive.vocabulary import Vocabulary
from secondsource.article import Article
from secondsource.collect.item import Collected, Rejected
from secondsource.errors import ArticleNotFoundError
from secondsource.evidence.finding import Coverage
from secondsource.factcheck.names import list_keys
from secondsource.lineage.notices.learn import Repeated
from secondsource.lineage.translation.nearest import ArticleVectors
from secondsource.lineage.translation.sentence_sums import WordVectors

# A reader sees what another process is adding at the latest after so many articles.
_REFRESH_ARTICLES = 5_000


class Archive:
    """An open archive. Use it in a `with` block."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._passages = PassageSearch(database)
        self._fingerprints = FingerprintSearch(database)
        self._vectors = VectorStore(database)
        self.quotations = QuotationStore(database)
        self.collections = CollectionStore(database.folder, list_keys)
        self.listing = Listing(database)
        self.names = NameStore(database)
        self.families = FamilyStore(database)
        self.people = PeopleStore(database)
        self.browser = Browser(database, self._passages)
        self.vocabulary = Vocabulary(self._passages)
        self.factchecks = FactCheckStore(database)
        self.factcheck_index = FactCheckIndex(database, self.factchecks)
        self.feeds = FeedStore(database)
        self.verdicts = VerdictStore(database)
        self.review = ReviewStore(database)
        self.examinations = ExaminationStore(database, self.review, self.verdicts)
        self.accessions = AccessionStore(database)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, any_thread: bool = False) -> Self:
        """The archive in a folder.

        Args:
            path: the archive's folder.
            create: whether to make it when there is none.
            any_thread: whether threads may use it by turns; otherwise only this one.

        Raises:
            ArchiveMissingError: there is none and `create` is false.
            ArchiveError: the path is a file; the database is damaged, another program's, or
                of a newer version.
        """
        return cls(open_database(Path(path), create=create, any_thread=any_thread))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the archive's files."""
        self._passages.close()
        self.names.close()
        self.families.close()
        self.people.close()
        self._database.close()

    @property
    def path(self) -> Path:
        """The archive's folder."""
        return self._database.folder

    @property
    def writable(self) -> bool:
        """Whether articles can be added: the folder may be read-only."""
        return self._database.writable

    @property
    def generation(self) -> int:
        """A number that grows with every change to the archive."""
        return records.read_generation(self._database)

    @property
    def last_ordinal(self) -> int:
        """The highest ordinal that an article was ever given; 0 in a new archive."""
        return read_reach(self._database)[0]

    def writing(self) -> AbstractContextManager[None]:
        """Be the only writer for a while; ArchiveLockedError where another process is writing."""
        return self._database.writing()

    def add(
        self,
        items: Iterable[Collected | Rejected],
        progress: Callable[[int], None] | None = None,
    ) -> AddResult:
        """Keep items, and say which are new, known, changed or rejected.

        Items are committed in batches, each whole or not at all. Whatever happens, a batch
        that `progress` was told of is kept.

        Args:
            items: what `collect` gives.
            progress: called after each batch with the number of items finished so far.

        Raises:
            AddInterrupted: a person pressed Ctrl-C; what was finished is kept.
            ArchiveLockedError: another process is writing.
            ArchiveError: the archive is read-only or the disk is full.
        """
        adding = Adding(self._database, progress)
        with self._database.writing():
            try:
                self._add_all(adding, items)
            except KeyboardInterrupt as stop:
                adding.flush()
                raise AddInterrupted(adding.result()) from stop
        return adding.result()

    def remove(self, id_or_prefix: str, removed_by: str = "") -> Article:
        """Take an article out, with its raw bytes where no other article has them.

        A note of it stays (its title, who removed it, when), as does its report, without claims in
        the queue. That those of an earlier text are there again is left due. Gives it as it was.

        Raises:
            ArticleNotFoundError: there is no such article.
        """
        article = self.get(id_or_prefix)
        with self._database.writing():
            with self._database.transaction() as connection:
                note_other_texts(connection, article.id)
                records.remove_article(connection, article, removed_by)
                self.examinations.follow_removal(connection, article.id)
            self._passages.refresh()
        return article

    def get(self, id_or_prefix: str) -> Article:
        """The article with that id, or the only one whose id begins so.

        Args:
            id_or_prefix: a whole id, or at least six of its first characters.

        Raises:
            ArticleNotFoundError: no article, or more than one, fits.
        """
        id_ = records.resolve_id(self._database, id_or_prefix)
        return read_articles(self._database, "id = ?", (id_,))[0]

    def find_ids(self, beginning: str) -> list[str]:
        """A few of the ids of articles that begin so."""
        return records.find_ids(self._database, beginning)

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Every article in the order of adding, or those with the given ids in their order.

        Only a few hundred articles are in memory at a time.

        Raises:
            ArticleNotFoundError: one of the ids is not here.
        """
        if ids is None:
            return stream_articles(self._database)
        return read_in_order(self._database, ids)

    def __len__(self) -> int:
        return records.count_articles(self._database)

    def __contains__(self, id_: object) -> bool:
        sql = "SELECT 1 FROM article WHERE id = ?"
        return isinstance(id_, str) and bool(self._database.rows(sql, (id_,)))

    def coverage(self) -> Coverage:
        """How many articles there are, of which outlets and languages, from when to when."""
        return records.read_coverage(self._database)

    def snapshots(self, url: str) -> tuple[Article, ...]:
        """Every text that was found at an address, the earliest first."""
        return tuple(
            read_articles(
                self._database,
                "ordinal IN (SELECT article FROM address WHERE key = ?) ORDER BY ordinal",
                (normalise_address(url),),
            )
        )

    def find_articles(
        self, outlets: Sequence[str], since: str | None, until: str | None, limit: int
    ) -> tuple[Article, ...]:
        """Articles of these outlets between two days (ISO 8601, both included), latest first."""
        return records.find_articles(self._database, outlets, (since, until), limit)

    def find_raw(self, sha256: str | None) -> Article | None:
        """The article that was read from the bytes with this SHA-256, if there is one."""
        found = read_articles(self._database, "raw = ? LIMIT 1", (sha256,)) if sha256 else ()
        return next(iter(found), None)

    def raw(self, sha256: str) -> bytes:
        """The very bytes that an article was read from.

        Args:
            sha256: their SHA-256 in hex, as in `Article.raw`.

        Raises:
            ArticleNotFoundError: the archive has no bytes with that SHA-256.
        """
        data = read_raw(self._database, sha256)
        if data is None:
            raise ArticleNotFoundError(
                f"{self.path} holds no raw bytes with the SHA-256 {sha256}. "
                "An article names those of its own in its field `raw`."
            )
        return data

    def search(
        self,
        query: str,
        limit: int,
        *,
        language: str | None = None,
        outlet: str | None = None,
        exclude: Collection[str] = (),
    ) -> list[Hit]:
        """The passages that share most with a query, best first.

        Any text will do as the query; nothing in it is a command. The words of an article's
        title count a little for each of its passages.

        Args:
            query: words, a sentence, a paragraph.
            limit: the most to return.
            language: only articles in this language (ISO 639-1).
            outlet: only articles of this outlet, in whatever capitals.
            exclude: ids of articles to leave out.
        """
        return self.search_terms(
            {query: 1.0}, limit, language=language, outlet=outlet, exclude=exclude
        )

    def search_terms(
        self,
        terms: Mapping[str, float],
        limit: int,
        *,
        language: str | None = None,
        outlet: str | None = None,
        exclude: Collection[str] = (),
    ) -> list[Hit]:
        """The passages that share most with weighted words, best first.

        Args:
            terms: words or phrases, each with the weight of its words: say 2.0 for names.
            limit: the most to return.
            language: only articles in this language (ISO 639-1).
            outlet: only articles of this outlet, in whatever capitals.
            exclude: ids of articles to leave out.
        """
        ordinals = records.find_ordinals(self._database, exclude)
        within = Within(language=language, outlet=outlet, exclude=ordinals)
        return self.search_within(terms, limit, within)

    def search_within(self, terms: Mapping[str, float], limit: int, within: Within) -> list[Hit]:
        """As `search_terms`, with every condition that there is, dates among them."""
        return self._search([terms], limit, within)[0]

    def search_all(
        self,
        queries: Sequence[Mapping[str, float]],
        limit: int,
        *,
        language: str | None = None,
        exclude: Collection[str] = (),
    ) -> list[list[Hit]]:
        """What `search_terms` gives for each of some queries, sooner than one after the other."""
        ordinals = records.find_ordinals(self._database, exclude)
        return self._search(queries, limit, Within(language=language, exclude=ordinals))

    def find_sharing(self, texts: Sequence[str], limit: int) -> tuple[str, ...]:
        """The ids of articles that share words with any of these texts, most shared first.

        Candidates only: whether they share enough to count is for `secondsource.lineage`.
        """
        return self._fingerprints.find_sharing(texts, limit)

    def boilerplate(self) -> Repeated:
        """The anchors of words that stand in many otherwise different articles of the archive."""
        return self._fingerprints.boilerplate

    def vectors(self) -> ArticleVectors:
        """The vectors of all articles that have one, for finding translations."""
        return self._vectors.read()

    def enriched(self) -> Enriched:
        """How many articles have their vector, of how many."""
        return self._vectors.measure()

    def enrich(
        self,
        words: WordVectors,
        limit: int | None = None,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Enriched:
        """Compute the vectors that are missing; what was finished is kept when it is stopped.

        Args:
            words: the model.
            limit: the most articles to do now; all when None.
            progress: called now and then with the number of articles that have a vector.

        Raises:
            ArchiveError: the vectors cannot be written.
        """
        return self._vectors.enrich(words, limit, progress)

    def decide(self, about: str, verb: str, names: Sequence[str], decided_by: str) -> Decision:
        """Keep what a person decided, signed with their name and the time."""
        return record_decision(self._database, about, verb, tuple(names), decided_by)

    def undo(self, about: str, number: int | None, decided_by: str) -> tuple[Decision, Decision]:
        """Take back a decision (the last one when no number is given); it stays in the history."""
        return undo_decision(self._database, about, number, decided_by)

    def decisions(self, about: str) -> tuple[Decision, ...]:
        """Everything that people decided about something, the earliest first."""
        return read_decisions(self._database, about)

    def index_entries(self) -> dict[int, tuple[str, str | None, str | None]]:
        """By ordinal the id, outlet and date of every article: what an index shows of each."""
        return records.read_entries(self._database)

    def all_ids(self) -> list[str]:
        """The ids of all articles, in order: what tells two states of the archive apart."""
        return records.read_all_ids(self._database)

    def rejections(self) -> Iterator[records.Rejection]:
        """Every item that was ever rejected, with its reason and time."""
        return records.stream_rejections(self._database)

    def _add_all(self, adding: Adding, items: Iterable[Collected | Rejected]) -> None:
        indexed = 0
        try:
            for item in items:
                adding.take(item)
                if adding.finished - indexed >= _REFRESH_ARTICLES:
                    self._passages.refresh()
                    indexed = adding.finished
        finally:
            # Also when the source of the items failed: what it gave before is finished.
            adding.flush()
        self._passages.refresh()
        self._fingerprints.refresh()

    def _search(
        self, queries: Sequence[Mapping[str, float]], limit: int, within: Within
    ) -> list[list[Hit]]:
        known = records.list_languages(self._database)
        languages = [within.language] if within.language else known
        weights = [weigh_words(terms, languages) for terms in queries]
        found = self._passages.search_all(weights, limit, within)
        return [make_hits(self._database, matches) for matches in found]
