"""Small numbers in figures and in words."""

import pytest

from secondsource.reading.number_words import read_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("three", 3),
        ("A", 1),
        ("Два", 2),
        ("четырёх", 4),
        ("fünf", 5),
        ("siete", 7),
        ("dziewięć", 9),
        ("п’ять", 5),
        ("дев’яти", 9),
        ("pięciu", 5),
        ("0", 0),
        ("250", 250),
        ("eleven", None),
        ("several", None),
        ("²", None),  # a figure to Python's isdigit, which int refuses
        ("", None),
    ],
)
def test_read_number(word: str, number: int | None) -> None:
    assert read_number(word) == number
