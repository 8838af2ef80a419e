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
_SCALES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}
_SIGNS = (
    (
        "%",
        re.compile(
            r"\b(?:(?:per|pour|por) ?(?:cent|ciento|cento)|pro[cz]ent\w*|процент\w*|відсот\w+)$"
        ),
    ),
    ("$", re.compile(r"\b(?:us )?dollars?$")),
    ("£", re.compile(r"\bpounds?(?: sterling)?$")),
    ("€", re.compile(r"\beuros?$")),
)
"""Signs and the words that are written in their place."""
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def is_spelling(before: FoldedWords, after: FoldedWords, first: Range, second: Range) -> bool:
    """Whether two stretches of words are the same words in two spellings.

    "do not" and "don't", "centre" and "center", "two hundred" and "200", "3m" and "3 million",
    "long term" and "longterm"; but 3 5 is not 35. English, and of other languages the numbers.
    """
    left, right = _drop_unit(before, first, after, second), _drop_unit(after, second, before, first)
    ours, theirs = _spell_all(before, left), _spell_all(after, right)
    joined = "".join(ours) == "".join(theirs)
    return ours == theirs or (joined and _find_digits(ours) == _find_digits(theirs))


def _drop_unit(words: FoldedWords, place: Range, other: FoldedWords, there: Range) -> Range:
    """A stretch without the "per cent" or "dollars" at its end that the other has as a sign."""
    said = " ".join(words.words[slice(*place)])
    for sign, pattern in _SIGNS:
        if (unit := pattern.search(said)) and _has_sign(other, there[1], sign):
            return place[0], place[1] - len(unit.group().split())
    return place


def _has_sign(words: FoldedWords, end: int, sign: str) -> bool:
    """Whether a sign stands at the number that ends before a word, alone or with its scale."""
    if end and sign == "%":
        return words.text[words.spans[end - 1].end :].lstrip()[:1] == sign
    numbers = (n for n in range(end - 1, max(-1, end - 3), -1) if words.words[n][0].isdigit())
    number = next(numbers, None)
    return number is not None and words.text[: words.spans[number].start].rstrip()[-1:] == sign


def _find_digits(words: list[str]) -> list[str]:
    return _DIGITS.findall(" ".join(words))


def _spell_all(words: FoldedWords, place: Range) -> list[str]:
    """The words of a stretch in one spelling; where they are but a number in words, in figures."""
    if place[0] == place[1]:
        return []
    value = _read_number_words(words.show(*place).lower(), words.language)
    if value:
        return [value]
    return [part for number in range(*place) for part in _spell(words, number)]


def _read_number_words(text: str, language: str | None) -> str | None:
    """The figures of a text that is a number in words from its first to its last."""
    lists = words_for(language)
    found = [] if text in lists.values.scales else find_numbers(text, text, lists, ())
    if len(found) != 1 or len(found[0].span) != len(text) or found[0].key[0] != "number":
        return None
    return f"{found[0].key[1]:.15g}"


def _spell(words: FoldedWords, number: int) -> list[str]:
    """A word in one spelling; a shortened one in full, the name of a scale as its value."""
    word = words.words[number]
    is_counted = word[0].isdigit() or (number > 0 and words.words[number - 1][0].isdigit())
    for pattern, full in _SHORTENED:
        if pattern.search(word):
            return pattern.sub(full, word).split()
    if is_counted and (scaled := _SCALED.match(word)):
        return [part for part in (scaled[1], f"{_SCALES[scaled[2]]:g}") if part]
    scale = words_for(words.language).values.scales.get(words.show(number, number + 1).lower())
    if is_counted and scale:
        return [f"{scale:g}"]
    word = _ALSO.get(word, word)
    for pattern, american in _BRITISH:
        if pattern.search(word):
            return [pattern.sub(american, word)]
    value = words_for("en").values.numbers.get(word)
    if value is not None:
        return [f"{value:g}"]
    return _PER_CENT.get(word, word).split()
