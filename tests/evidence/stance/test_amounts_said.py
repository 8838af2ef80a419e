"""Dozens, votes, rounded measures and the day of a report: what rules see in them."""

import csv
from pathlib import Path

import pytest

from secondsource.article import Span
from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.stance.rules import find_reasons
from secondsource.evidence.stance.telling import is_of_telling

with Path(__file__).with_name("amounts_said.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['languages']}: {row['passage']}")
def test_what_is_said_of_amounts_and_days(row: dict[str, str]) -> None:
    of_claim, of_passage = row["languages"].split()
    reasons = find_reasons(ClaimPassage(row["claim"], row["passage"], of_claim, of_passage))
    assert {r.name for r in reasons} - {"same_words"} == set(row["reasons"].split()) - {"-"}


@pytest.mark.parametrize(
    ("text", "day", "language", "told"),
    [
        ("The mill burned on Monday, police said.", "Monday", "en", False),
        ("Police said on Monday the mill had burned.", "Monday", "en", True),
        ("Police said the mill burned on Monday.", "Monday", "en", False),
        ("Police said: on Monday the mill burned.", "Monday", "en", False),
        ("Am Montag sagte die Polizei nichts.", "Montag", "de", True),
        ("В понедельник в Ольхове сгорела мельница, сообщила полиция.", "понедельник", "ru", False),
    ],
)
def test_the_day_beside_a_verb_of_saying_is_its_own(
    text: str, day: str, language: str, told: bool
) -> None:
    start = text.index(day)
    assert is_of_telling(text, Span(start, start + len(day)), language) is told
