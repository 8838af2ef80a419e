"""The numbers that a translation keeps: the same in every language, whatever their commas."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from secondsource.article import Article, Signal
from secondsource.lineage.edits.numbers import find_dates, find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.lineage.family import Edge
from secondsource.lineage.names import name_article

_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)[\d.,٫]*|\d[\d.,٫٬\u00a0\u202f]*")
_WITH_WORD = re.compile(r"\d.*[^\W\d_]")
ENOUGH = 3  # numbers, for their agreement to be worth telling


def read_numbers(text: str) -> Counter[str]:
    """The numbers of two digits and more in a text, as their digits alone.

    "1,234.5", "1 234,5" with a space of either kind and "١٬٢٣٤٫٥" all give "12345".
    """
    found = Counter[str]()
    for match in _NUMBER.finditer(text):
        digits = "".join(str(int(letter)) for letter in match[0] if letter.isdigit())
        if len(digits) > 1:
            found[digits] += 1
    return found


def compare_numbers(pairs: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """How many numbers aligned texts have in common, and how many they have in all."""
    read = [(read_numbers(left), read_numbers(right)) for left, right in pairs]
    same = sum((left & right).total() for left, right in read)
    return same, sum((left | right).total() for left, right in read)


def count_spelt(pairs: Iterable[tuple[str, str]], languages: tuple[str | None, str | None]) -> int:
    """How many numbers one of two aligned texts has in digits and the other in words."""
    spelt = 0
    for left, right in pairs:
        digits = read_numbers(left), read_numbers(right)
        words = read_spelt(left, languages[0]), read_spelt(right, languages[1])
        spelt += ((digits[0] - digits[1]) & words[1]).total()
        spelt += ((digits[1] - digits[0]) & words[0]).total()
    return spelt


def read_undated(text: str, language: str | None) -> frozenset[str]:
    """The numbers of a text that are no dates, in digits however they are written.

    "Twelve" gives "12", "4 million" gives "4000000", "4,5 %" in German "4.5".
    """
    read = (abs(value) for _, value in _read_values(text, language))
    return frozenset(str(int(value) if value.is_integer() else value) for value in read)


def read_spelt(text: str, language: str | None) -> Counter[str]:
    """The whole numbers that a text has in words alone, as the digits of them."""
    read = _read_values(text, language)
    spelt = (value for said, value in read if not any(map(str.isdigit, said)))
    return Counter(str(int(value)) for value in spelt if value.is_integer())


def read_scaled(text: str, language: str | None) -> dict[str, str]:
    """The numbers that a text has in digits and a word, "4 million", with all digits of them."""
    read = _read_values(text, language)
    scaled = ((said, abs(value)) for said, value in read if _WITH_WORD.match(said))
    return {said: str(int(v) if v.is_integer() else v) for said, v in scaled}


def _read_values(text: str, language: str | None) -> Iterator[tuple[str, float]]:
    words = words_for(language)
    for amount in find_numbers(text, text.lower(), words, find_dates(text, words)):
        value = amount.key[1]
        if isinstance(value, float):
            yield amount.span.of(text), value


def count_numbers(edge: Edge, child: Article, parent: Article) -> Iterator[Signal]:
    """How many numbers the aligned sentences of both texts have in common, where there are any."""
    pairs = ((s.child.of(child.text), s.parent.of(parent.text)) for s in edge.stretches)
    same, every = compare_numbers(pairs)
    if every >= ENOUGH:
        sentence = (
            f"Of {every} numbers in these sentences of {name_article(child)} and "
            f"{name_article(parent)}, {same} are the same in both."
        )
        yield Signal("same_numbers", round(same / every, 3), sentence)
