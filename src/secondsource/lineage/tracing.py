"""From articles to families: shared text, credits, direction, and no chain of weak ties.

The steps: tokens and anchors of all texts, boilerplate learned and masked, runs of equal
words, stretches, edges with direction, parents chosen, families built.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage.align import MaskedTokens, align_runs, mask_tokens
from secondsource.lineage.candidates import learn_boilerplate, mask_boilerplate
from secondsource.lineage.credit import tie_credits
from secondsource.lineage.edges import make_edge
from secondsource.lineage.families import build_families
from secondsource.lineage.family import Edge, Family
from secondsource.lineage.fingerprint import find_anchors
from secondsource.lineage.match import find_runs
from secondsource.lineage.parents import choose_parents
from secondsource.lineage.tokens import U64, Bool, Tokens, tokenize
from secondsource.lineage.words import share_enough

_SHOWN = 10  # tokens; a shorter common phrase is left out of the matching but is not a notice


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
    enough = (a for a in alignments if share_enough(ordered[a.left].text, a, tokens))
    text_edges = [make_edge(ordered, tokens, a) for a in enough]
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


def _join_credits(text_edges: Sequence[Edge], credit_edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Credit edges added where the two articles share no text that has shown it already."""
    tied = {frozenset((edge.child, edge.parent)) for edge in text_edges}
    fresh = [e for e in credit_edges if frozenset((e.child, e.parent)) not in tied]
    return (*text_edges, *fresh)


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
