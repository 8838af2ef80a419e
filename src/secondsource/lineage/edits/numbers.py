"""Numbers and dates in a stretch of text, by what they mean and not by how they are written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.lineage.edits.measures import Measure, read_currency, read_measure
from secondsource.lineage.edits.words import EditWords

_DIGITS = re.compile(
    r"(?P<unit>[$€£¥₽₴₹]\s?)?(?<![\w.,])(?<![^\W\d_][-–])"
    r"(?P<value>\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
    r"(?P<ending>st|nd|rd|th|-?(?:й|я|е|го|м|му)|mn|bn|k|tn|m|ft|km|kg|cm|mm|lbs?|mph|kph|mi|st|oz)?(?![^\W_])"
    r"(?P<percent>\s?(?:%|per\s?cent\b|percent\b|процент\w*|Prozent\b|"
    r"pour\s+cent\b|por\s+cien(?:to)?\b|відсот\w+|procent\w*))?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0\u202f’']\d{3})+")
_SUFFIXES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12}
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\d.:])(?P<hour24>[0-2]?\d):(?P<minute24>[0-5]\d)(?![\d:])",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
    r"|(?<![\d.])(?P<first>\d{1,2})[./](?P<second>\d{1,2})[./](?P<late>(?:19|20)?\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?<![\w.,$€£-])(?P<year>1[5-9]\d\d|20\d\d)(?P<decade>['’]?s)?(?![\w%]|[.,]\d)")
_COUNTED = re.compile(r"\s(?:people|men|women|[a-z]+s)\b")
_DAY_BEFORE = re.compile(r"(?<![\d.,:])(\d{1,2})(?:st|nd|rd|th|\.|-го)?(?:\s+of)?\s+$")
_DAY_AFTER = re.compile(r"\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s*[ap]\.?m\b)")
_JOINED = re.compile(r"[\s-]+(?:and[\s-]+)?")
_ARTICLE = re.compile(r"\b(?:a|an)\s+$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_MINUS = re.compile(
    r"(?:(?:^|(?<=[\s(\[“\"]))[-−–]|\b(?:minus|минус|мінус)\s+"
    r"|(?<!al\s)(?<!lo\s)(?<!no\s)(?<!o\s)\bmenos\s+|(?<!au\s)(?<!du\s)(?<!ou\s)\bmoins\s+)$"
)
_MINUS_WITHIN = 12  # characters
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0-]\Z")
Key = tuple[str, float | str]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a part of a date: what it means, and where it stands in the text read.

    `key` is equal for equal numbers: ("number", 5000.0), ("ordinal", 3.0), ("month", 7.0);
    `unit` is the sign of a currency, also where its word stands, or "%", or empty; `measure`
    what it measures, if anything.
    """

    key: Key
    span: Span
    unit: str = ""
    measure: Measure | None = None


def find_dates(text: str, words: EditWords) -> list[Amount]:
    """Weekdays, months, days of the month, years and times of day, each by itself."""
    has_digits = _DIGIT.search(text) is not None
    found = [*_find_clocks(text), *_find_written_dates(text)] if has_digits else []
    for match in words.months.finditer(text):
        found.append(_named("month", match))
        found += _find_days(text, match)
    found += [_named("weekday", match) for match in words.weekdays.finditer(text)]
    for match in _YEAR.finditer(text):
        if not _is_count(text, match) and not _within(match.span(), found):
            kind = "decade" if match["decade"] else "year"
            found.append(Amount((kind, float(match["year"])), Span(*match.span())))
    return found


def _named(kind: str, match: re.Match[str]) -> Amount:
    return Amount((kind, float((match.lastgroup or "m0")[1:])), Span(*match.span()))


def _find_days(text: str, month: re.Match[str]) -> Iterator[Amount]:
    for near in (
        _DAY_BEFORE.search(text, max(0, month.start() - 12), month.start()),
        _DAY_AFTER.match(text, month.end()),
    ):
        if near and 1 <= int(near[1]) <= 31:
            yield Amount(("day", float(near[1])), Span(*near.span(1)))


def _find_clocks(text: str) -> Iterator[Amount]:
    for match in _CLOCK.finditer(text):
        hour = int(match["hour"] or match["hour24"]) % 24
        minute = int(match["minute"] or match["minute24"] or 0)
        if (match["half"] or "").lower().startswith("p") and hour < 12:
            hour += 12
        yield Amount(("clock", float(60 * hour + minute)), Span(*match.span()))


def _find_written_dates(text: str) -> Iterator[Amount]:
    for match in _ISO.finditer(text):
        parts = match["year"], match["month"], match["day"]
        if match["late"]:
            parts = match["late"], match["second"], match["first"]
        key = "-".join(part.zfill(2)[-2:] for part in parts)
        yield Amount(("date", key), Span(*match.span()))


def _is_count(text: str, year: re.Match[str]) -> bool:
    """Whether a round number of four digits counts something: "2000 people"."""
    counted = _COUNTED.match(text, year.end())
    return bool(counted) and year["year"].endswith("00") and not year["decade"]


