"""What a language needs to have its edits told apart: lists of words and patterns of phrases."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordList:
    """The lists of one language; all patterns are of whole words, without regard to case.

    `hedges` say that something may not be so, `hedge_tails` are the words that belong to a
    hedge and go with it (to have been), `unhedged` what a hedge may be replaced by without
    making it a certainty. `named_after` opens an attribution whose source follows (according
    to X). `says` are verbs that a clause may follow at once; `reports` are cues only before
    one of `that`, a colon or a quotation mark, or set off by a comma; of both, `doubting` keep
    a distance (claims), `nouns` are no verbs after an article or a preposition, and
    those that end in one of `sourceless` (saying) or follow one of `passives` (was told, to
    say) have no source right before them. `pronouns`, `minor` words and `honorifics` make no
    difference between two sources or names; `articles` begin the name of a source, `links`
    (prepositions) go on with one, `places` are those that say only where, and `breaks` (but,
    which) begin another clause. `negations` deny what they stand with, `negative` words deny
    without one (failed to); where `doubled_negation`, two make one (никто не).
    `most` and `least` say of a number after them on which side of it the truth lies (up to).
    `numbers`, `ordinals` and `scales` give words their value, but in `uncounted` they count
    nothing (pour cent); `months` (January first) and `weekdays` (Monday first) are patterns.
    Where `titles_capital`, a headline has capitals in every word.
    """

    hedges: str = ""
    hedge_tails: str = ""
    unhedged: str = ""
    named_after: str = ""
    says: str = ""
    reports: str = ""
    doubting: str = ""
    that: str = ""
    loaded: str = ""
    relative_days: str = ""
    nouns: str = ""
    sourceless: str = ""
    passives: str = ""
    pronouns: str = ""
    minor: str = ""
    honorifics: str = ""
    articles: str = ""
    links: str = ""
    places: str = ""
    breaks: str = ""
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    numbers: Mapping[str, float] = field(default_factory=dict)
    ordinals: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    uncounted: str = ""
    most: str = ""
    least: str = ""
    negations: str = ""
    negative: str = ""
    capital_nouns: bool = False
    titles_capital: bool = False
    doubled_negation: bool = False


def either(words: str) -> str:
    """One pattern of alternatives that blanks divide; `_` stands for a blank in one."""
    parts = words.split()
    return "|".join(part.replace("_", r"\s+") for part in parts)


def count_up(words: str, start: int = 0, step: int = 1) -> dict[str, float]:
    """Words with the values that they count: "zero one two" from nought; `/` divides variants."""
    return {
        variant.replace("_", " "): float(start + step * place)
        for place, variants in enumerate(words.split())
        for variant in variants.split("/")
    }
