"""Words of time that lean on the article's day ("yesterday") put as dates that stand alone."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from secondsource.article import Article, Span
from secondsource.evidence.query.draft import Reference
from secondsource.reading.number_words import read_number

# How sure each rule is: set by hand (docs/claims-to-queries.md).
_SURE = 0.9
_SURE_BACK = 0.75
_BACK = 250
"""Code points before a statement in which "that day" finds its date."""
_ABOUT = 25
"""Code points before a time in which "more than", "of" or a quotation mark is looked for."""
_CLOSERS = ("»", "”", "“", '"')
_QUOTES = "\"'“”„«»‘’"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KINDS = (
    "yesterday",
    "today",
    "last_year",
    "this_year",
    "last_month",
    "this_month",
    "weekday",
    "years_ago",
    "that_day",
    "that_year",
)


@cache
def load_times() -> Mapping[str, Mapping[str, str]]:
    """For each language its words of time and the words that join sentences."""
    text = files("secondsource.evidence.query").joinpath("times.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _compile(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = load_times().get(language, {})
    return tuple(
        (kind, re.compile(rf"\b(?:{words[kind]})\b", re.IGNORECASE))
        for kind in _KINDS
        if kind in words
    )


@cache
def _compile_connective(language: str) -> re.Pattern[str] | None:
    words = load_times().get(language)
    if words is None:
        return None
    start = r"[-–—\s]*"
    joining = rf"{words['joining']}\b(?:,?\s+(?=\S)|\W*$)"
    return re.compile(rf"{start}(?:{joining}|{words['connectives']},\s*)", re.IGNORECASE)


def skip_connective(text: str, span: Span, language: str) -> Span:
    """A stretch without the "But" or "However," that it begins with."""
    pattern = _compile_connective(language)
    while pattern and (match := pattern.match(text, span.start, span.end)):
        span = Span(match.end(), span.end)
    return span


def read_day(article: Article) -> date | None:
    """The day an article was published, or credited; None when it is not known to the day.

    The year 1, which stands for no date in many exports, is none.
    """
    try:
        day = date.fromisoformat((article.dated or "")[:10])
    except ValueError:
        return None
    return day if day.year > 1 else None


def find_times(text: str, span: Span, day: date | None, language: str) -> Iterator[Reference]:
    """The words in a stretch that mean a time counted from the article's day, or named before.

    Args:
        text: the article's text.
        span: the stretch.
        day: the article's; without it only "that day" can be read.
        language: ISO 639-1 code.
    """
    for kind, pattern in _compile(language):
        for match in pattern.finditer(text, span.start, span.end):
            at = Span(*match.span())
            if _is_name(kind, match, span) or _is_inexact(kind, text, at, language):
                continue
            if kind in ("that_day", "that_year"):
                found = _look_back(text, at, kind, language)
                if found is not None:
                    yield found
            elif day is not None and (words := _say(kind, match, day, language, span)):
                put = _fit(
                    words,
                    text[max(0, at.start - _ABOUT) : at.start],
                    text[at.end : at.end + 2],
                    language,
                )
                yield Reference(at, put, None, None, "time", _SURE)


def _fit(words: str, before: str, after: str, language: str) -> str:
    """A date as it stands after a preposition, or where something is its own: "2016's vote"."""
    governing = load_times()[language].get("governing")
    if governing is None:
        return words
    is_owner = after[:2] in ("'s", "’s")
    if is_owner or re.search(rf"\b{governing}\s+$", before, re.IGNORECASE):
        return words.partition(" ")[2]
    return words


def _is_nowadays(match: re.Match[str], language: str, span: Span) -> bool:
    """Whether "today" may mean these days: nothing in the stretch tells of what has happened."""
    past = load_times()[language].get("past")
    stretch = match.string[span.start : span.end]
    before = match.string[span.start : match.start()]
    even = re.search(r"\beven\s+$", before, re.IGNORECASE)
    owner = match.string[match.end() : match.end() + 2] in ("'s", "’s")
    return owner or bool(even) or past is None or not re.search(rf"\b{past}\b", stretch)


def _is_name(kind: str, match: re.Match[str], span: Span) -> bool:
    """Whether the words are a name: USA TODAY, the Today show, the "Today" show."""
    words, text = match.group(), match.string
    if words.isupper() or _ends_name(
        text[: match.start()][-_ABOUT:], text[match.end() : match.end() + 1]
    ):
        return True
    if kind == "weekday" or not words[0].isupper():
        return False
    before, after = text[span.start : match.start()], text[match.end() : span.end]
    in_quotes = before[-1:] in _QUOTES and after[:1] in _QUOTES
    return (in_quotes and before != "" and after != "") or before.rstrip()[-1:].isalnum()


def _ends_name(before: str, after: str) -> bool:
    """Whether a word is the last of a few in quotation marks: the agency "Russia Today"."""
    return after[:1] in _CLOSERS and re.search(r"[«“„\"][^«»“”„\"]{1,30}$", before) is not None


def _is_inexact(kind: str, text: str, at: Span, language: str) -> bool:
    """Whether it is "more than two years ago": no year can be put in its place."""
    if kind != "years_ago":
        return False
    inexact = load_times()[language]["inexact"]
    before = text[max(0, at.start - _ABOUT) : at.start]
    return re.search(rf"\b{inexact}\s+$", before, re.IGNORECASE) is not None


def _say(kind: str, match: re.Match[str], day: date, language: str, span: Span) -> str | None:
    """A time in words, or None where the language has no words for it here."""
    words = load_times()[language]
    if kind == "today" and _is_nowadays(match, language, span):
        return None
    if kind in ("yesterday", "today"):
        form = "of_day" if match.groupdict().get("of") else "day"
        return _say_day(day - timedelta(days=kind == "yesterday"), form, language)
    if kind == "weekday":
        ahead = re.search(words["ahead"], match.string[span.start : span.end], re.IGNORECASE)
        return None if ahead else _say_weekday(match["weekday"], day, language)
    if kind in ("last_month", "this_month"):
        return _say_month(day, -1 if kind == "last_month" else 0, language)
    back = {"last_year": 1, "this_year": 0}.get(kind)
    if back is None:
        back = read_number(match["number"])
    if back is None or back >= day.year:
        return None
    return words["year"].format(year=day.year - back)


def _say_day(day: date, form: str, language: str) -> str:
    words = load_times()[language]
    month = words["months"].split()[day.month - 1]
    return words[form].format(day=day.day, month=month, year=day.year)


def _say_weekday(name: str, day: date, language: str) -> str:
    """The last such weekday up to the article's day."""
    words = load_times()[language]
    number = words["weekdays"].split().index(name.casefold())
    then = day - timedelta(days=(day.weekday() - number) % 7)
    month = words["months"].split()[then.month - 1]
    return words["on_weekday"].format(weekday=name, day=then.day, month=month, year=then.year)


