"""What the matcher knows of a language: one TOML file each in `tables/`, named by its code.

A new language is a new file; `tables/README.md` says what each entry means.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FOLDER = files("secondsource.reading.attribution.others") / "tables"
_SMALL = (
    "titles",
    "pronouns",
    "according",
    "as",
    "lead",
    "adverbial",
    "stop",
    "that",
    "boundary",
    "clause",
)
_LONGEST_AUXILIARY = 3
_GAP = r"(?:\s+[\w-]+){1,6}?\s+"
"""What an ellipsis within a phrase stands for: «warf … vor» has «warf der Opposition vor»."""
NEVER = re.compile(r"(?!)")
"""Matches nowhere: what a language without such words has."""


@dataclass(frozen=True, slots=True)
class Table:
    """The words of one language, as patterns to be searched for in small letters or not.

    `verb` is any verb of saying, thinking or wanting, `wanting` those of wanting only, `naming`
    those that call something a name. `according` opens a source, `following` closes one. `words`
    has one word of each verb, `small` what is no part of a name before it, all in small letters.
    """

    verb: re.Pattern[str]
    wanting: re.Pattern[str]
    naming: re.Pattern[str]
    that: re.Pattern[str]
    according: re.Pattern[str]
    following: re.Pattern[str]
    opener: re.Pattern[str]
    nobody: re.Pattern[str]
    first: re.Pattern[str]
    inserted: re.Pattern[str]
    within: re.Pattern[str]
    boundary: re.Pattern[str]
    never: re.Pattern[str]
    clause: re.Pattern[str]
    own: re.Pattern[str]
    particle: re.Pattern[str]
    clitic: re.Pattern[str]
    about: re.Pattern[str]
    hearer: re.Pattern[str]
    inside: re.Pattern[str]
    points: re.Pattern[str]
    stop: re.Pattern[str]
    lead: re.Pattern[str]
    adverbial: re.Pattern[str]
    noun: re.Pattern[str]
    words: frozenset[str]
    small: frozenset[str]
    titles: frozenset[str]
    pronouns: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    bare: bool
    comma_tags: bool
    inflects: bool
    nouns_capital: bool
    drops: bool


@cache
def load_table(language: str) -> Table | None:
    """The table of a language by its ISO 639-1 code; None when there is none."""
    file = _FOLDER / f"{language}.toml"
    if not re.fullmatch("[a-z]{2}", language) or not file.is_file():
        return None
    return make_table(tomllib.loads(file.read_text("utf-8")))


def list_languages() -> tuple[str, ...]:
    """The codes of all languages that have a table."""
    return tuple(sorted(f.name[:2] for f in _FOLDER.iterdir() if f.name.endswith(".toml")))


def make_table(entries: dict[str, str | bool]) -> Table:
    """A table from the entries of its file; entries that are not there match nothing."""
    lists = {name: _split(value) for name, value in entries.items() if isinstance(value, str)}
    verbs = [*lists.get("say", ()), *lists.get("want", ()), *lists.get("call", ())]
    return Table(
        verb=_any(verbs, bool(entries.get("nouns_capital", False))),
        wanting=_any(lists.get("want", ())),
        naming=_any(lists.get("call", ())),
        that=_any(lists.get("that", ())),
        according=_any(lists.get("according", ())),
        following=_any(lists.get("following", ())),
        opener=_any(lists.get("as", ())),
        nobody=_any(lists.get("nobody", ())),
        first=_any(lists.get("first", ())),
        inserted=_any(lists.get("inserted", ())),
        own=_any(lists.get("own", ())),
        boundary=_any(lists.get("boundary", ())),
        never=_any(lists.get("never", ())),
        clause=_any(lists.get("clause", ())),
        within=_any(lists.get("within", ())),
        particle=_any(lists.get("particle", ())),
        clitic=_any(lists.get("clitic", ())),
        about=_any(lists.get("about", ())),
        hearer=_any(lists.get("hearer", ())),
        inside=re.compile(str(entries["inside"])) if "inside" in entries else NEVER,
        points=re.compile(str(entries["points"])) if "points" in entries else NEVER,
        stop=_any(lists.get("stop", ())),
        lead=_any(lists.get("lead", ())),
        adverbial=_any(lists.get("adverbial", ())),
        noun=re.compile(str(entries["noun"])) if "noun" in entries else NEVER,
        words=frozenset(word for verb in verbs for word in _telling(verb.lower())),
        titles=frozenset(lists.get("titles", ())),
        pronouns=frozenset(lists.get("pronouns", ())),
        he=frozenset(lists.get("he", ())),
        she=frozenset(lists.get("she", ())),
        small=frozenset(word for name in _SMALL for word in lists.get(name, ())),
        bare=bool(entries.get("bare", False)),
        comma_tags=bool(entries.get("comma_tags", False)),
        inflects=bool(entries.get("inflects", False)),
        drops=bool(entries.get("drops", False)),
        nouns_capital=bool(entries.get("nouns_capital", False)),
    )


def _split(value: str) -> list[str]:
    return [" ".join(item.split()) for item in value.split(",") if item.strip()]


ENTRIES = frozenset(
    _split(
        "say, want, call, that, according, following, first, inserted, own, within, as, nobody, "
        "about, hearer, inside, points, stop, lead, adverbial, boundary, never, clause, particle, "
        "clitic, pronouns, he, she, titles, noun, bare, comma_tags, inflects, nouns_capital, drops"
    )
)
"""Every entry that a table may have; `tables/README.md` explains each."""


def _telling(verb: str) -> list[str]:
    """The words of a verb's form that are no auxiliary: «déclaré» of « a-t-elle déclaré »."""
    long = [w for w in verb.split() if len(w) > _LONGEST_AUXILIARY and "-" not in w]
    return long or [verb.split()[-1].partition("-")[0]]


def _any(phrases: Iterable[str], is_cased: bool = False) -> re.Pattern[str]:
    """Any of some phrases as whole words, the longest first; `is_cased` tells «glauben» from
    the noun «Glauben»."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    if not ordered:
        return NEVER
    spelt = "|".join(re.escape(p).replace(r"\ …\ ", _GAP).replace(r"\ ", r"\s+") for p in ordered)
    return re.compile(
        rf"(?<!\w)(?:{spelt})(?<=\w)(?!\w)|(?<!\w)(?:{spelt})(?<!\w)", 0 if is_cased else re.I
    )
