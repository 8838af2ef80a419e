"""Sentences of news without labels, on which the shipped network learns from its teachers."""

import random
from collections.abc import Iterator
from pathlib import Path

from evals.sentence_data import read_babe, read_claimbuster, read_subjectivity
from evals.texts import read_fnc1, read_polnear
from secondsource.article import Article
from secondsource.models.trained_on import item_key
from secondsource.sentences import split_sentences

SIZE = 30_000
SEED = 3
_SHORTEST, _LONGEST = 25, 500
"""Code points: what is shorter is mostly no sentence, what is longer a list."""


def read_news(data: Path) -> Iterator[Article]:
    """The articles of PolNeAR and FNC-1."""
    yield from read_polnear(data / "attribution" / "polnear")
    yield from read_fnc1(data / "stance" / "fnc1")


def read_pool(data: Path) -> list[str]:
    """Different sentences of news in random order, none of them in a labelled collection."""
    labelled = _read_labelled(data)
    found = dict.fromkeys(
        text
        for article in read_news(data)
        for span in split_sentences(article.text, "en")
        if _SHORTEST <= len(text := span.of(article.text).strip()) <= _LONGEST
    )
    pool = [text for text in found if item_key(text) not in labelled]
    random.Random(SEED).shuffle(pool)
    return pool[:SIZE]


def _read_labelled(data: Path) -> set[int]:
    items = (*read_babe(data), *read_claimbuster(data), *read_subjectivity(data)["en"])
    return {item.key for item in items}
