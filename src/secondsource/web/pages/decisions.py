"""Deciding: the form beside an item, what becomes of it, and everything that was decided."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from secondsource.archive import Archive
from secondsource.errors import DecisionConflictError, SubjectError
from secondsource.jobs.decide import decide
from secondsource.jobs.history import list_latest, undo_any
from secondsource.messages import gettext as _
from secondsource.review.decision import Decision
from secondsource.web.accounts.asking import Anybody, Reviewer
from secondsource.web.articles.removals import view_removals
from secondsource.web.deciding.form import Given, make_draft, show_form
from secondsource.web.deciding.kept import show_again
from secondsource.web.deciding.lines import view_history
from secondsource.web.deciding.refresher import find_refresher
from secondsource.web.layout import show_page
from secondsource.web.numbers import LARGEST_NUMBER, OtherNumber
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_PAGE = 30
_REMOVALS = 3
_LONGEST_KEY, _LONGEST_ID, _LONGEST_TEXT = 2_000, 1_000, 20_000


class DecisionForm(BaseModel):
    """What the form of a decision sends."""

    model_config = ConfigDict(extra="ignore")

    key: str = Field(max_length=_LONGEST_KEY)
    article: str = Field(max_length=_LONGEST_ID)
    verb: str = Field(default="", max_length=20)
    value: str = Field(default="", max_length=_LONGEST_TEXT)
    reasons: str = Field(default="", max_length=_LONGEST_TEXT)
    seen: str = Field(default="", max_length=20)
    family: str = Field(default="", max_length=_LONGEST_ID)


@router.get("/decisions/on", response_class=HTMLResponse)
def show_decision_form(
    request: Request,
    person: Anybody,  # noqa: ARG001  (nobody else may look)
    key: Annotated[str, Query(max_length=_LONGEST_KEY)],
    article: Annotated[str, Query(max_length=_LONGEST_ID)],
    family: Annotated[str, Query(max_length=_LONGEST_ID)] = "",
) -> Response:
    """The form for one item, with its history."""
    with find_desk(request).lend() as archive:
        return show_form(request, archive, Given(key, article, family=family))


@router.post("/decisions")
def take_decision(
    request: Request, person: Reviewer, form: Annotated[DecisionForm, Form()]
) -> Response:
    """The decision kept and the report shown anew; or the form with what is in the way."""
    given = Given(form.key, form.article, form.verb, form.value, form.reasons, family=form.family)
    with find_desk(request).lend() as archive:
        try:
            draft = make_draft(given, form.seen)
            kept = decide(archive, form.article, draft, person.name, everywhere=False)
        except DecisionConflictError as error:
            return _show_problem(request, archive, given, _say_conflict(error), 409)
        except SubjectError as error:
            return _show_problem(request, archive, given, str(error), 422)
    find_refresher(request).wake()
    return show_again(request, form.article, form.family, kept)


@router.post("/decisions/{number}/undo")
def undo_decision(
    request: Request,
    person: Reviewer,
    number: int,
    article: Annotated[str, Form(max_length=_LONGEST_ID)] = "",
    family: Annotated[str, Form(max_length=_LONGEST_ID)] = "",
    before: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """The decision taken back, and the report shown anew, or the history where it was asked."""
    with find_desk(request).lend() as archive:
        undoing = undo_any(archive, min(number, LARGEST_NUMBER), person.name, [article])
    find_refresher(request).wake()
    if not (article or family) or not isinstance(undoing, Decision):
        asked = {"before": before, "undone": number} if before else {"undone": number}
        return RedirectResponse(f"/decisions?{urlencode(asked)}#just-kept", 303)
    return show_again(request, article, family, undoing)


@router.get("/decisions", response_class=HTMLResponse)
def list_decisions(
    request: Request,
    person: Anybody,  # noqa: ARG001
    before: OtherNumber = None,
    undone: OtherNumber = None,
) -> Response:
    """Everything that people decided, on reports and on names, the latest first.

    The first page begins with the articles that were removed last.

    `undone` is the number of the one that was taken back just now.
    """
    with find_desk(request).lend() as archive:
        found = list_latest(archive, _PAGE + 1, before)
        lines = view_history(archive, found[:_PAGE])
        removed = () if before else view_removals(archive, _REMOVALS)
    return show_page(
        request,
        "decisions.html.j2",
        lines=lines,
        before=before,
        undone=undone,
        removed=removed,
        following=found[_PAGE - 1].number if len(found) > _PAGE else None,
    )


def _show_problem(
    request: Request, archive: Archive, given: Given, problem: str, status: int
) -> Response:
    return show_form(request, archive, replace(given, problem=problem), status)


def _say_conflict(error: DecisionConflictError) -> str:
    """What to do where somebody else decided in between; the form now names theirs as seen."""
    return _(
        "%(who)s decided on this while you were looking; see the history below. Nothing is lost: "
        "sign again if you still say this.",
        who=error.decided_by,
    )
