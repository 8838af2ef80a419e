"""Cutting a text where marks begin and end, so that overlapping marks can be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.article import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch under which the same marks lie throughout; `marks` are indices, ascending."""

    span: Span
    marks: tuple[int, ...]


def cut_at_marks(within: Span, marks: Sequence[Span]) -> tuple[Segment, ...]:
    """The pieces of a stretch of text between any two places where a mark begins or ends.

    Marks may overlap, nest, repeat, be empty or reach beyond the stretch; an empty mark
    marks nothing.

    Args:
        within: the stretch to cut, in code points of the article's text.
        marks: the marked stretches, in the same count.

    Returns:
        Segments in order that join up to `within` exactly; none is empty.
    """
    inside = [
        (Span(max(mark.start, within.start), min(mark.end, within.end)), index)
        for index, mark in enumerate(marks)
        if mark.overlaps(within) and len(mark)
    ]
    edges = {within.start, within.end}.union(*({span.start, span.end} for span, _ in inside))
    cuts = sorted(edges)
    opening = _group(inside, at_start=True)
    closing = _group(inside, at_start=False)
    active: set[int] = set()
    segments: list[Segment] = []
    for start, end in pairwise(cuts):
        active -= closing.get(start, set())
        active |= opening.get(start, set())
        segments.append(Segment(Span(start, end), tuple(sorted(active))))
    return tuple(segments)


def _group(spans: Sequence[tuple[Span, int]], *, at_start: bool) -> dict[int, set[int]]:
    places: dict[int, set[int]] = {}
    for span, index in spans:
        places.setdefault(span.start if at_start else span.end, set()).add(index)
    return places


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of the text that hold more than blanks, without their blank edges."""
    paragraphs: list[Span] = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + len(line) - len(line.lstrip())
            paragraphs.append(Span(first, first + len(stripped)))
        start += len(line) + 1
    return tuple(paragraphs)
