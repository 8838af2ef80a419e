"""A family as a tree for a page: from the probable first article down, a line for each article."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.lineage.family import Edge, Family
from secondsource.report.shelf import Label, Shelf
from secondsource.report.wording import say_relation

LEAVES = 8  # articles that gave nothing on, of one parent: the others are told by their number
_LINES = 80
_DEEPEST = 6  # steps to the right; deeper ones stay there, or lines would have no room


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tree: an article, how it came by the text, how far to the right it stands.

    `more` counts the articles that took the text from the same and gave nothing on, which are
    told together; then there is no article, and `id` is that of the one they took it from.
    """

    id: str
    label: Label
    depth: int
    relation: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Descent:
    """The lines of a tree, and how many articles of the family stand on none of them."""

    lines: tuple[Line, ...]
    untold: int


def trace_descent(family: Family, shelf: Shelf, limit: int = _LINES) -> Descent:
    """Who took the text from whom, each article once, under the one it surest took it from.

    Args:
        family: what to show.
        shelf: its articles.
        limit: the most lines.
    """
    below = _find_children(family)
    lines: list[Line] = []
    told = 0
    for line in _walk(family, shelf, below):
        if len(lines) == limit:
            break
        lines.append(line)
        told += line.more or 1
    return Descent(tuple(lines), len(set(family.articles)) - told)


def _find_children(family: Family) -> dict[str, list[Edge]]:
    """For each article the ties to those that took from it, in the order of the family."""
    best: dict[str, Edge] = {}
    members = set(family.articles)
    for edge in family.edges:
        child = edge.child
        if child == family.root or not {child, edge.parent} <= members:
            continue
        known = best.get(child)
        if known is None or _rank(edge) > _rank(known):
            best[child] = edge
    below: dict[str, list[Edge]] = defaultdict(list)
    for child in family.articles:
        if child in best:
            below[best[child].parent].append(best[child])
    return below


def _rank(edge: Edge) -> tuple[bool, float, float]:
    return edge.directed, edge.confidence, edge.coverage


def _walk(family: Family, shelf: Shelf, below: Mapping[str, Sequence[Edge]]) -> Iterator[Line]:
    """Every article once, the root and what came from it first, then those tied to none."""
    seen: set[str] = set()
    for top in (family.root, *family.articles):
        if top not in seen:
            yield from _walk_down(top, shelf, below, seen)


def _walk_down(
    top: str, shelf: Shelf, below: Mapping[str, Sequence[Edge]], seen: set[str]
) -> Iterator[Line]:
    """The lines of one tree; without recursion, as chains of copies can be long."""
    todo = [Line(top, shelf.label(top), 0)]
    while todo:
        line = todo.pop()
        yield line
        if line.more:
            continue
        seen.add(line.id)
        depth = min(line.depth + 1, _DEEPEST)
        children = [edge for edge in below.get(line.id, ()) if edge.child not in seen]
        seen.update(edge.child for edge in children)
        shown = _choose_shown(children, below)
        rest = len(children) - len(shown)
        if rest:
            todo.append(Line(line.id, line.label, depth, more=rest))
        todo += [
            Line(edge.child, shelf.label(edge.child), depth, say_relation(edge))
            for edge in reversed(shown)
        ]


def _choose_shown(children: Sequence[Edge], below: Mapping[str, Sequence[Edge]]) -> list[Edge]:
    """All children that gave the text on, and a few of those that did not."""
    leaves = [edge.child for edge in children if not below.get(edge.child)]
    folded = set(leaves[LEAVES:])
    return [edge for edge in children if edge.child not in folded]
