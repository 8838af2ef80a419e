"""Clauses beside what is said that tell who says it, however the grammar took them."""

import pytest

from secondsource.reading.attribution.voices import assign_voices, find_attributions
from secondsource.sentences import split_sentences

SAID = [
    (
        "The sluice gates were open when the tug passed, a man close to the inquiry told the Post.",
        "a man close to the inquiry",
    ),
    (
        "The weir had moved by a foot in the years after it was built, the Orrin Mail revealed on "
        "Friday morning.",
        "the Orrin Mail",
    ),
    (
        "Of the 12 miners below, nine came home, the pit's owner, Ms Harl, informed families in a "
        "note this week.",
        "the pit's owner, Ms Harl,",
    ),
    ("Whether the weir can be mended or has to go is not known, Harl wrote.", "Harl"),
    ("As Lorne Weekly notes in its May issue, the weir leaks.", "Lorne Weekly"),
    ("The weir, as the Lorne Weekly noted, has leaked since May.", "the Lorne Weekly"),
    ("The old weir was closed in May, as Lorne Weekly has reported.", "Lorne Weekly"),
    ("Lorne Weekly has it that the weir began to leak in May.", "Lorne Weekly"),
    (
        "Shipbuilder Orrin has sacked 90 welders, broadcaster Radio Lorne reports, in the latest "
        "sign of trouble on the coast.",
        "broadcaster Radio Lorne",
    ),
    (
        "Ninety sheep were on the raft, she writes, of which 11 had to be pulled out; the others "
        "swam.",
        "she",
    ),
    (
        "Two in five voters came to the poll on Sunday, officials said, as snow fell and many "
        "villagers stayed at home.",
        "officials",
    ),
    (
        "The warden, 58, told the Lorne Weekly at his cottage that he had gone round the mill, "
        "found it empty, put out the lamps and locked the gate.",
        "The warden, 58",
    ),
    (
        "The worst case, according to the report of the mine office, took place in Orrin, where "
        "the pit lost nine lamps in a week.",
        "the report of the mine office",
    ),
    (
        "Insurers have classed the damage at the weir as a storm loss, according to a first note, "
        "a copy of which has been obtained by the Mail.",
        "a first note",
    ),
    (
        "“Nine to seven, that is what it came down to,” Harl told members at the gate of the pit "
        "on Monday about the vote.",
        "Harl",
    ),
    (
        "Ostrian police have put the number who were below overnight at 39, after a count.",
        "Ostrian police",
    ),
    ("The county put the cost of the weir at about £19 million.", "The county"),
]
UNSAID = [
    "The crew put the boxes at 9 places on the deck.",
    "The law puts it at risk.",
    "The guard was asleep, and the captain told the owners.",
    "Although the pumps failed, the captain told the owners.",
    "When the fire broke out, the guard told the crew to leave.",
    "The price fell as the ministry said it would.",
    "The ship, which the owners told the coast guard, sank.",
    "As the minister told the house to be quiet, it grew dark.",
    "The work was called off for the rest of the week.",
    "The mayor left, and the clerk who had told the Post wept.",
]


@pytest.mark.parametrize(("text", "source"), SAID)
def test_who_stands_beside_says_it(text: str, source: str) -> None:
    [voice] = assign_voices(text, "en", split_sentences(text, "en"), find_attributions(text, "en"))
    assert voice.source is not None
    assert voice.source.text == source


@pytest.mark.parametrize("text", UNSAID)
def test_a_clause_that_tells_something_else_gives_no_voice(text: str) -> None:
    [voice] = assign_voices(text, "en", split_sentences(text, "en"), find_attributions(text, "en"))
    assert voice.type == "author"


def test_a_subject_within_the_quotation_is_not_taken_for_who_speaks() -> None:
    text = "“We mend it. Until then the way round is by Orrin,” mayor Ines Harl wrote on Monday."
    [found] = find_attributions(text, "en")
    assert found.source is not None
    assert found.source.text == "mayor Ines Harl"
