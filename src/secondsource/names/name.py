"""A name taken apart: its words without titles, and which of them stand for what."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from secondsource.names.cases import first_cases
from secondsource.names.sounds import fold_word, is_cyrillic, make_keys
from secondsource.names.words import (
    SMALL_WORDS,
    fold_body,
    known_bodies,
    list_suffixes,
    list_words,
)

_POSSESSIVE = re.compile(r"['’`]s?$", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+(?:['’ʼ][^\W\d_]+)*\.?")
_CASE_MARK = re.compile(r"['’](?:ego|emu|em|ie|owi|[a-zıüğ]{1,3})$")
_WITH_APOSTROPHES = frozenset(("pl", "tr"))
_LONGEST = 200
_LONGEST_ACRONYM = 6
_SHORT = 3
_INFLECTING = frozenset(("pl", "cs", "sk", "hr", "sl"))


class NameKind(StrEnum):
    """Whom a name is of."""

    PERSON = "person"
    BODY = "body"


def choose_kind(person: int, body: int) -> NameKind | None:
    """Whose name it is by how much speaks for either; None when nothing tells."""
    if person == body:
        return None
    return NameKind.PERSON if person > body else NameKind.BODY


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: `given` are first and middle names or initials, `surname` its last words.

    A name of one word has no `given`: whether the word is a surname is not known. `inflects` says
    that words in Latin letters may stand in a case other than the first, `junior` that Jr follows.
    """

    text: str
    given: tuple[str, ...]
    surname: str
    inflects: bool = False
    junior: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All of its words in their order."""
        return (*self.given, self.surname)


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name: its telling words folded, and the known body whose name it is, if any."""

    text: str
    words: tuple[str, ...]
    known: str | None
    acronym: bool


def split_words(text: str) -> list[str]:
    """The words of a name, hyphened ones apart, with no possessive ending."""
    bare = _POSSESSIVE.sub("", text[:_LONGEST].strip())
    return [m.group() for m in _WORD.finditer(bare)]


def is_initial(word: str) -> bool:
    """Whether a word of a name is one letter, or several letters with points (J.K.)."""
    return len(word.rstrip(".")) == 1 or bool(re.fullmatch(r"(?:[^\W\d_]\.)+", word))


@lru_cache(maxsize=65_536)
def read_person(text: str, language: str | None = None) -> PersonName | None:
    """A person's name taken apart; None when nothing but titles is left of it.

    "Putin, Vladimir" is turned round. Initials stand each for itself.
    """
    last, comma, first = text.partition(",")
    words = split_words(f"{first} {last}" if comma and first.strip() else last)
    if language in _WITH_APOSTROPHES:
        words = [_CASE_MARK.sub("", word) for word in words]
    words = _strip_titles(words)
    if not words:
        return None
    given = [letter for word in words[:-1] for letter in _part_initials(word)]
    given = [w for w in given if fold_word(w) not in list_words("particles")] if given else given
    surname = _POSSESSIVE.sub("", words[-1].rstrip("."))
    inflects = language in _INFLECTING
    junior = bool(re.search(r"\b(?:Jr\.?|II|III|IV)$", text))
    return PersonName(text, tuple(w.rstrip(".") for w in given), surname, inflects, junior)


def _strip_titles(words: list[str]) -> list[str]:
    titles, suffixes = list_words("titles"), list_suffixes("person")
    while len(words) > 1 and fold_word(words[-1].rstrip(".")) in suffixes:
        words = words[:-1]
    while len(words) > 1 and _is_title(words[0], titles):
        words = words[1:]
    return words if words and not _is_title(words[0], titles) else []


def _is_title(word: str, titles: frozenset[str]) -> bool:
    plain = fold_word(word.rstrip("."))
    if len(plain) < 2:
        return False
    return plain in titles or (is_cyrillic(plain) and bool(first_cases(plain, False) & titles))


def _part_initials(word: str) -> list[str]:
    return [c for c in word if c != "."] if is_initial(word) and len(word) > 2 else [word]


@lru_cache(maxsize=65_536)
def read_body(text: str) -> BodyName:
    """A body's name taken apart: without articles, small words and endings such as Inc."""
    whole = fold_body(_POSSESSIVE.sub("", text[:_LONGEST].strip()))
    words = [w for w in whole if w not in SMALL_WORDS and any(c.isalnum() for c in w)] or list(
        whole
    )
    while len(words) > 1 and words[-1] in list_suffixes("body"):
        words.pop()
    bare = re.sub(r"^the\s|[.\s]", "", text, flags=re.IGNORECASE)
    acronym = (
        len(words) == 1
        and 2 <= len(bare) <= _LONGEST_ACRONYM
        and bare[:2].isupper()
        and bare[-1].isupper()
    )
    return BodyName(text, tuple(words), _find_known(whole, tuple(words), bare.isupper()), acronym)


def _find_known(whole: tuple[str, ...], words: tuple[str, ...], capitals: bool) -> str | None:
    known = known_bodies()
    if len(whole) == 1 and len(whole[0]) <= _SHORT and not capitals:
        return None
    if whole in known or words in known:
        return known.get(whole) or known[words]
    if not whole or not is_cyrillic(whole[0]):
        return None
    forms = [first_cases(word, False) | {word} for word in whole]
    if len(whole) == 1:
        return next((known[f,] for f in sorted(forms[0]) if (f,) in known), None)
    near = (k for k in _known_by_size().get(len(whole), ()) if k[0] in forms[0])
    fits = (k for k in near if all(w in own for own, w in zip(forms, k, strict=True)))
    return next((known[k] for k in fits), None)


@lru_cache(maxsize=1)
def _known_by_size() -> dict[int, list[tuple[str, ...]]]:
    """The known Cyrillic names of bodies by their number of words."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for words in sorted(known_bodies()):
        if is_cyrillic(words[0]):
            found.setdefault(len(words), []).append(words)
    return found


@lru_cache(maxsize=65_536)
def person_keys(name: PersonName) -> frozenset[str]:
    """The skeletons of a person's surname, in each first case it may have."""
    return frozenset(
        key for form in first_cases(name.surname, name.inflects) for key in make_keys(form)
    )
