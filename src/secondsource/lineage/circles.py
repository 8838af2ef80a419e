"""Ties that lead round in a circle decide nothing."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.article import Signal
from secondsource.lineage.family import Edge

_SENTENCE = "Followed from article to article, the ties lead back here: who was first is not known."


def open_circles(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges, those undecided that go round: A credits B, B credits C, C credits A."""
    circular = _find_circular(edges)
    signal = Signal("ties_in_a_circle", 0.0, _SENTENCE)
    return tuple(
        replace(edge, directed=False, signals=(*edge.signals, signal)) if k in circular else edge
        for k, edge in enumerate(edges)
    )


def _find_circular(edges: Sequence[Edge]) -> set[int]:
    """The numbers of directed edges that lie in a circle, or on a way between two circles."""
    directed = {k for k, edge in enumerate(edges) if edge.directed}
    upwards = _strip(directed, {k: (edges[k].child, edges[k].parent) for k in directed})
    return _strip(upwards, {k: (edges[k].parent, edges[k].child) for k in upwards})


def _strip(left: set[int], ends: Mapping[int, tuple[str, str]]) -> set[int]:
    """Without the edges that start where, once others are taken away, none arrives."""
    leaving: dict[str, list[int]] = defaultdict(list)
    for k in left:
        leaving[ends[k][0]].append(k)
    arriving = Counter(ends[k][1] for k in left)
    todo = [article for article in leaving if not arriving[article]]
    gone: set[int] = set()
    while todo:
        for k in leaving.get(todo.pop(), ()):
            gone.add(k)
            arriving[ends[k][1]] -= 1
            if not arriving[ends[k][1]]:
                todo.append(ends[k][1])
    return left - gone
