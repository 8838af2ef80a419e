"""Where articles' texts come from, within an archive: shared words, credits and translations.

Here `secondsource.lineage` meets the archive: which articles are worth comparing is asked of
its indexes, and only these are read.
"""

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.errors import ArchiveError, ModelError
from secondsource.lineage import Edge, Family, Lineage, find_families, trace, with_edits
from secondsource.lineage.direction.timing import when
from secondsource.lineage.names import outlet_key
from secondsource.lineage.translation.nearest import ArticleVectors, Neighbours
from secondsource.lineage.translation.translate import (
    tie_article,
    tie_groups,
    tie_translations,
)
from secondsource.lineage.translation.translator import Translator
from secondsource.models.multilingual import load_network, load_words

SHARING = 1_000  # articles: the most that are held against the examined one word by word
_CREDITING = 50  # of these, the ones that share most, whose credits are followed
_CREDITED = 400  # articles of a credited outlet, the latest before the examined one first
_CREDITED_DAYS = 180  # how long before a reprint the article that it credits may have appeared
_AT_ONCE = 2_000  # articles without a vector that a check does not wait to be asked for
_UNREAD = 100  # found articles without a vector that get one for the moment: half a second
_READ = 6  # articles of one family whose translations are looked for
_COMPARED = 20_000  # ties of a whole archive whose edits are told: about a minute
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Translated:
    """Articles that translate one another, with the edges between them."""

    articles: tuple[Article, ...] = ()
    edges: tuple[Edge, ...] = ()


def trace_article(
    article: Article, archive: Archive, translator: Translator | None = None
) -> tuple[Article, tuple[Family, ...]]:
    """An article's families within an archive, and the article with its learned boilerplate.

    The edges have their edits.

    Articles that share words with it are compared in full, and so are those that share words
    with these, what the credits of the nearest name, and translations of the article and of its
    translations.

    Args:
        article: of the archive or not.
        archive: the collection.
        translator: finds translations; without it only those that credit their original are
            found.
    """
    translated = _find_translations(article, archive, translator)
    examined = [article, *translated.articles]
    near = archive.find_sharing([each.text for each in examined], SHARING)
    _warn_of_limit(near)
    seen = {each.id for each in examined}
    close = list(archive.articles(i for i in near if i not in seen))
    seen.update(near)
    far = archive.find_sharing([a.text for a in close], SHARING) if close else ()
    related = [*examined, *close, *archive.articles(i for i in far if i not in seen)]
    seen.update(far)
    credited = [
        a for a in _find_credited([*examined, *close[:_CREDITING]], archive) if a.id not in seen
    ]
    compared = [*related, *credited]
    lineage = trace(compared, archive.boilerplate(), translated.edges)
    marked = (*article.boilerplate, *lineage.boilerplate.get(article.id, ()))
    own = tuple(family for family in lineage.families if article.id in family.articles)
    return replace(article, boilerplate=marked), with_edits(own, compared, lineage.boilerplate)


def _warn_of_limit(near: Sequence[str]) -> None:
    if len(near) == SHARING:
        _LOG.warning(
            "More than %d articles share words with this one; the %d that share most are told. "
            "lineage --all tells every one.",
            SHARING,
            SHARING,
        )


def trace_archive(archive: Archive, translator: Translator | None = None) -> tuple[Family, ...]:
    """Every family of an archive, translations included where there is a translator.

    The ties have their edits, unless there are more than can be compared in a minute.
    """
    articles = list(archive.articles())
    lineage = _trace_all(articles, archive, translator)
    ties = sum(len(family.edges) for family in lineage.families)
    if ties > _COMPARED:
        _LOG.warning("%d ties are too many to tell what was changed at each: name an article", ties)
        return lineage.families
    return with_edits(lineage.families, articles, lineage.boilerplate)


def find_all_families(archive: Archive, translator: Translator | None) -> tuple[Family, ...]:
    """Every family of an archive as `trace_archive` finds them, without what was changed."""
    return _trace_all(list(archive.articles()), archive, translator).families


def _trace_all(
    articles: Sequence[Article], archive: Archive, translator: Translator | None
) -> Lineage:
    edges: tuple[Edge, ...] = ()
    if translator:
        edges = tie_translations(articles, translator, archive.vectors())
    return trace(articles, translations=edges)


def trace_some(articles: Sequence[Article], archive: Archive) -> tuple[Family, ...]:
    """The families among some articles of an archive; translations only where credits tell them."""
    return find_families(articles, known_boilerplate=archive.boilerplate())


