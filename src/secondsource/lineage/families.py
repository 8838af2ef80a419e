"""From articles to families: shared text, credits, direction, and no chain of weak ties.

The steps: tokens and anchors of all texts, boilerplate learned and masked, runs of equal
words, stretches, edges with direction, parents chosen, families built.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from secondsource.article import Article, Boilerplate, Passage, Signal, Span, make_id
from secondsource.lineage.align import (
    SHARED_PART,
    Alignment,
    MaskedTokens,
    TokenStretch,
    align_runs,
    mask_tokens,
)
from secondsource.lineage.candidates import connect, learn_boilerplate, mask_boilerplate
from secondsource.lineage.credit import tie_credits
from secondsource.lineage.direct import judge_direction, name_article
from secondsource.lineage.family import Edge, Family, Relation, Stretch
from secondsource.lineage.fingerprint import find_anchors
from secondsource.lineage.match import find_runs
from secondsource.lineage.parents import choose_parents
from secondsource.lineage.tokens import U64, Bool, Tokens, tokenize

_SHOWN = 10  # tokens; a shorter common phrase is left out of the matching but is not a notice
WHOLE = 0.985  # share of both texts: a copy, a word in seventy may differ (a dateline, a tag)


@dataclass(frozen=True, slots=True)
class Lineage:
    """All families among some articles, and the boilerplate that was learned on the way."""

    families: tuple[Family, ...]
    boilerplate: dict[str, tuple[Boilerplate, ...]]


def find_families(articles: Iterable[Article]) -> tuple[Family, ...]:
    """The families among the articles: who shares text with whom, and who credits whom."""
    return trace(articles).families


def trace(articles: Iterable[Article], known_boilerplate: U64 | None = None) -> Lineage:
    """The families among the articles and the boilerplate in them.

    Args:
        articles: with unique ids; their own marked boilerplate is left out of the matching.
        known_boilerplate: sorted anchor hashes learned from a larger collection that these
            articles are part of; learned from these articles alone when None.
    """
    ordered = sorted(articles, key=lambda a: (a.published or "9999", a.id))
    tokens = tokenize([article.text for article in ordered])
    anchors = find_anchors(tokens).sort()
    learned = known_boilerplate
    if learned is None:
        learned = learn_boilerplate(anchors, [a.outlet for a in ordered])
    common = anchors.take(mask_boilerplate(anchors, learned))
    learned_mask = mask_tokens(tokens, common.texts, common.positions)
    masked = MaskedTokens(tokens, learned_mask | _marked_tokens(ordered, tokens))
    alignments = align_runs(find_runs(anchors, tokens), masked)
    text_edges = [_make_edge(ordered, tokens, a) for a in alignments]
    edges = choose_parents(ordered, _join_credits(text_edges, tie_credits(ordered)))
    return Lineage(build_families(ordered, edges), _show_masked(ordered, tokens, learned_mask))


def _marked_tokens(articles: Sequence[Article], tokens: Tokens) -> Bool:
    """Tokens under what each article itself marks as boilerplate."""
    mask = np.zeros(len(tokens.hashes), bool)
    for number, article in enumerate(articles):
        low, high = tokens.bounds[number], tokens.bounds[number + 1]
        for stretch in article.boilerplate:
            begin = np.searchsorted(tokens.starts[low:high], stretch.span.start)
            end = np.searchsorted(tokens.starts[low:high], stretch.span.end)
            mask[low + begin : low + end] = True
    return mask


def _make_edge(articles: Sequence[Article], tokens: Tokens, alignment: Alignment) -> Edge:
    """The edge that an alignment gives, from child to parent."""
    left, right = articles[alignment.left], articles[alignment.right]
    cut = (alignment.left_coverage, alignment.right_coverage)
    direction = judge_direction(left, right, cut)
    swap = direction.child is right
    stretches = tuple(_locate(s, alignment, tokens, swap) for s in alignment.stretches)
    coverage, parent_coverage = (cut[1], cut[0]) if swap else cut
    edge = Edge(
        direction.child.id,
        direction.parent.id,
        _relate(coverage, parent_coverage),
        coverage,
        parent_coverage,
        _confidence(alignment),
        direction.decided,
        (),
        stretches,
    )
    shared = _shared_text_signal(edge, direction.child, direction.parent, alignment.matched)
    return replace(edge, signals=(shared, *direction.signals))


def _relate(coverage: float, parent_coverage: float) -> Relation:
    if min(coverage, parent_coverage) >= WHOLE:
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


def _shared_text_signal(edge: Edge, child: Article, parent: Article, matched: int) -> Signal:
    sentence = (
        f"{matched} words of {name_article(child)} ({edge.coverage:.0%} of its own text) stand "
        f"in {name_article(parent)} in the same order."
    )
    spans = tuple(
        Passage(article, span)
        for stretch in edge.stretches
        for article, span in ((child.id, stretch.child), (parent.id, stretch.parent))
    )
    return Signal("shares_text", edge.confidence, sentence, spans)


def _locate(stretch: TokenStretch, pair: Alignment, tokens: Tokens, swap: bool) -> Stretch:
    """A token stretch as spans of the two texts, child first."""
    left = _span(tokens, pair.left, stretch.left)
    right = _span(tokens, pair.right, stretch.right)
    return Stretch(right, left) if swap else Stretch(left, right)


def _span(tokens: Tokens, text: int, part: tuple[int, int]) -> Span:
    base = tokens.bounds[text]
    return Span(int(tokens.starts[base + part[0]]), int(tokens.ends[base + part[1] - 1]))


def _join_credits(text_edges: Sequence[Edge], credit_edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Credit edges added where the two articles share no text that has shown it already."""
    tied = {frozenset((edge.child, edge.parent)) for edge in text_edges}
    fresh = [e for e in credit_edges if frozenset((e.child, e.parent)) not in tied]
    return (*text_edges, *fresh)


