"""Names in a changed stretch, and whether two of them are one name in other words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from secondsource.lineage.edits.changes import Side
from secondsource.lineage.edits.compare import Range
from secondsource.lineage.edits.measures import is_currency
from secondsource.lineage.edits.words import EditWords
from secondsource.lineage.names import same_person

_WITHIN = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ] )[^\W\d_a-zа-яё][\w’'-]+|(?<=, )[A-ZА-ЯЁ][\w’'-]+")
_LINK = re.compile(r"(?:[\s.&-]|['’](?=\w))+")
_OPENING = re.compile(r"(?:^|[.!?:“”\"«„(\n•–—-])['’‘]?\s*$")
_NOUN_SIGN = re.compile(
    r"\b(?:der|die|das|den|dem|des|ein\w*|kein\w*|im|am|zum|zur|vom|beim|ins|\w+(?:e|en|er|es|em))\s+$"
)


@lru_cache(maxsize=64)
def names_within(text: str) -> frozenset[str]:
    """Words that stand with a capital within the sentences of a text, in small letters."""
    return frozenset(match.group().lower() for match in _WITHIN.finditer(text))


def find_names(side: Side, change: Range, words: EditWords) -> list[Range]:
    """The names that a change touches, each as far as its capitals go."""
    found: list[Range] = []
    if side.text.isupper():
        return found
    for word in range(*change):
        if (found and word < found[-1][1]) or side.is_kept(word):
            continue
        if _is_name(side, word, words):
            found.append(_widen(side, word))
    return found


def _text(side: Side, word: int) -> str:
    return side.version.text[side.version.starts[word] : side.version.ends[word]]


def _is_capital(side: Side, word: int) -> bool:
    return _text(side, word)[0].isupper()


def _is_name(side: Side, word: int, words: EditWords) -> bool:
    text = _text(side, word)
    lower = text.lower()
    if not text[0].isupper() or lower in words.honorifics or lower in words.pronouns:
        return False
    if words.number_words.fullmatch(lower) or is_currency(lower) or _is_unit(side, word):
        return False
    if any(pattern.fullmatch(text) for pattern in (words.months, words.weekdays)):
        return False
    before = side.version.text[max(0, side.version.starts[word] - 30) : side.version.starts[word]]
    if _OPENING.search(before) or side.version.sentence_at(word) != _sentence_before(side, word):
        return lower in names_within(side.version.text) and lower not in words.minor
    return not (words.values.capital_nouns and _NOUN_SIGN.search(before))


def _is_unit(side: Side, word: int) -> bool:
    """Whether a single letter after a number is its unit: 30°C, 30 F."""
    before = _text(side, word - 1) if word > side.words[0] else ""
    return len(_text(side, word)) == 1 and before[-1:].isdigit()


def _sentence_before(side: Side, word: int) -> int:
    return side.version.sentence_at(word - 1) if word else -1


def _widen(side: Side, word: int) -> Range:
    """The run of words with a capital around one, joined by nothing but blanks."""
    begin, end = word, word + 1
    while begin > side.words[0] and _is_joined(side, begin - 1) and _is_capital(side, begin - 1):
        begin -= 1
    while end < side.words[1] and _is_joined(side, end - 1) and _is_capital(side, end):
        end += 1
    return begin, end


def _is_joined(side: Side, word: int) -> bool:
    version = side.version
    return bool(_LINK.fullmatch(version.text[version.ends[word] : version.starts[word + 1]]))


def same_name(left: str, right: str, words: EditWords, texts: Iterable[str] = ()) -> bool:
    """Whether two names may be one: a spelling, a part, a title more or less, an abbreviation.

    Two different parts are one name if one of the texts has them side by side: "Igor" and
    "Mr Petrov" where "Igor Petrov" is named.
    """
    whole = [re.findall(r"\w+", name.lower()) for name in (left, right)]
    if _abbreviates(whole[0], whole[1]) or _abbreviates(whole[1], whole[0]):
        return True
    short, long = (_parts(name, words) for name in (left, right))
    if not short or not long or same_person(" ".join(short), " ".join(long)):
        return True
    both = re.compile(rf"\b(?:{short[-1]}\s+{long[-1]}|{long[-1]}\s+{short[-1]})\b", re.IGNORECASE)
    return any(both.search(text) for text in texts)


def same_source(left: list[str], right: list[str]) -> bool:
    """Whether the words by which two sources differ may name one: a spelling, an abbreviation."""
    short, long = ([word.lower() for word in words] for words in (left, right))
    if _abbreviates(short, long) or _abbreviates(long, short):
        return True
    return same_person(" ".join(short), " ".join(long))


def _parts(name: str, words: EditWords) -> list[str]:
    parts = re.findall(r"\w+", re.sub(r"['’]s?\b", "", name.lower()))
    return [part for part in parts if part not in words.honorifics and part not in words.minor]


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Whether one name is the first letters of the other, or begins with them: U.S., ISIS."""
    letters, initials = "".join(short), "".join(part[0] for part in long)
    spelt = len(short) == 1 or all(len(part) == 1 for part in short)
    near = letters.startswith(initials) and len(letters) <= len(initials) + 2
    return spelt and near and len(long) > 1


def list_names(side: Side, change: Range, words: EditWords) -> Iterator[tuple[str, Range]]:
    """The names that a change touches, as written, with where they stand."""
    for begin, end in find_names(side, change, words):
        yield side.version.span(begin, end).of(side.version.text), (begin, end)
