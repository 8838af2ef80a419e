"""Whom a label means, and who is interviewed: by the capitals of the text, in any language."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.article import Span
from secondsource.names.runs import has_body_word, is_given
from secondsource.names.sounds import fold_word
from secondsource.names.words import list_openers, list_words
from secondsource.reading.attribution.turns.table import LabelWords

_SIGNS = r"[\w’'ʼ.-]"
_CAPITAL = rf"[^\W\d_a-zß-öø-ÿа-яёіїєґў]{_SIGNS}*"
_PARTICLES = r"(?:(?:de|del|della|da|di|do|dos|du|van|von|der|den|ter|la|le|bin|al)\s+){0,2}"
_RUN = re.compile(rf"(?<!\w){_CAPITAL}(?:[ \u00a0]{_PARTICLES}{_CAPITAL}){{1,4}}")
_CHUNK = re.compile(r"[^\n]+?(?:(?<=\w\w)[.!?…][»”\"]?(?=\s)|$)", re.MULTILINE)
_OFFICE = re.compile(r"\w{4,}(?:in|er|or|ent|chef|chefin|meister|wart)\Z")
"""Most German nouns for who holds an office, which has a capital like a first name."""
_INFLECTED = frozenset(("ru", "uk", "be", "pl"))
_HEAD = 3_000
"""Code points at the start of a text in which it says whom it interviews."""
_SHORTEST_STEM = 3


def complete_name(text: str, words: tuple[str, ...], language: str | None) -> str | None:
    """The full name that a speaker's words stand for, by the text; themselves where none fits.

    None where two full names fit.
    """
    name = " ".join(words)
    if len(words) > 1:
        if initials := _match_initials(text, words, language):
            return initials
        return _as_written(text, name)
    full = dict.fromkeys(_find_full(text, name, language))
    if len(full) > 1:
        return None
    return next(iter(full), None) or _as_written(text, name)


def _as_written(text: str, name: str) -> str:
    """A name in capitals as the text writes it elsewhere: "Quill" for "QUILL"."""
    if not name.isupper() or len(name) < _SHORTEST_STEM:
        return name
    spelt = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    others = {m.group() for m in spelt.finditer(text)} - {name}
    titled = [other for other in others if other[0].isupper()]
    is_person = " " in name and is_given(name.split()[0].title())
    return min(titled, default=name.title() if is_person else name)


def _match_initials(text: str, words: tuple[str, ...], language: str | None) -> str | None:
    """The one full name of a text with these initials: « I. D. »."""
    letters = [word.rstrip(".") for word in words]
    if any(len(letter) != 1 for letter in letters):
        return None
    found = {
        name
        for run in _RUN.finditer(text)
        if (name := " ".join(_name_of(run.group().split(), language)))
        and [part[0] for part in name.split()] == letters
        and all(len(part) > len("I.") for part in name.split())
    }
    return found.pop() if len(found) == 1 else None


def _find_full(text: str, surname: str, language: str | None) -> Iterator[str]:
    flags = re.IGNORECASE if surname.isupper() else 0
    spelt = re.compile(
        rf"(?<![\w.])(?P<first>(?-i:{_CAPITAL}))[ \u00a0]"
        rf"(?P<rest>(?-i:{_PARTICLES})(?:{re.escape(surname)}))(?!\w)",
        flags,
    )
    for match in spelt.finditer(text):
        first, rest = match["first"], match["rest"]
        if first.isupper() and len(first) > len("I.") and rest.isupper():
            first, rest = first.capitalize(), rest.title()
        if _is_first_name(first, language):
            yield f"{first} {rest.title() if rest.isupper() else rest}"


def _is_first_name(word: str, language: str | None) -> bool:
    plain = fold_word(word.rstrip("."))
    if plain in list_words("titles") or plain in list_openers(language or "en"):
        return False
    return language != "de" or is_given(word) or _OFFICE.fullmatch(word) is None


def has_full_name(text: str, surname: str, language: str | None) -> bool:
    """Whether a text has a surname after one first name that is known."""
    full = set(_find_full(text, surname, language))
    return len(full) == 1 and is_given(full.pop().split()[0])


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
    for chunk in _CHUNK.finditer(text, 0, min(end, _HEAD)):
        said = words.interview.search(text, *chunk.span())
        if said is None:
            continue
        for name in _find_people(text, Span(*chunk.span()), said, words, language):
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
    text: str, chunk: Span, said: re.Match[str], words: LabelWords, language: str | None
) -> Iterator[Span]:
    """The names of people in a sentence: two capitals or more, no place and no body."""
    for run in _RUN.finditer(text, chunk.start, chunk.end):
        name = _name_of(run.group().split(), language)
        if len(name) < 2 or has_body_word(tuple(run.group().split())):
            continue
        start = run.start() + run.group().rindex(name[0], 0, run.group().rindex(name[-1]))
        before = text[chunk.start : start].rstrip()
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
