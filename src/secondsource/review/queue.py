"""The claims of a report as a queue shows them: which are most worth a person's time."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.evidence.finding import Finding, Stance, Standing
from secondsource.evidence.sureness import is_unsure_origin
from secondsource.reading.statement import Statement
from secondsource.review.bearing import count_finding, has_other_numbers, list_ties
from secondsource.review.decided import State
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
)
from secondsource.review.verdicts import NOBODY_JUDGED, JudgedStatements

_WEIGHTS = {
    Standing.CONTESTED: 1.0,
    Standing.DISPUTED: 1.0,
    Standing.SINGLE_ORIGIN: 0.9,
    Standing.ECHOED: 0.9,
    Standing.NOT_FOUND: 0.6,
    Standing.CORROBORATED: 0.5,
    Standing.NOT_CHECKABLE: 0.0,
}
"""How much a standing leaves for a person to decide: where sources contradict one another, or one
alone carries it, more than where several agree or there is nothing to look at. Set by hand."""


@dataclass(frozen=True, slots=True)
class QueuedClaim:
    """A claim of a kept report, as it stands with what people decided.

    `machine` is the standing without them. `worth` (0..1) puts the queue in order: how much the
    claim asks to be checked, weighed by its standing. `supporting` and `disputing` count
    independent origins, `echoes` those that are none, `articles` all that take a side, on one of
    its facts too. `may_support` and `may_dispute` say how many of these origins are read only
    unsurely; None in claims that an earlier version kept. `decided`: whether a person's verdict
    stands on it, or a decision on it, its voice, its passages or the ties among its origins, or one
    on lineage that changed its numbers; `flagged`: whether one of them has to be looked at again.
    `facts` are the standings of its facts, by commas, where it holds several; `published` is the
    day of its article, None where that gives none. `number` is that of its row.
    """

    article: str
    statement: str
    text: str
    standing: Standing
    machine: Standing
    worth: float
    checkworthiness: float
    supporting: int
    disputing: int
    echoes: int
    articles: int
    decided: bool
    flagged: bool
    language: str | None
    outlet: str | None
    published: str | None
    may_support: int | None = None
    may_dispute: int | None = None
    facts: str = ""
    number: int = 0


def queue_claims(
    report: Report, machine: Report, judged: JudgedStatements = NOBODY_JUDGED
) -> Iterator[QueuedClaim]:
    """The claims of a report that were looked up, in the order of the text.

    Args:
        report: the report with what people decided.
        machine: the same as the machine made it.
        judged: the statements on which a verdict stands.
    """
    before = {f.statement: f for f in machine.findings}
    statements = {s.id: s for s in report.statements}
    applied, flagged = (_find_touched(report, state) for state in (State.APPLIED, State.FLAGGED))
    for finding in report.findings:
        former = before[finding.statement]
        if Standing.NOT_CHECKABLE is finding.standing is former.standing:
            continue
        ids = {finding.statement, *(part.part.id for part in finding.parts)}
        ties = set(list_ties(former))
        decided = bool(ids & applied.ids or ties & applied.ties)
        yield _queue(
            statements[finding.statement],
            finding,
            report,
            former.standing,
            decided or has_other_numbers(finding, former) or finding.statement in judged.all,
            bool(ids & flagged.ids) or finding.statement in judged.changed,
        )


@dataclass(frozen=True, slots=True)
class _Touched:
    """The ids of statements, and parts of these, with a decision on them; the ties with one."""

    ids: set[str]
    ties: set[Subject]


def _find_touched(report: Report, state: State) -> _Touched:
    """What has a decision in that state."""
    subjects = [d.subject for d in report.decided if d.state is state]
    kinds = AttributionSubject | StanceSubject | StatementSubject
    return _Touched(
        {s.statement for s in subjects if isinstance(s, kinds)},
        {s for s in subjects if isinstance(s, TieSubject)},
    )


def _queue(
    statement: Statement,
    finding: Finding,
    report: Report,
    machine: Standing,
    decided: bool,
    flagged: bool,
) -> QueuedClaim:
    standing, supporting, disputing, echoes = count_finding(finding)
    return QueuedClaim(
        article=report.article.id,
        statement=statement.id,
        text=statement.text,
        standing=standing,
        machine=machine,
        worth=round(statement.checkworthiness * _WEIGHTS[standing], 4),
        checkworthiness=statement.checkworthiness,
        supporting=supporting,
        disputing=disputing,
        echoes=echoes,
        articles=len(finding.sided),
        decided=decided,
        flagged=flagged,
        language=report.article.language,
        outlet=report.article.outlet,
        published=report.article.published,
        may_support=_count_unsure(finding, Stance.SUPPORTS),
        may_dispute=_count_unsure(finding, Stance.DISPUTES),
        facts=",".join(part.standing for part in finding.parts),
    )


def _count_unsure(finding: Finding, side: Stance) -> int:
    """How many independent origins only may take a side, as the report has it."""
    return sum(o.stance is side and not o.echo and is_unsure_origin(o) for o in finding.origins)
