"""Places that are taken and given back."""

from secondsource.web.shared.places import Places


def test_all_together_and_each_person_have_so_many() -> None:
    places = Places(3, 2)
    assert [places.take("Ann") for _ in range(3)] == [True, True, False]
    assert [places.take("Bob") for _ in range(2)] == [True, False]
    places.give_back("Ann")
    assert [places.take(name) for name in ("Bob", "Ann")] == [True, False]


def test_who_has_none_is_forgotten() -> None:
    places = Places(1, 1)
    for number in range(3):
        assert places.take(str(number))
        places.give_back(str(number))
    assert not places._taken
