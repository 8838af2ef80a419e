"""Words that two houses write differently though the speaker said the same."""

import re

from secondsource.lineage.edits.words import words_for

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


def is_spelling(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether two stretches of folded English words are the same words in two spellings.

    "do not" and "don't", "centre" and "center", "ten" and "10", "long term" and "longterm".
    """
    left, right = ([part for word in words for part in _spell(word)] for words in (before, after))
    return left == right or "".join(left) == "".join(right)


def _spell(word: str) -> list[str]:
    """A word in one spelling; a shortened one in full."""
    for pattern, full in _SHORTENED:
        if pattern.search(word):
            return pattern.sub(full, word).split()
    word = _ALSO.get(word, word)
    for pattern, american in _BRITISH:
        if pattern.search(word):
            return [pattern.sub(american, word)]
    value = words_for("en").values.numbers.get(word)
    if value is not None and float(value).is_integer():
        return [str(int(value))]
    return _PER_CENT.get(word, word).split()
