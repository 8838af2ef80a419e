"""Reports as HTML, drawn once for each state: drawing a long one takes longer than reading it."""

import threading
from collections import OrderedDict
from typing import TypeAlias
from urllib.parse import quote

from fastapi import Request

from secondsource.messages import current_language
from secondsource.report.html import Addresses, Parts, render_parts
from secondsource.report.report import Report
from secondsource.web.accounts.asking import find_person
from secondsource.web.accounts.person import Role
from secondsource.web.deciding.beside import make_actions

MOST = 32
"""So many reports are kept drawn: some half a megabyte each."""

_Key: TypeAlias = tuple[int, str, int, bool]


class Drawings:
    """The parts of the reports that were shown last. Any thread may use it."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._parts: OrderedDict[_Key, Parts] = OrderedDict()
        self._lock = threading.Lock()

    def draw(self, number: int, report: Report, *, may_decide: bool) -> Parts:
        """The parts of a report in the reader's language.

        Args:
            number: of its examination; it tells two reports apart, and so do the decisions in it.
            report: with what people decided.
            may_decide: whether the reader is offered to decide, beside each item.
        """
        key = (number, current_language(), hash(report.decided), may_decide)
        with self._lock:
            found = self._parts.get(key)
            if found is not None:
                self._parts.move_to_end(key)
                return found
        actions = make_actions(report, may_decide=may_decide)
        drawn = render_parts(report, actions, _find_addresses(report))
        with self._lock:
            self._parts[key] = drawn
            while len(self._parts) > self._most:
                self._parts.popitem(last=False)
        return drawn


def _find_addresses(report: Report) -> Addresses:
    """Where the articles that were in the archive when a report was made have their pages."""
    archived = {id_ for id_, _when in report.added}
    return lambda id_: f"/articles/{quote(id_, safe='')}" if id_ in archived else ""


def draw_report(request: Request, number: int, report: Report, *, is_latest: bool) -> Parts:
    """The parts of a report, drawn now or before.

    Args:
        request: whose reader it is for.
        number: of its examination.
        report: with what people decided.
        is_latest: whether no later examination of its article is kept; decisions are kept with
            the words of the latest, so they are offered on no other.
    """
    drawings: Drawings = request.app.state.drawings
    may_decide = is_latest and find_person(request).role.covers(Role.REVIEWER)
    return drawings.draw(number, report, may_decide=may_decide)
