"""Other names of outlets: "Svobodnaya Reka" for «Свободная река», "KABC-TV" for "KABC News"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from secondsource.article import Article, Span
from secondsource.evidence.origins.houses import Houses
from secondsource.names.sounds import is_cyrillic, make_keys, measure_likeness

_CALL_SIGN = re.compile(r"(?<![\w-])[KW][A-Z]{3}(?!\w)")
ALIKE = 0.85
"""From this likeness on two words spell one name; set by hand, as for names of people."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 4
_QUOTES = "«„“\"‘'"


@dataclass(frozen=True, slots=True)
class TranscribedNames:
    """The names of outlets in Cyrillic letters and their words, by how the first word may sound."""

    names: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = field(default_factory=dict)

    def find(self, article: Article, around: Span) -> Iterator[tuple[str, Span]]:
        """The outlets that a part of a text in Latin letters names by how they sound.

        All words of the name stand there with a capital at least on the first; a name of one word
        counts in quotation marks only.
        """
        if not self.names:
            return
        found = list(_WORD.finditer(article.text, around.start, around.end))
        for at, first in enumerate(found):
            if not first.group()[0].isupper() or is_cyrillic(first.group()):
                continue
            may_be = [
                each for key in sorted(make_keys(first.group())) for each in self.names.get(key, ())
            ]
            for name, words in dict.fromkeys(may_be):
                run = found[at : at + len(words)]
                if len(run) == len(words) and _are_alike(run, words, article.text):
                    yield name, Span(run[0].start(), run[-1].end())


def _are_alike(run: list[re.Match[str]], words: tuple[str, ...], text: str) -> bool:
    quoted = text[max(0, run[0].start() - 1) : run[0].start()] in (*_QUOTES,)
    if len(words) == 1 and not quoted:
        return False
    pairs = zip(run, words, strict=True)
    return all(measure_likeness(m.group(), word) >= ALIKE for m, word in pairs)


def know_transcribed(articles: Iterable[Article]) -> TranscribedNames:
    """The outlets of these articles that have names in Cyrillic letters."""
    outlets = dict.fromkeys(a.outlet for a in articles if a.outlet and is_cyrillic(a.outlet))
    names: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for name in outlets:
        words = tuple(_WORD.findall(name))
        if words and max(map(len, words)) >= _SHORTEST:
            for key in make_keys(words[0]):
                names[key] = (*names.get(key, ()), (name, words))
    return TranscribedNames(names)


def list_call_signs(articles: Iterable[Article], houses: Houses) -> dict[str, str]:
    """American stations by the sign that they have in common with no other: "KABC-TV", "KABC"."""
    signed: dict[str, set[str]] = {}
    for article in articles:
        for sign in _CALL_SIGN.findall(article.outlet or ""):
            signed.setdefault(sign, set()).add(houses.outlet_of(article.outlet or ""))
    alone = {sign: key for sign, keys in signed.items() if len(keys) == 1 for key in keys}
    return {f"{sign}{end}": key for sign, key in alone.items() for end in ("", "-TV", "-FM", "-AM")}
