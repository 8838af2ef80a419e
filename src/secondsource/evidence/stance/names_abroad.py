"""Whether a text in another language has a name of a claim, in whatever spelling and case."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from secondsource.evidence.query.terms import fold, split_words
from secondsource.lineage.edits.words import words_for
from secondsource.names.agree import agree_in_surname
from secondsource.names.sounds import to_latin
from secondsource.names.words import given_names

_SHORTEST = 4  # letters: shorter ones sound like too many others, and acronyms are translated


_WITHIN = re.compile("['’‑-]")


def read_capitals(text: str) -> frozenset[str]:
    """The words of a text that are written with a capital; of "d'Arras" what follows.

    Of "Порт-Судан" and "Rhein-Main" both: in other languages they may be two words.
    """
    parts = (part for word in set(split_words(text)) for part in _WITHIN.split(word))
    return frozenset(part for part in parts if part[:1].isupper())


def is_strange_abroad(
    names: Iterable[str], language: str | None, capitals: Collection[str]
) -> bool:
    """Whether a text has none of a claim's names: "Лукашенко" and "Łukaszenka" are "lukashenko".

    Months, days of the week and short names have other words in other languages: a claim with
    no other name tells nothing. A first name counts only where there is no other name.

    Args:
        names: folded words of the claim.
        language: the claim's (ISO 639-1).
        capitals: what `read_capitals` found in a text in another language, written in Latin or
            Cyrillic letters.
    """
    telling = _list_telling(names, language)
    return bool(telling) and not any(_are_one(n, word) for n in telling for word in capitals)


def begin_names(names: Iterable[str], language: str | None) -> frozenset[str]:
    """The first letters of telling names, in Latin ones: quick to compare in any language.

    Args:
        names: words with a capital, or folded names, of a text in Latin or Cyrillic letters.
        language: the text's (ISO 639-1).
    """
    telling = _list_telling([fold(name) for name in names], language)
    return frozenset(to_latin(name)[:_SHORTEST] for name in telling)


def _list_telling(names: Iterable[str], language: str | None) -> list[str]:
    """The names without short ones, months and weekdays; surnames where there are any."""
    dates = words_for(language)
    telling = [
        name
        for name in names
        if len(name) >= _SHORTEST
        and not dates.months.fullmatch(name.capitalize())
        and not dates.weekdays.fullmatch(name.capitalize())
    ]
    return [name for name in telling if name not in given_names()] or telling


@lru_cache(maxsize=65_536)
def _are_one(name: str, word: str) -> bool:
    return len(word) >= _SHORTEST and agree_in_surname(name, word, True) is not None
