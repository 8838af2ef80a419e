"""The words by which edits are told apart, one set a language.

Sets for English and Russian were written by hand from news usage, short ones for German,
French, Spanish, Ukrainian and Polish. In another language numbers in digits, names,
quotations, paragraphs, headlines and wording are still told apart. The lists of `reading/`
are not used: they are lemmas for a parser, and here only words that changed are looked at.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from secondsource.lineage.edits import words_en, words_more, words_ru
from secondsource.lineage.edits.wordlist import WordList

_NOTHING = re.compile(r"(?!)")
_LISTS: Mapping[str, WordList] = {
    "en": words_en.ENGLISH,
    "ru": words_ru.RUSSIAN,
    **words_more.LISTS,
}

Sides = tuple[re.Pattern[str], re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class EditWords:
    """The lists of one language, the patterns for text in small letters.

    Only `months` and `weekdays` are for text as it is written. `contraries` are pairs of patterns
    of one word, of which one says the contrary of the other (`contraries.toml`).
    """

    hedges: re.Pattern[str]
    hedge_tails: frozenset[str]
    unhedged: re.Pattern[str]
    named_after: re.Pattern[str]
    says: re.Pattern[str]
    reports: re.Pattern[str]
    doubting: re.Pattern[str]
    that: re.Pattern[str]
    loaded: re.Pattern[str]
    bounds: re.Pattern[str]
    negations: re.Pattern[str]
    negative: re.Pattern[str]
    months: re.Pattern[str]
    weekdays: re.Pattern[str]
    relative_days: re.Pattern[str]
    number_words: re.Pattern[str]
    uncounted: re.Pattern[str]
    nouns: frozenset[str]
    sourceless: tuple[str, ...]
    passives: frozenset[str]
    pronouns: frozenset[str]
    minor: frozenset[str]
    honorifics: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    places: frozenset[str]
    breaks: frozenset[str]
    contraries: tuple[Sides, ...]
    values: WordList = field(default_factory=WordList)


@cache
def words_for(language: str | None) -> EditWords:
    """The words of a language (ISO 639-1); of English where it is not known."""
    lists = _LISTS.get(language or "en", WordList())
    numbers = [*lists.numbers, *lists.ordinals, *lists.scales]
    return EditWords(
        hedges=_compile(lists.hedges),
        hedge_tails=frozenset(lists.hedge_tails.split()),
        unhedged=_compile(lists.unhedged),
        named_after=_compile(lists.named_after),
        says=_compile(lists.says),
        reports=_compile(lists.reports),
        doubting=_compile(lists.doubting),
        that=_compile(lists.that),
        loaded=_compile(lists.loaded),
        bounds=_compile_bounds(lists.most, lists.least),
        negations=_compile(lists.negations),
        negative=_compile(lists.negative),
        months=_compile_named("m", lists.months),
        weekdays=_compile_named("w", lists.weekdays),
        relative_days=_compile(lists.relative_days),
        number_words=_compile("|".join(sorted(map(re.escape, numbers), key=len, reverse=True))),
        uncounted=_compile(lists.uncounted),
        nouns=frozenset(lists.nouns.split()),
        sourceless=tuple(lists.sourceless.split()),
        passives=frozenset(lists.passives.split()),
        pronouns=frozenset(lists.pronouns.split()),
        minor=frozenset(lists.minor.split()),
        honorifics=frozenset(lists.honorifics.split()),
        articles=frozenset(lists.articles.split()),
        links=frozenset(lists.links.split()),
        places=frozenset(lists.places.split()),
        breaks=frozenset(lists.breaks.split()),
        contraries=tuple(_read_contraries(language or "en")),
        values=lists,
    )


def _read_contraries(language: str) -> Iterator[Sides]:
    for line in _load_contraries().get(language, {}).get("pairs", "").strip().splitlines():
        left, _, right = line.partition("/")
        yield _compile_side(left), _compile_side(right)


@cache
def _load_contraries() -> dict[str, dict[str, str]]:
    text = files("secondsource.lineage.edits").joinpath("contraries.toml").read_text("utf-8")
    lists: dict[str, dict[str, str]] = tomllib.loads(text)
    return lists


def _compile_side(side: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w).replace(r"\*", r"\w*") for w in side.split()))


def _compile(alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words."""
    if not alternatives:
        return _NOTHING
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _compile_bounds(most: str, least: str) -> re.Pattern[str]:
    """A pattern of what stands right before a number, in the group `most` or `least`."""
    if not most:
        return _NOTHING
    return re.compile(rf"(?<!\w)(?:(?P<most>{most})|(?P<least>{least}))[\s$€£¥₽₴₹]+$")


def _compile_named(letter: str, names: Sequence[str]) -> re.Pattern[str]:
    """A pattern of names with capitals or without, each a group of its own."""
    named = "|".join(f"(?P<{letter}{k}>{name})" for k, name in enumerate(names, 1))
    return re.compile(rf"(?<!\w)(?:{named})(?!\w)", re.IGNORECASE) if names else _NOTHING
