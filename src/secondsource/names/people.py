"""The people and bodies of a whole archive, gathered from what each of its articles names.

What the program joins is one thing, what a person decides another: decisions are laid over the
machine's clusters in the order in which they were made, and never change them.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from secondsource.article import make_id
from secondsource.names.cases import first_cases
from secondsource.names.cluster import (
    Cluster,
    Clusters,
    FullName,
    Join,
    join_names,
)
from secondsource.names.name import NameKind, choose_kind, read_body, read_person
from secondsource.names.sounds import fold_word, is_cyrillic
from secondsource.names.within import NamedIn

JoinNames: TypeAlias = Callable[[Iterable[FullName], Mapping[str, Iterable[str]]], Clusters]
_SURE_BODY = 3


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a name is written, and how often over all articles."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Someone:
    """One person or body of an archive.

    `names` are the full names, `variants` all ways of writing them, most frequent first. `articles`
    are ordinals of those that name (or credit) it; `credited` those with a credit of it.
    `bare` is True for a surname that no full name of the archive fits. `surname_only` counts
    articles that have only a surname which may be this one's: they are not among `articles`.
    `decided` are the numbers of people's decisions that shaped it.
    """

    id: str
    name: str
    kind: NameKind
    names: tuple[str, ...]
    variants: tuple[Variant, ...]
    articles: tuple[int, ...]
    credited: tuple[int, ...] = ()
    joins: tuple[Join, ...] = ()
    bare: bool = False
    surname_only: int = 0
    decided: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided of names: "merge" of two, or "split" of some from the first."""

    number: int
    verb: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in an archive; the names that fit several; how many names have no known kind."""

    everybody: tuple[Someone, ...]
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of_no_kind: int = 0


class _Tally:
    """What all articles together show of one full name."""

    __slots__ = ("articles", "bare", "body", "credited", "fits", "forms", "languages", "person")

    def __init__(self) -> None:
        self.articles = array("L")
        self.credited = array("L")
        self.forms: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.person = self.body = self.bare = 0

    def add(self, article: int, language: str, named: NamedIn) -> None:
        """Take in what one more article shows."""
        self.articles.append(article)
        if named.roles:
            self.credited.append(article)
        for form in named.forms:
            self.forms[form.text] += form.count
        self.languages[language] += 1
        self.person += named.person
        self.body += named.body
        self.bare += named.bare

    @property
    def kind(self) -> NameKind | None:
        """Whose name it is by all that speaks for either."""
        return choose_kind(self.person, self.body)


def gather_people(
    rows: Iterable[tuple[int, str, NamedIn]],
    rulings: Sequence[Ruling] = (),
    join: JoinNames = join_names,
) -> People:
    """The people and bodies of an archive.

    Args:
        rows: everybody each article names, with the article's ordinal and language.
        rulings: what people decided and did not take back, the earliest first.
        join: says which names are one: `join_names`, or what it said before.
    """
    full, bare, acronyms = _tally(rows)
    _settle_bare_bodies(full, bare)
    kinds = {name: kind for name, tally in full.items() if (kind := tally.kind)}
    guessed = {name for name in full if name not in kinds and _may_be_person(name)}
    tried = {**kinds, **dict.fromkeys(guessed, NameKind.PERSON)}
    clusters = join(_list_names(full, tried), acronyms)
    kept = [cluster for cluster in clusters.clusters if not guessed.issuperset(cluster.names)]
    found = [_make(cluster, full) for cluster in kept]
    found += _tell_bare(found, bare)
    found = list(_count_surnames(found, bare))
    ruled = _apply_rulings(found, rulings, full)
    ranked = sorted(ruled, key=lambda s: (-len(s.articles), s.name))
    named = sum(len(cluster.names) for cluster in kept)
    unclear = {name: fits for name, fits in clusters.unclear.items() if name not in guessed}
    return People(tuple(ranked), unclear, len(full) - named)


def _may_be_person(name: str) -> bool:
    """Whether a name of no known kind is one if it is joined to a person's: two words or three."""
    return 2 <= len(name.split()) <= 3


