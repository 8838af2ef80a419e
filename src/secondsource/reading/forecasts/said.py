"""When an older forecast was made: "In 2014 the minister said: “The bridge will open in 2016.”"

What is quoted from a known day is due relative to that day, not to that of publication; what
is quoted from a past that the text does not date stays open unless it names its own date.
"""

import re
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.quotes import find_quotations
from secondsource.reading.forecasts.due_dates import Day, read_day
from secondsource.reading.number_words import read_number

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|"
    r"December|январ\w|феврал\w|март\w|апрел\w|ма[йяе]|июн\w|июл\w|август\w|сентябр\w|октябр\w|"
    r"ноябр\w|декабр\w)"
)
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
)
_DATED = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|[Ii]n early|[Ii]n late|[Bb]ack in|[Вв]|[Вв]о)(?: \d{{1,2}})? "
    rf"(?:{_MONTH} (?:\d{{1,2}}, )?)?{_YEAR}(?!\d)"
)
_AGO = re.compile(
    r"\b(?P<number>\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|"
    r"[Nn]ine|[Tt]en) years? (?:ago|earlier)\b|"
    r"\b(?P<russian>\d{1,3}|[Дд]ва|[Тт]ри|[Чч]етыре|[Пп]ять|[Шш]есть|[Сс]емь|[Дд]есять) "
    r"(?:года|лет) назад\b|\b(?P<last>[Ll]ast year|[Вв] прошлом году)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:long ago|years ago|decades ago|centur(?:y|ies) ago|once (?:said|warned|wrote|promised)|"
    r"in (?:the )?(?:1[5-9]|20)\d\ds|at the time|back then|in those days|когда-то|однажды|давно|"
    r"в те годы|тогда)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """When a sentence says that something was said: `day` is None where it is not known."""

    day: Day | None


def find_quoted(text: str, marker: int) -> Span | None:
    """The quotation in which the words that look ahead stand; None when they stand in none."""
    for quoted in find_quotations(text):
        if quoted.depth == 0 and quoted.hull.start <= marker < quoted.hull.end:
            return quoted.hull
    return None


def find_told(text: str, inner: Span, published: str | None) -> Told | None:
    """When the words in `inner` were said, by what stands outside of them.

    Returns:
        None when nothing outside says that it was said in a year before that of publication.
    """
    frame = text[: inner.start] + " " * len(inner) + text[inner.end :]
    today = read_day(published)
    if match := _DATED.search(frame):
        day = Day(int(match["year"]), _month(match["month"]))
        return Told(day) if today is None or day.year < today.year else None
    if match := _AGO.search(frame):
        return Told(_years_before(match, today))
    return Told(None) if _LONG_AGO.search(frame) else None


def names_past_year(text: str, published: str | None) -> bool:
    """Whether a sentence stands in a year before that of publication: "In 2013 the firm ..."."""
    today = read_day(published)
    if _AGO.search(text):
        return True
    years = [int(match["year"]) for match in _DATED.finditer(text)]
    return bool(today and years and max(years) < today.year)


def _month(word: str | None) -> int | None:
    if not word:
        return None
    stem = word[:3].casefold().replace("май", "мая").replace("мае", "мая")
    return next((m.split().index(stem) + 1 for m in _MONTHS if stem in m.split()), None)


def _years_before(match: re.Match[str], today: Day | None) -> Day | None:
    if today is None:
        return None
    count = read_number(match["number"] or match["russian"] or "one") or 0
    year = today.year - count
    return Day(year) if count and year > 0 else None
