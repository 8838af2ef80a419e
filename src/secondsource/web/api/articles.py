"""Articles: what the archive holds."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from secondsource.archive.listing import Entry, Kept
from secondsource.report.jsonform.articles import article_json
from secondsource.web.accounts.asking import Admin
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import (
    DAY,
    PROBLEMS,
    ArticleId,
    ArticleShape,
    CoverageShape,
    EntryShape,
    Page,
    WholeId,
)
from secondsource.web.articles.removing import remove_article as take_out
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["articles"])


class TextShape(EntryShape):
    """One of the texts that were found at an address."""

    added_at: str = Field(description="When it came into the archive: ISO 8601, UTC.")
    examined_at: str | None = Field(description="When its latest kept report was made.")


class ArticleFilters(PageFilters):
    """Which articles are listed, and how many."""

    outlet: str | None = Field(default=None, max_length=500, description="Of this outlet.")
    language: str | None = Field(default=None, max_length=20, description="ISO 639-1.")
    since: str | None = Field(default=None, pattern=DAY, description="A day, month or year.")
    until: str | None = Field(default=None, pattern=DAY, description="A day, month or year.")


@router.get("/coverage", summary="What the archive holds")
def show_coverage(request: Request) -> CoverageShape:
    """How many articles there are, of which outlets and languages, from when to when."""
    with find_desk(request).lend() as archive:
        return CoverageShape.model_validate(archive.coverage())


@router.get("/articles", responses=PROBLEMS, summary="The articles, those added last first")
def list_articles(
    request: Request, filters: Annotated[ArticleFilters, Query()]
) -> Page[EntryShape]:
    """Which articles there are; each in full at `/api/articles/{id}`."""
    kept = Kept(filters.outlet, filters.language, filters.since, filters.until)
    before = read_number(filters.after)
    with find_desk(request).lend() as archive:
        found = archive.listing.read(kept, filters.limit + 1, before)
    entries, following = split_page(found, filters.limit, lambda entry: str(entry.ordinal))
    return Page(items=[EntryShape.model_validate(entry) for entry in entries], next=following)


@router.get("/articles/{id:path}", responses=PROBLEMS, summary="One article in full")
def show_article(request: Request, id: ArticleId) -> ArticleShape:
    """The text of an article with its credits and links."""
    with find_desk(request).lend() as archive:
        return ArticleShape.model_validate(article_json(archive.get(id)))


@router.get("/texts/{id:path}", responses=PROBLEMS, summary="The texts of an article's address")
def list_texts(
    request: Request, id: ArticleId, filters: Annotated[PageFilters, Query()]
) -> Page[TextShape]:
    """Every text that was found at the address of an article, this one too, the earliest first."""
    after = read_number(filters.after) or 0
    with find_desk(request).lend() as archive:
        article = archive.get(id)
        own = archive.listing.find_ids([article.id]).values()
        found = archive.listing.snapshots(article.url) if article.url else tuple(own)
        left = [entry for entry in found if entry.ordinal > after]
        entries, following = split_page(left, filters.limit, lambda entry: str(entry.ordinal))
        made = archive.examinations.read_made([entry.id for entry in entries])
    items = [_shape_text(entry, made.get(entry.id)) for entry in entries]
    return Page(items=items, next=following)


@router.delete(
    "/articles/{id:path}", status_code=204, responses=PROBLEMS, summary="Remove an article"
)
def remove_article(request: Request, person: Admin, id: WholeId) -> Response:
    """Nothing: its text and bytes are gone; reports, decisions and verdicts on it stay."""
    take_out(request, id, person)
    return Response(status_code=204)


def _shape_text(entry: Entry, examined_at: str | None) -> TextShape:
    return TextShape(
        **dict(EntryShape.model_validate(entry)), added_at=entry.added_at, examined_at=examined_at
    )
