"""Reads many texts once and keeps what matching needs: hashed words, anchors, marked words.

Where the words stand in the text is not kept: with it, 100,000 articles would need half a
gigabyte more. The few texts that share something are cut into tokens a second time.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from secondsource.article import Article
from secondsource.lineage.fingerprint import Anchors, find_anchors, join_anchors
from secondsource.lineage.tokens import Bool, Tokens, Words, bound, cut_rounds, tokenize

_THREADS = 2  # numpy lets go of the interpreter; more threads wait for one another


@dataclass(frozen=True, slots=True)
class Scanned:
    """The words and anchors of many texts, and which words the articles mark as no part of them."""

    words: Words
    anchors: Anchors
    marked: Bool


def scan(articles: Sequence[Article]) -> Scanned:
    """What matching needs of each article's text, in the order given."""
    rounds = [articles[low:high] for low, high in cut_rounds([a.text for a in articles])]
    with ThreadPoolExecutor(_THREADS) as pool:
        parts = list(pool.map(_scan_round, rounds))
    if not parts:
        return _scan_round(())
    first = np.cumsum([0, *(len(part.words) for part in parts[:-1])])
    lengths = np.concatenate([part.words.lengths for part in parts])
    return Scanned(
        Words(np.concatenate([part.words.hashes for part in parts]), bound(lengths)),
        join_anchors([p.anchors.renumber(n) for p, n in zip(parts, first.tolist(), strict=True)]),
        np.concatenate([part.marked for part in parts]),
    )


def _scan_round(articles: Sequence[Article]) -> Scanned:
    tokens = tokenize([article.text for article in articles])
    words = Words(tokens.hashes, tokens.bounds)
    return Scanned(words, find_anchors(words), _find_marked(articles, tokens))


def _find_marked(articles: Sequence[Article], tokens: Tokens) -> Bool:
    """Words under what each article itself marks as boilerplate."""
    marked = np.zeros(len(tokens.hashes), bool)
    for number, article in enumerate(articles):
        low, high = tokens.bounds[number], tokens.bounds[number + 1]
        for stretch in article.boilerplate:
            begin = np.searchsorted(tokens.starts[low:high], stretch.span.start)
            end = np.searchsorted(tokens.starts[low:high], stretch.span.end)
            marked[low + begin : low + end] = True
    return marked
