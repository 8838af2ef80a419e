"""The small linear models that judge a sentence: one weight for each thing looked at.

An English head is a logistic regression over what the network says of a sentence (`encoder.py`),
its hashed runs of words and characters, and its surface counts (`features.py`). The word head
judges single words. Heads of other languages look at the mean vector of the sentence's word
pieces (`multilingual.py`) in place of the network. `models/sentences/CARD.md` says what each
was trained on and how well it does; `training/sentences.py` makes them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.article import Span
from secondsource.errors import ModelError
from secondsource.lineage.translation.sentence_sums import WordVectors
from secondsource.models.encoder import (
    DIMENSIONS,
    JUDGEMENTS,
    Encoded,
    SentenceEncoder,
    Vectors,
    default_encoder,
)
from secondsource.models.features import Buckets, hash_runs, hash_word, surface_features
from secondsource.models.glance import Glance, Plain, load_glance
from secondsource.models.multilingual import is_available, load_words

_FILE = Path(__file__).parent / "sentences" / "heads.npz"
SUBJECTIVE = "subjective"
FIRST = f"{SUBJECTIVE}.first"
"""The head over the encoder's first layer; what it says and what `SUBJECTIVE` says is averaged."""
OTHER = f"{SUBJECTIVE}.other"
"""The head for languages without labelled sentences; it looks at no words or letters."""
OTHER_LANGUAGES = frozenset(
    ("be", "cs", "el", "es", "fr", "nl", "pl", "pt", "ro", "ru", "sk", "sr", "uk")
)
WITH_MEANING = "meaning"
HEADS = ("checkworthy", "picked", SUBJECTIVE, "loaded")
WORDS = "words"
WORD_SUMMARY = ("highest", "three_highest", "number")
"""What the "loaded" head sees of the scores of a sentence's words, after its surface counts."""
_HIGHEST_LOGIT = 6.0
_AT_ONCE = 32
"""Sentences whose first layers are held together, some 50 kB each."""


@dataclass(frozen=True, slots=True)
class Head:
    """One linear model. Scores at or above `threshold` (0..1) count as yes.

    `vector` is float32 of shape (384,), of `FIRST` (768,), `judgements` one weight for each of
    `encoder.JUDGEMENTS`, `buckets` float32 of shape (65536,), `surface` float32 with one weight
    for each of `features.SURFACE_NAMES`; that of the "loaded" head goes on with one for each of
    `WORD_SUMMARY`. The word head has one judgement, the network's, and no surface. `vector` and
    `buckets` are empty where the head does not look at them.
    """

    vector: npt.NDArray[np.float32]
    judgements: npt.NDArray[np.float32]
    buckets: npt.NDArray[np.float32]
    surface: npt.NDArray[np.float32]
    bias: float
    threshold: float

    def score(self, features: "Features") -> float:
        """How strongly the head says yes, between 0 and 1."""
        return _logistic(self.weigh(features))

    def weigh(self, features: "Features") -> float:
        """The same as a logit."""
        total = float(features.vector @ self.vector) if len(self.vector) else 0.0
        total += float(features.judgements @ self.judgements)
        if len(self.buckets):
            runs = features.buckets
            total += float(runs.weights @ self.buckets[runs.places])
        return total + float(features.surface @ self.surface) + self.bias


