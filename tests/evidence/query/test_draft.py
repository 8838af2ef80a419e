"""Stretches of an article put together: which references stay, and how tokens join."""

import pytest

from secondsource.article import Span
from secondsource.evidence.query.draft import (
    Reference,
    find_first,
    join_tokens,
    keep_apart,
    tidy,
)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([(5, 9), (0, 4)], [(0, 4), (5, 9)]),
        ([(0, 4), (0, 10)], [(0, 10)]),
        ([(0, 10), (2, 4), (8, 12)], [(0, 10)]),  # the last overlaps the first
        ([(0, 4), (2, 8), (5, 9)], [(0, 4), (5, 9)]),
        ([], []),
    ],
)
def test_references_that_overlap_one_kept_are_dropped(
    given: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    references = [Reference(Span(*at), "Anna Keller", "Anna Keller") for at in given]
    found = keep_apart(references)
    assert [(r.span.start, r.span.end) for r in found] == kept


def test_tokens_without_a_gap_are_one_stretch() -> None:
    text = "The pumps failed on Monday"
    places = [Span(0, 3), Span(4, 9), Span(10, 16), Span(17, 19), Span(20, 26)]
    pieces = join_tokens((number, places[number]) for number in (0, 1, 2, 4))
    assert [p.of(text) for p in pieces if isinstance(p, Span)] == ["The pumps failed", "Monday"]


def test_tokens_told_out_of_order_stay_in_that_order() -> None:
    places = [Span(0, 3), Span(4, 9), Span(10, 16)]
    assert join_tokens((n, places[n]) for n in (2, 0, 1)) == [Span(10, 16), Span(0, 9)]


def test_the_first_place_of_a_name() -> None:
    assert find_first("Keller met Anna Keller", "Keller") == Span(0, 6)
    assert find_first("Keller met Anna Keller", "Weston") is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Korvia sold “the mill", "Korvia sold the mill."),
        ("“Korvia sold “the mill” in May", "Korvia sold “the mill” in May."),
        ("Корвия продала «мельницу», «дом", "Корвия продала «мельницу», дом."),
        ("sie nannten es „Mühle“ und „Haus", "Sie nannten es „Mühle“ und Haus."),
        ('a "mill" and a "house', 'A "mill" and a house.'),
        ("iPhones cost 9", "iPhones cost 9."),
    ],
)
def test_a_quotation_mark_without_its_other_is_left_out(words: str, told: str) -> None:
    assert tidy(words, bare=False) == told
