"""The names of outlets in the cases of Slavic languages: «как пишет „Лента“», «в „Ленте“»."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.article import Article, Span

_LANGUAGES = ("ru", "uk", "pl")
_VOWELS = "аеёиіїоуыэюяєaeiouyóąę"
_CASE = rf"[{_VOWELS}йьj]{{0,3}}(?:[мхвmw]|го|му|ми|go|mu|mi|ch)?"
"""How words end in some case: "-ой", "-ами", "-ego"; no other word is made by it."""
_CHANGED = {"t": "ci?", "k": "c", "g": "dz", "r": "rz", "d": "dzi?", "ł": "l"}
_CHANGED |= {"к": "ц", "г": "з", "х": "с"}
"""What the last consonant is in some cases: "Gazeta", "w Gazecie"."""
_SHORTEST = 4
"""Letters of a word that is inflected; a name has more."""
_QUOTED = r"(?<=[«„“\"])"


@dataclass(frozen=True, slots=True)
class InflectedNames:
    """What finds outlets by the stems of their names, and these as they are in the nominative."""

    pattern: re.Pattern[str] | None = None
    names: tuple[str, ...] = ()

    def find(self, article: Article, around: Span) -> Iterator[tuple[str, Span]]:
        """The outlets that a part of a text in a Slavic language names in whatever case."""
        if self.pattern is None or article.language not in _LANGUAGES:
            return
        for match in self.pattern.finditer(article.text, around.start, around.end):
            if match.lastindex:
                yield self.names[match.lastindex - 1], Span(*match.span())


def know_inflected(articles: Iterable[Article]) -> InflectedNames:
    """The outlets of these articles that have names in Slavic languages.

    A name of one word counts in quotation marks only: it may be any word.
    """
    outlets = (a.outlet for a in articles if a.outlet and a.language in _LANGUAGES)
    names = tuple(dict.fromkeys(name for name in outlets if len(name) > _SHORTEST))
    if not names:
        return InflectedNames()
    spelt = (f"({_spell(name)})" for name in names)
    return InflectedNames(re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)"), names)


def _spell(name: str) -> str:
    words = name.split()
    spelt = r"\s+".join(map(_inflect, words))
    return spelt if len(words) > 1 else _QUOTED + spelt


def _inflect(word: str) -> str:
    """The pattern of a word in whatever case: its stem, which may change a little, and an ending.

    A vowel at its end may go ("Лента", "Лентой"), two of an adjective ("Новая", "Новой"), and the
    one before its last consonant ("Ветер", "Ветра").
    """
    if not word.isalpha() or len(word) < _SHORTEST:
        return re.escape(word)
    stem, before, last = word[:-2], word[-2], word[-1]
    if last in f"{_VOWELS}йь":
        kept = f"(?:{before}{last})?" if before in _VOWELS else f"{_may_change(before)}{last}?"
    elif before in _VOWELS:
        kept = f"(?:{before}?{_may_change(last)})"
    else:
        kept = before + _may_change(last)
    return stem + kept + _CASE


def _may_change(letter: str) -> str:
    return f"(?:{letter}|{_CHANGED[letter]})" if letter in _CHANGED else letter
