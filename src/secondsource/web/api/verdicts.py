"""The verdicts of people on claims."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from secondsource.archive import Archive
from secondsource.factcheck.reviews.export import verdict_json
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.verdicts import find_changed, give_verdict, take_back_verdict
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import PROBLEMS, Page, Shape
from secondsource.web.deciding.refresher import find_refresher
from secondsource.web.deciding.verdict import VerdictDraft
from secondsource.web.numbers import Number
from secondsource.web.reports import files
from secondsource.web.shared.desk import find_desk

router = APIRouter(prefix="/api", tags=["verdicts"])


class VerdictShape(Shape):
    """A verdict: a person's, never the program's."""

    number: int
    claim: str
    rating: str
    decided_by: str
    decided_at: str
    text: str
    reasons: list[str]
    sources: list[str]
    article: str | None
    statement: str | None
    claimant: str | None
    claimed: str | None
    language: str | None
    appearances: list[str]
    first_appearance: str | None
    url: str | None
    replaces: int | None
    replaced_by: int | None
    withdrawn: bool
    stands: bool
    flag: str = Field(description="Why somebody has to look at it again; else empty.")


@router.get("/verdicts", responses=PROBLEMS, summary="The verdicts of people")
def list_verdicts(request: Request, filters: Annotated[PageFilters, Query()]) -> Page[VerdictShape]:
    """The latest first, those that no longer stand too."""
    with find_desk(request).lend() as archive:
        found = archive.verdicts.latest(filters.limit + 1, read_number(filters.after))
        verdicts, following = split_page(found, filters.limit, lambda verdict: str(verdict.number))
        return Page(items=_shape(verdicts, archive), next=following)


@router.get(
    "/verdicts/claimreviews",
    response_class=Response,
    responses={
        **PROBLEMS,
        200: {
            "content": {
                "application/ld+json": {"schema": {"type": "array", "items": {"type": "object"}}}
            },
            "description": "The ClaimReviews in one list, as an attachment.",
        },
    },
    summary="All published verdicts as ClaimReview",
)
def send_reviews(request: Request) -> Response:
    """Those that stand and say where they are published, in JSON-LD, the earliest first."""
    return files.send_reviews(request)


@router.get("/verdicts/{number}", responses=PROBLEMS, summary="One verdict")
def show_verdict(request: Request, number: Number) -> VerdictShape:
    """With all that was given, also where it no longer stands."""
    with find_desk(request).lend() as archive:
        return _shape([archive.verdicts.get(number)], archive)[0]


@router.get(
    "/verdicts/{number}/claimreview",
    response_class=Response,
    responses={
        **PROBLEMS,
        200: {
            "content": {"application/ld+json": {"schema": {"type": "object"}}},
            "description": "The ClaimReview, as an attachment.",
        },
    },
    summary="A verdict as ClaimReview with its Claim",
)
def send_review(request: Request, number: Number) -> Response:
    """In JSON-LD. 409: it no longer stands; 422: it does not say where it is published."""
    return files.send_review(request, number)


@router.post("/verdicts", status_code=201, responses=PROBLEMS, summary="Give a verdict")
def take_verdict(request: Request, person: Reviewer, draft: VerdictDraft) -> VerdictShape:
    """The verdict, signed, kept for good."""
    given = draft.make_verdict(person.name)
    with find_desk(request).lend() as archive:
        (kept,) = _shape([give_verdict(given, archive)], archive)
    find_refresher(request).wake()
    return kept


@router.post(
    "/verdicts/{number}/withdraw", status_code=201, responses=PROBLEMS, summary="Withdraw a verdict"
)
def withdraw_verdict(request: Request, person: Reviewer, number: Number) -> VerdictShape:
    """The withdrawal; both stay in the history."""
    with find_desk(request).lend() as archive:
        (kept,) = _shape([take_back_verdict(number, person.name, archive)], archive)
    find_refresher(request).wake()
    return kept


def _shape(verdicts: Sequence[Verdict], archive: Archive) -> list[VerdictShape]:
    flags = find_changed(verdicts, archive)
    told = (verdict_json(each, flags.get(each.number, "")) for each in verdicts)
    return [VerdictShape.model_validate(each) for each in told]
