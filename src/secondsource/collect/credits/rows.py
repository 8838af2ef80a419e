"""The rows of which the tables of credit formulas are made."""

import re
from dataclasses import dataclass

from secondsource.article import Role

# Where a study is published that an article reports on: not where the article is from.
LEARNED_JOURNAL = (
    r"[\s«„\"]*(?:nature|science|cell|(?:the )?lancet|pnas|plos|bmj|jama|arxiv|biorxiv|journal of"
    r"|proceedings of|physical review|scientific reports|new england journal)\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what the names after it did.

    `person` is the role of persons named after it and `outlet` that of outlets; None means
    that they may stand there but are not credited. `colon`: the label needs one after it.
    """

    words: str
    person: Role | None
    outlet: Role | None
    colon: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with a name beside it, and a literal that any text with the phrase contains.

    The name stands after the phrase, or before it when the phrase looks back.
    """

    literal: str
    pattern: re.Pattern[str]
    role: Role
    looks_back: bool = False
