"""One article: what was found about it, its text, and what the archive keeps of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from secondsource.archive import Archive
from secondsource.archive.examinations import Examination, KeptReport
from secondsource.archive.listing import Entry
from secondsource.article import Article
from secondsource.errors import ExaminationError
from secondsource.jobs.families import read_decided
from secondsource.jobs.methods import say_other_methods
from secondsource.jobs.removing import say_removal
from secondsource.lineage.family import Family
from secondsource.messages import gettext as _
from secondsource.report.forms import FORMS
from secondsource.report.html import SCRIPT
from secondsource.report.marks import Paragraph, mark_article
from secondsource.report.shelf import Label, label_article, name_authors
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import ROLE_WORDS, say_date, say_time
from secondsource.review.decided import State
from secondsource.web.accounts.asking import find_person
from secondsource.web.accounts.person import Role
from secondsource.web.deciding.behind import is_given_up
from secondsource.web.deciding.beside import Offer
from secondsource.web.deciding.kept import find_note
from secondsource.web.layout import show_page
from secondsource.web.pages.families import say_apart
from secondsource.web.pages.news import see
from secondsource.web.reports.drawings import draw_report, draw_unlisted, find_offer
from secondsource.web.reports.kept import ExaminationNumber
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_CREDITS_SHOWN = 20
_NAME_LENGTH = 200
PageNumber = Annotated[int, Query(ge=1, le=10_000)]


@dataclass(frozen=True, slots=True)
class CreditView:
    """What the text says of its origin."""

    role: str
    name: str
    date: str


@dataclass(frozen=True, slots=True)
class SnapshotView:
    """One of the texts that were found at an address."""

    id: str
    label: Label
    added: str
    beside: str


@dataclass(frozen=True, slots=True)
class NewerText:
    """The last of the texts that came later at an address of an article, with other words.

    `beside` lays the two side by side; empty where the archive does not have this article.
    """

    id: str
    added: str
    beside: str


@dataclass(frozen=True, slots=True)
class EarlierText:
    """The last examined one of the earlier texts at an address of an article.

    `flagged` is how many decisions and verdicts on it somebody has to look at again.
    """

    id: str
    flagged: int


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A family that an article is in; `apart` says how it falls apart by what people decided."""

    id: str
    articles: int
    apart: str


@dataclass(frozen=True, slots=True)
class KeptView:
    """What the archive keeps of an article; `added` is empty where it only keeps its report.

    `removed` says when it was taken out and by whom, and is empty where it was not.

    `told`: whether that report names others with its text, whatever the families have.
    """

    id: str
    raw: str | None
    added: str
    removed: str
    families: tuple[FamilyLine, ...]
    families_known: bool
    told: bool
    snapshots: tuple[SnapshotView, ...]
    may_remove: bool
    newer: NewerText | None


