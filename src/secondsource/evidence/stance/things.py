"""What news counts and whom it accuses, by words of seven languages: `things.toml`."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from secondsource.evidence.stance.cues import to_pattern

_MARK = "="  # before the name of a thing, so that it is no stem of a word
_WORD = re.compile(r"[^\W\d_]+(?:['ʼ-][^\W\d_]+)*")
_LINK = re.compile("['ʼ-]")
_WORDS_KEPT = 65_536  # as for stems: a word comes back in text after text


def find_things(small: str, language: str) -> frozenset[str]:
    """The things that a text in small letters names, by names that are one in all languages.

    Args:
        small: as `cues.lower` makes it.
        language: ISO 639-1 code; a language without a list has no things.
    """
    names, phrases = _load_entries(language, phrases=True)
    found = [(m.span(), names[(m.lastindex or 1) - 1]) for m in phrases.finditer(small)]
    for (start, end), _ in found:  # "рабочих мест" are jobs, and no workers
        small = f"{small[:start]}{' ' * (end - start)}{small[end:]}"
    single = {_find_thing(word, language) for word in _WORD.findall(small)}
    return frozenset({name for _, name in found} | single) - {""}


@lru_cache(maxsize=_WORDS_KEPT)
def _find_thing(word: str, language: str) -> str:
    """The thing that a word names; of "l'usine" and "wind-farms" a part may; or nothing."""
    names, pattern = _load_entries(language, phrases=False)
    for each in (word, *_LINK.split(word)):
        if match := pattern.fullmatch(each):
            return names[(match.lastindex or 1) - 1]
    return ""


@cache
def load_things() -> dict[str, dict[str, str]]:
    """The words of each thing by language, as `things.toml` has them."""
    text = files("secondsource.evidence.stance").joinpath("things.toml").read_text("utf-8")
    table: dict[str, dict[str, str]] = tomllib.loads(text)
    return table


@cache
def _load_entries(language: str, *, phrases: bool) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Of the entries of several words, or of one: their things, and a pattern with a group each."""
    entries = [(e, name) for e, name in _list_entries(language) if phrases == ("_" in e)]
    entries.sort(key=lambda entry: -len(entry[0]))
    groups = "|".join(f"({to_pattern(entry)})" for entry, _ in entries)
    pattern = re.compile(rf"(?<!\w)(?:{groups})(?!\w)" if entries else r"(?!)")
    return tuple(name for _, name in entries), pattern


def _list_entries(language: str) -> Iterator[tuple[str, str]]:
    for name, words in load_things().items():
        for entry in words.get(language, "").split():
            yield entry, f"{_MARK}{name}"
