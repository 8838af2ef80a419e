"""What an article is: its text, where it was found, and what it says of its own origin.

Everything here is frozen and does no input or output. Every extracted thing carries a
`Span` into the stored text.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's stored text: half-open, counted in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is still a place, so `if span` asks only whether there is one

    def of(self, text: str) -> str:
        """The words under this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def count_shared(self, other: "Span") -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, offset: int) -> "Span":
        """The same stretch, counted from a point `offset` code points earlier."""
        return Span(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one named article."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Signal:
    """One readable reason for a judgement: its name, its weight, a sentence, the words it used.

    `name` says what it asserts (`dates_disagree`), `score` is between 0 and 1, `sentence` can
    be shown to a reader as it is.
    """

    name: str
    score: float
    sentence: str
    spans: tuple[Passage, ...] = ()


class Role(StrEnum):
    """What a credit says that somebody did."""

    AUTHOR = "author"
    TRANSLATOR = "translator"
    ORIGINAL_OUTLET = "original_outlet"
    WIRE = "wire"
    REPUBLISHED_FROM = "republished_from"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Credit:
    """What the text itself says about its origin, with the words that say it.

    `name` is the person or outlet as written; `date` is ISO 8601 and as precise as the text;
    `span` is None when the credit comes from a page's metadata and not from its text.
    """

    role: Role
    name: str
    url: str | None = None
    date: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An address that the article points to, with the words it is linked from."""

    url: str
    text: str = ""


CUT_SHORT = "a notice that the rest is for subscribers"
"""Why a stretch is no part of its article, where the article breaks off there."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of the text that is not the article: a repeated headline, a notice, a footer."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text at one address, from one outlet, at one time.

    `published` is ISO 8601, as precise as is known ("2019-02-18" or with a time); `language`
    is an ISO 639-1 code; `raw` is the SHA-256 of the bytes it was read from. Anything that is
    not known is None or empty.
    """

    id: str
    text: str
    url: str | None = None
    canonical: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    links: tuple[Link, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    raw: str | None = None

    @property
    def dated(self) -> str | None:
        """When it was published; failing that, the earliest day that its credits name."""
        credited = (credit.date for credit in self.credits if credit.date)
        return self.published or min(credited, default=None)

    @property
    def is_cut_short(self) -> bool:
        """Whether its text says of itself that the rest is not there."""
        return any(stretch.reason == CUT_SHORT for stretch in self.boilerplate)

    def with_id(self) -> Self:
        """The same article under the id that its address, outlet, date and text give it."""
        return replace(self, id=make_id(self.url, self.outlet, self.published, self.text))

    def is_boilerplate(self, span: Span) -> bool:
        """Whether more than half of the span lies in stretches that are not the article."""
        covered = sum(each.span.count_shared(span) for each in self.boilerplate)
        return covered * 2 > len(span)


def make_id(*parts: str | int | None) -> str:
    """The id that these parts give: the first 32 hex digits of the SHA-256 of their JSON list.

    A list and not joined strings, so that ("ab", "c") and ("a", "bc") differ.
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:32]
