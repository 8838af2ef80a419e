"""Whom the words of a source mean, in a language without a parser: names by their capitals.

A name of two words or more is given as it stands; a surname stands for the one full name of
the text that ends in it. Where the language inflects names, one that stands in another case is
given only if the text also has it as a subject.
"""

import re
from collections.abc import Iterable

from secondsource.article import Span
from secondsource.reading.attribution.others.german import (
    is_noun_after,
    names_a_report,
    works_for_the_press,
)
from secondsource.reading.attribution.others.table import Table

CAPITALISED = r"[^\W\d_a-zà-öø-ÿа-яёіїєґў][\w’'-]*"
_PARTICLE = r"(?:de|del|de la|da|di|do|dos|van|von|van der|von der|bin|al|el|la|le)"
_BELONGS = re.compile(
    r"(?:\b(?:de|del|des|du|di|of|von|vom|der|z|w|we|ze|у|в|з|из)|\bd['’])\s*\Z", re.I
)
"""Before a name these say that it is only what the source belongs to: «ministro de Exteriores»."""
_BELONGS_TO_MARKED = re.compile(
    r"\w\s+(?:de|del|du|des|di|della|do|da|van|der|von|vom)\s+(?:(?:la|el|le|der|dem)\s+)?"
    r"(?:\w+\s+)?\Z"
)
"""The same before a name in marks: «der Chef *der Zeitung* „Bild“»."""
_ADJECTIVE = re.compile(r"\w{3,}(?:e|en|er|es|em)")
_AFTER_ARTICLE = re.compile(
    r"(?<!von )(?<!van )\b(?:[dD](?:er|ie|as|em|en|es)|[eE]ine?[mnrs]?|vom|zum|zur|im|am|beim)"
    rf"\s+({CAPITALISED})"
)
"""A word that somewhere has an article is a noun and no surname, where every noun has a capital."""
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
NAME = re.compile(rf"{CAPITALISED}(?:\s+(?:{_PARTICLE}\s+)?{CAPITALISED})*")
_ELIDED = re.compile(r"(?:[LD]['’])?[^\W\dA-ZÀ-ÖØ-ÞА-Я]")
"""A word in small letters, an article before it or not: « L'entraîneur »."""
_MARKED = re.compile(r"[«„“\"”»](?P<name>[^«»„“”\"]{1,60})[»“”\"«]")
_SHORTEST_STEM = 3
_LONGEST_ENDING = 3


