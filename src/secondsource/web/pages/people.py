"""People and bodies: who is named in the archive, one of them, and decisions on whose a name is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision
from secondsource.archive.people import PeopleReach
from secondsource.jobs.everybody import (
    find_decided,
    find_people,
    list_decisions,
    merge_two,
    shape_people,
    split_off,
    take_back,
)
from secondsource.jobs.people import MOST_HEARD, list_quotes
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.names.name import NameKind
from secondsource.names.people import Someone, fold_spelling
from secondsource.report.visible import show_on_one_line
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.articles.listed import Listed, list_entry
from secondsource.web.deciding.kept import KeptNote
from secondsource.web.deciding.words import say_names
from secondsource.web.layout import show_page
from secondsource.web.numbers import LARGEST_NUMBER, OtherNumber
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_A_PAGE = 50
_QUOTES_SHOWN = 20
_QUOTE_LENGTH = 300
_FOUND_SHOWN = 100
Name = Annotated[str, Form(max_length=500)]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """What an article has somebody say."""

    article: Listed
    source: str
    words: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision on names, in a sentence, `at` a time; `undone` once it was taken back."""

    number: int
    sentence: str
    at: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Who else somebody is said to be, as it was written, and who may be meant by it."""

    words: str
    fitting: Sequence[Someone]


@router.get("/people", response_class=HTMLResponse)
def show_people(
    request: Request,
    q: Annotated[str, Query(max_length=200)] = "",
    kind: Annotated[str, Query(pattern="^(person|body|)$")] = "",
    after: Annotated[str, Query(max_length=100)] = "",
) -> HTMLResponse:
    """Everybody whom the archive names, or those whom a spelling may mean."""
    chosen = NameKind(kind) if kind else None
    with find_desk(request).lend() as archive:
        reach = shape_people(archive)
        if q.strip():
            found = [s for s in find_people(archive, q.strip()) if chosen in (None, s.kind)]
            shown, more = found[:_FOUND_SHOWN], False
        else:
            found = archive.people.most_named(chosen, _A_PAGE + 1, after or None)
            shown, more = found[:_A_PAGE], len(found) > _A_PAGE
    given = {"kind": kind, "after": shown[-1].id} if more else {}
    following = "/people?" + urlencode({name: value for name, value in given.items() if value})
    return show_page(
        request,
        "people.html.j2",
        people=shown,
        q=q.strip(),
        kind=kind,
        reach=reach,
        note=_say_reach(reach),
        following=following if more else "",
    )


@router.get("/people/{id}", response_class=HTMLResponse)
def show_person(
    request: Request,
    id: str,
    start: Annotated[int, Query(ge=1, le=10**7)] = 1,
    kept: OtherNumber = None,
) -> HTMLResponse:
    """One person or body: how it is written, who names, quotes and credits it.

    `kept` is the number of a decision that was just taken on the names.
    """
    with find_desk(request).lend() as archive:
        shape_people(archive)
        return _show_person(request, archive, archive.people.get(id), start, kept=kept)


@router.post("/people/{id}/merge")
def merge_people(
    request: Request, person: Reviewer, id: str, other: Name = "", chosen: Name = ""
) -> Response:
    """The person with the names of another; or the page again, where several may be meant."""
    with find_desk(request).lend() as archive:
        found = [s for s in find_people(archive, other.strip()) if s.id != id] if other else []
        named = [s.id for s in found if fold_spelling(other) in map(fold_spelling, s.names)]
        picked = [chosen] if chosen else named
        if len(picked) == 1:
            decision, merged = merge_two(archive, id, picked[0], person.name)
            return _go_to(merged, decision)
        whole = archive.people.get(id)
        asked = Asked(other, found[:_QUOTES_SHOWN])
        return _show_person(request, archive, whole, 1, asked=asked)


@router.post("/people/{id}/split")
def split_person(
    request: Request,
    person: Reviewer,
    id: str,
    names: Annotated[list[str], Form()] = [],  # noqa: B006
) -> Response:
    """The person without some of its names, which are somebody else's."""
    with find_desk(request).lend() as archive:
        decision, left = split_off(archive, id, names, person.name)
    return _go_to(left, decision)


