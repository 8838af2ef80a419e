"""Patterns for text in small letters: looked for first, since they are several times quicker.

Python's `re` tries every alternative of a pattern that disregards case; of one that does not,
it skips those whose first letter is another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ESCAPED = re.compile(r"\\.")
_KEPT = re.compile(r"(\\.|\(\?P)|[^\\(]+|\(")
"""What keeps its capitals: a class such as "\\S", the sign before the name of a group."""
_ASKS_CASE = "(?-i:"
_WHOLLY_CASELESS = r"\b(?i:"


@dataclass(frozen=True, slots=True)
class QuickPattern:
    """A pattern, and what is looked for first in small letters; None where there is nothing."""

    pattern: re.Pattern[str]
    lowered: re.Pattern[str] | None

    def search(self, text: str, lowered: str) -> re.Match[str] | None:
        """The first find in a text, which is also given in small letters."""
        return self.pattern.search(text) if self._may_stand_in(lowered) else None

    def find_all(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """Every find in a text, which is also given in small letters."""
        if self._may_stand_in(lowered):
            yield from self.pattern.finditer(text)

    def _may_stand_in(self, lowered: str) -> bool:
        return self.lowered is None or self.lowered.search(lowered) is not None


def quicken(pattern: re.Pattern[str]) -> QuickPattern:
    """A pattern with what is looked for first."""
    return QuickPattern(pattern, lower_pattern(pattern))


def lower_pattern(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    r"""A pattern that is found in `text.lower()` wherever the given one is found in `text`.

    Returns:
        None where there is none: the pattern does not disregard case as a whole, by its flag or
        as `\b(?i:...)`.
    """
    words = pattern.pattern
    if _ASKS_CASE in words:
        return None
    if pattern.flags & re.IGNORECASE:
        return re.compile(_KEPT.sub(lambda part: part[0] if part[1] else part[0].lower(), words))
    bare = _ESCAPED.sub("", words)
    is_whole = words.startswith(_WHOLLY_CASELESS) and words.count("(?i:") == 1
    if not is_whole or bare != bare.lower():
        return None
    return re.compile(words.replace("(?i:", "(?:", 1))
