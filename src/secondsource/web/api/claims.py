"""The queue of claims: those most worth a person's time first."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field, field_validator

from secondsource.archive.claims import QueueFilter, QueueKey, key_of
from secondsource.errors import RequestError
from secondsource.evidence.finding import Standing
from secondsource.messages import gettext as _
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, Page, Shape
from secondsource.web.deciding.behind import list_behind
from secondsource.web.deciding.refresher import count_due
from secondsource.web.numbers import LARGEST_NUMBER
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["claims"])


class ClaimShape(Shape):
    """A claim of a kept report, as it stands with what people decided."""

    article: str
    statement: str
    text: str
    standing: Standing
    machine: Standing = Field(description="The standing without people's decisions.")
    worth: float = Field(description="How much it leaves for a person to decide, 0 to 1.")
    checkworthiness: float
    supporting: int = Field(description="Independent origins that say the same, or may.")
    disputing: int = Field(description="Independent origins that say the contrary, or may.")
    may_support: int | None = Field(
        description="Of `supporting` those that only may: no passage is read surely. Null where an "
        "earlier version kept the claim."
    )
    may_dispute: int | None = Field(description="The same of `disputing`.")
    echoes: int
    articles: int = Field(description="All articles that take a side.")
    facts: list[Standing] = Field(
        description="What stands for each of its facts, in their order; none where it holds one."
    )
    decided: bool
    flagged: bool = Field(description="The text under a decision or verdict changed: look again.")
    language: str | None
    outlet: str | None
    published: str | None

    @field_validator("facts", mode="before")
    @classmethod
    def part_facts(cls, value: object) -> object:
        """The standings that the archive keeps joined by commas."""
        return [each for each in value.split(",") if each] if isinstance(value, str) else value


class ClaimPage(Page[ClaimShape]):
    """A page of the queue."""

    count: int = Field(description="How many claims of this kind there are, on all pages.")


class ClaimFilters(PageFilters):
    """Which claims are listed, and how many."""

    standing: Standing | None = None
    outlet: str | None = Field(default=None, max_length=500)
    language: str | None = Field(default=None, max_length=20)
    decided: bool | None = None
    flagged: bool | None = None
    after: str | None = Field(default=None, max_length=60, description="`next` of the page before.")


@router.get("/claims", responses=PROBLEMS, summary="The queue of claims")
def list_claims(request: Request, filters: Annotated[ClaimFilters, Query()]) -> ClaimPage:
    """The claims of all kept reports, those most worth deciding first."""
    wanted = QueueFilter(
        filters.standing, filters.outlet, filters.language, filters.decided, filters.flagged
    )
    with find_desk(request).lend() as archive:
        queue = archive.examinations.claims
        found = queue.read(wanted, filters.limit + 1, _read_place(filters.after))
        count = queue.count(wanted)
        count_due(request, archive)
    claims, following = split_page(found, filters.limit, lambda claim: _write_place(key_of(claim)))
    items = [ClaimShape.model_validate(claim) for claim in claims]
    return ClaimPage(items=items, next=following, count=count)


class BehindShape(Shape):
    """A kept report whose claims do not follow yet what people decided."""

    article: str
    title: str | None
    given_up: bool = Field(
        description="False: it follows in a moment. True: it was tried, and this report cannot; "
        "`POST /api/articles/{article}/examine` makes one that does."
    )


@router.get("/claims/behind", responses=PROBLEMS, summary="Claims that do not follow decisions yet")
def list_claims_behind(
    request: Request, filters: Annotated[PageFilters, Query()]
) -> Page[BehindShape]:
    """The reports whose claims in the queue do not follow yet what was decided last."""
    with find_desk(request).lend() as archive:
        after = read_number(filters.after) or 0
        found = list_behind(request, archive, filters.limit + 1, after)
        count_due(request, archive)
    reports, following = split_page(found, filters.limit, lambda each: str(each.number))
    return Page(items=[BehindShape.model_validate(each) for each in reports], next=following)


def _write_place(place: QueueKey) -> str:
    return f"{place.worth!r}-{place.number}"


def _read_place(cursor: str | None) -> QueueKey | None:
    """Where the page before ended.

    Raises:
        RequestError: the cursor holds no place.
    """
    if cursor is None:
        return None
    worth, _dash, number = cursor.rpartition("-")
    try:
        place = QueueKey(float(worth), int(number))
    except ValueError:
        place = QueueKey(-1, 0)
    if not (0 <= place.worth <= 1 and 0 <= place.number < LARGEST_NUMBER):
        raise RequestError(_("`after` is not what a page gave as its `next`."))
    return place
