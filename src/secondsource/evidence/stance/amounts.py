"""How many, as a claim and as a passage say it: from where to where, and of what."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from secondsource.article import Span
from secondsource.evidence.query.terms import fold, split_words, stop_words_of
from secondsource.evidence.stance.cues import find_cues, has_any, load_cues, lower
from secondsource.evidence.stance.scores import find_scores
from secondsource.evidence.stance.things import find_things
from secondsource.lineage.edits.measures import read_currency
from secondsource.lineage.edits.numbers import Amount, find_dates, find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.names.sounds import to_latin
from secondsource.sentences import split_sentences

_KINDS = ("dead", "hurt", "held", "saved", "lost")
"""Sections of `cues.toml`: what tolls count."""

_COUNTING = ("", "%")
"""Units of what may be people: "two million euros are missing" is no toll."""
_BOUNDS = ("least", "most", "nearly", "just_over", "about", "reached")
_ROUGHLY = 0.07
_ROUNDED = 0.05
_CLOSE = 0.1
_ALIKE = 0.17  # of twelve, as much as a dozen may be off
_DOZENS = {"half_dozen": 6.0, "dozen": 12.0}
_OTHER_THING = 20  # times; measures so far apart are of two things
_FEW = 100  # numbers below are hardly rounded
_EXACT = 1e15
_STEM = 4
_WORDS_AFTER = 2
_SIGNS_NEAR = 45
_BEFORE = re.compile(r"\s*(?:[$€£¥]\s*)?$")
_STOP = re.compile(r"[,;:()!?—–]")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d[-–/]\Z")  # before "26": 2025-26
_SCORE = "score"
LEAST_TELLING = 4
"""The least number that tells something: "one", "first", "two" and "three" stand in any text.

Of the pairs of `evals.news_stance` that are found for their numbers 6 are wrong of 20 with smaller
ones, 2 of 12 without.
"""
_MORE, _LESS = frozenset({"=more"}), frozenset({"=less"})


class Fit(Enum):
    """What the passage's count does to the claim's."""

    AGREES = "agrees"
    OPEN = "leaves open"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: between `low` and `high` (both may be reached), and of what.

    `kind` is one of `_KINDS` where such a word stands nearby; `nouns` are the first letters of
    the words after the number, in Latin ones, `things` what they are in any language, as far as
    `things.toml` knows them, and `measured` the currency or the measure whose word stands there;
    `unit` tells which counts can be compared. A `part` is of another count ("15 people, three of
    them children"): it may agree with a claim, and differs from none.
    """

    low: float
    high: float
    kind: str | None
    nouns: frozenset[str]
    things: frozenset[str]
    measured: str
    unit: str
    language: str
    part: bool
    span: Span


def read_counts(text: str, language: str) -> list[Count]:
    """The numbers of a text that count or measure something, dates left out."""
    goes_on = has_any(("so_far",), text, language)
    counts: list[Count] = []
    for sentence in split_sentences(text, language):
        counts += _read_sentence(sentence.of(text), sentence.start, language, goes_on)
    return counts


def compare_counts(claim: Count, passage: Count) -> Fit:
    """Whether the claim's count follows from the passage's, could still be, or cannot be."""
    if passage.low >= claim.low and passage.high <= claim.high:
        return Fit.AGREES
    if passage.high < claim.low or passage.low > claim.high:
        return Fit.DIFFERS
    return Fit.OPEN


def bounds_are_close(claim: Count, passage: Count) -> bool:
    """Whether two counts say as good as the same number, not only one that allows the other."""
    return all(
        math.isclose(ours, theirs, rel_tol=_CLOSE)
        for ours, theirs in ((claim.low, passage.low), (claim.high, passage.high))
    )


def are_alike(claim: Count, passage: Count) -> bool:
    """Whether two counts are near enough for a reader: "about 15" and 15, "a dozen" and 11.

    Not where one of them has no end: "at least 15" leaves more than 15 open.
    """
    bounds = ((claim.low, passage.low), (claim.high, passage.high))
    return all(
        math.isfinite(ours) and math.isfinite(theirs) and math.isclose(ours, theirs, rel_tol=_ALIKE)
        for ours, theirs in bounds
    )


