"""Which known fact-checks are about a claim: shared words, meaning, and both across languages.

Candidates are those that share the rarest words (BM25) and, where vectors were computed, those
that mean nearly the same; a small linear model then weighs what speaks for each
(`training/factchecks.py`). Claims in another language than a fact-check are matched by vectors of
a multilingual network alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from secondsource.evidence.fact_check import FactCheck, FactCheckMatch
from secondsource.factcheck.reviews.explain import explain_match
from secondsource.factcheck.reviews.features import (
    MEANING_PLACE,
    AskedClaim,
    AskedVectors,
    CheckedClaim,
    ask_claim,
    compare_across,
    compare_meaning,
    compare_words,
    take_apart,
)
from secondsource.factcheck.reviews.post import Post, read_post
from secondsource.factcheck.reviews.ranking import Weights, load_weights
from secondsource.factcheck.reviews.words import F32, I64, WordIndex
from secondsource.language import guess_language
from secondsource.lineage.translation.sentence_sums import Embedder
from secondsource.sentences import split_sentences

BY_WORDS, BY_MEANING, ACROSS = 40, 20, 6
"""Candidates of one claim: by shared words, by vectors, and those in other languages."""
_MOST_SHOWN = 3
ENGLISH = "en"
_MOST_SENTENCES = 8
_AT_ONCE = 8_192  # vectors that are turned into float32 at a time
_FEWEST = 4  # words of a sentence that is held against fact-checks by itself


@dataclass(frozen=True, slots=True)
class VectorTable:
    """Vectors of fact-checks: `numbers` int64 (n,), ascending; `matrix` float16 (n, dimensions)."""

    numbers: I64
    matrix: npt.NDArray[np.float16]

    def find(self, numbers: I64) -> I64:
        """The row of each number; -1 where it has no vector."""
        if not len(self.numbers):
            return np.full(len(numbers), -1, np.int64)
        places = np.searchsorted(self.numbers, numbers).clip(max=len(self.numbers) - 1)
        return np.where(self.numbers[places] == numbers, places, -1)


@dataclass(frozen=True, slots=True)
class ReviewShelf:
    """The fact-checks of an archive as they are searched.

    `numbers` (int64, ascending) and `languages` are those of each place in `words`; `read` gives
    fact-checks by number. `english` and `network` are the vectors computed so far.
    """

    numbers: I64
    languages: npt.NDArray[np.str_]
    words: WordIndex
    read: Callable[[Iterable[int]], Mapping[int, FactCheck]]
    english: VectorTable
    network: VectorTable


@dataclass(frozen=True, slots=True)
class ReviewModels:
    """What reads meaning: English sentences, and those of any language; None to do without."""

    english: Embedder | None = None
    network: Embedder | None = None
    weights: Mapping[str, Weights] = field(default_factory=load_weights)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The fact-checks that are weighed for one claim, in numbers that a model reads.

    `places` are theirs on the shelf, `checked` their claims; `model` names the weights that
    `features` are for.
    """

    places: I64
    checked: Sequence[CheckedClaim]
    model: str
    features: F32

    def pick(self, kept: I64) -> "Candidates":
        """Some of them, by their place in this list."""
        checked = [self.checked[k] for k in kept.tolist()]
        return replace(
            self, places=self.places[kept], checked=checked, features=self.features[kept]
        )


@dataclass(frozen=True, slots=True)
class _Scored:
    """One candidate with its score, and the likeness of vectors where there were any."""

    score: float
    number: int
    checked: CheckedClaim
    meaning: float | None


def match_claims(
    claims: Sequence[str], language: str | None, shelf: ReviewShelf, models: ReviewModels
) -> list[tuple[FactCheckMatch, ...]]:
    """For each claim the fact-checks that are about the same, the surest first.

    Args:
        claims: sentences or posts of one language.
        language: ISO 639-1 code; told from the text when None.
        shelf: where to look.
        models: what reads meaning, and how everything is weighed.

    Returns:
        For each claim the matches whose score is at least that of their model.
    """
    return [
        _tell(asked, [scored for each in found for scored in _score(each, shelf, models)], shelf)
        for asked, found in find_candidates(claims, language, shelf, models)
    ]


