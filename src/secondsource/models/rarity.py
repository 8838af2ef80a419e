"""How rare a word is, from the articles that the shipped table was counted on.

Words are cut to their first letters, so that "beheads" and "beheading" count as one, and their
stems are hashed into a fixed number of buckets; the table holds no word.
"""

import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.errors import ModelError

BUCKETS = 1 << 16
STEM = 6
"""Letters of a word that are compared. Set by hand."""
_FILE = Path(__file__).with_name("article_stance") / "rarity.npz"


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many of `articles` hold a word of each bucket: int32 of shape (BUCKETS,)."""

    counts: npt.NDArray[np.int32]
    articles: int

    def weigh(self, stem: str) -> float:
        """How much a stem tells, from 0 (in every article) to 1 (in none)."""
        held = float(self.counts[_bucket(stem)])
        most = math.log1p(max(1, self.articles))
        return (most - math.log1p(held)) / most


def cut_word(word: str) -> str:
    """The stem of a folded word; what begins with a digit stays whole."""
    return word if word[:1].isdigit() else word[:STEM]


def count_rarity(articles: Iterable[frozenset[str]]) -> Rarity:
    """The table for some articles, each given as the set of its stems."""
    counts = np.zeros(BUCKETS, dtype=np.int32)
    number = 0
    for stems in articles:
        counts[list({_bucket(stem) for stem in stems})] += 1
        number += 1
    return Rarity(counts, number)


def save_rarity(path: Path, rarity: Rarity) -> None:
    """Write a table; the same counts give the same file."""
    np.savez_compressed(path, counts=rarity.counts, articles=np.int32(rarity.articles))


def load_rarity(path: Path = _FILE) -> Rarity:
    """Read a table.

    Raises:
        ModelError: the file is missing or is no such table.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            return Rarity(archive["counts"].astype(np.int32), int(archive["articles"]))
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(
            f"The table of word counts {path} could not be read ({error!r}). It is part of the "
            "package: install Second Source again, or make it with training/article_stance.py."
        ) from error


@cache
def default_rarity() -> Rarity:
    """The table that came with the package, read at its first use and then kept."""
    return load_rarity()


@lru_cache(maxsize=100_000)
def _bucket(stem: str) -> int:
    return zlib.crc32(stem.encode("utf-8", "surrogatepass")) % BUCKETS
