"""When an article was published, as exactly as its date says and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.report.moments import Precision, read_moment, to_datetime

DATES = [
    ("2024", "2024-01-01 00:00", "2025-01-01 00:00", Precision.YEAR),
    ("2024-12", "2024-12-01 00:00", "2025-01-01 00:00", Precision.MONTH),
    ("2024-02-28", "2024-02-28 00:00", "2024-02-29 00:00", Precision.DAY),
    ("2024-02-28T23:50", "2024-02-28 23:50", "2024-02-28 23:51", Precision.TIME),
    ("2024-02-28T23:50:10+03:00", "2024-02-28 20:50", "2024-02-28 20:51", Precision.TIME),
    ("2024-02-28T23:50Z", "2024-02-28 23:50", "2024-02-28 23:51", Precision.TIME),
]


@pytest.mark.parametrize(("date", "start", "end", "precision"), DATES)
def test_dates(date: str, start: str, end: str, precision: Precision) -> None:
    moment = read_moment(date)
    assert moment is not None
    ends = [f"{to_datetime(minutes):%Y-%m-%d %H:%M}" for minutes in (moment.start, moment.end)]
    assert (ends, moment.precision) == ([start, end], precision)


@pytest.mark.parametrize("date", [None, "", "soon", "2024-13", "2024-02-30", "0000", "٢٠٢٤"])
def test_what_is_no_date_is_none(date: str | None) -> None:
    assert read_moment(date) is None


@pytest.mark.parametrize("date", ["0001-01-01T00:00+23:59", "9999-12-31T23:59-23:59", "9999"])
def test_the_ends_of_the_calendar_do_not_overflow(date: str) -> None:
    moment = read_moment(date)
    assert moment is not None
    assert moment.start < moment.end
    assert to_datetime(moment.start).year in (1, 9999)


@given(st.text(max_size=30) | st.datetimes().map(str) | st.dates().map(str))
def test_any_text_is_a_stretch_of_time_or_nothing(text: str) -> None:
    moment = read_moment(text)
    assert moment is None or moment.start < moment.end
