"""The same words followed from article to article, over the stretches of edge after edge."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.lineage.family import Edge

LEAST = 100  # code points, about twenty words: fewer are no longer followed


@dataclass(frozen=True, slots=True)
class Reached:
    """An article to which words were followed: over which edge, and where they stand in it."""

    article: str
    edge: Edge
    spans: tuple[Span, ...]


def index_by_parent(edges: Iterable[Edge]) -> Mapping[str, Sequence[Edge]]:
    """For each parent the edges that end in it."""
    index: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        index[edge.parent].append(edge)
    return index


def follow_down(
    start: Iterable[Reached], by_parent: Mapping[str, Sequence[Edge]]
) -> Iterator[Reached]:
    """The articles that took, one from another, the words that the first ones took.

    Args:
        start: articles already reached, with the words in question; not among the results.
        by_parent: the edges that may be followed, by their parents.
    """
    queue = deque(start)
    seen = {reached.article for reached in queue}
    while queue:
        here = queue.popleft()
        for edge in by_parent.get(here.article, ()):
            spans = carry(here.spans, [(s.parent, s.child) for s in edge.stretches])
            if spans and edge.child not in seen:
                seen.add(edge.child)
                queue.append(Reached(edge.child, edge, spans))
                yield queue[-1]


def carry(spans: Iterable[Span], ways: Iterable[tuple[Span, Span]]) -> tuple[Span, ...]:
    """Where the words under some spans of one article stand in another.

    Args:
        spans: of the first article.
        ways: stretches of the first article with the same words' stretches of the other.
    """
    spans = tuple(spans)
    carried = (_carry_one(span, here, there) for here, there in ways for span in spans)
    return tuple(sorted({span for span in carried if span is not None}))


def _carry_one(span: Span, here: Span, there: Span) -> Span | None:
    """The common part of a span and a stretch, by proportion placed into the other article."""
    start, end = max(span.start, here.start), min(span.end, here.end)
    if end - start < LEAST:
        return None
    scale = len(there) / len(here)
    first = there.start + round((start - here.start) * scale)
    return Span(first, min(there.end, there.start + round((end - here.start) * scale)))
