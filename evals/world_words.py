"""The words that small news worlds are written with, in two halves.

Errors are looked at on "mending" only; the figures that count are those of "kept".
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MENDING, KEPT = "mending", "kept"
_FILE = Path(__file__).with_name("worlds.toml")


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """A claim, clauses that report it, that deny it, and that take no side on the same subject.

    `abroad` has a report in each other language.
    """

    text: str
    reports: tuple[str, ...]
    denials: tuple[str, ...]
    silent: tuple[str, ...]
    abroad: Mapping[str, str]

    def fill(self, place: str, number: str) -> "ClaimWords":
        """The same with the place and the number put in."""
        parts = {"place": place, "n": number}
        return ClaimWords(
            self.text.format(**parts),
            tuple(clause.format(**parts) for clause in self.reports),
            tuple(clause.format(**parts) for clause in self.denials),
            tuple(clause.format(**parts) for clause in self.silent),
            {language: clause.format(**parts) for language, clause in self.abroad.items()},
        )


@dataclass(frozen=True, slots=True)
class Phrases:
    """One half of all that worlds are written with.

    `outlets` are names nobody has used yet; `officials` give, for each person or body, the ways
    in which several outlets attribute a clause to them.
    """

    claims: tuple[ClaimWords, ...]
    outlets: tuple[str, ...]
    credits: tuple[str, ...]
    credits_abroad: Mapping[str, Sequence[str]]
    officials: tuple[tuple[str, ...], ...]
    unnamed: tuple[str, ...]
    links: tuple[str, ...]


_FIRST = ("Amber", "Birch", "Cedar", "Delta", "Elder", "Fjord", "Granite", "Heath", "Inlet", "Kelp")
_SECOND = ("Gazette", "Courier", "Herald", "Post", "Tribune", "Chronicle", "Ledger", "Observer")
_TOWNS = ("Ostview", "Pellworth", "Quarrington", "Rundale", "Selmouth", "Tarnby", "Ulverley")
_KINDS = ("Daily", "Mail", "Online", "Evening News", "Free Press", "Sentinel", "Review")
_SINGLE = ("Lanternlight", "Meridiano", "Novaya Strela", "Kestrelpost", "Tageswort", "Zarubezh")


def name_outlets(half: str) -> tuple[str, ...]:
    """The names of the outlets in one half."""
    if half == MENDING:
        return tuple(f"{a} {b}" for a in _FIRST for b in _SECOND)
    return (*(f"{a} {b}" for a in _TOWNS for b in _KINDS), *_SINGLE)


@cache
def read_phrases(half: str) -> Phrases:
    """The words of one half, from worlds.toml."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    claims = tuple(
        ClaimWords(
            c["text"],
            tuple(c["reports"]),
            tuple(c["denials"]),
            tuple(c.get("silent", ())),
            c["abroad"],
        )
        for c in table["claim"]
        if c["half"] == half
    )
    return Phrases(
        claims,
        name_outlets(half),
        tuple(table["credits"][half]),
        table["credits_abroad"][half],
        tuple(tuple(ways) for ways in table["officials"][half]),
        tuple(table["unnamed"][half]),
        tuple(table["links"][half]),
    )


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[0].upper() + text[1:]


def put_in(frame: str, clause: str, outlet: str = "") -> str:
    """A frame with a clause in it, and the outlet that it credits."""
    sentence = frame.format(w=clause, W=capital(clause), o=outlet)
    return capital(sentence)
