"""All words of many articles as columns of numbers, so that contexts are compared in one sweep."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
import numpy.typing as npt

from secondsource.article import Article, Passage, Span
from secondsource.lineage.edits.words import EditWords, words_for
from secondsource.quotes import find_quotations

I32 = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

_TOKEN = re.compile(r"([^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,:]*|\n+|[^\w\s])")
_ENDS = frozenset(".!?…:;\n")
_SLAVIC = frozenset({"ru", "uk", "be", "pl", "bg", "cs", "sr"})
_SLAVIC_STEM = 7
_ELIDING = frozenset({"fr", "it", "ca"})
_OTHER_STEM = 9
_LONGEST = 40
"""Letters that are read of a word: bounds the time that comparing two takes."""
_SHORTEST = 4
"""Letters of the shortest word that can be a name for something."""
# Chosen with the 30 pairs judged by hand in view (docs/contested-naming.md).
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


class _Vocabulary(dict[str, int]):
    """The number of each word as it is written; new words get one when asked for.

    `stems` gives the number of each stem, `stem_of` that of each word's.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.stems: dict[str, int] = {"": 0}
        self.stem_of: list[int] = []

    def __missing__(self, word: str) -> int:
        stem = find_stem(word, self.language)
        self.stem_of.append(self.stems.setdefault(stem, len(self.stems)))
        number = self[word] = len(self)
        return number

    def ask(self, is_so: Callable[[str], bool]) -> Bools:
        """The answer for each word by its number."""
        return np.array([is_so(word) for word in self], np.bool_)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Words one after the other: the number of each, its place, whether it is quoted."""

    word: I32
    start: I32
    end: I32
    quoted: Bools


def make_corpus(articles: Sequence[Article], language: str) -> Corpus:
    """The words of the articles' bodies; headlines and boilerplate are left out.

    Args:
        articles: all of one language.
        language: ISO 639-1.
    """
    known = _Vocabulary(language)
    read = [_read(article, known) for article in articles]
    article_of = np.repeat(np.arange(len(read), dtype=np.int32), [len(c.word) for c in read])
    columns = _join(read)
    stem, words = np.array(known.stem_of, np.int32)[columns.word], tuple(known.stems)
    named = _find_names(columns.word, article_of, known)
    frequency = _count_articles(stem, article_of, len(words))
    rarity = np.maximum(1, np.log((len(articles) + 1) / (frequency + 1))).astype(np.float32)
    telling = _find_telling(words, frequency, len(articles), words_for(language))[stem] & ~named
    if len(stem):
        telling[:-1] &= stem[1:] != known.stems.get("=", -1)  # the name of an HTML attribute
    return Corpus(
        language,
        tuple(articles),
        words,
        stem,
        columns.start,
        columns.end,
        article_of,
        telling,
        named,
        columns.quoted,
        rarity,
    )


def _read(article: Article, known: _Vocabulary) -> _Columns:
    parts = _TOKEN.split(article.text)  # what stands between two words, and a word, by turns
    bounds = np.cumsum(np.fromiter(map(len, parts), np.int32), dtype=np.int32)
    words, starts, ends = parts[1::2], bounds[:-1:2], bounds[1::2]
    if article.boilerplate:
        kept = ~_lie_in(starts, [stretch.span for stretch in article.boilerplate])
        words, starts, ends = list(compress(words, kept)), starts[kept], ends[kept]
    marks = find_quotations(article.text)
    return _Columns(
        np.fromiter(map(known.__getitem__, words), np.int32, len(words)),
        starts,
        ends,
        _lie_in(starts, [piece for quotation in marks for piece in quotation.pieces]),
    )


def _find_openings(ends: Bools, letters: Bools, article: I32) -> Bools:
    """Which words are the first of a sentence: only marks stand between them and its start."""
    numbers = np.arange(len(ends))
    first = np.diff(article, prepend=-1) > 0
    last_end = np.where(np.roll(ends, 1) | first, numbers, -1)
    last_word = np.where(np.roll(letters, 1) & ~first, numbers, -2)
    opens: Bools = np.maximum.accumulate(last_end) > np.maximum.accumulate(last_word)
    return opens


def _lie_in(places: I32, spans: Sequence[Span]) -> Bools:
    """Which places lie in one of the stretches, nested ones included."""
    starts = np.sort(np.array([span.start for span in spans], np.int64))
    ends = np.sort(np.array([span.end for span in spans], np.int64))
    opened = np.searchsorted(starts, places, side="right")
    closed = np.searchsorted(ends, places, side="right")
    inside: Bools = opened > closed
    return inside


def _join(read: Sequence[_Columns]) -> _Columns:
    """The columns of all articles, one after the other."""
    nothing = np.zeros(0, np.int32), np.zeros(0, np.bool_)
    return _Columns(
        np.concatenate([nothing[0], *(c.word for c in read)]),
        np.concatenate([nothing[0], *(c.start for c in read)]),
        np.concatenate([nothing[0], *(c.end for c in read)]),
        np.concatenate([nothing[1], *(c.quoted for c in read)]),
    )


def find_stem(word: str, language: str) -> str:
    """What the forms of one word have in common, roughly: for numbers and line ends one sign."""
    if word[0].isdigit():
        return "0"
    if word[0] == "\n":
        return "\n"
    lower = word[:_LONGEST].lower().replace("’", "'").removesuffix("'s")
    if language in _ELIDING:
        lower = lower.rpartition("'")[2] or lower
    if language in _SLAVIC:
        return lower[:_SLAVIC_STEM]
    if language == "en":
        return lower[:-1] if len(lower) > 4 and lower[-1] == "s" and lower[-2] != "s" else lower
    return lower[:_OTHER_STEM]


def _find_names(word: I32, article: I32, known: _Vocabulary) -> Bools:
    """Which words are names: those mostly written with a capital where no sentence begins."""
    if not len(word) or words_for(known.language).values.capital_nouns:
        return np.zeros(len(word), np.bool_)
    stem, size = np.array(known.stem_of, np.int32)[word], len(known.stems)
    capital = known.ask(lambda w: w[0].isupper())[word]
    ends, letters = known.ask(lambda w: w[0] in _ENDS), known.ask(lambda w: w[0].isalnum())
    within = ~_find_openings(ends[word], letters[word], article)
    large = np.bincount(stem[within & capital], minlength=size)
    small = np.bincount(stem[within & ~capital], minlength=size)
    by_word = large > _MOSTLY * (large + small)
    named: Bools = by_word[stem] | (capital & within)
    return named


def _count_articles(stem: I32, article: I32, size: int) -> npt.NDArray[np.int64]:
    """In how many articles each stem stands."""
    pairs = np.sort(stem.astype(np.int64) << 32 | article)  # `unique` would take five times as long
    return np.bincount(pairs[np.diff(pairs, prepend=-1) > 0] >> 32, minlength=size)


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
