"""What a person can decide about, and the one string by which pages, commands and rows name it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote, unquote

from secondsource.article import Span
from secondsource.errors import SubjectError
from secondsource.evidence.finding import Evidence, Tie
from secondsource.lineage.family import Edge
from secondsource.messages import gettext as _

_LONGEST = 2_000  # characters of a key; the ids in it are 32 each unless a collection gave others


@dataclass(frozen=True, slots=True)
class EdgeSubject:
    """Whether one article has its text, or its credit, from another; both by their ids."""

    child: str
    parent: str


@dataclass(frozen=True, slots=True)
class AttributionSubject:
    """Who says a statement (its id)."""

    statement: str


@dataclass(frozen=True, slots=True)
class StanceSubject:
    """What a passage of an article does to a statement.

    `statement` is the id of a statement, or of a part of one (`PartFinding.part`); `span` is that
    of the evidence as the report shows it.
    """

    statement: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class TieSubject:
    """Whether two articles have one origin for one reason; which of them is `left` is no matter."""

    left: str
    right: str
    signal: str

    def __post_init__(self) -> None:
        if self.left > self.right:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)


@dataclass(frozen=True, slots=True)
class StatementSubject:
    """What kind of thing a statement (its id) is, and notes on it."""

    statement: str


@dataclass(frozen=True, slots=True)
class ArticleSubject:
    """An article as a whole, by its id: it takes notes only."""

    article: str


Subject: TypeAlias = (
    EdgeSubject
    | AttributionSubject
    | StanceSubject
    | TieSubject
    | StatementSubject
    | ArticleSubject
)


def write_key(subject: Subject) -> str:
    """The subject in one string, such as `stance:STATEMENT:ARTICLE:12-80`.

    Ids are percent-encoded, so that it holds only ASCII and no quotation mark.
    """
    match subject:
        case EdgeSubject(child, parent):
            return _join("edge", child, parent)
        case AttributionSubject(statement):
            return _join("attribution", statement)
        case StanceSubject(statement, article, span):
            return _join("stance", statement, article, f"{span.start}-{span.end}")
        case TieSubject(left, right, signal):
            return _join("tie", left, right, signal)
        case StatementSubject(statement):
            return _join("statement", statement)
        case ArticleSubject(article):
            return _join("article", article)


def read_key(key: str) -> Subject:
    """The subject that a string names.

    Raises:
        SubjectError: it names none.
    """
    about, *encoded = key.split(":") if len(key) <= _LONGEST else [""]
    try:
        parts = [unquote(part, errors="surrogatepass") for part in encoded]
    except UnicodeDecodeError as error:
        raise _refuse(key) from error
    match about, parts:
        case "edge", [child, parent]:
            return EdgeSubject(child, parent)
        case "attribution", [statement]:
            return AttributionSubject(statement)
        case "stance", [statement, article, span]:
            return StanceSubject(statement, article, _read_span(span, key))
        case "tie", [left, right, signal]:
            return TieSubject(left, right, signal)
        case "statement", [statement]:
            return StatementSubject(statement)
        case "article", [article]:
            return ArticleSubject(article)
    raise _refuse(key)


def split_key(key: str) -> tuple[str, tuple[str, ...]]:
    """What kind of subject a string names ("edge"), and its parts, decoded, in their order.

    Raises:
        SubjectError: it names none.
    """
    about, *encoded = write_key(read_key(key)).split(":")
    return about, tuple(unquote(part, errors="surrogatepass") for part in encoded)


def join_key(about: str, parts: Sequence[str]) -> str:
    """The string for what `split_key` gave."""
    return _join(about, *parts)


def edge_subject(edge: Edge) -> EdgeSubject:
    """The subject of a decision on an edge of a family."""
    return EdgeSubject(edge.child, edge.parent)


def stance_subject(statement: str, evidence: Evidence) -> StanceSubject:
    """The subject of a decision on what a piece of evidence does to a statement, or to its part."""
    return StanceSubject(statement, evidence.article, evidence.span)


def tie_subject(tie: Tie) -> TieSubject:
    """The subject of a decision on a tie of an origin."""
    return TieSubject(tie.left, tie.right, tie.signal.name)


def _join(about: str, *parts: str) -> str:
    return ":".join((about, *(quote(part, safe="-._~", errors="surrogatepass") for part in parts)))


def _read_span(text: str, key: str) -> Span:
    start, _, end = text.partition("-")
    digits = start.isascii() and end.isascii() and start.isdecimal() and end.isdecimal()
    if not digits or len(text) > len("-") + 2 * 18 or int(start) > int(end):
        raise _refuse(key)
    return Span(int(start), int(end))


def _refuse(key: str) -> SubjectError:
    return SubjectError(
        _(
            "“%(key)s” names nothing that can be decided. Written are edge:CHILD:PARENT, "
            "attribution:STATEMENT, stance:STATEMENT:ARTICLE:START-END, tie:LEFT:RIGHT:SIGNAL, "
            "statement:STATEMENT and article:ARTICLE.",
            key=key[:80],
        )
    )
