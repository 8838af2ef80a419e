"""The dates in a text, in one form whatever language and order they are written in."""

import re
from collections.abc import Iterator

from secondsource.lineage.edits.numbers import find_dates
from secondsource.lineage.edits.words import words_for

# A year written with two digits may be of any century: then only day and month are given.
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_dates(text: str, language: str | None) -> frozenset[str]:
    """The years, months, and days of months that a text names.

    "3 March 2019", "March 3, 2019", "le 3 mars 2019", "3 марта 2019" and "03.03.2019" all give
    "2019", "month 3" and "3-3". Where only numbers stand, the day is taken to come first.

    Args:
        text: any text.
        language: ISO 639-1; English is read where it is None or one without month names.
    """
    return frozenset(_read_parts(text, language))


def _read_parts(text: str, language: str | None) -> Iterator[str]:
    month = 0
    for amount in find_dates(text, words_for(language)):
        kind, value = amount.key
        if kind == "date":
            _, month, day = map(int, str(value).split("-"))
            yield from (f"month {month}", f"{month}-{day}")
            yield from _YEAR.findall(amount.span.of(text))
        elif kind == "year":
            yield f"{value:.0f}"
        elif kind == "month":
            month = int(value)
            yield f"month {month}"
        elif kind == "day":  # find_dates tells the days of a month right after it
            yield f"{month}-{value:.0f}"
