"""Reports as HTML, drawn once for each state: drawing a long one takes longer than reading it."""

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import Request

from secondsource.messages import current_language
from secondsource.report.html import Addresses, Parts, render_parts
from secondsource.review.report import Report
from secondsource.web.accounts.asking import find_person
from secondsource.web.accounts.person import Role
from secondsource.web.deciding.beside import Offer, make_actions
from secondsource.web.reports.unlisted import Unlisted, view_unlisted
from secondsource.web.shared.latest import Latest

MOST = 32
"""So many reports are kept drawn: some half a megabyte each."""

_Key = tuple[int, str, int, int]  # examination, language, decisions, and what else it hangs on


class Drawings:
    """The parts of the reports that were shown last. Any thread may use it."""

    def __init__(self, most: int = MOST) -> None:
        self._parts: Latest[_Key, Parts] = Latest(most)
        self._unlisted: Latest[_Key, Unlisted] = Latest(most)

    def draw(self, number: int, report: Report, removed: Mapping[str, str], offer: Offer) -> Parts:
        """The parts of a report in the reader's language.

        Args:
            number: of its examination; it tells two reports apart, and so do the decisions in it.
            report: with what people decided.
            removed: when articles that it names were removed (ISO 8601, UTC), by id.
            offer: what the reader is offered to decide, beside each item.
        """
        state = hash((report.decided, report.verdicts, tuple(sorted(removed.items()))))
        key = (number, current_language(), state, offer)
        drawn = self._parts.find(key)
        if drawn is None:
            actions = make_actions(report, offer, told=True)
            drawn = render_parts(report, actions, _find_addresses(report), removed)
            self._parts.keep(key, drawn)
        return drawn

    def draw_unlisted(self, number: int, report: Report, page: int) -> Unlisted:
        """A page of the statements that a report does not list, in the reader's language.

        Args:
            number: of its examination.
            report: with what people decided.
            page: from 1 on.
        """
        key = (number, current_language(), hash(report.decided), page)
        drawn = self._unlisted.find(key)
        if drawn is None:
            drawn = view_unlisted(report, page)
            self._unlisted.keep(key, drawn)
        return drawn


def _find_addresses(report: Report) -> Addresses:
    """Where the articles that were in the archive when a report was made have their pages."""
    archived = {id_ for id_, _when in report.added}
    return lambda id_: f"/articles/{quote(id_, safe='')}" if id_ in archived else ""


def draw_report(
    request: Request,
    number: int,
    report: Report,
    removed: Mapping[str, str],
    offer: Offer,
) -> Parts:
    """The parts of a report, drawn now or before.

    Args:
        request: whose reader it is for.
        number: of its examination.
        report: with what people decided.
        removed: when articles that it names were removed (ISO 8601, UTC), by id.
        offer: what its reader is offered to decide (see `find_offer`).
    """
    drawings: Drawings = request.app.state.drawings
    return drawings.draw(number, report, removed, offer)


def draw_unlisted(
    request: Request, number: int, report: Report, page: int, offer: Offer
) -> Unlisted:
    """A page of the statements that a report does not list; none where nobody may decide on them.

    Args:
        request: whose reader it is for.
        number: of its examination.
        report: with what people decided.
        page: from 1 on.
        offer: as in `draw_report`.
    """
    if offer is not Offer.EVERYTHING:
        return Unlisted()
    drawings: Drawings = request.app.state.drawings
    return drawings.draw_unlisted(number, report, page)


def find_offer(request: Request, *, is_latest: bool, is_removed: bool) -> Offer:
    """What whoever asks is offered to decide on a report.

    Args:
        request: theirs.
        is_latest: whether no later examination of its article is kept; decisions are kept with
            the words of the latest, so they are offered on no other.
        is_removed: whether its article was removed: what was decided on it is taken back or
            looked at again, and nothing new is asked.
    """
    if not (is_latest and find_person(request).role.covers(Role.REVIEWER)):
        return Offer.NOTHING
    return Offer.UNDOING if is_removed else Offer.EVERYTHING
