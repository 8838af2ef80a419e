"""Who is meant by a spelling, in whatever script."""

from collections.abc import Sequence

from secondsource.names.compare import Outcome, compare_names
from secondsource.names.name import NameKind, person_keys, read_person
from secondsource.names.people import Someone, find_named


def search_people(people: Sequence[Someone], spelling: str) -> list[Someone]:
    """Those whom a spelling may mean, in whatever script: by its letters, else by its sound.

    A surname finds everybody who has it.
    """
    exact = find_named(people, spelling)
    if exact:
        return exact
    keys = person_keys(person) if (person := read_person(spelling)) else frozenset()
    return [s for s in people if _sounds_like(s, spelling, keys)]


def _sounds_like(someone: Someone, spelling: str, keys: frozenset[str]) -> bool:
    if someone.kind is NameKind.BODY:
        compared = (compare_names(spelling, name, NameKind.BODY) for name in someone.names)
        return any(c.outcome is Outcome.SAME for c in compared)
    for name in someone.names:
        person = read_person(name)
        if person is None or not keys & person_keys(person):
            continue
        if compare_names(spelling, name, NameKind.PERSON).outcome is not Outcome.DIFFERENT:
            return True
    return False
