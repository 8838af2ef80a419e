"""Which articles are translations of one another, though they share no words.

Cheap first, dear last. Candidates: articles in two languages, each among the nearest to the
other by their vectors. Screening: a monotone alignment of their sentences by word vectors.
Proof: the same alignment by a network that reads each sentence whole; not needed where the
word vectors alone leave no doubt. Sentences are seen from the middle of their own article, so
that a common topic, which pulls all of them alike, counts for nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from secondsource.article import Article, Passage, Signal, Span
from secondsource.lineage.direct import judge_direction, name_article
from secondsource.lineage.family import Edge, Relation, Stretch
from secondsource.lineage.monotone import SentenceAlignment, align_sentences
from secondsource.lineage.nearest import ArticleVectors, Neighbours, join_vectors
from secondsource.lineage.numbers_said import count_numbers
from secondsource.lineage.sentence_sums import Embedder, SentenceSums, WordVectors, weigh_vectors
from secondsource.sentences import split_sentences

# Chosen on ntrex and wmt21 (docs/translation.md has the figures): of 1,679 candidate pairs looked
# at, translations scored .09 and more by words and .24 and more by the network, other pairs up
# to .15 and .11.
WORDS_FLOOR, NETWORK_FLOOR = 0.05, 0.2  # cosines above which two sentences may be a pair
SCREENED = 0.06  # score by words below which a pair is looked at no further
PLAIN = 0.2  # score by words from which the network is not asked
PROVEN = 0.16  # score by the network from which a pair counts as a translation
PROVEN_BY_WORDS = 0.16  # score by words, where there is no network: misses some
MOST_SENTENCES = 150  # of one article that are looked at
LEAST_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class CutText:
    """The sentences of an article, notices left out, with their word vectors."""

    article: Article
    spans: tuple[Span, ...]
    words: SentenceSums

    @property
    def texts(self) -> list[str]:
        """The sentences."""
        return [span.of(self.article.text) for span in self.spans]


@dataclass(frozen=True, slots=True)
class Proof:
    """How two texts align: the sentence pairs, by which vectors, and how sure it is (0..1)."""

    alignment: SentenceAlignment
    by_network: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Translator:
    """Finds translations; keeps what it has read of each article for as long as it lives.

    `words` and `network` are the models; without a network the word vectors decide alone.
    """

    words: WordVectors
    network: Embedder | None = None
    _cut: dict[str, CutText] = field(default_factory=dict)
    _read: dict[str, SentenceSums] = field(default_factory=dict)

    def vectorise(self, articles: Sequence[Article]) -> ArticleVectors:
        """One vector for each article that says its language."""
        known = [a for a in articles if a.language]
        sums = self.words.sum_words([article.text for article in known])
        matrix = sums.sums / np.maximum(sums.weights[:, None], np.float32(1e-9))
        return ArticleVectors(
            tuple(a.id for a in known), tuple(a.language or "" for a in known), matrix
        )

    def compare(self, left: Article, right: Article) -> Proof | None:
        """How one article translates the other, or None where it does not."""
        texts = self._cut_text(left), self._cut_text(right)
        if min(len(text.spans) for text in texts) < LEAST_SENTENCES:
            return None
        by_words = align_sentences(texts[0].words.centre(), texts[1].words.centre(), WORDS_FLOOR)
        if by_words.score < SCREENED:
            return None
        if by_words.score >= PLAIN or self.network is None:
            return _judge(by_words, PROVEN_BY_WORDS, by_network=False)
        first, second = (self._read_text(text, self.network) for text in texts)
        return _judge(align_sentences(first, second, NETWORK_FLOOR), PROVEN, by_network=True)

    def _cut_text(self, article: Article) -> CutText:
        if article.id not in self._cut:
            self._cut[article.id] = cut_text(article, self.words)
        return self._cut[article.id]

    def _read_text(self, text: CutText, network: Embedder) -> SentenceSums:
        if text.article.id not in self._read:
            sums = weigh_vectors(network.embed(text.texts), text.words.weights)
            self._read[text.article.id] = sums.centre()
        return self._read[text.article.id]


def cut_text(article: Article, words: WordVectors) -> CutText:
    """An article's sentences with their word vectors, at most `MOST_SENTENCES` of them."""
    spans = [
        span
        for span in split_sentences(article.text, article.language)
        if not article.is_boilerplate(span)
    ][:MOST_SENTENCES]
    sums = words.sum_words([span.of(article.text) for span in spans])
    said = np.flatnonzero(sums.weights > 0)
    return CutText(
        article,
        tuple(spans[k] for k in said.tolist()),
        SentenceSums(sums.sums[said], sums.weights[said]),
    )


