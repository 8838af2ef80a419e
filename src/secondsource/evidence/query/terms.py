"""From a claim to the words that are looked for, each with its weight."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from secondsource.article import Article, Span
from secondsource.evidence.query.question import Part, Question
from secondsource.lineage.edits.words import words_for
from secondsource.reading.statement import AUTHOR, Statement

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+|\n)[\"“”«»„'‘(\[]*$")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_POSSESSIVE = re.compile(r"['’]s$")
_WORDS_KEPT = 65_536  # folded: a word comes back in text after text
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")

_PRONOUN_WORDS = (
    "he she it they him her them his hers its their theirs this these those "
    "он она оно они его её ее их ему ей им этот эта это эти "
    "er sie es ihn ihm ihnen dieser diese il elle ils elles él ella ellos ellas "
    "він вона воно вони його її їх on ona ono oni one"
)
PRONOUNS = frozenset(_PRONOUN_WORDS.split())

NAME_WEIGHT = 1.3
"""How much more a name counts than another content word, over what its rarity does.

`python -m training.retrieval --data ../shared/data` tries this and the next two: all choices from
1 to 1.3 find equally well within a hundredth, and 2 for names is worse.
"""
NUMBER_WEIGHT = 1.3
DATE_WEIGHT = 1.3
"""What a year, a month or a day of the week counts."""
CONTEXT_WEIGHT = 0.7
"""What a name brought in from the title or the sentences before counts; set by hand."""
VOICE_WEIGHT = 0.3
"""What the words that only say who said it count: a second source seldom has them. Set
by hand."""
_CONTEXT_CHARACTERS = 400
"""How far before a claim the names are looked for that its pronouns may mean."""


@cache
def load_stop_words() -> Mapping[str, frozenset[str]]:
    """The words that carry no content of their own, for each language we have a list for."""
    text = files("secondsource.evidence.query").joinpath("stopwords.toml").read_text("utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(text).items()}


@cache
def stop_words_of(language: str | None) -> frozenset[str]:
    """The words without content of one language; of all known ones when it is not known."""
    lists = load_stop_words()
    return lists.get(language or "") or frozenset().union(*lists.values())


@lru_cache(maxsize=_WORDS_KEPT)
def fold(word: str) -> str:
    """A word as it is compared: lower case, without accents and without a final 's."""
    decomposed = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def plain_number(digits: str) -> str:
    """A number as it is compared: "2,000" and "2000" are one, and so are "12,5" and "12.5"."""
    if _THOUSANDS.fullmatch(digits):
        return re.sub("[.,]", "", digits)
    return digits.replace(",", ".")


