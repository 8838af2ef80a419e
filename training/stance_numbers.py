"""Numbers in training text: written in words or digits, changed, or turned into a bound."""

import calendar
import random
import re

MONTHS = tuple(month for month in calendar.month_name if month)

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = [
    "zero",
    "ten",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_SCALES = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,4}(?![\w,]|\.\d)")
_MONTH = re.compile(r"\b(?:" + "|".join(MONTHS) + r")\b")
_AMOUNT = re.compile(r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w:/-]|[.,]\d)")
# A number beside a month is a day: "11 February" is not written "eleven February".
_DAY = re.compile(rf"(?:{'|'.join(MONTHS)}) $")
_BEFORE_MONTH = re.compile(rf" (?:{'|'.join(MONTHS)})\b")
_YEARS = range(1000, 2100)


def find_numbers(text: str) -> set[str]:
    """The whole numbers of up to four digits, and the months, that stand in a text."""
    return {*_NUMBER.findall(text), *_MONTH.findall(text)}


def other_number(old: str, rng: random.Random) -> str:
    """Another value of the same kind: a month, a year within 40, a number within its size."""
    if old in MONTHS:
        return rng.choice([month for month in MONTHS if month != old])
    value = int(old)
    reach = 40 if len(old) == 4 else max(3, value)
    shift = rng.randint(1, reach) * rng.choice((-1, 1))
    return str(value + shift if value + shift > 0 else value + abs(shift))


def name_number(value: int) -> str | None:
    """A number in English words, or None where newspapers would write digits.

    Args:
        value: up to a hundred any number has words; above that only one to ninety-nine
            hundreds, thousands or millions.
    """
    for scale, name in _SCALES:
        if value >= scale:
            count = name_number(value // scale) if value % scale == 0 else None
            return f"{count} {name}" if count and value // scale < 100 else None
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


_ROUND = [count * scale for scale, _ in _SCALES for count in (*range(1, 21), *range(30, 100, 10))]
_VALUES = {name: value for value in (*range(2, 100), *_ROUND) if (name := name_number(value))}
_NAMED = re.compile(
    r"\b(?:" + "|".join(sorted(_VALUES, key=len, reverse=True)) + r")\b(?!-)", re.IGNORECASE
)


def respell(text: str) -> str:
    """The same text with its first amount in digits put into words, or the other way round.

    Years and days of the month are left alone. Without an amount the text comes back as it is.
    """
    for found in _AMOUNT.finditer(text):
        name = name_number(amount(found.group()))
        if name and _is_amount(text, found):
            return text[: found.start()] + name + text[found.end() :]
    return _NAMED.sub(lambda found: f"{_VALUES[found.group().casefold()]:,}", text, count=1)


def amount(digits: str) -> int:
    """The value of a number such as 4,200."""
    return int(digits.replace(",", ""))


def bound(value: int, holds: bool, rng: random.Random) -> str:
    """A bound such as "more than four thousand" that holds for a value, or does not.

    Args:
        value: at least 2.
        holds: whether the value keeps within the bound; where it does not, it misses it by a
            third or more.
        rng: chooses direction, wording and spelling.
    """
    upward = rng.random() < 0.7
    limit = _round_down(value) if upward is holds else _round_up(value)
    if not holds:
        limit = limit * 2 if upward else max(1, limit // 2)
    words = ("more than", "over", "at least") if upward else ("fewer than", "less than", "under")
    written = name_number(limit) if rng.random() < 0.5 else None
    return f"{rng.choice(words)} {written or format(limit, ',')}"


def _round_down(value: int) -> int:
    """The next lower number with one digit before its zeros; always lower than the value."""
    unit: int = 10 ** (len(str(value)) - 1)
    below = (value - 1) // unit * unit
    return below or value - 1


def _round_up(value: int) -> int:
    unit: int = 10 ** (len(str(value)) - 1)
    return (value // unit + 1) * unit


def _is_amount(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    year = len(found.group()) == 4 and int(found.group()) in _YEARS
    return not (year or _DAY.search(before) or _BEFORE_MONTH.match(after))
