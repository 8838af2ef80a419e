"""Everything that people decided, on reports and on whose a name is: one history, by number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision as NameDecision
from secondsource.errors import ExaminationError
from secondsource.jobs.decide import undo
from secondsource.jobs.everybody import take_back
from secondsource.jobs.families import read_decided
from secondsource.jobs.people import ABOUT
from secondsource.review.decided import Decided, State
from secondsource.review.decision import Decision
from secondsource.review.subject import EdgeSubject, TieSubject

AnyDecision: TypeAlias = Decision | NameDecision


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a decision on a report can be looked at, and whether it has to be.

    `article` is the id of the article whose kept report shows it; None where there is none. `flag`
    says why it has to be looked at again; empty where it need not be.
    """

    article: str | None
    flag: str = ""


def list_latest(archive: Archive, limit: int, before: int | None = None) -> tuple[AnyDecision, ...]:
    """The last decisions of all, the latest first.

    Args:
        archive: with the decisions.
        limit: the most to return.
        before: only those with a lower number: the last one of the page before.
    """
    on_names = [d for d in archive.decisions(ABOUT) if before is None or d.number < before]
    both: list[AnyDecision] = [*archive.review.latest(limit, before), *on_names]
    return tuple(sorted(both, key=lambda each: -each.number)[:limit])


def undo_any(archive: Archive, number: int, decided_by: str, shown: Iterable[str]) -> AnyDecision:
    """The undoing of a decision, on a report or on names.

    Args:
        archive: with the decision.
        number: of the decision.
        decided_by: the name of who takes it back.
        shown: as in `undo`.

    Raises:
        ArchiveError: there is no such decision, or it is taken back already.
    """
    if all(each.number != number for each in archive.decisions(ABOUT)):
        return undo(archive, number, decided_by, shown=tuple(shown))
    return take_back(archive, number, decided_by)


def find_standings(archive: Archive, decisions: Iterable[Decision]) -> dict[int, Standing]:
    """By number where each of some decisions on reports can be looked at, and why it has to be."""
    reader = _Reader(archive, {})
    return {each.number: reader.find(each) for each in decisions}


@dataclass(slots=True)
class _Reader:
    """Reads each kept report once, with what people decided on it."""

    archive: Archive
    read: dict[str, tuple[Decided, ...]]

    def find(self, decision: Decision) -> Standing:
        reports = self.archive.examinations.list_concerned(decision)
        on_pair = isinstance(decision.subject, EdgeSubject | TieSubject)
        article = next(iter(reports), None) if on_pair else decision.article
        if not decision.counts:
            return Standing(article)
        decided = [each for report in reports[:_MOST] for each in self._read(report)]
        if not reports and isinstance(decision.subject, EdgeSubject):
            decided += self._read_families(decision.subject)
            article = decision.subject.child
        return Standing(article, next(_list_flags(decided, decision.number), ""))

    def _read(self, article: str) -> tuple[Decided, ...]:
        if article not in self.read:
            self.read[article] = _read_decided(self.archive, article)
        return self.read[article]

    def _read_families(self, subject: EdgeSubject) -> Iterator[Decided]:
        heads = self.archive.families.holding(subject.child)
        for family in read_decided(self.archive, heads).values():
            yield from family.decided


_MOST = 3
"""So many of the reports that name a pair of articles are looked at for whether they flag it."""


def _read_decided(archive: Archive, article: str) -> tuple[Decided, ...]:
    """What people decided on a report; nothing where only another version can read it."""
    try:
        kept = archive.examinations.get(article)
    except ExaminationError:
        return ()
    return archive.examinations.decide(kept.report).decided if kept else ()


def _list_flags(decided: Iterable[Decided], number: int) -> Iterator[str]:
    for each in decided:
        if each.state is State.FLAGGED and each.decision and each.decision.number == number:
            yield each.flag
