"""All words of many articles as columns of numbers, so that contexts are compared in one sweep."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
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
    """The number of the stem of each word as it is written; new words get one when asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.stems: dict[str, int] = {"": 0}

    def __missing__(self, word: str) -> int:
        stem = find_stem(word, self.language)
        number = self[word] = self.stems.setdefault(stem, len(self.stems))
        return number


@dataclass(frozen=True, slots=True)
class _Columns:
    """The words of one article: stem, place, whether quoted, large, and first of a sentence."""

    stem: I32
    start: I32
    end: I32
    quoted: Bools
    capital: Bools
    opens: Bools


def make_corpus(articles: Sequence[Article], language: str) -> Corpus:
    """The words of the articles' bodies; headlines and boilerplate are left out.

    Args:
        articles: all of one language.
        language: ISO 639-1.
    """
    known = _Vocabulary(language)
    read = [_read(article, known) for article in articles]
    article_of = np.repeat(np.arange(len(read), dtype=np.int32), [len(c.stem) for c in read])
    columns = _join(read)
    stem, words = columns.stem, tuple(known.stems)
    named = _find_names(columns, len(words), words_for(language))
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
    text = article.text
    spans = [match.span() for match in _TOKEN.finditer(text)]
    places = np.array(spans, np.int32).reshape(-1, 2)
    if article.boilerplate:
        aside = _lie_in(places[:, 0], [stretch.span for stretch in article.boilerplate])
        places = places[~aside]
        spans = [(int(start), int(end)) for start, end in places]
    words = [text[start:end] for start, end in spans]
    marks = find_quotations(text)
    ends = np.array([word[0] in _ENDS for word in words], np.bool_)
    letters = np.array([word[0].isalnum() for word in words], np.bool_)
    return _Columns(
        np.array([known[word] for word in words], np.int32),
        places[:, 0],
        places[:, 1],
        _lie_in(places[:, 0], [piece for quotation in marks for piece in quotation.pieces]),
        np.array([word[0].isupper() for word in words], np.bool_),
        _find_openings(ends, letters),
    )


def _find_openings(ends: Bools, letters: Bools) -> Bools:
    """Which words are the first of a sentence: only marks stand between them and its start."""
    numbers = np.arange(len(ends))
    last_end = np.maximum.accumulate(np.where(ends, numbers, -1)) if len(ends) else numbers
    last_word = np.maximum.accumulate(np.where(letters, numbers, -2)) if len(ends) else numbers
    before_end, before_word = np.r_[-1, last_end][:-1], np.r_[-2, last_word][:-1]
    opens: Bools = before_end > before_word
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
        np.concatenate([nothing[0], *(c.stem for c in read)]),
        np.concatenate([nothing[0], *(c.start for c in read)]),
        np.concatenate([nothing[0], *(c.end for c in read)]),
        np.concatenate([nothing[1], *(c.quoted for c in read)]),
        np.concatenate([nothing[1], *(c.capital for c in read)]),
        np.concatenate([nothing[1], *(c.opens for c in read)]),
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


def _find_names(columns: _Columns, size: int, lists: EditWords) -> Bools:
    """Which words are names: those mostly written with a capital where no sentence begins."""
    stem = columns.stem
    if lists.values.capital_nouns:
        return np.zeros(len(stem), np.bool_)
    within = ~columns.opens
    large = np.bincount(stem[within & columns.capital], minlength=size)
    small = np.bincount(stem[within & ~columns.capital], minlength=size)
    by_word = large > _MOSTLY * (large + small)
    return by_word[stem] | (columns.capital & within)


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
