"""People and bodies: whom the archive names; one with the articles that name and quote them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import Field

from secondsource.archive import Archive
from secondsource.jobs.everybody import find_people, shape_people
from secondsource.jobs.people import list_quotes
from secondsource.reading.names.name import NameKind
from secondsource.reading.names.people import Someone
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, EntryShape, Page, Shape
from secondsource.web.desk import find_desk

router = APIRouter(prefix="/api/people", tags=["people and bodies"])
PersonId = Annotated[str, Path(max_length=300, description="An id, as in the list.")]


class VariantShape(Shape):
    """One way in which a name is written, and how often."""

    text: str
    count: int


class SomeoneShape(Shape):
    """A person or a body in short."""

    id: str
    name: str
    kind: NameKind
    names: list[str] = Field(description="The full names.")
    variants: list[VariantShape] = Field(description="All ways of writing them.")
    articles: int = Field(description="How many articles name them.")
    credited: int = Field(description="How many of these have a credit of them.")
    decided: list[int] = Field(description="The numbers of people's decisions on their names.")


class PeopleReachShape(Shape):
    """When people were gathered (null: never), and how many articles came and went since."""

    made_at: str | None
    later: int
    removed: int


class PeoplePage(Page[SomeoneShape]):
    """A page of people and bodies."""

    reach: PeopleReachShape


class QuoteShape(Shape):
    """What an article has somebody say."""

    article: str
    source: str = Field(description="The words that name them there.")
    words: str


class SomeoneInFull(SomeoneShape):
    """A person or a body, with a page of the articles that name them, the newest first."""

    named_in: list[EntryShape]
    quotes: list[QuoteShape] = Field(description="In these articles, so far as they were read.")
    next: str | None


class PeopleFilters(PageFilters):
    """Who is listed, and how many."""

    name: str | None = Field(default=None, max_length=200, description="A spelling, in any script.")
    kind: NameKind | None = None
    after: str | None = Field(
        default=None, max_length=300, description="`next` of the page before."
    )


@router.get("", responses=PROBLEMS, summary="People and bodies, the most named first")
def list_people(request: Request, filters: Annotated[PeopleFilters, Query()]) -> PeoplePage:
    """Everybody whom the archive names, or those whom a spelling may mean."""
    with find_desk(request).lend() as archive:
        reach = shape_people(archive)
        found = _find(archive, filters)
    people, following = split_page(found, filters.limit, lambda someone: someone.id)
    return PeoplePage(
        items=[_shape(each) for each in people],
        next=following,
        reach=PeopleReachShape.model_validate(reach),
    )


@router.get("/{id}", responses=PROBLEMS, summary="One person or body")
def show_person(
    request: Request, id: PersonId, filters: Annotated[PageFilters, Query()]
) -> SomeoneInFull:
    """How the name is written, which articles name them, what these have them say."""
    start = read_number(filters.after) or 0
    with find_desk(request).lend() as archive:
        shape_people(archive)
        someone = archive.people.get(id)
        places = list(enumerate(someone.articles[::-1], start=1))
        found = places[start : start + filters.limit + 1]
        page, following = split_page(found, filters.limit, lambda place: str(place[0]))
        ordinals = [ordinal for _, ordinal in page]
        entries = archive.listing.find(ordinals)
        quotes = _list_quotes(archive, someone, ordinals)
    return SomeoneInFull(
        **dict(_shape(someone)),
        named_in=[EntryShape.model_validate(entries[each]) for each in ordinals if each in entries],
        quotes=quotes,
        next=following,
    )


def _find(archive: Archive, filters: PeopleFilters) -> Sequence[Someone]:
    """Who fits, from where the page before ended, with one more than the page holds."""
    spelling = (filters.name or "").strip()
    if not spelling:
        return archive.people.most_named(filters.kind, filters.limit + 1, filters.after)
    found = [s for s in find_people(archive, spelling) if filters.kind in (None, s.kind)]
    ids = [someone.id for someone in found]
    start = ids.index(filters.after) + 1 if filters.after in ids else 0
    return found[start : start + filters.limit + 1]


def _list_quotes(archive: Archive, someone: Someone, ordinals: Sequence[int]) -> list[QuoteShape]:
    """What these articles have somebody say; those that were removed are left out."""
    within = replace(someone, articles=tuple(sorted(ordinals)))
    quotes = list_quotes(archive, [within]).get(someone.id, [])
    named = sorted({quote.article for quote in quotes})
    entries, texts = archive.listing.find(named), archive.browser.texts(named)
    return [
        QuoteShape(
            article=entries[each.article].id,
            source=each.said.source,
            words=" … ".join(span.of(texts[each.article]) for span in each.said.spans),
        )
        for each in quotes
        if each.article in entries and each.article in texts
    ]


def _shape(someone: Someone) -> SomeoneShape:
    return SomeoneShape(
        id=someone.id,
        name=someone.name,
        kind=someone.kind,
        names=list(someone.names),
        variants=[VariantShape.model_validate(each) for each in someone.variants],
        articles=len(someone.articles),
        credited=len(someone.credited),
        decided=list(someone.decided),
    )
