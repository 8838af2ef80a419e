"""Patterns for text in small letters: looked for first, since they are several times quicker.

Python's `re` tries every alternative of a pattern that disregards case; of one that does not,
it skips those whose first letter is another.
"""

import re

_ESCAPED = re.compile(r"\\.")
_ASKS_CASE = "(?-i:"
_WHOLLY_CASELESS = r"\b(?i:"


def lower_pattern(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    r"""A pattern that is found in `text.lower()` wherever the given one is found in `text`.

    Returns:
        None where there is none: the pattern asks for capitals, or does not disregard case as
        a whole, by its flag or as `\b(?i:...)`.
    """
    words = pattern.pattern
    if not pattern.flags & re.IGNORECASE:
        if not words.startswith(_WHOLLY_CASELESS) or words.count("(?i:") > 1:
            return None
        words = words.replace("(?i:", "(?:", 1)
    bare = _ESCAPED.sub("", words)
    if _ASKS_CASE in words or bare != bare.lower():
        return None
    return re.compile(words)
