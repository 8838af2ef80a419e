"""Finished sentences of the stages, told in the reader's language.

The stages make English sentences, and reports keep them. A sentence is taken back to the one of
`stages.py` that it was made from, by the words that do not change, and its names and numbers are
put into the translation; dates and codes of languages are written as the reader writes them, in
English too. What fits none stays as it is, and says by its type that it is English.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import NullTranslations
from typing import Final

from secondsource.messages.catalogue import N_, open_catalogue
from secondsource.messages.local import write_number
from secondsource.messages.marking import COMPOSED, Form
from secondsource.messages.speaking import current_language
from secondsource.messages.stages import list_forms
from secondsource.messages.written import write_languages, write_moment, write_name

_PLACE = re.compile(r"%\((\w+)\)s")
_LONGEST = 6000  # characters; longer ones are shown as they are
_MOST_SENTENCES = 12
_DEEPEST = 4
_ENDS = re.compile(r"(?<=[.”]) (?=\S)")
_PARTED: Final = {"each_fact": re.compile(r"; (?=“)"), "each_step": re.compile(r", ")}
_FORMER: Final = {"“%(fact)s” is from a single origin": "“%(fact)s” has one other source"}
"""How kept reports word what is said otherwise now."""
_ROUGHLY: Final = (N_("under 1%"), N_("over 99%"))
THE_ARCHIVE: Final = N_("the archive")
"""What stands in a sentence in the place of an archive's folder, where nobody is to read that."""
_KEPT: Final = 8192
"""How many sentences are remembered: a report shows most of its sentences several times."""
_ENDS_KEPT: Final = 1024
"""For how many first and last characters the forms that fit are remembered."""


class InEnglish(str):
    """A sentence that the reader gets in English, since it could not be told otherwise."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One English form of a sentence: the words that do not change, and the places between."""

    form: Form
    fixed: tuple[str, ...]
    places: tuple[str, ...]

    def read(self, text: str) -> dict[str, str] | None:
        """What stands in each place of a sentence of this form; None for any other sentence.

        Each place ends where the next fixed words first come, so the time is that of some
        searches through the text, whatever it holds.
        """
        first, last = self.fixed[0], self.fixed[-1]
        if not self.places:
            return {} if text == first else None
        at, end = len(first), len(text) - len(last)
        if at >= end or not text.startswith(first) or not text.endswith(last):
            return None
        values = {}
        for place, words in zip(self.places[:-1], self.fixed[1:-1], strict=True):
            found = text.find(words, at + 1, end)
            if found < 0:
                return None
            values[place] = text[at:found]
            at = found + len(words)
        if at >= end:
            return None
        return {**values, self.places[-1]: text[at:end]}


def retell(sentence: str) -> str:
    """One or several sentences of the stages in the reader's language.

    Args:
        sentence: as a stage made it, in English; anything may stand in it.

    Returns:
        The translation, with every name, number and quotation as it stands in the sentence;
        where it fits none that is known the sentence, for readers of another language as
        `InEnglish`.
    """
    if not sentence:
        return sentence
    language = current_language()
    told = _retell(sentence, language)
    return told or (sentence if language == "en" else InEnglish(sentence))


@lru_cache(maxsize=_KEPT)
def _retell(text: str, language: str) -> str | None:
    return _tell_all(text, language, _DEEPEST) if len(text) <= _LONGEST else None


def _tell_all(text: str, language: str, depth: int) -> str | None:
    """The sentences of a text one after the other: each as short as it can be and be known."""
    ends = [match.start() for match in _ENDS.finditer(text)][:_MOST_SENTENCES]
    told: dict[int, str | None] = {}
    starts = [0, *(end + 1 for end in ends)]
    for start in reversed(starts):
        told[start] = _tell_from(text, start, [e for e in ends if e > start], told, language, depth)
    return told[0]


def _tell_from(
    text: str, start: int, ends: list[int], told: dict[int, str | None], language: str, depth: int
) -> str | None:
    for end in ends:
        rest = told[end + 1]
        if rest is not None and (here := _tell_one(text[start:end], language, depth)) is not None:
            return f"{here} {rest}"
    return _tell_one(text[start:], language, depth)


def _tell_one(text: str, language: str, depth: int) -> str | None:
    if depth <= 0:
        return None
    for pattern in _list_fitting(text[:1], text[-1:]):
        values = pattern.read(text)
        told = _fill(pattern, values, language, depth) if values is not None else None
        if told is not None:
            return told
    return None


def _fill(pattern: _Pattern, values: dict[str, str], language: str, depth: int) -> str | None:
    catalogue = open_catalogue(language)
    filled = {}
    for place, value in values.items():
        shown = _tell_place(place, value, language, depth)
        if shown is None:
            return None
        filled[place] = shown
    found = _translate(catalogue, pattern.form, values.get("num", "1"))
    return found % filled if filled else found


def _translate(catalogue: NullTranslations, form: Form, number: str) -> str:
    if len(form) == 1:
        return catalogue.pgettext(COMPOSED, form[0])
    return catalogue.npgettext(COMPOSED, form[0], form[1], int(number))


def _tell_place(place: str, value: str, language: str, depth: int) -> str | None:
    if place == "num":
        return write_number(int(value)) if value.isascii() and value.isdigit() else None
    if place == "folder":
        return value.replace(THE_ARCHIVE, open_catalogue(language).gettext(THE_ARCHIVE))
    if place.startswith("said_"):
        whole = _tell_all(value, language, depth - 1)
        return whole or _tell_all(f"{value}.", language, depth - 1)
    if place in _PARTED:
        told = _tell_each(_PARTED[place].split(value), language, depth - 1)
        parting = ", " if place == "each_step" and language == "en" else "; "
        return None if told is None else parting.join(told)
    return _write_place(place, value)


def _write_place(place: str, value: str) -> str:
    """A name, number or date as the reader writes it."""
    if place.startswith("date"):
        return write_moment(value)
    if place.startswith("language"):
        return write_languages(value)
    if place == "share" and value in _ROUGHLY:
        return open_catalogue(current_language()).gettext(value)
    if place == "amount":
        return write_number(int(value)) if value.isascii() and value.isdigit() else value
    return write_name(value)


def _tell_each(parts: list[str], language: str, depth: int) -> list[str] | None:
    if len(parts) > _MOST_SENTENCES:
        return None
    told = [part for part in (_tell_one(part, language, depth) for part in parts) if part]
    return told if len(told) == len(parts) else None


@cache
def _list_patterns() -> tuple[_Pattern, ...]:
    """Every form, those with the most fixed words first: they are the most exact."""
    patterns = [_read_form(form, words) for form in list_forms() for words in form]
    patterns += [_read_form((now,), words) for words, now in _FORMER.items()]
    return tuple(sorted(patterns, key=lambda pattern: -sum(map(len, pattern.fixed))))


@lru_cache(maxsize=_ENDS_KEPT)
def _list_fitting(first: str, last: str) -> tuple[_Pattern, ...]:
    """Those that a text may be of which begins and ends with these characters."""
    return tuple(
        pattern
        for pattern in _list_patterns()
        if pattern.fixed[0][:1] in ("", first) and pattern.fixed[-1][-1:] in ("", last)
    )


def _read_form(form: Form, words: str) -> _Pattern:
    parts = _PLACE.split(words)
    return _Pattern(form, tuple(parts[::2]), tuple(parts[1::2]))
