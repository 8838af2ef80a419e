"""The small linear models that judge an English sentence: one weight for each thing looked at.

A head is a logistic regression over a sentence's vector (`encoder.py`), its hashed runs of
words and characters, and its surface counts (`features.py`). The word head judges single
words, from the vectors of their pieces. `models/sentences/CARD.md` says what each was
trained on and how well it does; `training/sentences.py` makes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.article import Span
from secondsource.errors import ModelError
from secondsource.models.encoder import Encoded, SentenceEncoder, Vectors, default_encoder
from secondsource.models.features import Buckets, hash_runs, hash_word, surface_features

_FILE = Path(__file__).parent / "sentences" / "heads.npz"
SUBJECTIVE = "subjective"
HEADS = ("checkworthy", "picked", SUBJECTIVE, "loaded")
WORDS = "words"
WORD_SUMMARY = ("highest", "three_highest", "number")
"""What the "loaded" head sees of the scores of a sentence's words, after its surface counts."""
_HIGHEST_LOGIT = 6.0


@dataclass(frozen=True, slots=True)
class Head:
    """One linear model. Scores at or above `threshold` (0..1) count as yes.

    `vector` is float32 of shape (384,), `buckets` float32 of shape (65536,), `surface`
    float32 with one weight for each of `features.SURFACE_NAMES`; that of the "loaded" head
    goes on with one for each of `WORD_SUMMARY`.
    """

    vector: npt.NDArray[np.float32]
    buckets: npt.NDArray[np.float32]
    surface: npt.NDArray[np.float32]
    bias: float
    threshold: float

    def score(self, features: "Features") -> float:
        """How strongly the head says yes, between 0 and 1."""
        total = (
            float(features.vector @ self.vector)
            + float(features.buckets.weights @ self.buckets[features.buckets.places])
            + float(features.surface @ self.surface)
            + self.bias
        )
        return _logistic(total)


@dataclass(frozen=True, slots=True)
class Features:
    """Everything a head looks at in one sentence."""

    vector: npt.NDArray[np.float32]
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
    `picked`: how high it ranks among what fact-checkers picked from a speech, for ordering
    only; `subjective`: it gives a view rather than a fact; `loaded`: its wording takes a side.
    """

    checkworthy: float
    picked: float
    subjective: float
    loaded: float
    loaded_words: tuple[ScoredWords, ...]


class SentenceModel:
    """The encoder with its heads."""

    def __init__(self, encoder: SentenceEncoder, heads: Mapping[str, Head]) -> None:
        self._encoder = encoder
        self.heads = heads

    def score(self, sentences: Sequence[str]) -> list[SentenceScores]:
        """What the heads say of each English sentence, in the same order."""
        encoded = self._encoder.read(sentences)
        return [self._score_one(text, item) for text, item in zip(sentences, encoded, strict=True)]

    def score_subjective(self, sentences: Sequence[str], language: str) -> list[float | None]:
        """How subjective each sentence is, 0..1; None where no head reads the language.

        English is judged with the encoder, other languages by their runs of words and
        characters alone.
        """
        if language == "en":
            return [scores.subjective for scores in self.score(sentences)]
        head = self.heads.get(_name_subjective(language))
        return [_score_without_vector(head, text) if head else None for text in sentences]

    def subjective_threshold(self, language: str) -> float:
        """From which score a sentence counts as subjective; 1 where no head reads the language."""
        head = self.heads.get(_name_subjective(language))
        return head.threshold if head else 1.0

    def _score_one(self, text: str, encoded: Encoded) -> SentenceScores:
        surface = surface_features(text)
        features = Features(encoded.vector, hash_runs(text), surface)
        words = score_words(self.heads[WORDS], text, encoded)
        with_words = replace(features, surface=np.append(surface, summarise_words(words)))
        return SentenceScores(
            checkworthy=self.heads["checkworthy"].score(features),
            picked=self.heads["picked"].score(features),
            subjective=self.heads[SUBJECTIVE].score(features),
            loaded=self.heads["loaded"].score(with_words),
            loaded_words=self._loaded_words(text, encoded, words),
        )

    def _loaded_words(
        self, text: str, encoded: Encoded, scores: npt.NDArray[np.float32]
    ) -> tuple[ScoredWords, ...]:
        threshold = self.heads[WORDS].threshold
        return tuple(
            ScoredWords(span, float(score))
            for span, score in zip(find_words(text, encoded)[0], scores, strict=True)
            if score >= threshold
        )


def find_words(text: str, encoded: Encoded) -> tuple[list[Span], Vectors]:
    """The words that begin with a letter, and their vectors, float32 of shape (words, 384)."""
    places = [place for place, span in enumerate(encoded.words) if text[span.start].isalpha()]
    return [encoded.words[place] for place in places], encoded.word_vectors[places]


def score_words(head: Head, text: str, encoded: Encoded) -> npt.NDArray[np.float32]:
    """How strongly each word that begins with a letter carries a judgement, between 0 and 1.

    Args:
        head: the word head; it has no surface weights.
        text: the sentence.
        encoded: what the encoder read in it.

    Returns:
        float32 of shape (words,), in the order of `find_words`.
    """
    spans, vectors = find_words(text, encoded)
    runs = [hash_word(span.of(text)) for span in spans]
    lexical = np.array([b.weights @ head.buckets[b.places] for b in runs], dtype=np.float32)
    totals = vectors @ head.vector + lexical + head.bias
    scores: npt.NDArray[np.float32] = (1 / (1 + np.exp(-totals))).astype(np.float32)
    return scores


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
        arrays[f"{name}.buckets"] = head.buckets.astype(np.float16)
        arrays[f"{name}.surface"] = head.surface
        arrays[f"{name}.scalars"] = np.array([head.bias, head.threshold], dtype=np.float64)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _read_head(arrays: "np.lib.npyio.NpzFile", name: str) -> Head:
    bias, threshold = (float(number) for number in arrays[f"{name}.scalars"])
    return Head(
        vector=arrays[f"{name}.vector"].astype(np.float32),
        buckets=arrays[f"{name}.buckets"].astype(np.float32),
        surface=arrays[f"{name}.surface"].astype(np.float32),
        bias=bias,
        threshold=threshold,
    )


@cache
def default_model() -> SentenceModel:
    """The sentence model that came with the package, opened at its first use and then kept."""
    return SentenceModel(default_encoder(), load_heads())


def _name_subjective(language: str) -> str:
    return SUBJECTIVE if language == "en" else f"{SUBJECTIVE}.{language}"


def _score_without_vector(head: Head, text: str) -> float:
    nothing = np.zeros_like(head.vector)
    return head.score(Features(nothing, hash_runs(text), surface_features(text)))


def _logistic(total: float) -> float:
    return float(1 / (1 + np.exp(-total)))
