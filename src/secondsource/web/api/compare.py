"""Two articles side by side: what both have, and what was changed."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from secondsource.report.jsonform.comparison import comparison_json
from secondsource.web.api.shapes import PROBLEMS, EntryShape, JsonObject, Shape, SpanShape
from secondsource.web.articles.comparisons import compare_for
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api/compare", tags=["families"])


class PairFilters(BaseModel):
    """Which two articles."""

    model_config = ConfigDict(extra="forbid")

    left: str = Field(min_length=1, max_length=300, description="Its id, or six of its signs.")
    right: str = Field(min_length=1, max_length=300, description="Another one's.")


class RowShape(Shape):
    """Places of both texts that belong together; a side that is null has nothing there."""

    left: SpanShape | None
    right: SpanShape | None
    left_differs: list[SpanShape] = Field(description="What only the left one has.")
    right_differs: list[SpanShape]
    edits: list[str] = Field(description="The kinds of change in it; docs/edits.md has them.")


class ComparisonShape(Shape):
    """Two articles held against each other."""

    left: EntryShape
    right: EntryShape
    edge: JsonObject | None = Field(
        description="Who has it from whom, as in families; null where nothing ties the two."
    )
    edits: list[JsonObject] = Field(description="From the left to the right, whichever was first.")
    edits_left_out: int | None = Field(description="Further ones of mere wording.")
    rows: list[RowShape]
    more_rows: bool = Field(description="Whether there are more than were given.")


@router.get("", responses=PROBLEMS, summary="Two articles side by side")
def show_comparison(request: Request, filters: Annotated[PairFilters, Query()]) -> ComparisonShape:
    """Any two articles of the archive; two languages may take some seconds."""
    with find_desk(request).lend() as archive:
        left, right = archive.get(filters.left), archive.get(filters.right)
        comparison = compare_for(request, archive, left, right)
    return ComparisonShape.model_validate(comparison_json(comparison))
