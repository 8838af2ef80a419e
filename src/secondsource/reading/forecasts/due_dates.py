"""Turns the parts of a time expression that looks ahead into ISO dates.

Each expression is read relative to the day of publication. What comes out is as precise as the
words: "in 2020" gives the year 2020 and nothing finer. Seasons are those of the northern
hemisphere, weeks start on Monday. The expressions themselves are in `due_words.py`; a reader
here takes a match and returns None when the words, so read, do not look ahead.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.reading.number_words import read_number

OPEN = "open"
_ONE_OF_WORDS = "year month week decade год года месяц месяца неделю недели"
_ONE_OF = frozenset(_ONE_OF_WORDS.split())
"""Units that stand without a number: "within the next year"."""
_HALF_A_YEAR = "полгода"
_MONTHS = {
    stem: number
    for number, stems in enumerate(
        (
            "jan янв ene sty січ",
            "feb фев fév lut лют",
            "mar мар mär бер",
            "apr апр avr abr kwi кві",
            "may май мая мае маю mai maj тра",
            "jun июн cze чер",
            "jul июл lip лип",
            "aug авг aoû ago sie сер",
            "sep сен wrz вер",
            "oct окт okt paź жов",
            "nov ноя lis лис",
            "dec дек dez déc dic gru гру",
        ),
        start=1,
    )
    for stem in stems.split()
}
_FRENCH_SUMMER = {"juin": 6, "juil": 7}
_UNITS = {
    "year": ("year", "год", "лет", "jahr", "an", "ann", "año", "rok", "lat", "рок", "рік", "роц"),
    "month": ("month", "месяц", "полгода", "monat", "mois", "mes", "miesi", "місяц"),
    "week": ("week", "недел", "woche", "semaine", "semana", "tygodn", "тижн"),
    "decade": ("decade", "десятил", "jahrzehnt", "décennie", "década", "dekad", "десятир"),
    "hour": ("hour", "час"),
    "century": (
        "century",
        "век",
        "столет",
        "jahrhundert",
        "siècle",
        "siglo",
        "wiek",
        "stulec",
        "століт",
    ),
}
_SEASONS = {
    stem: month
    for month, stems in ((3, "spr вес"), (6, "sum лет"), (9, "aut fal осе"), (12, "win зим"))
    for stem in stems.split()
}
_WEEKDAYS = {
    stem: number
    for number, stems in enumerate(
        ("mon пон", "tue вто", "wed сре", "thu чет", "fri пят", "sat суб", "sun вос")
    )
    for stem in stems.split()
}


_YEARS = range(2, 9000)


@dataclass(frozen=True, slots=True)
class When:
    """A time that words name: the first and last ISO date it can mean, or "open"."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Day:
    """The day of publication, of which the month or the day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The date as precise as it is known."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def as_date(self) -> date | None:
        """The full date, when the day is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def read_day(published: str | None) -> Day | None:
    """The day an article was published, from its ISO 8601 date; None when there is none.

    The year 1, which stands for no date in many exports, is none, and so is one that leaves no
    room for the years that a forecast may name.
    """
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", published or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or year not in _YEARS or (month is not None and not 1 <= month <= 12):
        return None
    if month and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        return Day(year, month)
    return Day(year, month, day)


def _read_month_name(word: str) -> int:
    name = word.casefold()
    return _FRENCH_SUMMER.get(name[:4]) or _MONTHS[name[:3]]


def _until(end: str, today: Day | None) -> When:
    return When(today.iso if today else OPEN, end)


def _limits(match: re.Match[str]) -> bool:
    """Whether the words give a last moment ("by", "within") and not the moment itself."""
    return bool(match.groupdict().get("limit"))


def _span_or_until(match: re.Match[str], today: Day | None, start: str, end: str) -> When:
    return _until(end, today) if _limits(match) else When(start, end)


def read_full_date(match: re.Match[str], today: Day | None) -> When | None:
    month = _read_month_name(match["month"])
    year = int(match["year"]) if match["year"] else _coming_year(today, month)
    day = int(match["day"])
    if year is None or not 1 <= day <= monthrange(year, month)[1]:
        return None
    iso = f"{year:04}-{month:02}-{day:02}"
    if not match["year"] and today and iso < today.iso:
        return None
    return _span_or_until(match, today, iso, iso)


def read_month(match: re.Match[str], today: Day | None) -> When | None:
    month = _read_month_name(match["month"])
    year = int(match["year"]) if match["year"] else _coming_year(today, month)
    if year is None:
        return When(OPEN, OPEN)
    iso = f"{year:04}-{month:02}"
    return _span_or_until(match, today, iso, iso)


def _coming_year(today: Day | None, month: int) -> int | None:
    """The year in which a month named without one next comes, this month included."""
    if today is None or today.month is None:
        return None
    return today.year if month >= today.month else today.year + 1


def read_year(match: re.Match[str], today: Day | None) -> When | None:
    year = int(match["year"])
    if today and year < today.year:
        return None
    return _span_or_until(match, today, f"{year:04}", f"{year:04}")


def read_from_year(match: re.Match[str], today: Day | None) -> When | None:
    year = int(match["year"])
    return None if today and year < today.year else When(f"{year:04}", OPEN)


def read_years_between(match: re.Match[str], today: Day | None) -> When | None:
    first, last = int(match["first"]), int(match["last"])
    if first > last or (today and last < today.year):
        return None
    return When(f"{first:04}", f"{last:04}")


def read_decade(match: re.Match[str], today: Day | None) -> When | None:
    first = int(match["year"])
    if today and first + 9 < today.year:
        return None
    return _span_or_until(match, today, f"{first:04}", f"{first + 9:04}")


