"""Whether one text translates another: by the vectors of their sentences, in order.

Cheap first, dear last. A monotone alignment of the sentences by word vectors screens; a network
that reads each sentence whole proves, first on the stretch where the two texts fit best, and
only if that holds on all of both. Sentences are seen from the middle of their own article, so
that a common topic, which pulls all of them alike, counts for nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np

from secondsource.article import Article, Span
from secondsource.lineage.translation.monotone import SentenceAlignment, align_sentences
from secondsource.lineage.translation.nearest import ArticleVectors
from secondsource.lineage.translation.numbers_said import ENOUGH, compare_numbers, count_spelt
from secondsource.lineage.translation.people_said import name_others
from secondsource.lineage.translation.sentence_sums import (
    F32,
    Embedder,
    SentenceSums,
    WordVectors,
    weigh_vectors,
)
from secondsource.sentences import split_sentences

# Chosen on seven languages of ntrex (docs/translation.md has the figures): of 4,597 candidate
# pairs, translations scored .09 and more by words and .21 and more by the network, other pairs up
# to .15 and .13.
WORDS_FLOOR, NETWORK_FLOOR = 0.05, 0.2  # cosines above which two sentences may be a pair
SCREENED = 0.08  # score by words below which a pair is looked at no further; 1 in 200 lies there
PLAIN = 0.2  # score by words from which the network is not asked
PROVEN = 0.16  # score by the network from which a pair counts as a translation
SURE = 0.21  # score by the network below which the numbers of both have to agree
PROVEN_BY_WORDS = 0.16  # score by words, where there is no network: misses some
# Of three sentences, seen from their own middle, two pairs are soon alike: two reports of one
# event, each of its own, scored up to .43 by the network and .31 by words, of six or seven
# sentences up to .16 and .14 (docs/translation.md). So short texts need more; and the people whom
# they name have to be the same too.
PROVEN_SHORT = {3: 0.36, 4: 0.3, 5: 0.22, 6: 0.2, 7: 0.18}  # by the sentences of the texts
SURE_SHORT = {3: 0.5, 4: 0.4, 5: 0.25, 6: 0.22, 7: 0.21}
PROVEN_SHORT_BY_WORDS = {3: 0.3, 4: 0.25, 5: 0.19, 6: 0.17, 7: 0.17}
MOST_SENTENCES = 150  # of one article that are looked at
LEAST_SENTENCES = 3
_FAILED = 2  # candidates of one language that may fail before the others are given up
_FAILED_IN_ALL = 4  # of all languages: bounds what the network reads for one article
_KEPT = 2_000  # articles whose sentences are kept in memory: about 60 MB
_WINDOW = 12  # sentences of the stretch that the network reads first
_MARGIN = 3  # sentences around what they were aligned with by words


@dataclass(frozen=True, slots=True)
class CutText:
    """The sentences of an article, notices left out, with their word vectors."""

    article: Article
    spans: tuple[Span, ...]
    words: SentenceSums

    def read(self, sentences: tuple[int, int]) -> str:
        """Some neighbouring sentences as a text."""
        return " ".join(self.spans[k].of(self.article.text) for k in range(*sentences))


@dataclass(frozen=True, slots=True)
class Proof:
    """That two texts are translations: their sentence pairs, by which vectors, how sure (0..1)."""

    left: CutText
    right: CutText
    alignment: SentenceAlignment
    by_network: bool
    confidence: float

    @property
    def languages(self) -> tuple[str | None, str | None]:
        """Those of the two texts."""
        return self.left.article.language, self.right.article.language

    @property
    def credited(self) -> list[str]:
        """Those whom either text thanks for itself: authors, translators, photographers."""
        articles = (self.left.article, self.right.article)
        return [credit.name for article in articles for credit in article.credits if credit.name]

    @property
    def sentences(self) -> int:
        """How many sentences the two texts have, the geometric mean: one may have merged some."""
        return _count_sentences(self.left, self.right)

    @property
    def is_doubtful(self) -> bool:
        """Whether the sentences are only just alike enough for so many of them."""
        if not self.by_network:
            return self.sentences in PROVEN_SHORT
        return self.alignment.score < SURE_SHORT.get(self.sentences, SURE)

    def read_pairs(self) -> list[tuple[str, str]]:
        """The sentence pairs as texts."""
        pairs = self.alignment.pairs
        lefts = [self.left.read(pair.left) for pair in pairs]
        return list(zip(lefts, [self.right.read(pair.right) for pair in pairs], strict=True))


@dataclass(frozen=True, slots=True)
class Translator:
    """Tells translations; keeps what it has read of each article for as long as it lives.

    `words` and `network` are the models; without a network the word vectors decide alone.
    """

    words: WordVectors
    network: Embedder | None = None
    _cut: dict[str, CutText] = field(default_factory=dict)
    _read: dict[str, dict[int, F32]] = field(default_factory=lambda: defaultdict(dict))

    def vectorise(self, articles: Sequence[Article]) -> ArticleVectors:
        """One vector for each article that says its language."""
        known = [article for article in articles if article.language]
        return ArticleVectors(
            tuple(article.id for article in known),
            tuple(article.language or "" for article in known),
            self.words.sum_words([article.text for article in known]).means(),
        )

    def prove(self, article: Article, candidates: Iterable[Article]) -> Iterator[Proof]:
        """Those of the candidates that the article translates, or that translate it.

        The likeliest by words are tried first. After `_FAILED` of one language have failed, or
        `_FAILED_IN_ALL`, no other is: of 598 translations 6 were not the likeliest of their
        language.
        """
        own = self.cut_text(article)
        texts = [self.cut_text(candidate) for candidate in candidates]
        aligned = [(_align_words(own, other), other) for other in texts]
        fitting = [entry for entry in aligned if entry[0].score >= SCREENED]
        failed = Counter[str]()
        for alignment, other in sorted(fitting, key=lambda entry: -entry[0].score):
            language = other.article.language or ""
            if failed[language] == _FAILED or failed.total() == _FAILED_IN_ALL:
                continue
            proof = self._prove_pair(own, other, alignment)
            if proof:
                yield proof
            else:
                failed[language] += 1

    def cut_text(self, article: Article) -> CutText:
        """An article's sentences with their word vectors, at most `MOST_SENTENCES` of them."""
        if article.id not in self._cut or self._cut[article.id].article != article:
            spans = [
                span
                for span in split_sentences(article.text, article.language)
                if not article.is_boilerplate(span)
            ][:MOST_SENTENCES]
            sums = self.words.sum_words([span.of(article.text) for span in spans])
            said = np.flatnonzero(sums.weights > 0).tolist()
            kept = SentenceSums(sums.sums[said], sums.weights[said])
            if len(self._cut) >= _KEPT:
                self._cut.clear()
                self._read.clear()
            self._read.pop(article.id, None)
            self._cut[article.id] = CutText(article, tuple(spans[k] for k in said), kept)
        return self._cut[article.id]

    def _prove_pair(
        self, left: CutText, right: CutText, by_words: SentenceAlignment
    ) -> Proof | None:
        proof = self._align_pair(left, right, by_words)
        if proof is None or not proof.is_doubtful:
            return proof
        is_short = proof.sentences in PROVEN_SHORT
        if is_short and name_others(proof.read_pairs(), proof.languages, proof.credited):
            return None
        return None if _numbers_differ(proof) else proof

    def _align_pair(
        self, left: CutText, right: CutText, by_words: SentenceAlignment
    ) -> Proof | None:
        """The pair with its alignment where this scores enough for texts of their length."""
        sentences = _count_sentences(left, right)
        if self.network is None or (by_words.score >= PLAIN and sentences not in PROVEN_SHORT):
            least = PROVEN_SHORT_BY_WORDS.get(sentences, PROVEN_BY_WORDS)
            return _conclude(left, right, by_words, least, by_network=False)
        least = PROVEN_SHORT.get(sentences, PROVEN)
        first, second = _best_stretch(left, right, by_words)
        if self._align_network(left, right, first, second).score < least:
            return None
        whole = self._align_network(left, right, range(len(left.spans)), range(len(right.spans)))
        return _conclude(left, right, whole, least, by_network=True)

    def _align_network(
        self, left: CutText, right: CutText, first: range, second: range
    ) -> SentenceAlignment:
        sums = (self._embed(left, first).centre(), self._embed(right, second).centre())
        return align_sentences(*sums, NETWORK_FLOOR)

    def _embed(self, text: CutText, sentences: range) -> SentenceSums:
        """Some sentences by the network, each of which is read once."""
        read = self._read[text.article.id]
        fresh = [k for k in sentences if k not in read]
        if fresh and self.network:
            said = [text.spans[k].of(text.article.text) for k in fresh]
            read.update(zip(fresh, self.network.embed(said), strict=True))
        weights = text.words.weights[sentences.start : sentences.stop]
        return weigh_vectors(np.stack([read[k] for k in sentences]), weights)


