"""The articles found that are on the matter of the one examined, and their likeliest sentences.

Two reports of one event have many words in common, though perhaps hardly one in the sentences that
say the same: "Eleven pupils were taken to hospital", "ambulances brought in the youngsters". So
what an article on the same matter does to a claim is read also where the search found no passage.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from secondsource.article import Article, Span
from secondsource.evidence.examined import Hit, SentenceLikeness
from secondsource.evidence.query.terms import find_names
from secondsource.evidence.search.candidates import Candidate, PassageReader, cut_stem
from secondsource.evidence.stance.names_abroad import begin_names, read_capitals
from secondsource.evidence.stance.paraphrase import SharedNumbers
from secondsource.lineage.translation.numbers_said import read_counts

_MOST, _MOST_ABROAD = 24, 12
"""Articles in the language of the one examined, the nearest first, and in others, those first that
have most of the names; of a family one, since what it says its copies say."""
_SENTENCES, _SENTENCES_ABROAD = 3, 2
"""How many sentences of an article are read for a claim.

In the small newsrooms, of 33 articles in the claim's language in which some sentence is read as
support, that is among the two with most of its words in 32; of 19 in other languages it is among
the two that are nearest by word vectors in all.
"""
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


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a near article, its content words without endings, numbers in digits."""

    article: Article
    span: Span
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _NearText:
    """A near article as it is held against claims: its sentences and its numbers."""

    sentences: tuple[_Sentence, ...]
    counts: frozenset[str]

    @classmethod
    def read(cls, article: Article, reader: PassageReader) -> "_NearText":
        """The sentences of an article that are its own, and all numbers that it has."""
        sentences = tuple(
            _Sentence(article, span, frozenset(map(cut_stem, words)))
            for span, words in reader.read_sentences(article)
            if not any(span.overlaps(each.span) for each in article.boilerplate)
        )
        text = f"{article.title or ''}\n{article.text}"
        return cls(sentences, read_counts(text, article.language))

    def share(self, stems: frozenset[str]) -> list[float]:
        """Of each sentence the share of a claim's words, without endings, that it has (0..1)."""
        return [len(stems & s.words) / max(1, len(stems)) for s in self.sentences]


class NearSentences:
    """The sentences of near articles that are likeliest to bear on a claim."""

    def __init__(
        self,
        near: NearArticles,
        claims: Iterable[str],
        reader: PassageReader,
        likeness: SentenceLikeness | None,
        language: str | None,
    ) -> None:
        self._own = [_NearText.read(article, reader) for article in near.own]
        self._abroad = [_NearText.read(article, reader) for article in near.abroad]
        self._language = language
        texts = [s.span.of(s.article.text) for near in self._abroad for s in near.sentences]
        asked = list(dict.fromkeys(claims))
        self._alike: dict[str, Sequence[float]] = {}
        if likeness is not None and texts and asked:
            self._alike = dict(zip(asked, likeness(asked, texts), strict=True))

    def find(
        self,
        claim: str,
        words: frozenset[str],
        hits: Collection[Hit],
        articles: Collection[str],
    ) -> list[Candidate]:
        """The likeliest sentences of each near article, those first that are likeliest.

        Args:
            claim: one of the claims that this was made for.
            words: its content words; numbers also as digits.
            hits: the passages that the search found for it, in whatever article.
            articles: the ids of those that can bear on it.
        """
        stems, counts = frozenset(map(cut_stem, words)), read_counts(claim, self._language)
        scores = _Scores(hits)
        found: list[Candidate] = []
        for text in self._own:
            numbers = SharedNumbers.compare(counts, text.counts)
            found += scores.choose(text, text.share(stems), numbers, _SENTENCES)
        at, vectors = 0, self._alike.get(claim)
        for text in self._abroad:
            alike = text.share(stems)
            if vectors is not None:
                alike = list(vectors[at : at + len(text.sentences)])
            at += len(text.sentences)
            numbers = SharedNumbers.compare(counts, text.counts)
            found += scores.choose(text, alike, numbers, _SENTENCES_ABROAD)
        return [c for c in found if c.article.id in articles]


class _Scores:
    """How well passages fit by the search, and sentences by it and by their words."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._hits: dict[str, list[Hit]] = {}
        for hit in hits:
            self._hits.setdefault(hit.article, []).append(hit)

    def choose(
        self, text: _NearText, alike: Sequence[float], numbers: SharedNumbers, most: int
    ) -> list[Candidate]:
        """The sentences of one article that are most like a claim, as candidates."""
        ranked = sorted(zip(alike, range(len(alike)), strict=True), key=_by_likeness)
        return [self._make(text.sentences[number], like, numbers) for like, number in ranked[:most]]

    def _make(self, sentence: _Sentence, like: float, numbers: SharedNumbers) -> Candidate:
        article, focus = sentence.article, sentence.span
        held = [h for h in self._hits.get(article.id, ()) if h.span.contains(focus)]
        hit = max(held, key=lambda h: h.score, default=None)
        passage = hit.span if hit else _find_paragraph(article.text, focus)
        score = ((hit.score if hit else 0.0) + like) / 2
        return Candidate(article, passage, focus, score, numbers)


def _by_likeness(ranked: tuple[float, int]) -> tuple[float, int]:
    return -ranked[0], ranked[1]


def _find_paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