def rank_claims(
    claims: Sequence[str], language: str | None, shelf: ReviewShelf, models: ReviewModels
) -> list[list[int]]:
    """For each claim the numbers of all candidates in its language, the likeliest first.

    Nothing is left out for being unsure: this is what `evals.factcheck` measures.
    """
    ranked = []
    for _, found in find_candidates(claims, language, shelf, models):
        own = found[0]
        order = np.argsort(-models.weights[own.model].order(own.features), kind="stable")
        ranked.append(shelf.numbers[own.places[order]].tolist())
    return ranked


def find_candidates(
    claims: Sequence[str], language: str | None, shelf: ReviewShelf, models: ReviewModels
) -> Iterable[tuple[AskedClaim, list[Candidates]]]:
    """For each claim the fact-checks that may be about it, those in its own language first."""
    code = language or guess_language(" ".join(claims))
    asked = [ask_claim(read_post(claim), code) for claim in claims]
    own = (shelf.languages == code) | (shelf.languages == "")
    embedder = models.english if code == ENGLISH else None
    has_vectors = len(shelf.english.numbers) > 0
    english = _English(asked, own, shelf, embedder) if embedder and has_vectors else None
    across = _Across(asked, ~own, shelf, models.network) if models.network else None
    checked = _CheckedClaims(shelf, code)
    for number, claim in enumerate(asked):
        scores = np.where(own, shelf.words.score(claim.all_words), 0)
        places = _top(scores, BY_WORDS)
        if english:
            places = np.unique(np.concatenate([places, english.find_near(number)]))
        near = checked.get(places)
        features = compare_words(claim, near, scores[places], shelf.words)
        found = [Candidates(places, near, "words", features)]
        if english:
            found = english.add_meaning(number, found[0])
        if across:
            found.append(across.compare(number, checked))
        yield claim, found


def _score(candidates: Candidates, shelf: ReviewShelf, models: ReviewModels) -> Iterator[_Scored]:
    """The candidates whose score is enough to be shown."""
    weights = models.weights[candidates.model]
    scores = weights.score(candidates.features)
    column = MEANING_PLACE.get(candidates.model)
    for place in np.flatnonzero(scores >= weights.least).tolist():
        meaning = None if column is None else float(candidates.features[place, column])
        number = int(shelf.numbers[candidates.places[place]])
        yield _Scored(float(scores[place]), number, candidates.checked[place], meaning)


def _tell(
    asked: AskedClaim, scored: Sequence[_Scored], shelf: ReviewShelf
) -> tuple[FactCheckMatch, ...]:
    """The best of them as matches, each with its reasons."""
    best = sorted(scored, key=lambda each: (-round(each.score, 4), each.number))[:_MOST_SHOWN]
    fact_checks = shelf.read([each.number for each in best])
    return tuple(
        FactCheckMatch(
            fact_checks[each.number],
            round(each.score, 3),
            explain_match(asked, each.checked, fact_checks[each.number], shelf.words, each.meaning),
        )
        for each in best
    )


def _top(scores: F32, count: int) -> I64:
    """The places of the highest scores above 0, in ascending order; of like ones the first."""
    kept = np.flatnonzero(scores > 0)
    if len(kept) <= count:
        return kept
    found = scores[kept]
    least = np.partition(found, -count)[-count]
    above = kept[found > least]
    return np.sort(np.concatenate([above, kept[found == least][: count - len(above)]]))


def _read_vectors(posts: Sequence[Post], embedder: Embedder) -> list[AskedVectors]:
    """The vectors of some English claims; all their texts are read in one go."""
    parts = [[post.text, post.signed_text, *_split_long(post.text)] for post in posts]
    texts = list(dict.fromkeys(text for part in parts for text in part))
    vectors = dict(zip(texts, embedder.embed(texts), strict=True))
    read = [np.stack([vectors[text] for text in part]) for part in parts]
    return [AskedVectors(each[0], each[1], each[2:]) for each in read]


