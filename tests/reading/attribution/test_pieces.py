"""Stretches put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.reading.attribution import pieces
from secondsource.reading.attribution.pieces import append_spans, join_spans, tell_manner
from secondsource.reading.statement import Quotation

SPANS = st.lists(
    st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 9)),
    max_size=6,
)


@given(SPANS, SPANS)
def test_appended_spans_are_joined_ones(content: list[Span], more: list[Span]) -> None:
    before, after = join_spans(content), join_spans(more)
    assert append_spans(before, after) == join_spans([*before, *after])


def test_the_words_are_only_counted_of_what_reaches_a_quotation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, counted = 'The dam "holds", it is said.', list[Span]()
    find_words = pieces.find_words

    def count(whole: str, span: Span) -> list[Span]:
        counted.append(span)
        return find_words(whole, span)

    monkeypatch.setattr(pieces, "find_words", count)
    quoted = (Span(8, 15),)
    assert tell_manner(text, quoted, (Span(0, 7), Span(17, 27))) is Quotation.INDIRECT
    assert counted == []
    assert tell_manner(text, quoted, (Span(0, 15),)) is Quotation.MIXED
    assert tell_manner(text, quoted, (Span(8, 15),)) is Quotation.DIRECT
