"""What the report tells of people: their decisions on its parts, and their verdicts."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.review.decision import Decision, Verb
from secondsource.review.subject import Subject, read_key


class State(StrEnum):
    """Whether a person's decision shapes the report.

    `flagged`: the text under it changed, so that it is not applied until somebody looks again.
    `open`: there are only notes, or every decision was taken back.
    """

    APPLIED = "applied"
    FLAGGED = "flagged"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Decided:
    """A part of a report on which people decided.

    `key` names it in this report (see `secondsource.review.subject`); `machine` is what the machine
    says of it in this report, in a sentence, empty where it is no longer there. `decision` is the
    one that counts, the last that stands; `history` are all on it, the earliest first, those of
    other people, notes and undoings among them. `flag` says why it is flagged. `outlets` are, by
    id, those of articles that it is on and that were removed from the archive since.
    """

    key: str
    state: State
    machine: str = ""
    decision: Decision | None = None
    history: tuple[Decision, ...] = ()
    flag: str = ""
    outlets: tuple[tuple[str, str], ...] = ()

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return read_key(self.key)

    @property
    def last(self) -> int | None:
        """The number that a further decision has to name as the last one seen; None for none.

        What came along from another key, an earlier text or the same words elsewhere, is no
        decision on this key.
        """
        own = (d for d in self.history if d.key == self.key)
        numbers = [d.number for d in own if d.verb is not Verb.NOTE]
        return max(numbers, default=None)

    @property
    def may_be_undone(self) -> bool:
        """Whether a decision or note stands on it that can be taken back."""
        return any(d.verb is not Verb.UNDO and not d.undone for d in self.history)

    @property
    def notes(self) -> tuple[Decision, ...]:
        """The notes that were not taken back, the earliest first."""
        return tuple(d for d in self.history if d.verb is Verb.NOTE and not d.undone)

    @property
    def overruled(self) -> tuple[Decision, ...]:
        """The decisions that stand but do not count, as a later one says otherwise."""
        return tuple(d for d in self.history if d.counts and d != self.decision)


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's verdict that stands on a claim of the article.

    `statement` is the id of the statement that it is on; None where the claim is put in words that
    no statement has. `flag` says why somebody has to look at it again: that the text changed since.
    `earlier` says that it was given on an earlier text of the article (the `article` of the
    verdict); empty where it was given on this one.
    """

    verdict: Verdict
    statement: str | None
    flag: str = ""
    earlier: str = ""
