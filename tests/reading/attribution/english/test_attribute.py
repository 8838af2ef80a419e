"""Who is said to say what in English sentences: the source, the cue, what is said, and how."""

import pytest

from secondsource.reading.attribution.voices import find_attributions
from secondsource.reading.statement import Attribution

# text, source, cue, content (pieces joined with " | "), kind
ENGLISH = [
    (
        "Marta Vellin said that the bridge was safe.",
        ("Marta Vellin", "said", "that the bridge was safe", "indirect"),
    ),
    (
        "“The bridge is safe,” said the minister.",
        ("the minister", "said", "“The bridge is safe,”", "direct"),
    ),
    (
        "“The bridge is safe,” Vellin said, “and it will stand for years.”",
        ("Vellin", "said", "“The bridge is safe,” | “and it will stand for years.”", "direct"),
    ),
    (
        "Vellin said that the bridge was “safe for now” and would stay open.",
        (
            "Vellin",
            "said",
            "that the bridge was “safe for now” and would stay open",
            "mixed",
        ),
    ),
    (
        "“The bridge is safe,” Vellin said. “We checked it twice.”",
        ("Vellin", "said", "“The bridge is safe,” | “We checked it twice.”", "direct"),
    ),
    (
        "“The bridge is safe,” Vellin said.\n\n“We checked it twice in the spring.”",
        (
            "Vellin",
            "said",
            "“The bridge is safe,” | “We checked it twice in the spring.”",
            "direct",
        ),
    ),
    (
        "“The bridge is safe,” said Vellin, a tall engineer from the far end of the long valley, "
        "who had built bridges for years. “We checked it twice.”",
        (
            "Vellin, a tall engineer from the far end of the long valley, who had built bridges "
            "for years",
            "said",
            "“The bridge is safe,” | “We checked it twice.”",
            "direct",
        ),
    ),
    (
        "The valley is cut off. She went on: “The bridge will not be closed.”",
        ("She", "went", "“The bridge will not be closed.”", "direct"),
    ),
    (
        "Marta Vellin agreed. “The bridge will not be closed.”",
        ("Marta Vellin", "agreed", "“The bridge will not be closed.”", "direct"),
    ),
    (
        "According to the engineer, the north pillar is cracked.",
        ("the engineer", "According to", "the north pillar is cracked", "indirect"),
    ),
    (
        "The engineer believes that the pillar is cracked.",
        ("The engineer", "believes", "that the pillar is cracked", "indirect"),
    ),
    (
        "The mayor vowed to close the bridge.",
        ("The mayor", "vowed", "to close the bridge", "indirect"),
    ),
    (
        "Vellin accused the council of hiding the report.",
        ("Vellin", "accused", "the council of hiding the report", "indirect"),
    ),
    (
        "Officials familiar with the matter said the report exists.",
        ("Officials familiar with the matter", "said", "the report exists", "indirect"),
    ),
    (
        "It was reported that the mayor would resign.",
        (None, "was reported", "that the mayor would resign", "indirect"),
    ),
    (
        "Vellin released a statement saying that the bridge was safe.",
        ("Vellin", "saying", "that the bridge was safe", "indirect"),
    ),
    (
        "Vellin says: the closing of the bridge is a threat to the whole valley.",
        (
            "Vellin",
            "says",
            "the closing of the bridge is a threat to the whole valley",
            "indirect",
        ),
    ),
    (
        "I always affirmed – the bridge may fail on a windy day, but it is handsome.",
        (
            "I",
            "affirmed",
            "the bridge may fail on a windy day, but it is handsome",
            "indirect",
        ),
    ),
    (
        "“A bridge is a promise made of stone.” This saying of Talkin is carved on it.",
        ("Talkin", "saying", "“A bridge is a promise made of stone.”", "direct"),
    ),
    (
        "VELLIN: The bridge will stand.",
        ("VELLIN", ":", "The bridge will stand", "indirect"),
    ),
    (
        "Vellin: The bridge will stand.\n\nMarta Vellin built it.",
        ("Vellin", ":", "The bridge will stand", "indirect"),
    ),
    # a semicolon, after which another speaks
    (
        "Russia says it shot down ten drones; Ukraine says it lost two.",
        ("Russia", "says", "it shot down ten drones", "indirect"),
    ),
    (
        "Russia says it shot down ten drones; Ukraine says it lost two.",
        ("Ukraine", "says", "it lost two", "indirect"),
    ),
    (
        "The minister said the plan was good; the opposition called it a disaster.",
        ("The minister", "said", "the plan was good", "indirect"),
    ),
    (
        "The minister said that the plan was good; that it would work; and that it was cheap.",
        (
            "The minister",
            "said",
            "that the plan was good; that it would work; and that it was cheap",
            "indirect",
        ),
    ),
    (
        "“We lost ten; they lost two,” Vellin said; Talkin denied it.",
        ("Vellin", "said", "“We lost ten; they lost two,”", "direct"),
    ),
    # a clause that stands far from its verb
    (
        "The company said in a statement seen by Reuters that it had paid $5 million.",
        ("The company", "said", "that it had paid $5 million", "indirect"),
    ),
    (
        "Smith said in a letter obtained by the Guardian that the bank had lied.",
        ("Smith", "said", "that the bank had lied", "indirect"),
    ),
    (
        "The bank was accused by regulators of hiding $2 billion.",
        ("regulators", "was accused", "The bank | of hiding $2 billion", "indirect"),
    ),
    # who is only told it says nothing
    ('"Leave at once," the crew was told.', (None, "told", '"Leave at once,"', "direct")),
    (
        'They were told: "Leave at once, all of you."',
        (None, "told", '"Leave at once, all of you."', "direct"),
    ),
    (
        '"You have an hour to leave the house," residents were told on Sunday.',
        (None, "told", '"You have an hour to leave the house,"', "direct"),
    ),
    (
        '"You have an hour to leave the house," residents were told by Mayor Anna Holt.',
        ("Mayor Anna Holt", "told", '"You have an hour to leave the house,"', "direct"),
    ),
    (
        "Investors have been warned that the fund may stop paying.",
        (None, "have been warned", "that the fund may stop paying", "indirect"),
    ),
    (
        "The court heard that the man had fled.",
        (None, "heard", "that the man had fled", "indirect"),
    ),
    (
        "Told that the bridge was shut, Holt said that they would walk.",
        (None, "Told", "that the bridge was shut", "indirect"),
    ),
    (
        "“The road is unsafe for heavy lorries,” the court heard.",
        (None, "heard", "“The road is unsafe for heavy lorries,”", "direct"),
    ),
    (
        "The inquest heard that the road was unsafe.",
        (None, "heard", "that the road was unsafe", "indirect"),
    ),
    (
        "The committee heard that the road was unsafe.",
        (None, "heard", "that the road was unsafe", "indirect"),
    ),
    (
        "Two guards had been drinking, the court heard on Monday.",
        (None, "heard", "Two guards had been drinking", "indirect"),
    ),
    (
        "Costs had doubled, lawmakers were told by Anna Holt.",
        ("Anna Holt", "told", "Costs had doubled", "indirect"),
    ),
    (
        "Holt, told that the bridge was shut, walked.",
        (None, "told", "that the bridge was shut", "indirect"),
    ),
    # who tells it does
    ("Rates fell, the bank said.", ("the bank", "said", "Rates fell", "indirect")),
    (
        "Prices rose last year, the committee said on Monday.",
        ("the committee", "said", "Prices rose last year", "indirect"),
    ),
    (
        "The mayor, Anna Holt, told residents that the bridge was shut.",
        ("The mayor, Anna Holt", "told", "that the bridge was shut", "indirect"),
    ),
    (
        'The mayor told residents: "You have an hour to leave the house."',
        ("The mayor", "told", '"You have an hour to leave the house."', "direct"),
    ),
    (
        "Holt heard that the man had fled.",
        ("Holt", "heard", "that the man had fled", "indirect"),
    ),
    (
        'The mayor was quoted as saying: "You have an hour to leave the house."',
        ("The mayor", "saying", '"You have an hour to leave the house."', "direct"),
    ),
    (
        'Asked about the leak, Jones replied: "I know nothing about it."',
        ("Jones", "replied", '"I know nothing about it."', "direct"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_attributions(text: str, expected: tuple[str | None, str, str, str]) -> None:
    assert expected in [_flat(text, a) for a in find_attributions(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was built in 1911 and rebuilt in 1954.",
        "The paper has a supplement called “Weekend” and a website.",
        "The boys' boots weren't dry.",
        "Verdict: Vaccines hold no microchips.",
        "FACT: Vaccines hold no microchips.",
        "Background: The bank was founded in 1900.",
        "Yesterday: The bridge fell.",
        "",
        "\n\n",
    ],
)
def test_nothing_is_attributed_where_nobody_speaks(text: str) -> None:
    assert find_attributions(text, "en") == ()


def test_what_somebody_was_asked_about_is_not_said() -> None:
    asked, _ = find_attributions("Asked about the leak, Jones replied: “I know nothing.”", "en")
    assert not asked.asserts


def _flat(text: str, attribution: Attribution) -> tuple[str | None, str | None, str, str]:
    return (
        attribution.source.text if attribution.source else None,
        attribution.cue.text if attribution.cue else None,
        " | ".join(piece.of(text) for piece in attribution.content),
        attribution.quotation.value,
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The work on the dam went according to plan.", None),
        ("The trains run according to schedule.", None),
        ("The dam will close in May, according to a plan of the council.", "a plan of the council"),
    ],
)
def test_what_goes_to_plan_is_nobodys_word(text: str, source: str | None) -> None:
    found = find_attributions(text, "en")
    assert [one.source.text for one in found if one.source] == ([source] if source else [])


@pytest.mark.parametrize(
    "text",
    [
        "Prisoners were sorted according to size.",
        "The fund pays according to age and need.",
        "“Sorry,” the man who was told to leave wrote.",
        "A man was hurt. This was reported to police.",
        "This was announced by accident.",
        "It was late, he was told to go.",
        "It was dark, he heard.",
        "Rates fell, and the bank shut.",
    ],
)
def test_nobody_says_what_only_looks_said(text: str) -> None:
    assert [one.source for one in find_attributions(text, "en") if one.source] == []
