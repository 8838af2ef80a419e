"""How long 60 claims of an article take against 100,000 known fact-checks.

    python -m benchmarks.factchecks [--size 100000] [--claims 60]

The fact-checks are sentences put together from words as frequent as in a text, so that frequent
words have long lists; their vectors are random ones of the right size, since reading 100,000
sentences is the work of `enrich`. The claims are read by the network as in a check. Prints seconds
for the import, the index of words, opening it again, and matching, one JSON object.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from secondsource.archive import Archive
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.reviews.match import ReviewModels, match_claims
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.minilm import load_sentence_vectors

_SEED = 20
_WORDS = 60_000
_LENGTH = (10, 22)
_DIMENSIONS = 384


class RandomVectors:
    """Vectors of length one that mean nothing."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(_SEED)

    def embed(self, texts: Sequence[str]) -> F32:
        """One for each text."""
        drawn = self._random.standard_normal((len(texts), _DIMENSIONS), np.float32)
        vectors: F32 = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
        return vectors


def write_sentences(count: int, seed: int) -> Iterator[str]:
    """Sentences whose words are as unevenly frequent as those of a text (Zipf)."""
    random = np.random.default_rng(seed)
    reached = np.cumsum(1 / (np.arange(_WORDS) + 5.0))
    for _ in range(count):
        drawn = np.searchsorted(reached, random.random(random.integers(*_LENGTH)) * reached[-1])
        yield " ".join(f"w{number:x}q" for number in drawn.tolist()).capitalize() + "."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=60)
    options = parser.parse_args()
    claims = list(write_sentences(options.claims, _SEED + 1))
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        _build(Path(folder), options.size, seconds)
        with Archive.open(folder) as archive:
            models = ReviewModels(load_sentence_vectors())
            begun = time.perf_counter()
            shelf = archive.factcheck_index.open()
            seconds["open"] = time.perf_counter() - begun
            for name in ("match_first", "match_again"):
                begun, worked = time.perf_counter(), time.process_time()
                match_claims(claims, "en", shelf, models)
                seconds[name] = time.perf_counter() - begun
                seconds[f"{name}_processor"] = time.process_time() - worked
    figures = {name: round(value, 2) for name, value in seconds.items()}
    print(json.dumps({"fact_checks": options.size, "claims": len(claims), **figures}))


def _build(folder: Path, size: int, seconds: dict[str, float]) -> None:
    with Archive.open(folder, create=True) as archive:
        begun = time.perf_counter()
        archive.factchecks.add(
            FactCheck(text, "bench", "", f"https://a.example/{number}", language="en")
            for number, text in enumerate(write_sentences(size, _SEED))
        )
        seconds["import"] = time.perf_counter() - begun
        begun = time.perf_counter()
        archive.factcheck_index.open()
        seconds["index"] = time.perf_counter() - begun
        archive.factcheck_index.compute("english", RandomVectors())


if __name__ == "__main__":
    main()
