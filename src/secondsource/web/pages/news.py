"""What happened to a report while somebody had its page open: the page asks now and then."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from secondsource.archive import Archive
from secondsource.messages import gettext as _
from secondsource.report.wording import say_time
from secondsource.review.decision import Verb
from secondsource.web.layout import STOP_ASKING, show_page
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_Number = Annotated[int, Query(ge=0, lt=2**63)]


@dataclass(frozen=True, slots=True)
class Seen:
    """The state of an archive when a page was made: the numbers of what came last.

    `examination` is that of the report on the page; 0 where there was no decision or verdict yet.
    """

    article: str
    examination: int
    decision: int
    verdict: int

    @property
    def query(self) -> str:
        """The same as the query of an address."""
        return urlencode(
            {
                "article": self.article,
                "examination": self.examination,
                "decision": self.decision,
                "verdict": self.verdict,
            }
        )


def see(archive: Archive, article: str, examination: int) -> Seen:
    """The state of an archive as it is now, for the page of a report."""
    decisions, verdicts = archive.review.latest(1), archive.verdicts.latest(1)
    return Seen(
        article,
        examination,
        decisions[0].number if decisions else 0,
        verdicts[0].number if verdicts else 0,
    )


@router.get("/news")
def show_news(
    request: Request,
    article: Annotated[str, Query(max_length=300)],
    examination: _Number,
    decision: _Number,
    verdict: _Number,
) -> Response:
    """What happened since; nothing, where nothing did."""
    seen = Seen(article, examination, decision, verdict)
    with find_desk(request).lend() as archive:
        sentences = tuple(_tell(archive, seen))
    if not sentences:
        return Response(status_code=204)
    return show_page(
        request, "news.html.j2", status=STOP_ASKING, sentences=sentences, article=article
    )


def _tell(archive: Archive, seen: Seen) -> Iterator[str]:
    history = archive.examinations.history(seen.article)
    if history and history[0].number > seen.examination:
        yield _("It was examined again (%(time)s).", time=say_time(history[0].made_at))
    for decision in archive.review.concerning([seen.article])[-1:]:
        if decision.number > seen.decision:
            told = (
                _("%(name)s wrote a note on it (%(time)s).")
                if decision.verb is Verb.NOTE
                else _("%(name)s decided on it (%(time)s).")
            )
            yield told % {"name": decision.decided_by, "time": say_time(decision.decided_at)}
    for verdict in archive.verdicts.about(seen.article)[-1:]:
        if verdict.number > seen.verdict:
            told = (
                _("%(name)s withdrew a verdict on it (%(time)s).")
                if verdict.withdrawn
                else _("%(name)s gave a verdict on it (%(time)s).")
            )
            yield told % {"name": verdict.decided_by, "time": say_time(verdict.decided_at)}
