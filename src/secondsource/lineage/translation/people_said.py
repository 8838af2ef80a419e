"""The people whom a translation names too: a surname sounds alike in every language."""

import re
from collections.abc import Collection, Iterable, Iterator

from secondsource.names.agree import agree_in_surname
from secondsource.names.find import NameMention, find_mentions

_CAPITAL = re.compile(r"[^\W\d_]{3,}")
_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u052f]")  # those whose sounds are known
_MOST = 50  # names of one stretch: what has more is a list, each held against all of the other
_SHORT = 3  # letters of a last word, "Jr." or "Un", which tells no surname


def name_others(
    pairs: Iterable[tuple[str, str]],
    languages: tuple[str | None, str | None],
    credited: Collection[str] = (),
) -> bool:
    """Whether most people whom aligned texts name in full are named in one of the two alone.

    False where nobody is named, or the letters of a text have no capitals.

    Args:
        pairs: stretches of the one text and of the other that are taken for the same.
        languages: of both (ISO 639-1).
        credited: names that are left out, as authors and translators are in one text alone.
    """
    left_out = frozenset(_CAPITAL.findall(" ".join(credited)))
    found = [
        known
        for left, right in pairs
        if _has_capitals(left) and _has_capitals(right)
        for known in (
            *_look_up(left, languages[0], right, left_out),
            *_look_up(right, languages[1], left, left_out),
        )
    ]
    return found.count(False) * 2 > len(found)


def _has_capitals(text: str) -> bool:
    """Whether most letters are of an alphabet whose sounds are known; Chinese may have "BBC"."""
    return len(_LETTERS.findall(text)) * 2 > sum(map(str.isalpha, text))


def _look_up(
    text: str, language: str | None, other: str, left_out: frozenset[str]
) -> Iterator[bool]:
    """Of each person with a first name and a surname, whether the other text has the surname."""
    words = dict.fromkeys(word for word in _CAPITAL.findall(other) if word[0].isupper())
    for mention in find_mentions(text, language)[:_MOST]:
        surnames = _list_surnames(mention)
        if surnames and not left_out.issuperset(surnames):
            yield any(agree_in_surname(s, word, True) for s in surnames for word in words)


def _list_surnames(mention: NameMention) -> list[str]:
    """What may be a person's surname: the last word, each part of it; all where that is short."""
    is_person = mention.words > 1 and mention.person > mention.body
    if not is_person or mention.text.isupper():
        return []
    last = mention.text.split()[-1]
    return _CAPITAL.findall(last if len(last.rstrip(".")) >= _SHORT else mention.text)
