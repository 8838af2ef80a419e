"""The strings that name what people decide about: there and back, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.errors import SubjectError
from secondsource.review.subject import (
    ArticleSubject,
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
    read_key,
    write_key,
)

_IDS = st.text(max_size=40)
_SPANS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**6)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
SUBJECTS: st.SearchStrategy[Subject] = st.one_of(
    st.builds(EdgeSubject, _IDS, _IDS),
    st.builds(AttributionSubject, _IDS),
    st.builds(StanceSubject, _IDS, _IDS, _SPANS),
    st.builds(TieSubject, _IDS, _IDS, _IDS),
    st.builds(StatementSubject, _IDS),
    st.builds(ArticleSubject, _IDS),
)


@given(SUBJECTS)
def test_there_and_back(subject: Subject) -> None:
    key = write_key(subject)
    assert read_key(key) == subject
    assert key.isascii()
    assert not set(key) & set("\"'<>& \n")


@pytest.mark.parametrize(
    ("subject", "key"),
    [
        (EdgeSubject("a1", "b2"), "edge:a1:b2"),
        (AttributionSubject("s"), "attribution:s"),
        (StanceSubject("s", "a", Span(12, 80)), "stance:s:a:12-80"),
        (TieSubject("b", "a", "same_text"), "tie:a:b:same_text"),
        (ArticleSubject("http://x.org/ä"), "article:http%3A%2F%2Fx.org%2F%C3%A4"),
    ],
)
def test_how_they_are_written(subject: Subject, key: str) -> None:
    assert write_key(subject) == key


def test_a_tie_has_no_direction() -> None:
    assert TieSubject("b", "a", "credit") == TieSubject("a", "b", "credit")


@pytest.mark.parametrize(
    "key",
    ["", "edge", "edge:a", "edge:a:b:c", "stance:s:a:9-3", "stance:s:a:x-3", "stance:s:a:-1-3",
     "stance:s:a:1", "stance:s:a:١-٢", "people:a", "article:" + "x" * 3_000,
     "stance:s:a:1-" + "9" * 400, "statement:%FF"],
)  # fmt: skip
def test_what_names_nothing(key: str) -> None:
    with pytest.raises(SubjectError, match="names nothing"):
        read_key(key)
