"""People and bodies: whom the archive names; one with the articles that name and quote them."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision
from secondsource.jobs.everybody import (
    find_decided,
    find_people,
    list_decisions,
    merge_two,
    shape_people,
    split_off,
    take_back,
)
from secondsource.jobs.people import ABOUT, list_quotes
from secondsource.names.cluster import Join
from secondsource.names.name import NameKind
from secondsource.names.people import Someone
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import (
    MOST_ITEMS,
    PROBLEMS,
    EntryShape,
    Page,
    Shape,
)
from secondsource.web.numbers import Number
from secondsource.web.shared.desk import find_desk

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


class JoinShape(Shape):
    """Why two names are taken for one."""

    left: str
    right: str
    reasons: list[str]


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


class NamingShape(Shape):
    """What somebody decided of names: that they are one's, or not, or the undoing of that."""

    number: int
    verb: Literal["merge", "split", "undo"]
    names: list[str] = Field(
        description="merge: the two that are one; split: the one that stays and those taken off; "
        "undo: those of the decision that is taken back."
    )
    decided_by: str
    decided_at: str
    undoes: int | None
    undone: bool


class NamedShape(Shape):
    """A decision on names, and those whose the names are now."""

    decision: NamingShape
    people: list[SomeoneShape]


class Merging(BaseModel):
    """Who else it is."""

    model_config = ConfigDict(extra="forbid")

    other: str = Field(max_length=300, description="The id of the other.")


class Splitting(BaseModel):
    """Which names are somebody else's."""

    model_config = ConfigDict(extra="forbid")

    names: list[Annotated[str, Field(max_length=500)]] = Field(
        min_length=1, max_length=MOST_ITEMS, description="Some of the full `names`, not all."
    )


class SomeoneInFull(SomeoneShape):
    """A person or a body, with a page of the articles that name them, the newest first."""

    named_in: list[EntryShape]
    credited_in: list[str] = Field(description="The ids of those of these that credit them.")
    surname_only: int = Field(
        description="How many more articles have only such a surname; these are not counted."
    )
    joins: list[JoinShape] = Field(description="Why the names are one's; on the first page only.")
    quotes: list[QuoteShape] = Field(description="In these articles, so far as they were read.")
    decisions: list[NamingShape] = Field(
        description="What people decided on the names, the latest first, those taken back too; "
        "on the first page only, 200 at most."
    )
    decisions_count: int = Field(description="How many of these there are.")
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


@router.get("/decisions", responses=PROBLEMS, summary="What people decided on names")
def list_namings(request: Request, filters: Annotated[PageFilters, Query()]) -> Page[NamingShape]:
    """The latest first, those that were taken back too."""
    before = read_number(filters.after)
    with find_desk(request).lend() as archive:
        made = reversed(archive.decisions(ABOUT))
        found = [each for each in made if before is None or each.number < before]
    page, following = split_page(found, filters.limit, lambda each: str(each.number))
    return Page(items=[_shape_naming(each) for each in page], next=following)


@router.post(
    "/decisions/{number}/undo",
    status_code=201,
    responses=PROBLEMS,
    summary="Take a decision on names back",
)
def undo_naming(request: Request, person: Reviewer, number: Number) -> NamedShape:
    """The undoing; both stay in the history. 409: it was taken back before."""
    with find_desk(request).lend() as archive:
        return _shape_named(archive, take_back(archive, number, person.name))


@router.post("/{id}/merge", status_code=201, responses=PROBLEMS, summary="Join two")
def merge_people(request: Request, person: Reviewer, id: PersonId, merging: Merging) -> NamedShape:
    """The decision, signed, that the two are one; its `number` is what takes it back."""
    with find_desk(request).lend() as archive:
        shape_people(archive)
        decision, _merged = merge_two(archive, id, merging.other, person.name)
        return _shape_named(archive, decision)


@router.post("/{id}/split", status_code=201, responses=PROBLEMS, summary="Take names apart")
def split_person(
    request: Request, person: Reviewer, id: PersonId, splitting: Splitting
) -> NamedShape:
    """The decision, signed, that some of the names are somebody else's."""
    with find_desk(request).lend() as archive:
        shape_people(archive)
        decision, _left = split_off(archive, id, splitting.names, person.name)
        return _shape_named(archive, decision)


@router.get("/{id}", responses=PROBLEMS, summary="One person or body")
def show_person(
    request: Request, id: PersonId, filters: Annotated[PageFilters, Query()]
) -> SomeoneInFull:
    """How the name is written, which articles name them, what these have them say, and what
    people decided on the name.
    """
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
        decisions = list_decisions(archive, someone)
    return SomeoneInFull(
        **dict(_shape(someone)),
        named_in=[EntryShape.model_validate(entries[each]) for each in ordinals if each in entries],
        credited_in=[
            entries[each].id for each in ordinals if each in entries and each in someone.credited
        ],
        surname_only=someone.surname_only,
        joins=[_shape_join(each) for each in someone.joins[: 0 if start else MOST_ITEMS]],
        quotes=quotes,
        decisions=[_shape_naming(each) for each in decisions[: 0 if start else MOST_ITEMS]],
        decisions_count=len(decisions),
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


def _shape_join(join: Join) -> JoinShape:
    return JoinShape(
        left=join.left, right=join.right, reasons=[each.sentence for each in join.signals]
    )


def _shape_naming(decision: Decision) -> NamingShape:
    return NamingShape.model_validate({**asdict(decision), "names": list(decision.subject)})


def _shape_named(archive: Archive, decision: Decision) -> NamedShape:
    people = [_shape(each) for each in find_decided(archive, decision)]
    return NamedShape(decision=_shape_naming(decision), people=people)
