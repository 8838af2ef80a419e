"""Whom a label means, and who is interviewed: by the capitals of the text, in any language."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import takewhile

from secondsource.article import Span
from secondsource.names.runs import has_body_word, is_given
from secondsource.names.sounds import fold_word
from secondsource.names.words import list_openers, list_words
from secondsource.reading.attribution.turns.table import LabelWords
from secondsource.sentences import split_sentences

_SIGNS = r"[\w’'ʼ.-]"
_CAPITAL = rf"[^\W\d_a-zß-öø-ÿа-яёіїєґў]{_SIGNS}*"
_PARTICLES = r"(?:(?:de|del|della|da|di|do|dos|du|van|von|der|den|ter|la|le|bin|al)\s+){0,2}"
_RUN = re.compile(rf"(?<!\w){_CAPITAL}(?:[ \u00a0]{_PARTICLES}{_CAPITAL}){{1,4}}")
_PAIR = re.compile(
    rf"(?<![\w.])(?P<first>{_CAPITAL})(?=[ \u00a0](?P<rest>{_PARTICLES}{_CAPITAL})(?!\w))"
)
_ONE = re.compile(rf"(?<!\w){_CAPITAL}")
_OWNING = re.compile(r"(?:['’]s?|\.)+\Z")
_OFFICE = re.compile(r"\w{4,}(?:in|er|or|ent|chef|chefin|meister|wart)\Z")
"""Most German nouns for who holds an office, which has a capital like a first name."""
_LAST_WORD = re.compile(r"(\w[\w-]{2,}) \Z")
_LONGEST_WORD = 40
_INFLECTED = frozenset(("ru", "uk", "be", "pl"))
_HEAD = 3_000
"""Code points at the start of a text in which it says whom it interviews."""
_SHORTEST_STEM = 3


class CapitalNames:
    """The names of a text by its capitals, and whom a speaker's words mean among them."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language
        self._known: dict[tuple[str, ...], str | None] = {}

    def complete(self, words: tuple[str, ...]) -> str | None:
        """The full name that a speaker's words stand for; themselves where none fits.

        None where two full names fit.
        """
        if words not in self._known:
            self._known[words] = self._complete(words)
        return self._known[words]

    def has_full(self, surname: str) -> bool:
        """Whether the text has a surname after one first name that is known, or after an office."""
        full = self._find_full(surname)
        return len(full) == 1 and (is_given(full[0].split()[0]) or self._has_office(full[0]))

    def _has_office(self, name: str) -> bool:
        """Whether an office stands before a name: „die Hafenmeisterin Ines Dorrow“."""
        at = self._text.find(name)
        before = _LAST_WORD.search(self._text[max(0, at - _LONGEST_WORD) : max(0, at)])
        if before is None:
            return False
        is_german = self._language == "de" and _OFFICE.fullmatch(before[1]) is not None
        return fold_word(before[1]) in _offices() or is_german

    def _complete(self, words: tuple[str, ...]) -> str | None:
        if not words[-1][0].isupper():
            return None  # "Le maire": an office and no name
        if len(words) > 2 and self._is_office(words):
            words = words[1:]
        if len(words) > 1:
            return self._match_initials(words) or self._as_written(words)
        full = self._find_full(words[0])
        return None if len(full) > 1 else (full or [self._as_written(words)])[0]

    def _is_office(self, words: tuple[str, ...]) -> bool:
        """Whether the first of three words is no name: „Hafenmeisterin Ines Dorrow“."""
        known = not is_given(words[0]) and is_given(words[1])
        return known or not _is_first_name(words[0], self._language)

    def _find_full(self, surname: str) -> list[str]:
        """The full names with this surname; one in capitals stands for any spelling of it."""
        near = self._by_surname.get(surname.casefold(), ())
        return [name for name in near if surname.isupper() or name.split()[-1] == surname]

    @cached_property
    def _by_surname(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for match in _PAIR.finditer(self._text):
            first, rest = match["first"], _OWNING.sub("", match["rest"])
            if rest.isupper() and (first.isupper() or len(rest) > len("II")):
                first = first.capitalize() if len(first) > len("I.") else first
                rest = rest.title()
            if _is_first_name(first, self._language) and rest:
                found.setdefault(rest.split()[-1].casefold(), {})[f"{first} {rest}"] = None
        return found

    @cached_property
    def _spelt(self) -> dict[str, str]:
        """Each capitalised word of the text that is not all in capitals, by its small letters."""
        words = (_OWNING.sub("", match.group()) for match in _ONE.finditer(self._text))
        return {word.casefold(): word for word in words if not word.isupper()}

    def _as_written(self, words: tuple[str, ...]) -> str:
        """A name in capitals as the text writes it elsewhere: "Quill" for "QUILL"."""
        name = " ".join(words)
        if not name.isupper() or len(name) < _SHORTEST_STEM:
            return name
        forms = [self._spelt.get(word.casefold()) for word in words]
        if all(forms):
            return " ".join(filter(None, forms))
        return name.title() if len(words) > 1 and is_given(words[0].title()) else name

    def _match_initials(self, words: tuple[str, ...]) -> str | None:
        """The one full name of the text with these initials: « I. D. »."""
        letters = [word.rstrip(".") for word in words]
        if any(len(letter) != 1 for letter in letters):
            return None
        found = {
            name
            for names in self._by_surname.values()
            for name in names
            if [part[0] for part in name.split()] == letters
            and all(len(part) > len("I.") for part in name.split())
        }
        return found.pop() if len(found) == 1 else None


@cache
def _offices() -> frozenset[str]:
    return list_words("titles") - {"der", "die", "das", "the"}


def _is_first_name(word: str, language: str | None) -> bool:
    plain = fold_word(word.rstrip("."))
    if plain in list_words("titles") or plain in list_openers(language or "en"):
        return False
    return language != "de" or is_given(word) or _OFFICE.fullmatch(word) is None


def find_interviewed(
    text: str, end: int, words: LabelWords, language: str | None
) -> tuple[Span, str | None] | None:
    """Who is said to be interviewed in the words before the first turn, if that is one person.

    Args:
        text: the text.
        end: where the first turn begins.
        words: the table of its language.
        language: ISO 639-1 code.

    Returns:
        Where the name stands, and the name; None for it where it may stand in another case.
    """
    found: list[tuple[Span, bool]] = []
    head = takewhile(lambda s: s.start < min(end, _HEAD), split_sentences(text, language))
    for sentence in head:
        said = words.interview.search(text, sentence.start, sentence.end)
        if said is None:
            continue
        for name in _find_people(text, sentence, said, words, language):
            found.append((name, name.start < said.start()))
    together = {_stem(name.of(text)) for name, _ in found}
    if len(together) != 1:
        return None
    if _is_joined(text, found[0][0]):
        return None
    name, is_subject = next((pair for pair in found if pair[1]), found[0])
    as_it_stands = language not in _INFLECTED or is_subject
    return name, name.of(text) if as_it_stands else None


def _find_people(
    text: str, sentence: Span, said: re.Match[str], words: LabelWords, language: str | None
) -> Iterator[Span]:
    """The names of people in a sentence: two capitals or more, no place and no body."""
    for run in _RUN.finditer(text, sentence.start, sentence.end):
        name = _name_of(run.group().split(), language)
        if len(name) < 2 or has_body_word(tuple(run.group().split())):
            continue
        start = run.start() + run.group().rindex(name[0], 0, run.group().rindex(name[-1]))
        before = text[sentence.start : start].rstrip()
        is_told = start - said.end() in range(3)
        is_quoted = before[-1:] in tuple("«“„\"'") and before != ""
        if is_told or not (words.places.search(before) or is_quoted):
            yield Span(start, run.end())


def _name_of(parts: Sequence[str], language: str | None) -> list[str]:
    """The words of a name at the end of some capitals, titles and words that open left out."""
    kept = list(parts)
    while kept and not _is_first_name(kept[0], language):
        kept = kept[1:]
    capitals = [i for i, part in enumerate(kept) if part[0].isupper()]
    if language == "de" and len(capitals) > 2:
        kept = kept[capitals[-2] :]
    return kept


def _stem(name: str) -> str:
    last = name.split()[-1].casefold()
    return last[: max(_SHORTEST_STEM, len(last) - 3)]


def _is_joined(text: str, name: Span) -> bool:
    """Whether another is named beside: "Ines Dorrow and her deputy"."""
    return _joining().match(text, name.end) is not None


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(r",?\s+(?:and|und|et|y|e|i|и|та|і|й|en|oraz|sowie)\s+(?=\w)")
