"""Search: passages by their words, articles that share a text shown once with their copies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from secondsource.archive import Archive
from secondsource.archive.families import FamiliesReach
from secondsource.errors import RequestError
from secondsource.evidence.finding import Coverage
from secondsource.jobs.searching import WINDOW, Answer, Group, Question, search_groups
from secondsource.messages import gettext as _
from secondsource.messages import ngettext, write_number
from secondsource.report.shelf import Label
from secondsource.report.snippets import Piece, cut_snippet
from secondsource.report.wording import say_language
from secondsource.web.articles.listed import Listed, list_entry
from secondsource.web.layout import show_page
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_DAY = r"^(\d{4}-\d{2}-\d{2})?$"
_OUTLETS_OFFERED = 500
_COPIES_INLINE = 20


class SearchForm(BaseModel):
    """What the form of the search sends; it stands in the address, which can be shared."""

    q: str = Field(default="", max_length=2_000)
    outlet: str = Field(default="", max_length=500)
    language: str = Field(default="", max_length=20)
    since: str = Field(default="", pattern=_DAY)
    until: str = Field(default="", pattern=_DAY)
    order: str = Field(default="fit", max_length=10)
    after: str = Field(default="", max_length=300)

    def ask(self) -> Question:
        """The question that is meant."""
        return Question(
            words=self.q.strip(),
            language=self.language or None,
            outlet=self.outlet or None,
            since=self.since or None,
            until=self.until or None,
            newest_first=self.order == "date",
            after=self.after or None,
        )

    def address(self, after: str | None = None) -> str:
        """The address of a page of this search."""
        given = self.model_dump(exclude_defaults=True) | {"after": after}
        return "/search?" + urlencode({name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was found, as it is shown; `family` is an id, empty where there is none."""

    id: str
    label: Label
    pieces: tuple[Piece, ...]
    family: str
    copies: str
    others: tuple[Listed, ...]


@router.get("/search", response_class=HTMLResponse)
def show_search(request: Request, form: Annotated[SearchForm, Query()]) -> HTMLResponse:
    """What the archive has on some words."""
    question = form.ask()
    with find_desk(request).lend() as archive:
        coverage, reach = archive.coverage(), archive.families.measure()
        answer, moved = _find(archive, question) if question.words else (None, "")
    return show_page(
        request,
        "search.html.j2",
        question=question,
        answer=answer,
        results=[_view(group, answer) for group in answer.groups] if answer else (),
        counted=_say_count(answer) if answer else "",
        cut=_say_cut(),
        moved=moved,
        families_note=_say_reach(reach),
        following=form.address(answer.following) if answer and answer.following else "",
        first_page=form.address(),
        outlets=coverage.outlets[:_OUTLETS_OFFERED],
        tongues=_name_languages(coverage),
    )


def _find(archive: Archive, question: Question) -> tuple[Answer, str]:
    """The page that is asked for; where its place is gone the first one, and a sentence on it."""
    try:
        return search_groups(archive, question), ""
    except RequestError:
        first = search_groups(archive, replace(question, after=None))
    return first, _("The archive changed in between, so this is the first page again.")


def _view(group: Group, answer: Answer) -> Result:
    shown, family = group.shown, group.family
    return Result(
        id=shown.entry.id,
        label=list_entry(shown.entry).label,
        pieces=cut_snippet(shown.passage, answer.words, shown.entry.language),
        family=family.id if family else "",
        copies=_say_copies(family.articles - 1) if family else "",
        others=tuple(list_entry(each.entry) for each in group.others[:_COPIES_INLINE]),
    )


def _say_copies(count: int) -> str:
    return ngettext(
        "%(num)s other article carries this text or part of it",
        "%(num)s other articles carry this text or part of it",
        count,
    )


def _say_count(answer: Answer) -> str:
    if answer.articles == answer.families:
        return ngettext(
            "%(num)s article.", "%(num)s articles, no two of one text.", answer.articles
        )
    articles = ngettext("%(num)s article", "%(num)s articles", answer.articles)
    return ngettext(
        "%(articles)s, which are %(num)s text once copies are taken together.",
        "%(articles)s, which are %(num)s texts once copies are taken together.",
        answer.families,
        articles=articles,
    )


def _say_cut() -> str:
    return _(
        "The %(most)s passages that fit best were looked at; others have some of these words too. "
        "Add words or conditions to see those.",
        most=write_number(WINDOW),
    )


def _say_reach(reach: FamiliesReach) -> str:
    if reach.made_at is None:
        return _("Which articles are copies has not been worked out yet: each is shown by itself.")
    if not reach.later:
        return ""
    return ngettext(
        "%(num)s article was added since copies were last looked for, and is shown by itself.",
        "%(num)s articles were added since copies were last looked for; each is shown by itself.",
        reach.later,
    )


def _name_languages(coverage: Coverage) -> Sequence[tuple[str, str]]:
    return [(code, say_language(code)) for code in coverage.languages]
