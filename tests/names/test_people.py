"""People across articles: who is joined, who stays apart, and what people decide."""

import pytest

from secondsource.article import Span
from secondsource.names.cluster import Clusters, FullName, join_names
from secondsource.names.name import NameKind
from secondsource.names.people import (
    People,
    Ruling,
    Someone,
    find_named,
    gather_people,
)
from secondsource.names.search import search_people
from secondsource.names.within import Form, NamedIn


def _join(*names: str, kind: NameKind = NameKind.PERSON) -> Clusters:
    return join_names(FullName(name, kind) for name in names)


def _groups(clusters: Clusters) -> set[frozenset[str]]:
    return {frozenset(cluster.names) for cluster in clusters.clusters}


def test_spellings_in_two_scripts_are_one_person() -> None:
    found = _join("Volodymyr Zelensky", "Wolodymyr Selenskyj", "Володимир Зеленський", "Anna Weld")
    assert _groups(found) == {
        frozenset({"Volodymyr Zelensky", "Wolodymyr Selenskyj", "Володимир Зеленський"}),
        frozenset({"Anna Weld"}),
    }
    assert all(join.signals for cluster in found.clusters for join in cluster.joins)


def test_a_name_that_fits_two_people_is_joined_to_neither() -> None:
    found = _join("George W. Bush", "George H. W. Bush", "George Bush")
    assert len(_groups(found)) == 3
    assert set(found.unclear) == {"George Bush"}


@pytest.mark.parametrize(
    "names",
    [
        ("John Smith", "J. Smith", "Jane Smith"),
        ("Bill Clinton", "B. Clinton", "Barbara Clinton"),
        ("Alexander Ivanov", "A. Ivanov", "Andrei Ivanov", "Anatoly Ivanov"),
        ("Александр Иванов", "Александра Иванова", "Alexandra Ivanova"),
        ("Kate Brown", "Catherine Brown", "Ekaterina Braun", "Katya Bruno"),
    ],
)
def test_no_chain_of_weak_joins_welds_two_people(names: tuple[str, ...]) -> None:
    for group in _groups(_join(*names)):
        assert not {names[0], names[-1]} <= group


def test_letters_are_joined_only_to_a_name_given_with_them() -> None:
    bodies = ("North Channel Pilots Association", "NCPA", "New Coast Port Authority")
    names = [FullName(name, NameKind.BODY) for name in bodies]
    assert len(_groups(join_names(names))) == 3
    given = {"NCPA": ["North Channel Pilots Association"]}
    assert frozenset(bodies[:2]) in _groups(join_names(names, given))


def test_many_people_of_one_surname_stay_many() -> None:
    """More than a block holds: then only names with surnames spelt alike are compared."""
    letters = "abdefghiklmnoprstuvz"
    names = [f"{a.upper()}{b}{c}a Smith" for a in letters[:6] for b in "aeiou" for c in letters]
    assert sum(map(len, _groups(_join(*names)))) == len(names)


def _named(name: str, *forms: str, bare: bool = False, person: int = 3) -> NamedIn:
    written = tuple(Form(form, 1, Span(0, 1)) for form in (name, *forms))
    return NamedIn(name, written, person, 0, bare)


_ROWS = [
    (1, "en", _named("Anna Weld", "Weld")),
    (2, "en", _named("A. Weld")),
    (3, "en", _named("Weld", bare=True)),
    (4, "ru", _named("Анна Уэлд")),
    (5, "en", _named("Tom Reed")),
    (6, "en", _named("Halvard", bare=True)),
]


def _by_name(people: People) -> dict[str, Someone]:
    return {someone.name: someone for someone in people.everybody}


def test_a_surname_alone_is_counted_and_not_joined() -> None:
    found = _by_name(gather_people(_ROWS))
    assert set(found) == {"Anna Weld", "Tom Reed", "Halvard"}
    assert found["Anna Weld"].articles == (1, 2, 4)
    assert found["Anna Weld"].surname_only == 1
    assert found["Halvard"].bare


def test_a_split_and_a_merge_lie_over_what_the_program_joined() -> None:
    split = Ruling(1, "split", ("Anna Weld", "A. Weld"))
    found = _by_name(gather_people(_ROWS, [split]))
    assert (found["Anna Weld"].articles, found["A. Weld"].articles) == ((1, 4), (2,))
    assert found["A. Weld"].decided == (1,)
    merge = Ruling(2, "merge", ("Tom Reed", "A. Weld"))
    found = _by_name(gather_people(_ROWS, [split, merge]))
    assert found["Tom Reed"].articles == (2, 5)
    assert found["Tom Reed"].decided == (1, 2)


def test_a_decision_about_a_name_that_is_gone_changes_nothing() -> None:
    rulings = [
        Ruling(1, "merge", ("Anna Weld", "Nobody Here")),
        Ruling(2, "split", ("Nobody", "X")),
    ]
    assert gather_people(_ROWS, rulings) == gather_people(_ROWS)


@pytest.mark.parametrize("spelling", ["anna weld", "Анна Уэлд", "Anna Veld", "WELD"])
def test_anybody_is_found_by_any_spelling(spelling: str) -> None:
    everybody = gather_people(_ROWS).everybody
    assert [s.name for s in search_people(everybody, spelling)] == ["Anna Weld"]
    assert find_named(everybody, "Anna Weld")
