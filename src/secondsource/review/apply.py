"""A report with what people decided: its origins, counts and sentences made anew from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from secondsource.evidence.choosing import close, is_closed
from secondsource.evidence.conclude import conclude, conclude_part
from secondsource.evidence.finding import Basis, Finding, PartFinding, Standing
from secondsource.evidence.origins.make import PathFinder, make_origins
from secondsource.evidence.origins.revoice import revoice
from secondsource.reading.statement import Kind, Statement
from secondsource.review.bases import (
    Text,
    carry_to_part,
    change_stances,
    drop_links,
    keep_paths,
)
from secondsource.review.changes import Changes, gather_changes, rename_kind
from secondsource.review.decision import Decision
from secondsource.review.families import drop_edges
from secondsource.review.match import LaterText, match_decisions
from secondsource.review.report import Report
from secondsource.review.subject import Subject, TieSubject


def apply_decisions(
    report: Report,
    decisions: Sequence[Decision],
    later: Iterable[LaterText] = (),
    gone: Mapping[str, str | None] = MappingProxyType({}),
    was_here: Callable[[Subject], bool] = lambda _subject: True,
) -> Report:
    """The report with people's decisions in it, and with what of it is theirs.

    A rejected stance takes its passage out, another stance moves it to the other side; a rejected
    tie, or a rejected edge with the ties that rest on it, lets origins fall apart; another voice
    moves the ties by voice; what is said to be no claim is not checkable. Standing, counts and
    sentences come from the same functions as the machine's. The report given stays as it is.

    Args:
        report: as the machine made it.
        decisions: everything that people decided that may concern it.
        later: the later texts of the articles that decisions are about.
        gone: as in `match_decisions`.
        was_here: as there.
    """
    decided = match_decisions(report, decisions, later, gone, was_here)
    if not decided:
        return report
    statements = {s.id: s for s in report.statements}
    shaped = _Shaping(report, gather_changes(decided, statements)).shape()
    return replace(shaped, decided=decided, machine=report)


@dataclass(slots=True)
class _Shaping:
    """One report and what people change of it."""

    report: Report
    changes: Changes

    def shape(self) -> Report:
        """The report with the changes."""
        report, changes = self.report, self.changes
        families = drop_edges(report.families, changes.edges, report.article, report.articles)
        statements = tuple(map(self._change_statement, report.statements))
        text = Text.make(report.families, families, changes.edges)
        by_id = {s.id: s for s in statements}
        found = (
            self._judge_kind(self._find(f, by_id[f.statement], text), by_id[f.statement])
            for f in report.findings
        )
        findings = tuple(finding for finding in found if finding is not None)
        return replace(report, families=families, statements=statements, findings=findings)

    def _change_statement(self, statement: Statement) -> Statement:
        """The statement with the voice and of the kind that people say it has."""
        voice = self.changes.voices.get(statement.id, statement.voice)
        kind = self.changes.kinds.get(statement.id, statement.kind)
        named = replace(statement, voice=voice)
        opened = kind is Kind.CLAIM and statement.id in self.changes.kinds
        return rename_kind(named, kind) if opened or kind is not statement.kind else named

    def _judge_kind(self, finding: Finding, statement: Statement) -> Finding | None:
        """The finding as the kind of its statement has it, evidence and all.

        None for a claim by a person's word that was not looked up, as the program saw none.
        """
        if statement.id not in self.changes.named:
            return finding
        if statement.kind is Kind.OTHER or is_closed(statement, self.report.coverage.last):
            return close(statement, finding)
        if finding.standing is not Standing.NOT_CHECKABLE or statement.id not in self.changes.kinds:
            return finding
        return None if finding.basis is None else self._conclude(finding, statement)

    def _find(self, finding: Finding, statement: Statement, text: Text) -> Finding:
        """The finding anew, or as it was where nothing that it rests on was changed."""
        if finding.basis is None:
            return finding
        basis = self._change(finding.basis, statement, text)
        parts = tuple(self._find_part(p, finding.basis, statement, text) for p in finding.parts)
        if basis == finding.basis and parts == finding.parts:
            return self._keep(finding, statement)
        origins = make_origins(basis, self._keep_paths(finding, basis))
        changed = replace(finding, origins=origins, parts=parts, basis=basis)
        return self._keep(self._conclude(changed, statement), statement)

    def _conclude(self, found: Finding, statement: Statement) -> Finding:
        """The finding that the origins and parts of this one come to."""
        if found.basis is None:
            return found
        coverage = self.report.coverage
        new = conclude(statement, found.basis, found.origins, found.parts, coverage)
        new = replace(new, fact_checks=found.fact_checks, question=found.question)
        return close(statement, new) if is_closed(statement, coverage.last) else new

    def _keep(self, finding: Finding, statement: Statement) -> Finding:
        """The finding with the voice that its statement has now."""
        question = finding.question
        if statement.id not in self.changes.voices or question is None:
            return finding
        return replace(finding, question=replace(question, voice=statement.voice))

    def _find_part(
        self, part: PartFinding, whole: Basis, statement: Statement, text: Text
    ) -> PartFinding:
        if part.basis is None:
            return part
        carried = carry_to_part(part.basis, whole, self.changes.stances)
        basis = self._change(carried, statement, text)
        if basis == part.basis:
            return part
        origins = make_origins(basis, self._keep_paths(part, basis))
        return conclude_part(part.part, basis, origins, self.report.coverage)

    def _change(self, basis: Basis, statement: Statement, text: Text) -> Basis:
        if statement.id in self.changes.voices:
            basis = revoice(basis, statement.voice)
        basis = drop_links(basis, self.changes.ties, text)
        return change_stances(basis, self.changes.stances)

    def _keep_paths(self, former: Finding | PartFinding, basis: Basis) -> PathFinder:
        edges = (TieSubject(e.child, e.parent, "edge") for e in self.changes.edges)
        return keep_paths(former.origins, basis, {*self.changes.ties, *edges})
