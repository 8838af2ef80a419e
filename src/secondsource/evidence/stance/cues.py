"""Words by which the rules around the stance model see denials, hedges, bounds and the like."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from secondsource.article import Span

_GAP = r"(?:\s+[^\s.;!?]+){0,6}?\s+"
LANGUAGES = ("en", "ru", "uk", "de", "fr", "es", "pl")


@cache
def load_cues(kind: str, language: str | None) -> re.Pattern[str]:
    """The words of one kind in one language, for text in small letters.

    Args:
        kind: a section of `cues.toml`.
        language: ISO 639-1 code; the words of all languages when it is None, and none of a
            language that has no list.
    """
    lists = _read_lists()[kind]
    chosen = lists.values() if language is None else [lists.get(language, "")]
    entries = " ".join(chosen).split()
    alternatives = "|".join(to_pattern(e) for e in sorted(entries, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if alternatives else r"(?!)")


def find_cues(kind: str, text: str, language: str | None) -> tuple[Span, ...]:
    """Where words of one kind stand in a text, in their order."""
    return tuple(Span(*m.span()) for m in load_cues(kind, language).finditer(lower(text)))


def has_any(kinds: Sequence[str], text: str, language: str | None) -> bool:
    """Whether words of any of these kinds stand in a text."""
    lowered = lower(text)
    return any(load_cues(kind, language).search(lowered) for kind in kinds)


def lower(text: str) -> str:
    """The text in small letters, sign for sign, its apostrophes straight."""
    small = text.lower()
    if len(small) != len(text):  # a capital with a dot, say, becomes two signs
        small = "".join(s if len(s := c.lower()) == 1 else c for c in text)
    return small.replace("’", "'")


def to_pattern(entry: str) -> str:
    """The pattern of one entry: "_" stands for a blank, "*" for any ending, "~" for a gap."""
    escaped = re.escape(entry).replace("_", r"\s+").replace(r"\*", r"\w*")
    return escaped.replace(r"\~", _GAP)


@cache
def _read_lists() -> dict[str, dict[str, str]]:
    text = files("secondsource.evidence.stance").joinpath("cues.toml").read_text("utf-8")
    lists: dict[str, dict[str, str]] = tomllib.loads(text)
    return lists
