"""The claims whose standing changed: for programs that ask instead of being told."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from secondsource.archive.changes import Reason
from secondsource.evidence.finding import Standing
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, Page, Shape
from secondsource.web.deciding.refresher import count_due
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["changes"])


class ChangedArticleShape(Shape):
    """The article that makes the claim."""

    id: str
    url: str | None
    title: str | None = Field(description="Cut where it is very long, as is the outlet.")
    outlet: str | None
    language: str | None


class ChangedStatementShape(Shape):
    """The claim."""

    id: str
    text: str = Field(description="Cut after 4,000 characters.")


class CauseShape(Shape):
    """What made the standing change."""

    kind: Reason
    number: int | None = Field(description="Of the decision or verdict, where a person made it.")
    by: str | None = Field(description="Whose it is.")


class ChangeShape(Shape):
    """One claim had a standing and has another."""

    number: int
    article: ChangedArticleShape
    statement: ChangedStatementShape
    before: Standing
    after: Standing | None = Field(description="Null: the claim is no longer among those found.")
    machine: Standing | None = Field(description="The standing without people's decisions.")
    because: CauseShape
    at: str


class ChangePage(Page[ChangeShape]):
    """A page of changes."""

    earliest: int | None = Field(
        description="The number of the earliest change that is kept. Where it is higher than the "
        "number after `after`, changes were missed."
    )


class ChangeFilters(PageFilters):
    """Which changes are listed, and how many."""

    after: str | None = Field(
        default=None,
        max_length=20,
        description="`next` of the page before, or the number of the last change that is known.",
    )


@router.get("/changes", responses=PROBLEMS, summary="The claims whose standing changed")
def list_changes(request: Request, filters: Annotated[ChangeFilters, Query()]) -> ChangePage:
    """The earliest first, so that a program goes on from the last number that it has."""
    after = read_number(filters.after) or 0
    with find_desk(request).lend() as archive:
        log = archive.examinations.changes
        found = log.read(after, filters.limit + 1)
        earliest = log.earliest()
        count_due(request, archive)
    changes, following = split_page(found, filters.limit, lambda change: str(change.number))
    items = [ChangeShape.model_validate(change) for change in changes]
    return ChangePage(items=items, next=following, earliest=earliest)
