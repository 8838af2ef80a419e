"""Sentences that are two translations of one, and the words that differ in them.

Two articles of one language that translate the same third are held against each other where
their stretches stand for the same stretch of it. Between equal words, what the one has in the
place of the other's is a rendering of the same word.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

import numpy as np

from secondsource.article import Passage, Span
from secondsource.lineage.family import Edge, Relation
from secondsource.reading.wording.naming.frames import I64, LONGEST
from secondsource.reading.wording.naming.tokens import Corpus

Rendering = tuple[Passage, Passage]
"""Two passages of one language that render the same words of another."""
_MOSTLY = 0.5  # of the longer of two passages that must be shared; set by hand
_MOST_VERSIONS = 12
"""Translations of one text that are held against each other."""
_WIDEST = 4
"""Words of the widest difference that is looked into."""
_LONGEST_READ = 150
"""Words of the longest stretch that is compared."""


def pair_renderings(edges: Iterable[Edge], languages: Mapping[str, str]) -> list[Rendering]:
    """Passages that translate the same passage, each pair once.

    Args:
        edges: those that are not of translation are left out.
        languages: the language of each article by its id; others are left out.
    """
    by_source: dict[str, list[tuple[str, list[tuple[Span, Span]]]]] = defaultdict(list)
    for edge in edges:
        if edge.relation is Relation.TRANSLATION:
            for source, other, stretches in _ends(edge):
                by_source[source].append((other, stretches))
    return [
        rendering
        for versions in by_source.values()
        for (one, ones), (two, twos) in combinations(versions[:_MOST_VERSIONS], 2)
        if languages.get(one) == languages.get(two) is not None
        for rendering in _meet(one, ones, two, twos)
    ]


def _ends(edge: Edge) -> Iterator[tuple[str, str, list[tuple[Span, Span]]]]:
    """Each end of an edge as the source, with the other and the stretches of both."""
    yield edge.parent, edge.child, [(s.parent, s.child) for s in edge.stretches]
    yield edge.child, edge.parent, [(s.child, s.parent) for s in edge.stretches]


def _meet(
    one: str,
    ones: Sequence[tuple[Span, Span]],
    two: str,
    twos: Sequence[tuple[Span, Span]],
) -> Iterator[Rendering]:
    """Stretches of the two that stand mostly for the same of the source, both in its order."""
    first, second = sorted(ones), sorted(twos)
    at = 0
    for source, own in first:
        while at < len(second) and second[at][0].end <= source.start:
            at += 1
        for other_source, other in second[at : at + 2]:
            shared = source.count_shared(other_source)
            if shared > _MOSTLY * max(len(source), len(other_source)):
                yield Passage(one, own), Passage(two, other)


def find_rendered(corpus: Corpus, renderings: Sequence[Rendering]) -> I64:
    """Places of words that stand for one another in two renderings.

    Returns:
        int64 of shape (pairs, 4): the first word and the number of words of each side.
    """
    numbers = {article.id: number for number, article in enumerate(corpus.articles)}
    bounds = np.searchsorted(corpus.article, np.arange(len(corpus.articles) + 1))
    rows: list[tuple[int, int, int, int]] = []
    for one, two in renderings:
        if one.article in numbers and two.article in numbers:
            left = _locate(corpus, bounds, numbers[one.article], one.span)
            right = _locate(corpus, bounds, numbers[two.article], two.span)
            rows += _differ(corpus, left, right)
    return np.array(rows, np.int64).reshape(-1, 4)


def _locate(corpus: Corpus, bounds: I64, article: int, span: Span) -> range:
    """The words of an article that lie in a stretch of it."""
    start, end = int(bounds[article]), int(bounds[article + 1])
    first = start + int(np.searchsorted(corpus.start[start:end], span.start))
    last = start + int(np.searchsorted(corpus.start[start:end], span.end))
    return range(first, min(last, first + _LONGEST_READ))


def _differ(corpus: Corpus, left: range, right: range) -> Iterator[tuple[int, int, int, int]]:
    lefts = corpus.stem[left.start : left.stop].tolist()
    rights = corpus.stem[right.start : right.stop].tolist()
    blocks = SequenceMatcher(None, lefts, rights, autojunk=False).get_opcodes()
    for kind, i, i_end, j, j_end in blocks:
        if kind == "replace" and max(i_end - i, j_end - j) <= _WIDEST:
            one = _trim(corpus, range(left.start + i, left.start + i_end))
            two = _trim(corpus, range(right.start + j, right.start + j_end))
            if 0 < len(one) <= LONGEST and 0 < len(two) <= LONGEST:
                yield one.start, len(one), two.start, len(two)


def _trim(corpus: Corpus, words: range) -> range:
    """The telling words in the middle; none where one that is not telling stands between them."""
    telling = [place for place in words if corpus.telling[place]]
    if not telling or telling[-1] - telling[0] >= len(telling):
        return range(0)
    return range(telling[0], telling[-1] + 1)
