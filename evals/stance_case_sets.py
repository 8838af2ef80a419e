"""Hand-written pairs of a claim and a passage, in sets by what makes them hard.

The pairs are in `stance_tables/`, written before an answer of any model was seen; the conventions
(what a denial does to a claim, and so on) are in `docs/stance.md`.
"""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from secondsource.evidence.finding import ClaimPassage, Stance

_FOLDER = Path(__file__).with_name("stance_tables")
SETS = ("negation", "numbers", "dates", "actors", "denials", "hedges", "rejected", "tolls")
MORE_SETS = ("corrections",)
"""Written later: measured by themselves, and with the languages given, as a search gives them."""
LANGUAGES = ("en", "ru", "uk", "de", "fr", "es", "pl")


@dataclass(frozen=True, slots=True)
class StanceCase:
    """A claim, a passage, and what the passage does to the claim.

    `stance` is supports, disputes, or `DISCUSSES` for neither. `twin` is the same pair in
    English; of a pair in English that is the pair itself. `kept` says that the rules around the
    model were not tuned on it.
    """

    name: str
    languages: tuple[str, str]
    pair: ClaimPassage
    stance: Stance
    why: str
    twin: ClaimPassage
    kept: bool

    @property
    def is_english(self) -> bool:
        """Whether claim and passage are both in English."""
        return self.languages == ("en", "en")


def read_cases(names: Iterable[str] = SETS) -> list[StanceCase]:
    """The pairs of these sets, in the order of their files."""
    cases = []
    for name in names:
        with (_FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            cases += [_read_case(name, row) for row in rows]
    return cases


def _read_case(name: str, row: dict[str, str]) -> StanceCase:
    twin = ClaimPassage(
        row["english_claim"] or row["claim"], row["english_passage"] or row["passage"]
    )
    languages = row["claim_language"], row["passage_language"]
    return StanceCase(
        name=name,
        languages=languages,
        pair=ClaimPassage(row["claim"], row["passage"], *(languages if name in MORE_SETS else ())),
        stance=Stance.DISCUSSES if row["stance"] == "neither" else Stance(row["stance"]),
        why=row["why"],
        twin=twin,
        kept=_is_kept(twin.claim),
    )


def _is_kept(claim: str) -> bool:
    """Whether a claim is in the half kept back from tuning: by its SHA-256, in English."""
    return hashlib.sha256(claim.encode()).digest()[0] % 2 == 1