def count_the_same(claim: Count, passage: Count) -> bool:
    """Whether two numbers count the same thing, as far as the words beside them tell.

    The very same share or measure ("38 percent") is taken for the same thing in any words.
    """
    if claim.unit != passage.unit:
        return False
    if claim.unit and (claim.low, claim.high) == (passage.low, passage.high):
        return True
    same_nouns = _are_named_alike(claim, passage)
    if claim.part or passage.part:
        return same_nouns
    same = claim.kind == passage.kind if claim.kind or passage.kind else same_nouns
    return same or _is_one_abroad(claim, passage)


def _is_one_abroad(claim: Count, passage: Count) -> bool:
    """Whether "nine passengers" and „neun Verletzte“ may be the same nine, in two languages."""
    if claim.language == passage.language or (claim.kind and passage.kind):
        return False
    same = (claim.low, claim.high) == (passage.low, passage.high)
    return same and claim.low >= LEAST_TELLING and not (claim.things and passage.things)


def _are_named_alike(claim: Count, passage: Count) -> bool:
    """Whether the words after two numbers name one thing.

    In one language these must begin alike: of English pairs of others in which "59 cm" and "two
    feet" were taken for the same, or workers and employees, no more disputed than supported.
    """
    if claim.unit and _are_far_apart(claim, passage):
        return False
    things = claim.things & passage.things
    if claim.things and passage.things and not things:
        return False
    if claim.nouns & passage.nouns:
        return True
    if claim.language == passage.language:
        return False
    return bool(things) or (claim.measured == passage.measured != "")


def _are_far_apart(claim: Count, passage: Count) -> bool:
    """Whether two measures are hardly of one thing: 800 metres too short, 42 kilometres long."""
    low, high = sorted((abs(claim.low), abs(passage.low)))
    return claim.unit != "%" and math.isfinite(high) and 0 < low * _OTHER_THING < high


def _read_sentence(sentence: str, offset: int, language: str, goes_on: bool) -> Iterator[Count]:
    words, small = words_for(language), lower(sentence)
    dates = find_dates(sentence, words)
    found = _read_dozens(small, language, find_numbers(sentence, small, words, dates))
    scores = list(find_scores(small, found, language))
    for pair in scores:
        yield from _count_score(pair, offset, language)
    scored = {amount.span for pair in scores for amount in pair}
    amounts = [
        amount
        for amount in found
        if amount.span not in scored and not _counts_otherwise(small, amount.span, language)
    ]
    ranges = _join_ranges(small, amounts, language)
    signs = {kind: find_cues(kind, small, language) for kind in _KINDS} if amounts else {}
    for amount in amounts:
        bounds = ranges.get(amount.span)
        low, high = bounds or _read_bounds(small, amount, language, goes_on)
        unit = amount.unit or (amount.measure[0] if amount.measure else "")
        yield Count(
            low,
            high,
            None if unit not in _COUNTING else _find_kind(signs, amount.span),
            *_find_nouns(sentence, amount.span, language),
            _name_unit(amount, small),
            unit,
            language,
            load_cues("part", language).match(small, amount.span.end + 1) is not None,
            amount.span.shift(offset),
        )


