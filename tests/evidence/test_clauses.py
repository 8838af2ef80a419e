"""Claims that say little by themselves: without a name, or a part of their sentence."""

from dataclasses import replace

import pytest

from secondsource.evidence import Stance, Standing
from tests.evidence.newsroom import ANY_WORDS, Setting, check, outlets_of, state, write


@pytest.mark.parametrize(
    ("town", "standing"),
    [("Port Ansel", Standing.SINGLE_ORIGIN), ("Larkhaven", Standing.NOT_FOUND)],
)
def test_a_claim_without_a_name_is_about_what_the_text_before_it_names(
    town: str, standing: Standing
) -> None:
    claim = "The bridge was closed."
    examined = write("The Evening Lamp", f"The council of Port Ansel met on Sunday. {claim}")
    found = write("Coast Herald", f"Rain fell on {town} all week. The bridge was closed at noon.")
    setting = Setting(options=replace(ANY_WORDS, sure_of_strange=0.95))
    finding = check([found], examined=examined, statement=state(examined, claim), setting=setting)
    assert finding.standing is standing


_CLAUSE = "The north bridge at Port Ansel was closed on Monday"
_SENTENCE = f"{_CLAUSE}, and no ferry stayed open after it that night."
_REST = (
    "Commuters had a long way home along the old coast road, and the shops on the quay gave out "
    "tea to those who walked until the last of them had passed the harbour wall at midnight."
)


@pytest.mark.parametrize(
    ("copied", "supporting", "disputing"),
    [
        (_SENTENCE, ["echo: Coast Herald"], []),
        (f"Nobody said that {_SENTENCE[0].lower()}{_SENTENCE[1:]}", [], ["echo: Coast Herald"]),
    ],
    ids=["the same sentence", "a denial before it"],
)
def test_a_clause_is_said_by_the_copy_of_its_whole_sentence(
    copied: str, supporting: list[str], disputing: list[str]
) -> None:
    examined = write("The Evening Lamp", f"{_SENTENCE} {_REST}", "2031-05-06")
    copy = write("Coast Herald", f"{copied} {_REST}")
    finding = check([copy], examined=examined, statement=state(examined, _CLAUSE))
    assert outlets_of(finding) == supporting
    assert outlets_of(finding, Stance.DISPUTES) == disputing
