"""What the linear sentence models look at besides the sentence's vector.

Two blocks: runs of words and of characters, hashed into a fixed number of buckets (the
"hashing trick", Weinberger et al., ICML 2009), and a few counts that a reader could check.
"""

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

BUCKETS = 1 << 16
LONGEST_TEXT = 2_000
"""Characters of one text that are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*|[^\w\s]")
_CHARACTER_RUNS = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Buckets:
    """Which buckets the runs of one text fall into and how much each weighs.

    `places` is int64, `weights` float32 of the same length; the weights have length one
    within the word runs and within the character runs.
    """

    places: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float32]


def hash_runs(text: str) -> Buckets:
    """The buckets that the words, word pairs and character runs of a text fall into."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text[:LONGEST_TEXT])]
    pairs = [_bucket(f"w {left} {right}") for left, right in pairwise(words)]
    known = [_hash_parts(word) for word in words]
    parts = (
        _weigh([part[0] for part in known] + pairs),
        _weigh([place for part in known for place in part[1:]]),
    )
    return Buckets(
        np.concatenate([part.places for part in parts]),
        np.concatenate([part.weights for part in parts]),
    )


@lru_cache(maxsize=20_000)
def hash_word(word: str) -> Buckets:
    """The buckets of a single word, remembered since words come again and again."""
    return hash_runs(word)


@lru_cache(maxsize=20_000)
def _hash_parts(word: str) -> tuple[int, ...]:
    """The bucket of a word and, after it, those of its character runs."""
    padded = f" {word} "
    runs = [
        f"c {padded[start : start + length]}"
        for length in _CHARACTER_RUNS
        for start in range(len(padded) - length + 1)
    ]
    return (_bucket(f"w {word}"), *(_bucket(run) for run in runs))


def _bucket(run: str) -> int:
    return zlib.crc32(run.encode("utf-8", "surrogatepass")) % BUCKETS


def _weigh(found: list[int]) -> Buckets:
    counts = Counter(found)
    places = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    weights = 1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
    length = float(np.linalg.norm(weights))
    return Buckets(places, (weights / length if length else weights).astype(np.float32))


_COUNTED: tuple[tuple[str, str], ...] = (
    ("number", r"\b\d[\d.,]*"),
    ("percent_or_money", r"\d\s?%|\bper ?cent\b|[$€£]\s?\d|\b(?:million|billion|trillion)s?\b"),
    ("year", r"\b(?:19|20)\d\d\b"),
    ("question", r"\?"),
    ("exclamation", r"!"),
    ("quotation_mark", r"[\"“”«»]"),
    ("first_person", r"\b(?:i|me|my|mine|we|us|our|ours)\b"),
    ("second_person", r"\b(?:you|your|yours)\b"),
    ("third_person", r"\b(?:he|she|they|him|her|them|his|their)\b"),
    ("modal", r"\b(?:should|must|ought|need to|has to|have to|would|could|might|may)\b"),
    ("future", r"\b(?:will|shall|'ll|going to)\b"),
    ("negation", r"\b(?:not|no|never|nobody|nothing|none)\b|n't\b"),
    ("superlative", r"\b(?:most|least|best|worst|\w{3,}est)\b"),
    ("comparative", r"\b(?:more|less|fewer|better|worse|higher|lower|than)\b"),
    ("adverb", r"\b\w{3,}ly\b"),
    ("past", r"\b(?:was|were|had|did|been|\w{3,}ed)\b"),
    ("reported", r"\b(?:said|says|told|according to|reported|announced|stated)\b"),
    ("belief", r"\b(?:think|believe|feel|hope|want|guess|suppose|seems?)\b"),
    ("contrast", r"\b(?:but|yet|however|though|although|instead|even)\b"),
    ("always_or_all", r"\b(?:always|all|every|everyone|only|ever|entire|whole|completely)\b"),
    ("dash_or_colon", r"[:;–—]"),
)
SURFACE_NAMES: tuple[str, ...] = (
    *(name for name, _ in _COUNTED),
    "name",
    "all_capitals",
    "length",
    "short",
)
_PATTERNS = tuple(re.compile(pattern) for _, pattern in _COUNTED)
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z]+")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_SHORT = 6


def surface_features(text: str) -> npt.NDArray[np.float32]:
    """The checkable counts of a text, in the order of `SURFACE_NAMES`, each about 0 to 3.

    Counts enter as log(1 + count), the length as log(1 + words) / 2, shortness as 0 or 1.
    """
    text = text[:LONGEST_TEXT].replace("’", "'")
    small = text.lower()
    counts = [len(pattern.findall(small)) for pattern in _PATTERNS]
    counts += [len(pattern.findall(text)) for pattern in (_NAME, _CAPITALS)]
    words = len(text.split())
    logs = np.log1p(np.array(counts, dtype=np.float32))
    size = np.array([np.log1p(words) / 2, float(words < _SHORT)], dtype=np.float32)
    return np.concatenate([logs, size]).astype(np.float32)
