"""Ties that lead round in a circle decide nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
    """The numbers of directed edges that lie in a circle.

    An edge does when a way leads back from its end to its start, which is so when both are in
    one strongly connected component; one that only leads from a circle to another does not.
    """
    parents: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.directed:
            parents[edge.child].append(edge.parent)
    component = _number_components(parents)
    return {
        k
        for k, edge in enumerate(edges)
        if edge.directed and component[edge.child] == component[edge.parent]
    }


def _number_components(parents: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The strongly connected component of each article, by two walks (Kosaraju 1978)."""
    children: dict[str, list[str]] = defaultdict(list)
    for child, of_child in parents.items():
        for parent in of_child:
            children[parent].append(child)
    order = list(_walk([*parents, *children], parents, set()))
    component: dict[str, int] = {}
    seen: set[str] = set()
    for number, start in enumerate(reversed(order)):
        component.update(dict.fromkeys(_walk([start], children, seen), number))
    return component


def _walk(
    starts: Sequence[str], ways: Mapping[str, Sequence[str]], seen: set[str]
) -> Iterator[str]:
    """All that can be reached and was not seen, each article after what it leads to."""
    for start in starts:
        stack = [] if start in seen else [(start, iter(ways.get(start, ())))]
        seen.add(start)
        while stack:
            article, rest = stack[-1]
            after = next((other for other in rest if other not in seen), None)
            if after is None:
                stack.pop()
                yield article
            else:
                seen.add(after)
                stack.append((after, iter(ways.get(after, ()))))
