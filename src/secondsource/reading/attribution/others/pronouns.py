"""Whom "he" and "she" mean in a language without a parser: the person who spoke last, or nobody.

A wrong name would join what is independent, so little is taken for sure: the source before must
be one person, known by a first name or an office, close by, with nobody else named in between,
and nothing may speak against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.article import Span
from secondsource.names.sounds import fold_word
from secondsource.names.words import given_names
from secondsource.reading.attribution.others.names import NamesByCapitals
from secondsource.reading.attribution.others.table import Table
from secondsource.reading.attribution.pieces import find_touching
from secondsource.reading.entities.gender import Gender, agrees, guess_gender
from secondsource.reading.statement import Attribution, Source

_SENTENCES_BACK = 3
_SHORTEST_OFFICE = 4
_BODIES = ("ministeri", "ministéri")
"""Offices that are no persons: «el ministerio»."""
_EITHER = frozenset(
    (
        *("andrea", "luca", "nicola", "mattia", "elia", "joshua", "noah", "kuba", "kosma"),
        *("barnaba", "sasha", "sascha", "nikita", "ilia", "jean", "joan", "simone", "kim"),
        *("robin", "alex", "микола", "микита", "ілля", "лука", "сава", "кузьма", "хома"),
        *("мікола", "мікіта", "ілья", "саша"),
    )
)
"""First names that are men's here and women's there, or end like those of the others."""


def resolve_pronouns(
    text: str,
    attributions: Iterable[Attribution],
    sentences: Sequence[Span],
    names: NamesByCapitals,
    table: Table,
) -> tuple[Attribution, ...]:
    """Give the same attributions; "he said" has the entity of the source before where it is sure.

    Args:
        text: the text.
        attributions: in the order of their cues, names resolved.
        sentences: the sentences of the text.
        names: the full names of the text.
        table: what is known of the language.
    """
    reader = _Reader(text, sentences, names, table)
    resolved: list[Attribution] = []
    for one in attributions:
        entity = reader.find_person(one, resolved)
        if one.source is not None and entity is not None:
            one = replace(one, source=replace(one.source, entity=entity))
        resolved.append(one)
    return tuple(resolved)


class _Reader:
    """One text, and what it has shown of its people."""

    def __init__(
        self, text: str, sentences: Sequence[Span], names: NamesByCapitals, table: Table
    ) -> None:
        self._text, self._sentences = text, sentences
        self._names, self._table = names, table
        self._genders: dict[str, Gender] = {}

    def find_person(self, one: Attribution, before: Sequence[Attribution]) -> str | None:
        """The person whom the pronoun of an attribution means; None where it has none."""
        source = one.source
        if source is None or source.span is None:
            return None
        gender = self._gender_of_pronoun(one)
        if gender is None:
            self._note(source)
            return None
        spoke = [(s.span.end, s.entity) for a in before if (s := a.source) and s.span]
        end, last = next((e for e in reversed(spoke) if e[0] <= source.span.start), (0, None))
        known = self._genders.get(last or "")
        if last is None or known is None or not agrees(known, gender):
            return None
        between = Span(end, source.span.start)
        far = len(find_touching(self._sentences, between)) > _SENTENCES_BACK
        if far or self._names.named_in(between.of(self._text)) - {last}:
            return None
        self._genders[last] = gender
        return last

    def _gender_of_pronoun(self, one: Attribution) -> Gender | None:
        """What the source of an attribution shows, if it is "he" or "she" and means one person.

        German «sie» is "they" beside «sagten», and «Sie» within a sentence is "you".
        """
        if one.source is None or one.source.span is None:
            return None
        words, low = one.source.text, one.source.text.lower()
        if low in self._table.he:
            return Gender.MALE
        if low not in self._table.she:
            return None
        if low == "sie":
            begins = any(s.start == one.source.span.start for s in self._sentences)
            verb = one.cue.text.split()[0] if one.cue else ""
            if verb.endswith("n") or (words != low and not begins):
                return None
        return Gender.FEMALE

    def _note(self, source: Source) -> None:
        """Keep that a source is a person, and what its words show of the gender."""
        name = (source.entity or "").split()
        if source.entity is None or len(name) < 2:
            return
        offices = self._find_offices(source.text.removesuffix(source.entity))
        if not offices and fold_word(name[0]) not in given_names():
            return
        self._genders.setdefault(source.entity, self._guess(name[0].lower(), offices))

    def _find_offices(self, words: str) -> list[str]:
        """The offices among some words: «Bürgermeisterin», «WDR-Sprecher»."""
        capitals = self._table.nouns_capital
        kept = [word for word in words.split() if word[0].isupper() or not capitals]
        parts = [word.lower().rpartition("-")[2] for word in kept]
        return [
            part
            for part in parts
            if part in self._table.titles
            and len(part) >= _SHORTEST_OFFICE
            and not part.startswith(_BODIES)
        ]

    def _guess(self, first: str, offices: Sequence[str]) -> Gender:
        """What an office or a first name shows."""
        if self._table.nouns_capital and offices:
            female = any(office.endswith("in") for office in offices)
            has_other = any(f"{office}in" in self._table.titles for office in offices)
            if female or has_other:
                return Gender.FEMALE if female else Gender.MALE
        if first in _EITHER:
            return Gender.UNKNOWN
        return Gender.FEMALE if first.endswith(("a", "а", "я")) else guess_gender((first,))
