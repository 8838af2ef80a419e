"""All words of many articles as columns of numbers, so that contexts are compared in one sweep."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.article import Article, Passage, Span
from secondsource.lineage.edits.words import EditWords, words_for
from secondsource.reading.quotes import find_quotations

I32 = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,:]*|\n+|[^\w\s]")
_ENDS = frozenset(".!?…:;\n")
_SLAVIC = frozenset({"ru", "uk", "be", "pl", "bg", "cs", "sr"})
_SLAVIC_STEM = 7
_ELIDING = frozenset({"fr", "it", "ca"})
_OTHER_STEM = 9
_SHORTEST = 4
"""Letters of the shortest word that can be a name for something."""
_COMMON = 0.2
"""Words in more than this share of the articles are words of grammar or of all news."""
_ENOUGH = 50
_FEWEST_COMMON = 25
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Corpus:
    """The words of some articles of one language, one after the other.

    `stem`, `start`, `end` and `article` have a number for each word or mark: that of its stem
    in `words`, where it stands in the text, and that of its article. `telling` says whether it
    can stand for a thing: no name, number, mark or word of grammar; `named` whether it is a
    name; `quoted` whether it stands in quotation marks. `rarity` is in nats, and at least 1.
    """

    language: str
    articles: tuple[Article, ...]
    words: tuple[str, ...]
    stem: I32
    start: I32
    end: I32
    article: I32
    telling: Bools
    named: Bools
    quoted: Bools
    rarity: npt.NDArray[np.float32]

    def passage(self, first: int, length: int = 1) -> Passage:
        """Where some words in a row stand."""
        span = Span(int(self.start[first]), int(self.end[first + length - 1]))
        return Passage(self.articles[self.article[first]].id, span)

    def text(self, first: int, length: int = 1) -> str:
        """Some words in a row as they are written."""
        return self.passage(first, length).span.of(self.articles[self.article[first]].text)


@dataclass(slots=True)
class _Columns:
    """What is gathered word by word before it becomes a corpus."""

    stems: dict[str, int]
    stem: list[int]
    start: list[int]
    end: list[int]
    article: list[int]
    quoted: list[bool]
    capital: list[bool]
    opens: list[bool]


def make_corpus(articles: Sequence[Article], language: str) -> Corpus:
    """The words of the articles' bodies; headlines and boilerplate are left out.

    Args:
        articles: all of one language.
        language: ISO 639-1.
    """
    columns = _Columns({"": 0}, [], [], [], [], [], [], [])
    for number, article in enumerate(articles):
        _read(columns, article, number, language)
    stem = np.array(columns.stem, np.int32)
    article_of = np.array(columns.article, np.int32)
    words = tuple(columns.stems)
    named = _find_names(columns, stem, len(words), words_for(language))
    frequency = _count_articles(stem, article_of, len(words))
    rarity = np.maximum(1, np.log((len(articles) + 1) / (frequency + 1))).astype(np.float32)
    telling = _find_telling(words, frequency, len(articles), words_for(language))[stem] & ~named
    if len(stem):
        telling[:-1] &= stem[1:] != columns.stems.get("=", -1)  # the name of an HTML attribute
    return Corpus(
        language,
        tuple(articles),
        words,
        stem,
        np.array(columns.start, np.int32),
        np.array(columns.end, np.int32),
        article_of,
        telling,
        named,
        np.array(columns.quoted, np.bool_),
        rarity,
    )


def _read(columns: _Columns, article: Article, number: int, language: str) -> None:
    quoted = _Inside(piece for q in find_quotations(article.text) for piece in q.pieces)
    aside = _Inside(stretch.span for stretch in article.boilerplate)
    opens = True
    for match in _TOKEN.finditer(article.text):
        start, end = match.span()
        if aside.holds(start):
            continue
        word = match[0]
        stem = find_stem(word, language)
        columns.stem.append(columns.stems.setdefault(stem, len(columns.stems)))
        columns.start.append(start)
        columns.end.append(end)
        columns.article.append(number)
        columns.quoted.append(quoted.holds(start))
        columns.capital.append(word[0].isupper())
        columns.opens.append(opens)
        opens = word[0] in _ENDS or (opens and not word[0].isalnum())


class _Inside:
    """Tells of places asked for in rising order whether they lie in one of some stretches."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: Iterator[Span] = iter(sorted(spans))
        self._current: Span | None = next(self._spans, None)

    def holds(self, place: int) -> bool:
        while self._current is not None and self._current.end <= place:
            self._current = next(self._spans, None)
        return self._current is not None and self._current.start <= place


def find_stem(word: str, language: str) -> str:
    """What the forms of one word have in common, roughly: for numbers and line ends one sign."""
    if word[0].isdigit():
        return "0"
    if word[0] == "\n":
        return "\n"
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if language in _ELIDING:
        lower = lower.rpartition("'")[2] or lower
    if language in _SLAVIC:
        return lower[:_SLAVIC_STEM]
    if language == "en":
        return lower[:-1] if len(lower) > 4 and lower[-1] == "s" and lower[-2] != "s" else lower
    return lower[:_OTHER_STEM]


def _find_names(columns: _Columns, stem: I32, size: int, lists: EditWords) -> Bools:
    """Which words are names: those mostly written with a capital where no sentence begins."""
    if lists.values.capital_nouns:
        return np.zeros(len(stem), np.bool_)
    capital = np.array(columns.capital, np.bool_)
    within = ~np.array(columns.opens, np.bool_)
    large = np.bincount(stem[within & capital], minlength=size)
    small = np.bincount(stem[within & ~capital], minlength=size)
    by_word = large > _MOSTLY * (large + small)
    return by_word[stem] | (capital & within)


def _count_articles(stem: I32, article: I32, size: int) -> npt.NDArray[np.int64]:
    """In how many articles each stem stands."""
    pairs = np.unique(stem.astype(np.int64) << 32 | article)
    return np.bincount(pairs >> 32, minlength=size)


def _find_telling(
    words: Sequence[str], frequency: npt.NDArray[np.int64], articles: int, lists: EditWords
) -> Bools:
    grammar = lists.minor | lists.pronouns | lists.articles | lists.links
    telling = np.array(
        [
            len(w) >= _SHORTEST
            and w[0].isalpha()
            and "'" not in w
            and w not in grammar
            and not lists.number_words.fullmatch(w)
            and not lists.relative_days.fullmatch(w)
            for w in words
        ],
        np.bool_,
    )
    most = max(_FEWEST_COMMON, _COMMON * articles) if articles >= _ENOUGH else articles
    return telling & (frequency <= most)


def most_written(forms: Iterable[str]) -> str:
    """The form that is written most often, in small letters unless it is a name."""
    counts = Counter(forms)
    return counts.most_common(1)[0][0]
