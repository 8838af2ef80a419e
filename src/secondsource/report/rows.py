"""The places of two texts that belong together, in rows, and what differs within each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Levenshtein

from secondsource.article import Article, Span
from secondsource.lineage.family import Edge, Stretch

# A word or a sign with the blanks around it; in scripts without blanks, a letter.
_LETTER: Final = r"[^\W\u2e80-\u9fff]"
_WORD: Final = re.compile(rf"\s*(?:[\u2e80-\u9fff]|{_LETTER}+(?:['’-]{_LETTER}+)*|[^\w\s])\s*")
_COMPARED: Final = 150_000_000  # words of one side times words of the other: 20 MB, 0.2 s


@dataclass(frozen=True, slots=True)
class Row:
    """Places in both texts that belong together, and what differs within them."""

    parent: Span
    child: Span
    parent_differs: tuple[Span, ...] = ()
    child_differs: tuple[Span, ...] = ()

    @property
    def differs(self) -> bool:
        return bool(self.parent_differs or self.child_differs)


def lay_rows(
    edge: Edge, child: Article, parent: Article, *, by_paragraph: bool = False
) -> tuple[Row, ...] | None:
    """The places of two texts that belong together, in the order of the child.

    None where they share no stretch, or one too long to be compared word by word.

    Args:
        edge: the tie, with its stretches.
        child: the article that has the text from the other.
        parent: the other.
        by_paragraph: whether each paragraph is a row by itself, also where nothing differs.
    """
    longest = max((_count_pairs(s, child, parent) for s in edge.stretches), default=0)
    if not longest or longest > _COMPARED:
        return None
    stretches = [_take_in_signs(s, child.text, parent.text) for s in edge.stretches]
    rows = _lay_out(stretches, child, parent)
    if by_paragraph:
        return tuple(_pair_alone([p for row in rows for p in _split_alone(row, child, parent)]))
    return tuple(_join_alike(part for row in rows for part in _trim_alone(row, child, parent)))


def _split_alone(row: Row, child: Article, parent: Article) -> list[Row]:
    """A row that only one text has by its paragraphs, notices left out; any other as it is."""
    if len(row.parent) and len(row.child):
        return [row]
    if len(row.parent):
        return [_alone(row.child, place) for place in _find_paragraphs(row.parent, parent)]
    return [_alone_of_child(place) for place in _find_paragraphs(row.child, child)]


def _trim_alone(row: Row, child: Article, parent: Article) -> list[Row]:
    """A row that only one text has from its first paragraph to its last one."""
    parts = _split_alone(row, child, parent)
    if len(parts) < 2:
        return parts
    if len(row.parent):
        return [_alone(row.child, Span(parts[0].parent.start, parts[-1].parent.end))]
    return [_alone_of_child(Span(parts[0].child.start, parts[-1].child.end))]


def _pair_alone(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, where each paragraph that one text has in the other's place stands beside it."""
    left: list[Row] = []
    for row in rows:
        if not len(row.child):
            left.append(row)
            continue
        if len(row.parent):
            yield from left
            left = []
        if left:
            before = left.pop(0).parent
            yield Row(before, row.child, (before,), row.child_differs)
        else:
            yield row
    yield from left


def _find_paragraphs(span: Span, article: Article) -> Iterator[Span]:
    """The lines of a stretch that hold words, notices left out."""
    at = span.start
    for line in span.of(article.text).split("\n"):
        place = Span(at, at + len(line))
        if _has_words(article, place):
            yield place
        at = place.end + 1


def _count_pairs(stretch: Stretch, child: Article, parent: Article) -> int:
    """How many words of one side would be compared with how many of the other, multiplied."""
    ours, theirs = (stretch.child, child.text), (stretch.parent, parent.text)
    return _count_words(*ours) * _count_words(*theirs)


