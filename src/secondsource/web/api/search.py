"""Search: passages by their words, each family of articles once with its copies."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from secondsource.jobs.searching import Found, Group, Question, search_groups
from secondsource.web.api.paging import PageFilters
from secondsource.web.api.shapes import DAY, PROBLEMS, EntryShape, Shape
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["search"])


class SearchFilters(PageFilters):
    """What is looked for, and where; `limit` counts texts, each with its copies."""

    q: str = Field(max_length=2_000, description="Words; nothing in them is a command.")
    outlet: str | None = Field(default=None, max_length=500)
    language: str | None = Field(default=None, max_length=20)
    since: str | None = Field(default=None, pattern=DAY)
    until: str | None = Field(default=None, pattern=DAY)
    newest_first: bool = False
    after: str | None = Field(
        default=None, max_length=300, description="`next` of the page before."
    )


class FoundShape(Shape):
    """An article that was found."""

    article: EntryShape
    score: float
    passage: str = Field(description="Its best passage; empty for the copies.")


class GroupShape(Shape):
    """A text that was found: one article of its family, and the others that were found too."""

    shown: FoundShape
    others: list[FoundShape]
    family: str | None = Field(
        description="The id of its family; null for a text that stands alone."
    )
    copies: int = Field(
        description="How many other articles carry this text or part of it, found by these words "
        "or not."
    )


class AnswerShape(Shape):
    """A page of what was found. Copies are counted and listed, never hidden."""

    items: list[GroupShape]
    articles: int
    families: int
    whole: bool = Field(description="False where more passages fit than were looked at.")
    next: str | None


@router.get("/search", responses=PROBLEMS, summary="Search the archive")
def search(request: Request, filters: Annotated[SearchFilters, Query()]) -> AnswerShape:
    """Passages that share most with the words; articles of one family together."""
    question = Question(
        words=filters.q,
        language=filters.language,
        outlet=filters.outlet,
        since=filters.since,
        until=filters.until,
        newest_first=filters.newest_first,
        after=filters.after,
        limit=filters.limit,
    )
    with find_desk(request).lend() as archive:
        answer = search_groups(archive, question)
    return AnswerShape(
        items=[_shape_group(group) for group in answer.groups],
        articles=answer.articles,
        families=answer.families,
        whole=answer.whole,
        next=answer.following,
    )


def _shape_group(group: Group) -> GroupShape:
    return GroupShape(
        shown=_shape_found(group.shown),
        others=[_shape_found(each) for each in group.others],
        family=group.family.id if group.family else None,
        copies=group.family.articles - 1 if group.family else 0,
    )


def _shape_found(found: Found) -> FoundShape:
    return FoundShape(
        article=EntryShape.model_validate(found.entry),
        score=found.match.score,
        passage=found.passage,
    )
