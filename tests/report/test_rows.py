"""Rows of two texts: how long a stretch may be to be compared word by word."""

import pytest

from secondsource.article import Article, Span
from secondsource.lineage.family import Edge, Relation, Stretch
from secondsource.report.rows import lay_rows


def _tie(text: str) -> tuple[Edge, Article, Article]:
    """Two articles of one text, tied by the whole of it."""
    whole = Span(0, len(text))
    stretches = (Stretch(whole, whole),)
    edge = Edge("b", "a", Relation.COPY, 1.0, 1.0, 1.0, True, (), stretches)
    return edge, Article("b", text), Article("a", text)


@pytest.mark.parametrize(
    ("text", "is_compared"),
    [
        ("word " * 12_000, True),
        ("word " * 12_500, False),
        ("\u8239" * 12_000, True),  # a script without blanks: each letter is compared
        ("\u8239" * 12_500, False),
        ("one,two;" * 3_500, False),
    ],
)
def test_what_is_counted_is_what_is_compared(text: str, is_compared: bool) -> None:
    assert (lay_rows(*_tie(text)) is not None) is is_compared
