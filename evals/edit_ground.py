"""What the planting of edits draws from, and what a planted change is.

Written before the word lists of `secondsource.lineage` and without them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from secondsource.article import Span
from secondsource.lineage.family import EditType

DAY = r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
MONTH = rf"\b(?:{'|'.join(MONTHS)})\b"
SMALL = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ("thousand", "million", "billion")
SPECIAL = re.compile(
    r"(?i)\b(?:said|says?|told|claim\w*|accord\w+|may|might|could|seem\w*|appear\w*|likely|"
    r"believ\w+|thought|report\w*|alleg\w+|suspect\w*|about|around|some|almost|nearly|one|first|"
    r"second|third|half|dozen\w*|hundred\w*|thousand\w*|million\w*|not|never|no|possib\w+|"
    r"apparent\w*|suppos\w+|argu\w+|add\w*|warn\w*|suggest\w*|note\w*|expect\w*|would|should|"
    r"can|today|that|will|percent|yesterday|tomorrow|week|month|year|ago|think\w*|feel\w*|call\w*|ask\w*|writ\w+)\b"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One annotated attribution: where its source, its cue and its content stand."""

    source: Span
    cue: Span
    content: Span


@dataclass(frozen=True, slots=True)
class Ground:
    """A real text to plant in, with what else the planting draws from."""

    text: str
    title: str = ""
    sayings: tuple[Saying, ...] = ()
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    marked: frozenset[str] = frozenset()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change: the words under the span stand in one version, `other` in the other.

    `types` must be found where the span's version is the parent, `swapped` where it is the
    child (None: it is only planted one way); `also` may be found besides.
    """

    kind: str
    span: Span
    other: str
    types: frozenset[EditType]
    swapped: frozenset[EditType] | None = None
    also: frozenset[EditType] = field(default=frozenset())


def may_be_quoted(text: str, span: Span) -> bool:
    """Whether a mark of quotation before a place in its paragraph may still be open."""
    start = text.rfind("\n", 0, span.start) + 1
    before = text[start : span.end]
    doubled = before.count("''") + before.count("``")
    single = len(re.findall(r"(?:^|[\s(])['‘]\w", before)) > len(
        re.findall(r"\S['’](?!\w)", before)
    )
    curly = before.count("“") > before.count("”")
    return curly or single or bool(before.count('"') % 2 or doubled % 2)


Proposer = Callable[[Random, Ground], Iterator[Proposal]]
NONE: frozenset[EditType] = frozenset()
WORDING = frozenset({EditType.WORDING})


def find_all(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Every match of a pattern."""
    return re.compile(pattern).finditer(text)


def both_ways(kind: str, span: Span, other: str, *types: EditType) -> Proposal:
    """A change that is of the same types whichever version comes first."""
    return Proposal(kind, span, other, frozenset(types), frozenset(types))


def share_words(left: str, right: str) -> bool:
    """Whether two phrases have a longer word in common, or one has none."""
    words = [set(re.findall(r"\w{4,}", each.lower())) for each in (left, right)]
    return bool(words[0] & words[1]) or not all(words)


def plain_words(text: str, span: Span) -> Iterator[Span]:
    """Words in small letters that carry none of the other types."""
    for match in re.compile(r"\b[a-z]{4,}\b").finditer(text, span.start, span.end):
        if not SPECIAL.fullmatch(match.group()) and match.group() not in (*SMALL, *TENS):
            yield Span(*match.span())
