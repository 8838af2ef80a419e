"""Names of persons and outlets across spellings and scripts."""

import pytest

from secondsource.lineage.names import outlet_key, same_person
from secondsource.reading.names.sounds import to_latin


@pytest.mark.parametrize(
    "names",
    [
        ("The Coast Courier", "Coast Courier", "coastcourier.example", "https://www.coastcourier.example/a"),
        ("Порт", "порт", "port.example", "www.port.co.uk"),
        ("Рубеж дня", "Rubezh Dnya", "rubezhdnya.example"),
    ],
)  # fmt: skip
def test_one_outlet(names: tuple[str, ...]) -> None:
    assert len({outlet_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", ""),
        ("[Photo", "photo"),
        ("http://[::1", "http1"),
        ("Mr. Smith", "mrsmith"),
        ("a\u2028b", "ab"),
        ("//", ""),
    ],
)
def test_odd_names_have_a_key_of_their_letters(name: str, key: str) -> None:
    assert outlet_key(name) == key


def test_other_outlets() -> None:
    assert outlet_key("Coast Courier") != outlet_key("Coast Herald")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Pavel Rudenko", "Павел Руденко", True),
        ("Rudenko, Pavel", "Pavel Rudenko", True),
        ("Aleksei Khmelev", "Алексей Хмелёв", True),
        ("Anna Petrova", "Anton Petrov", False),
        ("Pavel Rudenko", "Pavel Gromov", False),
    ],
)
def test_same_person(left: str, right: str, same: bool) -> None:
    assert same_person(left, right) is same


def test_to_latin() -> None:
    assert to_latin("Щукин") == "shchukin"
