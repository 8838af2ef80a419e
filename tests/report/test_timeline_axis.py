"""The axis of a timeline: true to time, broken only where that shows more."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.report.moments import Moment, read_moment
from secondsource.report.timeline.axis import Axis, make_axis, say_duration

LEFT, RIGHT = 100.0, 900.0


def _moments(*dates: str) -> list[Moment]:
    return [moment for date in dates if (moment := read_moment(date))]


def _middle(moment: Moment) -> float:
    return (moment.start + moment.end) / 2


def _axis(*dates: str, right: float = RIGHT) -> Axis:
    return make_axis(_moments(*dates), LEFT, right)


TICKS = [
    # dates, some of the labels, the context of the first
    (("2024-03-05T10:05", "2024-03-05T10:40"), ["10:00", "10:05"], "5 Mar 2024"),
    (("2024-03-05T09:00", "2024-03-05T20:00"), ["09:00", "10:00"], "5 Mar 2024"),
    (("2024-03-05", "2024-03-05"), ["5 Mar"], "2024"),
    (("2024-03-05", "2024-03-09"), ["5 Mar", "6 Mar", "7 Mar", "8 Mar", "9 Mar"], "2024"),
    (("2024-03-05T09:00", "2024-03-09"), ["5 Mar", "6 Mar", "7 Mar", "8 Mar", "9 Mar"], "2024"),
    (("2024-01-10", "2024-03-20"), ["15 Jan", "22 Jan"], "2024"),
    (("2023-11", "2024-06"), ["Nov", "Dec", "Jan", "Feb"], "2023"),
    (("1931", "2016"), ["1940", "1950"], ""),
    (("0800", "2016"), ["800", "900"], ""),
]


@pytest.mark.parametrize(("dates", "labels", "context"), TICKS)
def test_ticks_are_round_times(dates: tuple[str, ...], labels: list[str], context: str) -> None:
    ticks = _axis(*dates).ticks
    assert [tick.label for tick in ticks][: len(labels)] == labels
    assert ticks[0].context == context


def test_a_new_year_is_said() -> None:
    ticks = _axis("2023-11", "2024-06").ticks
    assert [tick.context for tick in ticks if tick.label in ("Nov", "Jan")] == ["2023", "2024"]


BREAKS = [
    (("2024-03-05", "2024-03-07"), []),
    (("2024-03-05", "2025-03-05"), []),  # two articles: a break would show nothing better
    (("2024-03-05", "2024-03-06", "2024-03-14"), []),
    (("2024-03-05", "2024-03-06", "2026-03-05"), ["2 years"]),
    (("2015-02-16", "2015-02-18", "2024-05-01", "2024-05-03"), ["9 years"]),
    (("2015-02-16", "2015-02-17", "2018-02-16", "2018-02-17", "2021-02-18"), ["3 years"] * 2),
    (("2024-03-05T10:00", "2024-03-05T10:20", "2024-03-25T10:00"), ["20 days"]),
]


@pytest.mark.parametrize(("dates", "words"), BREAKS)
def test_breaks(dates: tuple[str, ...], words: list[str]) -> None:
    assert [gap.words for gap in _axis(*dates).breaks] == words


def test_a_break_tells_apart_what_was_one_point() -> None:
    close, later, _ = _moments("2015-02-16", "2015-02-18", "2024-05-01")
    axis = _axis("2015-02-16", "2015-02-18", "2024-05-01")
    assert axis.place(_middle(later)) - axis.place(_middle(close)) > 100


def test_times_stand_in_their_own_part_on_one_day() -> None:
    times = ("2024-03-05T08:10", "2024-03-05T08:12", "2024-03-05T19:30")
    axis = _axis(*times, right=400)
    assert len(axis.parts) == 2
    places = [axis.place(_middle(moment)) for moment in _moments(*times)]
    assert places[1] <= axis.parts[0].right < axis.parts[1].left <= places[2]


DURATIONS = [
    (45, "45 minutes"), (125, "2 hours"), (45 * 60, "45 hours"), (3 * 1440, "3 days"),
    (90 * 1440, "3 months"), (3653 * 1440, "10 years"),
]  # fmt: skip


@pytest.mark.parametrize(("minutes", "words"), DURATIONS)
def test_durations(minutes: int, words: str) -> None:
    assert say_duration(minutes) == words


_DATES = st.one_of(
    st.datetimes().map(lambda at: f"{at:%Y-%m-%dT%H:%M}".rjust(16, "0")),
    st.dates().map(str),
    st.integers(1, 9999).map(lambda year: f"{year:04}"),
)


@given(st.lists(_DATES, min_size=1, max_size=12), st.sampled_from([330.0, RIGHT]))
def test_any_dates_stand_in_order_within_the_axis(dates: list[str], right: float) -> None:
    moments = sorted(_moments(*dates), key=_middle)
    axis = make_axis(moments, LEFT, right)
    places = [axis.place(_middle(moment)) for moment in moments]
    assert places == sorted(places)
    assert all(LEFT <= place <= right for place in places)
    assert all(before.right < after.left for before, after in pairwise(axis.parts))
    assert len(axis.breaks) == len(axis.parts) - 1


@given(st.lists(_DATES, min_size=1, max_size=12), st.sampled_from([330.0, RIGHT]))
def test_labels_never_collide(dates: list[str], right: float) -> None:
    axis = make_axis(_moments(*dates), LEFT, right)
    assert axis.ticks
    places = [tick.x for tick in axis.ticks]
    assert all(after - before >= 44 for before, after in pairwise(places))
