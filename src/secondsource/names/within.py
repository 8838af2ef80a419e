"""Who is named in one text: its names joined, each surname to the one full name it fits."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.names.bodies import spells_acronym
from secondsource.names.cases import first_cases
from secondsource.names.compare import Outcome, compare_persons
from secondsource.names.find import NameMention, find_mentions
from secondsource.names.name import (
    NameKind,
    PersonName,
    choose_kind,
    person_keys,
    read_body,
    read_person,
)
from secondsource.names.sounds import fold_word, make_keys

_CERTAIN = 3
_FEW_LETTERS = 2
"""So few are an acronym only where the text gives them in brackets: S.C. is not Supreme Court."""
_MOST_NAMES = 600
"""Different names of one article that are compared; what comes later in a list is left out."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which an article writes a name: how often, and where first."""

    text: str
    count: int
    first: Span


@dataclass(frozen=True, slots=True)
class NamedIn:
    """Somebody an article names.

    `name` is the fullest form there; `bare` is True for a surname (or first name) that no full
    name of the article fits, or that several fit: `fits` are then those. `person` and `body` add
    up what speaks for either; `roles` are those in which the article credits the name.
    """

    name: str
    forms: tuple[Form, ...]
    person: int
    body: int
    bare: bool = False
    fits: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @property
    def kind(self) -> NameKind | None:
        """Whose name it seems to be; None when nothing tells."""
        return choose_kind(self.person, self.body)


def read_names(text: str, language: str | None) -> tuple[NamedIn, ...]:
    """Everybody a text names, in the order of their first mention."""
    return join_mentions(find_mentions(text, language), text, language)


def join_mentions(
    mentions: Sequence[NameMention], text: str, language: str | None
) -> tuple[NamedIn, ...]:
    """The mentions of one article joined to those they name.

    Args:
        mentions: what `find_mentions` gives.
        text: the article's text, for acronyms given in brackets.
        language: ISO 639-1 code; whether surnames may have case endings.
    """
    groups = _group_spellings(mentions)
    persons = {n: g for n, g in groups.items() if _is_person(g)}
    full = {n: p for n in persons if (p := read_person(n, language)) and p.given}
    joined = _Joined(language)
    joined.add_full(full)
    bodies = {n: g for n, g in groups.items() if n not in persons and _is_body(g)}
    joined.add_bodies({n: g for n, g in bodies.items() if " " in n or _is_certain(g)}, text)
    opening = {n for n, group in groups.items() if " " not in n and all(m.opens for m in group)}
    joined.add_singles([n for n in groups if n not in joined.owner], opening - set(persons))
    return joined.tell(groups)


def _group_spellings(mentions: Iterable[NameMention]) -> dict[str, list[NameMention]]:
    groups: defaultdict[str, list[NameMention]] = defaultdict(list)
    for mention in mentions:
        if mention.text in groups or len(groups) < _MOST_NAMES:
            groups[mention.text].append(mention)
    return groups


def _is_person(group: list[NameMention]) -> bool:
    return sum(m.person for m in group) > sum(m.body for m in group)


def _is_body(group: list[NameMention]) -> bool:
    return sum(m.body for m in group) > sum(m.person for m in group)


def _is_certain(group: list[NameMention]) -> bool:
    """Whether more than a verb of saying makes a single word a body's name."""
    return any(m.body >= _CERTAIN for m in group)