@dataclass(frozen=True, slots=True)
class Features:
    """Everything a head looks at in one sentence."""

    vector: npt.NDArray[np.float32]
    judgements: npt.NDArray[np.float32]
    buckets: Buckets
    surface: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ScoredWords:
    """Words of a sentence that carry a judgement; the span counts from the sentence's start."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """What the heads say of one sentence, each between 0 and 1.

    `checkworthy`: it states something that could be checked and is worth checking;
    `subjective`: it gives a view rather than a fact; `loaded`: its wording takes a side.
    """

    checkworthy: float
    subjective: float
    loaded: float
    loaded_words: tuple[ScoredWords, ...]


class SentenceModel:
    """The encoder with its heads.

    Args:
        encoder: reads English.
        heads: by name.
        words: opens the multilingual word vectors; None where they are not installed.
        glance: the first look; without it every sentence is read to the end.
    """

    def __init__(
        self,
        encoder: SentenceEncoder,
        heads: Mapping[str, Head],
        words: Callable[[], WordVectors] | None = None,
        glance: Glance | None = None,
    ) -> None:
        self._encoder = encoder
        self.heads = heads
        self._words = words
        self._glance = glance
        self._letters = lru_cache(maxsize=20_000)(partial(score_letters, heads[WORDS]))

    def score(self, sentences: Sequence[str]) -> list[SentenceScores]:
        """What the heads say of each English sentence, in the same order.

        A sentence that is plainly neutral at first look is read no further: it has no loaded
        words, and the scores that the first look foretells.
        """
        parts = (sentences[low : low + _AT_ONCE] for low in range(0, len(sentences), _AT_ONCE))
        return [scores for part in parts for scores in self._score_part(part)]

    def rank(self, sentences: Sequence[str]) -> list[float]:
        """How high each sentence of a speech ranks among what fact-checkers pick, 0..1.

        For ordering only, and English only.
        """
        return [
            self.heads["picked"].score(
                Features(item.vector, item.judgements, hash_runs(text), surface_features(text))
            )
            for text, item in zip(sentences, self._encoder.read(sentences), strict=True)
        ]

    def score_subjective(self, sentences: Sequence[str], language: str) -> list[float | None]:
        """How subjective each sentence is, 0..1; None where no head reads the language.

        English is judged with the encoder, other languages by their words' multilingual
        vectors where these are installed, else by their runs of words and characters alone.
        """
        if language == "en":
            return [scores.subjective for scores in self.score(sentences)]
        name = self._name_subjective(language)
        if name is None:
            return [None] * len(sentences)
        vectors = self._mean_words(sentences, name)
        return [
            self.heads[name].score(_features_without_network(text, vector))
            for text, vector in zip(sentences, vectors, strict=True)
        ]

    def subjective_threshold(self, language: str) -> float:
        """From which score a sentence counts as subjective; 1 where no head reads the language."""
        if language == "en":
            limits = (_logit(self.heads[each].threshold) for each in (SUBJECTIVE, FIRST))
            return _logistic(sum(limits) / 2)
        name = self._name_subjective(language)
        return self.heads[name].threshold if name else 1.0

    def _name_subjective(self, language: str) -> str | None:
        """The best head for a language other than English with what is installed, or None."""
        own = f"{SUBJECTIVE}.{language}"
        names = [own]
        if self._words is not None:
            names = [f"{own}.{WITH_MEANING}", own]
            if language in OTHER_LANGUAGES:
                names.append(OTHER)
        return next((name for name in names if name in self.heads), None)

    def _mean_words(self, sentences: Sequence[str], name: str) -> Vectors:
        """A vector for each sentence, zero where the head does not look at it."""
        if self._words is None or not len(self.heads[name].vector):
            return np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
        return mean_words(self._words(), sentences)

    def _score_part(self, texts: Sequence[str]) -> list[SentenceScores]:
        """Step by step for all texts, so that each step finds its own in the processor's cache."""
        begun = list(self._encoder.begin(texts))
        seen = [
            (one.pool(), surface_features(text)) for one, text in zip(begun, texts, strict=True)
        ]
        plain = [self._glance.look(*each) if self._glance else None for each in seen]
        read = [
            None if known else self._encoder.finish(one)
            for known, one in zip(plain, begun, strict=True)
        ]
        return [
            self._score_read(text, encoded, *each) if encoded else _take_over(known)
            for text, encoded, each, known in zip(texts, read, seen, plain, strict=True)
        ]

    def _score_read(
        self, text: str, encoded: Encoded, pooled: Vectors, surface: Vectors
    ) -> SentenceScores:
        features = Features(encoded.vector, encoded.judgements, hash_runs(text), surface)
        spans, words = score_words(self.heads[WORDS], text, encoded, self._letters)
        first = self.heads[FIRST].weigh(replace(features, vector=pooled))
        with_words = replace(features, surface=np.append(surface, summarise_words(words)))
        return SentenceScores(
            checkworthy=self.heads["checkworthy"].score(features),
            subjective=_logistic((first + self.heads[SUBJECTIVE].weigh(features)) / 2),
            loaded=self.heads["loaded"].score(with_words),
            loaded_words=tuple(
                ScoredWords(span, float(score))
                for span, score in zip(spans, words, strict=True)
                if score >= self.heads[WORDS].threshold
            ),
        )


def _take_over(plain: Plain | None) -> SentenceScores:
    assert plain is not None  # else the sentence was read
    return SentenceScores(plain.checkworthy, plain.subjective, plain.loaded, ())


def mean_words(words: WordVectors, sentences: Sequence[str]) -> Vectors:
    """The mean of each sentence's word vectors, of length one, rare words weighing more."""
    means = words.sum_words(sentences).means()
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    scaled: Vectors = means / np.maximum(lengths, np.float32(1e-9))
    return scaled


