"""Parents: an article of several stories is merged, one of several versions of a story is not."""

from secondsource.lineage import Relation, find_families
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
