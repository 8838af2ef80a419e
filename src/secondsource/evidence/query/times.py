"""Words of time that lean on the article's day ("yesterday") put as dates that stand alone."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files

from secondsource.article import Article, Span
from secondsource.evidence.query.draft import Reference
from secondsource.lineage.edits.words import words_for
from secondsource.reading.number_words import read_number
from secondsource.sentences import LONGEST_READ

# How sure each rule is: set by hand (docs/claims-to-queries.md).
_SURE = 0.9
_SURE_BACK = 0.75
_BACK = 250
"""Code points before a statement in which "that day" finds its date."""
_ABOUT = 25
"""Code points before a time in which "more than", "of" or a quotation mark is looked for."""
_CLOSERS = ("»", "”", "“", '"')
_QUOTES = "\"'“”„«»‘’"
_LONGEST = 10 * LONGEST_READ
"""Code points of a stretch that are searched for times."""
_LONGEST_AGO = 100
"""Years from which "100 years ago" is a round number, and no date."""
_NOT_AFTER = {"years_ago": "inexact", "last_year": "of_other", "last_month": "of_other"}
"""After which words of a language a time is left as it is."""
_PART_BEFORE = re.compile(r"(?:\d\s?|[-–—.,/]|\b(?:or|или)\s+|\d\s+to\s+)$")
_JOINED = re.compile(r"[\s-]+(?:(?:and|to|и|до)\s+)?")
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
        (kind, re.compile(rf"(?<![\w-])(?:{words[kind]})(?![\w-])", re.IGNORECASE))
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
        span: the stretch; of a very long one only the beginning is read.
        day: the article's; without it only "that day" can be read.
        language: ISO 639-1 code.
    """
    span = Span(span.start, min(span.end, span.start + _LONGEST))
    stretch = _Stretch(text, span, language)
    for kind, pattern in _compile(language):
        for match in pattern.finditer(text, span.start, span.end):
            at = Span(*match.span())
            if _is_name(kind, match, span) or _is_inexact(kind, text, at, language):
                continue
            if kind in ("that_day", "that_year"):
                found = _look_back(text, at, kind, language)
                if found is not None:
                    yield found
            elif day is not None and (words := _say(kind, match, day, stretch)):
                yield Reference(at, _fit(words, text, at, language), None, None, "time", _SURE)


def _fit(words: str, text: str, at: Span, language: str) -> str:
    """A date as it stands after a preposition, or where something is its own: "2016's vote"."""
    lists = load_times()[language]
    words = words if re.match(r"\s+\w", text[at.end : at.end + 3]) else words.rstrip(",")
    first, _, rest = words.partition(" ")
    if "governing" not in lists or not re.fullmatch(lists["dropped"], first):
        return words
    is_owner = text[at.end : at.end + 2] in ("'s", "’s")
    before = text[max(0, at.start - _ABOUT) : at.start]
    if is_owner or re.search(rf"\b{lists['governing']}\s+$", before, re.IGNORECASE):
        return rest
    return words


class _Stretch:
    """A stretch of text with what is asked of it at each of its times, found once."""

    def __init__(self, text: str, span: Span, language: str) -> None:
        self._text, self._span = text, span
        self.language = language
        self._past: dict[Span, bool] = {}

    @cached_property
    def is_ahead(self) -> bool:
        """Whether a word in it tells of what is to come."""
        words = load_times()[self.language]["ahead"]
        return re.search(words, self._span.of(self._text), re.IGNORECASE) is not None

    @cached_property
    def _borders(self) -> tuple[list[int], list[int]]:
        """Where the words and stops that begin another clause start, and where they end."""
        clause = load_times()[self.language].get("clause", "(?!)")
        border = re.compile(rf"\b{clause}\b|[.!?…][\"'”»)]{{0,9}}\s")
        found = [m.span() for m in border.finditer(self._text, self._span.start, self._span.end)]
        return [start for start, _ in found], [end for _, end in found]

    def tells_past(self, at: Span) -> bool:
        """Whether the clause around a time tells of what has happened; a very long one does not."""
        clause = self._find_clause(at)
        if clause not in self._past:
            self._past[clause] = len(clause) <= LONGEST_READ and _has_past(
                clause.of(self._text), self.language
            )
        return self._past[clause]

    def tells_coming(self, at: Span) -> bool:
        """Whether the clause around a time tells of what is to come."""
        words = load_times()[self.language]["coming"]
        clause = self._find_clause(at).of(self._text)
        return re.search(rf"\b{words}\b", clause, re.IGNORECASE) is not None

    def _find_clause(self, at: Span) -> Span:
        """The clause that a time stands in, between two borders."""
        starts, ends = self._borders
        before, after = bisect_right(ends, at.start), bisect_left(starts, at.end)
        start = ends[before - 1] if before else self._span.start
        return Span(start, starts[after] if after < len(starts) else self._span.end)


def _has_past(clause: str, language: str) -> bool:
    words = load_times()[language]
    if "present" in words:
        clause = re.sub(rf"\b{words['present']}\b", "", clause)
    return re.search(rf"\b{words['past']}\b", clause) is not None


