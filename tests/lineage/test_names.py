"""Names of persons and outlets across spellings and scripts."""

import pytest

from secondsource.lineage.names import is_same_outlet, outlet_key, same_person
from secondsource.names.sounds import to_latin


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


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Coast Courier", "coastcourier.example", True),
        ("news.courier.co.uk", "https://www.courier.co.uk/a", True),
        ("Courier", "courier.co.uk", True),
        ("Courier", "courier.example", True),
        ("courier.co.uk", "courier.example", False),
        ("Газета.Ru", "https://www.gazeta.ru/news/1", True),
        ("Газета.Ru", "gazeta.pl", False),
        ("Coast Courier", "Coast Herald", False),
    ],
)
def test_one_outlet_or_two_of_one_name(left: str, right: str, same: bool) -> None:
    assert is_same_outlet(left, right) is same
    assert is_same_outlet(right, left) is same


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
