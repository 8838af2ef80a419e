"""Words that refute, doubt, report, confirm and deny are counted."""

import math

import pytest

from secondsource.evidence.stance.doubt import NUMBERS, find_refuting, measure_doubt

KINDS = ("refutes", "doubts", "reports", "confirms", "denies")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The photograph is a fake, and the story a hoax.", (2, 0, 0, 0, 0)),
        ("Police denied the rumour.", (1, 1, 0, 0, 0)),
        ("The minister reportedly may resign, two sources said.", (0, 2, 2, 0, 0)),
        ("It was confirmed: nobody has left, and they won't.", (0, 0, 0, 1, 2)),
        ("It isn’t true.", (1, 0, 0, 1, 1)),
        ("The bridge was opened in May 1931.", (0, 1, 0, 0, 0)),
        ("", (0, 0, 0, 0, 0)),
    ],
)
def test_words_of_each_kind_are_counted(text: str, counts: tuple[int, ...]) -> None:
    measured = measure_doubt(text)
    assert len(measured) == NUMBERS
    assert [round(math.expm1(number)) for number in measured[: len(KINDS)]] == list(counts)


def test_question_and_quotation_marks_are_counted() -> None:
    marks = measure_doubt("Did 'ghosts' close “the bridge”?")[len(KINDS) : len(KINDS) + 2]
    assert [round(math.expm1(number)) for number in marks] == [1, 3]


def test_the_refuting_words_are_found_where_they_stand() -> None:
    (found,) = find_refuting("Officials dismissed it.")
    assert found.span() == (10, 19)
