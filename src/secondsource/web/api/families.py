"""Families of text: the largest first; one with its articles and who took what from whom."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import Field

from secondsource.archive import Archive
from secondsource.archive.families import FamiliesReach, FamilyHead
from secondsource.jobs.families import read_decided, read_family
from secondsource.lineage.family import Family
from secondsource.report.jsonform.decided import decided_json
from secondsource.report.jsonform.lineage import edge_json
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import MOST_ITEMS, PROBLEMS, EntryShape, JsonObject, Page, Shape
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api/families", tags=["families"])
FamilyId = Annotated[str, Path(max_length=300, description="A family's id, as in the list.")]


class FamilyShape(Shape):
    """A family in short."""

    id: str
    root: str = Field(description="The id of its probable first article.")
    articles: int = Field(description="How many there are.")
    outlets: int = Field(description="How many there are.")
    languages: list[str]
    first: str | None
    last: str | None
    apart: bool = Field(
        default=False, description="True: it falls apart by what people decided on its ties."
    )


class PartShape(Shape):
    """What people's decisions leave together of a family."""

    root: str
    first_known: bool
    articles: list[str] = Field(description="The ids of the first ones.")
    articles_count: int = Field(description="How many there are.")


class FamiliesReachShape(Shape):
    """When families were worked out (null: never), and what came and went since."""

    made_at: str | None
    later: int
    removed: int


class FamiliesPage(Page[FamilyShape]):
    """A page of families."""

    reach: FamiliesReachShape


class FamilyFilters(PageFilters):
    """Which families are listed, and how many."""

    article: str | None = Field(
        default=None, min_length=1, max_length=300, description="Those with this article (its id)."
    )


class FamilyInFull(FamilyShape):
    """A family, its articles a page at a time, each with its edges to those it has text from.

    `decided`, `parts` and `alone` stand on the first page only, with 200 items at most.
    """

    first_known: bool = Field(description="False: the root is only where the edges lead to.")
    root_confidence: float
    members: list[EntryShape]
    edges: list[JsonObject] = Field(description="As in reports; docs/lineage.md describes them.")
    decided: list[JsonObject] = Field(description="What people decided on its edges.")
    decided_count: int = Field(description="How many of these there are.")
    parts: list[PartShape] = Field(
        description="What is left of it without the edges that people reject, the largest first: "
        "one part where they reject none, with 200 ids in all of them together at most. `edges` "
        "are all that the machine found."
    )
    parts_count: int = Field(description="How many parts there are.")
    alone: list[str] = Field(description="The ids of those of which no edge is left.")
    alone_count: int = Field(description="How many of these there are.")
    next: str | None
    reach: FamiliesReachShape


@router.get("", responses=PROBLEMS, summary="The families, the largest first")
def list_families(request: Request, filters: Annotated[FamilyFilters, Query()]) -> FamiliesPage:
    """Which texts were printed more than once; each in full at `/api/families/{id}`."""
    after = read_number(filters.after) or 0
    with find_desk(request).lend() as archive:
        found = _find(archive, filters, after)
        reach = archive.families.measure()
        decided = read_decided(archive, found)
    heads, following = split_page(found, filters.limit, lambda head: str(head.number))
    apart = {id_ for id_, family in decided.items() if family.is_apart}
    items = [_shape_head(head, apart=head.id in apart) for head in heads]
    return FamiliesPage(items=items, next=following, reach=_shape_reach(reach))


@router.get("/{id:path}", responses=PROBLEMS, summary="One family")
def show_family(
    request: Request, id: FamilyId, filters: Annotated[PageFilters, Query()]
) -> FamilyInFull:
    """Its articles in their order, those that were removed left out."""
    start = read_number(filters.after) or 0
    with find_desk(request).lend() as archive:
        head, decided, _shelf = read_family(archive, id)
        family = decided.machine
        places = list(enumerate(family.articles, start=1))[start : start + filters.limit + 1]
        page, following = split_page(places, filters.limit, lambda place: str(place[0]))
        ids = [article for _, article in page]
        entries = archive.listing.find_ids(ids)
        reach = archive.families.measure()
    shown = set(ids)
    most = MOST_ITEMS if start == 0 else 0
    return FamilyInFull(
        **dict(_shape_head(head, apart=decided.is_apart)),
        first_known=family.first_known,
        root_confidence=family.root_confidence,
        members=[EntryShape.model_validate(entries[id_]) for id_ in ids if id_ in entries],
        edges=[edge_json(edge) for edge in family.edges if edge.child in shown],
        decided=[decided_json(each) for each in decided.decided[:most]],
        decided_count=len(decided.decided),
        parts=list(_shape_parts(decided.parts[:most], most)),
        parts_count=len(decided.parts),
        alone=list(decided.alone[:most]),
        alone_count=len(decided.alone),
        next=following,
        reach=_shape_reach(reach),
    )


def _find(archive: Archive, filters: FamilyFilters, after: int) -> list[FamilyHead]:
    """Those that are asked for, after a number, with one more than the page holds."""
    if filters.article is None:
        return archive.families.largest(filters.limit + 1, after)
    holding = archive.families.holding(archive.get(filters.article).id)
    return [head for head in holding if head.number > after][: filters.limit + 1]


def _shape_head(head: FamilyHead, *, apart: bool) -> FamilyShape:
    return FamilyShape.model_validate(head).model_copy(update={"apart": apart})


def _shape_parts(parts: Sequence[Family], most: int) -> Iterator[PartShape]:
    """The parts, with so many ids in all of them together at most."""
    for part in parts:
        ids = list(part.articles[:most])
        most -= len(ids)
        yield PartShape(
            root=part.root,
            first_known=part.first_known,
            articles=ids,
            articles_count=len(part.articles),
        )


def _shape_reach(reach: FamiliesReach) -> FamiliesReachShape:
    return FamiliesReachShape.model_validate(reach)
