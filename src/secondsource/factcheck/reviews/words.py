"""The words of claims: which fact-checks share most of them, the rare ones counting most."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.evidence.query.terms import load_stop_words
from secondsource.words import index_words

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

_K1, _B = 1.2, 0.4  # Robertson and Zaragoza, 2009, The Probabilistic Relevance Framework
_MOST_WORDS = 400  # of one text
# Of a small collection rarity is reckoned as if it were as large as the one that the weights were
# learned on: the same words in common then count as much.
_LEAST_SIZE = 10_000


def list_words(text: str, language: str | None) -> list[str]:
    """The words of a claim as they are compared: stems, without the small words.

    Args:
        text: a claim or a headline.
        language: ISO 639-1 code; without one words stay as they are.
    """
    plain = text.replace("’", "'")
    small = _small_stems(language or "")
    found = index_words(plain, language)
    return [word for word in found[:_MOST_WORDS] if word not in small]


_SMALL: dict[str, frozenset[str]] = {}


def _small_stems(language: str) -> frozenset[str]:
    if language not in _SMALL:
        listed = " ".join(load_stop_words().get(language, ()))
        _SMALL[language] = frozenset([*index_words(listed, language), "s", "t"])
    return _SMALL[language]


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Which texts have which words, for scoring all of them at once (BM25).

    `starts` int64 (words + 1,), `texts` int32 and `weights` float32 (postings,): the postings of
    word k are those from `starts[k]` to `starts[k + 1]`; `rarity`, float32 (words,), is how
    much a word tells (inverse document frequency).
    """

    vocabulary: Mapping[str, int]
    starts: I64
    texts: I32
    weights: F32
    rarity: F32
    size: int

    def weigh(self, word: str) -> float:
        """How rare a word is; one that no text has counts as the rarest."""
        place = self.vocabulary.get(word)
        return self.rarest if place is None else float(self.rarity[place])

    @property
    def rarest(self) -> float:
        """What a word weighs that a single text has."""
        return float(self.rarity.max()) if len(self.rarity) else 1.0

    def score(self, words: Iterable[str]) -> F32:
        """BM25 of every text for these words, float32 of shape (size,)."""
        scores = np.zeros(self.size, np.float32)
        for word in dict.fromkeys(words):
            place = self.vocabulary.get(word)
            if place is not None:
                part = slice(self.starts[place], self.starts[place + 1])
                scores[self.texts[part]] += self.weights[part]
        return scores


def build_index(texts: Sequence[Sequence[str]]) -> WordIndex:
    """The index of some texts, each given as its words."""
    vocabulary: dict[str, int] = {}
    owners, places, counts = [], [], []
    for number, words in enumerate(texts):
        for word, count in Counter(words).items():
            owners.append(number)
            places.append(vocabulary.setdefault(word, len(vocabulary)))
            counts.append(count)
    lengths = np.array([len(words) for words in texts], np.float32)
    return _arrange(
        vocabulary,
        np.array(owners, np.int32),
        np.array(places, np.int64),
        np.array(counts, np.float32),
        lengths,
    )


def _arrange(
    vocabulary: Mapping[str, int], owners: I32, places: I64, counts: F32, lengths: F32
) -> WordIndex:
    frequencies = np.bincount(places, minlength=len(vocabulary))
    size = max(len(lengths), _LEAST_SIZE)
    rarity = np.log1p((size - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
    relative = lengths / max(float(lengths.mean()) if len(lengths) else 1.0, 1e-9)
    grown = counts * (_K1 + 1) / (counts + _K1 * (1 - _B + _B * relative[owners]))
    order = np.argsort(places, kind="stable")
    return WordIndex(
        vocabulary=vocabulary,
        starts=np.concatenate([[0], np.cumsum(frequencies)]).astype(np.int64),
        texts=owners[order],
        weights=(grown * rarity[places])[order].astype(np.float32),
        rarity=rarity,
        size=len(lengths),
    )


def name_words(stems: Sequence[str], text: str, language: str | None) -> list[str]:
    """The words of a text that have these stems, in their order, as they are written there."""
    written: dict[str, str] = {}
    for word in re.findall(r"[^\W_]+", text):
        for stem in index_words(word, language):
            written.setdefault(stem, word)
    return [written.get(stem, stem) for stem in stems]