def read_part_of_year(match: re.Match[str], today: Day | None) -> When | None:
    months = 6 if match["part"].casefold().startswith(("half", "полуг", "полов")) else 3
    order = _ORDER[match["order"][:3].casefold()]
    if order * months > 12:
        return None
    year, first = int(match["year"]), (order - 1) * months + 1
    last = first + months - 1
    return _span_or_until(match, today, f"{year:04}-{first:02}", f"{year:04}-{last:02}")


_ORDER = {
    "fir": 1,
    "sec": 2,
    "thi": 3,
    "fou": 4,
    "пер": 1,
    "вто": 2,
    "тре": 3,
    "чет": 4,
}


def read_after_a_while(match: re.Match[str], today: Day | None) -> When:
    """ "In three years", "within two weeks", counted from the day of publication."""
    word = match["number"].casefold().split()[0]
    count = _count_units(word)
    unit = (match["unit"] or match["number"]).casefold()
    end = _add(today, count, unit) if today and count else None
    if end is None:
        return When(OPEN, OPEN)
    return _span_or_until(match, today, end, end)


def _count_units(word: str) -> int | None:
    """How many units a number says, or a unit that stands without one; half a year is in months."""
    if word == _HALF_A_YEAR:
        return 6
    return 1 if word in _ONE_OF else read_number(word)


def _add(today: Day, count: int, unit: str) -> str | None:
    """The date so many units on, as precise as the unit; None when it cannot be known."""
    if unit.startswith(_UNITS["decade"]):
        count, unit = count * 10, "year"
    if unit.startswith(_UNITS["year"]):
        return f"{today.year + count:04}" if today.year + count <= 9999 else None
    if unit.startswith(_UNITS["month"]):
        return _add_months(today, count)
    days = count * (7 if unit.startswith(_UNITS["week"]) else 1)
    if unit.startswith(_UNITS["hour"]):
        days = (count + 12) // 24  # the nearest whole day
    known = today.as_date()
    if known is None or days > 36_500:
        return None
    return (known + timedelta(days=days)).isoformat()


def _add_months(today: Day, count: int) -> str | None:
    if today.month is None or count > 1200:
        return None
    months = today.year * 12 + today.month - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"


def read_named_period(match: re.Match[str], today: Day | None) -> When:
    """ "Next year", "this month", "by the end of the week"."""
    if today is None:
        return When(OPEN, OPEN)
    step = 1 if (match.groupdict().get("next") or "") else 0
    start, end = _period(today, match["unit"].casefold(), step)
    if match.groupdict().get("ending"):
        start = end
    return _span_or_until(match, today, start, end)


def read_next_period(match: re.Match[str], today: Day | None) -> When:
    """ "Next year", "next week", in words that say no more than the unit."""
    if today is None:
        return When(OPEN, OPEN)
    return When(*_period(today, match["unit"].casefold(), 1))


def _period(today: Day, unit: str, step: int) -> tuple[str, str]:
    if unit.startswith(_UNITS["decade"]):
        first = today.year // 10 * 10 + step * 10
        return f"{first:04}", f"{first + 9:04}"
    if unit.startswith(_UNITS["century"]):
        first = (today.year - 1) // 100 * 100 + 1 + step * 100
        return f"{first:04}", f"{first + 99:04}"
    if unit.startswith(_UNITS["year"]):
        return (f"{today.year + step:04}",) * 2
    if unit.startswith(_UNITS["month"]):
        iso = _add_months(today, step)
        return (iso, iso) if iso else (OPEN, OPEN)
    return _week(today, step)


def _week(today: Day, step: int) -> tuple[str, str]:
    known = today.as_date()
    if known is None:
        return OPEN, OPEN
    monday = known - timedelta(days=known.weekday()) + timedelta(weeks=step)
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def read_season(match: re.Match[str], today: Day | None) -> When:
    month = _SEASONS[match["season"][:3].casefold()]
    if match["year"]:
        year: int | None = int(match["year"])
    else:
        year = _season_year(today, month, bool(match["next"]))
    if year is None:
        return When(OPEN, OPEN)
    last = f"{year + 1:04}-02" if month == 12 else f"{year:04}-{month + 2:02}"
    return _span_or_until(match, today, f"{year:04}-{month:02}", last)


def _season_year(today: Day | None, month: int, is_next: bool) -> int | None:
    """The year a season starts in; "next" means of next year, as newspapers use it."""
    if today is None or today.month is None:
        return None
    if month == 12:
        current = today.year - 1 if today.month <= 2 else today.year
        return current + 1 if is_next else current
    over = today.month > month + 2
    return today.year + 1 if is_next or over else today.year


def read_weekday(match: re.Match[str], today: Day | None) -> When:
    known = today.as_date() if today else None
    if known is None:
        return When(OPEN, OPEN)
    ahead = (_WEEKDAYS[match["weekday"][:3].casefold()] - known.weekday() - 1) % 7 + 1
    iso = (known + timedelta(days=ahead)).isoformat()
    return _span_or_until(match, today, iso, iso)


def read_near_day(match: re.Match[str], today: Day | None) -> When:
    known = today.as_date() if today else None
    if known is None:
        return When(OPEN, OPEN)
    ahead = _NEAR[match["near"].casefold()]
    iso = (known + timedelta(days=ahead)).isoformat()
    return _span_or_until(match, today, iso, iso)


_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "сегодня": 0, "завтра": 1, "послезавтра": 2}


def read_numbers_only(match: re.Match[str], today: Day | None) -> When | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    iso = f"{year:04}-{month:02}-{day:02}"
    return _span_or_until(match, today, iso, iso)


def read_open(_: re.Match[str], __: Day | None) -> When:
    return When(OPEN, OPEN)
