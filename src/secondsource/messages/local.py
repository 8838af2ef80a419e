"""Numbers, months and languages as the reader's language writes them (from the CLDR, by Babel)."""

from functools import cache
from typing import cast

from babel import Locale

from secondsource.messages.speaking import current_language


def write_number(count: int) -> str:
    """A whole number in figures, its thousands parted: "12,345", «12 345»."""
    language = current_language()
    return f"{count:,}" if language == "en" else f"{count:,}".replace(",", _find_mark(language))


@cache
def _find_mark(language: str) -> str:
    return str(_find_locale(language).number_symbols["latn"]["group"])


def name_month(number: int, *, alone: bool = False, short: bool = False) -> str:
    """The name of a month: "March"; in a date with a day some languages inflect it.

    Args:
        number: 1 to 12.
        alone: without a day before it.
        short: a few letters of it, for a picture.
    """
    return _find_months(current_language(), alone, short)[number]


@cache
def _find_months(language: str, alone: bool, short: bool) -> dict[int, str]:
    months = _find_locale(language).months["stand-alone" if alone else "format"]
    return cast(dict[int, str], months["abbreviated" if short else "wide"])


def name_language(code: str) -> str:
    """What a language is called, or its code where it has no name there.

    Args:
        code: ISO 639-1.
    """
    return str(_find_locale(current_language()).languages.get(code, code))


@cache
def _find_locale(language: str) -> Locale:
    return Locale.parse(language)
