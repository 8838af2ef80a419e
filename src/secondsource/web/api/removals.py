"""What was removed from the archive: by whom, and when."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from secondsource.jobs.removing import list_staying, say_lost
from secondsource.web.accounts.asking import Admin
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, Page, Shape, WholeId
from secondsource.web.articles.removing import find_whole
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["articles"])


class RemovalShape(Shape):
    """The note that somebody removed an article."""

    number: int
    id: str
    title: str | None
    outlet: str | None
    removed_at: str
    removed_by: str = Field(
        description="Empty where an earlier version of the program removed it, without a name."
    )
    is_back: bool = Field(description="Whether the same article was added again.")


class AheadShape(Shape):
    """What removing an article would do, in sentences; nothing is done yet."""

    id: str
    goes: list[str]
    stays: list[str]


@router.get("/removals/{id:path}", responses=PROBLEMS, summary="What would go with an article")
def show_ahead(request: Request, person: Admin, id: WholeId) -> AheadShape:  # noqa: ARG001
    """What would go with it and what would stay; `DELETE /api/articles/{id}` removes it."""
    with find_desk(request).lend() as archive:
        found = find_whole(archive, id)
        stays = list_staying(archive, found.id)
    return AheadShape(id=found.id, goes=list(say_lost()), stays=list(stays))


@router.get("/removals", responses=PROBLEMS, summary="The articles that were removed")
def list_removals(request: Request, filters: Annotated[PageFilters, Query()]) -> Page[RemovalShape]:
    """The latest first, each with who removed it and when."""
    before = read_number(filters.after)
    with find_desk(request).lend() as archive:
        found = archive.listing.removals.latest(filters.limit + 1, before)
    page, following = split_page(found, filters.limit, lambda note: str(note.number))
    return Page(items=[RemovalShape.model_validate(note) for note in page], next=following)
