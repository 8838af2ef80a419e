"""What each kind of number in a report means, for whoever points at it or taps on it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from secondsource.messages import N_

EXPLANATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "share": N_(
            "The share of the words in statements that this voice has. Where one voice reports "
            "another, the words count for the outer one."
        ),
        "statements": N_(
            "Statements are sentences or clauses that one voice asserts. Claims are those of them "
            "that could be checked."
        ),
        "answer": N_(
            "A claim has a second source when at least one independent origin says the same. It "
            "has sources against when one says the contrary of it, or of one of its facts. Where "
            "the program is unsure of all that they say, that is told. It has only second copies "
            "when all that was found goes back to this article or to the source that it names."
        ),
        "standing": N_(
            "How many of the statements that were looked up came out like this. Statements are "
            "counted, not passages."
        ),
        "tally": N_(
            "Independent origins are counted, not articles: what goes back to one text, one voice, "
            "one agency or one house counts once. Echoes go back to this article or to the source "
            "that it names, and corroborate nothing. What an origin may say is an unsure reading. "
            "Articles that take a side are counted with their copies and with echoes."
        ),
        "pieces": N_(
            "The passages of this origin, and the articles of the collection that they stand in. "
            "However many they are, they count once."
        ),
        "copies": N_(
            "Articles of the collection that carry text of the same family. They are counted and "
            "named, and together they count as one source."
        ),
        "searched": N_(
            "The articles of the collection that were searched, and where and when they stood. "
            "What is not in the collection was not looked at."
        ),
        "sure": N_(
            "How sure the program is, in three steps: quite sure from a score of 0.85 of 1, fairly "
            "sure from 0.6, else unsure. The steps were set by hand; the scores are in the JSON of "
            "this report. The program is often wrong."
        ),
        "coverage": N_(
            "Shares of the words of each text that stand in the other as well, notices and credits "
            "left out."
        ),
        "edits": N_(
            "Changes between the two texts, by kind. A change that makes a claim another one, such "
            "as of a number or a hedge, is told before a change of wording."
        ),
        "match": N_(
            "How alike the claim and the claim of the fact-check are, from 0 to 1. It says nothing "
            "about either being so."
        ),
        "prints": N_(
            "Articles that print these words between quotation marks. Copies of one text count as "
            "one source."
        ),
    }
)
"""A sentence or two for each kind of number, by the name that the templates have for it."""