def _read_dozens(small: str, language: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers, "half a dozen" and "a dozen" one each and marked as such."""
    dozens: list[Amount] = []
    for kind, value in _DOZENS.items():
        for cue in find_cues(kind, small, language):
            if not any(cue.overlaps(other.span) for other in dozens):
                dozens.append(Amount((kind, value), cue, read_currency(small, cue.end)))
    whole = [a for a in amounts if not any(a.span.overlaps(d.span) for d in dozens)]
    return [*(a for a in whole if a.key[0] == "number"), *dozens]


def _count_score(pair: tuple[Amount, Amount], offset: int, language: str) -> Iterator[Count]:
    """The two numbers of a vote or a score, which count those and nothing else."""
    for amount, nouns in zip(pair, (_MORE, _LESS), strict=True):
        value = float(amount.key[1])
        things: frozenset[str] = frozenset()
        span = amount.span.shift(offset)
        yield Count(value, value, None, nouns, things, "", _SCORE, language, False, span)


def _read_bounds(small: str, amount: Amount, language: str, goes_on: bool) -> tuple[float, float]:
    value = _value_of(amount)
    match _find_bound(small, amount.span, language):
        case "least":
            return value, math.inf
        case "most":
            return -math.inf, value
        case "nearly":
            return value * (1 - _ROUGHLY), value
        case "just_over":
            return value, value * (1 + _ROUGHLY)
        case "about":
            return value * (1 - _ROUGHLY), value * (1 + _ROUGHLY)
        case "reached":
            return value, value
    slack = _find_slack(value, amount)
    return (value, math.inf) if goes_on else (value - slack, value + slack)


def _find_slack(value: float, amount: Amount) -> float:
    """By how much a number without a word before it may be off."""
    if amount.key[0] in _DOZENS:
        return value / 6
    written = abs(float(amount.key[1]))
    if written < _FEW:
        return 0.0
    off = _ROUNDED * written if _is_round(written) else _measure_place(written)
    return off * abs(value) / written


def _measure_place(value: float) -> float:
    """Half of the last place that is no zero, where a number ends in one: 5 of 1,590."""
    if value >= _EXACT or value % 10:
        return 0.0
    digits = f"{value:.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) / 2


def _value_of(amount: Amount) -> float:
    """What a number comes to; "$2.5m" are millions, not metres."""
    if amount.measure is None or amount.unit:
        return float(amount.key[1])
    return amount.measure[2]


def _find_bound(small: str, span: Span, language: str) -> str | None:
    """Which of `_BOUNDS` stands right before a number; the longest: "no more than"."""
    lengths = {kind: _measure_cue(kind, small, span, language) for kind in _BOUNDS}
    best = max(_BOUNDS, key=lambda kind: lengths[kind])
    return best if lengths[best] else None


def _join_ranges(
    small: str, amounts: Sequence[Amount], language: str
) -> dict[Span, tuple[float, float]]:
    """The bounds of numbers that stand for all between them: "between 20 and 30"."""
    joined: dict[Span, tuple[float, float]] = {}
    for first, second in pairwise(sorted(amounts, key=lambda a: a.span)):
        between = small[first.span.end : second.span.start].strip()
        if load_cues("and", language).fullmatch(between) and _measure_cue(
            "between", small, first.span, language
        ):
            bounds = _value_of(first), _value_of(second)
            if bounds[0] < bounds[1]:
                joined |= {first.span: bounds, second.span: bounds}
    return joined


def _counts_otherwise(small: str, span: Span, language: str) -> bool:
    """Whether a number is a whole of which a part is meant, a time, a name, or counts dozens."""
    after = (load_cues(kind, language) for kind in ("time", "group"))
    if any(pattern.match(small, span.end + 1) for pattern in after):
        return True
    if _YEARS.search(small, max(0, span.start - 6), span.start):
        return True
    if any(_measure_cue(kind, small, span, language) for kind in ("numbered", "give_or_take")):
        return True
    return _measure_cue("whole", small, span, language) > 0


def _measure_cue(kind: str, small: str, span: Span, language: str) -> int:
    """How long the words of a kind are that stand right before a number; 0 where none do."""
    cues = load_cues(kind, language).finditer(small, max(0, span.start - 30), span.start)
    ends = [len(m.group()) for m in cues if _BEFORE.fullmatch(small, m.end(), span.start)]
    return max(ends, default=0)


def _is_round(value: float) -> bool:
    digits = f"{value:g}" if value < 1e6 else f"{value:.0f}"
    return len(digits.replace(".", "").strip("0")) <= 2


def _find_kind(signs: Mapping[str, Sequence[Span]], span: Span) -> str | None:
    """Of which of `_KINDS` the nearest sign is, where one is near enough."""
    near = {
        kind: min(
            (max(cue.start - span.end, span.start - cue.end) for cue in cues), default=_SIGNS_NEAR
        )
        for kind, cues in signs.items()
    }
    best = min(near, key=lambda kind: (near[kind], kind != "saved"))  # "saved 23 lives"
    return best if near[best] < _SIGNS_NEAR else None


def _find_nouns(sentence: str, span: Span, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The first letters of what is counted, and the things that it is in any language."""
    stop = stop_words_of(language)
    after = [word for word in split_words(_cut(sentence[span.end :])) if not word[0].isdigit()]
    content = [word for word in after if word.casefold() not in stop][:_WORDS_AFTER]
    nouns = frozenset(to_latin(fold(word))[:_STEM] for word in content)
    return nouns, find_things(lower(" ".join(content)), language)


def _cut(after: str) -> str:
    """What stands behind a number as far as the next stop: "58" of "Brandreth, 58, was" nothing."""
    stop = _STOP.search(after)
    return after[: stop.start()] if stop else after


def _name_unit(amount: Amount, small: str) -> str:
    """The currency or the measure whose word stands after a number, one in all languages."""
    value = float(amount.key[1])
    if amount.measure is not None and value:
        return f"{amount.measure[0]} {amount.measure[2] / value:g}"
    return read_currency(small, amount.span.end)