def _tally(
    rows: Iterable[tuple[int, str, NamedIn]],
) -> tuple[dict[str, _Tally], dict[str, _Tally], dict[str, set[str]]]:
    """By name: what is full, what is only a surname; by acronym: the names given with it."""
    full: defaultdict[str, _Tally] = defaultdict(_Tally)
    bare: defaultdict[str, _Tally] = defaultdict(_Tally)
    acronyms: defaultdict[str, set[str]] = defaultdict(set)
    for article, language, named in rows:
        (bare if named.bare else full)[named.name].add(article, language, named)
        for form in named.forms:
            if form.text != named.name and named.kind is NameKind.BODY:
                body = read_body(form.text)
                if body.acronym and body.known is None:
                    acronyms[form.text].add(named.name)
    return dict(full), dict(bare), acronyms


def _settle_bare_bodies(full: dict[str, _Tally], bare: dict[str, _Tally]) -> None:
    """A single word that speaks and is nobody's surname is a body: Microsoft, Reuters."""
    surnames = {
        form
        for name, tally in full.items()
        if tally.kind is NameKind.PERSON and (person := read_person(name)) and person.given
        for form in (fold_word(person.surname), *map(fold_word, person.given))
    }
    for name in list(bare):
        tally = bare[name]
        is_body = tally.kind is NameKind.BODY and tally.body >= _SURE_BODY
        if is_body and not first_cases(name, False) & surnames and name not in full:
            full[name] = bare.pop(name)


def _list_names(full: Mapping[str, _Tally], kinds: Mapping[str, NameKind]) -> Iterator[FullName]:
    for name, kind in kinds.items():
        tally = full[name]
        language = tally.languages.most_common(1)[0][0]
        yield FullName(name, kind, language, len(tally.articles))


def _make(cluster: Cluster, full: Mapping[str, _Tally]) -> Someone:
    return _tell(cluster.kind, cluster.names, full, cluster.joins)


def _tell(
    kind: NameKind,
    names: Sequence[str],
    tallies: Mapping[str, _Tally],
    joins: tuple[Join, ...] = (),
) -> Someone:
    own = [tallies[name] for name in names]
    forms = sum((tally.forms for tally in own), Counter[str]())
    for name in names:
        forms[name] += 0
    variants = tuple(Variant(*pair) for pair in sorted(forms.items(), key=lambda f: (-f[1], f[0])))
    shown = _choose_shown(kind, names, tallies)
    return Someone(
        id=make_id("someone", kind.value, shown),
        name=shown,
        kind=kind,
        names=tuple(names),
        variants=variants,
        articles=_merge_articles(tally.articles for tally in own),
        credited=_merge_articles(tally.credited for tally in own),
        joins=joins,
    )


def _choose_shown(kind: NameKind, names: Sequence[str], tallies: Mapping[str, _Tally]) -> str:
    """The known name of a body; else the name most articles have, a case ending left out."""
    if kind is NameKind.BODY:
        known = Counter(k for name in names if (k := read_body(name).known))
        if known:
            return known.most_common(1)[0][0]

    def explained(name: str) -> int:
        person = read_person(name)
        if person is None:
            return 0
        folded = fold_word(person.surname)
        return sum(
            len(tallies[other].articles)
            for other in names
            if (p := read_person(other)) and folded in first_cases(p.surname, p.inflects)
        )

    most = max(len(tallies[name].articles) for name in names)
    common = [name for name in names if len(tallies[name].articles) * 4 >= most]
    return max(
        common,
        key=lambda n: (
            not _abbreviates(n),
            explained(n),
            len(tallies[n].articles),
            _tie(n),
        ),
    )


def _abbreviates(name: str) -> bool:
    person = read_person(name)
    return person is not None and any(len(word) == 1 for word in person.given[:1])


def _tie(name: str) -> tuple[bool, str]:
    return not is_cyrillic(name), name


def _merge_articles(parts: Iterable["array[int]"]) -> tuple[int, ...]:
    return tuple(sorted({article for part in parts for article in part}))


def _tell_bare(found: Sequence[Someone], bare: Mapping[str, _Tally]) -> list[Someone]:
    """Surnames that no full name of the archive fits, as they are: who they are is not known."""
    surnames = _index_surnames(found)
    alone = (
        (name, kind)
        for name, tally in bare.items()
        if (kind := tally.kind) and not _fitting(name, surnames)
    )
    return [replace(_tell(kind, (name,), bare), bare=True) for name, kind in alone]


