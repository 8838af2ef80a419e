"""Dates as articles write them, in English and Russian, as ISO 8601."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from secondsource.article import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan январь января янв",
            "february feb февраль февраля фев февр",
            "march mar март марта мар",
            "april apr апрель апреля апр",
            "may май мая",
            "june jun июнь июня июн",
            "july jul июль июля июл",
            "august aug август августа авг",
            "september sep sept сентябрь сентября сен сент",
            "october oct октябрь октября окт",
            "november nov ноябрь ноября ноя нояб",
            "december dec декабрь декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
# Day-first for 18/02/2019: so the press of most countries writes it, and the American order is
# taken only where the second number cannot be a month.
_DATE_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<monthnumber>\d\d)-(?P<day>\d\d)(?!\d)",
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH + r",?\s+" + _YEAR,
        r"\b" + _MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR,
        r"\b(?P<day>\d{1,2})[/.](?P<monthnumber>\d{1,2})[/.]" + _YEAR,
        r"\b" + _MONTH + r",?\s+" + _YEAR,
    )
)
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date written in a text: its ISO form, as precise as written, and where it stands."""

    iso: str
    span: Span


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date (or month and year) written in a short text, in order of its layout.

    Args:
        text: a line or a few; spans count from its start.
    """
    taken: list[Span] = []
    for pattern in _DATE_PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            iso = _to_iso(match.groupdict())
            if iso is not None and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield FoundDate(iso, span)


def find_date(text: str) -> FoundDate | None:
    """The first date written in a short text, or None."""
    return min(find_dates(text), key=lambda found: found.span.start, default=None)


def is_iso_date(value: str) -> bool:
    """Whether the value is an ISO 8601 year, month, day, or day with a time.

    In the extended format alone: dates are compared as strings everywhere, and "20240531"
    would come after all that is written as "2024-12-31".
    """
    if _ISO_DATE.fullmatch(value):
        return _is_date(value)
    if not _ISO_TIME.match(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_date(value: str) -> bool:
    year, month, day = [*map(int, value.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _to_iso(parts: dict[str, str | None]) -> str | None:
    month = int(parts.get("monthnumber") or 0) or MONTHS.get((parts.get("month") or "").lower(), 0)
    year, day = int(parts["year"] or 0), parts.get("day")
    if day is None:
        return f"{year:04}-{month:02}"
    number = int(day)
    if month > 12 and number <= 12:
        number, month = month, number
    iso = f"{year:04}-{month:02}-{number:02}"
    return iso if _is_date(iso) else None