@dataclass(frozen=True, slots=True)
class TextView:
    """An article that was not examined, as it is shown."""

    label: Label
    authors: tuple[str, ...]
    credits: tuple[CreditView, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class MakingView:
    """One of the examinations of an article: its number, and when it was made."""

    number: int
    made: str


@dataclass(frozen=True, slots=True)
class ExaminationView:
    """When a report was made, and what is stale; `query` names it where it is not the latest."""

    number: int
    query: str
    is_latest: bool
    made: str
    stale: tuple[str, ...]
    complete: bool
    history: tuple[MakingView, ...]


@router.get("/articles/{id:path}", response_class=HTMLResponse)
def show_article(
    request: Request,
    id: str,
    examination: ExaminationNumber = None,
    statements: PageNumber = 1,
    kept: ExaminationNumber = None,
) -> HTMLResponse:
    """What was found about an article; before it is examined its text.

    `kept` is the number of a decision that was just taken on it.
    """
    with find_desk(request).lend() as archive:
        whole = id if archive.examinations.history(id) else archive.get(id).id
        found, unread = _read_kept(archive, whole, examination)
        article = found.report.article if found else archive.get(whole)
        families = found.report.families if found else ()
        view = _view_kept(request, archive, article, families)
        if found is None:
            return show_page(
                request,
                "article.html.j2",
                kept=view,
                text=_view_text(article),
                examined=False,
                unread=unread,
                earlier=_find_earlier(archive, whole),
            )
        seen = see(archive, article.id, found.examination.number)
        report = archive.examinations.decide(found.report)
        told = _view_examination(found, archive.examinations.history(article.id))
        behind = told.is_latest and is_given_up(request, archive, article.id)
        note = find_note(archive, kept)
        removed = archive.listing.find_removed(each.id for each in report.articles)
    offer = find_offer(request, is_latest=told.is_latest, is_removed=bool(view.removed))
    return show_page(
        request,
        "examined.html.j2",
        kept=view,
        told=told,
        behind=behind,
        note=note,
        seen=seen,
        examined=True,
        parts=draw_report(request, told.number, report, removed, offer),
        may_decide=offer is Offer.EVERYTHING,
        script=SCRIPT,
        forms=FORMS,
        flagged=sum(each.state is State.FLAGGED for each in report.decided),
        unlisted=draw_unlisted(request, told.number, report, statements, offer),
    )


def _read_kept(
    archive: Archive, id_: str, number: int | None
) -> tuple[KeptReport | None, ExaminationError | None]:
    """The kept report of an article, or why the latest, which another version made, is not shown.

    Raises:
        HTTPException: 404, there is none of that number.
        ExaminationError: it cannot be read, and there is no text to show in its place.
    """
    try:
        kept = archive.examinations.get(id_, number)
    except ExaminationError as error:
        if number is not None or id_ not in archive:
            raise
        return None, error
    if kept is None and number is not None:
        raise HTTPException(404)
    return kept, None


def _view_examination(kept: KeptReport, history: Sequence[Examination]) -> ExaminationView:
    making = kept.examination
    is_latest = making.number == history[0].number
    changed = say_other_methods(kept.report)
    stale = (*making.stale, *([changed] if changed else ()))
    return ExaminationView(
        number=making.number,
        query="" if is_latest else f"?examination={making.number}",
        is_latest=is_latest,
        made=say_time(making.made_at),
        stale=stale if is_latest else (),
        complete=making.complete,
        history=tuple(MakingView(each.number, say_time(each.made_at)) for each in history),
    )


def _view_text(article: Article) -> TextView:
    return TextView(
        label=label_article(article),
        authors=name_authors(article),
        credits=tuple(_view_credits(article)),
        paragraphs=mark_article(article, (), ()),
    )


def _view_kept(
    request: Request, archive: Archive, article: Article, told: Sequence[Family]
) -> KeptView:
    entry = archive.listing.find_ids([article.id]).get(article.id)
    gone = archive.listing.removals.find(article.id)
    snapshots = archive.listing.snapshots(article.url) if article.url else ()
    return KeptView(
        id=article.id,
        raw=article.raw if entry else None,
        added=say_time(entry.added_at) if entry else "",
        removed=say_removal(gone.removed_at, gone.removed_by) if gone else "",
        families=tuple(_view_families(archive, article.id)),
        families_known=archive.families.measure().is_current,
        told=any(article.id in each.articles and len(each.articles) > 1 for each in told),
        snapshots=tuple(_view_snapshots(snapshots, article.id)),
        may_remove=entry is not None and find_person(request).role.covers(Role.ADMIN),
        newer=_find_newer(archive, article.id, is_here=entry is not None),
    )


def _find_newer(archive: Archive, article: str, *, is_here: bool) -> NewerText | None:
    last = archive.examinations.find_last([article]).get(article)
    if last is None:
        return None
    beside = "/compare?" + urlencode({"left": article, "right": last.id}) if is_here else ""
    return NewerText(last.id, say_time(last.added_at), beside)


def _find_earlier(archive: Archive, article: str) -> EarlierText | None:
    """The earlier text on which somebody has to look again; None where there is none."""
    id_ = archive.examinations.find_earlier(article)
    try:
        found = archive.examinations.get(id_) if id_ else None
    except ExaminationError:  # only another version of the program can read that report
        found = None
    if id_ is None or found is None:
        return None
    report = archive.examinations.decide(found.report)
    decisions = sum(each.state is State.FLAGGED for each in report.decided)
    verdicts = sum(each.verdict.article == id_ and bool(each.flag) for each in report.verdicts)
    return EarlierText(id_, decisions + verdicts) if decisions + verdicts else None


def _view_families(archive: Archive, article: str) -> Iterator[FamilyLine]:
    heads = archive.families.holding(article)
    decided = read_decided(archive, heads)
    for head in heads:
        apart = say_apart(decided[head.id]) if head.id in decided else ""
        yield FamilyLine(head.id, head.articles, apart)


def _view_credits(article: Article) -> Iterator[CreditView]:
    for credit in article.credits[:_CREDITS_SHOWN]:
        name = show_on_one_line(credit.name, _NAME_LENGTH)
        date = say_date(credit.date) if credit.date else ""
        yield CreditView(_(ROLE_WORDS[credit.role]), name, date)


def _view_snapshots(entries: Sequence[Entry], this: str) -> Iterator[SnapshotView]:
    """The texts of an address, each with the way to lay it beside this one, the earlier left."""
    order = [entry.id for entry in entries]
    for place, entry in enumerate(entries):
        sides = [entry.id, this]
        if this in order[:place]:
            sides.reverse()
        beside = "/compare?" + urlencode({"left": sides[0], "right": sides[1]})
        yield SnapshotView(entry.id, label_article(entry), say_time(entry.added_at), beside)
