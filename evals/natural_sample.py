"""Chooses the pairs of FNC-1 bodies that are labelled by hand, from all bands of similarity.

    python -m evals.natural_sample --data ../shared/data --bands evals/natural_bands.tsv

Prints one line a pair: number, body, body, band. With `--bands` it also writes how many pairs
of all 2,587 bodies fall into each band, so that figures over the sample can be weighted back.
Uses nothing of `secondsource.lineage`: words are cut here by a regular expression, similarity
is counted over sets of five-word shingles. The seed is fixed. About a minute.
"""

import csv
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import typer

from evals.texts import read_fnc1

SHINGLE = 5  # words
SAME_TOPIC = 0.5  # cosine of TF-IDF vectors: at .5 two bodies are nearly always of one story
REST = "rest"
_EVERY = 2_000  # of pairs without a common shingle, this many at once are compared by topic

# Band, least Jaccard similarity, least part of the shorter's shingles, least run of equal
# words, least cosine, how many pairs to read. A pair is in the first band that it fits.
_BANDS = (
    ("jaccard_.9", 0.9, 0.0, 0, 0.0, 20),
    ("jaccard_.5", 0.5, 0.0, 0, 0.0, 24),
    ("jaccard_.2", 0.2, 0.0, 0, 0.0, 32),
    ("jaccard_.1", 0.1, 0.0, 0, 0.0, 32),
    ("contained_.2", 0.0, 0.2, 0, 0.0, 28),
    ("jaccard_.05", 0.05, 0.0, 0, 0.0, 28),
    ("jaccard_.02", 0.02, 0.0, 0, 0.0, 32),
    ("run_25", 0.0, 0.0, 25, 0.0, 14),
    ("run_15", 0.0, 0.0, 15, 0.0, 24),
    ("run_8", 0.0, 0.0, 8, 0.0, 18),
    ("topic", 0.0, 0.0, 0, SAME_TOPIC, 12),
    (REST, 0.0, 0.0, 0, 0.0, 6),
)
Pair = tuple[int, int]


def main(
    data: Path = Path("../shared/data"), bands: Path | None = None, seed: int = 20261128
) -> None:
    """Prints the pairs to label; writes the size of each band."""
    bodies = list(read_fnc1(data / "stance" / "fnc1"))
    found = sort_into_bands([body.text for body in bodies])
    sizes = {band: len(pairs) for band, pairs in found.items()}
    sizes[REST] = math.comb(len(bodies), 2) - sum(sizes.values())
    if bands:
        write_bands(bands, sizes)
    rng = random.Random(seed)
    for number, (left, right, band) in enumerate(draw(found, len(bodies), rng), 1):
        print(number, bodies[left].id, bodies[right].id, band, sep="\t")


def write_bands(path: Path, sizes: Mapping[str, int]) -> None:
    """Writes how many pairs of bodies each band has."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["band", "pairs"])
        writer.writerows((band, sizes[band]) for band, *_ in _BANDS)


def sort_into_bands(texts: Sequence[str]) -> dict[str, list[Pair]]:
    """For each band its pairs of texts, by their numbers; those of the last are not listed."""
    words = [re.findall(r"\w+", text.casefold()) for text in texts]
    shingles = [set(zip(*(w[k:] for k in range(SHINGLE)), strict=False)) for w in words]
    found: dict[str, list[Pair]] = {band: [] for band, *_ in _BANDS if band != REST}
    alike = set(find_topical(words))
    shared = count_shared(shingles)
    for pair in sorted(shared.keys() | alike):
        band = find_band(pair, shared.get(pair, 0), words, shingles, pair in alike)
        if band != REST:
            found[band].append(pair)
    return found


def count_shared(shingles: Sequence[set[tuple[str, ...]]]) -> Counter[Pair]:
    """For each pair of texts how many shingles both have; only pairs with any."""
    texts_of: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        for shingle in own:
            texts_of[shingle].append(number)
    return Counter(pair for texts in texts_of.values() for pair in combinations(texts, 2))


def find_band(
    pair: Pair,
    shared: int,
    words: Sequence[list[str]],
    shingles: Sequence[set[tuple[str, ...]]],
    same_topic: bool,
) -> str:
    """The first band that a pair fits."""
    left, right = (shingles[k] for k in pair)
    jaccard = shared / max(1, len(left) + len(right) - shared)
    contained = shared / max(1, min(len(left), len(right)))
    run = longest_run(words[pair[0]], words[pair[1]]) if shared else 0
    have = (jaccard, contained, run, SAME_TOPIC if same_topic else 0.0)
    return next(
        band
        for band, *least, _ in _BANDS
        if all(h >= wanted for h, wanted in zip(have, least, strict=True))
    )


def longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    """The greatest number of consecutive words that two texts have in common."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(right):
        places[word].append(place)
    longest, ending = 0, dict[int, int]()
    for word in left:
        ending = {place: ending.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, max(ending.values(), default=0))
    return longest


def find_topical(words: Sequence[list[str]]) -> Iterator[Pair]:
    """Pairs of texts whose TF-IDF vectors have at least the cosine of one topic."""
    counts = [Counter(w) for w in words]
    texts_with = Counter(word for count in counts for word in count)
    column = {word: k for k, word in enumerate(w for w, n in texts_with.items() if n > 1)}
    vectors = np.zeros((len(words), len(column)), np.float32)
    for row, count in enumerate(counts):
        for word, times in count.items():
            if word in column:
                rarity = math.log(len(words) / texts_with[word])
                vectors[row, column[word]] = (1 + math.log(times)) * rarity
    vectors /= np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))
    for low in range(0, len(words), _EVERY):
        alike = vectors[low : low + _EVERY] @ vectors.T >= SAME_TOPIC
        pairs = np.argwhere(alike) + np.array([low, 0])
        yield from ((left, right) for left, right in pairs.tolist() if left < right)


def draw(
    found: Mapping[str, Sequence[Pair]], count: int, rng: random.Random
) -> Iterator[tuple[int, int, str]]:
    """The pairs to read: of each band as many as the table says, in random order."""
    listed = {pair for pairs in found.values() for pair in pairs}
    for band, *_, wanted in _BANDS:
        if band == REST:
            chosen = _draw_rest(listed, count, wanted, rng)
        else:
            chosen = rng.sample(found[band], min(wanted, len(found[band])))
        yield from ((*pair, band) for pair in chosen)


def _draw_rest(listed: set[Pair], count: int, wanted: int, rng: random.Random) -> list[Pair]:
    chosen: list[Pair] = []
    while len(chosen) < wanted:
        left, right = sorted(rng.sample(range(count), 2))
        if (left, right) not in listed:
            chosen.append((left, right))
    return chosen


if __name__ == "__main__":
    typer.run(main)
