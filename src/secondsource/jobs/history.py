"""Everything that people decided, on reports and on whose a name is: one history, by number."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision as NameDecision
from secondsource.errors import ExaminationError
from secondsource.jobs.decide import undo
from secondsource.jobs.everybody import take_back
from secondsource.jobs.families import read_decided
from secondsource.jobs.people import ABOUT
from secondsource.messages import gettext as _
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
    """By number where each of some decisions on reports can be looked at, and why it has to be.

    Only where a text or a report is newer than a decision may it have to be. Of these reports a few
    are read; of what the others show it is said that it may be otherwise now.
    """
    listed = tuple(decisions)
    reports = {each.number: archive.examinations.find_concerned(each) for each in listed}
    made = archive.examinations.read_made({each for each in reports.values() if each})
    ends = {end for each in listed for end in (each.article, each.other) if end}
    texts = archive.examinations.find_last(ends)
    changed = {article: last.added_at for article, last in texts.items()}
    reader = _Reader(archive, made, changed, {})
    return {each.number: reader.find(each, reports[each.number]) for each in listed}


_MOST = 5
"""So many reports and families are read for a page of decisions."""


@dataclass(slots=True)
class _Reader:
    """Reads each report or family once, with what people decided on it, and only a few of all.

    `made` says by article when its report was made, `changed` when its last other text was added.
    """

    archive: Archive
    made: Mapping[str, str]
    changed: Mapping[str, str]
    read: dict[str, tuple[Decided, ...]]

    def find(self, decision: Decision, report: str | None) -> Standing:
        subject = decision.subject
        article = report if isinstance(subject, EdgeSubject | TieSubject) else decision.article
        if not decision.counts:
            return Standing(article)
        if report is not None:
            made, read = self.made.get(report, ""), partial(_read_decided, self.archive, report)
            return Standing(article, self._find_flag(decision, made, report, read))
        if isinstance(subject, EdgeSubject):
            made, name = self.archive.families.measure().made_at or "", f"with {subject.child}"
            flag = self._find_flag(decision, made, name, partial(self._families, subject))
            return Standing(subject.child, flag)
        return Standing(article)

    def _find_flag(
        self, decision: Decision, made: str, name: str, read: Callable[[], tuple[Decided, ...]]
    ) -> str:
        """Why a decision is flagged in what was made at a time and is read under a name."""
        changed = (self.changed.get(end or "", "") for end in (decision.article, decision.other))
        if max(made, *changed) < decision.decided_at:
            return ""
        if name not in self.read:
            if len(self.read) >= _MOST:
                return _("Something is newer than this decision: open it to see if it still fits.")
            self.read[name] = read()
        return next(_list_flags(self.read[name], decision.number), "")

    def _families(self, subject: EdgeSubject) -> tuple[Decided, ...]:
        heads = self.archive.families.holding(subject.child)
        families = read_decided(self.archive, heads).values()
        return tuple(each for family in families for each in family.decided)


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
