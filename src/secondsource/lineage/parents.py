"""Of all that an article shares text with, the ones that it most likely took it from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from secondsource.article import Article, Span
from secondsource.lineage.circles import open_circles
from secondsource.lineage.compilations import turn_compilations
from secondsource.lineage.direction.direct import credits_outlet
from secondsource.lineage.family import Edge, Relation
from secondsource.lineage.quoted import only_quotes

# Set by hand; no measurement is recorded.
_NEW_CHARACTERS = 100  # about twenty words: what a further parent must explain
_MERGED_PARTS = (0.15, 0.8)  # what each parent of a merged article gave of it
_MERGED_SUM = 0.5  # what they gave together
_CREDITED = 2.0  # a credited parent comes before one with more of the text


def choose_parents(articles: Sequence[Article], edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """For each child the fewest parents that explain what it shares, best first.

    A copy of a copy shares as much with the first text as with the second; credits, then
    coverage, then a direction that is known, then the earlier date decide. Shared words come
    before a translation: who has the words of another translation did not make one. Credit edges
    without shared text stay only when no chosen parent leads to the same article.
    """
    order = {article.id: k for k, article in enumerate(articles)}
    by_child: dict[str, list[Edge]] = defaultdict(list)
    for edge in turn_compilations(edges):
        by_child[edge.child].append(edge)
    by_id = {article.id: article for article in articles}

    def rank(edge: Edge) -> tuple[bool, float, bool, int]:
        credit = credits_outlet(by_id[edge.child], by_id[edge.parent])
        return _rank(edge, order, credited=credit is not None)

    covering = {child: _cover(sorted(own, key=rank)) for child, own in by_child.items()}
    tied = {frozenset((e.child, e.parent)) for e in edges if e.stretches and not only_quotes(e)}
    chosen = {child: _mark_merged(own, tied) for child, own in covering.items()}
    kept = [
        edge
        for child in sorted(chosen, key=order.__getitem__)
        for edge in chosen[child]
        if edge.stretches or not _reached_otherwise(edge, chosen)
    ]
    return open_circles([*kept, *_bridge(sorted(edges, key=rank), kept)])


def _bridge(edges: Sequence[Edge], kept: Sequence[Edge]) -> Iterator[Edge]:
    """Translations left out above without which two articles were not tied in any way.

    Not every two translations of one text are compared, so that one which explains nothing
    new may be the only tie of its original. Of several such ties the first of `edges` stays.
    """
    group: dict[str, set[str]] = {}
    for edge in kept:
        _unite(group, edge)
    for edge in edges:
        if edge.relation is Relation.TRANSLATION and _unite(group, edge):
            yield edge


def _unite(group: dict[str, set[str]], edge: Edge) -> bool:
    """Whether an edge joins two groups of articles; from now on they are one."""
    child, parent = (group.setdefault(end, {end}) for end in (edge.child, edge.parent))
    if child is parent:
        return False
    small, large = sorted((child, parent), key=len)
    large |= small
    group.update(dict.fromkeys(small, large))
    return True


def _rank(edge: Edge, order: Mapping[str, int], credited: bool) -> tuple[bool, float, bool, int]:
    worth = round(edge.coverage, 1) + _CREDITED * credited
    return edge.relation is Relation.TRANSLATION, -worth, not edge.directed, order[edge.parent]


def _cover(ranked: Sequence[Edge]) -> list[Edge]:
    """Edges kept while each explains words that those before it do not."""
    kept: list[Edge] = []
    covered: list[Span] = []
    for edge in ranked:
        spans = [stretch.child for stretch in edge.stretches]
        explained = sum(count_outside(span, covered) for span in spans)
        if not (spans and covered) or explained >= _least_new(edge):
            kept.append(edge)
            covered += spans
    return kept


def _least_new(edge: Edge) -> float:
    """Code points that a further parent must explain; of whole translated sentences a third."""
    if edge.relation is not Relation.TRANSLATION:
        return _NEW_CHARACTERS
    return max(_NEW_CHARACTERS, sum(len(stretch.child) for stretch in edge.stretches) / 3)


def count_outside(span: Span, covered: Sequence[Span]) -> int:
    """How many code points of a span lie under none of the others."""
    outside, at = 0, span.start
    for other in sorted(covered):
        if other.end <= at or other.start >= span.end:
            continue
        outside += max(0, other.start - at)
        at = max(at, other.end)
    return outside + max(0, span.end - at)


def _mark_merged(edges: list[Edge], tied: Set[frozenset[str]]) -> list[Edge]:
    """Two or more parents that each gave a good part, and none the most: a merged article.

    Parents that share text with one another are versions of one story and count as one.
    """
    low, high = _MERGED_PARTS
    own = [edge for edge in edges if edge.stretches and not only_quotes(edge)]
    parts = [edge for edge in own if low <= edge.coverage <= high]
    apart: list[Edge] = []
    for edge in parts:
        if not any(frozenset((edge.parent, other.parent)) in tied for other in apart):
            apart.append(edge)
    if len(apart) < 2 or sum(edge.coverage for edge in apart) < _MERGED_SUM:
        return edges
    return [replace(e, relation=Relation.MERGED) if e in parts else e for e in edges]


def _reached_otherwise(edge: Edge, chosen: dict[str, list[Edge]]) -> bool:
    """Whether a credited article is also reached through another parent."""
    seen = {edge.child}
    todo = [e.parent for e in chosen[edge.child] if e is not edge and e.stretches]
    while todo:
        article = todo.pop()
        if article == edge.parent:
            return True
        if article not in seen:
            seen.add(article)
            todo += [e.parent for e in chosen.get(article, ())]
    return False
