"""Circles of ties: what goes round is undecided, what only leads from circle to circle is not."""

from itertools import pairwise

import pytest

from secondsource.lineage import Edge, Relation
from secondsource.lineage.circles import open_circles


def tie(child: str, parent: str, directed: bool = True) -> Edge:
    return Edge(child, parent, Relation.CREDIT, 0.0, 0.0, 0.9, directed)


CASES: tuple[tuple[str, str, str], ...] = (
    ("a chain decides", "ab bc cd", ""),
    ("two that credit each other", "ab ba", "ab ba"),
    ("a circle of three", "ab bc ca", "ab bc ca"),
    ("what hangs on a circle decides", "ab bc ca xa cy", "ab bc ca"),
    ("the tie between two circles decides", "ab ba bx xy yx", "ab ba xy yx"),
    ("a way over an article between two circles decides", "ab ba bm mx xy yx", "ab ba xy yx"),
    ("two circles with a common article", "ab ba ac ca", "ab ba ac ca"),
    ("a short cut through a circle is part of it", "ab bc cd da bd", "ab bc cd da bd"),
)


@pytest.mark.parametrize(("ties", "circular"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_only_ties_that_lead_back_are_undecided(ties: str, circular: str) -> None:
    opened = open_circles([tie(*ends) for ends in ties.split()])
    assert " ".join(e.child + e.parent for e in opened if not e.directed) == circular
    signalled = [e for e in opened if any(s.name == "ties_in_a_circle" for s in e.signals)]
    assert [e for e in opened if not e.directed] == signalled


def test_what_was_undecided_before_leads_nowhere() -> None:
    opened = open_circles([tie("a", "b"), tie("b", "c"), tie("c", "a", directed=False)])
    assert [e.directed for e in opened] == [True, True, False]


def test_a_long_chain_and_a_large_circle_are_walked_without_recursion() -> None:
    names = [f"n{k:05}" for k in range(3_000)]
    chain = [tie(a, b) for a, b in pairwise(names)]
    assert all(e.directed for e in open_circles(chain))
    assert not any(e.directed for e in open_circles([*chain, tie(names[-1], names[0])]))
