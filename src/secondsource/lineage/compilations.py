"""Articles that hold several different texts: round-ups, digests, pages of quotations.

Where no date or credit tells who took from whom, an article found whole in a longer one is taken
for its child. A page that holds thirty stories would so become the parent of them all, and weld
them into one family. What holds two or more texts that have no words in common was put together
from them, or they were cut out of it: in either case they are not one text.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from secondsource.article import Signal, Span
from secondsource.lineage.family import Edge, turn_edge

_HOLDS_SEVERAL = "holds_several_texts"
# Set by hand; no measurement is recorded.
_WHOLE_PART = 0.5  # of an article that must stand in a longer one to be held by it
_COPY_PART = 0.8  # of the longer one: where so much of it is in the other, they are versions
_SAME_PLACE = 0.5  # of the shorter of two passages: where they overlap so far they are one text
_SENTENCE = "The longer article holds {} texts that have no words in common."


def turn_compilations(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges, those by which an article holds several texts from it to these, and marked so.

    Only undecided ties are looked at; it stays undecided who took from whom.
    """
    held = [_find_held(edge) for edge in edges]
    of_holder: dict[str, list[Edge]] = defaultdict(list)
    for edge in held:
        if edge is not None:
            of_holder[edge.parent].append(edge)
    counts = {holder: 1 + max(number_places(own)) for holder, own in of_holder.items()}
    return tuple(
        _turn(into, counts[into.parent])
        if into and into.parent_coverage < _COPY_PART and counts[into.parent] > 1
        else edge
        for edge, into in zip(edges, held, strict=True)
    )


def holds_several(edge: Edge) -> bool:
    """Whether an edge leads from an article that holds several texts to one of these."""
    return any(signal.name == _HOLDS_SEVERAL for signal in edge.signals)


def _find_held(edge: Edge) -> Edge | None:
    """An undecided edge as one from a held article to its holder; None when neither holds."""
    if edge.directed or not edge.stretches:
        return None
    edge = edge if edge.coverage >= edge.parent_coverage else turn_edge(edge)
    return edge if edge.coverage >= _WHOLE_PART else None


def number_places(edges: Sequence[Edge]) -> list[int]:
    """For each of several edges to one parent the number of the place in it that they concern.

    The shortest passages first: what overlaps one of these for the most part is in its place.
    """
    places: list[list[Span]] = []
    numbers = [0] * len(edges)
    for k in sorted(range(len(edges)), key=lambda k: edges[k].parent_coverage):
        spans = [stretch.parent for stretch in edges[k].stretches]
        known = (n for n, place in enumerate(places) if _share_place(spans, place))
        numbers[k] = next(known, len(places))
        if numbers[k] == len(places):
            places.append(spans)
    return numbers


def _share_place(left: Sequence[Span], right: Sequence[Span]) -> bool:
    common = sum(a.count_shared(b) for a in left for b in right)
    return common >= _SAME_PLACE * min(sum(map(len, left)), sum(map(len, right)))


def _turn(edge: Edge, texts: int) -> Edge:
    signal = Signal(_HOLDS_SEVERAL, 0.2, _SENTENCE.format(texts))
    return replace(turn_edge(edge), signals=(*edge.signals, signal))
