"""What people took out of a report, in the places where it stood: passages, ties, and edges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from secondsource.article import Span
from secondsource.evidence.finding import Evidence, Finding, Origin, PartFinding
from secondsource.messages.retelling import retell
from secondsource.report.decisions import Decisions
from secondsource.report.shelf import Label, Shelf
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import say_tie
from secondsource.review.bearing import list_facts
from secondsource.review.report import Report
from secondsource.review.subject import (
    EdgeSubject,
    StanceSubject,
    Subject,
    TieSubject,
    edge_subject,
    stance_subject,
)

Place = tuple[str, Span]
"""An article and the passage in it."""


@dataclass(frozen=True, slots=True)
class PassageOut:
    """A passage that a person took out; `beside` are the other passages of its former origin."""

    label: Label
    text: str
    subject: StanceSubject
    beside: frozenset[Place]


@dataclass(frozen=True, slots=True)
class TieOut:
    """A reason why two articles counted as one, until a person took it out."""

    sentence: str
    left: Label
    right: Label
    subject: TieSubject


@dataclass(frozen=True, slots=True)
class EdgeOut:
    """A tie of lineage that a person took out; `family` is the id of the one that it stood in,
    empty where no family is left of it.
    """

    child: Label
    parent: Label
    relation: str
    subject: EdgeSubject
    family: str


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Passages and ties that people took out of what was found for one claim, or one fact of it."""

    passages: tuple[PassageOut, ...] = ()
    ties: tuple[TieOut, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.passages or self.ties)

    def of_origin(self, origin: Origin) -> "TakenOut":
        """What stood in the origin that an origin is left of."""
        places = {(piece.article, piece.span) for piece in origin.evidence}
        articles = {article for article, _span in places}
        return TakenOut(
            tuple(each for each in self.passages if each.beside & places),
            tuple(
                each
                for each in self.ties
                if each.subject.left in articles or each.subject.right in articles
            ),
        )

    def without(self, other: "TakenOut") -> "TakenOut":
        """All that is not among the other."""
        return TakenOut(
            tuple(each for each in self.passages if each not in other.passages),
            tuple(each for each in self.ties if each not in other.ties),
        )

    @property
    def subjects(self) -> Iterator[Subject]:
        """What all of it is to those who decide."""
        yield from (each.subject for each in self.passages)
        yield from (each.subject for each in self.ties)


NOTHING_OUT: Final = TakenOut()


def find_taken_out(statement: str, decisions: Decisions, shelf: Shelf) -> dict[str, TakenOut]:
    """What people took out of what was found for a statement, and for its facts, by their ids."""
    subjects = decisions.subjects.get(statement, ())
    out = {s for s in subjects if (view := decisions.views.get(s)) and view.taken_out}
    finding = decisions.before.get(statement)
    if finding is None or not out:
        return {}
    found = {
        id_: TakenOut(
            tuple(_list_passages(id_, each, out, shelf)),
            tuple(_list_ties(each, out, decisions, shelf)),
        )
        for id_, each in list_facts(finding)
    }
    return _keep_first(found)


def _keep_first(found: dict[str, TakenOut]) -> dict[str, TakenOut]:
    """The same with each tie only where it stands first: for the whole, else for a fact."""
    told: set[TieOut] = set()
    kept = {}
    for id_, out in found.items():
        kept[id_] = TakenOut(out.passages, tuple(tie for tie in out.ties if tie not in told))
        told |= set(out.ties)
    return kept


def _list_passages(
    claim: str, finding: Finding | PartFinding, out: set[Subject], shelf: Shelf
) -> Iterator[PassageOut]:
    for origin in finding.origins:
        places = frozenset((piece.article, piece.span) for piece in origin.evidence)
        for piece in origin.evidence:
            subject = stance_subject(claim, piece)
            if subject in out:
                yield _view_passage(piece, subject, places, shelf)


def _view_passage(
    piece: Evidence, subject: StanceSubject, places: frozenset[Place], shelf: Shelf
) -> PassageOut:
    beside = places - {(piece.article, piece.span)}
    return PassageOut(shelf.label(piece.article), show_on_one_line(piece.text), subject, beside)


def _list_ties(
    finding: Finding | PartFinding, out: set[Subject], decisions: Decisions, shelf: Shelf
) -> Iterator[TieOut]:
    articles = {piece.article for origin in finding.origins for piece in origin.evidence}
    for each in decisions.report.decided:
        subject = each.subject
        if not isinstance(subject, TieSubject) or subject not in out:
            continue
        if {subject.left, subject.right} & articles:
            ends = shelf.label(subject.left), shelf.label(subject.right)
            yield TieOut(retell(show_on_one_line(each.machine)), *ends, subject)


def find_edges_out(report: Report, decisions: Decisions, shelf: Shelf) -> tuple[EdgeOut, ...]:
    """The ties of lineage that people took out, each with the family that it stood in."""
    if report.machine is None:
        return ()
    return tuple(
        EdgeOut(
            shelf.label(edge.child),
            shelf.label(edge.parent),
            say_tie(edge),
            edge_subject(edge),
            _find_family(report, (edge.child, edge.parent)),
        )
        for family in report.machine.families
        for edge in family.edges
        if (view := decisions.views.get(edge_subject(edge))) and view.taken_out
    )


def _find_family(report: Report, ends: Sequence[str]) -> str:
    families = (f for f in report.families if set(ends) & set(f.articles))
    return next((family.id for family in families), "")
