"""What people's decisions change in a report, gathered by what they change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from secondsource.evidence.finding import Stance
from secondsource.reading.statement import AUTHOR, Kind, Source, Statement, Voice
from secondsource.review.decided import Decided, State
from secondsource.review.decision import KINDS, STANCES, Decision, Verb
from secondsource.review.index import NAMELESS, say_voice
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
)


@dataclass(frozen=True, slots=True)
class Changes:
    """Edges and ties that do not hold; the voices, kinds and stances that people say instead.

    `named` are the statements of whose kind people ever decided, taken back or not. A passage that
    does not bear on its claim has the stance `unrelated`.
    """

    edges: frozenset[EdgeSubject]
    ties: frozenset[TieSubject]
    voices: Mapping[str, Voice]
    kinds: Mapping[str, Kind]
    named: frozenset[str]
    stances: Mapping[StanceSubject, Stance]


def gather_changes(decided: Iterable[Decided], statements: Mapping[str, Statement]) -> Changes:
    """What the decisions that are applied change; the order in which they come is no matter.

    Args:
        decided: the parts of a report on which people decided.
        statements: those of the report, by id.
    """
    told = list(decided)
    applied: list[tuple[Subject, Decision]] = [
        (d.subject, d.decision) for d in told if d.state is State.APPLIED and d.decision
    ]
    rejected = [subject for subject, decision in applied if decision.verb is Verb.REJECT]
    voices = {
        subject.statement: _read_voice(decision, statements[subject.statement].voice)
        for subject, decision in applied
        if isinstance(subject, AttributionSubject)
    }
    stances = {
        subject: stance
        for subject, decision in applied
        if isinstance(subject, StanceSubject) and (stance := _read_stance(decision)) is not None
    }
    return Changes(
        frozenset(s for s in rejected if isinstance(s, EdgeSubject)),
        frozenset(s for s in rejected if isinstance(s, TieSubject)),
        {id_: v for id_, v in voices.items() if v != statements[id_].voice},
        {
            subject.statement: kind
            for subject, decision in applied
            if isinstance(subject, StatementSubject)
            if (kind := _read_kind(decision, statements[subject.statement])) is not None
        },
        frozenset(_find_named(told, statements)),
        stances,
    )


def _find_named(decided: Iterable[Decided], statements: Mapping[str, Statement]) -> Iterator[str]:
    for each in decided:
        subject = each.subject
        statement = (
            statements.get(subject.statement) if isinstance(subject, StatementSubject) else None
        )
        if statement and any(_read_kind(d, statement) is not None for d in each.history):
            yield statement.id


def _read_kind(decision: Decision, machine: Statement) -> Kind | None:
    """The kind that a person says instead of the machine's; confirmed, what that said to them."""
    if decision.verb is Verb.CONFIRM and decision.machine in list(Kind):
        confirmed = Kind(decision.machine)
        return None if confirmed is machine.kind else confirmed
    return Kind(decision.verb.value) if decision.verb in KINDS else None


def _read_stance(decision: Decision) -> Stance | None:
    """The stance that a person says; confirmed, it is the one that the machine said to them."""
    if decision.verb is Verb.REJECT:
        return Stance.UNRELATED
    if decision.verb is Verb.CONFIRM:
        said = decision.machine.partition(" ")[0]
        return Stance(said) if said in list(Stance) else None
    return Stance(decision.verb.value) if decision.verb in STANCES else None


def _read_voice(decision: Decision, machine: Voice) -> Voice:
    """Whose words a statement is by a decision; rejected, nobody knows whose.

    Confirmed, they are whose the machine said to the person, whatever it says now.
    """
    if decision.verb is Verb.SAID_BY:
        return Voice("attributed", Source(decision.value, None), quotation=machine.quotation)
    if decision.verb is Verb.AUTHOR:
        return AUTHOR
    if decision.verb is Verb.REJECT:
        return Voice("attributed")
    if not decision.machine or decision.machine == say_voice(machine):
        return machine
    if decision.machine == say_voice(AUTHOR):
        return AUTHOR
    named = None if decision.machine == NAMELESS else Source(decision.machine, None)
    return Voice("attributed", named, quotation=machine.quotation)


def rename_kind(statement: Statement, kind: Kind) -> Statement:
    """A statement of another kind: what is said to be a claim can be checked, all else cannot."""
    due = statement.due if kind is Kind.FORECAST else None
    return replace(statement, kind=kind, checkable=kind is Kind.CLAIM, due=due)
