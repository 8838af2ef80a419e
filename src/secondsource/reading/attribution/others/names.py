"""Whom the words of a source mean, in a language without a parser: names by their capitals.

A name of two words or more is given as it stands; a surname stands for the one full name of
the text that ends in it. Where the language inflects names, one that stands in another case is
given only if the text also has it as a subject.
"""

import re
from collections.abc import Iterable

from secondsource.article import Span
from secondsource.reading.attribution.others.table import Table

CAPITALISED = r"[^\W\d_a-zà-öø-ÿа-яёіїєґў][\w’'-]*"
_PARTICLE = r"(?:de|del|de la|da|di|do|dos|van|von|van der|von der|bin|al|el|la|le)"
_RUN = re.compile(rf"{CAPITALISED}(?:\s+(?:{_PARTICLE}\s+)?{CAPITALISED})*")
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
        self._full = {name for sentence in sentences for name in self._names_in(sentence.of(text))}

    def _names_in(self, sentence: str) -> Iterable[str]:
        for match in _RUN.finditer(sentence):
            words = self._without_titles(match.group().split())
            if not match.start() and words and words[0].lower() in self._common:
                words = words[1:]
            if 2 <= len(words) <= 4:
                yield " ".join(words)

    def _without_titles(self, words: list[str]) -> list[str]:
        """The words of a name; an office before it is no part of it."""
        while words and (words[0].lower() in self._table.small or _ELIDED.match(words[0])):
            words = words[1:]
        return words

    def resolve(self, source: str, is_subject: bool, is_first: bool) -> str | None:
        """The entity of a source, or None.

        Args:
            source: Its words.
            is_subject: Whether it stands beside a verb, and so in the form to keep.
            is_first: Whether it opens its sentence, and so has a capital in any case.
        """
        marked = _MARKED.search(source)
        if marked:
            return marked["name"].strip() if is_subject or not self._table.inflects else None
        runs = [self._without_titles(m.group().split()) for m in _RUN.finditer(source)]
        runs = [run for run in runs if run]
        if len(runs) != 1 or not source.rstrip().endswith(runs[0][-1]):
            return None
        name = " ".join(runs[0])
        as_it_stands = is_subject or not self._table.inflects
        if len(runs[0]) > 1 and as_it_stands:
            return name
        fitting = {full for full in self._full if self._is_one(full, runs[0])}
        if len(fitting) == 1:
            return fitting.pop()
        alone = not fitting and as_it_stands and source.strip() == name
        sure = not is_first and not self._table.nouns_capital
        return name if alone and sure else None

    def _is_one(self, full: str, words: list[str]) -> bool:
        parts = full.split()
        if not self._table.inflects:
            return parts[-len(words) :] == words
        if len(words) == 1:
            return _is_same_word(parts[-1], words[-1])
        same = map(_is_same_word, parts, words)
        return len(parts) == len(words) and all(same) and full != " ".join(words)


def _is_same_word(one: str, other: str) -> bool:
    """Whether two forms can be cases of one word: alike but for short endings."""
    stem = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        stem += 1
    return stem >= _SHORTEST_STEM and max(len(one), len(other)) - stem <= _LONGEST_ENDING
