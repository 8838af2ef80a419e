"""The shapes of what the API gives, with the names that other programs rely on."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator

from secondsource.web.work.job import LONGEST_SUBJECT

MOST_ITEMS = 200
DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A day, month or year, ISO 8601."""
JsonObject = dict[str, JsonValue]
Item = TypeVar("Item")

WholeId = Annotated[str, Path(max_length=300, description="An article's whole id.")]
ArticleId = Annotated[
    str, Path(max_length=300, description="An article's id, or at least six of its first signs.")
]


class Shape(BaseModel):
    """The base of all shapes: made from objects of the library, never changed."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Page(Shape, Generic[Item]):
    """A page of a list; `next` goes into `after` for the page that follows, null on the last."""

    items: list[Item]
    next: str | None = None


class SpanShape(Shape):
    """Half-open, in Unicode code points of the article's text."""

    start: int
    end: int


class EntryShape(Shape):
    """What a list shows of an article."""

    id: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = Field(default=None, description="ISO 8601, as precise as is known.")
    language: str | None = Field(default=None, description="ISO 639-1.")


class CreditShape(Shape):
    """What the text itself says about its origin."""

    role: str
    name: str
    url: str | None = None
    date: str | None = None
    span: SpanShape | None = None


class LinkShape(Shape):
    """An address that the article points to."""

    url: str
    text: str = ""


class BoilerplateShape(Shape):
    """A stretch of the text that is not the article."""

    span: SpanShape
    reason: str


class ArticleShape(EntryShape):
    """An article in full."""

    canonical: str | None = None
    byline: list[str] = []
    text: str
    credits: list[CreditShape] = []
    links: list[LinkShape] = []
    boilerplate: list[BoilerplateShape] = []
    raw: str | None = Field(default=None, description="SHA-256 of the bytes it was read from.")


class CoverageShape(Shape):
    """What a search of the archive searches."""

    articles: int
    outlets: list[str]
    languages: list[str]
    first: str | None = None
    last: str | None = None


class ReportShape(Shape):
    """What is said about one article; docs/report.md describes each part."""

    model_config = ConfigDict(extra="allow")

    article: ArticleShape
    articles: list[EntryShape]
    credits: list[CreditShape]
    statements: list[JsonObject]
    families: list[JsonObject]
    findings: list[JsonObject]
    coverage: CoverageShape
    complete: bool
    decided: list[JsonObject]


class StepShape(Shape):
    """One step of a job: how many of how many things are done in it."""

    name: str
    done: int
    total: int | None


class RejectedShape(Shape):
    """An item that was not taken, and why."""

    source: str
    reason: str


class TaskShape(Shape):
    """What a job does, and to what."""

    kind: str
    subject: str = Field(max_length=LONGEST_SUBJECT)


class JobShape(Shape):
    """A job as it stands now."""

    number: int
    task: TaskShape
    person: str
    state: str = Field(description="waiting, running, done, stopped or failed.")
    asked: str
    started: str | None
    ended: str | None
    steps: list[StepShape]
    articles: list[str] = Field(
        max_length=MOST_ITEMS,
        description="The ids of the first of those that were added, or examined.",
    )
    article_count: int
    known: int
    rejected: list[RejectedShape] = Field(max_length=MOST_ITEMS, description="The first of them.")
    rejected_count: int
    line: str
    next: int | None = Field(description="The job that examines what this one added.")
    again: int | None = Field(description="The job that does what was left of this one.")
    repeatable: bool = Field(
        description="Whether `POST /api/work/{number}/again` does what is left of it."
    )

    @field_validator("articles", "rejected", mode="before")
    @classmethod
    def _begin(cls, items: Sequence[object]) -> list[object]:
        return list(items[:MOST_ITEMS])


class Problem(Shape):
    """What went wrong, in one line."""

    detail: str


PROBLEMS: dict[int | str, dict[str, object]] = {
    status: {"model": Problem} for status in (400, 401, 403, 404, 409, 422, 503)
}
"""How requests fail, for the description of the API."""
