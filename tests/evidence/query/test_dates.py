"""Dates have one form, whatever language they are written in."""

import pytest

from secondsource.evidence.query.dates import read_dates


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It closed on 3 March 2019.", "en"),
        ("On March 3, 2019 it closed.", "en"),
        ("Его закрыли 3 марта 2019 года.", "ru"),
        ("Il a fermé le 3 mars 2019.", "fr"),
        ("Es wurde am 3. März 2019 geschlossen.", "de"),
        ("It closed on 2019-03-03.", "en"),
        ("Es schloss am 03.03.2019.", "de"),
    ],
)
def test_one_day_has_one_form(text: str, language: str) -> None:
    assert read_dates(text, language) == {"2019", "month 3", "3-3"}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It closed in March.", {"month 3"}),
        ("It was stormed on 07.11.1917.", {"1917", "month 11", "11-7"}),
        ("It opened on 07.11.98.", {"month 11", "11-7"}),
        ("It lost 2000 people and 12 lorries.", set()),
        ("It closed on 4 March and 3 May.", {"month 3", "3-4", "month 5", "5-3"}),
    ],
)
def test_only_what_is_said_is_read(text: str, dates: set[str]) -> None:
    assert read_dates(text, "en") == dates
