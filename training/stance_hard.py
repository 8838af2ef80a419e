"""Pairs of our own writing in which shared words do not give the answer away.

`stance_hard.tsv` holds them, in the sets of `evals.stance_case_sets` and one more, "reports";
`stance_retold.tsv` claims of news that other newsrooms tell in quite other words, or dispute.
They were written for training, by the conventions of `docs/stance.md`; none of the hand-written
pairs that the models are measured on is among them.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance

TABLE = Path(__file__).with_name("stance_hard.tsv")
RETOLD = Path(__file__).with_name("stance_retold.tsv")
SOURCE = "hard"
ANSWERS = {"s": Stance.SUPPORTS, "d": Stance.DISPUTES, "n": Stance.DISCUSSES}
"""The answers of the table as stances: it supports, it disputes, it does neither."""


@dataclass(frozen=True, slots=True)
class HardPair:
    """A row of the table: the set, the languages of claim and passage, and the pair itself."""

    name: str
    languages: tuple[str, str]
    pair: LabelledPair

    @property
    def is_english(self) -> bool:
        """Whether claim and passage are both in English."""
        return self.languages == ("en", "en")


def read_hard_pairs(table: Path = TABLE) -> list[HardPair]:
    """The pairs in the order of a table; those of one claim share a group."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_read_row(row) for row in rows]


def _read_row(row: Mapping[str, str]) -> HardPair:
    claim = row["claim"]
    return HardPair(
        name=row["set"],
        languages=(row["claim_language"], row["passage_language"]),
        pair=LabelledPair(claim, row["passage"], ANSWERS[row["answer"]], SOURCE, claim),
    )
