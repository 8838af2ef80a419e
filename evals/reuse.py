"""Text reuse: copies of every kind planted into the texts of a data folder, and found again.

    python -m evals.reuse --data ../shared/data

Sources and hosts are texts that share nothing with any other (found by a first pass without
plants, so that natural copies do not blur the count). Articles without an outlet get one of
forty, and half of all articles their outlet's footer. `recall` is, for each kind, the share
of planted articles
tied by an edge to (each of) their source; `precision` the share of edges, among those that
touch a plant or a source, which tie articles made of one text.
`natural` and `basil` are the figures of `evals.natural`, on copies that nobody planted.
`recall_by_language` and `precision_by_language` say the same of documents of one language each
(ntrex, of 100 words or more): every kind is planted into a world of its own; `all` is the mean
over kinds. Under `many` are web pages in two dozen languages, Japanese and Korean among them
(fundus).
A figure is null, and a kind not there, where there are too few texts to plant into. The seed is
fixed. Prints one JSON object as its last line.
"""

import json
import random
import sys
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from pathlib import Path

import typer

from evals.natural import evaluate as evaluate_natural
from evals.planting import KINDS, Planted, add_footers, merge, plant, split_words
from evals.texts import read_articles, read_ntrex, read_pages
from secondsource.article import Article
from secondsource.lineage import find_families, trace

Pair = frozenset[str]
MERGED, MERGED_FROM = "merged", 3
NTREX, PAGES = "translation/ntrex", "pages/fundus"
_WORDS = (150, 5000)
_SHORT = (100, 5000)  # a headline and three sentences leave nothing when the headline is changed
_FOOTERS = 40
_LEFT_ALONE = 0.4


def main(data: Path = Path("../shared/data"), each: int = 50, seed: int = 20190218) -> None:
    """Prints recall by kind and precision."""
    figures = evaluate(read_articles(data), each, random.Random(seed))
    foreign = read_ntrex(data / NTREX) if (data / NTREX).is_dir() else []
    foreign += read_pages(data / PAGES)
    figures |= evaluate_languages(foreign, random.Random(seed))
    print(json.dumps({**figures, **evaluate_natural(data)}))


def evaluate(articles: Sequence[Article], each: int, rng: random.Random) -> dict[str, object]:
    """The figures for `each` plants of every kind among the articles (fewer if they run out)."""
    corpus, planted = build_corpus(articles, each, rng)
    if not planted:
        print(f"reuse: too few texts to plant into among {len(articles)}", file=sys.stderr)
    found = find_pairs(corpus)
    return {
        "recall": measure_recall(planted, found),
        "precision": measure_precision(planted, found),
        "articles": len(corpus),
        "planted": len(planted),
    }


def evaluate_languages(articles: Sequence[Article], rng: random.Random) -> dict[str, object]:
    """Recall of each kind and precision, by language; each kind in a world of its own."""
    recall: dict[str, dict[str, float]] = {}
    precision: dict[str, float | None] = {}
    for language in sorted({str(article.language) for article in articles}):
        alone = alone_in_family([a for a in articles if a.language == language], _SHORT)
        worlds = [plant_world(rng, alone, kind) for kind in (*KINDS, MERGED)]
        planted = [p for _, of_world in worlds for p in of_world]
        if not planted:
            print(f"reuse: too few texts in {language} to plant into", file=sys.stderr)
            continue
        found = {pair for world, _ in worlds for pair in find_pairs(world)}
        by_kind = measure_recall(planted, found)
        recall[language] = by_kind | {"all": round(sum(by_kind.values()) / len(by_kind), 4)}
        precision[language] = measure_precision(planted, found)
    return {"recall_by_language": recall, "precision_by_language": precision}


def plant_world(
    rng: random.Random, articles: Sequence[Article], kind: str
) -> tuple[list[Article], list[Planted]]:
    """The articles, three of five of them used for plants of one kind, and what was planted."""
    pool = rng.sample(articles, len(articles))
    planted: list[Planted] = []
    hosts: set[str] = set()
    while len(pool) > len(articles) * _LEFT_ALONE + MERGED_FROM:
        number = len(planted)
        if kind == MERGED:
            planted.append(merge(rng, [pool.pop() for _ in range(MERGED_FROM)], number))
        else:
            source, host = pool.pop(), pool.pop()
            hosts.add(host.id)
            planted.append(plant(rng, kind, source, host, number))
    kept = [article for article in articles if article.id not in hosts]
    named = [replace(p.article, id=f"{p.article.id}-{p.article.language}") for p in planted]
    planted = [replace(p, article=a) for p, a in zip(planted, named, strict=True)]
    return [*kept, *named], planted


def find_pairs(articles: Sequence[Article]) -> set[Pair]:
    """The pairs of articles that lineage ties."""
    edges = (edge for family in find_families(articles) for edge in family.edges)
    return {frozenset((edge.child, edge.parent)) for edge in edges}


def build_corpus(
    articles: Sequence[Article], each: int, rng: random.Random
) -> tuple[list[Article], list[Planted]]:
    """The articles with plants and footers among them, and what was planted."""
    alone = alone_in_family(articles, _WORDS)
    rng.shuffle(alone)
    each = min(each, len(alone) // (2 * len(KINDS) + MERGED_FROM))
    planted, used_hosts = _plant_all(rng, alone, each)
    kept = [article for article in articles if article.id not in used_hosts]
    return add_footers(rng, [*kept, *(p.article for p in planted)], _FOOTERS), planted


def alone_in_family(articles: Sequence[Article], words: tuple[int, int]) -> list[Article]:
    """Articles of so many words that share neither text nor a notice with another."""
    found = trace(articles)
    tied = {article for family in found.families for article in family.articles}
    tied.update(found.boilerplate)
    low, high = words
    lengths = {a.id: len(split_words(a.text)[0]) for a in articles}
    return [a for a in articles if a.id not in tied and low <= lengths[a.id] <= high]


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


def measure_precision(planted: Iterable[Planted], found: Set[Pair]) -> float | None:
    """The share of right pairs among those found that touch a plant or a source; None if none."""
    right = {frozenset((p.article.id, source)) for p in planted for source in p.sources}
    concerned = {article for pair in right for article in pair}
    touching = {pair for pair in found if pair & concerned}
    return round(len(touching & right) / len(touching), 4) if touching else None


if __name__ == "__main__":
    typer.run(main)
