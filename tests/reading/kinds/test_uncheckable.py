"""Which words say that a statement cannot be checked; more of them in `evals/checkable_own.tsv`."""

import pytest

from secondsource.article import Article
from secondsource.reading import read_article
from secondsource.reading.statement import Kind, Statement

CLOSED = [
    # what cannot be checked, and the words shown for it
    ("The rest of the plan is classified.", "The rest of the plan is classified"),
    ("The report on the fire has not been released.", "report on the fire has not been released"),
    ("The court files remain sealed.", "files remain sealed"),
    ("We may never know who opened the gate.", "We may never know"),
    ("Only time will tell who was right.", "Only time will tell"),
    ("Many fear that the town has lost its soul.", "Many fear"),
    ("План засекречен полностью и навсегда.", "План засекречен"),
    ("Поговаривают, что дом приносит беду.", "Поговаривают"),
]
OPEN = [
    # what only sounds like it
    "The file was classified as lost in 1990.",
    "The hostages have not been released.",
    "Two of the men arrested on Monday have not been released, police said.",
    "The border with Larkland remains sealed.",
    "Storms are classified according to their wind speed.",
    "Two clerks were in secret talks with the port.",
    "The mayor has not disclosed the price of 40 boats.",
    "I had no way of knowing that the gate was open.",
    "Many fear that the port lost 140 jobs in 2018.",
    "Most of the people believe in God, says a poll of 2016.",
    "Документы рассекретили в 2009 году.",
]


def _read(text: str) -> Statement:
    (statement,) = read_article(Article("a", text, published="2019-02-18"))
    return statement


@pytest.mark.parametrize(("text", "words"), CLOSED)
def test_it_cannot_be_checked_and_the_words_are_shown(text: str, words: str) -> None:
    statement = _read(text)
    assert not statement.checkable
    assert any(f"“{words}”" in reason for reason in statement.why)


@pytest.mark.parametrize("text", OPEN)
def test_it_can_be_checked(text: str) -> None:
    statement = _read(text)
    assert statement.checkable is (statement.kind is Kind.CLAIM)
    assert "cannot be" not in " ".join(statement.why)
