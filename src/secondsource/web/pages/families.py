"""Families of text: the largest; one with its timeline, its tree and the reasons for its ties."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from secondsource.archive import Archive
from secondsource.archive.families import FamiliesReach, FamilyHead
from secondsource.jobs.families import read_decided, read_family
from secondsource.lineage.family import Edge, Family
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.messages.retelling import retell
from secondsource.report.descent import Descent, trace_descent
from secondsource.report.html import Actions
from secondsource.report.kinship import view_edge
from secondsource.report.shelf import Label, Shelf
from secondsource.report.timeline import NARROW, WIDE, Judged, draw_timeline
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    FIRST_UNKNOWN,
    TIMELINE_EXPLAINED,
    say_date,
    say_language,
    say_list,
)
from secondsource.review.decided import State
from secondsource.review.kin import DecidedFamily, report_family
from secondsource.review.subject import edge_subject, write_key
from secondsource.web.accounts.asking import find_person
from secondsource.web.accounts.person import Role
from secondsource.web.articles.listed import Listed, list_entry
from secondsource.web.deciding.beside import Offer, make_actions
from secondsource.web.deciding.kept import find_note
from secondsource.web.layout import show_page
from secondsource.web.numbers import LARGEST_NUMBER
from secondsource.web.pages.compare import CHOICES
from secondsource.web.reports.kept import ExaminationNumber
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_A_PAGE = 50
_PARTS_SHOWN = 20
_EDGES_SHOWN = 5  # ties of one article


@dataclass(frozen=True, slots=True)
class HeadView:
    """One family in the list."""

    head: FamilyHead
    label: Label
    languages: str
    dates: str
    decided: str


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
    acts: Markup
    rejected: bool


@dataclass(frozen=True, slots=True)
class PartView:
    """What people's decisions leave together of a family: how many, and who took it from whom."""

    counted: str
    descent: Descent


@dataclass(frozen=True, slots=True)
class MemberView:
    """One article of a family, with its ties to those that it has text from."""

    id: str
    label: Label
    edges: tuple[TieView, ...]
    edges_left_out: int


@router.get("/families", response_class=HTMLResponse)
def show_families(
    request: Request, after: Annotated[int, Query(ge=0, le=LARGEST_NUMBER)] = 0
) -> HTMLResponse:
    """The largest families."""
    with find_desk(request).lend() as archive:
        reach = archive.families.measure()
        found = archive.families.largest(_A_PAGE + 1, after)
        decided = read_decided(archive, found[:_A_PAGE])
        views = [_view_head(archive, head, decided.get(head.id)) for head in found[:_A_PAGE]]
    following = f"/families?after={views[-1].head.number}" if len(found) > _A_PAGE else ""
    return show_page(
        request,
        "families.html.j2",
        families=views,
        reach=reach,
        note=_say_reach(reach),
        after=after,
        following=following,
    )


@router.get("/families/{id}", response_class=HTMLResponse)
def show_family(
    request: Request,
    id: str,
    start: Annotated[int, Query(ge=1, le=10**6)] = 1,
    kept: ExaminationNumber = None,
) -> HTMLResponse:
    """One family; its articles a page at a time from the given place.

    `kept` is the number of a decision that was just taken on a tie of it.
    """
    with find_desk(request).lend() as archive:
        head, decided, shelf = read_family(archive, id)
        reach = archive.families.measure()
        note = find_note(archive, kept)
    family = decided.machine
    act = _make_actions(request, decided, shelf)
    there = [member for member in family.articles if shelf.get(member)]
    page = there[start - 1 : start - 1 + _A_PAGE]
    more = start - 1 + _A_PAGE < len(there)
    address = f"/families/{quote(id, safe='')}?" + urlencode({"start": start + _A_PAGE})
    return show_page(
        request,
        "family.html.j2",
        root=shelf.label(family.root),
        counted=_say_head(head),
        first=_say_first(family, shelf),
        because=retell(show_on_one_line(family.root_because)),
        reached=_say_reach(reach),
        pictures=(_draw(decided, shelf, narrow=False), _draw(decided, shelf, narrow=True)),
        explained=_(TIMELINE_EXPLAINED),
        apart=say_apart(decided),
        parts=[_view_part(part, shelf) for part in decided.parts[:_PARTS_SHOWN]],
        parts_left_out=max(0, len(decided.parts) - _PARTS_SHOWN),
        alone=[Listed(member, shelf.label(member)) for member in decided.alone[:_A_PAGE]],
        alone_left_out=max(0, len(decided.alone) - _A_PAGE),
        look_again=[each.flag for each in decided.decided if each.state is State.FLAGGED],
        members=[_view_member(member, decided, shelf, act) for member in page],
        note=note,
        start=start,
        following=f"{address}#members" if more else "",
        choices=[Listed(member, shelf.label(member)) for member in there[:CHOICES]],
    )


