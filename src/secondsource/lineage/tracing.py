"""From articles to families: shared text, credits, direction, and no chain of weak ties.

The steps: tokens and anchors of all texts, boilerplate learned and masked, runs of equal
words, stretches, edges with direction, parents chosen, families built.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage.align import Alignment, align_runs
from secondsource.lineage.boilerplate import describe_texts, learn_boilerplate, number_outlets
from secondsource.lineage.candidates import find_starts, is_among
from secondsource.lineage.credit import tie_credits
from secondsource.lineage.direct import names_other
from secondsource.lineage.edges import make_edge
from secondsource.lineage.families import build_families
from secondsource.lineage.family import Edge, Family
from secondsource.lineage.masked import MaskedTokens, mask_tokens
from secondsource.lineage.match import find_runs
from secondsource.lineage.parents import choose_parents
from secondsource.lineage.scan import scan
from secondsource.lineage.shortlist import choose_pairs
from secondsource.lineage.tokens import U64, Bool, Tokens, Words, tokenize
from secondsource.lineage.words import share_enough

_SHOWN = 10  # tokens; a shorter common phrase is left out of the matching but is not a notice


@dataclass(frozen=True, slots=True)
class Lineage:
    """All families among some articles, and the boilerplate that was learned on the way."""

    families: tuple[Family, ...]
    boilerplate: dict[str, tuple[Boilerplate, ...]]


def find_families(articles: Iterable[Article]) -> tuple[Family, ...]:
    """The families among the articles: who shares text with whom, and who credits whom."""
    ordered = _put_in_order(articles)
    return _build(ordered, _match(ordered, None))


def trace(articles: Iterable[Article], known_boilerplate: U64 | None = None) -> Lineage:
    """The families among the articles and the boilerplate in them.

    Args:
        articles: with unique ids; their own marked boilerplate is left out of the matching.
        known_boilerplate: sorted anchor hashes learned from a larger collection that these
            articles are part of; learned from these articles alone when None.
    """
    ordered = _put_in_order(articles)
    matched = _match(ordered, known_boilerplate)
    return Lineage(_build(ordered, matched), _show_masked(ordered, matched))


def _put_in_order(articles: Iterable[Article]) -> list[Article]:
    return sorted(articles, key=lambda a: (a.published or "9999", a.id))


@dataclass(frozen=True, slots=True)
class _Matched:
    """Which texts share what, and which of their words are learned boilerplate."""

    alignments: tuple[Alignment, ...]
    words: Words
    learned: Bool


def _match(ordered: Sequence[Article], known_boilerplate: U64 | None) -> _Matched:
    scanned = scan(ordered)
    shared = scanned.anchors.sort_shared()
    if known_boilerplate is None:
        table = describe_texts(scanned.anchors, number_outlets(a.outlet for a in ordered))
        boilerplate = learn_boilerplate(shared, table)
        common = shared.take(is_among(shared.hashes, boilerplate))
    else:
        boilerplate = known_boilerplate
        common = scanned.anchors.take(is_among(scanned.anchors.hashes, boilerplate))
    learned = mask_tokens(scanned.words, common.texts, common.positions)
    masked = MaskedTokens(scanned.words, learned | scanned.marked)
    own = shared.take(~is_among(shared.hashes, boilerplate))
    runs = choose_pairs(find_runs(own, scanned.words), masked, _name_each_other(ordered))
    alignments = align_runs(runs, masked)
    return _Matched(tuple(alignments), scanned.words, learned)


def _name_each_other(ordered: Sequence[Article]) -> Callable[[int, int], bool]:
    """Whether one of two articles, by their numbers, credits or links the other."""
    speak = [bool(article.credits or article.links or article.canonical) for article in ordered]

    def name_each_other(left: int, right: int) -> bool:
        if not (speak[left] or speak[right]):
            return False
        one, other = ordered[left], ordered[right]
        return names_other(one, other) or names_other(other, one)

    return name_each_other


def _build(ordered: Sequence[Article], matched: _Matched) -> tuple[Family, ...]:
    """The families that the matches and the credits give."""
    near = sorted({text for pair in matched.alignments for text in (pair.left, pair.right)})
    place = {text: k for k, text in enumerate(near)}
    articles = [ordered[text] for text in near]
    tokens = tokenize([article.text for article in articles])
    pairs = (replace(p, left=place[p.left], right=place[p.right]) for p in matched.alignments)
    enough = (p for p in pairs if share_enough(articles[p.left].text, p, tokens))
    text_edges = [make_edge(articles, tokens, p) for p in enough]
    edges = choose_parents(ordered, _join_credits(text_edges, tie_credits(ordered)))
    return build_families(ordered, edges)


def _join_credits(text_edges: Sequence[Edge], credit_edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Credit edges added where the two articles share no text that has shown it already."""
    tied = {frozenset((edge.child, edge.parent)) for edge in text_edges}
    fresh = [e for e in credit_edges if frozenset((e.child, e.parent)) not in tied]
    return (*text_edges, *fresh)


def _show_masked(
    ordered: Sequence[Article], matched: _Matched
) -> dict[str, tuple[Boilerplate, ...]]:
    """The learned boilerplate of each article that has any, as spans of its text."""
    stretches: dict[int, list[tuple[int, int]]] = {}
    for text, begin, end in _find_masked(matched.words, matched.learned):
        stretches.setdefault(text, []).append((begin, end))
    tokens = tokenize([ordered[text].text for text in stretches])
    return {
        ordered[text].id: tuple(_show(tokens, number, part) for part in parts)
        for number, (text, parts) in enumerate(stretches.items())
    }


def _show(tokens: Tokens, text: int, part: tuple[int, int]) -> Boilerplate:
    base, (begin, end) = int(tokens.bounds[text]), part
    span = Span(int(tokens.starts[base + begin]), int(tokens.ends[base + end - 1]))
    return Boilerplate(span, "The same words stand in several otherwise different articles.")


def _find_masked(words: Words, mask: Bool) -> Iterator[tuple[int, int, int]]:
    """Each long enough stretch of masked words: its text, its first word, the word after it."""
    owners = words.owners()
    starts = find_starts(owners, mask)
    ends = np.append(starts[1:], len(mask))
    long = mask[starts] & (ends - starts >= _SHOWN)
    for begin, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
        text = int(owners[begin])
        base = int(words.bounds[text])
        yield text, begin - base, end - base