class NamesByCapitals:
    """The full names of a text."""

    def __init__(self, text: str, table: Table, sentences: Iterable[Span]) -> None:
        self._table = table
        self._common = frozenset(re.findall(r"(?<!\w)[^\W\dA-ZА-Я]\w*", text))
        self._nouns = (
            frozenset(_AFTER_ARTICLE.findall(text)) if table.nouns_capital else frozenset()
        )
        self._by_last: dict[str, set[str]] = {}
        for name in {n for sentence in sentences for n in self._names_in(sentence.of(text))}:
            self._by_last.setdefault(self._key(name.split()[-1]), set()).add(name)

    def _key(self, last: str) -> str:
        return last[:_SHORTEST_STEM] if self._table.inflects else last

    def _names_in(self, sentence: str) -> Iterable[str]:
        for match in NAME.finditer(sentence):
            words = self._without_titles(self._cut_nouns(sentence, match))
            if not match.start() and words and words[0].lower() in self._common:
                words = words[1:]
            if 2 <= len(words) <= 4 and words[-1] not in self._nouns:
                yield " ".join(words)

    def _cut_nouns(self, sentence: str, match: re.Match[str]) -> list[str]:
        """The words of a run of capitals; in German less those that are nouns by their place."""
        words = match.group().split()
        if not self._table.nouns_capital:
            return words
        if is_noun_after(sentence[: match.start()]):
            words = words[1:]
        elif is_noun_after(f"{words[0]} "):
            words = words[2:]
        return words[:-1] if words and names_a_report(words[-1]) else words

    def named_in(self, stretch: str) -> set[str]:
        """The full names of the text that a stretch of it has, by their last words alone too."""
        return {
            full
            for match in NAME.finditer(stretch)
            for word in match.group().split()
            for full in self._by_last.get(self._key(word), ())
            if self._is_one(full, [word]) or word == full.split()[-1]
        }

    def _without_titles(self, words: list[str]) -> list[str]:
        """The words of a name; an office before it is no part of it."""
        titled = [i for i, word in enumerate(words) if self._is_title(word)]
        words = words[titled[-1] + 1 :] if titled else words
        while words and (words[0].lower() in self._table.small or _ELIDED.match(words[0])):
            words = words[1:]
        return _last_two(words) if self._table.nouns_capital else words

    def _is_title(self, word: str) -> bool:
        """Whether a word is an office: «Bürgermeisterin», «WDR-Sprecher»."""
        return word[0].isupper() and word.lower().rpartition("-")[2] in self._table.titles

    def resolve(self, source: str, is_subject: bool, is_first: bool) -> str | None:
        """The entity of a source, or None.

        Args:
            source: Its words.
            is_subject: Whether it stands beside a verb, and so in the form to keep.
            is_first: Whether it opens its sentence, and so has a capital in any case.
        """
        source = _BRACKETS.sub("", source).strip()
        as_it_stands = is_subject or not self._table.inflects
        marked = _MARKED.search(source)
        if marked:
            ends = marked.end() == len(source) and not marked["name"].strip()[:1].islower()
            works = self._works_for(source[: marked.start()])
            return marked["name"].strip() if ends and as_it_stands and not works else None
        source = self._name_beside(source)
        runs = [
            (m, self._without_titles(self._cut_nouns(source, m))) for m in NAME.finditer(source)
        ]
        kept = [(m, words) for m, words in runs if words]
        if len(kept) != 1 or not source.endswith(kept[0][1][-1]):
            return None
        match, words = kept[0]
        belongs = len(words) == 1 and _BELONGS.search(source[: match.end() - len(words[0])])
        return None if belongs else self._complete(words, source, as_it_stands, is_first)

    def _works_for(self, before: str) -> bool:
        """Whether somebody with an office stands before a name in marks: «der Chef der „Bild“»."""
        link = _BELONGS_TO_MARKED.search(before)
        words = before[: link.start() + 1].split() if link else []
        return any(
            len(w) > 3 and (w.lower() in self._table.titles or works_for_the_press(w))
            for w in words
        )

    def _name_beside(self, source: str) -> str:
        """Of two words with a comma between, the full name: «El presidente, Pedro Sánchez»."""
        parts = source.split(", ")
        full = [p for p in parts if NAME.fullmatch(p) and len(self._without_titles(p.split())) > 1]
        return full[0] if len(parts) == 2 and len(full) == 1 else source

    def _complete(
        self, words: list[str], source: str, as_it_stands: bool, is_first: bool
    ) -> str | None:
        """The name itself when it is full, else the one full name that it can stand for."""
        name = " ".join(words)
        if len(words) > 1 and as_it_stands:
            return name if self._is_sure(words, is_first) else None
        if self._table.nouns_capital and not self._is_bare(source, words):
            return None
        near = self._by_last.get(self._key(words[-1]), ())
        fitting = {full for full in near if self._is_one(full, words)}
        if len(fitting) == 1:
            return fitting.pop()
        alone = not fitting and as_it_stands and source == name
        return name if alone and not is_first and not self._table.nouns_capital else None

    def _is_bare(self, source: str, words: list[str]) -> bool:
        """Whether only articles and offices stand before a surname: not «israelische Medien»."""
        before = source.split()[: -len(words)]
        return all(w.lower() in self._table.small or self._is_title(w) for w in before)

    def _is_sure(self, words: list[str], is_first: bool) -> bool:
        """Whether two capitals are a name, where every noun has one: «Europäische Banken»."""
        if not self._table.nouns_capital:
            return True
        return words[-1] not in self._nouns and not (is_first and _ADJECTIVE.fullmatch(words[0]))

    def _is_one(self, full: str, words: list[str]) -> bool:
        parts = full.split()
        if not self._table.inflects:
            return parts[-len(words) :] == words
        if len(words) == 1:
            return _is_same_word(parts[-1], words[-1])
        same = map(_is_same_word, parts, words)
        return len(parts) == len(words) and all(same) and full != " ".join(words)


def _last_two(words: list[str]) -> list[str]:
    """First name and surname, with the particle between: what stands before is an office."""
    capitals = [i for i, word in enumerate(words) if word[0].isupper()]
    return words[capitals[-2] :] if len(capitals) > 2 else words


def _is_same_word(one: str, other: str) -> bool:
    """Whether two forms can be cases of one word: alike but for short endings."""
    stem = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        stem += 1
    return stem >= _SHORTEST_STEM and max(len(one), len(other)) - stem <= _LONGEST_ENDING
