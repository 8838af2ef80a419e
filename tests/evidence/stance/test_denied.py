"""What two texts deny: the same, or one what the other says, or nothing to do with it."""

import csv
from pathlib import Path

import pytest

from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.stance.denied import find_denials
from secondsource.evidence.stance.rules import find_reasons, weigh_reasons

_NAMES = {"same_denied", "plainly_denied", "other_matter"}

with Path(__file__).with_name("denied.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['languages']}: {row['passage']}")
def test_what_claim_and_passage_deny(row: dict[str, str]) -> None:
    of_claim, of_passage = row["languages"].split()
    reasons = find_reasons(ClaimPassage(row["claim"], row["passage"], of_claim, of_passage))
    assert {r.name for r in reasons} & _NAMES == set(row["reasons"].split()) - {"-"}


def test_denying_the_same_makes_support_no_likelier() -> None:
    pair = ClaimPassage("Nobody was hurt.", "There were no injuries.", "en", "en")
    (reason,) = find_reasons(pair)
    supports, disputes, neither = weigh_reasons((0.3, 0.6, 0.1), (reason,))
    assert supports == pytest.approx(0.3)
    assert disputes < 0.2 < neither


@pytest.mark.parametrize(
    ("text", "language", "denying"),
    [
        ("The mill was not sold.", "en", ["not"]),
        ("Not only was the mill sold.", "en", []),
        ("No fewer than nine mills were sold.", "en", []),
        ("Nobody refused to sell.", "en", []),
        ("They sold mill no. 5.", "en", []),
        ("All were unhurt.", "en", ["unhurt"]),
        ("Никто не продал мельницу.", "ru", ["Никто", "не"]),
        ("Die Mühle ist nicht nur alt.", "de", []),
    ],
)
def test_where_a_text_denies(text: str, language: str, denying: list[str]) -> None:
    assert [denial.span.of(text) for denial in find_denials(text, language)] == denying
