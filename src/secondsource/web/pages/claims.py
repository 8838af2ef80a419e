"""The queue of claims: those most worth a person's time first."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from secondsource.archive.claims import QueueFilter, QueueKey, key_of
from secondsource.evidence.finding import Standing
from secondsource.messages import gettext as _
from secondsource.report.tallies import say_queued, say_queued_before
from secondsource.report.wording import STANDING_LABEL, STANDING_MEANING, say_language
from secondsource.review.queue import QueuedClaim
from secondsource.web.accounts.asking import Anybody
from secondsource.web.deciding.refresher import count_due, find_refresher
from secondsource.web.layout import show_page
from secondsource.web.numbers import LARGEST_NUMBER
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_PAGE = 40


class QueueForm(BaseModel):
    """What of the queue a person wants to see; `after` is where the page before ended."""

    model_config = ConfigDict(extra="ignore")

    standing: Literal["", *Standing] = ""  # type: ignore[valid-type]
    outlet: str = Field(default="", max_length=500)
    language: str = Field(default="", max_length=20)
    state: Literal["", "open", "decided", "flagged"] = "open"
    worth: float | None = Field(default=None, ge=0, le=1)
    number: int | None = Field(default=None, ge=0, le=LARGEST_NUMBER)

    def make_filter(self) -> QueueFilter:
        """Which claims these are."""
        return QueueFilter(
            standing=Standing(self.standing) if self.standing else None,
            outlet=self.outlet or None,
            language=self.language or None,
            decided={"open": False, "decided": True}.get(self.state),
            flagged=True if self.state == "flagged" else None,
        )

    def find_place(self) -> QueueKey | None:
        """Where the page before ended; None on the first page."""
        if self.worth is None or self.number is None:
            return None
        return QueueKey(self.worth, self.number)


@router.get("/claims", response_class=HTMLResponse)
def show_queue(
    request: Request,
    person: Anybody,  # noqa: ARG001
    form: Annotated[QueueForm, Query()],
) -> Response:
    """A page of the queue."""
    wanted = form.make_filter()
    with find_desk(request).lend() as archive:
        found = archive.examinations.claims.read(wanted, _PAGE + 1, form.find_place())
        count = archive.examinations.claims.count(wanted)
        coverage = archive.coverage()
        due = count_due(request, archive)
        behind = len(find_refresher(request).list_given_up(archive))
    following = key_of(found[_PAGE - 1]) if len(found) > _PAGE else None
    return show_page(
        request,
        "claims.html.j2",
        form=form,
        claims=found[:_PAGE],
        count=count,
        due=due,
        behind=behind,
        coverage=coverage,
        tongues=[(code, say_language(code)) for code in coverage.languages],
        tell=_say_counts,
        following=_write_address(form, following) if following else None,
        labels={standing: _(label) for standing, label in STANDING_LABEL.items()},
        meanings={standing: _(meaning) for standing, meaning in STANDING_MEANING.items()},
    )


def _write_address(form: QueueForm, place: QueueKey) -> str:
    """The address of the page that follows."""
    kept = form.model_dump(exclude={"worth", "number"})
    return f"/claims?{urlencode({**kept, 'worth': place.worth, 'number': place.number})}"


def _say_counts(claim: QueuedClaim) -> str:
    """Who says the same and who the contrary, counted by origins."""
    same, contrary = claim.supporting, claim.disputing
    if claim.may_support is None or claim.may_dispute is None:
        return say_queued_before(same, contrary, claim.echoes, claim.articles)
    signs = {
        "supports": same - claim.may_support,
        "may_supports": claim.may_support,
        "disputes": contrary - claim.may_dispute,
        "may_disputes": claim.may_dispute,
        "echo": claim.echoes,
    }
    facts = [Standing(fact) for fact in claim.facts.split(",") if fact]
    return say_queued(signs, claim.articles, facts)
