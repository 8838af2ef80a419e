"""Sentences of the data folder that are labelled here by reference: place and hash, no text.

A table of labels names an article, where a sentence starts in it, its length, and the first
twelve signs of the SHA-256 of its text, so that a label never falls on other words than those
it was given to. The labels were given by one reader, before the rules were written.
"""

import csv
import hashlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.texts import read_basil, read_fnc1, read_golunov, read_polnear
from secondsource.article import Article, Span
from secondsource.reading.read import read_article
from secondsource.reading.statement import Statement

_READERS = {
    "bias/basil": read_basil,
    "stance/fnc1": read_fnc1,
    "corpora/golunov": read_golunov,
    "attribution/polnear": read_polnear,
}
_DATED = len("golunov-2017-01-01")
SEED_DAY = "2019-02-18"


@dataclass(frozen=True, slots=True)
class Referred:
    """One labelled stretch of an article, the statements found in it, and the label's columns."""

    article: Article
    span: Span
    statements: tuple[Statement, ...]
    labels: Mapping[str, str]

    @property
    def text(self) -> str:
        """The words that were labelled."""
        return self.span.of(self.article.text)


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table of labels that lies beside this module."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_referred(name: str, data: Path) -> list[Referred]:
    """The labelled sentences whose articles are in the folder, with what reading makes of them.

    Sentences that are not there, or no longer have the words that were labelled, are left out
    and counted on the error stream.
    """
    rows = read_table(name)
    articles = _find_articles({row["article"] for row in rows}, data)
    placed = [(row, article) for row in rows if (article := _place(row, articles))]
    named = {article.id: article for _, article in placed}
    read = {name: read_article(article) for name, article in named.items()}
    print(f"{name}: {len(placed)} of {len(rows)} sentences found", file=sys.stderr)
    return [_refer(row, article, read[article.id]) for row, article in placed]


def _find_articles(wanted: set[str], data: Path) -> dict[str, list[Article]]:
    found: dict[str, list[Article]] = {}
    for article in _read_all(data):
        name = article.id[:_DATED] if article.id.startswith("golunov-") else article.id
        if name in wanted:
            found.setdefault(name, []).append(article)
    return found


def _read_all(data: Path) -> Iterable[Article]:
    seed = data.parent / "seed" / "article.txt"
    if seed.is_file():
        text = seed.read_text(encoding="utf-8")
        yield Article("seed", text, published=SEED_DAY, language="en")
    for folder, reader in _READERS.items():
        if (data / folder).is_dir():
            yield from reader(data / folder)


def _span(row: Mapping[str, str]) -> Span:
    return Span(int(row["start"]), int(row["start"]) + int(row["length"]))


def _place(row: Mapping[str, str], articles: Mapping[str, list[Article]]) -> Article | None:
    """The article that has the labelled words at their place."""
    for article in articles.get(row["article"], ()):
        words = _span(row).of(article.text).encode("utf-8", "replace")
        if hashlib.sha256(words).hexdigest().startswith(row["hash"]):
            return article
    return None


def _refer(row: Mapping[str, str], article: Article, read: Iterable[Statement]) -> Referred:
    span = _span(row)
    inside = tuple(s for s in read if measure_overlap(s.span, span) * 2 >= len(s.span))
    touching = tuple(s for s in read if s.span.overlaps(span))
    return Referred(article, span, inside or touching, row)


def measure_overlap(left: Span, right: Span) -> int:
    """How many code points two stretches have in common."""
    return max(0, min(left.end, right.end) - max(left.start, right.start))
