"""Text reuse: copies of every kind planted into the texts of a data folder, and found again.

    python -m evals.reuse --data ../shared/data

Sources and hosts are texts that share nothing with any other (found by a first pass without
plants, so that natural copies do not blur the count). Articles without an outlet get one of
forty, and half of all articles their outlet's footer. `recall` is, for each kind, the share
of planted articles
tied by an edge to (each of) their source; `precision` the share of edges, among those that
touch a plant or a source, which tie articles made of one text.
`natural` and `basil` are the figures of `evals.natural`, on copies that nobody planted.
The seed is fixed. Prints one JSON object as its last line.
"""

import json
import random
from collections.abc import Iterable, Sequence, Set
from pathlib import Path

import typer

from evals.natural import evaluate as evaluate_natural
from evals.planting import KINDS, Planted, add_footers, merge, plant
from evals.texts import read_articles
from secondsource.article import Article
from secondsource.lineage import find_families

Pair = frozenset[str]
MERGED_FROM = 3
_WORDS = (150, 5000)
_FOOTERS = 40


def main(data: Path = Path("../shared/data"), each: int = 50, seed: int = 20190218) -> None:
    """Prints recall by kind and precision."""
    figures = evaluate(read_articles(data), each, random.Random(seed))
    print(json.dumps({**figures, **evaluate_natural(data)}))


def evaluate(articles: Sequence[Article], each: int, rng: random.Random) -> dict[str, object]:
    """The figures for `each` plants of every kind among the articles (fewer if they run out)."""
    corpus, planted = build_corpus(articles, each, rng)
    families = find_families(corpus)
    found = {frozenset((edge.child, edge.parent)) for f in families for edge in f.edges}
    return {
        "recall": measure_recall(planted, found),
        "precision": measure_precision(planted, found),
        "articles": len(corpus),
        "planted": len(planted),
    }


def build_corpus(
    articles: Sequence[Article], each: int, rng: random.Random
) -> tuple[list[Article], list[Planted]]:
    """The articles with plants and footers among them, and what was planted."""
    alone = _alone(articles)
    rng.shuffle(alone)
    each = min(each, len(alone) // (2 * len(KINDS) + MERGED_FROM))
    planted, used_hosts = _plant_all(rng, alone, each)
    kept = [article for article in articles if article.id not in used_hosts]
    return add_footers(rng, [*kept, *(p.article for p in planted)], _FOOTERS), planted


def _alone(articles: Sequence[Article]) -> list[Article]:
    """Articles of fair length that share text with no other."""
    tied = {article for family in find_families(articles) for article in family.articles}
    low, high = _WORDS
    return [a for a in articles if a.id not in tied and low <= len(a.text.split()) <= high]


def _plant_all(
    rng: random.Random, alone: list[Article], each: int
) -> tuple[list[Planted], set[str]]:
    """Plants of every kind, and the ids of the hosts that live on only within them."""
    planted: list[Planted] = []
    hosts: set[str] = set()
    for kind in KINDS:
        for number in range(each):
            source, host = alone.pop(), alone.pop()
            hosts.add(host.id)
            planted.append(plant(rng, kind, source, host, number))
    for number in range(each):
        if len(alone) >= MERGED_FROM:
            planted.append(merge(rng, [alone.pop() for _ in range(MERGED_FROM)], number))
    return planted, hosts


def measure_recall(planted: Iterable[Planted], found: Set[Pair]) -> dict[str, float]:
    """For each kind the share of plants tied to their source (of merged ones: to each)."""
    hits: dict[str, list[float]] = {}
    for plant_ in planted:
        tied = [frozenset((plant_.article.id, source)) in found for source in plant_.sources]
        hits.setdefault(plant_.kind, []).append(sum(tied) / len(tied))
    return {kind: round(sum(shares) / len(shares), 4) for kind, shares in hits.items()}


def measure_precision(planted: Iterable[Planted], found: Set[Pair]) -> float:
    """The share of right pairs among those found that touch a plant or a source."""
    right = {frozenset((p.article.id, source)) for p in planted for source in p.sources}
    concerned = {article for pair in right for article in pair}
    touching = {pair for pair in found if pair & concerned}
    return round(len(touching & right) / max(1, len(touching)), 4)


if __name__ == "__main__":
    typer.run(main)
