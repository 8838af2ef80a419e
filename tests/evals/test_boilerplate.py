"""The boilerplate evaluation: plants stand where it says, and its figures can fall."""

import random

from evals.boilerplate import Dressed, World, measure
from evals.notices import MAKERS
from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage import Edge, Family, Lineage, Relation
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article

SENTENCES = ["One sentence of a notice stands here.", "Another one follows it at once."]


def _world() -> World:
    texts = [article(str(k), t, language="en") for k, t in enumerate((HARBOUR, ORCHARD, BRIDGE))]
    return World(random.Random(1), texts, [])


def test_a_plant_stands_where_it_says() -> None:
    world = _world()
    for at_end in (True, False):
        world.put("A notice.", "Outlet", "newsletter_2", "group", at_end)
    for dressed in world.dressed:
        assert dressed.span.of(dressed.article.text) == "A notice."
        assert dressed.article.outlet == "Outlet"


def test_notices_vary_as_their_makers_vary_them() -> None:
    titles = [f"Headline number {k} of the paper" for k in range(9)]
    rng = random.Random(1)
    versions = {}
    for kind, make in MAKERS.items():
        write = make(rng, SENTENCES, titles)
        versions[kind] = {write(rng) for _ in range(20)}
    assert len(versions["newsletter"]) == 1
    assert all(len(versions[k]) > 3 for k in ("biography", "disclaimer", "reading_list"))


def test_figures_can_fall() -> None:
    world = _world()
    kinds = ["newsletter_2", "newsletter_2", "story", "story", "quotation", "background"]
    for number, kind in enumerate(kinds):
        each = Article(str(number), "x" * 100)
        world.dressed.append(Dressed(each, kind, kind, Span(0, 10)))
    edge = Edge("0", "1", Relation.EXCERPT, 0.1, 0.1, 0.9, False)
    marked = {"0": (Boilerplate(Span(0, 20), "a notice"),), "1": ()}
    figures = measure(world, Lineage((Family("f", "1", ("0", "1"), (edge,)),), marked))
    assert figures["learned_recall"] == 0.5
    assert figures["kept_apart"] == 0.0
    assert figures["reprints_found"] == 0.0
    assert figures["false_share"] == round(10 / (2 * 90 + 4 * 100), 5)