def _index_surnames(found: Iterable[Someone]) -> dict[str, list[int]]:
    """For each skeleton the numbers of the people who have such a surname."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, someone in enumerate(found):
        person = read_person(someone.name) if someone.kind is NameKind.PERSON else None
        if person is not None and person.given:
            index[fold_word(person.surname)].append(number)
    return index


def _fitting(name: str, surnames: Mapping[str, list[int]]) -> set[int]:
    person = read_person(name)
    if person is None:
        return set()
    forms = first_cases(person.surname, False)
    return {number for form in forms for number in surnames.get(form, ())}


def _count_surnames(found: Sequence[Someone], bare: Mapping[str, _Tally]) -> Iterator[Someone]:
    """Everybody, with how many articles have only a surname that may be theirs."""
    surnames = _index_surnames(found)
    counts: Counter[int] = Counter()
    for name, tally in bare.items():
        for number in _fitting(name, surnames):
            counts[number] += len(tally.articles)
    for number, someone in enumerate(found):
        yield replace(someone, surname_only=counts[number]) if counts[number] else someone


def _apply_rulings(
    found: Sequence[Someone], rulings: Sequence[Ruling], tallies: Mapping[str, _Tally]
) -> list[Someone]:
    """What the program found, with people's decisions laid over it in their order.

    A decision about a name that is no longer in the archive changes nothing.
    """
    current = list(found)
    for ruling in rulings:
        if ruling.verb == "merge":
            current = _merge(current, ruling)
        elif ruling.verb == "split":
            current = _split(current, ruling, tallies)
    return current


def rule_some(
    found: Sequence[Someone],
    rulings: Sequence[Ruling],
    rows: Iterable[tuple[int, str, NamedIn]],
) -> list[Someone]:
    """Some people with people's decisions laid over them.

    Args:
        found: everybody whom a decision names, as the program joined them.
        rulings: the decisions, the earliest first.
        rows: everybody that the articles of these people name, with ordinal and language.
    """
    full, bare, _acronyms = _tally(rows)
    return _apply_rulings(found, rulings, full | bare)


def find_named(people: Iterable[Someone], spelling: str) -> list[Someone]:
    """Those of whom a spelling is a full name or the shown name; failing that, any variant."""
    wanted = fold_spelling(spelling)
    everybody = list(people)
    exact = [s for s in everybody if wanted in {fold_spelling(n) for n in (s.name, *s.names)}]
    if exact:
        return exact
    return [s for s in everybody if any(fold_spelling(v.text) == wanted for v in s.variants)]


def fold_spelling(name: str) -> str:
    """A spelling as a decision names it: no capitals, no marks, single spaces."""
    return " ".join(fold_word(word) for word in name.replace("’", "'").split())


def _merge(current: list[Someone], ruling: Ruling) -> list[Someone]:
    parts = [find_named(current, name)[:1] for name in ruling.names]
    ids = list(dict.fromkeys(s.id for part in parts for s in part))
    if len(ids) < 2:
        return current
    members = [next(s for s in current if s.id == id_) for id_ in ids]
    first = members[0]
    merged = replace(
        first,
        names=tuple(dict.fromkeys(n for s in members for n in s.names)),
        variants=_add_variants(v for s in members for v in s.variants),
        articles=tuple(sorted({a for s in members for a in s.articles})),
        credited=tuple(sorted({a for s in members for a in s.credited})),
        joins=tuple(j for s in members for j in s.joins),
        bare=all(s.bare for s in members),
        decided=(*(d for s in members for d in s.decided), ruling.number),
    )
    return [merged if s.id == first.id else s for s in current if s.id not in ids[1:]]


def _add_variants(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    counts: Counter[str] = Counter()
    for variant in variants:
        counts[variant.text] += variant.count
    return tuple(Variant(*pair) for pair in sorted(counts.items(), key=lambda f: (-f[1], f[0])))


def _split(current: list[Someone], ruling: Ruling, tallies: Mapping[str, _Tally]) -> list[Someone]:
    whole = next(iter(find_named(current, ruling.names[0])), None)
    if whole is None:
        return current
    apart = {fold_spelling(name) for name in ruling.names[1:]}
    taken = [n for n in whole.names if fold_spelling(n) in apart and n in tallies]
    left = [n for n in whole.names if n not in taken and n in tallies]
    if not taken or not left:
        return current
    joins = [
        tuple(j for j in whole.joins if {j.left, j.right} <= set(names)) for names in (left, taken)
    ]
    decided = (*whole.decided, ruling.number)
    parts = [
        replace(_tell(whole.kind, names, tallies, own), decided=decided)
        for names, own in zip((left, taken), joins, strict=True)
    ]
    at = current.index(whole)
    return [*current[:at], *parts, *current[at + 1 :]]
