"""The evaluation of quotations: what it plants is what it says, and its labels can be read."""

import random

from evals.quotation_planting import list_quotations, plant_pairs
from evals.quotations import PAIRS, _best_ratio, is_named, is_one
from secondsource.article import Article

_QUOTES = (
    "We will rebuild the old pier by next spring, and it will hold 30 boats, whatever they decide",
    "Nobody asked the fishermen what they thought about closing the northern market last year",
    "The council has paid 12 crowns for each of the boats that were lost during the long storm",
    "Every child in this town was taught to swim by the lighthouse keeper and his two daughters",
)
_ARTICLE = Article("a", "\n\n".join(f"“{text},” she said." for text in _QUOTES))


def test_each_kind_is_planted_and_can_be_told() -> None:
    pairs = list(plant_pairs(list_quotations([_ARTICLE]), 5, random.Random(1)))
    kinds = {pair.kind for pair in pairs}
    assert {"swapped", "dropped", "ellipsis", "number", "negation", "joined", None} <= kinds
    assert all(pair.before != pair.after for pair in pairs)
    planted = [pair for pair in pairs if pair.kind]
    assert sum(map(is_named, planted)) > 0.9 * len(planted)
    assert not any(is_one(p.before, p.after) for p in pairs if p.kind is None)


def test_the_same_seed_gives_the_same_pairs() -> None:
    quotations = list_quotations([_ARTICLE])
    first, second = (list(plant_pairs(quotations, 3, random.Random(7))) for _ in range(2))
    assert first == second


def test_labels_are_by_reference_only() -> None:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    assert len(lines) - 1 >= 60
    assert all(len(field.split()) == 1 for line in lines for field in line.split("\t"))


def test_the_baseline_is_given_its_best_threshold() -> None:
    assert _best_ratio([("abcd", "abcd", True), ("abcd", "wxyz", False)]) > 0