def _count_words(span: Span, text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


def _take_in_signs(stretch: Stretch, child: str, parent: str) -> Stretch:
    """A stretch with the signs that follow it in both texts: words alone were compared for it."""
    ours, theirs = stretch.child.end, stretch.parent.end
    while ours < len(child) and theirs < len(parent) and child[ours] == parent[theirs]:
        if child[ours].isalnum() or child[ours].isspace():
            break
        ours, theirs = ours + 1, theirs + 1
    return Stretch(Span(stretch.child.start, ours), Span(stretch.parent.start, theirs))


def _lay_out(stretches: Sequence[Stretch], child: Article, parent: Article) -> Iterator[Row]:
    """The rows in the order of the child; what only the parent has stands where it would be."""
    in_order = _without_overlaps(sorted(stretches, key=lambda s: (s.child, s.parent)))
    missing = _find_gaps([s.parent for s in in_order], parent)
    at = 0
    yield from (_alone(Span(0, 0), gap) for gap in missing if gap.start == 0)
    for stretch in in_order:
        yield from _alone_in_child(child, Span(at, stretch.child.start))
        yield from _compare(stretch, child, parent)
        after = (gap for gap in missing if gap.start == stretch.parent.end)
        yield from (_alone(Span(stretch.child.end, stretch.child.end), gap) for gap in after)
        at = stretch.child.end
    yield from _alone_in_child(child, Span(at, len(child.text)))


def _without_overlaps(stretches: Sequence[Stretch]) -> list[Stretch]:
    kept: list[Stretch] = []
    for stretch in stretches:
        if all(
            not stretch.child.overlaps(other.child) and not stretch.parent.overlaps(other.parent)
            for other in kept[-1:]
        ):
            kept.append(stretch)
    return kept


def _find_gaps(covered: Sequence[Span], article: Article) -> list[Span]:
    """The places of a text between those that are covered; none of notices alone."""
    edges = [Span(0, 0), *sorted(covered), Span(len(article.text), len(article.text))]
    gaps = (Span(a.end, b.start) for a, b in pairwise(edges) if a.end < b.start)
    return [gap for gap in gaps if any(_find_paragraphs(gap, article))]


def _has_words(article: Article, span: Span) -> bool:
    told = any(map(str.isalnum, span.of(article.text)))
    return told and not article.is_boilerplate(span)


def _alone(child: Span, parent: Span) -> Row:
    return Row(parent, child, parent_differs=(parent,))


def _alone_in_child(child: Article, span: Span) -> Iterator[Row]:
    if any(_find_paragraphs(span, child)):
        yield _alone_of_child(span)


def _alone_of_child(span: Span) -> Row:
    return Row(Span(0, 0), span, child_differs=(span,))


@dataclass(frozen=True, slots=True)
class _Step:
    """A word that both have, or words that one or either has in place of the other's."""

    parent: Span
    child: Span
    alike: bool


def _compare(stretch: Stretch, child: Article, parent: Article) -> Iterator[Row]:
    """A shared stretch, cut where a paragraph of the child ends, with the words that differ."""
    at_parent, at_child = stretch.parent.start, stretch.child.start
    row = Row(Span(at_parent, at_parent), Span(at_child, at_child))
    for step in _align(stretch, child.text, parent.text):
        row = _extend(row, step)
        if "\n" in step.child.of(child.text):
            yield row
            row = Row(Span(row.parent.end, row.parent.end), Span(row.child.end, row.child.end))
    if row.parent or row.child:
        yield row


def _extend(row: Row, step: _Step) -> Row:
    parent, child = Span(row.parent.start, step.parent.end), Span(row.child.start, step.child.end)
    if step.alike:
        return Row(parent, child, row.parent_differs, row.child_differs)
    return Row(
        parent,
        child,
        _add(row.parent_differs, step.parent),
        _add(row.child_differs, step.child),
    )


def _add(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The places with one more, joined to the last where it follows that."""
    if not span:
        return spans
    if spans and spans[-1].end == span.start:
        return (*spans[:-1], Span(spans[-1].start, span.end))
    return (*spans, span)


def _align(stretch: Stretch, child: str, parent: str) -> Iterator[_Step]:
    """Both sides of a stretch word by word."""
    ours, theirs = _cut_words(stretch.child, child), _cut_words(stretch.parent, parent)
    if not (ours and theirs):
        yield _Step(stretch.parent, stretch.child, alike=False)
        return
    plain = [[span.of(text).strip() for span in s] for s, text in ((theirs, parent), (ours, child))]
    for code in Levenshtein.opcodes(*plain):
        old, new = theirs[code.src_start : code.src_end], ours[code.dest_start : code.dest_end]
        if code.tag == "equal":
            yield from (_Step(a, b, alike=True) for a, b in zip(old, new, strict=True))
        else:
            yield _Step(
                _join(old, theirs, code.src_start), _join(new, ours, code.dest_start), alike=False
            )


def _cut_words(span: Span, text: str) -> list[Span]:
    """The words of a stretch with the blanks after each, which join up to it."""
    return [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]


def _join(words: Sequence[Span], among: Sequence[Span], at: int) -> Span:
    """The words as one place; an empty one where there are none."""
    if words:
        return Span(words[0].start, words[-1].end)
    place = among[at].start if at < len(among) else among[-1].end
    return Span(place, place)


def _join_alike(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with those that follow each other and do not differ put into one."""
    held: Row | None = None
    for row in rows:
        follows = held and held.child.end == row.child.start and held.parent.end == row.parent.start
        if held and follows and not row.differs and not held.differs:
            held = Row(
                Span(held.parent.start, row.parent.end), Span(held.child.start, row.child.end)
            )
            continue
        if held:
            yield held
        held = row
    if held:
        yield held
