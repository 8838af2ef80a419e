"""One quotation of a collection, what the collection says of it, and what a look-up finds."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.article import Span
from secondsource.reading.quotations.compare import Comparison
from secondsource.reading.quotations.forms import QuotationGroup


class Section(StrEnum):
    """What a collection says of a quotation's origin, by the section in which it puts it."""

    SOURCED = "sourced"
    ATTRIBUTED = "attributed"
    DISPUTED = "disputed"
    MISATTRIBUTED = "misattributed"


class MatchKind(StrEnum):
    """How a quotation and an entry of a collection are the same."""

    EXACT = "exact"
    EDITED = "edited"
    TRANSLATED = "translated"
    PARAPHRASED = "paraphrased"


@dataclass(frozen=True, slots=True)
class Entry:
    """A quotation as a collection has it.

    `heading` is the section's name as it stands there; `sources` the lines that say where it is
    from; `years` those that these name, the earliest first; `other_texts` the original or other
    translations that it gives.
    """

    person: str
    text: str
    section: Section
    heading: str = ""
    sources: tuple[str, ...] = ()
    other_texts: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection that was imported: its name, from which file, of which day, how much."""

    name: str
    source: str
    dated: str | None
    imported: str
    quotations: int
    people: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
class EntryMatch:
    """An entry that a quotation is held against.

    `same_person` says whether the article credits whom the collection has the entry under:
    None where it cannot be told. `comparison` is from the entry to the article's words, where
    both are in one language. `score` is between 0 and 1.
    """

    entry: Entry
    collection: str
    kind: MatchKind
    score: float
    same_person: bool | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class LookUp:
    """What collections have of a quotation: its matches, and how much was searched.

    `by_person` counts the quotations by the person that the article credits; None where it
    credits nobody by name.
    """

    matches: tuple[EntryMatch, ...]
    quotations: int
    people: int
    by_person: int | None = None


@dataclass(frozen=True, slots=True)
class QuotationFinding:
    """A quotation of an article, in which forms others print it, and what collections have.

    `group` is None where no other article prints it, `looked_up` where there is no collection.
    """

    pieces: tuple[Span, ...]
    text: str
    speaker: str | None
    group: QuotationGroup | None = None
    looked_up: LookUp | None = None
