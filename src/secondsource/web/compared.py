"""Comparisons of two articles, worked out once and one at a time: a translation takes seconds."""

import threading
from collections import OrderedDict
from typing import TypeAlias

from fastapi import Request

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.jobs.compare import compare_given
from secondsource.lineage.compare import Comparison

MOST = 32
"""So many comparisons are kept, each with both of its texts."""

_Pair: TypeAlias = tuple[str, str]


class Comparisons:
    """The comparisons that were shown last. Any thread may use it."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[_Pair, Comparison] = OrderedDict()
        self._lock = threading.Lock()

    def compare(self, archive: Archive, left: Article, right: Article) -> Comparison:
        """Two articles held against each other, now or before.

        Raises:
            ComparisonError: both are one article.
        """
        pair = (left.id, right.id)
        with self._lock:  # whoever asks meanwhile waits: the network reads for one at a time
            found = self._kept.get(pair) or compare_given(left, right, archive)
            self._kept[pair] = found
            self._kept.move_to_end(pair)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found


def find_comparisons(request: Request) -> Comparisons:
    """The comparisons of the workbench that a request is made to."""
    comparisons: Comparisons = request.app.state.comparisons
    return comparisons
