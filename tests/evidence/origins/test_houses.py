"""The registry of owners and agencies, and the user's own over it."""

import pytest

from secondsource.errors import RegistryError
from secondsource.evidence.origins.houses import load_houses, parse_houses


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Reuters", "Reuters"),
        ("Рейтер", "Reuters"),
        ("the Associated Press", "Associated Press"),
        ("AP", "Associated Press"),
        ("РИА Новости", "RIA Novosti"),
        ("Coast Herald", None),
    ],
)
def test_the_built_in_registry_knows_agencies_by_their_names(name: str, agency: str | None) -> None:
    assert load_houses().agency_of(name) == agency


@pytest.mark.parametrize("name", ["The Guardian", "guardian", "https://www.theguardian.com/world"])
def test_an_outlet_is_known_by_name_and_by_address(name: str) -> None:
    assert load_houses().owner_of(name) == "Guardian Media Group"


def test_the_users_file_adds_and_wins() -> None:
    mine = load_houses('[houses]\n"My Group" = ["The Guardian", "Coast Herald"]')
    assert mine.owner_of("the guardian") == "My Group"
    assert mine.owner_of("coastherald.example") == "My Group"
    assert mine.agency_of("AFP") == "Agence France-Presse"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[houses\n", "not valid TOML"),
        ('[houses]\n"A" = "B"', "'A' is not a list of names"),
        ('[houses]\n"A" = [1]', "'A' is not a list of names"),
        ('[houses]\n"A" = { outlets = ["B"] }', "'A' is not a list of names"),
        ('houses = "A"', "houses is not a table"),
        ('[owners]\n"A" = ["B"]', "unknown table [owners]"),
    ],
)
def test_a_malformed_file_gives_one_clear_line(text: str, said: str) -> None:
    with pytest.raises(RegistryError) as caught:
        parse_houses(text, "mine/houses.toml")
    message = str(caught.value)
    assert said in message
    assert message.startswith("mine/houses.toml: ")
    assert "\n" not in message
    assert '"Owner" = ["Outlet", ...]' in message


def test_two_names_of_one_outlet_have_one_key() -> None:
    houses = load_houses()
    assert houses.outlet_of("The Coast Herald") == houses.outlet_of("coastherald.example")
    assert houses.outlet_of("ТАСС") == houses.outlet_of("ITAR-TASS")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("gazeta.ru", "gazeta.pl"),
        ("Газета.Ru", "https://www.gazeta.pl/a"),
        ("interfax.ru", "interfax.com.ua"),
        ("Interfax", "interfax.com.ua"),
        ("abc.net.au", "abc.es"),
        ("vesti.bg", "vesti.ru"),
        ("vesti.bg", "Вести"),
        ("metro.example", "Metro"),
    ],
)
def test_one_label_under_two_suffixes_is_two_outlets(left: str, right: str) -> None:
    houses = load_houses()
    assert houses.outlet_of(left) != houses.outlet_of(right)
    owners = [houses.owner_of(name) for name in (left, right)]
    assert owners == [None, None] or owners[0] != owners[1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("bbc.com", "news.bbc.co.uk"),
        ("bbc.com", "BBC"),
        ("gazeta.ru", "Газета.Ru"),
        ("www.gazeta.pl", "gazeta.pl"),
        ("interfax.com.ua", "Інтерфакс-Україна"),
        ("tass.ru", "tass.com"),
        ("vesti.ru", "Вести"),
    ],
)
def test_what_the_registry_lists_for_one_is_one_outlet(left: str, right: str) -> None:
    houses = load_houses()
    assert houses.outlet_of(left) == houses.outlet_of(right)
    assert houses.owner_of(left) == houses.owner_of(right)


def test_hosts_that_nobody_lists_are_told_apart_where_both_stand() -> None:
    names = ("kurier.example", "m.kurier.example", "kurier.test", "bote.test")
    houses = load_houses().tell_apart(names)
    assert houses.outlet_of(names[0]) == houses.outlet_of(names[1]) != houses.outlet_of(names[2])
    assert houses.outlet_of("bote.test") == houses.outlet_of("Bote")


def test_the_users_host_wins() -> None:
    mine = load_houses('[houses]\n"My Group" = ["gazeta.pl"]')
    assert mine.owner_of("gazeta.pl") == "My Group"
    assert mine.owner_of("gazeta.ru") == "Rambler&Co"


def test_every_built_in_entry_says_where_it_is_stated() -> None:
    houses = load_houses()
    listed = {*houses.owners.values(), *houses.agencies.values()}
    assert {owner for owner in listed if not houses.sources.get(owner)} == set()


def test_a_user_may_give_a_source_and_wins_with_his_own() -> None:
    mine = load_houses(
        '[houses]\n"My Group" = { names = ["Coast Herald"], source = "the imprint, 2031" }\n'
        '"LVMH" = ["Le Parisien"]'
    )
    assert mine.owner_of("Coast Herald") == "My Group"
    assert mine.sources["My Group"] == "the imprint, 2031"
    assert "LVMH" not in mine.sources
    assert "Agora" in mine.sources


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bbc.com", "bbc.co.uk"),
        ("bbc.com", "BBC News Русская служба"),
        ("bbc.co.uk", "BBC News Mundo"),
        ("svoboda.org", "radiosvoboda.org"),
        ("rferl.org", "svaboda.org"),
        ("currenttime.tv", "azattyq.org"),
        ("voanews.com", "golosameriki.com"),
        ("theguardian.com", "guardian.co.uk"),
        ("sputniknews.com", "sputnikglobe.com"),
    ],
)
def test_sites_of_one_owner_are_one_house(one: str, other: str) -> None:
    houses = load_houses()
    assert houses.owner_of(one) == houses.owner_of(other) is not None
