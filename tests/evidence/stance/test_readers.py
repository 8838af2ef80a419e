"""Two models that answer as one: who is asked about which pair, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pytest

from secondsource.evidence.stance.readers import StanceReaders, is_english

ENGLISH = ("The ferry was late by two hours.", "On Monday the ferry came two hours late.")
LEFT = ("The ferry was late by two hours.", "The band played until two in the morning.")
RUSSIAN = ("The ferry was late by two hours.", "В понедельник паром опоздал на два часа.")


@dataclass
class Reader:
    """Gives each pair the row that is written down for it, and remembers being asked."""

    rows: dict[tuple[str, str], tuple[float, float, float]]
    asked: list[tuple[str, str]] = field(default_factory=list)

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        self.asked += pairs
        return np.array([self.rows[pair] for pair in pairs], np.float32)


def test_both_read_english_and_one_the_rest() -> None:
    english = Reader({ENGLISH: (0.64, 0.18, 0.18), LEFT: (0.1, 0.1, 0.8)})
    other = Reader({ENGLISH: (0.16, 0.02, 0.82), RUSSIAN: (0.7, 0.2, 0.1)})
    rows = StanceReaders(english, other).read_pairs([RUSSIAN, LEFT, ENGLISH])
    assert other.asked == [ENGLISH, RUSSIAN]
    assert rows[0] == pytest.approx((0.7, 0.2, 0.1))
    assert rows[1] == pytest.approx((0.1, 0.1, 0.8))
    mean = np.array([0.32, 0.06, np.sqrt(0.18 * 0.82)])
    assert rows[2] == pytest.approx(mean / mean.sum())


def test_nothing_asked_nothing_read() -> None:
    english, other = Reader({}), Reader({})
    assert StanceReaders(english, other).read_pairs([]).shape == (0, 3)
    assert english.asked == other.asked == []


@pytest.mark.parametrize(
    ("claim", "passage", "english"),
    [
        (*ENGLISH, True),
        ("He resigned.", "He has stepped down.", True),
        (*RUSSIAN, False),
        ("Паром опоздал.", "The ferry was late by two hours on that day.", False),
        ("The ferry was late.", "Die Fähre war am Montag um zwei Stunden zu spät.", False),
        ("The café was closed.", "The café at the harbour was closed for a week.", True),
    ],
)
def test_what_is_english(claim: str, passage: str, english: bool) -> None:
    assert is_english(claim, passage) is english


SHORT = ("Most zamknięto.", "The bridge is closed.")


def test_a_known_language_is_believed() -> None:
    assert not is_english(*SHORT, "pl", "en")
    assert is_english("Ferry Most.", "The bridge is closed.", "en", "en-GB")
    assert not is_english("Ferry Most.", "The bridge is closed.", "pl", "en")


@pytest.mark.parametrize("pair", [SHORT, SHORT[::-1]])
def test_a_short_text_in_another_language_is_not_taken_for_english(pair: tuple[str, str]) -> None:
    assert not is_english(*pair)
