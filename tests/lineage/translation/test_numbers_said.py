"""Numbers that a text and its translation share, however each writes them."""

import pytest

from secondsource.lineage.translation.numbers_said import (
    count_spelt,
    read_numbers,
    read_scaled,
    read_spelt,
    read_undated,
)

NUMBERS = [
    ("The harvest was 48,000 tonnes.", "48000"),
    ("Урожай составил 48 000 тонн.", "48000"),
    ("Урожай составил 48\u00a0000 тонн.", "48000"),
    ("Rekolta wyniosła 1 234,5 tony.", "12345"),
    ("1,234.5 tonnes", "12345"),
    ("2 500 000 человек", "2500000"),
    ("в 2019 300 человек", "2019 300"),
    ("в 12 областях, 300 человек", "12 300"),
    ("7 lost, 15 found", "15"),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_the_numbers_of_a_text(text: str, numbers: str) -> None:
    assert list(read_numbers(text).elements()) == numbers.split()


def test_a_number_in_words_is_the_number_in_digits() -> None:
    pairs = [
        ("It lost twelve tonnes, 40 men left.", "Er verlor 12 Tonnen, vierzig Männer gingen."),
        ("It lost 30 tonnes.", "Er verlor Tonnen von Öl."),
    ]
    assert count_spelt(pairs, ("en", "de")) == 2


def test_numbers_with_a_word_that_makes_them_larger() -> None:
    text = "It spent 4 million and 4.5 percent, 3 000 and five thousand."
    assert read_scaled(text, "en") == {"4 million": "4000000", "4.5 percent": "4.5"}
    assert read_spelt(text, "en") == {"5000": 1}


def test_any_number_of_such_words_is_read() -> None:
    assert len(read_scaled(f"It spent 4 {'million ' * 3000}crowns.", "en")) == 1


@pytest.mark.parametrize(
    ("text", "language", "counts"),
    [
        ("Twelve people and 4 million crowns on 14 March 2026 at 10:30.", "en", {"12", "4000000"}),
        ("Es waren 1.200, also 4,5 Prozent, am 3. Mai.", "de", {"1200", "4.5"}),
        ("Было 4 213 голосов и двенадцать жалоб.", "ru", {"4213", "12"}),
        ("Nobody came.", "en", set()),
    ],
)
def test_counts_are_read_however_they_are_written_and_dates_are_none(
    text: str, language: str, counts: set[str]
) -> None:
    assert read_undated(text, language) == counts