def join_spaced(text: str) -> str:
    """A text with the numbers that are grouped by spaces in one piece: "48 000" as "48000"."""
    return _SPACED.sub(lambda number: "".join(number[0].split()), text)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, and where it stands."""

    text: str
    span: Span

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()


def find_words(text: str, within: Span | None = None) -> list[Word]:
    """The words and numbers of a text (or of a stretch of it) in their order."""
    start, end = (within.start, within.end) if within else (0, len(text))
    return [Word(m.group(), Span(*m.span())) for m in _WORD.finditer(text, start, end)]


def split_words(text: str) -> list[str]:
    """The words and numbers of a text without their places, which is several times as quick."""
    found: list[str] = _WORD.findall(text)
    return found


def content_words(text: str, language: str | None) -> frozenset[str]:
    """The folded words of a text that carry content, numbers among them."""
    return frozenset(map(_know_words(language).__getitem__, _WORD.findall(text))) - {""}


class _KnownWords(dict[str, str]):
    """Words as `content_words` has them, by how they are written; empty ones have no content."""

    def __init__(self, stop_words: frozenset[str]) -> None:
        super().__init__()
        self._stop_words = stop_words

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        if word[0].isdigit():
            self[word] = plain_number(word)
        else:
            self[word] = "" if word.casefold() in self._stop_words else fold(word)
        return self[word]


@lru_cache(maxsize=16)
def _know_words(language: str | None) -> _KnownWords:
    return _KnownWords(stop_words_of(language))


def find_names(article: Article) -> frozenset[str]:
    """The folded words that the article uses as names.

    A name is a word written with a capital inside a sentence, and not more often without one.
    """
    capital: dict[str, int] = {}
    small: dict[str, int] = {}
    for word in find_words(article.text):
        if word.is_number:
            continue
        if not word.text[0].isupper():
            small[fold(word.text)] = small.get(fold(word.text), 0) + 1
        elif not _begins_sentence(article.text, word.span.start):
            capital[fold(word.text)] = capital.get(fold(word.text), 0) + 1
    stop = stop_words_of(article.language)
    return frozenset(
        w for w, n in capital.items() if n > small.get(w, 0) and w not in stop and len(w) > 1
    )


def _begins_sentence(text: str, at: int) -> bool:
    return bool(_SENTENCE_START.search(text[max(0, at - 8) : at]))


def build_query(
    statement: Statement,
    article: Article,
    names: frozenset[str] | None = None,
    asked: Question | None = None,
    part: Part | None = None,
) -> dict[str, float]:
    """The words to look for to find what others say about a claim, each with its weight.

    Words without content are left out; names, numbers and dates count more; words that only
    say who said it count less. When the claim leans on a pronoun, or has no name of its own,
    the names of the title and of the sentences just before it are added.

    Args:
        statement: the claim, a statement of `article`.
        article: the article that it stands in.
        names: what `find_names(article)` returned, to spare doing it for each claim.
        asked: the claim made self-standing; as it stands in the article when None.
        part: the one fact of `asked` to look for; all of it when None.

    Returns:
        Lower-case words as they stand in the text, with weights above 0.
    """
    known = find_names(article) if names is None else names
    if asked is None:
        words = find_words(article.text, statement.span) or find_words(statement.text)
        query = _weigh(words, statement, article.language, known)
    else:
        words = find_words((part or asked.whole).text)
        query = _weigh_asked(words, statement, article, known)
        place = find_words(asked.place or "")
        query.update({w.text.casefold(): CONTEXT_WEIGHT for w in place} | query)
    own_names = {fold(w) for w in query} & known
    if not own_names or any(w.text.casefold() in PRONOUNS for w in words):
        for word in _context_names(statement, article, known - own_names):
            query.setdefault(word, CONTEXT_WEIGHT)
    return query


def _weigh(
    words: list[Word], statement: Statement, language: str | None, names: frozenset[str]
) -> dict[str, float]:
    stop = stop_words_of(language)
    voice = _voice_spans(statement)
    query: dict[str, float] = {}
    for word in words:
        small = word.text.casefold()
        if not word.is_number and (small in stop or len(small) < 2):
            continue
        key = _POSSESSIVE.sub("", small)
        weight = _weight_of(word, names, language)
        if any(s.overlaps(word.span) for s in voice):
            weight = VOICE_WEIGHT
        query[key] = max(weight, query.get(key, 0.0))
    return query


def _weigh_asked(
    words: list[Word], statement: Statement, article: Article, names: frozenset[str]
) -> dict[str, float]:
    """The words of a self-standing text, and those of who says it at their small weight."""
    bare = replace(statement, voice=AUTHOR)
    query = _weigh(words, bare, article.language, names)
    for span in _voice_spans(statement):
        if statement.span.overlaps(span):
            said = _weigh(find_words(article.text, span), bare, article.language, frozenset())
            query = dict.fromkeys(said, VOICE_WEIGHT) | query
    return query


def _weight_of(word: Word, names: frozenset[str], language: str | None) -> float:
    if _is_date_word(word, language):
        return DATE_WEIGHT
    if word.is_number:
        return NUMBER_WEIGHT
    return NAME_WEIGHT if fold(word.text) in names and word.text[0].isupper() else 1.0


def _is_date_word(word: Word, language: str | None) -> bool:
    """Whether a word is a year, a month or a day of the week."""
    if word.is_number:
        return bool(_YEAR.fullmatch(word.text))
    dates = words_for(language)
    return any(kind.fullmatch(word.text) for kind in (dates.months, dates.weekdays))


def _voice_spans(statement: Statement) -> list[Span]:
    voice = statement.voice
    source = voice.source.span if voice.source else None
    cue = voice.cue.span if voice.cue else None
    return [s for s in (source, cue) if s is not None]


def _context_names(statement: Statement, article: Article, names: frozenset[str]) -> list[str]:
    start = statement.span.start
    before = article.text[max(0, start - _CONTEXT_CHARACTERS) : start]
    found = split_words(article.title or "") + split_words(before)
    capitals = (w for w in found if w[0].isupper() and fold(w) in names)
    return list(dict.fromkeys(_POSSESSIVE.sub("", w.casefold()) for w in capitals))
