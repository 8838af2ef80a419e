"""The edge that an alignment gives: relation, coverage, direction and the words that show it."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.article import Article, Signal, Span
from secondsource.lineage.compilations import holds_several
from secondsource.lineage.direction.direct import Direction, judge_direction
from secondsource.lineage.family import Edge, Relation, Stretch
from secondsource.lineage.matching.align import SHARED_PART, Alignment
from secondsource.lineage.matching.tokens import Tokens
from secondsource.lineage.matching.words import counts_characters
from secondsource.lineage.names import name_apart
from secondsource.lineage.quoted import find_quoting, only_quotes, says_so_itself

# Set by hand; no measurement is recorded.
_VERSION = 0.8  # share of either: an interview that was cut, and not two reports on one remark
_WHOLE = 0.985  # share of both texts: a copy, a word in seventy may differ (a dateline, a tag)


def make_edge(articles: Sequence[Article], tokens: Tokens, alignment: Alignment) -> Edge:
    """The edge that an alignment gives, from child to parent."""
    left, right = articles[alignment.left], articles[alignment.right]
    cut = (alignment.left_coverage, alignment.right_coverage)
    ours = tuple(find_span(tokens, alignment.left, s.left) for s in alignment.stretches)
    theirs = tuple(find_span(tokens, alignment.right, s.right) for s in alignment.stretches)
    relation = _relate(*cut)
    quoting = None  # a quotation within a copy says nothing
    if max(cut) < _VERSION or relation is Relation.EXCERPT:
        quoting = find_quoting(left, ours, right, theirs)
        if quoting.only:
            relation = Relation.EXCERPT  # in articles that are hardly more than it, too
        elif relation is not Relation.EXCERPT:
            quoting = None
    direction = judge_direction(left, right, cut, quoting.one_sided if quoting else (None, None))
    swap = direction.child is right
    pairs = zip(theirs, ours, strict=True) if swap else zip(ours, theirs, strict=True)
    stretches = tuple(Stretch(child, parent) for child, parent in pairs)
    coverage, parent_coverage = (cut[1], cut[0]) if swap else cut
    edge = Edge(
        direction.child.id,
        direction.parent.id,
        relation,
        coverage,
        parent_coverage,
        _confidence(alignment),
        direction.decided,
        (),
        stretches,
    )
    unit = "characters" if counts_characters(left.text, alignment, tokens) else "words"
    shared = _shared_text_signal(edge, direction, f"{alignment.matched} {unit}")
    quotation = quoting.only if quoting else None
    if quotation is None:
        return replace(edge, signals=(shared, *direction.signals))
    decided = direction.decided and says_so_itself(direction.signals)
    return replace(edge, directed=decided, signals=(shared, quotation, *direction.signals))


def _relate(coverage: float, parent_coverage: float) -> Relation:
    if min(coverage, parent_coverage) >= _WHOLE:
        return Relation.COPY
    if min(coverage, parent_coverage) >= SHARED_PART:
        return Relation.EDITED
    return Relation.EXCERPT


def _confidence(alignment: Alignment) -> float:
    """How sure it is that the shared words are one text: grows with their number and share.

    An ordering for readers, not a calibrated probability: .75 at the least accepted, .99 for
    a whole copy of a hundred words.
    """
    share = max(alignment.left_coverage, alignment.right_coverage)
    return round(min(0.99, 0.6 + 0.25 * min(1.0, alignment.matched / 100) + 0.2 * share), 3)


def _shared_text_signal(edge: Edge, direction: Direction, amount: str) -> Signal:
    child, parent = direction.child, direction.parent
    share = say_coverage(edge.coverage)
    sentence = (
        f"{amount} of {name_apart(child, parent)} ({share} of its own text) stand in "
        f"{name_apart(parent, child)} in the same order."
    )
    return Signal("shares_text", edge.confidence, sentence, edge.passages)


def say_coverage(share: float) -> str:
    """A share of 0..1 in per cent; most of a text is never called all of it, nor a little none."""
    if 0 < share < 0.01:
        return "under 1%"
    return "over 99%" if 0.99 < share < 1 else f"{share:.0%}"


def find_span(tokens: Tokens, text: int, part: tuple[int, int]) -> Span:
    """Where the words from one place to another stand in their text."""
    base = tokens.bounds[text]
    return Span(int(tokens.starts[base + part[0]]), int(tokens.ends[base + part[1] - 1]))


def is_strong(edge: Edge) -> bool:
    """Whether an edge makes its articles one text: half of the child, or a credited whole.

    A quotation that both give makes no two articles one text, however short the one is; nor is
    a page that holds several texts whole one text with any of them.
    """
    if edge.relation in (Relation.TRANSLATION, Relation.CREDIT):
        return True
    if edge.relation is Relation.MERGED or only_quotes(edge) or holds_several(edge):
        return False
    return edge.coverage >= SHARED_PART or (not edge.directed and edge.parent_coverage >= 0.5)
