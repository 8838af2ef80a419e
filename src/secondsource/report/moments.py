"""When an article was published, as a stretch of time no more exact than its date says."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

_DAY = 24 * 60
_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)


class Precision(StrEnum):
    """How exactly a date is given."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Moment:
    """The stretch in which an article was published, in minutes since 1 January of year 1, UTC.

    Half-open; a date without an offset is taken as UTC. Whole minutes, not `datetime`, so that
    an offset or the end of the year 9999 cannot overflow.
    """

    start: int
    end: int
    precision: Precision


def read_moment(published: str | None) -> Moment | None:
    """The moment that an ISO 8601 date gives, or None where there is none that can be read."""
    text = (published or "").strip()
    if match := _YEAR_OR_MONTH.fullmatch(text):
        return _read_year_or_month(int(match[1]), match[2])
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    start = to_minutes(found.date())
    if len(text) <= len("2019-02-18"):
        return Moment(start, start + _DAY, Precision.DAY)
    offset = found.utcoffset()
    start += found.hour * 60 + found.minute
    start -= int(offset.total_seconds() // 60) if offset is not None else 0
    return Moment(start, start + 1, Precision.TIME)


def _read_year_or_month(year: int, month: str | None) -> Moment | None:
    first = _first_day(year, int(month or 1))
    if first is None:
        return None
    number = year * 12 + int(month) if month else (year + 1) * 12
    after = _first_day(number // 12, number % 12 + 1)
    end = to_minutes(after) if after else to_minutes(date.max) + _DAY
    precision = Precision.MONTH if month else Precision.YEAR
    return Moment(to_minutes(first), end, precision)


def _first_day(year: int, month: int) -> date | None:
    try:
        return date(year, month, 1)
    except ValueError:
        return None


def to_minutes(day: date) -> int:
    """Midnight at the beginning of a day, in minutes since 1 January of year 1."""
    return (day.toordinal() - 1) * _DAY


def to_datetime(minutes: int) -> datetime:
    """The date and time of a point in time; the nearest there is for points outside of years
    1 to 9999."""
    ordinal, minute = divmod(minutes, _DAY)
    day = date.fromordinal(min(max(ordinal + 1, 1), date.max.toordinal()))
    return datetime.combine(day, time(minute // 60, minute % 60))
