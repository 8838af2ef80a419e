"""Comparisons of two articles, worked out once and one at a time: a translation takes seconds."""

import threading
from typing import TypeAlias

from fastapi import Request

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.errors import BusyError
from secondsource.jobs.compare import compare_given
from secondsource.lineage.compare import Comparison
from secondsource.messages import gettext as _
from secondsource.web.accounts.asking import find_person
from secondsource.web.shared.latest import Latest
from secondsource.web.shared.places import Places

_MOST = 32
"""So many comparisons are kept, each with both of its texts."""
_MOST_ASKED = 3
"""So many are worked out or waited for at one time; pages are answered meanwhile."""
MOST_OF_ONE = 2
"""Of these so many for one person."""

# Whole articles and no ids: one that was removed may be there again with another text.
_Pair: TypeAlias = tuple[Article, Article]


class Comparisons:
    """The comparisons that were shown last. Any thread may use it."""

    def __init__(self, most: int = _MOST) -> None:
        self._kept: Latest[_Pair, Comparison] = Latest(most)
        self._places = Places(_MOST_ASKED, MOST_OF_ONE)
        self._working = threading.Lock()

    def compare(self, archive: Archive, pair: _Pair, person: str) -> Comparison:
        """Two articles held against each other, now or before.

        Raises:
            BusyError: as many are being worked out as may be at one time.
            ComparisonError: both are one article.
        """
        found = self._kept.find(pair)
        if found is not None:
            return found
        if not self._places.take(person):
            raise BusyError(_("Other articles are being compared just now. Try again in a moment."))
        try:
            with self._working:  # the network reads for one at a time
                return self._kept.find(pair) or self._work_out(archive, pair)
        finally:
            self._places.give_back(person)

    def _work_out(self, archive: Archive, pair: _Pair) -> Comparison:
        made = compare_given(*pair, archive)
        self._kept.keep(pair, made)
        return made


def compare_for(request: Request, archive: Archive, left: Article, right: Article) -> Comparison:
    """Two articles held against each other for whoever asks.

    Raises:
        BusyError: as many are being worked out as may be at one time.
        ComparisonError: both are one article.
    """
    comparisons: Comparisons = request.app.state.comparisons
    return comparisons.compare(archive, (left, right), find_person(request).name)
