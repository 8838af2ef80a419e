"""The keys under which a person's quotations are found, whatever the spelling of the name."""

from secondsource.evidence.query.terms import fold
from secondsource.names.name import person_keys, read_person


def list_keys(name: str) -> frozenset[str]:
    """The keys of a name's surname as it sounds: Bismarck and Бисмарк have one in common.

    Names that share a key need not be one person's: who is compared after.
    """
    person = read_person(name)
    keys = person_keys(person) if person else frozenset()
    return keys or frozenset({fold(name).strip()})
