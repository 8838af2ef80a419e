"""The reuse evaluation: what it plants is what it says, and its figures can fall."""

import random

import pytest

from evals.planting import KINDS, Planted, add_footers, edit_words, paragraphs, plant
from evals.reuse import measure_precision, measure_recall
from secondsource.article import Article
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD


@pytest.mark.parametrize("share", [0.01, 0.1, 0.2])
def test_edits_change_the_share_they_say(share: float) -> None:
    text = " ".join(f"word{k}" for k in range(500)).replace("0", "o")
    words = text.split()
    kept = set(words) & set(edit_words(random.Random(1), text, share).split())
    assert len(words) * (1 - share) * 0.97 <= len(kept) <= len(words) * (1 - share / 2)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_plants_hold_words_of_their_source(kind: str) -> None:
    source, host = Article("source", HARBOUR), Article("host", BRIDGE)
    planted = plant(random.Random(1), kind, source, host, 0)
    shared = set(planted.article.text.split()) & set(HARBOUR.split())
    assert planted.sources == ("source",)
    assert len(shared) > 12
    assert (kind == "exact") == (planted.article.text == HARBOUR)


def test_paragraphs_of_a_text_without_breaks() -> None:
    assert paragraphs("One. Two. Three. Four. Five.") == ["One. Two. Three.", "Four. Five."]


def test_footers_go_with_the_outlet() -> None:
    articles = [Article(str(k), f"text {k}", outlet="One") for k in range(20)]
    dressed = add_footers(random.Random(1), articles, 3)
    tails = {a.text.split("\n\n")[1] for a in dressed if "\n\n" in a.text}
    assert len(tails) == 1
    assert 0 < sum("\n\n" in a.text for a in dressed) < 20


def test_figures_can_fall() -> None:
    planted = [Planted(Article("p", ORCHARD), "exact", ("s",))]
    right, wrong = frozenset(("p", "s")), frozenset(("p", "x"))
    assert measure_recall(planted, {right}) == {"exact": 1.0}
    assert measure_recall(planted, {wrong}) == {"exact": 0.0}
    assert measure_precision(planted, {right, wrong}) == 0.5
