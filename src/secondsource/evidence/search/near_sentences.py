"""The sentences of articles on the same matter that are likeliest to bear on a claim."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from secondsource.article import Article, Span
from secondsource.evidence.examined import Hit, SentenceLikeness
from secondsource.evidence.search.candidates import Candidate, PassageReader, cut_stem
from secondsource.evidence.search.near import NearArticles
from secondsource.evidence.stance.paraphrase import SharedNumbers
from secondsource.lineage.translation.numbers_said import read_counts

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
        texts = [s.span.of(s.article.text) for text in self._abroad for s in text.sentences]
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
