"""Whether a claim finds what bears on it in its own language, beside two simpler searches.

A part of `evals.retrieval`, which tells how it is called.
"""

import math
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from evals.retrieval_claims import Asked, read_claims, read_newsroom, read_other_news
from secondsource.archive import Archive, Hit
from secondsource.archive.passages import split_passages
from secondsource.article import Article, Span
from secondsource.collect import Collected
from secondsource.evidence.examined import Options
from secondsource.evidence.query.dates import read_dates
from secondsource.evidence.query.terms import build_query, content_words, find_names
from secondsource.evidence.search.candidates import PassageReader
from secondsource.evidence.search.rerank import Wanted, rerank_hits
from secondsource.words import index_words

LIMIT = 10
POOL = Options().first_limit


class Place(NamedTuple):
    """A passage, by the id of its article and its place there."""

    article: str
    span: Span


Search = Callable[[Asked], Sequence[Place]]


def measure_same(data: Path, every: int, *, tuned: bool) -> dict[str, dict[str, float]]:
    """Recall and mean reciprocal rank by set, of our search and of its peers.

    Args:
        data: the data folder.
        every: of each set every so many-th claim is asked; of the newsroom all.
        tuned: whether the claims are those that were tuned on.
    """
    claims, pages = read_claims(data / "verification")
    ours, newsroom = read_newsroom()
    chosen = [a for a in [*claims, *ours] if a.held_out != tuned]
    articles = [*pages, *newsroom, *read_other_news(data)]
    with tempfile.TemporaryDirectory() as folder, Archive.open(folder, create=True) as archive:
        fill(archive, articles)
        frequencies = TermFrequencies(articles)
        searches: dict[str, Search] = {
            "reranked": lambda asked: _search_reranked(archive, asked),
            "weighted": lambda asked: _search_weighted(archive, asked),
            "bm25": lambda asked: _search_plain(archive, asked),
            "tf_idf": frequencies.search,
        }
        return dict(_measure(_thin(chosen, every), searches))


def fill(archive: Archive, articles: Sequence[Article]) -> None:
    """Put articles into an archive."""
    archive.add(Collected(a, b"", "text/plain", a.id) for a in articles)


def _thin(asked: Sequence[Asked], every: int) -> dict[str, list[Asked]]:
    by_set: dict[str, list[Asked]] = {}
    for each in asked:
        by_set.setdefault(each.source, []).append(each)
    return {name: all_[:: every if name != "newsroom" else 1] for name, all_ in by_set.items()}


def _measure(
    asked: Mapping[str, Sequence[Asked]], searches: Mapping[str, Search]
) -> Iterator[tuple[str, dict[str, float]]]:
    for name, search in searches.items():
        ranks = {source: [rank(a, search(a)) for a in part] for source, part in asked.items()}
        for figure, count in COUNTS.items():
            yield (
                f"{figure}_{name}",
                {
                    source: round(sum(map(count, found)) / len(found), 4)
                    for source, found in ranks.items()
                },
            )


COUNTS: Mapping[str, Callable[[int], float]] = {
    "recall_at_5": lambda rank: rank < 5,
    "recall_at_10": lambda rank: rank < 10,
    "mrr": lambda rank: 1 / (1 + rank) if rank < LIMIT else 0.0,
}


def rank(asked: Asked, found: Sequence[Place]) -> int:
    """The place of the first right passage, from 0; `LIMIT` where there is none."""
    places = (n for n, place in enumerate(found[:LIMIT]) if is_right(asked, place))
    return next(places, LIMIT)


def is_right(asked: Asked, place: Place) -> bool:
    """Whether a passage holds half of one piece of evidence, or is half of one."""
    return any(
        2 * (min(place.span.end, span.end) - max(place.span.start, span.start))
        >= min(len(span), len(place.span))
        for span in asked.right.get(place.article, ())
    )


def find_hits(archive: Archive, asked: Asked) -> list[Hit]:
    """The passages from which the program chooses, as its index gives them."""
    query = build_query(asked.claim, asked.article)
    return archive.search_terms(query, POOL, exclude={asked.article.id})


def want(asked: Asked) -> Wanted:
    """What the program looks for."""
    claim, article = asked.claim, asked.article
    names = find_names(article) & content_words(claim.text, article.language)
    dates = read_dates(claim.text, article.language)
    return Wanted(build_query(claim, article), names, dates)


def _search_reranked(archive: Archive, asked: Asked) -> list[Place]:
    hits = find_hits(archive, asked)
    articles = {a.id: a for a in archive.articles({hit.article for hit in hits})}
    ranked = rerank_hits(hits, want(asked), articles, PassageReader())
    return [Place(hit.article, hit.span) for hit in ranked]


def _search_weighted(archive: Archive, asked: Asked) -> list[Place]:
    return [Place(hit.article, hit.span) for hit in find_hits(archive, asked)]


def _search_plain(archive: Archive, asked: Asked) -> list[Place]:
    hits = archive.search(asked.claim.text, LIMIT)
    return [Place(hit.article, hit.span) for hit in hits]


class TermFrequencies:
    """The cosine of term frequencies weighted by rarity, over the same passages and words."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._places: list[Place] = []
        counts: list[Counter[str]] = []
        for article in articles:
            for span in split_passages(article.text):
                self._places.append(Place(article.id, span))
                counts.append(Counter(index_words(span.of(article.text), article.language)))
        seen = Counter(word for each in counts for word in each)
        self._rarity = {word: math.log(len(counts) / n) for word, n in seen.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for number, count in enumerate(counts):
            for word, weight in self._weigh(count).items():
                self._postings.setdefault(word, []).append((number, weight))

    def _weigh(self, count: Counter[str]) -> dict[str, float]:
        weights = {w: n * self._rarity[w] for w, n in count.items() if w in self._rarity}
        length = math.hypot(*weights.values()) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def search(self, asked: Asked) -> list[Place]:
        """The passages nearest to a claim, best first."""
        scores = np.zeros(len(self._places))
        for word, weight in self._weigh(Counter(index_words(asked.claim.text, "en"))).items():
            numbers, weights = zip(*self._postings[word], strict=True)
            scores[list(numbers)] += weight * np.array(weights)
        return [self._places[n] for n in np.argsort(-scores, kind="stable")[:LIMIT]]
