"""What an archive's outlets call differently: over all of it, or around one article.

Here `secondsource.reading.wording.naming` meets the archive.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.jobs.trace import load_translator
from secondsource.lineage.edits.words import words_for
from secondsource.lineage.family import Family
from secondsource.lineage.translation.translate import tie_translations
from secondsource.reading.wording.naming import (
    Contested,
    Options,
    find_contested,
    pair_renderings,
)
from secondsource.reading.wording.naming.contested import MOST_ARTICLES
from secondsource.reading.wording.naming.renderings import Rendering

_NEAR = 300  # articles on the same subject that an examined one is held against
_SHOWN = 6  # contested pairs in a report
_PASSAGES = 1_000  # that are asked for, to find so many articles
_ASKED = 24  # words of the examined article that are searched for
_WORD = re.compile(r"[^\W\d_]{4,}")


def find_archive_naming(
    archive: Archive,
    words: tuple[str, ...] = (),
    limit: int = 30,
    progress: Callable[[str], None] = lambda _stage: None,
) -> tuple[Contested, ...]:
    """Contested pairs of the whole archive, the clearest first.

    Args:
        archive: the collection; of each language its latest articles are read, at most
            `contested.MOST_ARTICLES`.
        words: only pairs with one of these; with them also pairs of a low score are given.
        limit: the most pairs.
        progress: told each stage as it begins.
    """
    options = Options(limit=limit, words=words, progress=progress)
    if words:
        options = Options(limit=limit, least=0.0, words=words, progress=progress)
    if len(archive) > MOST_ARTICLES or len(archive.coverage().languages) < 2:
        return find_contested(archive.articles(), options)
    progress("looking for translations")
    articles = list(archive.articles())
    return find_contested(articles, options, _find_renderings(archive, articles))


def _find_renderings(archive: Archive, articles: Sequence[Article]) -> list[Rendering]:
    """Passages that translate the same; none where vectors of articles are missing (`enrich`)."""
    translator = None if archive.enriched().missing else load_translator(archive)
    if translator is None:
        return []
    edges = tie_translations(articles, replace(translator, network=None), archive.vectors())
    return pair_renderings(edges, _read_languages(articles))


def _read_languages(articles: Iterable[Article]) -> dict[str, str]:
    return {article.id: article.language for article in articles if article.language}


def find_naming_of(
    article: Article, archive: Archive, families: Sequence[Family] = ()
) -> tuple[Contested, ...]:
    """Contested pairs of which the article uses one, among articles on the same subject.

    Args:
        article: of the archive or not; its own outlet counts too.
        archive: searched for the article's most frequent telling words.
        families: the article's; other translations of its original show renderings.
    """
    language = (article.language or "en")[:2]
    common = words_for(language).minor
    words = Counter(word.lower() for word in _WORD.findall(article.text))
    asked = [word for word, _ in words.most_common(4 * _ASKED) if word not in common][:_ASKED]
    hits = archive.search(" ".join(asked), _PASSAGES, language=article.language)
    kin = [member for family in families for member in family.articles][:_NEAR]
    known = dict.fromkeys([*kin, *(hit.article for hit in hits)])
    near = [id_ for id_ in known if id_ != article.id][:_NEAR]
    if not near:
        return ()
    articles = [article, *archive.articles(near)]
    edges = (edge for family in families for edge in family.edges)
    renderings = pair_renderings(edges, _read_languages(articles))
    options = Options(limit=4 * _SHOWN, words=tuple(words))
    found = find_contested(articles, options, renderings)
    own = f" {' '.join(word.lower() for word in _WORD.findall(article.text))} "
    return tuple(p for p in found if f" {p.left} " in own or f" {p.right} " in own)[:_SHOWN]
