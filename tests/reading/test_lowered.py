"""Patterns for text in small letters find whatever the given ones find."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading.forecasts.due_words import ENGLISH
from secondsource.reading.kinds.checkworthy import AGAINST, RULES
from secondsource.reading.kinds.uncheckable import WAYS
from secondsource.reading.lowered import lower_pattern
from secondsource.reading.wording.rules import rules_for

CASES = [
    # pattern, flags, a text in which it is found
    (r"\b(?i:fraud\w*|tax)\b", 0, "FRAUDULENT"),
    (r"(?<!\w)(?:witch[_-]hunts?)(?!\w)", re.IGNORECASE, "a Witch-Hunt"),
    (r"\b(?P<month>May|June)\S", re.IGNORECASE, "MAY!"),
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
        "than increased’s", "n't,", ".", "The files are", "Classified", "Unnamed", "By the end of",
        "NEXT year", "in 2031", "on Monday", "It is widely", "believed", "Soon", "3 May", "March",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_is_found_is_found_in_small_letters(text: str) -> None:
    patterns = [
        *(rule.words for rule in rules_for("en")),
        *(rule.english for rule in (*RULES, *AGAINST)),
        *(case.english for case in WAYS),
        *(pattern for pattern, _ in ENGLISH),
    ]
    assert sum(pattern.lowered is not None for pattern in patterns) > 45
    for pattern in patterns:
        found = [match.span() for match in pattern.find_all(text, text.lower())]
        assert found == [match.span() for match in pattern.pattern.finditer(text)]