def _within(span: tuple[int, int], found: Sequence[Amount]) -> bool:
    return any(amount.span.overlaps(Span(*span)) for amount in found)


def find_numbers(text: str, lower: str, words: EditWords, dates: Sequence[Amount]) -> list[Amount]:
    """Numbers in digits and in words that are no part of a date.

    Args:
        text: as it is written.
        lower: the same in small letters.
        words: of its language.
        dates: what `find_dates` found in it.
    """
    found = [
        a
        for a in _find_digits(text, lower, words)
        if not _within((a.span.start, a.span.end), dates)
    ]
    taken = [*found, *dates]
    return [*found, *(a for a in _find_words(text, lower, words) if not _overlaps(a, taken))]


def _overlaps(amount: Amount, others: Sequence[Amount]) -> bool:
    return any(amount.span.overlaps(other.span) for other in others)


def _find_digits(text: str, lower: str, words: EditWords) -> Iterator[Amount]:
    for match in _DIGITS.finditer(text):
        value = _read_digits(match["value"])
        ending = (match["ending"] or "").lower()
        end = match.end()
        measure = read_measure(lower, end - len(ending), value)
        if ending in _SUFFIXES:
            value *= _SUFFIXES[ending]
        elif ending and not measure:
            yield Amount(("ordinal", value), Span(match.start(), end))
            continue
        scale, end = _read_scale(lower, end, words)
        unit = "%" if match["percent"] else (match["unit"] or "").strip()
        unit = unit or read_currency(lower, end)
        if _MINUS.search(lower[max(0, match.start() - _MINUS_WITHIN) : match.start()]):
            value = -value
        yield Amount(("number", value * scale), Span(match.start("value"), end), unit, measure)


def _read_digits(digits: str) -> float:
    """The value of digits with dots or commas: the last is a decimal point if not by thousands."""
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"\D", "", digits))
    *whole, last = re.split(r"[.,]", digits)
    return float(f"{''.join(whole)}.{last}") if whole else float(last)


def _read_scale(text: str, end: int, words: EditWords) -> tuple[float, int]:
    """The factor that follows a number ("million"), and where it ends."""
    factor = 1.0
    while gap := _JOINED.match(text, end):
        scale = words.number_words.match(text, gap.end())
        further = words.values.scales.get(scale.group()) if scale else None
        if scale is None or not further:
            break
        factor, end = factor * further, scale.end()
    return factor, end


def _find_words(text: str, lower: str, words: EditWords) -> Iterator[Amount]:
    """Numbers in words: neighbouring number words as one ("two hundred and fifty")."""
    run: list[re.Match[str]] = []
    uncounted = [Span(*match.span()) for match in words.uncounted.finditer(lower)]
    for match in words.number_words.finditer(lower):
        goes_on = run and _goes_on(lower, run[-1], match, words)
        if run and not goes_on:
            yield _read_run(lower, run, words)
            run = []
        counts = not any(span.overlaps(Span(*match.span())) for span in uncounted)
        if counts and (goes_on or not _is_name(text, match, words)):
            run.append(match)
    if run:
        yield _read_run(lower, run, words)


def _is_name(text: str, match: re.Match[str], words: EditWords) -> bool:
    """Whether a number word has a capital within a sentence: "Jan *Sto*", „die *Elf*“.

    Not in English, whose headlines have capitals throughout, nor among words all in capitals.
    """
    word = text[match.start() : match.end()]
    is_number = match.group() in words.values.numbers
    if words.values.titles_capital or not is_number or not word[:1].isupper():
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    return before is not None and not (word.isupper() and before[1].isupper())


def _goes_on(text: str, last: re.Match[str], match: re.Match[str], words: EditWords) -> bool:
    """Whether two number words are one number: not "the second six days", "two and two"."""
    joined = _JOINED.fullmatch(text, last.end(), match.start())
    if joined is None or last.group() in words.values.ordinals:
        return False
    return not joined.group().strip(" -") or last.group() in words.values.scales


def _read_run(text: str, run: Sequence[re.Match[str]], words: EditWords) -> Amount:
    span = Span(run[0].start(), run[-1].end())
    total, current = 0.0, 0.0
    kind = "number"
    for match in run:
        word = match.group()
        if (scale := words.values.scales.get(word)) is not None:
            if 0 < total < scale:  # "dos mil millones", "two thousand million"
                total, current = 0.0, total + current
            current = (current or 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif (value := words.values.numbers.get(word)) is not None:
            current += value
        else:
            kind, current = "ordinal", current + words.values.ordinals[word]
    if article := _ARTICLE.search(text, max(0, span.start - 4), span.start):
        span = Span(article.start(), span.end) if words.values.scales.get(run[0].group()) else span
    measure = read_measure(text, span.end, total + current) if kind == "number" else None
    return Amount((kind, total + current), span, read_currency(text, span.end), measure)
