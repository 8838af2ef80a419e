"""Patterns for text in small letters find whatever the given ones find."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading.kinds.checkworthy import AGAINST, RULES
from secondsource.reading.lowered import lower_pattern
from secondsource.reading.wording.rules import rules_for

CASES = [
    # pattern, flags, a text in which it is found
    (r"\b(?i:fraud\w*|tax)\b", 0, "FRAUDULENT"),
    (r"(?<!\w)(?:witch[_-]hunts?)(?!\w)", re.IGNORECASE, "a Witch-Hunt"),
    (r"\b(?:позор\w*)\b", re.IGNORECASE, "ПОЗОРНО"),
]
NO_CASES = [
    (r"\b(?:May|June)\b", 0),
    (r"(?-i:[A-Z]\w+)_regime", re.IGNORECASE),
    (r"\b(?i:two) [A-Z]\w+", 0),
    (r"\d+|\b(?i:two|three)\b", 0),
]


@pytest.mark.parametrize(("pattern", "flags", "text"), CASES)
def test_it_is_found_in_small_letters(pattern: str, flags: int, text: str) -> None:
    given_one = re.compile(pattern, flags)
    lowered = lower_pattern(given_one)
    assert given_one.search(text)
    assert lowered is not None
    assert lowered.search(text.lower())
    assert not lowered.search("the harbour opened")


@pytest.mark.parametrize(("pattern", "flags"), NO_CASES)
def test_a_pattern_that_asks_for_case_has_none(pattern: str, flags: int) -> None:
    assert lower_pattern(re.compile(pattern, flags)) is None


WORDS = st.sampled_from(
    [
        "Nobody knows", "cronies", "TAXES", "Unemployment rose", "Fell", "Witch-Hunt", "Perhaps",
        "police", "REPORT", "the", "so-called experts", "Fascists were told", "Everyone", "more",
        "than increased’s", "n't,", ".",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_is_found_is_found_in_small_letters(text: str) -> None:
    pairs = [
        *((rule.words, rule.lowered) for rule in rules_for("en")),
        *((rule.english, rule.lowered) for rule in (*RULES, *AGAINST)),
    ]
    assert sum(lowered is not None for _, lowered in pairs) > 15
    for words, lowered in pairs:
        if lowered is not None and words.search(text):
            assert lowered.search(text.lower()), (words.pattern, text)
