"""What a passage sets aside, "not 7 but 3", and what the rules make of it."""

import csv
from pathlib import Path

import pytest

from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.stance.rules import find_reasons

with Path(__file__).with_name("corrections.tsv").open(encoding="utf-8", newline="") as _file:
    CORRECTIONS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))
CORRECTING = {"claim_corrected", "correction_agrees"}

HURT = "Three workers, not seven as first reported, were injured when a tank exploded in Velm"
VERLETZT = "Bei der Explosion eines Tanks in Velm wurden drei Arbeiter verletzt, nicht sieben"


@pytest.mark.parametrize(
    ("claim", "passage", "languages", "name"),
    [
        ("A tank exploded in Velm.", f"{HURT}.", "en en", "other_corrected"),
        ("A tank exploded in Velm.", f"{VERLETZT}.", "en de", "other_corrected"),
        ("В Вельме взорвался резервуар.", f"{VERLETZT}.", "ru de", "other_corrected"),
        ("Seven workers were injured.", f"{HURT}.", "en en", "claim_corrected"),
        ("Three workers were injured.", f"{HURT}.", "en en", "correction_agrees"),
        ("A tank exploded in Velm.", f"{HURT}. Nobody was killed.", "en en", None),
        ("A tank exploded in Velm.", f"{HURT}. The report of a blast is false.", "en en", None),
        ("A tank exploded in Velm.", "A pipe, not a tank, burst in Velm.", "en en", None),
        ("No tank exploded in Velm.", f"{HURT}.", "en en", None),
    ],
)
def test_a_number_put_right_denies_nothing_else(
    claim: str, passage: str, languages: str, name: str | None
) -> None:
    of_claim, of_passage = languages.split()
    names = {r.name for r in find_reasons(ClaimPassage(claim, passage, of_claim, of_passage))}
    assert names & {"other_corrected", *CORRECTING} == ({name} if name else set())


@pytest.mark.parametrize("row", CORRECTIONS, ids=lambda row: row["passage"])
def test_what_a_passage_says_is_not_so(row: dict[str, str]) -> None:
    languages = row["claim_language"], row["passage_language"]
    reasons = find_reasons(ClaimPassage(row["claim"], row["passage"], *languages))
    found = [reason for reason in reasons if reason.name in CORRECTING]
    assert [reason.name for reason in found] == ([row["reason"]] if row["reason"] else [])
    assert not found or len(reasons) == 1
    assert all(span.of(row["passage"]).strip() for reason in found for span in reason.spans)


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        ("Venn won.", "It was Ruhl, not Venn, who won.", "name"),
        ("The vote is on Monday.", "The vote is on Friday, not Monday.", "date"),
        ("The mill lost 9 jobs.", "The mill lost 7 jobs, not 9.", "number"),
    ],
)
def test_a_correction_is_told_by_what_it_is_of(claim: str, passage: str, said: str) -> None:
    (reason,) = find_reasons(ClaimPassage(claim, passage, "en", "en"))
    assert reason.sentence == f"The passage says that the claim's {said} is not the right one."


def test_a_correction_of_a_name_speaks_for_no_rule_on_numbers() -> None:
    passage = "Ruhl, not Venn, won the race of 12 boats."
    pair = ClaimPassage("Venn won the race of 40 boats.", passage, "en", "en")
    names = [reason.name for reason in find_reasons(pair)]
    assert names == ["numbers_differ", "claim_corrected"]


def test_what_is_set_aside_by_a_change_is_not_the_same_number() -> None:
    pair = ClaimPassage("The tax was 7 percent.", "The tax is 19 instead of 7 percent.", "en", "en")
    assert find_reasons(pair) == ()
