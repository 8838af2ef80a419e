"""The names of outlets in the cases of Slavic languages: «как пишет „Лента“», «в „Ленте“»."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.article import Article, Span

_LANGUAGES = ("ru", "uk", "pl")
_ENDING = r"\w{0,4}"
_STEM = 4
"""No stem of a word is shorter; of a longer one the last two letters may change."""
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
    names = tuple(dict.fromkeys(name for name in outlets if len(name) > _STEM))
    if not names:
        return InflectedNames()
    spelt = (f"({_spell(name)})" for name in names)
    return InflectedNames(re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)"), names)


def _spell(name: str) -> str:
    words = name.split()
    stems = r"\s+".join(_stem(word) for word in words)
    return stems if len(words) > 1 else _QUOTED + stems


def _stem(word: str) -> str:
    if not word.isalpha() or len(word) < _STEM:
        return re.escape(word)
    return re.escape(word[: max(_STEM, len(word) - 2)]) + _ENDING
