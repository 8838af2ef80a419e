"""Who is who across articles: full names joined to people and bodies, each join with its reasons.

Only names that share a skeleton (`sounds.make_keys`) are compared, so that the work grows with the
names and not with their square. Joins are made surest first, and none that would put two names
together which are different: so no chain of likenesses welds two people. A name that fits two
different people equally well is joined to neither.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from secondsource.article import Signal
from secondsource.names.cases import first_cases
from secondsource.names.compare import compare_bodies, compare_persons
from secondsource.names.name import (
    BodyName,
    NameKind,
    PersonName,
    person_keys,
    read_body,
    read_person,
)
from secondsource.names.outcome import DIFFERENT, UNCLEAR, Comparison, Outcome
from secondsource.names.sounds import (
    fold_word,
    is_cyrillic,
    list_first_classes,
    make_keys,
)
from secondsource.names.words import given_names

_LARGEST_BLOCK = 400
"""Names with one skeleton that are compared each with each; beyond, only those spelt alike."""
# Set by hand; no measurement is recorded.
_MOST_CHECKED = 12
_EQUALLY_WELL = 0.06
_FEWEST_FOR_SHORT_NAMES = 3
"""Articles that have to name two people between them before Bob is taken for Robert."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name as some articles write it: its kind, its language, and in how many it stands."""

    text: str
    kind: NameKind
    language: str | None = None
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Join:
    """Two names that are taken for one, and why."""

    left: str
    right: str
    score: float
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The names of one person or body, the one it is shown under first, and the joins made."""

    kind: NameKind
    names: tuple[str, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Clusters:
    """Everybody found, and the names that fit several: each with the names it might be of."""

    clusters: tuple[Cluster, ...]
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def join_names(
    names: Iterable[FullName], given_acronyms: Mapping[str, Iterable[str]] | None = None
) -> Clusters:
    """The people and bodies that some names are of.

    Args:
        names: every different full name of the archive, once for each kind.
        given_acronyms: for acronyms that some text gives with a name, the names given.
    """
    every = sorted(names, key=lambda n: (n.kind, n.text))
    persons = _Joining(_Persons([n for n in every if n.kind is NameKind.PERSON]))
    bodies = _Joining(_Bodies([n for n in every if n.kind is NameKind.BODY], given_acronyms or {}))
    found = [*persons.run(), *bodies.run()]
    return Clusters(tuple(found), {**persons.unclear, **bodies.unclear})


class _Persons:
    """Persons' names, the blocks they are compared in, and how they compare."""

    kind = NameKind.PERSON

    def __init__(self, names: Sequence[FullName]) -> None:
        self.names = names
        self._read = {n.text: read_person(n.text, n.language) for n in names}
        self._articles = {n.text: n.articles for n in names}

    def compare(self, left: str, right: str) -> Comparison:
        """Whether two are one."""
        a, b = self._read[left], self._read[right]
        if a is None or b is None:
            return DIFFERENT
        found = compare_persons(a, b)
        return UNCLEAR if self._is_guess(found, left, right) else found

    def _is_guess(self, found: Comparison, left: str, right: str) -> bool:
        """Whether only a short first name joins two people who are hardly ever named.

        Bob Mason and Robert Mason of one article each were two men more often than one.
        """
        short = any(signal.name == "short_first_name" for signal in found.signals)
        seldom = self._articles[left] + self._articles[right] < _FEWEST_FOR_SHORT_NAMES
        return short and seldom and is_cyrillic(left) == is_cyrillic(right)

    def fold(self, name: str) -> str:
        """The surname as spelt: what a block that is too large is cut by."""
        person = self._read[name]
        return fold_word(person.surname) if person else ""

    def keys(self, name: str) -> Iterator[str]:
        """The blocks of a name: its surname's skeletons with each beginning of a first name."""
        person = self._read[name]
        if person is None:
            return
        firsts = {key for word in person.given for key in _first_name_keys(word, person.inflects)}
        for surname in person_keys(person):
            for first in firsts:
                yield f"{surname} {first}"
        if len(person.words) == 2 and not is_cyrillic(person.surname):
            turned = PersonName("", (person.surname,), person.given[0], person.inflects)
            starts = _first_name_keys(person.surname, person.inflects)
            yield from (f"{s} {f}" for s in person_keys(turned) for f in starts)


def _first_name_keys(word: str, inflects: bool) -> set[str]:
    """The classes of a first name's first sound, and the groups of names of which it is a form."""
    known = given_names()
    groups = {g for f in first_cases(word, inflects) for g in known.get(f, ())}
    return {f"={g}" for g in groups} | list_first_classes(word)


