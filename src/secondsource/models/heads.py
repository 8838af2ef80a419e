"""The small linear models that judge a sentence: one weight for each thing looked at.

An English head weighs what the network says of a sentence (`encoder.py`); the word head, what it
says of a word. Heads of other languages, and the one that ranks the sentences of speeches, are
logistic regressions that also look at hashed runs of words and characters and at surface counts
(`features.py`); those of other languages look at the mean vector of the sentence's word pieces
(`multilingual.py`) in place of the network. `models/sentences/CARD.md` says what each
was trained on and how well it does; `training/sentences.py` makes them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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
from secondsource.models.features import Buckets, hash_runs, surface_features
from secondsource.models.multilingual import is_available, load_words

_FILE = Path(__file__).parent / "sentences" / "heads.npz"
SUBJECTIVE = "subjective"
OTHER = f"{SUBJECTIVE}.other"
"""The head for languages without labelled sentences; it looks at no words or letters."""
OTHER_LANGUAGES = frozenset(
    ("be", "cs", "el", "es", "fr", "nl", "pl", "pt", "ro", "ru", "sk", "sr", "uk")
)
WITH_MEANING = "meaning"
HEADS = ("checkworthy", "picked", SUBJECTIVE, "loaded")
WORDS = "words"


@dataclass(frozen=True, slots=True)
class Head:
    """One linear model. Scores at or above `threshold` (0..1) count as yes.

    `vector` is float32 of shape (384,), `judgements` one weight for each of
    `encoder.JUDGEMENTS`, `buckets` float32 of shape (65536,), `surface` float32 with one weight
    for each of `features.SURFACE_NAMES`. The word head has one judgement, the network's of the
    word. What the head does not look at is empty.
    """

    vector: npt.NDArray[np.float32]
    judgements: npt.NDArray[np.float32]
    buckets: npt.NDArray[np.float32]
    surface: npt.NDArray[np.float32]
    bias: float
    threshold: float

    def score(self, features: "Features") -> float:
        """How strongly the head says yes, between 0 and 1."""
        total = float(features.vector @ self.vector) if len(self.vector) else 0.0
        total += float(features.judgements @ self.judgements)
        if len(self.buckets):
            runs = features.buckets
            total += float(runs.weights @ self.buckets[runs.places])
        return _logistic(total + float(features.surface @ self.surface) + self.bias)

    def judge(self, judgements: Vectors) -> float:
        """The same for a head that looks at the network's judgements alone."""
        return _logistic(float(judgements @ self.judgements) + self.bias)


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
    `loaded_words` are sought only in a sentence that is loaded.
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
    """

    def __init__(
        self,
        encoder: SentenceEncoder,
        heads: Mapping[str, Head],
        words: Callable[[], WordVectors] | None = None,
    ) -> None:
        self._encoder = encoder
        self.heads = heads
        self._words = words

    def score(self, sentences: Sequence[str]) -> list[SentenceScores]:
        """What the heads say of each English sentence, in the same order."""
        read = self._encoder.read(sentences)
        return [self._score(*pair) for pair in zip(sentences, read, strict=True)]

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
        name = SUBJECTIVE if language == "en" else self._name_subjective(language)
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

    def _score(self, text: str, encoded: Encoded) -> SentenceScores:
        checkworthy, subjective, loaded = (
            self.heads[name].judge(encoded.judgements)
            for name in ("checkworthy", SUBJECTIVE, "loaded")
        )
        is_loaded = loaded >= self.heads["loaded"].threshold
        words = _find_loaded_words(self.heads[WORDS], text, encoded) if is_loaded else ()
        return SentenceScores(checkworthy, subjective, loaded, words)


def mean_words(words: WordVectors, sentences: Sequence[str]) -> Vectors:
    """The mean of each sentence's word vectors, of length one, rare words weighing more."""
    means = words.sum_words(sentences).means()
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    scaled: Vectors = means / np.maximum(lengths, np.float32(1e-9))
    return scaled


def find_words(text: str, encoded: Encoded) -> tuple[list[Span], Vectors]:
    """The words that begin with a letter, and the network's logit for each."""
    words, logits = encoded.read_words()
    places = [place for place, span in enumerate(words) if text[span.start].isalpha()]
    return [words[place] for place in places], logits[places]


def _find_loaded_words(head: Head, text: str, encoded: Encoded) -> tuple[ScoredWords, ...]:
    """The words of a sentence that carry a judgement.

    Args:
        head: the word head.
        text: the sentence.
        encoded: what the encoder read in it.
    """
    spans, logits = find_words(text, encoded)
    scores = [head.judge(logits[place : place + 1]) for place in range(len(spans))]
    return tuple(
        ScoredWords(span, score)
        for span, score in zip(spans, scores, strict=True)
        if score >= head.threshold
    )


def load_heads(path: Path = _FILE) -> dict[str, Head]:
    """The heads by name, the word head among them, from their file.

    Raises:
        ModelError: the file is missing or is not one that this version can use.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            names = {name.rpartition(".")[0] for name in arrays.files} | {*HEADS, WORDS}
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
    return SentenceModel(default_encoder(), load_heads(), words)


def _features_without_network(text: str, vector: Vectors) -> Features:
    unasked = np.zeros(len(JUDGEMENTS), dtype=np.float32)
    return Features(vector, unasked, hash_runs(text), surface_features(text))


def _logistic(total: float) -> float:
    return float(1 / (1 + np.exp(-total)))
