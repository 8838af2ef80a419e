"""Reads many texts once and keeps what matching needs: hashed words, anchors, marked words.

Where the words stand in the text is not kept: with it, 100,000 articles would need half a
gigabyte more. The few texts that share something are cut into tokens a second time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

import numpy as np

from secondsource.article import Article
from secondsource.lineage.fingerprint import Anchors, find_anchors, join_anchors
from secondsource.lineage.threads import map_in_threads
from secondsource.lineage.tokens import Bool, Words, bound, cut_rounds, hash_words, tokenize

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Scanned:
    """The words and anchors of many texts, and which words the articles mark as no part of them."""

    words: Words
    anchors: Anchors
    marked: Bool


def scan(articles: Sequence[Article]) -> Scanned:
    """What matching needs of each article's text, in the order given."""
    parts = _map_rounds(_scan_round, articles, [article.text for article in articles])
    lengths = np.concatenate([part.words.lengths for part in parts])
    return Scanned(
        Words(np.concatenate([part.words.hashes for part in parts]), bound(lengths)),
        _join_numbered([part.anchors for part in parts], [len(part.words) for part in parts]),
        np.concatenate([part.marked for part in parts]),
    )


def fingerprint(texts: Sequence[str]) -> Anchors:
    """The anchors of each text, straight from the texts."""
    parts = _map_rounds(lambda part: (find_anchors(hash_words(part)), len(part)), texts, texts)
    return _join_numbered([anchors for anchors, _ in parts], [count for _, count in parts])


def _map_rounds(
    work: Callable[[Sequence[_Item]], _Result], items: Sequence[_Item], texts: Sequence[str]
) -> list[_Result]:
    """What some work gives for each round of items, which have these texts; at least one round."""
    rounds = [items[low:high] for low, high in cut_rounds(texts)]
    return map_in_threads(work, rounds or [items])


def _join_numbered(parts: Sequence[Anchors], counts: Sequence[int]) -> Anchors:
    """The anchors of all parts, the texts of each numbered on from those of the part before."""
    first = accumulate(counts[:-1], initial=0)
    return join_anchors([part.renumber(n) for part, n in zip(parts, first, strict=True)])


def _scan_round(articles: Sequence[Article]) -> Scanned:
    words = hash_words([article.text for article in articles])
    marked = np.zeros(len(words.hashes), bool)
    for article, begin in zip(articles, words.bounds[:-1].tolist(), strict=True):
        if article.boilerplate:
            own = _find_marked(article)
            marked[begin : begin + len(own)] = own
    return Scanned(words, find_anchors(words), marked)


def _find_marked(article: Article) -> Bool:
    """Which words of an article stand under what it marks as boilerplate itself."""
    tokens = tokenize([article.text])
    marked = np.zeros(len(tokens.hashes), bool)
    for stretch in article.boilerplate:
        begin, end = np.searchsorted(tokens.starts, (stretch.span.start, stretch.span.end))
        marked[begin:end] = True
    return marked
