"""What people decide about reports: read, taken, taken back."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from secondsource.jobs.decide import decide, undo
from secondsource.jobs.history import find_standings
from secondsource.review.decision import LONGEST, Decision, Draft, Verb
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, Page, Shape
from secondsource.web.deciding.refresher import find_refresher
from secondsource.web.numbers import LARGEST_NUMBER, Number
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["decisions"])


class DecisionShape(Shape):
    """A decision: on what, what, why, on which words, what the machine had said, whose, when."""

    number: int
    key: str = Field(description="Names the item, as `stance:STATEMENT:ARTICLE:12-80`.")
    verb: Verb
    value: str
    reasons: str
    words: list[str]
    machine: str
    article: str | None
    other: str | None
    seen: int | None
    decided_by: str
    decided_at: str
    undoes: int | None
    undone: bool
    flag: str = Field(
        default="", description="Why somebody has to look at it again; in lists only, else empty."
    )


class DecisionDraft(BaseModel):
    """A decision that is to be taken, in the name of whoever asks."""

    model_config = ConfigDict(extra="forbid")

    key: str = Field(max_length=2_000, description="Of an item of the report kept on `article`.")
    article: str = Field(max_length=1_000)
    verb: Verb
    value: str = Field(default="", max_length=LONGEST)
    reasons: str = Field(default="", max_length=LONGEST)
    seen: int | None = Field(
        default=None,
        ge=1,
        le=LARGEST_NUMBER,
        description="The number of the last decision on this item that was seen; null for none. "
        "Where another came in between the answer is 409, and nothing is lost.",
    )


class DecisionFilters(PageFilters):
    """Which decisions are listed, and how many."""

    key: str | None = Field(default=None, max_length=2_000, description="All on this item.")


@router.get("/decisions", responses=PROBLEMS, summary="What people decided")
def list_decisions(
    request: Request, filters: Annotated[DecisionFilters, Query()]
) -> Page[DecisionShape]:
    """The latest first; or all on one item, the earliest first."""
    after = read_number(filters.after)
    with find_desk(request).lend() as archive:
        if filters.key is not None:
            found = archive.review.history(filters.key, filters.limit + 1, after or 0)
        else:
            found = archive.review.latest(filters.limit + 1, after)
        page, following = split_page(found, filters.limit, lambda each: str(each.number))
        standings = find_standings(archive, page)
    return Page(items=[_shape(each, standings[each.number].flag) for each in page], next=following)


@router.post(
    "/decisions",
    status_code=201,
    responses=PROBLEMS,
    summary="Decide",
)
def take_decision(request: Request, person: Reviewer, draft: DecisionDraft) -> DecisionShape:
    """The decision, signed; the counts of the report follow it at once, those of others soon."""
    given = Draft(
        key=draft.key,
        verb=draft.verb,
        value=draft.value,
        reasons=draft.reasons,
        seen=draft.seen,
    )
    with find_desk(request).lend() as archive:
        kept = decide(archive, draft.article, given, person.name, everywhere=False)
    find_refresher(request).wake()
    return DecisionShape.model_validate(kept)


@router.post(
    "/decisions/{number}/undo", status_code=201, responses=PROBLEMS, summary="Take a decision back"
)
def undo_decision(request: Request, person: Reviewer, number: Number) -> DecisionShape:
    """The undoing; both stay in the history."""
    with find_desk(request).lend() as archive:
        kept = undo(archive, number, person.name, shown=())
    find_refresher(request).wake()
    return DecisionShape.model_validate(kept)


def _shape(decision: Decision, flag: str) -> DecisionShape:
    return DecisionShape.model_validate(decision).model_copy(update={"flag": flag})
