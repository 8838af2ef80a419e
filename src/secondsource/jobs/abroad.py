"""Passages in other languages: the words of a claim are put into these and asked of the archive."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np

from secondsource.archive import Archive, Hit
from secondsource.article import Span
from secondsource.errors import ModelError
from secondsource.evidence.examined import SentenceLikeness
from secondsource.evidence.query.abroad import Concept, spell_abroad
from secondsource.evidence.query.terms import CONTEXT_WEIGHT
from secondsource.lineage.translation.sentence_sums import F32, WordVectors
from secondsource.models.multilingual import is_available, load_words
from secondsource.models.word_translation import Near, WordTranslator, load_word_translator
from secondsource.sentences import split_sentences
from secondsource.words import index_words

_CYRILLIC = frozenset(("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn"))
_NEAREST = 8  # words of like meaning that are looked for; chosen by `evals.retrieval`
_FORMS = 8  # forms of each where the language has no stemmer


def open_abroad(
    archive: Archive, language: str | None, judged: Collection[str]
) -> "ArchiveAbroad | None":
    """The search in other languages, or None where there is nothing to search.

    Args:
        archive: the collection.
        language: that of the article under examination.
        judged: those that the stance model reads.
    """
    others = frozenset(archive.coverage().languages) & frozenset(judged) - {language}
    if language not in judged or not others:
        return None
    try:
        translator = load_word_translator() if is_available() else None
    except ModelError:
        translator = None
    return ArchiveAbroad(archive, translator, others)


def open_likeness(archive: Archive, language: str | None) -> SentenceLikeness | None:
    """The likeness of texts by word vectors; None where an archive has no other language.

    Args:
        archive: the collection.
        language: that of the article under examination.
    """
    others = frozenset(archive.coverage().languages) - {language, None}
    if not others or not is_available():
        return None
    try:
        return compare_by(load_words())
    except ModelError:
        return None


def compare_by(words: WordVectors) -> SentenceLikeness:
    """The likeness (0..1) of each sentence to each claim, by the means of their word vectors."""

    def compare(claims: Sequence[str], sentences: Sequence[str], /) -> list[list[float]]:
        left, right = (_make_unit(words.sum_words(texts).means()) for texts in (claims, sentences))
        found: list[list[float]] = np.clip(left @ right.T, 0.0, 1.0).tolist()
        return found

    return compare


def _make_unit(vectors: F32) -> F32:
    unit: F32 = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


@dataclass(frozen=True, slots=True)
class ArchiveAbroad:
    """Searches an archive in other languages than the claim's.

    `languages` are those that are searched; without a `translator` only names, numbers and
    dates are looked for. `by_sentence`: of each passage only the sentence that has most of the
    claim is given.
    """

    archive: Archive
    translator: WordTranslator | None
    languages: Collection[str]
    by_sentence: bool = True

    def search_abroad(
        self,
        queries: Sequence[Mapping[str, float]],
        language: str | None,
        limit: int,
        *,
        least: float = 0.0,
        exclude: Collection[str] = (),
    ) -> list[list[Hit]]:
        """For each query the best passages of each other language, the best first.

        Returns:
            Passages with scores (0..1): of the best of a language the part of the query, by
            weight, that it has. Passages with less than `least` are left out.
        """
        found: list[list[Hit]] = [[] for _ in queries]
        others = sorted(set(self.languages) - {language})
        alike = self._translate(queries, others)
        for other in others:
            reader = _Reader(other)
            spelt = list(self._spell(queries, other, alike[other in _CYRILLIC]))
            several = self.archive.search_all(
                list(map(_weigh_spellings, spelt)), limit, language=other, exclude=exclude
            )
            for hits, concepts, near in zip(found, spelt, several, strict=True):
                wanted = _Wanted.make(concepts, other)
                scaled = (hit for hit in _scale(near, wanted, reader) if hit.score >= least)
                hits += [wanted.narrow(hit, reader) if self.by_sentence else hit for hit in scaled]
        return [sorted(hits, key=lambda hit: -hit.score) for hits in found]

    def _translate(
        self, queries: Sequence[Mapping[str, float]], others: Iterable[str]
    ) -> dict[bool, Near]:
        """For each alphabet of some languages the words of like meaning for all words asked for."""
        words = sorted({word for query in queries for word in query if not word[0].isdigit()})
        return {
            each: self.translator.translate(words, cyrillic=each) if self.translator else {}
            for each in {other in _CYRILLIC for other in others}
        }

    def _spell(
        self, queries: Sequence[Mapping[str, float]], other: str, alike: Near
    ) -> Iterator[tuple[Concept, ...]]:
        near = self._find_near(alike, other)
        spelt = [spell_abroad(query, near, cyrillic=other in _CYRILLIC) for query in queries]
        wanted = {word for concepts in spelt for each in concepts for word in each.spellings}
        forms = self.archive.vocabulary.find_forms(sorted(wanted), other, _FORMS)
        return (tuple(each.add_forms(forms) for each in concepts) for concepts in spelt)

    def _find_near(self, alike: Near, other: str) -> Near:
        """For each word those of like meaning that stand in the archive, the nearest first."""
        every = {w for each in alike.values() for w, _ in each}
        counts = self.archive.vocabulary.count_passages(every, other)
        return {
            word: tuple(islice(((w, like) for w, like in each if counts[w]), _NEAREST))
            for word, each in alike.items()
        }


def _weigh_spellings(concepts: Sequence[Concept]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for concept in concepts:
        for word, share in concept.spellings.items():
            weights[word] = max(concept.weight * share, weights.get(word, 0.0))
    return weights


@dataclass(slots=True)
class _Reader:
    """The index words of passages and of their sentences, read once however many claims ask."""

    language: str
    _words: dict[str, frozenset[str]] = field(default_factory=dict)
    _sentences: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def read_words(self, text: str) -> frozenset[str]:
        if text not in self._words:
            self._words[text] = frozenset(index_words(text, self.language))
        return self._words[text]

    def split(self, text: str) -> tuple[Span, ...]:
        if text not in self._sentences:
            found = split_sentences(text, self.language)
            self._sentences[text] = found or (Span(0, len(text)),)
        return self._sentences[text]


@dataclass(frozen=True, slots=True)
class _Spelt:
    """The spellings of one concept in index words: those of one word, and those of several."""

    weight: float
    single: frozenset[str]
    several: tuple[frozenset[str], ...]

    @classmethod
    def make(cls, concept: Concept, language: str) -> "_Spelt":
        cut = [frozenset(index_words(word, language)) for word in concept.spellings]
        single = frozenset(word for words in cut if len(words) == 1 for word in words)
        return cls(concept.weight, single, tuple(words for words in cut if len(words) != 1))

    def stands_in(self, words: frozenset[str]) -> bool:
        return not self.single.isdisjoint(words) or any(map(words.issuperset, self.several))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The concepts of a claim in the index words of one language; all words, all weight.

    What is looked for along with a claim, since the sentences before it name it, is none of them
    where the claim has words of its own.
    """

    concepts: tuple[_Spelt, ...]
    words: frozenset[str]
    weight: float

    @classmethod
    def make(cls, concepts: Sequence[Concept], language: str) -> "_Wanted":
        own = [each for each in concepts if each.weight > CONTEXT_WEIGHT]
        spelt = tuple(_Spelt.make(concept, language) for concept in own or concepts)
        words = frozenset[str]().union(*(w for each in spelt for w in (each.single, *each.several)))
        return cls(spelt, words, max(sum(concept.weight for concept in spelt), 1e-9))

    def measure_share(self, words: frozenset[str]) -> float:
        """The part of the concepts, by weight, of which some spelling is among words (0..1)."""
        near = words & self.words
        return sum(each.weight for each in self.concepts if each.stands_in(near)) / self.weight

    def narrow(self, hit: Hit, reader: _Reader) -> Hit:
        """The sentence of a passage that has most of the claim; the first of equals."""
        best = max(
            reader.split(hit.text),
            key=lambda span: self.measure_share(reader.read_words(span.of(hit.text))),
        )
        return replace(hit, span=best.shift(hit.span.start), text=best.of(hit.text))


def _scale(hits: Sequence[Hit], wanted: _Wanted, reader: _Reader) -> Iterator[Hit]:
    """The passages with scores that can be compared between claims and languages.

    The order stays that of the search; the best gets the share of the claim that it has.
    """
    if hits:
        share = wanted.measure_share(reader.read_words(hits[0].text))
        yield from (replace(hit, score=round(share * hit.score / hits[0].score, 4)) for hit in hits)