@router.post("/people/undo")
def undo_decision(
    request: Request, person: Reviewer, number: Annotated[int, Form(ge=1, le=LARGEST_NUMBER)]
) -> Response:
    """The people as they were before a decision."""
    with find_desk(request).lend() as archive:
        decision = take_back(archive, number, person.name)
        found = find_decided(archive, decision)
    return _go_to(found[0], decision) if found else RedirectResponse("/people", status_code=303)


def _go_to(someone: Someone, kept: Decision) -> RedirectResponse:
    address = f"/people/{quote(someone.id, safe='')}?kept={kept.number}#just-kept"
    return RedirectResponse(address, status_code=303)


def _show_person(
    request: Request,
    archive: Archive,
    someone: Someone,
    start: int,
    *,
    asked: Asked | None = None,
    kept: int | None = None,
) -> HTMLResponse:
    newest, decisions = someone.articles[::-1], list_decisions(archive, someone)
    page = newest[start - 1 : start - 1 + _A_PAGE]
    entries = archive.listing.find(page)
    heard = archive.names.heard().intersection(someone.articles)
    more = start - 1 + _A_PAGE < len(newest)
    address = f"/people/{quote(someone.id, safe='')}?start={start + _A_PAGE}#articles"
    return show_page(
        request,
        "someone.html.j2",
        status=422 if asked else 200,
        someone=someone,
        articles=[list_entry(entries[each]) for each in page if each in entries],
        start=start,
        following=address if more else "",
        credited=_list_some(archive, someone.credited),
        quotes=_list_quotes(archive, someone),
        heard=_say_heard(len(heard), len(newest)),
        unread=len(heard) < len(newest),
        decisions=[_view_decision(each) for each in decisions],
        just_kept=next((_note(each) for each in decisions if each.number == kept), None),
        tried=asked.words if asked else "",
        fitting=asked.fitting if asked else None,
        note=_say_reach(archive.people.measure()),
    )


def _list_some(archive: Archive, ordinals: Sequence[int]) -> list[Listed]:
    entries = archive.listing.find(ordinals[: -_QUOTES_SHOWN - 1 : -1])
    return [list_entry(entries[each]) for each in sorted(entries, reverse=True)]


def _list_quotes(archive: Archive, someone: Someone) -> list[QuoteView]:
    quotes = list_quotes(archive, [someone], MOST_HEARD).get(someone.id, [])[-_QUOTES_SHOWN:]
    ordinals = sorted({quote.article for quote in quotes})
    entries, texts = archive.listing.find(ordinals), archive.browser.texts(ordinals)
    return [
        QuoteView(
            list_entry(entries[each.article]),
            show_on_one_line(each.said.source, _QUOTE_LENGTH),
            show_on_one_line(
                " … ".join(span.of(texts[each.article]) for span in each.said.spans), _QUOTE_LENGTH
            ),
        )
        for each in reversed(quotes)
        if each.article in entries and each.article in texts
    ]


def _view_decision(decision: Decision) -> DecisionView:
    is_final = decision.undone or decision.undoes is not None
    return DecisionView(decision.number, say_names(decision), decision.decided_at, is_final)


def _note(decision: Decision) -> KeptNote:
    return KeptNote(decision.number, "", say_names(decision))


def _say_heard(heard: int, articles: int) -> str:
    return ngettext(
        "%(heard)s of the %(num)s article with this name was read for who is quoted in it.",
        "%(heard)s of the %(num)s articles with this name were read for who is quoted in them.",
        articles,
        heard=f"{heard:,}",
    )


def _say_reach(reach: PeopleReach) -> str:
    if reach.made_at is None:
        return _("Who is named in these articles has not been looked for yet.")
    if not reach.later:
        return ""
    return ngettext(
        "%(num)s article was added since names were last looked for.",
        "%(num)s articles were added since names were last looked for.",
        reach.later,
    )
