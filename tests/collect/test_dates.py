import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secondsource.collect.dates import find_date, find_dates, is_iso_date

WRITTEN = [
    ("18/02/2019", "2019-02-18"),
    ("03/02/2021", "2021-02-03"),
    ("02/18/2019", "2019-02-18"),
    ("18.02.2019", "2019-02-18"),
    ("18 February 2019", "2019-02-18"),
    ("18th of February, 2019", "2019-02-18"),
    ("February 18, 2019", "2019-02-18"),
    ("Feb. 18, 2019", "2019-02-18"),
    ("18 февраля 2019 года", "2019-02-18"),
    ("2019-02-18", "2019-02-18"),
    ("published in February 2019", "2019-02"),
    ("31/02/2019", None),
    ("chapter 18, verse 2", None),
    ("Mayor 2019", None),
]


@pytest.mark.parametrize(("text", "iso"), WRITTEN)
def test_date_is_read(text: str, iso: str | None) -> None:
    found = find_date(text)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("2019", True),
        ("2019-02", True),
        ("2019-02-18", True),
        ("2019-02-18T10:00:00Z", True),
        ("2019-02-18T10:00:00+03:00", True),
        ("2019-13", False),
        ("2019-02-30", False),
        ("20190218", False),
        ("20190218T100000Z", False),
        ("2019-W08-1", False),
        ("18/02/2019", False),
        ("yesterday", False),
        ("", False),
    ],
)
def test_iso_date(value: str, good: bool) -> None:
    assert is_iso_date(value) is good


DATED = st.sampled_from(["18", "3", "02", "30", "2019", "0000", "February", "March", "мая", "x"])
BETWEEN = st.sampled_from([" ", " ", "/", ".", "-", ", ", ""])


@given(st.lists(st.tuples(DATED, BETWEEN).map("".join), max_size=12).map("".join))
@example("on 18 February 2019, not 30/02/2019")
def test_found_dates_are_iso_and_lie_in_the_text(text: str) -> None:
    for found in find_dates(text):
        assert is_iso_date(found.iso)
        assert found.span.end <= len(text)
