"""Text reuse: copies of every kind planted into the texts of a data folder, and found again.

    python -m evals.reuse --data ../shared/data

Sources and hosts are texts that share nothing with any other (found by a first pass without
plants, so that natural copies do not blur the count). Articles without an outlet get one of
forty, and half of all articles their outlet's footer. `recall` is, for each kind, the share of planted articles
that have a path of edges to (each of) their source within one family; `precision` the share of
edges, among those that touch a plant or a source, which tie articles made of one text.
The seed is fixed. Prints one JSON object as its last line.
"""

import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from evals.planting import KINDS, Planted, add_footers, merge, plant
from evals.texts import read_articles
from secondsource.article import Article
from secondsource.lineage import Family, find_families

MERGED_FROM = 3
_WORDS = (150, 5000)
_FOOTERS = 40


def main(data: Path = Path("../shared/data"), each: int = 50, seed: int = 20190218) -> None:
    """Prints recall by kind and precision."""
    figures = evaluate(read_articles(data), each, random.Random(seed))
    print(json.dumps(figures))


def evaluate(articles: Sequence[Article], each: int, rng: random.Random) -> dict[str, object]:
    """The figures for `each` plants of every kind among the articles (fewer if they run out)."""
    alone = _alone(articles)
    rng.shuffle(alone)
    each = min(each, len(alone) // (2 * len(KINDS) + MERGED_FROM + 2))
    planted, used_hosts = _plant_all(rng, alone, each)
    kept = [article for article in articles if article.id not in used_hosts]
    corpus = add_footers(rng, [*kept, *(p.article for p in planted)], _FOOTERS)
    families = find_families(corpus)
    return {
        "recall": _recall(planted, families),
        "precision": _precision(planted, families),
        "articles": len(corpus),
        "planted": len(planted),
    }


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


def _recall(planted: Iterable[Planted], families: Sequence[Family]) -> dict[str, float]:
    together = {
        frozenset((edge.child, edge.parent)) for family in families for edge in family.edges
    }
    hits: dict[str, list[float]] = {}
    for plant_ in planted:
        found = [frozenset((plant_.article.id, s)) in together for s in plant_.sources]
        hits.setdefault(plant_.kind, []).append(sum(found) / len(found))
    return {kind: round(sum(h) / len(h), 4) for kind, h in hits.items()}


def _precision(planted: Iterable[Planted], families: Sequence[Family]) -> float:
    right = {frozenset((p.article.id, source)) for p in planted for source in p.sources}
    concerned = {article for pair in right for article in pair}
    found = {
        frozenset((edge.child, edge.parent))
        for family in families
        for edge in family.edges
        if edge.child in concerned or edge.parent in concerned
    }
    return round(len(found & right) / max(1, len(found)), 4)


if __name__ == "__main__":
    typer.run(main)
