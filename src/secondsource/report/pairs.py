"""A translation sentence by sentence: what translates what, and what stands between alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.article import Article, Span
from secondsource.lineage.family import Edge, Stretch
from secondsource.report.visible import show_on_one_line


@dataclass(frozen=True, slots=True)
class PairView:
    """Sentences of a translation beside those that they translate; an empty side has none."""

    child: str
    parent: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The same as places in both texts; None where one has nothing."""

    child: Span | None
    parent: Span | None


def view_pairs(edge: Edge, child: Article, parent: Article, limit: int) -> Iterator[PairView]:
    """The pairs in words, each on one line and cut at so many characters."""
    for pair in pair_sentences(edge, child, parent):
        yield PairView(_quote(child, pair.child, limit), _quote(parent, pair.parent, limit))


def pair_sentences(edge: Edge, child: Article, parent: Article) -> Iterator[Pair]:
    """The sentence pairs of a translation in order, and what stands between two pairs alone."""
    before: Stretch | None = None
    for pair in sorted(edge.stretches, key=lambda pair: (pair.child, pair.parent)):
        if before is not None:
            alone = _find_between(child, before.child, pair.child)
            left_out = _find_between(parent, before.parent, pair.parent)
            yield from [Pair(alone, None)] * bool(alone)
            yield from [Pair(None, left_out)] * bool(left_out)
        before = pair
        yield Pair(pair.child, pair.parent)


def _find_between(article: Article, before: Span, after: Span) -> Span | None:
    """The place between two others; None where there are only notices, or no letter."""
    if before.end >= after.start:
        return None
    between = Span(before.end, after.start)
    told = any(map(str.isalnum, between.of(article.text)))
    return between if told and not article.is_boilerplate(between) else None


def _quote(article: Article, span: Span | None, limit: int) -> str:
    return show_on_one_line(span.of(article.text), limit) if span else ""
