"""The articles found that are on the matter of the one examined.

Two reports of one event have many words in common, though perhaps hardly one in the sentences that
say the same: "Eleven pupils were taken to hospital", "ambulances brought in the youngsters". So
what an article on the same matter does to a claim is read also where the search found no passage
(`near_sentences.py`).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from secondsource.article import Article
from secondsource.evidence.examined import Hit
from secondsource.evidence.query.terms import find_names
from secondsource.evidence.search.candidates import PassageReader
from secondsource.evidence.stance.names_abroad import begin_names, read_capitals

_MOST, _MOST_ABROAD = 24, 12
"""Articles in the language of the one examined, the nearest first, and in others, those first that
have most of the names; of a family one, since what it says its copies say."""
_SMOOTH = 10
"""Articles that are counted besides: of few articles no word is known to be rare."""
_NEAR_BY_NAMES = 0.05
"""The least cosine of the names of two articles in two languages, one of which is near.

In the small newsrooms that may be looked at .86 of the articles abroad that take a side have it,
and .03 of those of other newsrooms; any name in common have .87 and .03, but two long articles on
nothing in common have some, too.
"""
LIKELY, LIKELY_ABROAD = 200, 40
"""Of how many articles all words are read: those that were found best for most claims.

For twenty articles of FNC-1 in an archive of 100,000, each with 7 to 28 others on its story, all
those found are among the first 100, but for one story's 20.
"""
_EVEN = 60
"""What makes the places of hits more alike (Cormack, Clarke and Büttcher, SIGIR 2009)."""


@dataclass(frozen=True, slots=True)
class NearArticles:
    """Articles on the matter of the one examined: those in its language, those in others."""

    own: tuple[Article, ...]
    abroad: tuple[Article, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all of them."""
        return frozenset(article.id for article in (*self.own, *self.abroad))


def choose_likely(found: Iterable[Sequence[Hit]], most: int) -> list[str]:
    """The ids of the articles found for most claims, and first for them; the likeliest first.

    Args:
        found: for each claim the passages, best first.
        most: how many articles are wanted.
    """
    fused: defaultdict[str, float] = defaultdict(float)
    for hits in found:
        for place, article in enumerate(dict.fromkeys(hit.article for hit in hits), start=1):
            fused[article] += 1 / (_EVEN + place)
    return sorted(fused, key=lambda article: (-fused[article], article))[:most]


def find_near(
    examined: Article,
    articles: Iterable[Article],
    reader: PassageReader,
    home: Callable[[str], str],
    least: float,
) -> NearArticles:
    """Which articles are on the matter of the one examined.

    In its language their content words without endings are compared, each once; what many of
    the articles have weighs less (cosine with inverse document frequency; Salton and Buckley,
    1988). In another language telling names are compared by their first letters.

    Args:
        examined: the article under examination.
        articles: those found for it, in any language.
        reader: knows the words of articles.
        home: gives an article's id the id of its family, or its own.
        least: the cosine from which on an article in its language is near; above 1 none is.
    """
    if least > 1:
        return NearArticles((), ())
    others = [a for a in articles if a.id != examined.id]
    own = [a for a in others if a.language == examined.language]
    words = [reader.read_article(a) for a in own]
    wanted = reader.read_article(examined)
    weights = _weigh([*words, wanted])
    length = _measure(wanted, weights)
    alike = [
        (_add_up(wanted & found, weights) / (length * _measure(found, weights) or 1.0), article)
        for article, found in zip(own, words, strict=True)
    ]
    near = (each for each in alike if each[0] >= least)
    abroad = [a for a in others if a.language not in (examined.language, None)]
    return NearArticles(
        _choose(near, home, _MOST), _choose(_compare_names(examined, abroad), home, _MOST_ABROAD)
    )


def _choose(
    articles: Iterable[tuple[float, Article]], home: Callable[[str], str], most: int
) -> tuple[Article, ...]:
    """The best articles, one of each family."""
    ranked = sorted(articles, key=lambda a: (-a[0], a[1].id))
    best: dict[str, Article] = {}
    for _, article in ranked:
        best.setdefault(home(article.id), article)
    return tuple(islice(best.values(), most))


def _compare_names(
    examined: Article, articles: Iterable[Article]
) -> Iterator[tuple[float, Article]]:
    """The articles that have names of the one examined, each with the cosine of both's names."""
    names = begin_names(find_names(examined), examined.language)
    for article in articles:
        words = read_capitals(f"{article.title or ''}\n{article.text}")
        others = begin_names(words, article.language)
        alike = len(names & others) / math.sqrt(len(names) * len(others) or 1)
        if alike >= _NEAR_BY_NAMES:
            yield alike, article


def _weigh(texts: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """For each word the square of its inverse document frequency."""
    held = Counter(chain.from_iterable(texts))
    most = len(texts) + 2 * _SMOOTH
    return {word: math.log1p(most / (count + _SMOOTH)) ** 2 for word, count in held.items()}


def _add_up(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.fsum(map(weights.__getitem__, words))


def _measure(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.sqrt(_add_up(words, weights))
