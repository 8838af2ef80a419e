"""The answer to whether two names are of one."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.article import Signal


class Outcome(StrEnum):
    """What comparing two names gives."""

    SAME = "same"
    DIFFERENT = "different"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer, how sure (0..1), and why: one signal for each reason."""

    outcome: Outcome
    score: float
    signals: tuple[Signal, ...] = ()


DIFFERENT = Comparison(Outcome.DIFFERENT, 0.0)
UNCLEAR = Comparison(Outcome.UNCLEAR, 0.5)
