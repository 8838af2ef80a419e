"""Verdicts: a person's own judgement of a claim, with reasons and sources, signed."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondsource.archive import Archive
from secondsource.errors import ArchiveError, RequestError
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.verdicts import (
    find_changed,
    review_claims,
    rewrite_verdict,
    take_back_verdict,
)
from secondsource.web.accounts.asking import Anybody, Reviewer
from secondsource.web.deciding.refresher import find_refresher
from secondsource.web.deciding.verdict import VerdictForm, copy_verdict
from secondsource.web.failures import say_failure
from secondsource.web.layout import show_page
from secondsource.web.numbers import Number, OtherNumber
from secondsource.web.reports import files
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_PAGE = 50
_LONGEST_ID = 1_000


@router.get("/verdicts", response_class=HTMLResponse)
def list_verdicts(
    request: Request,
    person: Anybody,  # noqa: ARG001
    before: OtherNumber = None,
    kept: OtherNumber = None,
) -> Response:
    """The verdicts, the latest first; those that were replaced or withdrawn too.

    `kept` is the number of the one, or the withdrawal, that was signed just now.
    """
    with find_desk(request).lend() as archive:
        found = archive.verdicts.latest(_PAGE + 1, before)
        verdicts = found[:_PAGE]
        changed = find_changed(verdicts, archive)
        published = sum(1 for _review in review_claims(archive))
    return show_page(
        request,
        "verdicts.html.j2",
        verdicts=verdicts,
        changed=changed,
        kept=kept,
        published=published,
        following=verdicts[-1].number if len(found) > _PAGE else None,
    )


@router.get("/verdicts/new", response_class=HTMLResponse)
def show_verdict_form(
    request: Request,
    person: Reviewer,
    article: Annotated[str, Query(max_length=_LONGEST_ID)] = "",
    statement: Annotated[str, Query(max_length=_LONGEST_ID)] = "",
    replaces: OtherNumber = None,
) -> Response:
    """The form, with the claim of a statement or what an earlier verdict said."""
    with find_desk(request).lend() as archive:
        if replaces is not None:
            form = copy_verdict(archive.verdicts.get(replaces))
        else:
            claim = _find_claim(archive, article, statement)
            form = VerdictForm(claim=claim, article=article, statement=statement)
    return show_page(request, "verdict.html.j2", form=form, signer=person.name, problem="")


@router.post("/verdicts")
def take_verdict(
    request: Request, person: Reviewer, form: Annotated[VerdictForm, Form()]
) -> Response:
    """The verdict kept, and the list of all; or the form with what is in the way."""
    with find_desk(request).lend() as archive:
        try:
            kept = rewrite_verdict(form.make_verdict(person.name), archive)
        except (RequestError, ArchiveError) as error:
            return show_page(
                request,
                "verdict.html.j2",
                status=422,
                form=form,
                signer=person.name,
                problem=say_failure(request, error),
            )
    find_refresher(request).wake()
    return _go_to(kept)


@router.get("/verdicts/claimreviews")
def send_reviews(request: Request, person: Anybody) -> Response:  # noqa: ARG001
    """All published verdicts as ClaimReview, in one file."""
    return files.send_reviews(request)


@router.get("/verdicts/{number}/claimreview")
def send_review(request: Request, number: Number) -> Response:
    """The verdict as a ClaimReview, as a file."""
    return files.send_review(request, number)


@router.post("/verdicts/{number}/withdraw")
def withdraw_verdict(request: Request, person: Reviewer, number: Number) -> RedirectResponse:
    """The verdict taken back; it stays in the history."""
    with find_desk(request).lend() as archive:
        kept = take_back_verdict(number, person.name, archive)
    find_refresher(request).wake()
    return _go_to(kept)


def _go_to(kept: Verdict) -> RedirectResponse:
    return RedirectResponse(f"/verdicts?kept={kept.number}#just-kept", status_code=303)


def _find_claim(archive: Archive, article: str, statement: str) -> str:
    """The words of a statement of a kept report; empty where there is none."""
    kept = archive.examinations.get(article) if article and statement else None
    statements = kept.report.statements if kept else ()
    return next((each.text for each in statements if each.id == statement), "")
