"""What speaks for a claim and a fact-check being about the same: numbers a model weighs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz

from secondsource.evidence.query.terms import join_spaced, plain_number
from secondsource.factcheck.reviews.circumstances import (
    CIRCUMSTANCES,
    Circumstances,
    compare_circumstances,
    note_circumstances,
)
from secondsource.factcheck.reviews.post import Post
from secondsource.factcheck.reviews.words import F32, WordIndex, list_words

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_MARKS = re.compile('["“”„«»‘’‚‹›`]')
NAME = re.compile(r"(?<=[^\s.?!“\"‘'«])\s+([A-ZА-ЯЁІЇЄҐŁŚŻŹĆÄÖÜÉ][\w’'-]+)")
"""A word with a capital that opens no sentence."""

WORD_FEATURES = (
    "words",
    "words_of_best",
    "claim_covered",
    "title_covered",
    "asked_covered",
    "pairs",
    "claim_pairs_covered",
    "names_covered",
    "names_missing",
    "no_names",
    "numbers_shared",
    "numbers_missing",
    "year_of_post",
    "author_covered",
    "letters",
    "rarest_shared",
    "rank_by_words",
    *CIRCUMSTANCES,
)
MEANING_FEATURES = (
    "meaning",
    "meaning_signed",
    "meaning_of_sentence",
    "meaning_below_best",
    "rank_by_meaning",
)
ACROSS_FEATURES = ("meaning", "meaning_above_others", "numbers_shared", "numbers_missing")
MEANING_PLACE = {"meaning": len(WORD_FEATURES) + 1, "across": 0}
"""Which feature of each model is the likeness of vectors that a reader is told."""


@dataclass(frozen=True, slots=True)
class AskedClaim:
    """A claim that fact-checks are looked up for, in its words, names and numbers."""

    post: Post
    words: tuple[str, ...]
    author: frozenset[str]
    numbers: frozenset[str]

    @property
    def all_words(self) -> frozenset[str]:
        """Its words and those of who signed it."""
        return frozenset(self.words) | self.author


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """The claim of a fact-check and its headline, in their words, names, numbers and times."""

    text: str
    claim: tuple[str, ...]
    title: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    circumstances: Circumstances


def _one_spelling(text: str) -> str:
    """A text with one kind of quotation marks: two files often differ in nothing else."""
    return " ".join(_MARKS.sub("'", text).split())


def write_whole(claim: str, title: str | None) -> str:
    """A fact-check as the text that is read into its vector: the headline, then the claim."""
    return _one_spelling(f"{title or ''} {claim}")


def ask_claim(post: Post, language: str | None) -> AskedClaim:
    """A claim taken apart into what is compared."""
    return AskedClaim(
        post,
        tuple(list_words(post.text, language)),
        frozenset(list_words(post.author, language)),
        frozenset(_read_numbers(post.text)),
    )


def take_apart(claim: str, title: str, language: str | None) -> CheckedClaim:
    """The claim of a fact-check taken apart into what is compared."""
    claim, title = _one_spelling(claim), _one_spelling(title)
    names = " ".join(NAME.findall(claim))
    return CheckedClaim(
        claim,
        tuple(list_words(claim, language)),
        tuple(list_words(title, language)),
        frozenset(list_words(names, language)),
        frozenset([*_read_numbers(claim), *_read_numbers(title)]),
        note_circumstances(f"{claim} {title}"),
    )


def compare_words(
    asked: AskedClaim, checked: Sequence[CheckedClaim], scores: F32, index: WordIndex
) -> F32:
    """What shared words, names and numbers say of each candidate.

    Args:
        asked: the claim.
        checked: the candidates.
        scores: float32 (candidates,), their BM25 for the claim.
        index: says how rare words are.

    Returns:
        float32 of shape (candidates, len(WORD_FEATURES)).
    """
    best = max(float(scores.max(initial=0.0)), 1e-9)
    weight = _Weights(index)
    size = max(weight.sum(asked.all_words), 1e-9)
    rows = [
        (
            score / size**0.5,
            score / best,
            *_compare_one(asked, each, weight),
            rank,
            *compare_circumstances(asked.post, each.circumstances),
        )
        for each, score, rank in zip(checked, scores, _rank(scores), strict=True)
    ]
    return np.array(rows, np.float32).reshape(len(checked), len(WORD_FEATURES))


def _compare_one(asked: AskedClaim, checked: CheckedClaim, weight: "_Weights") -> tuple[float, ...]:
    """The numbers of `WORD_FEATURES` from "claim_covered" to "rarest_shared"."""
    words, pairs, own_pairs = asked.all_words, _pairs(asked.words), _pairs(checked.claim)
    shared = words & {*checked.claim, *checked.title}
    return (
        weight.share(words, frozenset(checked.claim)),
        weight.share(words, frozenset(checked.title)),
        weight.sum(shared) / max(weight.sum(words), 1e-9),
        float(np.log1p(len(pairs & (own_pairs | _pairs(checked.title))))),
        len(pairs & own_pairs) / max(len(own_pairs), 1),
        weight.share(words, checked.names),
        float(np.log1p(len(checked.names - words))),
        float(not checked.names),
        float(np.log1p(len(asked.numbers & checked.numbers))),
        float(np.log1p(len(checked.numbers - asked.numbers - {asked.post.year}))),
        float(asked.post.year in checked.numbers),
        weight.share(asked.author & {*checked.claim, *checked.title}, asked.author),
        fuzz.partial_ratio(checked.text.lower(), asked.post.signed_text.lower()) / 100,
        weight.of_rarest(shared),
    )


@dataclass(frozen=True, slots=True)
class AskedVectors:
    """Vectors of a claim: of its text, of the text with who signed it, and of each sentence.

    `text` and `signed` are float32 (dimensions,), `sentences` float32 (sentences, dimensions).
    """

    text: F32
    signed: F32
    sentences: F32

    def measure(self, matrix: F32) -> F32:
        """How near it is to each of some vectors, by its text or signed text: float32 (n,)."""
        near: F32 = np.maximum(matrix @ self.text, matrix @ self.signed)
        return near


def compare_meaning(asked: AskedVectors, matrix: F32, best: float) -> F32:
    """What the likeness of vectors says of each candidate.

    Args:
        asked: the claim's vectors, of length one.
        matrix: float32 (candidates, dimensions), those of the candidates, of length one.
        best: the greatest likeness (`AskedVectors.measure`) in the whole collection.

    Returns:
        float32 of shape (candidates, len(MEANING_FEATURES)).
    """
    near = asked.measure(matrix)
    text = matrix @ asked.text
    sentence = np.maximum((matrix @ asked.sentences.T).max(axis=1, initial=-1.0), text)
    columns = (text, matrix @ asked.signed, sentence, near - best, _rank(near))
    return np.stack(columns, axis=1).astype(np.float32)


def compare_across(asked: AskedClaim, checked: Sequence[CheckedClaim], near: F32) -> F32:
    """What is known of candidates in another language: likeness of vectors, and numbers.

    Args:
        asked: the claim.
        checked: the candidates, the nearest of the collection.
        near: float32 (candidates,), their likeness to the claim.

    Returns:
        float32 of shape (candidates, len(ACROSS_FEATURES)).
    """
    rows = [
        (
            value,
            value - (np.delete(near, place).max() if len(near) > 1 else 0.0),
            np.log1p(len(asked.numbers & each.numbers)),
            np.log1p(len(each.numbers - asked.numbers)),
        )
        for place, (each, value) in enumerate(zip(checked, near, strict=True))
    ]
    return np.array(rows, np.float32).reshape(len(checked), len(ACROSS_FEATURES))


def _rank(values: F32) -> F32:
    """One divided by the place in descending order; like values have one place."""
    places = np.unique(-np.round(values, 5), return_inverse=True)[1]
    ranks: F32 = (1 / (1 + places)).astype(np.float32)
    return ranks


class _Weights:
    """How rare words are, each looked up once."""

    def __init__(self, index: WordIndex) -> None:
        self._index = index
        self._known: dict[str, float] = {}

    def of(self, word: str) -> float:
        if word not in self._known:
            self._known[word] = self._index.weigh(word)
        return self._known[word]

    def of_rarest(self, words: Iterable[str]) -> float:
        """The weight of the rarest of some words beside that of a word never seen (0..1)."""
        return max(map(self.of, words), default=0.0) / self._index.rarest

    def sum(self, words: Iterable[str]) -> float:
        return sum(map(self.of, words))

    def share(self, found: frozenset[str] | set[str], of: frozenset[str]) -> float:
        """How much of some words is among those found, by weight (0..1)."""
        whole = self.sum(of)
        return self.sum(of & found) / whole if whole else 0.0


def _pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))


def _read_numbers(text: str) -> list[str]:
    return [plain_number(digits) for digits in _NUMBER.findall(join_spaced(text))]
