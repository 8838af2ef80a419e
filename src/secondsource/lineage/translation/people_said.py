"""The people whom a translation names too: a surname sounds alike in every language."""

import re
from collections.abc import Iterable, Iterator

from secondsource.names.agree import agree_in_surname
from secondsource.names.find import find_mentions

_CAPITAL = re.compile(r"[^\W\d_]{3,}")
_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u052f]")  # those whose sounds are known


def name_others(pairs: Iterable[tuple[str, str]], languages: tuple[str | None, str | None]) -> bool:
    """Whether most people whom aligned texts name in full are named in one of the two alone.

    False where nobody is named, or a text has no capitals.

    Args:
        pairs: stretches of the one text and of the other that are taken for the same.
        languages: of both (ISO 639-1).
    """
    found = [
        known
        for left, right in pairs
        if _LETTERS.search(left) and _LETTERS.search(right)
        for known in (*_look_up(left, languages[0], right), *_look_up(right, languages[1], left))
    ]
    return found.count(False) * 2 > len(found)


def _look_up(text: str, language: str | None, other: str) -> Iterator[bool]:
    """Of each person with a first name and a surname, whether the other text has the surname."""
    words = [word for word in _CAPITAL.findall(other) if word[0].isupper()]
    for mention in find_mentions(text, language):
        if mention.words > 1 and mention.person > mention.body:
            surname = mention.text.split()[-1]
            yield any(agree_in_surname(surname, word, True) for word in words)
