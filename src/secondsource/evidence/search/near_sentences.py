"""The sentences of articles on the same matter that are likeliest to bear on a claim."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from secondsource.article import Article, Span
from secondsource.evidence.examined import Hit, SentenceLikeness
from secondsource.evidence.search.candidates import Candidate, PassageReader, cut_stem
from secondsource.evidence.search.near import NearArticles
from secondsource.sentences import paragraph_around

_SENTENCES, _SENTENCES_ABROAD = 3, 2
"""How many sentences of an article are read for a claim.

In the small newsrooms, of 33 articles in the claim's language in which some sentence is read as
support, that is among the two with most of its words in 32; of 19 in other languages it is among
the two that are nearest by word vectors in all.
"""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a near article, its content words without endings, numbers in digits."""

    article: Article
    span: Span
    words: frozenset[str]


class NearSentences:
    """The sentences of near articles that are likeliest to bear on a claim."""

    def __init__(
        self,
        near: NearArticles,
        claims: Iterable[str],
        reader: PassageReader,
        likeness: SentenceLikeness | None,
    ) -> None:
        self._own = [_read(article, reader) for article in near.own]
        self._abroad = [_read(article, reader) for article in near.abroad]
        texts = [s.span.of(s.article.text) for sentences in self._abroad for s in sentences]
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
        stems = frozenset(map(cut_stem, words))
        scores = _Scores(hits)
        found: list[Candidate] = []
        for sentences in self._own:
            found += scores.choose(sentences, _share(sentences, stems), _SENTENCES)
        at, vectors = 0, self._alike.get(claim)
        for sentences in self._abroad:
            end = at + len(sentences)
            alike = _share(sentences, stems) if vectors is None else vectors[at:end]
            found += scores.choose(sentences, alike, _SENTENCES_ABROAD)
            at = end
        return [c for c in found if c.article.id in articles]


def _read(article: Article, reader: PassageReader) -> list[_Sentence]:
    """The sentences of an article that are its own."""
    return [
        _Sentence(article, span, frozenset(map(cut_stem, words)))
        for span, words in reader.read_sentences(article)
        if not any(span.overlaps(each.span) for each in article.boilerplate)
    ]


def _share(sentences: Sequence[_Sentence], stems: frozenset[str]) -> list[float]:
    """Of each sentence the share of a claim's words, without endings, that it has (0..1)."""
    every = max(1, len(stems))
    return [len(stems & s.words) / every for s in sentences]


class _Scores:
    """How well passages fit by the search, and sentences by it and by their words."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._hits: dict[str, list[Hit]] = {}
        for hit in hits:
            self._hits.setdefault(hit.article, []).append(hit)

    def choose(
        self, sentences: Sequence[_Sentence], alike: Sequence[float], most: int
    ) -> list[Candidate]:
        """The sentences of one article that are most like a claim, as candidates."""
        ranked = sorted(zip(alike, range(len(sentences)), strict=True), key=_by_likeness)
        return [self._make(sentences[number], like) for like, number in ranked[:most]]

    def _make(self, sentence: _Sentence, like: float) -> Candidate:
        article, focus = sentence.article, sentence.span
        held = [h for h in self._hits.get(article.id, ()) if h.span.contains(focus)]
        hit = max(held, key=lambda h: h.score, default=None)
        passage = hit.span if hit else paragraph_around(article.text, focus)
        return Candidate(article, passage, focus, ((hit.score if hit else 0.0) + like) / 2)


def _by_likeness(ranked: tuple[float, int]) -> tuple[float, int]:
    return -ranked[0], ranked[1]