def is_strong(edge: Edge) -> bool:
    """Whether an edge makes its articles one text: half of the child, or a credited whole."""
    if edge.relation in (Relation.TRANSLATION, Relation.CREDIT):
        return True
    if edge.relation is Relation.MERGED:
        return False
    return edge.coverage >= SHARED_PART or (not edge.directed and edge.parent_coverage >= 0.5)


def build_families(articles: Sequence[Article], edges: Sequence[Edge]) -> tuple[Family, ...]:
    """Families: cores joined by strong edges, each with those that took an excerpt of it.

    An excerpt adds its article to the family that it was taken from, and goes no further:
    an article made of quotations from thirty stories belongs to thirty families and welds
    none of them together.
    """
    number = {article.id: k for k, article in enumerate(articles)}
    strong = [edge for edge in edges if is_strong(edge)]
    core_of = connect(
        len(articles),
        np.array([number[e.child] for e in strong], np.int64),
        np.array([number[e.parent] for e in strong], np.int64),
    )
    edges_of: dict[int, list[Edge]] = {}
    for edge in edges:
        edges_of.setdefault(int(core_of[number[edge.parent]]), []).append(edge)
    members = _members(articles, core_of, edges_of)
    families = (_make_family(members[core], edges_of[core]) for core in sorted(edges_of))
    return tuple(families)


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


def _show_masked(
    articles: Sequence[Article], tokens: Tokens, mask: Bool
) -> dict[str, tuple[Boilerplate, ...]]:
    """The learned boilerplate of each article that has any, as spans of its text."""
    if not len(mask):
        return {}
    owners = tokens.owners()
    breaks = np.concatenate([[True], (owners[1:] != owners[:-1]) | (mask[1:] != mask[:-1]), [True]])
    edges = np.flatnonzero(breaks)
    found: dict[str, list[Boilerplate]] = {}
    for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if not mask[begin] or end - begin < _SHOWN:
            continue
        span = Span(int(tokens.starts[begin]), int(tokens.ends[end - 1]))
        reason = "The same words stand in several otherwise different articles."
        article = articles[int(owners[begin])].id
        found.setdefault(article, []).append(Boilerplate(span, reason))
    return {article: tuple(stretches) for article, stretches in found.items()}
