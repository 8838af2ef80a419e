"""Which sentences of an article are nearest to a claim, by the words that they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from secondsource.article import Span
from secondsource.evidence.query.terms import (
    Word,
    find_words,
    fold,
    plain_number,
    stop_words_of,
)
from secondsource.models.rarity import Rarity, cut_word
from secondsource.sentences import split_sentences

LONGEST_ARTICLE = 30_000
"""Characters of an article that are read: about 5,000 words."""
_LONGEST_SENTENCE = 600
"""Characters after which a sentence is cut: longer ones are lists or tables."""
LONGEST_PASSAGE = 80
"""Words of a passage, so that headline and passage fit into the model's 128 word pieces."""
_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class StemmedSentence:
    """A sentence of an article: where it stands, and the stems of its content words."""

    span: Span
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class StemmedArticle:
    """An article cut into sentences; `stems` are those of all of them.

    `pairs` are the words that stand side by side, stop words among them, cut to their stems.
    """

    text: str
    sentences: tuple[StemmedSentence, ...]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence (by its place, from 0) and the weighted share of the claim it holds (0..1)."""

    place: int
    share: float


@lru_cache(maxsize=50_000)
def stem_text(text: str) -> frozenset[str]:
    """The stems of a text's content words and numbers."""
    stop = stop_words_of(_LANGUAGE)
    return frozenset(
        _cut(word)
        for word in find_words(text)
        if word.is_number or word.text.casefold() not in stop
    )


def pair_words(text: str) -> frozenset[tuple[str, str]]:
    """The words that stand side by side in a text, stop words among them, cut to stems."""
    return frozenset(pairwise(_cut(word) for word in find_words(text)))


def _cut(word: Word) -> str:
    return plain_number(word.text) if word.is_number else cut_word(fold(word.text))


def stem_article(text: str) -> StemmedArticle:
    """The sentences of an article with their stems; what lies behind its limit is not read."""
    spans = split_sentences(text[:LONGEST_ARTICLE], _LANGUAGE)
    cut = [Span(span.start, min(span.end, span.start + _LONGEST_SENTENCE)) for span in spans]
    sentences = tuple(StemmedSentence(span, stem_text(span.of(text))) for span in cut)
    stems = frozenset().union(*(sentence.stems for sentence in sentences))
    return StemmedArticle(text, sentences, stems, pair_words(text[:LONGEST_ARTICLE]))


def weigh_stems(stems: frozenset[str], rarity: Rarity) -> dict[str, float]:
    """How much each stem of a claim counts (0..1)."""
    return {stem: rarity.weigh(stem) for stem in sorted(stems)}


def share_stems(weights: Mapping[str, float], other: frozenset[str]) -> float:
    """The share of a claim's stems that another text has, by their weights (0..1)."""
    whole = sum(weights.values())
    return sum(weights[stem] for stem in weights if stem in other) / whole if whole else 0.0


def find_nearest(
    claim: str, article: StemmedArticle, most: int, rarity: Rarity
) -> tuple[Near, ...]:
    """The sentences that share most with a claim, the nearest first.

    Args:
        claim: a claim or headline.
        article: what `stem_article` returned.
        most: how many sentences to give at most.
        rarity: how much each word counts.

    Returns:
        Sentences in falling order of their share; of two alike the earlier one first.
    """
    weights = weigh_stems(stem_text(claim), rarity)
    shares = [share_stems(weights, sentence.stems) for sentence in article.sentences]
    order = sorted(range(len(shares)), key=lambda place: (-shares[place], place))
    return tuple(Near(place, shares[place]) for place in order[:most])


def join_sentences(article: StemmedArticle, places: Sequence[int]) -> str:
    """Some sentences of an article, in the order of the text."""
    spans = (article.sentences[place].span for place in sorted(places))
    return " ".join(" ".join(span.of(article.text).split()) for span in spans)


def join_nearest(article: StemmedArticle, nearest: Sequence[Near]) -> str:
    """The nearest sentences in the order of the text, so many as are read at once.

    As many of them as have `LONGEST_PASSAGE` words together; of a single longer one the start.
    """
    for many in range(len(nearest), 0, -1):
        passage = join_sentences(article, [near.place for near in nearest[:many]])
        if len(passage.split()) <= LONGEST_PASSAGE or many == 1:
            return " ".join(passage.split()[:LONGEST_PASSAGE])
    return ""
