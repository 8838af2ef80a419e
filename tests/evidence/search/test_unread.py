"""Passages that have too little of a claim to take a side are not read by the stance model."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.evidence import (
    ClaimPassage,
    Evidence,
    Examined,
    Options,
    Stance,
    StanceScore,
    Tools,
    find_evidence,
)
from tests.evidence.newsroom import EXAMINED, WordSearch, read_said, state, write

BEARING = write("Post", "The north bridge at Port Ansel was closed on Monday, the town hall said.")
ASIDE = write("Star", "Port Ansel celebrates with a fair and fireworks.")


@dataclass
class Judge:
    """Finds support everywhere, and keeps what it was asked."""

    asked: list[str] = field(default_factory=list)

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
        self.asked += [pair.passage for pair in pairs]
        return [StanceScore(Stance.SUPPORTS, 0.9) for _ in pairs]


def _check(judge: Judge) -> dict[str | None, Evidence]:
    """The evidence for the claim about the bridge, by outlet."""
    tools = Tools(WordSearch([BEARING, ASIDE]), judge, read_said)
    options = Options(near=2.0)
    (finding,) = find_evidence(Examined(EXAMINED, (state(EXAMINED),)), tools, options)
    return {e.outlet: e for origin in finding.origins for e in origin.evidence}


def test_only_what_may_take_a_side_is_read() -> None:
    judge = Judge()
    _check(judge)
    assert judge.asked == [BEARING.text]


def test_what_was_not_read_is_shown_as_discussing_and_says_so() -> None:
    found = _check(Judge())
    assert found["Post"].judged
    assert found["Post"].stance is Stance.SUPPORTS
    assert not found["Star"].judged
    assert found["Star"].stance is Stance.DISCUSSES
    assert found["Star"].score == 6 / 8  # it has two of the eight words