class _Joined:
    """Which full name each spelling of an article stands for, as it is worked out."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self.owner: dict[str, str] = {}
        self._fits: dict[str, tuple[str, ...]] = {}
        self._full: dict[str, PersonName] = {}
        self._by_key: defaultdict[str, list[str]] = defaultdict(list)

    def add_full(self, full: dict[str, PersonName]) -> None:
        """Join full names that are forms of one; two that differ stay two."""
        for name in sorted(full, key=lambda n: (-len(full[n].words), n)):
            person = full[name]
            keys = {key for word in person.words for key in make_keys(word)} | person_keys(person)
            near = dict.fromkeys(n for key in sorted(keys) for n in self._by_key[key])
            same = [
                n for n in near if compare_persons(self._full[n], person).outcome is Outcome.SAME
            ]
            self.owner[name] = same[0] if len(same) == 1 else name
            if self.owner[name] == name:
                self._full[name] = person
                for key in keys:
                    self._by_key[key].append(name)
        self._choose_first_cases(full)

    def _choose_first_cases(self, full: dict[str, PersonName]) -> None:
        """Call each person by the form of which the others can be cases."""
        together: defaultdict[str, list[str]] = defaultdict(list)
        for name, owner in self.owner.items():
            together[owner].append(name)
        for owner, names in together.items():
            best = _choose_name([full[name] for name in names], owner)
            self._full[best] = self._full.pop(owner)
            for name in names:
                self.owner[name] = best

    def add_bodies(self, groups: dict[str, list[NameMention]], text: str) -> None:
        """Join bodies of the same words, and acronyms to the one name whose letters they are."""
        seen: dict[str, str] = {}
        acronyms: list[str] = []
        for name in groups:
            body = read_body(name)
            if body.acronym and body.known is None:
                acronyms.append(name)
                continue
            key = body.known or " ".join(sorted(min(first_cases(w, False)) for w in body.words))
            self.owner[name] = seen.setdefault(key, name)
        names = dict.fromkeys(seen.values())
        for short in acronyms:
            letters = read_body(short).words[0].replace(".", "")
            long = [n for n in names if spells_acronym(letters, read_body(n))]
            given = [n for n in long if _is_given_with(text, n, short)]
            fits = given if given or len(letters) <= _FEW_LETTERS else long
            self.owner[short] = fits[0] if len(fits) == 1 else short

    def add_singles(self, names: Iterable[str], opening: Collection[str]) -> None:
        """Join each shorter name to the full name it fits, where only one does.

        A word that only ever opens sentences is a name only where it fits one.
        """
        for name in names:
            person = read_person(name, self._language)
            if person and (owner := self._find_ending(person)):
                self.owner[name] = owner
                continue
            if person is None or (person.given and name not in self._full):
                self.owner.update({name: name} if name not in opening else {})
                continue
            fits = [] if person.given else self._find_fitting(person)
            if name in opening and not fits:
                continue
            self.owner[name] = fits[0] if len(fits) == 1 else name
            if len(fits) != 1:
                self._fits[name] = tuple(fits)

    def _find_ending(self, person: PersonName) -> str | None:
        """The one full name that ends in these several words: a double surname by itself."""
        words = [fold_word(word) for word in person.words]
        if len(words) < 2 or person.text in self._full:
            return None
        near = [n for key in person_keys(person) for n in self._by_key[key]]
        owners = dict.fromkeys(self.owner.get(n, n) for n in near)
        size = len(words)
        longer = {n: [*map(fold_word, self._full[n].words)] for n in owners}
        ends = [n for n, own in longer.items() if len(own) > size and own[-size:] == words]
        return ends[0] if len(ends) == 1 else None

    def _find_fitting(self, person: PersonName) -> list[str]:
        keys = person_keys(person) | make_keys(person.surname)
        near = dict.fromkeys(n for key in sorted(keys) for n in self._by_key[key])
        owners = dict.fromkeys(self.owner.get(n, n) for n in near)
        found = [
            n for n in owners if compare_persons(self._full[n], person).outcome is Outcome.UNCLEAR
        ]
        by_surname = [n for n in found if _has_surname(self._full[n], person)]
        return by_surname or found

    def tell(self, groups: dict[str, list[NameMention]]) -> tuple[NamedIn, ...]:
        """Everybody found, in the order of the first mention."""
        together: defaultdict[str, list[str]] = defaultdict(list)
        for name in groups:
            if name in self.owner:
                together[self.owner[name]].append(name)
        found = (self._tell_one(owner, names, groups) for owner, names in together.items())
        return tuple(sorted(found, key=lambda n: min(f.first for f in n.forms)))

    def _tell_one(
        self, owner: str, names: list[str], groups: dict[str, list[NameMention]]
    ) -> NamedIn:
        mentions = [m for name in names for m in groups[name]]
        forms = [_count_form(n, groups[n]) for n in names]
        roles = tuple(sorted({m.role for m in mentions if m.role}))
        person, body = sum(m.person for m in mentions), sum(m.body for m in mentions)
        if owner in self._full:  # "Caddell said" alone would speak for a body
            weak = sum(m.body for m in mentions if m.words == 1 and m.body < _CERTAIN)
            person, body = person + weak, body - weak
        is_full = owner in self._full or owner.count(" ") > 0 or read_body(owner).acronym
        known = read_body(owner).known is not None or bool(roles)
        bare = not is_full and not known and len(names) == 1
        fits = self._fits.get(owner, ())
        forms.sort(key=lambda form: -form.count)
        return NamedIn(owner, tuple(forms), person, body, bare, fits, roles)


def _count_form(name: str, mentions: list[NameMention]) -> Form:
    """How often the text itself has a form: a credit is no mention."""
    said = [m.span for m in mentions if not m.role]
    return Form(name, len(said), min(said or [m.span for m in mentions]))


def _is_given_with(text: str, name: str, short: str) -> bool:
    """Whether the text gives the letters in brackets after the name: "World Bank (WB)"."""
    return bool(re.search(re.escape(name) + r"\s?[(\[]\W?" + re.escape(short), text))


def _has_surname(full: PersonName, single: PersonName) -> bool:
    inflects = full.inflects
    return bool(first_cases(full.surname, inflects) & first_cases(single.surname, inflects))


def _choose_name(names: list[PersonName], longest: str) -> str:
    """The form of which most others can be cases; among equals the longest, then the first."""
    if len(names) == 1:
        return names[0].text

    def rank(name: PersonName) -> tuple[int, int, int]:
        explained = sum(
            fold_word(name.surname) in first_cases(other.surname, other.inflects) for other in names
        )
        return explained, len(name.words), name.text == longest

    return max(names, key=rank).text
