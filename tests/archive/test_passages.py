"""Passages: exact, in order, whole, and of a size to quote."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.archive.passages import MOST_WORDS, count_words, split_passages
from secondsource.article import Span

SHORT = "The ferry stops in October."
PARAGRAPH = " ".join(["The harbour office gave no reason."] * 8)  # 48 words
LONG = " ".join(["Nobody in the lower town had heard of it."] * 20)  # 180 words

CASES = [
    # text, the passages expected
    ("", []),
    (" \n ", []),
    (SHORT, [SHORT]),
    (f"{SHORT}\n{SHORT}", [f"{SHORT}\n{SHORT}"]),  # short paragraphs go together
    (f"{PARAGRAPH}\n\n{PARAGRAPH}", [PARAGRAPH, PARAGRAPH]),  # a border between long ones
    (f"{PARAGRAPH}\n{SHORT}", [f"{PARAGRAPH}\n{SHORT}"]),  # a short end joins what is before
    (f"  {SHORT}  ", [SHORT]),
    (LONG, [LONG[: 13 * 42 - 1], LONG[13 * 42 :]]),  # cut after 13 sentences of 9 words
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in split_passages(text)] == expected


def test_boilerplate_is_left_out_and_no_passage_spans_it() -> None:
    text = f"Share this! {SHORT}\n[Advertisement] {SHORT} All rights reserved."
    left_out = [
        Span(0, 11),
        Span(text.index("["), text.index("]") + 1),
        Span(text.index("All"), len(text)),
        Span(text.index("rights"), len(text)),
    ]
    assert [span.of(text) for span in split_passages(text, left_out)] == [SHORT, SHORT]


@pytest.mark.parametrize(
    ("text", "words"),
    [("one two\nthree", 3), ("夜の船が止まる", 4), ("a" * 61, 2), ("ночной паром", 2)],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_chinese_without_any_space_is_cut() -> None:
    text = "港口办公室星期一表示夜间渡轮将于十月停运。" * 40
    passages = split_passages(text)
    assert len(passages) > 2
    assert all(count_words(span.of(text)) <= MOST_WORDS for span in passages)


def test_an_endless_word_is_cut() -> None:
    text = "a" * 100_000
    passages = split_passages(text)
    assert "".join(span.of(text) for span in passages) == text
    assert len(passages) == 14


TEXTS = st.lists(
    st.sampled_from(
        ["word ", "слово. ", "渡轮。", "\n", "\n\n", " ", "“Said.” ", "x" * 70, "ferry ", "end. "]
    ),
    max_size=400,
).map("".join)


@st.composite
def texts_with_boilerplate(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.one_of(st.text(), TEXTS))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = draw(st.lists(ends, max_size=4))
    return text, [Span(min(pair), max(pair)) for pair in pairs]


@given(texts_with_boilerplate())
def test_passages_hold_every_word_once_and_in_order(case: tuple[str, list[Span]]) -> None:
    text, boilerplate = case
    passages = split_passages(text, boilerplate)
    assert all(one.end <= other.start for one, other in pairwise(passages))
    assert all(span.of(text).strip() == span.of(text) != "" for span in passages)
    assert all(count_words(span.of(text)) <= MOST_WORDS for span in passages)
    left_out = {at for span in boilerplate for at in range(span.start, span.end)}
    held = {at for span in passages for at in range(span.start, span.end)}
    assert not left_out & held
    signs = {found.start() for found in re.finditer(r"\S", text)}
    assert signs - left_out <= held


def test_a_long_run_of_full_stops_takes_no_longer_than_words() -> None:
    text = "Contents " + "." * 200_000 + " 7"
    started = time.monotonic()
    assert split_passages(text)
    assert time.monotonic() - started < 2