def _say_month(day: date, ahead: int, language: str) -> str:
    words = load_times()[language]
    months = words.get("months_in", words["months"]).split()
    then = day.replace(day=1) - timedelta(days=1) if ahead else day
    return words["month"].format(month=months[then.month - 1], year=then.year)


def _look_back(text: str, at: Span, kind: str, language: str) -> Reference | None:
    """The one date or year named shortly before "that day" or "that year"."""
    words = load_times()[language]
    start = max(0, at.start - _BACK, text.rfind("\n\n", 0, at.start))
    if kind == "that_year":
        pattern, said = _YEAR, "year"
    else:
        pattern, said = _compile_dates(language), "day"
    found = list(pattern.finditer(text, start, at.start))
    if len({match.group() for match in found}) != 1:
        return None
    match = found[-1]
    if said == "year":
        put = words["year"].format(year=match.group())
    else:
        put = f"on {match.group()}" if language == "en" else match.group()
    return Reference(at, put, None, Span(*match.span()), "time", _SURE_BACK)


@cache
def _compile_dates(language: str) -> re.Pattern[str]:
    """Dates with a day and a month, the year where it is given."""
    months = "|".join(load_times()[language]["months"].split())
    year = r"(?:,? (?:19|20)\d\d(?: года)?)?"
    return re.compile(rf"\b(?:\d{{1,2}} (?:{months})|(?:{months}) \d{{1,2}}){year}(?!\d)")
