"""Notices as outlets put them under, over and into unrelated articles. Seeded.

What a notice says does not matter to lineage, only that it is repeated and where it stands. So
its sentences are taken from articles that are used for nothing else: no two notices share words.
"""

import random
from collections.abc import Callable, Sequence

Notice = Callable[[random.Random], str]
Maker = Callable[[random.Random, Sequence[str], Sequence[str]], Notice]
"""Given a source of chance, some sentences and the headlines of other articles, one outlet's
notice: a function that writes it again for each article, as its makers do."""


def make_newsletter(
    _rng: random.Random, sentences: Sequence[str], _titles: Sequence[str]
) -> Notice:
    """The same words each time."""
    text = " ".join(sentences[:2])
    return lambda _again: text


def make_biography(_rng: random.Random, sentences: Sequence[str], _titles: Sequence[str]) -> Notice:
    """Two lines on the author, between them a number that changes with time."""
    return lambda again: f"{sentences[0]} For {again.randint(2, 30)} years. {sentences[1]}"


def make_disclaimer(
    _rng: random.Random, sentences: Sequence[str], _titles: Sequence[str]
) -> Notice:
    """Two sentences, with the year of the page."""
    text = " ".join(sentences[:2])
    return lambda again: f"{text} Page of {again.randint(2010, 2024)}."


def make_reading_list(
    rng: random.Random, _sentences: Sequence[str], titles: Sequence[str]
) -> Notice:
    """Four of six headlines, in the order in which they came out."""
    pool = rng.sample(titles, 6)

    def write(again: random.Random) -> str:
        shown = sorted(again.sample(range(6), 4))
        return "\n".join(["Read more:", *(pool[k] for k in shown)])

    return write


MAKERS: dict[str, Maker] = {
    "newsletter": make_newsletter,
    "biography": make_biography,
    "disclaimer": make_disclaimer,
    "reading_list": make_reading_list,
}
