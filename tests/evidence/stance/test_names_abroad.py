"""A claim's names are known again in other languages, under other spellings and in other cases."""

import csv
from pathlib import Path

import pytest

from secondsource.evidence.query.terms import find_words, fold
from secondsource.evidence.stance.names_abroad import is_strange_abroad, read_capitals

# Written before the rule was run on any of them: the same actor spelt otherwise, or another one.
_TABLE = Path(__file__).with_name("names_abroad.tsv")
_ROWS = [
    tuple(row)
    for row in csv.reader(
        _TABLE.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
]


@pytest.mark.parametrize(("_language", "actor", "claim", "passage"), _ROWS)
def test_the_same_actor_is_known(_language: str, actor: str, claim: str, passage: str) -> None:
    names = {fold(word.text) for word in find_words(claim) if word.text[0].isupper()}
    assert is_strange_abroad(names, "en", read_capitals(passage)) == (actor == "other")


@pytest.mark.parametrize("names", [(), ("june",), ("tuesday", "un"), ("eu",)])
def test_without_a_telling_name_nothing_is_strange(names: tuple[str, ...]) -> None:
    assert not is_strange_abroad(names, "en", read_capitals("Директор агентства ушёл."))


def test_a_first_name_alone_is_not_the_same_actor() -> None:
    krylova = read_capitals("Александра Крылова, директор «Агентства интернет-исследований»")
    assert is_strange_abroad(("aleksandr", "lukashenko"), "en", krylova)
    assert not is_strange_abroad(("aleksandra",), "en", krylova)


def test_what_stands_before_an_apostrophe_is_left_out() -> None:
    assert read_capitals("La région d'Aubrelle, l’Estmark") == {"La", "Aubrelle", "Estmark"}


def test_a_name_of_two_words_may_be_joined_by_a_hyphen() -> None:
    assert not is_strange_abroad({"port", "ansel"}, "en", read_capitals("в Порт-Анселе закрыт"))
    assert is_strange_abroad({"port", "ansel"}, "en", read_capitals("в Рейн-Майне закрыт"))
