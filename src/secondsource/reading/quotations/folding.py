"""The words of a quotation as they are compared, and what its editor marked in it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from secondsource.article import Span

_MOST_WORDS = 300
"""Words of one quotation that are compared; of a longer one the first so many."""
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_GROUPED = r"(?<!\d)\d{1,3}(?:[.,\u00a0\u202f’']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
_DECIMAL = r"(?<![\d.,])\d{1,15}[.,]\d{1,15}(?![.,]?\d)"
_NUMBER = re.compile(rf"{_GROUPED}|{_DECIMAL}")
_WORD = re.compile(
    rf"[{_UNSPACED}]|{_NUMBER.pattern}"
    rf"|[^\W_{_UNSPACED}]{{1,60}}(?:['’ʼ][^\W\d_]{{1,20}})?"
)
_DECIMALS = re.compile(r"[.,](\d{1,2}|\d{4,15})$")
_ELLIPSIS = re.compile(r"[\[(]\s?(?:…|\.{2,4}|\. ?\. ?\.)\s?[\])]|…|\.{3,4}|\. \. \.(?: \.)?")
_INSERTED = re.compile(r"\[[^\[\]]{1,80}\]")
_LONG = 4  # letters of a word that says something
_IDEOGRAPHS = re.compile(f"[{_UNSPACED}]")


@dataclass(frozen=True, slots=True)
class FoldedWords:
    """The words of a quotation: folded, and where each stands in its text.

    `gaps` are the numbers of the words before which the text leaves something out with an
    ellipsis (one past the last where it ends so); `inserted` the numbers of words in square
    brackets, which are the editor's; `language` is the ISO 639-1 code of the text, where known.
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    gaps: frozenset[int]
    inserted: frozenset[int]
    language: str | None = None

    def __len__(self) -> int:
        return len(self.words)

    def show(self, begin: int, end: int) -> str:
        """Some words as they are written, with the marks between them and an editor's brackets."""
        if begin >= end:
            return ""
        start, stop = self.spans[begin].start, self.spans[end - 1].end
        shown = self.text[start:stop]
        opens = begin in self.inserted and self.text[start - 1 : start] == "["
        closes = end - 1 in self.inserted and self.text[stop : stop + 1] == "]"
        opened, closed = opens and (closes or "]" in shown), closes and (opens or "[" in shown)
        return f"{'[' * opened}{shown}{']' * closed}"

    def tells(self, word: int) -> bool:
        """Whether a word is more than a small one: four letters, a number, an ideograph."""
        return is_telling(self.words[word])


def is_telling(word: str) -> bool:
    """Whether a folded word says something by itself."""
    return len(word) >= _LONG or word[:1].isdigit() or bool(_IDEOGRAPHS.match(word))


def count_telling(words: tuple[str, ...]) -> int:
    """How many different words say something by themselves."""
    return len({word for word in words if is_telling(word)})


def fold_words(text: str, language: str | None = None) -> FoldedWords:
    """The words of a text in one spelling: no capitals, accents, ligatures or curly apostrophes.

    A number with a decimal point is one word: 3.5 is neither 35 nor 3 and 5.

    Args:
        text: a quotation.
        language: ISO 639-1 code, by which numbers in words are known; None is read as English.
    """
    found = _find_words(text)
    spans = tuple(span for span, _ in found)
    gaps = frozenset(_number_after(spans, m.start()) for m in _ELLIPSIS.finditer(text))
    inserted = frozenset(
        number
        for match in _INSERTED.finditer(text)
        for number in range(_number_after(spans, match.start()), _number_after(spans, match.end()))
    )
    return FoldedWords(text, tuple(word for _, word in found), spans, gaps, inserted, language)


def fold_only(text: str) -> list[str]:
    """The folded words of a text, without their places: half the time of `fold_words`."""
    return [_fold(match[0]) for match in islice(_WORD.finditer(text), _MOST_WORDS)]


def _find_words(text: str) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    for match in _WORD.finditer(text):
        found.append((Span(*match.span()), _fold(match[0])))
        if len(found) == _MOST_WORDS:
            break
    return found


def _fold(word: str) -> str:
    lower = word.casefold()
    if lower[0].isdigit() and not lower.isalnum():
        return _fold_number(lower)
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFKD", lower.replace("’", "'").replace("ʼ", "'"))
    return "".join(_keep_letters(plain)) or lower


def _fold_number(number: str) -> str:
    """A number without what parts its thousands, and with a point before its decimals."""
    if not _NUMBER.fullmatch(number):
        return "".join(sign for sign in number if sign.isalnum())
    decimals = _DECIMALS.search(number)
    whole = number[: decimals.start()] if decimals else number
    digits = "".join(sign for sign in whole if sign.isdigit())
    return f"{digits}.{decimals[1]}" if decimals else digits


def _keep_letters(plain: str) -> Iterator[str]:
    """The letters without accents; й stays what it is, ё becomes е."""
    for letter in plain:
        if letter == "\u0306" or not unicodedata.combining(letter):
            yield letter


def _number_after(spans: tuple[Span, ...], place: int) -> int:
    """The number of the first word at or after a place in the text."""
    return sum(span.start < place for span in spans)
