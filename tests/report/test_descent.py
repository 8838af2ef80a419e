"""Families as trees: each article once, many copies of one told by their number."""

from itertools import pairwise

import pytest

from secondsource.article import Article
from secondsource.lineage import Edge, Family, Relation
from secondsource.report.descent import LEAVES, trace_descent
from secondsource.report.shelf import make_shelf


def _edge(child: str, parent: str, confidence: float = 0.9, *, directed: bool = True) -> Edge:
    return Edge(child, parent, Relation.COPY, 1.0, 1.0, confidence, directed)


def _show(root: str, members: str, *edges: Edge, limit: int = 80) -> tuple[list[str], int]:
    """Each line as its depth in dots and its article; the number of those on no line."""
    family = Family("family", root, tuple(members.split()), edges)
    shelf = make_shelf(None, [Article(id_, "", title=id_) for id_ in family.articles])
    found = trace_descent(family, shelf, limit)
    lines = ["." * line.depth + (f"+{line.more}" if line.more else line.id) for line in found.lines]
    return lines, found.untold


@pytest.mark.parametrize(
    ("edges", "lines"),
    [
        ([_edge("b", "a"), _edge("c", "b")], ["a", ".b", "..c"]),
        ([_edge("b", "a"), _edge("c", "a")], ["a", ".b", ".c"]),
        # The surest tie decides, and one with a direction before one without.
        ([_edge("b", "a"), _edge("c", "a", 0.5), _edge("c", "b", 0.9)], ["a", ".b", "..c"]),
        ([_edge("b", "a"), _edge("c", "b", 1.0, directed=False), _edge("c", "a", 0.5)],
         ["a", ".b", ".c"]),
        # Tied to nobody who is told: it stands by itself.
        ([_edge("b", "a")], ["a", ".b", "c"]),
        # A circle ends.
        ([_edge("b", "c"), _edge("c", "b")], ["a", "b", ".c"]),
    ],
)  # fmt: skip
def test_each_article_stands_once(edges: list[Edge], lines: list[str]) -> None:
    assert _show("a", "a b c", *edges) == (lines, 0)


def test_many_copies_are_told_by_their_number() -> None:
    copies = [f"copy{n}" for n in range(500)]
    edges = [_edge(copy, "a") for copy in copies]
    lines, untold = _show("a", " ".join(["a", *copies]), *edges)
    assert lines == ["a", *(f".{copy}" for copy in copies[:LEAVES]), f".+{500 - LEAVES}"]
    assert untold == 0


def test_a_long_chain_is_cut_and_the_rest_counted() -> None:
    chain = [f"n{n}" for n in range(3_000)]
    edges = [_edge(child, parent) for parent, child in pairwise(chain)]
    lines, untold = _show("n0", " ".join(chain), *edges, limit=5)
    assert lines == ["n0", ".n1", "..n2", "...n3", "....n4"]
    assert untold == 2_995