def _judge(alignment: SentenceAlignment, least: float, *, by_network: bool) -> Proof | None:
    if alignment.score < least:
        return None
    confidence = min(0.99, 0.5 + 0.5 * (alignment.score - least) / least)
    return Proof(alignment, by_network, round(confidence, 3))


def tie_translations(
    articles: Sequence[Article], translator: Translator, vectors: ArticleVectors | None = None
) -> tuple[Edge, ...]:
    """Edges between articles of which one is a translation of the other.

    Args:
        articles: with unique ids; those without a language are left out.
        translator: the models.
        vectors: those that are known already, in any order; of other articles too.
    """
    by_id = {article.id: article for article in articles}
    if len({article.language for article in articles if article.language}) < 2:
        return ()
    known = _complete(vectors.keep(by_id.keys()) if vectors else None, articles, translator)
    near = Neighbours(known).pairs()
    ties = (tie_pair(by_id[left], by_id[right], translator) for left, right in near)
    return tuple(edge for edge in ties if edge)


def _complete(
    known: ArticleVectors | None, articles: Sequence[Article], translator: Translator
) -> ArticleVectors:
    """The known vectors, and those of the articles that have none."""
    have = set(known.ids) if known else set()
    fresh = translator.vectorise([a for a in articles if a.id not in have])
    return join_vectors([known, fresh]) if known and len(known) else fresh


def tie_pair(left: Article, right: Article, translator: Translator) -> Edge | None:
    """The edge between two articles, or None where neither translates the other."""
    proof = translator.compare(left, right)
    return _make_edge(left, right, proof, translator) if proof else None


def _make_edge(left: Article, right: Article, proof: Proof, translator: Translator) -> Edge:
    texts = translator._cut_text(left), translator._cut_text(right)
    cut = _cover(proof.alignment, texts)
    direction = judge_direction(left, right, cut)
    stretches = tuple(_locate(proof.alignment, texts))
    coverage, parent_coverage = cut
    if direction.child is right:
        stretches = tuple(Stretch(s.parent, s.child) for s in stretches)
        coverage, parent_coverage = parent_coverage, coverage
    edge = Edge(
        direction.child.id,
        direction.parent.id,
        Relation.TRANSLATION,
        coverage,
        parent_coverage,
        proof.confidence,
        direction.decided,
        direction.signals,
        stretches,
    )
    told = _say_alignment(edge, direction.child, direction.parent, by_network=proof.by_network)
    numbers = count_numbers(edge, direction.child, direction.parent)
    return replace(edge, signals=(told, *numbers, *direction.signals))


def _cover(alignment: SentenceAlignment, texts: Sequence[CutText]) -> tuple[float, float]:
    """The share of each text, by weight of its words, that has a counterpart in the other."""
    weights = [text.words.weights for text in texts]
    left = sum(float(weights[0][slice(*pair.left)].sum()) for pair in alignment.pairs)
    right = sum(float(weights[1][slice(*pair.right)].sum()) for pair in alignment.pairs)
    return (
        min(1.0, left / float(weights[0].sum())),
        min(1.0, right / float(weights[1].sum())),
    )


def _locate(alignment: SentenceAlignment, texts: Sequence[CutText]) -> Iterator[Stretch]:
    for pair in alignment.pairs:
        left, right = texts[0].spans[slice(*pair.left)], texts[1].spans[slice(*pair.right)]
        yield Stretch(Span(left[0].start, left[-1].end), Span(right[0].start, right[-1].end))


def _say_alignment(edge: Edge, child: Article, parent: Article, *, by_network: bool) -> Signal:
    how = "a network that reads whole sentences" if by_network else "the meaning of single words"
    sentence = (
        f"{len(edge.stretches)} stretches of {name_article(child)} ({edge.coverage:.0%} of it) say "
        f"in {child.language} what {name_article(parent)} says in {parent.language}, in the same "
        f"order; compared by {how}."
    )
    return Signal("translates", edge.confidence, sentence, tuple(_passages(edge)))


def _passages(edge: Edge) -> Iterable[Passage]:
    for stretch in edge.stretches:
        yield Passage(edge.child, stretch.child)
        yield Passage(edge.parent, stretch.parent)
