"""Stretches put together."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.reading.attribution.pieces import append_spans, join_spans

SPANS = st.lists(
    st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 9)),
    max_size=6,
)


@given(SPANS, SPANS)
def test_appended_spans_are_joined_ones(content: list[Span], more: list[Span]) -> None:
    before, after = join_spans(content), join_spans(more)
    assert append_spans(before, after) == join_spans([*before, *after])
