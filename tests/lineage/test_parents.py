"""Parents: an article of several stories is merged, one of several versions of a story is not."""

from secondsource.article import Span
from secondsource.lineage import Edge, Relation, Stretch, find_families
from secondsource.lineage.parents import choose_parents
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article

_OPENING, _MIDDLE, _END = HARBOUR.split("\n\n")


def _relations(first: str, second: str, taken: str) -> set[Relation]:
    articles = [
        article("first", first, published="2024-03-05"),
        article("second", second, published="2024-03-05"),
        article("taker", taken, published="2024-03-07"),
    ]
    edges = [edge for family in find_families(articles) for edge in family.edges]
    return {edge.relation for edge in edges if edge.child == "taker"}


def test_two_stories_are_merged() -> None:
    taken = f"{_OPENING}\n\n{ORCHARD.split(chr(10))[0]}"
    assert _relations(HARBOUR, ORCHARD, taken) == {Relation.MERGED}


def test_two_versions_of_one_story_are_not() -> None:
    # each version has a paragraph of its own; both have the middle one
    first, second = f"{_OPENING}\n\n{_MIDDLE}\n\n{BRIDGE}", f"{_MIDDLE}\n\n{_END}\n\n{ORCHARD}"
    assert _relations(first, second, f"{_OPENING}\n\n{_END}") == {Relation.EXCERPT}


def test_of_two_ties_of_a_translation_the_earlier_stays() -> None:
    whole = (Stretch(Span(0, 500), Span(0, 500)),)

    def tie(child: str, parent: str, relation: Relation) -> Edge:
        return Edge(child, parent, relation, 1.0, 1.0, 0.9, True, (), whole)

    edges = [
        tie("de", "edited", Relation.TRANSLATION),
        tie("de", "original", Relation.TRANSLATION),
        tie("de", "first", Relation.TRANSLATION),
        tie("edited", "original", Relation.EDITED),
    ]
    articles = [article(name, "x" * 500) for name in ("first", "original", "edited", "de")]
    kept = {(edge.child, edge.parent) for edge in choose_parents(articles, edges)}
    assert kept == {("de", "first"), ("edited", "original"), ("de", "original")}


def test_a_parent_that_gave_it_comes_before_one_that_may_have() -> None:
    whole = (Stretch(Span(0, 500), Span(0, 500)),)
    edges = [
        Edge("child", "reprint", Relation.EDITED, 0.95, 0.95, 0.9, False, (), whole),
        Edge("child", "agency", Relation.EDITED, 0.95, 0.95, 0.9, True, (), whole),
        Edge("reprint", "agency", Relation.EDITED, 0.95, 0.95, 0.9, True, (), whole),
    ]
    articles = [article(name, HARBOUR) for name in ("reprint", "agency", "child")]
    chosen = {(edge.child, edge.parent) for edge in choose_parents(articles, edges)}
    assert chosen == {("child", "agency"), ("reprint", "agency")}
