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


_WORDS_COUNTED: dict[str, str] = {
    "percent_or_money": "percent million millions billion billions trillion trillions",
    "first_person": "i me my mine we us our ours",
    "second_person": "you your yours",
    "third_person": "he she they him her them his their",
    "modal": "should must ought would could might may",
    "future": "will shall",
    "negation": "not no never nobody nothing none",
    "superlative": "most least best worst",
    "comparative": "more less fewer better worse higher lower than",
    "past": "was were had did been",
    "reported": "said says told reported announced stated",
    "belief": "think believe feel hope want guess suppose seem seems",
    "contrast": "but yet however though although instead even",
    "always_or_all": "always all every everyone only ever entire whole completely",
}
_ENDINGS = {"superlative": "est", "adverb": "ly", "past": "ed"}
_SHORTEST_STEM = 3
_PATTERNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("number", r"\b\d[\d.,]*", ()),
    ("percent_or_money", r"\d\s?%|\bper cent\b|[$€£]\s?\d", ("%", "per cent", "$", "€", "£")),
    ("year", r"\b(?:19|20)\d\d\b", ("19", "20")),
    ("question", r"\?", ()),
    ("exclamation", r"!", ()),
    ("quotation_mark", r"[\"“”«»]", ()),
    ("modal", r"\b(?:need|has|have) to\b", ("need to", "has to", "have to")),
    ("future", r"\b(?:'ll|going to)\b", ("'ll", "going to")),
    ("negation", r"n't\b", ("n't",)),
    ("reported", r"\baccording to\b", ("according to",)),
    ("dash_or_colon", r"[:;–—]", ()),
)
"""What is counted beside whole words. A pattern is looked for only where one of its hints is."""
_COUNTED = (
    "number",
    "percent_or_money",
    "year",
    "question",
    "exclamation",
    "quotation_mark",
    "first_person",
    "second_person",
    "third_person",
    "modal",
    "future",
    "negation",
    "superlative",
    "comparative",
    "adverb",
    "past",
    "reported",
    "belief",
    "contrast",
    "always_or_all",
    "dash_or_colon",
)
SURFACE_NAMES: tuple[str, ...] = (
    *_COUNTED,
    "name",
    "all_capitals",
    "length",
    "short",
)
_COMPILED = tuple(
    (_COUNTED.index(name), re.compile(pattern), hints) for name, pattern, hints in _PATTERNS
)
_BY_WORD = {
    word: (_COUNTED.index(name),)
    for name, words in _WORDS_COUNTED.items()
    for word in words.split()
}
_BY_ENDING = tuple((_COUNTED.index(name), ending) for name, ending in _ENDINGS.items())
_RUN = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z]+")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_SHORT = 6


def surface_features(text: str) -> npt.NDArray[np.float32]:
    """The checkable counts of a text, in the order of `SURFACE_NAMES`, each about 0 to 3.

    Counts enter as log(1 + count), the length as log(1 + words) / 2, shortness as 0 or 1.
    """
    text = text[:LONGEST_TEXT].replace("’", "'")
    small = text.lower()
    counts = [0] * len(_COUNTED)
    for place, pattern, hints in _COMPILED:
        if not hints or any(hint in small for hint in hints):
            counts[place] = len(pattern.findall(small))
    for word in _RUN.findall(small):
        for place in _find_places(word):
            counts[place] += 1
    counts += [len(pattern.findall(text)) for pattern in (_NAME, _CAPITALS)]
    words = len(text.split())
    logs = np.log1p(np.array(counts, dtype=np.float32))
    size = np.array([np.log1p(words) / 2, float(words < _SHORT)], dtype=np.float32)
    return np.concatenate([logs, size]).astype(np.float32)


@lru_cache(maxsize=20_000)
def _find_places(word: str) -> tuple[int, ...]:
    """Where in `_COUNTED` a word counts, by itself or by its ending."""
    endings = tuple(place for place, ending in _BY_ENDING if _ends(word, ending))
    return _BY_WORD.get(word, ()) + endings


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) >= _SHORTEST_STEM + len(ending)
