"""The reuse evaluation: what it plants is what it says, and its figures can fall."""

import random

import pytest

from evals.planting import (
    KINDS,
    Planted,
    add_footers,
    edit_words,
    paragraphs,
    plant,
    split_words,
)
from evals.reuse import (
    evaluate,
    evaluate_languages,
    measure_precision,
    measure_recall,
    plant_world,
)
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one two three", ["one", "two", "three"]),
        ("港口关闭到五月", ["港口", "关闭", "到五", "月"]),
        ("记者在BBC说", ["记者", "在", "BBC", "说"]),
        ("ท่าเรือปิด", ["ท่าเร", "ือปิด"]),
    ],
)
def test_words_of_scripts_with_and_without_spaces(text: str, words: list[str]) -> None:
    found, joint = split_words(text)
    assert found == words
    assert joint.join(found) == text


@pytest.mark.parametrize("kind", ["edited_10", "merged"])
def test_a_world_names_its_plants(kind: str) -> None:
    articles = [Article(f"a{k}", f"{BRIDGE} {k}", language="en") for k in range(10)]
    world, planted = plant_world(random.Random(1), articles, kind)
    ids = {article.id for article in world}
    assert len(ids) == len(world)
    assert planted
    for plant_ in planted:
        assert {plant_.article.id, *plant_.sources} <= ids
        assert plant_.kind == kind


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


def test_too_few_texts_give_no_figure() -> None:
    articles = [Article("a", HARBOUR, language="en"), Article("b", ORCHARD, language="en")]
    figures = evaluate(articles, 50, random.Random(1))
    assert (figures["recall"], figures["precision"]) == ({}, None)
    nothing: dict[str, object] = {"recall_by_language": {}, "precision_by_language": {}}
    assert evaluate_languages(articles, random.Random(1)) == nothing
