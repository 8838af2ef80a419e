"""The verdicts of people on claims."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from secondsource.jobs.verdicts import give_verdict, take_back_verdict
from secondsource.web import files
from secondsource.web.accounts.asking import Reviewer
from secondsource.web.api.paging import PageFilters, read_number, split_page
from secondsource.web.api.shapes import LARGEST_NUMBER, PROBLEMS, Page, Shape
from secondsource.web.deciding.refresher import find_refresher
from secondsource.web.deciding.verdict import VerdictDraft
from secondsource.web.desk import find_desk

router = APIRouter(prefix="/api", tags=["verdicts"])
Number = Annotated[int, Path(ge=1, le=LARGEST_NUMBER)]


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


@router.get("/verdicts", responses=PROBLEMS, summary="The verdicts of people")
def list_verdicts(request: Request, filters: Annotated[PageFilters, Query()]) -> Page[VerdictShape]:
    """The latest first, those that no longer stand too."""
    with find_desk(request).lend() as archive:
        found = archive.verdicts.latest(filters.limit + 1, read_number(filters.after))
    verdicts, following = split_page(found, filters.limit, lambda verdict: str(verdict.number))
    return Page(items=[VerdictShape.model_validate(each) for each in verdicts], next=following)


@router.get("/verdicts/{number}", responses=PROBLEMS, summary="One verdict")
def show_verdict(request: Request, number: Number) -> VerdictShape:
    """With all that was given, also where it no longer stands."""
    with find_desk(request).lend() as archive:
        return VerdictShape.model_validate(archive.verdicts.get(number))


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
        kept = give_verdict(given, archive)
    find_refresher(request).wake()
    return VerdictShape.model_validate(kept)


@router.post(
    "/verdicts/{number}/withdraw", status_code=201, responses=PROBLEMS, summary="Withdraw a verdict"
)
def withdraw_verdict(request: Request, person: Reviewer, number: Number) -> VerdictShape:
    """The withdrawal; both stay in the history."""
    with find_desk(request).lend() as archive:
        kept = take_back_verdict(number, person.name, archive)
    find_refresher(request).wake()
    return VerdictShape.model_validate(kept)