def _is_nowadays(match: re.Match[str], stretch: _Stretch) -> bool:
    """Whether "today" may mean these days: nothing in its clause tells of what has happened."""
    at = Span(*match.span())
    before = match.string[max(0, at.start - _ABOUT) : at.start]
    even = re.search(r"\beven\s+$", before, re.IGNORECASE)
    owner = match.string[at.end : at.end + 2] in ("'s", "’s")
    if owner or even or match.groupdict().get("of"):
        return True
    return "past" not in load_times()[stretch.language] or not stretch.tells_past(at)


def _is_over(match: re.Match[str], stretch: _Stretch) -> bool:
    """Whether a weekday is one that has been."""
    if "coming" not in load_times()[stretch.language]:
        return not stretch.is_ahead
    at = Span(*match.span())
    is_since = match.groupdict().get("since") is not None
    return is_since or (stretch.tells_past(at) and not stretch.tells_coming(at))


def _is_name(kind: str, match: re.Match[str], span: Span) -> bool:
    """Whether the words are a name: USA TODAY, the Today show, the "Today" show."""
    words, text = match.group(), match.string
    if words.isupper() or _ends_name(
        text[max(0, match.start() - _ABOUT) : match.start()], text[match.end() : match.end() + 1]
    ):
        return True
    if kind == "weekday" or not words[0].isupper():
        return False
    before = text[max(span.start, match.start() - _ABOUT) : match.start()]
    after = text[match.end() : min(span.end, match.end() + 1)]
    in_quotes = before[-1:] in _QUOTES and after[:1] in _QUOTES
    return (in_quotes and before != "" and after != "") or before.rstrip()[-1:].isalnum()


def _ends_name(before: str, after: str) -> bool:
    """Whether a word is the last of a few in quotation marks: the agency "Russia Today"."""
    return after[:1] in _CLOSERS and re.search(r"[«“„\"][^«»“”„\"]{1,30}$", before) is not None


def _is_inexact(kind: str, text: str, at: Span, language: str) -> bool:
    """Whether it is "more than two years ago", or "the last year": it is left as it is."""
    before = text[max(0, at.start - _ABOUT) : at.start]
    words = load_times()[language].get(_NOT_AFTER.get(kind, ""))
    if words and re.search(rf"\b{words}\s+$", before, re.IGNORECASE):
        return True
    return kind == "years_ago" and _is_part_of_number(before, language)


def _is_part_of_number(before: str, language: str) -> bool:
    """Whether a number goes on from what stands before it: "2,500", "thirty-five", "two or"."""
    small = before.lower()
    numbers = words_for(language).number_words.finditer(small)
    return _PART_BEFORE.search(small) is not None or any(
        _JOINED.fullmatch(small, number.end()) for number in numbers
    )


def _say(kind: str, match: re.Match[str], day: date, stretch: _Stretch) -> str | None:
    """A time in words, or None where the language has no words for it here."""
    language = stretch.language
    words = load_times()[language]
    if kind == "today" and _is_nowadays(match, stretch):
        return None
    if kind in ("yesterday", "today"):
        form = "of_day" if match.groupdict().get("of") else "day"
        return _say_day(day - timedelta(days=kind == "yesterday"), form, language)
    if kind == "weekday":
        return _say_weekday(match["weekday"], day, language) if _is_over(match, stretch) else None
    if kind in ("last_month", "this_month"):
        return _say_month(day, -1 if kind == "last_month" else 0, language)
    back = {"last_year": 1, "this_year": 0}.get(kind)
    if back is None:
        back = read_number(match["number"])
    if back is None or back >= min(day.year, _LONGEST_AGO):
        return None
    return words.get(f"of_{kind}", words["year"]).format(year=day.year - back)


def _say_day(day: date, form: str, language: str) -> str:
    words = load_times()[language]
    month = words["months"].split()[day.month - 1]
    return words[form].format(day=day.day, month=month, year=day.year)


def _say_weekday(name: str, day: date, language: str) -> str:
    """The last such weekday up to the article's day."""
    words = load_times()[language]
    number = words["weekdays"].split().index(re.sub("[’ʼ]", "'", name.casefold()))
    then = day - timedelta(days=(day.weekday() - number) % 7)
    month = words["months"].split()[then.month - 1]
    said = words["on_weekday"].format(weekday=name, day=then.day, month=month, year=then.year)
    return said.replace("в вторник", "во вторник")


def _say_month(day: date, ahead: int, language: str) -> str:
    words = load_times()[language]
    months = words.get("months_in", words["months"]).split()
    then = day.replace(day=1) - timedelta(days=1) if ahead else day
    return words["month"].format(month=months[then.month - 1], year=then.year)


def _look_back(text: str, at: Span, kind: str, language: str) -> Reference | None:
    """The one date or year named shortly before "that day" or "that year"."""
    words = load_times()[language]
    start = max(0, at.start - _BACK)
    start = max(start, text.rfind("\n\n", start, at.start))
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
    put = _fit(put, text, at, language)
    return Reference(at, put, None, Span(*match.span()), "time", _SURE_BACK)


@cache
def _compile_dates(language: str) -> re.Pattern[str]:
    """Dates with a day and a month, the year where it is given."""
    months = "|".join(load_times()[language]["months"].split())
    year = r"(?:,? (?:19|20)\d\d(?: года)?)?"
    return re.compile(rf"\b(?:\d{{1,2}} (?:{months})|(?:{months}) \d{{1,2}}){year}(?!\d)")