def _split_long(text: str) -> list[str]:
    """The sentences of a claim that has several, without the shortest ones."""
    sentences = [span.of(text) for span in split_sentences(text, ENGLISH)]
    long = [sentence for sentence in sentences if len(sentence.split()) >= _FEWEST]
    return long[:_MOST_SENTENCES] if len(sentences) > 1 else []


def _measure_all(asked: Sequence[AskedVectors], matrix: npt.NDArray[np.float16]) -> F32:
    """How near each claim is to every vector: float32 (claims, vectors), a part at a time."""
    near = np.zeros((len(asked), len(matrix)), np.float32)
    texts = np.stack([each.text for each in asked])
    signed = np.stack([each.signed for each in asked])
    for begin in range(0, len(matrix), _AT_ONCE):
        part = matrix[begin : begin + _AT_ONCE].astype(np.float32)
        near[:, begin : begin + len(part)] = np.maximum(texts @ part.T, signed @ part.T)
    return near


class _English:
    """Fact-checks near English claims by the vectors of a network that reads English."""

    def __init__(
        self,
        asked: Sequence[AskedClaim],
        own: npt.NDArray[np.bool_],
        shelf: ReviewShelf,
        embedder: Embedder,
    ) -> None:
        self._rows = shelf.english.find(shelf.numbers)
        self._rows[~own] = -1
        self._matrix = shelf.english.matrix
        self._asked = _read_vectors([claim.post for claim in asked], embedder)
        self._near = _measure_all(self._asked, self._matrix)

    def find_near(self, number: int) -> I64:
        """The places of those nearest to the claim of that number."""
        near = np.where(self._rows >= 0, self._near[number][self._rows], 0)
        return _top(near, BY_MEANING)

    def add_meaning(self, number: int, by_words: Candidates) -> list[Candidates]:
        """Those that have a vector, with what it says; those without, if any, by words alone."""
        kept = np.flatnonzero(self._rows[by_words.places] >= 0)
        rest = np.flatnonzero(self._rows[by_words.places] < 0)
        matrix = self._matrix[self._rows[by_words.places[kept]]].astype(np.float32)
        best = float(self._near[number].max())
        meaning = compare_meaning(self._asked[number], matrix, best)
        near = by_words.pick(kept)
        features = np.concatenate([near.features, meaning], axis=1)
        found = [replace(near, model="meaning", features=features)]
        return [*found, by_words.pick(rest)] if len(rest) else found


class _Across:
    """Fact-checks in other languages than the claims, by the vectors of a multilingual network."""

    def __init__(
        self,
        asked: Sequence[AskedClaim],
        others: npt.NDArray[np.bool_],
        shelf: ReviewShelf,
        network: Embedder,
    ) -> None:
        self._asked = asked
        rows = shelf.network.find(shelf.numbers)
        self._places = np.flatnonzero(others & (rows >= 0))
        matrix = shelf.network.matrix[rows[self._places]].astype(np.float32)
        texts = [claim.post.text for claim in asked] if len(self._places) else []
        self._near = network.embed(texts) @ matrix.T if texts else np.zeros((len(asked), 0))

    def compare(self, number: int, checked: "_CheckedClaims") -> Candidates:
        """The nearest of them."""
        near = self._near[number]
        top = np.sort(np.argsort(-near, kind="stable")[:ACROSS])
        places = self._places[top]
        found = checked.get(places)
        features = compare_across(self._asked[number], found, near[top])
        return Candidates(places, found, "across", features)


class _CheckedClaims:
    """The claims of fact-checks taken apart, each read and taken apart once."""

    def __init__(self, shelf: ReviewShelf, language: str) -> None:
        self._shelf = shelf
        self._language = language
        self._known: dict[int, CheckedClaim] = {}

    def get(self, places: I64) -> list[CheckedClaim]:
        """Those at some places of the shelf."""
        numbers = self._shelf.numbers[places].tolist()
        missing = [number for number in numbers if number not in self._known]
        for number, each in self._shelf.read(missing).items():
            self._known[number] = take_apart(each.claim, each.title or "", self._language)
        return [self._known[number] for number in numbers]
