"""A verdict as it comes in: over the API, and from the form of the page."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.web.numbers import LARGEST_NUMBER

_Line = Annotated[str, Field(max_length=2_000)]


class VerdictDraft(BaseModel):
    """A verdict that is to be given, in the name of whoever asks."""

    model_config = ConfigDict(extra="forbid")

    claim: str = Field(max_length=20_000)
    rating: str = Field(max_length=500, description="In the person's own words.")
    text: str = Field(default="", max_length=20_000)
    reasons: list[_Line] = Field(default=[], max_length=100)
    sources: list[_Line] = Field(default=[], max_length=100)
    article: str | None = Field(default=None, max_length=1_000)
    statement: str | None = Field(default=None, max_length=1_000)
    claimant: str | None = Field(default=None, max_length=500)
    claimed: str | None = Field(default=None, max_length=40)
    appearances: list[_Line] = Field(default=[], max_length=100)
    first_appearance: _Line | None = None
    url: _Line | None = Field(
        default=None, description="Where the verdict is published; a ClaimReview needs it."
    )
    replaces: int | None = Field(default=None, ge=1, le=LARGEST_NUMBER)

    def make_verdict(self, name: str) -> Verdict:
        """The verdict that a person of that name gives by it."""
        given = self.model_dump()
        lists = {field: tuple(each) for field, each in given.items() if isinstance(each, list)}
        return Verdict(decided_by=name, **{**given, **lists})


class VerdictForm(VerdictDraft):
    """The same from a form: reasons and sources are one a line, what was left empty is not there.

    What is missing is told in the form, with all that stands in it.
    """

    model_config = ConfigDict(extra="ignore")

    claim: str = Field(default="", max_length=20_000)
    # What the command line took may be longer than the API takes; it is shown and may stay.
    rating: str = Field(default="", max_length=20_000)
    claimant: str | None = Field(default=None, max_length=20_000)
    url: str | None = Field(default=None, max_length=20_000)
    reasons: list[str] = []
    sources: list[str] = []

    @field_validator("reasons", "sources", mode="before")
    @classmethod
    def _split_lines(cls, given: list[str]) -> list[str]:
        lines = (line.strip() for text in given for line in text.splitlines())
        return [line for line in lines if line]

    @field_validator("article", "statement", "claimant", "url", "replaces", mode="before")
    @classmethod
    def _drop_empty(cls, given: object) -> object:
        return (given.strip() if isinstance(given, str) else given) or None


def copy_verdict(verdict: Verdict) -> VerdictForm:
    """The form with what an earlier verdict says, however long, to be put in its place."""
    return VerdictForm.model_construct(
        claim=verdict.claim,
        rating=verdict.rating,
        text=verdict.text,
        reasons=list(verdict.reasons),
        sources=list(verdict.sources),
        claimant=verdict.claimant,
        article=verdict.article,
        statement=verdict.statement,
        url=verdict.url,
        replaces=verdict.number,
    )
