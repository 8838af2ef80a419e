"""The words by which turns are told in each language, read once from `labels.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NEVER = re.compile(r"(?!)")
_CLOSES = r"(?:\s?(?P<colon>[.:]?\s?[:.]|[.:]?\s?[–—-])(?=\s|$)|\s*$)"
"""What parts a question's word from the question: "Q:", "P. –", or the line's end."""


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What `labels.toml` says of one language, as patterns and sets of words in small letters.

    `ask` and `answer` match at the head of a paragraph, with what parts them from it.
    """

    ask: re.Pattern[str]
    answer: re.Pattern[str]
    interview: re.Pattern[str]
    headings: frozenset[str]
    roles: frozenset[str]
    places: re.Pattern[str]
    first: re.Pattern[str]
    updated: tuple[str, ...]
    hours: tuple[str, ...]


@cache
def load_words(language: str | None) -> LabelWords:
    """The words of a language; those of English where it has none of its own."""
    tables = _load()
    own = tables.get(language or "en", tables["en"])
    return LabelWords(
        ask=_match_label(own, "ask"),
        answer=_match_label(own, "answer"),
        interview=re.compile(rf"(?<!\w)(?:{own['interview']})(?!\w)", re.IGNORECASE),
        headings=frozenset([*_list(tables["any"], "headings"), *_list(own, "headings")]),
        roles=frozenset(_list(own, "roles")),
        places=_match_any(_list(own, "places")),
        first=re.compile(rf"(?<!\w)(?:{'|'.join(_list(own, 'first'))})(?!\w)", re.IGNORECASE),
        updated=_list_all(tables, "updated"),
        hours=_list_all(tables, "hours"),
    )


@cache
def load_agencies() -> frozenset[str]:
    """Agencies and papers that a press review quotes by name."""
    return frozenset(_list(_load()["agencies"], "names"))


@cache
def _load() -> Mapping[str, Mapping[str, str]]:
    file = files("secondsource.reading.attribution.turns").joinpath("labels.toml")
    return tomllib.loads(file.read_text("utf-8"))


def _list(entries: Mapping[str, str], name: str) -> list[str]:
    return [" ".join(item.split()) for item in entries.get(name, "").split(",") if item.strip()]


def _list_all(tables: Mapping[str, Mapping[str, str]], name: str) -> tuple[str, ...]:
    """The words of all languages, the longest first: what a time looks like is no matter of one."""
    words = {word for entries in tables.values() for word in _list(entries, name)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _match_any(words: list[str]) -> re.Pattern[str]:
    spelt = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{spelt})\Z", re.IGNORECASE) if words else _NEVER


def _match_label(own: Mapping[str, str], name: str) -> re.Pattern[str]:
    words = [word[0].upper() + word[1:] for word in _list(own, name)]
    words += [word.upper() for word in (*words, *_list(own, f"{name}_letter"))]
    spelt = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    return re.compile(rf"(?P<label>{spelt}){_CLOSES}", re.MULTILINE)