def _say_first(family: Family, shelf: Shelf) -> str:
    """Which article is probably the first, or that nothing decides it."""
    if not family.first_known:
        return _(FIRST_UNKNOWN)
    return _("Probably first: %(outlet)s.", outlet=shelf.label(family.root).outlet)


def _say_reach(reach: FamiliesReach) -> str:
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


def say_apart(decided: DecidedFamily) -> str:
    """How a family falls apart by what people decided; empty where it does not."""
    if not decided.is_apart:
        return ""
    parts, alone = len(decided.parts), len(decided.alone)
    told = [
        ngettext("%(num)s family of text", "%(num)s families of text", parts) if parts else "",
        ngettext("%(num)s article alone", "%(num)s articles alone", alone) if alone else "",
    ]
    return _(
        "As people decided, it is: %(parts)s.", parts=say_list([each for each in told if each])
    )


def _say_decided(decided: DecidedFamily | None) -> str:
    """What the list says of a family on whose ties people decided."""
    if decided is None or not decided.decided:
        return ""
    if any(each.state is State.FLAGGED for each in decided.decided):
        return _("A decision on it has to be looked at again.")
    return say_apart(decided) or _("People decided on its ties.")


def _view_part(part: Family, shelf: Shelf) -> PartView:
    count = ngettext("%(num)s article", "%(num)s articles", len(part.articles))
    return PartView(count, trace_descent(part, shelf))


def _make_actions(request: Request, decided: DecidedFamily, shelf: Shelf) -> Actions:
    """What stands beside a tie: what people decided of it, and for a reviewer the way to decide."""
    report = report_family(decided.machine, tuple(shelf.articles.values()))
    may_decide = find_person(request).role.covers(Role.REVIEWER)
    offer = Offer.EVERYTHING if may_decide else Offer.NOTHING
    return make_actions(replace(report, decided=decided.decided), offer, family=decided.machine.id)


def _view_head(archive: Archive, head: FamilyHead, decided: DecidedFamily | None) -> HeadView:
    entry = archive.listing.find_ids([head.root]).get(head.root)
    label = list_entry(entry).label if entry else Shelf("", {}).label(head.root)
    told = _say_decided(decided)
    return HeadView(head, label, _say_languages(head.languages), _say_dates(head), told)


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


def _draw(decided: DecidedFamily, shelf: Shelf, *, narrow: bool) -> Markup:
    name, sheet = ("tl-narrow", NARROW) if narrow else ("tl-wide", WIDE)
    judged = Judged(
        frozenset((edge.child, edge.parent) for edge in decided.confirmed),
        frozenset((edge.child, edge.parent) for edge in decided.rejected),
    )
    return Markup(draw_timeline(decided.machine, shelf, sheet, name, judged))


def _view_member(member: str, decided: DecidedFamily, shelf: Shelf, act: Actions) -> MemberView:
    edges = [edge for edge in decided.machine.edges if edge.child == member]
    touched = {each.subject for each in decided.decided}
    edges.sort(key=lambda e: (edge_subject(e) not in touched, not e.directed, -e.confidence))
    views = tuple(_view_tie(edge, decided, shelf, act) for edge in edges[:_EDGES_SHOWN])
    return MemberView(member, shelf.label(member), views, max(0, len(edges) - _EDGES_SHOWN))


def _view_tie(edge: Edge, decided: DecidedFamily, shelf: Shelf, act: Actions) -> TieView:
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
        acts=act(view.subject),
        rejected=view.subject in decided.rejected,
    )
