"""Reads many texts once and keeps what matching needs: hashed words, anchors, marked words.

Where the words stand in the text is not kept: with it, 100,000 articles would need half a
gigabyte more. The few texts that share something are cut into tokens a second time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from secondsource.article import Article
from secondsource.lineage.matching.columns import Column
from secondsource.lineage.matching.fingerprint import Anchors, find_anchors
from secondsource.lineage.matching.threads import map_in_threads
from secondsource.lineage.matching.tokens import I64, Words, bound, cut_rounds, hash_words, tokenize

_WORD, _ANCHOR = 5, 20  # characters: English has 6 and 27; so much is set aside, not filled

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Scanned:
    """The words and anchors of many texts.

    `marked` are the places (int64, among all words) of the words that the articles themselves
    mark as no part of them.
    """

    words: Words
    anchors: Anchors
    marked: I64


def scan(articles: Sequence[Article]) -> Scanned:
    """What matching needs of each article's text, in the order given."""
    texts = [article.text for article in articles]
    hashes = Column(np.uint32, sum(map(len, texts)) // _WORD)
    anchors = _AnchorColumns(texts)
    lengths, marked = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for part in _map_rounds(_scan_round, articles, texts):
        marked.append(part.marked + len(hashes))
        hashes.append(part.words.hashes)
        lengths.append(part.words.lengths)
        anchors.append(part.anchors, len(part.words))
    words = Words(hashes.close(), bound(np.concatenate(lengths)))
    return Scanned(words, anchors.close(), np.concatenate(marked))


def fingerprint(texts: Sequence[str]) -> Anchors:
    """The anchors of each text, straight from the texts."""
    anchors = _AnchorColumns(texts)
    for part, count in _map_rounds(_fingerprint_round, texts, texts):
        anchors.append(part, count)
    return anchors.close()


class _AnchorColumns:
    """Anchors of more and more texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        expected = sum(map(len, texts)) // _ANCHOR
        self._hashes = Column(np.uint64, expected)
        self._texts = Column(np.int32, expected)
        self._positions = Column(np.int32, expected)
        self._count = 0

    def append(self, anchors: Anchors, count: int) -> None:
        """Put the anchors of so many further texts, which are numbered from 0, at the end."""
        self._hashes.append(anchors.hashes)
        self._texts.append(anchors.texts + np.int32(self._count))
        self._positions.append(anchors.positions)
        self._count += count

    def close(self) -> Anchors:
        """The anchors of all texts; nothing may be added after this."""
        return Anchors(self._hashes.close(), self._texts.close(), self._positions.close())


def _map_rounds(
    work: Callable[[Sequence[_Item]], _Result], items: Sequence[_Item], texts: Sequence[str]
) -> Iterator[_Result]:
    """What some work gives for each round of items, which have these texts."""
    return map_in_threads(work, [items[low:high] for low, high in cut_rounds(texts)])


def _fingerprint_round(texts: Sequence[str]) -> tuple[Anchors, int]:
    return find_anchors(hash_words(texts)), len(texts)


def _scan_round(articles: Sequence[Article]) -> Scanned:
    words = hash_words([article.text for article in articles])
    marked = [np.zeros(0, np.int64)]
    for article, begin in zip(articles, words.bounds[:-1].tolist(), strict=True):
        if article.boilerplate:
            marked.append(begin + _find_marked(article))
    return Scanned(words, find_anchors(words), np.concatenate(marked))


def _find_marked(article: Article) -> I64:
    """The words of an article that stand under what it marks as boilerplate itself."""
    tokens = tokenize([article.text])
    marked = np.zeros(len(tokens.hashes), bool)
    for stretch in article.boilerplate:
        begin, end = np.searchsorted(tokens.starts, (stretch.span.start, stretch.span.end))
        marked[begin:end] = True
    return np.flatnonzero(marked)
