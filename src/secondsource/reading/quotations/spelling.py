"""Words that two houses write differently though the speaker said the same."""

import re

from secondsource.lineage.edits.numbers import find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.reading.quotations.folding import FoldedWords

Range = tuple[int, int]
"""The first word of a stretch, and the one after its last."""

_SHORTENED = (
    (re.compile(r"^can't$|^cannot$"), "can not"),
    (re.compile(r"^won't$"), "will not"),
    (re.compile(r"n't$"), " not"),
    (re.compile(r"'re$"), " are"),
    (re.compile(r"'ll$"), " will"),
    (re.compile(r"'ve$"), " have"),
    (re.compile(r"'m$"), " am"),
    (re.compile(r"'d$"), " would"),
    (
        re.compile(r"(?<=it|he)'s$|(?<=she|who)'s$|(?<=that|what|here)'s$|(?<=there|where)'s$"),
        " is",
    ),
)
_BRITISH = (
    (re.compile(r"(?<=\w\w\w)is(e|es|ed|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=\w\w)our(s|ed|ing|ite|able)?$"), r"or\1"),
    (re.compile(r"(?<=\w\w)ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=\w\w[td])re$"), "er"),
)
_ALSO = {"towards": "toward", "afterwards": "afterward", "amongst": "among", "ok": "okay"}
_PER_CENT = {"percent": "per cent"}
_SCALED = re.compile(r"^(\d[\d.]*)?(mn?|bn|tn|k)$")
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}
_PER_CENT_WORD = re.compile(r"(?:per ?cent|проценто?в?а?|процентах|prozent|відсотк\w+)")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def is_spelling(before: FoldedWords, after: FoldedWords, first: Range, second: Range) -> bool:
    """Whether two stretches of words are the same words in two spellings.

    "do not" and "don't", "centre" and "center", "two hundred" and "200", "3m" and "3 million",
    "long term" and "longterm"; but 3 5 is not 35. English, and of other languages the numbers.
    """
    if first[0] == first[1] or second[0] == second[1]:
        return _is_per_cent(before, after, first, second)
    left, right = _spell_all(before, first), _spell_all(after, second)
    joined = "".join(left) == "".join(right)
    return left == right or (joined and _find_digits(left) == _find_digits(right))


def _is_per_cent(before: FoldedWords, after: FoldedWords, first: Range, second: Range) -> bool:
    """Whether one has the words "per cent" where the other has their sign."""
    one, words = (first, before) if first[0] < first[1] else (second, after)
    at, other = (second[0], after) if words is before else (first[0], before)
    sign = other.text[other.spans[at - 1].end :].lstrip()[:1] if at else ""
    return sign == "%" and bool(_PER_CENT_WORD.fullmatch(" ".join(words.words[slice(*one)])))


def _find_digits(words: list[str]) -> list[str]:
    return _DIGITS.findall(" ".join(words))


def _spell_all(words: FoldedWords, place: Range) -> list[str]:
    """The words of a stretch in one spelling; where they are but a number in words, in figures."""
    value = _read_number_words(words.show(*place).lower(), words.language)
    return [value] if value else [p for word in words.words[slice(*place)] for p in _spell(word)]


def _read_number_words(text: str, language: str | None) -> str | None:
    """The figures of a text that is a number in words from its first to its last."""
    lists = words_for(language)
    found = [] if text in lists.values.scales else find_numbers(text, text, lists, ())
    if len(found) != 1 or len(found[0].span) != len(text) or found[0].key[0] != "number":
        return None
    return f"{found[0].key[1]:.15g}"


def _spell(word: str) -> list[str]:
    """A word in one spelling; a shortened one in full."""
    for pattern, full in _SHORTENED:
        if pattern.search(word):
            return pattern.sub(full, word).split()
    if scaled := _SCALED.match(word):
        return [part for part in (scaled[1], _SCALES[scaled[2]]) if part]
    word = _ALSO.get(word, word)
    for pattern, american in _BRITISH:
        if pattern.search(word):
            return [pattern.sub(american, word)]
    value = words_for("en").values.numbers.get(word)
    if value is not None:
        return [f"{value:g}"]
    return _PER_CENT.get(word, word).split()
