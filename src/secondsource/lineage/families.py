"""From edges to families: strong ties join, excerpts add, and no chain of weak ties welds."""

from collections.abc import Mapping, Sequence

import numpy as np

from secondsource.article import Article, make_id
from secondsource.lineage.boilerplate import connect
from secondsource.lineage.edges import is_strong
from secondsource.lineage.family import Edge, Family
from secondsource.lineage.following import Reached, follow_down, index_by_parent


def build_families(articles: Sequence[Article], edges: Sequence[Edge]) -> tuple[Family, ...]:
    """Families: cores joined by strong edges, each with those that took an excerpt of it.

    An excerpt adds its article to the family that it was taken from, and so do those that
    took the same words from it in turn, as far as these words go: an article made of
    quotations from thirty stories belongs to thirty families and welds none of them together.
    """
    number = {article.id: k for k, article in enumerate(articles)}
    strong = [edge for edge in edges if is_strong(edge)]
    core_of = connect(
        len(articles),
        np.array([number[e.child] for e in strong], np.int64),
        np.array([number[e.parent] for e in strong], np.int64),
    )
    edges_of: dict[int, list[Edge]] = {}
    by_parent = index_by_parent(edges)
    for edge in edges:
        edges_of.setdefault(int(core_of[number[edge.parent]]), []).append(edge)
    for core, own in edges_of.items():
        excerpts = [e for e in own if core_of[number[e.child]] != core]
        further = _follow_excerpts(excerpts, by_parent)
        own += [e for e in further if core_of[number[e.child]] != core]
    members = _members(articles, core_of, edges_of)
    families = (_make_family(members[core], edges_of[core]) for core in sorted(edges_of))
    return tuple(families)


def _follow_excerpts(
    excerpts: Sequence[Edge], by_parent: Mapping[str, Sequence[Edge]]
) -> list[Edge]:
    """The edges over which others took the words of these excerpts from who has them."""
    start = [Reached(e.child, e, tuple(s.child for s in e.stretches)) for e in excerpts]
    return [reached.edge for reached in follow_down(start, by_parent)]


def _members(
    articles: Sequence[Article], core_of: np.ndarray, edges_of: dict[int, list[Edge]]
) -> dict[int, list[str]]:
    members: dict[int, list[str]] = {core: [] for core in edges_of}
    for article, core in zip(articles, core_of.tolist(), strict=True):
        if core in members:
            members[core].append(article.id)
    for core, edges in edges_of.items():
        inside = set(members[core])
        members[core] += dict.fromkeys(e.child for e in edges if e.child not in inside)
    return members


def _make_family(members: Sequence[str], edges: Sequence[Edge]) -> Family:
    """A family with its root: of the articles without a parent the one with most below it."""
    children: dict[str, list[str]] = {}
    for edge in edges:
        children.setdefault(edge.parent, []).append(edge.child)
    below = {edge.child for edge in edges}
    roots = [m for m in members if m not in below] or list(members)
    root = max(roots, key=lambda m: (_count_below(m, children), -members.index(m)))
    return Family(make_id("family", root), root, tuple(members), tuple(edges))


def _count_below(article: str, children: dict[str, list[str]]) -> int:
    seen, todo = {article}, [article]
    while todo:
        for child in children.get(todo.pop(), ()):
            if child not in seen:
                seen.add(child)
                todo.append(child)
    return len(seen) - 1