class _Bodies:
    """Bodies' names, the blocks they are compared in, and how they compare."""

    kind = NameKind.BODY

    def __init__(
        self, names: Sequence[FullName], given_acronyms: Mapping[str, Iterable[str]]
    ) -> None:
        self.names = names
        self._read = {n.text: read_body(n.text) for n in names}
        self._given = {a: frozenset(full) for a, full in given_acronyms.items()}

    def compare(self, left: str, right: str) -> Comparison:
        """Whether two are one; letters are those of a name only where some text gives both."""
        found = compare_bodies(self._read[left], self._read[right])
        if found.outcome is Outcome.SAME and found.signals[0].name == "acronym":
            short, long = sorted((left, right), key=len)
            if long not in self._given.get(short, ()):
                return UNCLEAR
        return found

    def fold(self, name: str) -> str:
        """All words as spelt."""
        return " ".join(sorted(self._read[name].words))

    def keys(self, name: str) -> Iterator[str]:
        """The blocks of a name: the skeletons of its longest word, the known body, its letters."""
        body = self._read[name]
        if body.known is not None:
            yield f"known {body.known}"
        for full in self._given.get(name, ()):
            yield f"letters {name} {full}"
        yield from (f"letters {short} {name}" for short, f in self._given.items() if name in f)
        yield from self._word_keys(body)

    def _word_keys(self, body: BodyName) -> Iterator[str]:
        """Under each word's skeletons, with the number of words: their order may differ."""
        size = len(body.words)
        if size == 0 or body.acronym:
            return
        words = sorted(body.words, key=lambda word: (-len(word), word))[:2]
        forms = {form for word in words for form in first_cases(word, False)}
        yield from {f"{size} {key}" for form in forms for key in make_keys(form)}


class _Joining:
    """The joining of names of one kind, surest first."""

    def __init__(self, source: _Persons | _Bodies) -> None:
        self._source = source
        self._weight = {n.text: n.articles for n in source.names}
        self._home = {n.text: n.text for n in source.names}
        self._members = {n.text: [n.text] for n in source.names}
        self._joins: defaultdict[str, list[Join]] = defaultdict(list)
        self.unclear: dict[str, tuple[str, ...]] = {}

    def run(self) -> Iterator[Cluster]:
        """Every person or body, in the order of their names."""
        found = self._find_joins()
        self._leave_unclear(found)
        weight = self._weight
        order = lambda j: (-j.score, -min(weight[j.left], weight[j.right]), j.left, j.right)  # noqa: E731
        for join in sorted(found, key=order):
            if join.left not in self.unclear and join.right not in self.unclear:
                self._join(join)
        for home in sorted(self._members):
            members = sorted(self._members[home], key=self._rank)
            yield Cluster(self._source.kind, tuple(members), tuple(self._joins[home]))

    def _rank(self, name: str) -> tuple[int, str]:
        return -self._weight[name], name

    def _find_joins(self) -> list[Join]:
        found: dict[tuple[str, str], Join] = {}
        for left, right in self._find_pairs():
            comparison = self._source.compare(left, right)
            if comparison.outcome is Outcome.SAME:
                found[left, right] = Join(left, right, comparison.score, comparison.signals)
        return list(found.values())

    def _find_pairs(self) -> set[tuple[str, str]]:
        blocks: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._home:
            for key in set(self._source.keys(name)):
                blocks[key].append(name)
        pairs: set[tuple[str, str]] = set()
        for block in blocks.values():
            for part in [block] if len(block) <= _LARGEST_BLOCK else self._cut(block):
                pairs.update(combinations(sorted(part[:_LARGEST_BLOCK]), 2))
        return pairs

    def _cut(self, block: list[str]) -> Iterable[list[str]]:
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(block, key=self._rank):
            parts[self._source.fold(name)].append(name)
        return parts.values()

    def _leave_unclear(self, joins: Iterable[Join]) -> None:
        """Find the names that fit two different people about equally well."""
        near: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
        for join in joins:
            near[join.left].append((join.score, join.right))
            near[join.right].append((join.score, join.left))
        for name, fitting in near.items():
            best = max(score for score, _ in fitting)
            close = [other for score, other in fitting if score >= best - _EQUALLY_WELL]
            close = sorted(close, key=self._rank)[:_MOST_CHECKED]
            if any(self._differ(a, b) for a, b in combinations(close, 2)):
                self.unclear[name] = tuple(close)

    def _differ(self, a: str, b: str) -> bool:
        return self._source.compare(a, b).outcome is Outcome.DIFFERENT

    def _join(self, join: Join) -> None:
        left, right = self._home[join.left], self._home[join.right]
        if left == right or self._would_weld(left, right):
            return
        for name in self._members[right]:
            self._home[name] = left
        self._members[left].extend(self._members.pop(right))
        self._joins[left].extend([*self._joins.pop(right, []), join])

    def _would_weld(self, left: str, right: str) -> bool:
        """Whether two names that are different would come together."""
        lefts = sorted(self._members[left], key=self._rank)[:_MOST_CHECKED]
        rights = sorted(self._members[right], key=self._rank)[:_MOST_CHECKED]
        return any(self._differ(a, b) for a in lefts for b in rights)