def tie_found(
    found: Sequence[Sequence[Article]], archive: Archive, translator: Translator | None
) -> tuple[Edge, ...]:
    """Which articles found for one claim translate one another, judged by words alone.

    For pieces of evidence, which are many: the network would read each for a second or two. Of
    those without a vector only the first `_UNREAD` are held against other languages, so that an
    archive that is not enriched makes nobody wait.
    """
    if translator is None:
        return ()
    vectors, by_words = archive.vectors(), replace(translator, network=None)
    return tie_groups(_leave_out_unread(found, vectors), by_words, vectors)


def _leave_out_unread(
    found: Sequence[Sequence[Article]], vectors: ArticleVectors
) -> list[list[Article]]:
    ids = dict.fromkeys(article.id for group in found for article in group)
    known = set(vectors.ids)
    left_out = set([i for i in ids if i not in known][_UNREAD:])
    return [[article for article in group if article.id not in left_out] for group in found]


def load_translator(archive: Archive, language: str | None = None) -> Translator | None:
    """What finds translations in an archive, made ready for it.

    Vectors that only a few articles lack are computed on the way; where they cannot be kept,
    the translations of these articles are not found, and a warning says so.

    Args:
        archive: the collection.
        language: that of the article under examination, if there is one.

    Returns:
        None where nothing is written in a second language, or the models are not installed.
    """
    languages = {known for known in (*archive.coverage().languages, language) if known}
    translator = open_translator() if len(languages) > 1 else None
    if translator is None:
        return None
    try:
        if 0 < archive.enriched().missing <= _AT_ONCE:
            archive.enrich(translator.words)
    except ArchiveError as error:
        _LOG.warning("Translations may be missed. %s", error)
    return translator


def open_translator() -> Translator | None:
    """What finds translations; without the network where that does not run, None without models."""
    try:
        words = load_words()
    except ModelError as error:
        _LOG.warning("%s", error)
        return None
    try:
        return Translator(words, load_network())
    except ModelError as error:
        _LOG.warning("%s", error)
        return Translator(words)


def _find_translations(
    article: Article, archive: Archive, translator: Translator | None
) -> _Translated:
    """What of the archive translates the article, and what translates that in turn."""
    if translator is None or not article.language:
        return _Translated()
    neighbours = Neighbours(archive.vectors())
    found: dict[str, Article] = {article.id: article}
    edges: list[Edge] = []
    todo = [article]
    while todo and len(found) <= _READ:
        this = todo.pop(0)
        vector = translator.vectorise([this]).matrix[0]
        near = [i for i in neighbours.rank(vector, this.language or "") if i not in found]
        fresh = list(archive.articles(near))
        edges += tie_article(this, fresh, translator)
        tied = {end for edge in edges for end in (edge.child, edge.parent)} - found.keys()
        todo += [other for other in fresh if other.id in tied]
        found.update((other.id, other) for other in fresh if other.id in tied)
    edges += _tie_first(list(found.values()), edges, translator)
    return _Translated(tuple(a for a in found.values() if a is not article), tuple(edges))


def _tie_first(
    articles: Sequence[Article], edges: Sequence[Edge], translator: Translator
) -> Iterator[Edge]:
    """Further edges, from the earliest of the translations to all others."""
    first = min(articles, key=when)
    known = {end for e in edges if first.id in (e.child, e.parent) for end in (e.child, e.parent)}
    others = [a for a in articles if a.id not in known and a.language != first.language]
    yield from tie_article(first, [a for a in others if a is not first], translator)


def _find_credited(articles: Sequence[Article], archive: Archive) -> list[Article]:
    """Articles that the credits may mean: of a named outlet, not long before."""
    known: dict[str, list[str]] = defaultdict(list)
    for outlet in archive.coverage().outlets:
        known[outlet_key(outlet)].append(outlet)
    found: dict[str, Article] = {}
    for article in articles:
        names = {name for credit in article.credits for name in (credit.name, credit.url) if name}
        outlets = {outlet for name in names for outlet in known.get(outlet_key(name), ())}
        since, until = _days_before(article.published)
        for near in archive.find_articles(sorted(outlets), since, until, _CREDITED):
            found[near.id] = near
    return list(found.values())


def _days_before(published: str | None) -> tuple[str | None, str | None]:
    """The first and last day on which an article credited on this date may have appeared."""
    try:
        last = date.fromisoformat((published or "")[:10])
        first = last - timedelta(days=_CREDITED_DAYS)
    except (ValueError, OverflowError):  # the year 1 stands for no date in many exports
        return None, None
    return first.isoformat(), last.isoformat()
