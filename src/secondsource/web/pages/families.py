"""Families of text: the largest; one with its timeline, its tree and the reasons for its ties."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from secondsource.archive import Archive
from secondsource.archive.families import FamiliesReach, FamilyHead
from secondsource.jobs.families import shelve_family
from secondsource.lineage.family import Edge, Family
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.messages.retelling import retell
from secondsource.report.descent import trace_descent
from secondsource.report.kinship import view_edge
from secondsource.report.shelf import Label, Shelf
from secondsource.report.timeline import NARROW, WIDE, draw_timeline
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    FIRST_UNKNOWN,
    PROBABLY_FIRST,
    TIMELINE_EXPLAINED,
    say_date,
    say_language,
    say_list,
)
from secondsource.review.subject import write_key
from secondsource.web.desk import find_desk
from secondsource.web.layout import show_page
from secondsource.web.listed import Listed, list_entry
from secondsource.web.pages.compare import CHOICES

router = APIRouter(include_in_schema=False)
_A_PAGE = 50
_EDGES_SHOWN = 5  # ties of one article


@dataclass(frozen=True, slots=True)
class HeadView:
    """One family in the list."""

    head: FamilyHead
    label: Label
    languages: str
    dates: str


@dataclass(frozen=True, slots=True)
class TieView:
    """One tie of an article, in words; `key` names it for decisions."""

    key: str
    other_id: str
    other: Label
    relation: str
    coverage: str
    sure: str
    direction: str
    reasons: tuple[str, ...]
    beside: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """One article of a family, with its ties to those that it has text from."""

    id: str
    label: Label
    edges: tuple[TieView, ...]
    edges_left_out: int


@router.get("/families", response_class=HTMLResponse)
def show_families(
    request: Request, after: Annotated[int, Query(ge=0, le=2**53)] = 0
) -> HTMLResponse:
    """The largest families."""
    with find_desk(request).lend() as archive:
        reach = archive.families.measure()
        found = archive.families.largest(_A_PAGE + 1, after)
        views = [_view_head(archive, head) for head in found[:_A_PAGE]]
    following = f"/families?after={views[-1].head.number}" if len(found) > _A_PAGE else ""
    return show_page(
        request,
        "families.html.j2",
        families=views,
        reach=reach,
        note=say_families_reach(reach),
        after=after,
        following=following,
    )


@router.get("/families/{id}", response_class=HTMLResponse)
def show_family(
    request: Request, id: str, start: Annotated[int, Query(ge=1, le=10**6)] = 1
) -> HTMLResponse:
    """One family; its articles a page at a time from the given place."""
    with find_desk(request).lend() as archive:
        head, family = archive.families.get(id)
        shelf = shelve_family(archive, family)
        reach = archive.families.measure()
    there = [member for member in family.articles if shelf.get(member)]
    page = there[start - 1 : start - 1 + _A_PAGE]
    more = start - 1 + _A_PAGE < len(there)
    address = f"/families/{quote(id, safe='')}?" + urlencode({"start": start + _A_PAGE})
    return show_page(
        request,
        "family.html.j2",
        root=shelf.label(family.root),
        counted=_say_head(head),
        first=_(PROBABLY_FIRST) + "." if family.first_known else _(FIRST_UNKNOWN),
        because=retell(show_on_one_line(family.root_because)),
        note=say_families_reach(reach),
        pictures=(_draw(family, shelf, narrow=False), _draw(family, shelf, narrow=True)),
        explained=_(TIMELINE_EXPLAINED),
        descent=trace_descent(family, shelf),
        members=[_view_member(member, family, shelf) for member in page],
        start=start,
        following=f"{address}#members" if more else "",
        choices=[Listed(member, shelf.label(member)) for member in there[:CHOICES]],
    )


def say_families_reach(reach: FamiliesReach) -> str:
    """What of the archive the families do not cover; empty where they cover all of it."""
    if reach.made_at is None:
        return _("Which articles share a text has not been worked out yet.")
    told = []
    if reach.later:
        told.append(
            ngettext(
                "%(num)s article was added since they were worked out, and is in none.",
                "%(num)s articles were added since they were worked out, and are in none.",
                reach.later,
            )
        )
    if reach.removed:
        told.append(
            ngettext(
                "%(num)s article was removed since and is still counted.",
                "%(num)s articles were removed since and are still counted.",
                reach.removed,
            )
        )
    return " ".join(told)


def _view_head(archive: Archive, head: FamilyHead) -> HeadView:
    entry = archive.listing.find_ids([head.root]).get(head.root)
    label = list_entry(entry).label if entry else Shelf("", {}).label(head.root)
    return HeadView(head, label, _say_languages(head.languages), _say_dates(head))


def _say_head(head: FamilyHead) -> str:
    return _(
        "%(articles)s of %(outlets)s, in %(languages)s; %(dates)s.",
        articles=ngettext("%(num)s article", "%(num)s articles", head.articles),
        outlets=ngettext("%(num)s outlet", "%(num)s outlets", head.outlets),
        languages=_say_languages(head.languages) or _("unknown languages"),
        dates=_say_dates(head) or _("no dates known"),
    )


def _say_languages(codes: Sequence[str]) -> str:
    return say_list([say_language(code) for code in codes])


def _say_dates(head: FamilyHead) -> str:
    if not head.first or not head.last:
        return ""
    first, last = say_date(head.first), say_date(head.last)
    if first == last:
        return first
    return _("%(first)s to %(last)s", first=first, last=last)


def _draw(family: Family, shelf: Shelf, *, narrow: bool) -> Markup:
    name, sheet = ("tl-narrow", NARROW) if narrow else ("tl-wide", WIDE)
    return Markup(draw_timeline(family, shelf, sheet, name))


def _view_member(member: str, family: Family, shelf: Shelf) -> MemberView:
    edges = [edge for edge in family.edges if edge.child == member]
    edges.sort(key=lambda edge: (-edge.directed, -edge.confidence))
    views = tuple(_view_tie(edge, shelf) for edge in edges[:_EDGES_SHOWN])
    return MemberView(member, shelf.label(member), views, max(0, len(edges) - _EDGES_SHOWN))


def _view_tie(edge: Edge, shelf: Shelf) -> TieView:
    view = view_edge(edge, shelf)
    return TieView(
        key=write_key(view.subject),
        other_id=edge.parent,
        other=view.parent,
        relation=view.relation,
        coverage=view.coverage,
        sure=_("The program is %(sure)s of this.", sure=view.sure),
        direction=view.direction,
        reasons=tuple(reason.sentence for reason in view.reasons),
        beside="/compare?" + urlencode({"left": edge.parent, "right": edge.child}),
    )
