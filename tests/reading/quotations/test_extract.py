"""Which stretches between quotation marks are somebody's words."""

import pytest

from secondsource.article import Article, Boilerplate, Span
from secondsource.reading.quotations.extract import find_said

_SAID = [
    (
        "“We will rebuild the old pier by spring,” she said.",
        ["We will rebuild the old pier by spring,"],
    ),
    # The reporter steps in: one quotation of two parts.
    (
        "“It is over for the harbour,” she said, “and we lost every boat.”",
        ["It is over for the harbour, and we lost every boat."],
    ),
    # A full stop between: two quotations.
    (
        "“We will rebuild the old pier.” He paused. “Nobody else will rebuild anything here.”",
        ["We will rebuild the old pier.", "Nobody else will rebuild anything here."],
    ),
    ("„Wir bauen die alte Mole bis zum Frühjahr wieder auf“, sagte sie.", None),
    ("«Мы восстановим старый причал к весне», — сказала она.", None),
    ("“No comment,” he said.", []),
    ("The so-called “peace talks” failed.", []),
    ("She starred in “The Long Voyage Home Again” that year.", []),
    ("“And that is it, so it is,” he said.", []),  # small words only
]


@pytest.mark.parametrize(("text", "expected"), _SAID)
def test_what_is_somebodys_words(text: str, expected: list[str] | None) -> None:
    found = [said.text_in(text) for said in find_said(Article("a", text))]
    if expected is None:
        assert len(found) == 1
    else:
        assert found == expected


def test_a_quotation_over_paragraphs_has_a_piece_for_each() -> None:
    text = "He said: “We will rebuild the pier.\n\n“And then the harbour too.”"
    (said,) = find_said(Article("a", text))
    assert [piece.of(text) for piece in said.pieces] == [
        "We will rebuild the pier.",
        "And then the harbour too.",
    ]
    assert said.hull.of(text).startswith("We will")


def test_boilerplate_quotes_nobody() -> None:
    text = "“Read every story of the harbour with us today.”"
    notice = Boilerplate(Span(0, len(text)), "notice")
    assert find_said(Article("a", text, boilerplate=(notice,))) == ()