def find_words(text: str, encoded: Encoded) -> tuple[list[Span], Vectors]:
    """The words that begin with a letter, and the network's logit for each."""
    places = [place for place, span in enumerate(encoded.words) if text[span.start].isalpha()]
    return [encoded.words[place] for place in places], encoded.word_logits[places]


def score_letters(head: Head, word: str) -> np.float32:
    """What the word head says of a word by its letters alone, before any scaling."""
    runs = hash_word(word)
    total: np.float32 = np.add.reduceat(head.buckets[runs.places] * runs.weights, [0])[0]
    return total


def score_words(
    head: Head, text: str, encoded: Encoded, letters: Callable[[str], np.float32]
) -> tuple[list[Span], npt.NDArray[np.float32]]:
    """How strongly each word that begins with a letter carries a judgement, between 0 and 1.

    Args:
        head: the word head; it has no surface weights.
        text: the sentence.
        encoded: what the encoder read in it.
        letters: `score_letters` with the same head.

    Returns:
        The words as `find_words` gives them, and float32 of shape (words,).
    """
    spans, logits = find_words(text, encoded)
    if not spans:
        return [], np.zeros(0, dtype=np.float32)
    lexical = np.array([letters(span.of(text)) for span in spans])
    totals = logits * head.judgements[0] + lexical + head.bias
    scores: npt.NDArray[np.float32] = (1 / (1 + np.exp(-totals))).astype(np.float32)
    return spans, scores


def summarise_words(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """What the scores of a sentence's words say of the sentence, as `WORD_SUMMARY` names it.

    Returns:
        float32 of shape (3,): the highest score and the sum of the three highest as logits, a
        missing word counting as surely neutral, and log(1 + the expected number of words).
    """
    with np.errstate(divide="ignore"):
        logits = np.log(scores) - np.log1p(-scores)
    bounded = np.clip(logits, -_HIGHEST_LOGIT, _HIGHEST_LOGIT)
    padded = np.append(bounded, [-_HIGHEST_LOGIT] * 3)
    highest = np.sort(padded)[::-1][:3]
    return np.array([highest[0], highest.sum(), np.log1p(scores.sum())], dtype=np.float32)


def load_heads(path: Path = _FILE) -> dict[str, Head]:
    """The heads by name, the word head among them, from their file.

    Raises:
        ModelError: the file is missing or is not one that this version can use.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            names = {name.rpartition(".")[0] for name in arrays.files} | {*HEADS, FIRST, WORDS}
            return {name: _read_head(arrays, name) for name in sorted(names)}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"The sentence heads {path} could not be read ({error}). Install Second Source "
            "again, or run `python -m training.sentences`."
        ) from error


def save_heads(path: Path, heads: Mapping[str, Head]) -> None:
    """Write heads by name, with bucket weights at half precision to keep the file small."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for name, head in heads.items():
        arrays[f"{name}.vector"] = head.vector
        arrays[f"{name}.judgements"] = head.judgements
        arrays[f"{name}.buckets"] = head.buckets.astype(np.float16)
        arrays[f"{name}.surface"] = head.surface
        arrays[f"{name}.scalars"] = np.array([head.bias, head.threshold], dtype=np.float64)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _read_head(arrays: "np.lib.npyio.NpzFile", name: str) -> Head:
    bias, threshold = (float(number) for number in arrays[f"{name}.scalars"])
    return Head(
        vector=_drop_zeros(arrays[f"{name}.vector"]),
        judgements=arrays[f"{name}.judgements"].astype(np.float32),
        buckets=_drop_zeros(arrays[f"{name}.buckets"]),
        surface=arrays[f"{name}.surface"].astype(np.float32),
        bias=bias,
        threshold=threshold,
    )


def _drop_zeros(weights: npt.NDArray[np.generic]) -> npt.NDArray[np.float32]:
    """The weights, or nothing where all of them are zero."""
    return weights.astype(np.float32) if weights.any() else np.zeros(0, dtype=np.float32)


@cache
def default_model() -> SentenceModel:
    """The sentence model that came with the package, opened at its first use and then kept."""
    words = load_words if is_available() else None
    return SentenceModel(default_encoder(), load_heads(), words, load_glance())


def _features_without_network(text: str, vector: Vectors) -> Features:
    unasked = np.zeros(len(JUDGEMENTS), dtype=np.float32)
    return Features(vector, unasked, hash_runs(text), surface_features(text))


def _logistic(total: float) -> float:
    return float(1 / (1 + np.exp(-total)))


def _logit(share: float) -> float:
    return float(np.log(share) - np.log1p(-share))
