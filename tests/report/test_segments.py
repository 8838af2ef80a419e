"""Cutting a text at its marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.report.segments import cut_at_marks, find_paragraphs

CASES = [
    # text, marked words, pieces with the marks that lie under them
    ("one two", [], [("one two", ())]),
    ("one two", ["one"], [("one", (0,)), (" two", ())]),
    ("one two", ["two", "one two"], [("one ", (1,)), ("two", (0, 1))]),
    (
        "one two three",
        ["one two", "two three"],
        [("one ", (0,)), ("two", (0, 1)), (" three", (1,))],
    ),
    ("🌊 wave", ["🌊"], [("🌊", (0,)), (" wave", ())]),
]


@pytest.mark.parametrize(("text", "marked", "expected"), CASES)
def test_text_is_cut_where_marks_begin_and_end(
    text: str, marked: list[str], expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in marked]
    pieces = cut_at_marks(Span(0, len(text)), spans)
    assert [(piece.span.of(text), piece.marks) for piece in pieces] == expected


def _spans(limit: int) -> st.SearchStrategy[Span]:
    offsets = st.tuples(st.integers(0, limit), st.integers(0, limit))
    return offsets.map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(max_size=60), st.lists(_spans(80), max_size=12), st.data())
def test_pieces_join_up_to_the_text_and_know_their_marks(
    text: str, marks: list[Span], data: st.DataObject
) -> None:
    within = data.draw(_spans(len(text)))
    pieces = cut_at_marks(within, marks)
    assert "".join(piece.span.of(text) for piece in pieces) == within.of(text)
    for piece in pieces:
        assert len(piece.span)
        covering = [i for i, mark in enumerate(marks) if len(mark) and mark.contains(piece.span)]
        touching = [i for i, mark in enumerate(marks) if mark.overlaps(piece.span)]
        assert list(piece.marks) == covering == touching


@given(st.text(alphabet="ab \n\t\r\u2028é🌊", max_size=60))
def test_paragraphs_hold_all_words_and_lie_in_order(text: str) -> None:
    paragraphs = find_paragraphs(text)
    assert [span.of(text) for span in paragraphs] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
    assert all(a.end <= b.start for a, b in pairwise(paragraphs))
