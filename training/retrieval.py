"""Chooses what names, numbers and dates count in a search, and fits the order of its passages.

    python -m training.retrieval --data ../shared/data

Only claims of the half that is not reported by `evals.retrieval` are read (`Asked.held_out`).
Prints the mean reciprocal rank for each choice of weights, averaged over the four sets, then the
weights of the order, for `secondsource.evidence.search.rerank.WEIGHTS`. Nothing is drawn by lot.
"""

import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from unittest import mock

import numpy as np
import numpy.typing as npt
import typer

from evals.retrieval_claims import SETS, Asked, read_claims, read_newsroom, read_other_news
from evals.retrieval_same import COUNTS, LIMIT, Place, fill, find_hits, is_right, rank, want
from secondsource.archive import Archive
from secondsource.evidence.query import terms
from secondsource.evidence.search.candidates import PassageReader
from secondsource.evidence.search.rerank import Agreement, measure_agreement

NAMES = (1.0, 1.3, 1.6, 2.0)
NUMBERS = DATES = (0.7, 1.0, 1.3, 1.6)
ROUNDS, STEP, MOMENTUM = 600, 1.5, 0.9
DECAY = 1 / 400
"""How much large weights cost, against a mean likelihood."""
Floats = npt.NDArray[np.float64]


def score_weights(archive: Archive, asked: Sequence[Asked]) -> float:
    """The mean reciprocal rank of the search as it is, averaged over the sets."""
    figures = []
    for source in SETS:
        part = [a for a in asked if a.source == source]
        found = ([Place(h.article, h.span) for h in find_hits(archive, a)] for a in part)
        ranks = [rank(a, hits[:LIMIT]) for a, hits in zip(part, found, strict=True)]
        figures.append(sum(map(COUNTS["mrr"], ranks)) / len(part))
    return sum(figures) / len(figures)


def fit_order(archive: Archive, asked: Sequence[Asked]) -> Agreement:
    """The weights under which right passages have the largest share of a softmax over all."""
    examples = []
    reader = PassageReader()
    for each in asked:
        hits = find_hits(archive, each)
        articles = {a.id: a for a in archive.articles({hit.article for hit in hits})}
        agreements = np.array(measure_agreement(hits, want(each), articles, reader))
        right = np.array([is_right(each, Place(hit.article, hit.span)) for hit in hits])
        if right.any() and not right.all():
            share = 1 / sum(other.source == each.source for other in asked) / len(SETS)
            examples.append((agreements, right, share))
    return Agreement(*(round(float(weight), 1) for weight in _climb(examples)))


def _climb(examples: Sequence[tuple[Floats, npt.NDArray[np.bool_], float]]) -> Floats:
    weights = np.zeros(len(Agreement._fields))
    speed = np.zeros_like(weights)
    for _ in range(ROUNDS):
        slope = -DECAY * weights
        for agreements, right, share in examples:
            scores = agreements @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            of_right = chances * right / (chances @ right)
            slope += share * (of_right - chances) @ agreements
        speed = MOMENTUM * speed + slope
        weights = weights + STEP * speed
    return weights


def main(data: Path = Path("../shared/data"), every: int = 1) -> None:
    """Prints a line for each choice, then the fitted weights."""
    claims, pages = read_claims(data / "verification")
    asked = [claim for claim in claims if not claim.held_out][::every]
    with tempfile.TemporaryDirectory() as folder, Archive.open(folder, create=True) as archive:
        fill(archive, [*pages, *read_newsroom()[1], *read_other_news(data)])
        for names, numbers, dates in product(NAMES, NUMBERS, DATES):
            with mock.patch.multiple(
                terms, NAME_WEIGHT=names, NUMBER_WEIGHT=numbers, DATE_WEIGHT=dates
            ):
                print(f"{names} {numbers} {dates}: {score_weights(archive, asked):.4f}")
        print(fit_order(archive, asked))


if __name__ == "__main__":
    typer.run(main)