def _numbers_differ(proof: Proof) -> bool:
    """Whether most numbers of the sentence pairs stand in one of the two texts alone.

    A retelling in another language keeps the story and leaves most of its numbers out. What one
    text has in words and the other in digits is in both.
    """
    pairs = proof.read_pairs()
    same, every = compare_numbers(pairs)
    if every < ENOUGH or same * 2 >= every:
        return False
    return (same + count_spelt(pairs, proof.languages)) * 2 < every


def _count_sentences(left: CutText, right: CutText) -> int:
    return round(math.sqrt(len(left.spans) * len(right.spans)))


def _conclude(
    left: CutText, right: CutText, alignment: SentenceAlignment, least: float, *, by_network: bool
) -> Proof | None:
    if alignment.score < least:
        return None
    return Proof(left, right, alignment, by_network, _rate(alignment.score, least))


def _align_words(left: CutText, right: CutText) -> SentenceAlignment:
    if min(len(left.spans), len(right.spans)) < LEAST_SENTENCES:
        return SentenceAlignment((), 0.0)
    return align_sentences(left.words.centre(), right.words.centre(), WORDS_FLOOR)


def _rate(score: float, least: float) -> float:
    """How sure a translation is: .5 at the least score that counts, .99 at twice that."""
    return round(min(0.99, 0.5 + 0.5 * (score - least) / least), 3)


def _best_stretch(
    left: CutText, right: CutText, alignment: SentenceAlignment
) -> tuple[range, range]:
    """Where the two texts fit best by words: some sentences of each, at most about as many."""
    worth = [0.0] * len(left.spans)
    for pair in alignment.pairs:
        worth[pair.left[0]] += (pair.similarity - WORDS_FLOOR) * (pair.left[1] - pair.left[0])
    sums = list(accumulate(worth, initial=0.0))
    starts = range(max(1, len(worth) - _WINDOW + 1))
    start = max(starts, key=lambda k: sums[min(k + _WINDOW, len(worth))] - sums[k])
    stop = min(start + _WINDOW, len(worth))
    inside = [p.right for p in alignment.pairs if p.left[0] < stop and p.left[1] > start]
    low = max(0, inside[0][0] - _MARGIN)
    high = min(len(right.spans), inside[-1][1] + _MARGIN, low + _WINDOW + 2 * _MARGIN)
    return range(start, stop), range(low, high)
