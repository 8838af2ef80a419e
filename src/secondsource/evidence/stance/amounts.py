"""How many, as a claim and as a passage say it: from where to where, and of what."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from secondsource.article import Span
from secondsource.evidence.query.terms import find_words, fold, stop_words_of
from secondsource.evidence.stance.cues import find_cues, has_any, load_cues, lower
from secondsource.lineage.edits.numbers import Amount, find_dates, find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.reading.names.sounds import to_latin
from secondsource.sentences import split_sentences

KINDS = ("dead", "hurt", "held", "saved", "lost")
"""Sections of `cues.toml`: what tolls count."""

_ROUGHLY = 0.07
_ROUNDED = 0.05
_FEW = 100  # numbers below are hardly rounded
_STEM = 4
_WORDS_AFTER = 2
_SIGNS_NEAR = 45
_BEFORE = re.compile(r"\s*(?:[$€£¥]\s*)?$")


class Fit(Enum):
    """What the passage's count does to the claim's."""

    AGREES = "agrees"
    OPEN = "leaves open"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: between `low` and `high` (both may be reached), and of what.

    `kind` is one of `KINDS` where such a word stands nearby; `nouns` are the first letters of
    the words after the number, in Latin ones; `unit` and `language` tell which counts can be
    compared. A `part` is of another count ("15 people, three of them children"): it may agree
    with a claim, and differs from none.
    """

    low: float
    high: float
    kind: str | None
    nouns: frozenset[str]
    unit: str
    language: str
    part: bool
    span: Span


def read_counts(text: str, language: str) -> list[Count]:
    """The numbers of a text that count or measure something, dates left out."""
    counts: list[Count] = []
    for sentence in split_sentences(text, language):
        counts += _read_sentence(sentence.of(text), sentence.start, text, language)
    return counts


def compare_counts(claim: Count, passage: Count) -> Fit:
    """Whether the claim's count follows from the passage's, could still be, or cannot be."""
    if passage.low >= claim.low and passage.high <= claim.high:
        return Fit.AGREES
    if passage.high < claim.low or passage.low > claim.high:
        return Fit.DIFFERS
    return Fit.OPEN


def count_the_same(claim: Count, passage: Count) -> bool:
    """Whether two numbers count the same thing, as far as the words beside them tell.

    The very same share or measure ("38 percent") is taken for the same thing in any words.
    """
    if claim.unit != passage.unit:
        return False
    if claim.unit and (claim.low, claim.high) == (passage.low, passage.high):
        return True
    same_nouns = claim.language == passage.language and bool(claim.nouns & passage.nouns)
    if claim.part or passage.part:
        return same_nouns
    if claim.kind or passage.kind:
        return claim.kind == passage.kind
    return same_nouns


def _read_sentence(sentence: str, offset: int, text: str, language: str) -> Iterator[Count]:
    words, small = words_for(language), lower(sentence)
    dates = find_dates(sentence, words)
    goes_on = has_any(("so_far",), text, language)
    for amount in find_numbers(sentence, small, words, dates):
        if amount.key[0] != "number" or _counts_otherwise(small, amount.span, language):
            continue
        low, high = _read_bounds(small, amount, language, goes_on)
        yield Count(
            low,
            high,
            _find_kind(small, amount.span, language),
            _find_nouns(sentence, amount.span, language),
            amount.unit or (amount.measure[0] if amount.measure else ""),
            language,
            load_cues("part", language).match(small, amount.span.end + 1) is not None,
            amount.span.shift(offset),
        )


def _read_bounds(small: str, amount: Amount, language: str, goes_on: bool) -> tuple[float, float]:
    value = amount.measure[2] if amount.measure else float(amount.key[1])
    if _stands_before("least", small, amount.span, language):
        return value, math.inf
    if _stands_before("most", small, amount.span, language):
        return -math.inf, value
    if _stands_before("about", small, amount.span, language):
        return value * (1 - _ROUGHLY), value * (1 + _ROUGHLY)
    slack = _ROUNDED * value if value >= _FEW and _is_round(value) else 0.0
    return (value, math.inf) if goes_on else (value - slack, value + slack)


def _counts_otherwise(small: str, span: Span, language: str) -> bool:
    """Whether a number is a whole of which a part is meant, or a time."""
    is_time = load_cues("time", language).match(small, span.end + 1) is not None
    return is_time or _stands_before("whole", small, span, language)


def _stands_before(kind: str, small: str, span: Span, language: str) -> bool:
    cues = load_cues(kind, language).finditer(small, max(0, span.start - 30), span.start)
    return any(_BEFORE.fullmatch(small, m.end(), span.start) for m in cues)


def _is_round(value: float) -> bool:
    digits = f"{value:g}" if value < 1e6 else f"{value:.0f}"
    return len(digits.replace(".", "").strip("0")) <= 2


def _find_kind(small: str, span: Span, language: str) -> str | None:
    near = {
        kind: min(
            (max(c.start - span.end, span.start - c.end) for c in find_cues(kind, small, language)),
            default=_SIGNS_NEAR,
        )
        for kind in KINDS
    }
    best = min(near, key=lambda kind: near[kind])
    return best if near[best] < _SIGNS_NEAR else None


def _find_nouns(sentence: str, span: Span, language: str) -> frozenset[str]:
    stop = stop_words_of(language)
    after = [w for w in find_words(sentence, Span(span.end, len(sentence))) if not w.is_number]
    content = [w for w in after if w.text.casefold() not in stop][:_WORDS_AFTER]
    return frozenset(to_latin(fold(w.text))[:_STEM] for w in content)
