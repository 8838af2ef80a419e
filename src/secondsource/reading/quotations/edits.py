"""One change between two forms of a quotation, and what kind of words it touches."""

import re
from dataclasses import dataclass
from enum import StrEnum

from secondsource.lineage.edits.numbers import find_dates, find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.reading.quotations.folding import FoldedWords
from secondsource.reading.quotations.spelling import Range

_NEGATIONS = {
    "en": "not no never none nothing nobody neither nor without cannot",
    "ru": "не нет ни никогда никто никого никому ничего ничто нельзя нету без",
    "uk": "не ні ніколи ніхто нікого нікому нічого нема немає без жоден жодна жодного",
    "de": "nicht nichts nie kein keine keinen keinem keiner keines niemals niemand niemanden"
    " niemandem nirgends weder ohne",
    "fr": "ne pas jamais rien aucun aucune ni sans",
    "es": "no nunca jamas nada nadie ningun ninguno ninguna ni tampoco sin",
    "pl": "nie nigdy nikt nikogo nikomu nic niczego zaden zadna zadnego zadnej bez",
    "it": "non mai nessuno nessuna niente nulla senza",
    "pt": "nao nunca nada nenhum nenhuma ninguem nem sem",
    "nl": "niet geen niemand nooit niets zonder",
}
NEGATIONS = {language: frozenset(words.split()) for language, words in _NEGATIONS.items()}
_ANY_NEGATION = frozenset().union(*NEGATIONS.values())
_ELIDED = re.compile(r"n'(?=[aeiouyh])")
"""The French negation before a vowel: "n'est"."""
_SHIFT = 2
_SHORTENED = re.compile(r"n't$")
_CODE = re.compile(r"[^\W\d]\w*\d\w*")
"""A word with figures in it that is no number: F16."""
_NAMED_DATES = ("month", "weekday")
_SENTENCE_END = re.compile(r"[.!?…]\W*$")


class Touched(StrEnum):
    """What the words of a change are."""

    NUMBER = "number"
    NEGATION = "negation"
    DATE = "date"
    NAME = "name"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Words of the earlier form (`before`) and those that the later has in their place.

    One of the two may be empty. `marked` when the later form shows the change, by an ellipsis
    or square brackets; `first` and `second` are the ranges of words.
    """

    touched: Touched
    before: str
    after: str
    marked: bool
    first: Range
    second: Range

    @property
    def left_out(self) -> bool:
        """Whether words were left out and none put in their place."""
        return not self.after


def make_edit(before: FoldedWords, after: FoldedWords, first: Range, second: Range) -> WordEdit:
    """The change of one range of words into another."""
    return WordEdit(
        touched=_find_touched(before, after, first, second),
        before=before.show(*first),
        after=after.show(*second),
        marked=_is_marked(after, second) or _is_marked(before, first),
        first=first,
        second=second,
    )


def _is_marked(words: FoldedWords, place: Range) -> bool:
    """Whether an ellipsis stands at a place, or all its words are the editor's.

    Where words were left out it may stand a word or two further on: "the [old pier and the] new".
    """
    if place[0] == place[1]:
        return any(place[0] + step in words.gaps for step in range(-_SHIFT, _SHIFT + 1))
    inside = all(word in words.inserted for word in range(*place))
    return inside or bool(words.gaps & set(range(place[0], place[1] + 1)))


def _find_touched(before: FoldedWords, after: FoldedWords, first: Range, second: Range) -> Touched:
    left, right = before.words[slice(*first)], after.words[slice(*second)]
    if _numbers(before, first) != _numbers(after, second):
        return Touched.NUMBER
    denials = count_negations(left, before.language), count_negations(right, after.language)
    if denials[0] != denials[1]:
        return Touched.NEGATION
    if _dates(before, first) != _dates(after, second):
        return Touched.DATE
    if _names(before, first) != _names(after, second):
        return Touched.NAME
    return Touched.WORDING


def _numbers(words: FoldedWords, place: Range) -> list[str]:
    """What the numbers of some words mean, in figures or in words of the text's language."""
    text = words.show(*place)
    found = find_numbers(text, text.lower(), words_for(words.language), ())
    codes = [word for word in words.words[slice(*place)] if _CODE.fullmatch(word)]
    return sorted([*codes, *(f"{amount.key[0]} {amount.key[1]}" for amount in found)])


def _dates(words: FoldedWords, place: Range) -> list[str]:
    """The months and days of the week among some words."""
    found = find_dates(words.show(*place), words_for(words.language))
    return sorted(str(amount.key) for amount in found if amount.key[0] in _NAMED_DATES)


def count_negations(words: tuple[str, ...], language: str | None) -> int:
    """How many words deny something, in some languages of Europe.

    Args:
        words: as they are folded.
        language: their ISO 639-1 code; where it is not known, the words of all languages count,
            so that "sin" denies in English as it does in Spanish.
    """
    deny = NEGATIONS.get(language or "", _ANY_NEGATION)
    return sum(
        word in deny or bool(_SHORTENED.search(word) or _ELIDED.match(word)) for word in words
    )


def _names(words: FoldedWords, place: Range) -> frozenset[str]:
    """Words with a capital that do not begin a sentence; without "I"."""
    return frozenset(
        words.words[k] for k in range(*place) if _is_capital(words, k) and len(words.words[k]) > 1
    )


def _is_capital(words: FoldedWords, word: int) -> bool:
    start = words.spans[word].start
    gap = words.text[words.spans[word - 1].end : start] if word else "."
    return words.text[start].isupper() and not _SENTENCE_END.search(gap)
