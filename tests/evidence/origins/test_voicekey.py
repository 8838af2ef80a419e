"""Whether two sources as written are one: a table a person can read."""

import pytest

from secondsource.evidence.origins.voicekey import (
    VoiceKind,
    find_formula,
    find_paper_voice,
    is_assertion,
    make_voice_key,
)
from secondsource.evidence.origins.voicematch import VoiceMatch, match_voices

SAME = (
    ("Anna Weld", "Anna Weld"),
    ("Mayor Anna Weld", "Weld"),
    ("Mayor Anna Weld", "Ms Weld"),
    ("A. Weld", "Anna Weld"),
    ("ANNA WELD", "anna Weld"),
    ("Defence Ministry spokesman Pavel Orlov", "Orlov"),
    ("Павел Орлов", "Павлом Орловым"),
    ("Павел Орлов", "Pavel Orlov"),
    ("Счётная палата Порт-Анселя", "Счетной палаты Порт-Анселя"),
    ("a spokesman for the Harbour Authority", "the Harbour Authority"),
    ("the Harbour Authority's spokeswoman", "Harbour Authority"),
    ("a report by the Audit Chamber", "the Audit Chamber"),
    ("the North Channel Pilots Association", "NCPA"),
    ("the Ministry of Transport", "Transport Ministry"),
    ("police", "Police"),
    ("the mayor", "The mayor"),
    ("Mayor Anna Weld", "the mayor"),
    ("мэр Анна Велд", "the mayor"),
    ("Prime Minister Liv Anders", "the premier"),
    ("a report by the ministry", "the ministry"),
    ("a police spokesman", "police"),
    ("Stephen King", "Mr King"),
    ("Dale Mayor Anna Weld", "the mayor"),
    ("Anna Weld, the mayor of Dale", "the mayor"),
    ("Anna Weld, Dale's mayor", "the mayor"),
    ("мэр Дейла Анна Велд", "the mayor"),
    ("российский президент Иван Орлов", "the president"),
    ("Bürgermeister Hans Meier", "Hans Meier"),
    ("Bürgermeister Hans Meier", "the mayor"),
    ("le maire Jean Dupont", "the mayor"),
    ("Jean Dupont, maire de Lille", "the mayor"),
    ("le Premier ministre Jean Dupont", "the premier"),
    ("burmistrz Jan Kowalski", "the mayor"),
    ("the former mayor", "the former mayor"),
    ("a letter by Anna Weld", "Mayor Anna Weld"),
    ("a letter by Anna Weld", "Ms Weld"),
    ("the final count signed by the returning officer, A. Weld", "Anna Weld"),
    ("the governor of Dale region, Anna Weld", "Governor Anna Weld"),
    ("le maire de Dale, Jean Dupont", "Jean Dupont"),
    ("der Bürgermeister von Dale, Hans Meier", "Hans Meier"),
    ("the Dalish army's spokesman, Colonel Tom Reed", "Tom Reed"),
    ("нам в коридоре адвокат Павел Орлов", "Павел Орлов"),
    ("nam w poniedziałek Jan Kowalski", "Jan Kowalski"),
)

OTHER = (
    ("a letter by Anna Weld", "Tom Weld"),
    ("the final count signed by the returning officer, A. Weld", "Tom Weld"),
    ("a report by the Weld Foundation", "Anna Weld"),
    ("a letter to Anna Weld", "Anna Weld"),
    ("Anna Weld", "Tom Weld"),
    ("Anna Weld", "Anna Reed"),
    ("the Harbour Authority", "the Audit Chamber"),
    ("police", "the mayor"),
    ("a senior official", "Anna Weld"),
    ("the Port Ansel police", "the Dale police"),
    ("the Ministry of Transport", "the Ministry of Health"),
    ("Moscow", "Павел Орлов"),
    ("Paul Weld", "Paula Weld"),
    ("Mayor Anna Weld", "the governor"),
    ("Prime Minister Liv Anders", "the minister"),
    ("Павел Орлов", "Пётр Орлов"),
    ("Stephen King", "Stephen Bishop"),
    ("Stephen King", "the king"),
    ("Aaron Judge", "Aaron Pope"),
    ("Aaron Judge", "the judge"),
    ("John Major", "John King"),
    ("Bruno Le Maire", "le maire"),
    ("President Trump's lawyer Rudy Giuliani", "The president"),
    ("Rudy Giuliani, President Trump's lawyer", "The president"),
    ("Vice President Kamala Harris", "The president"),
    ("Deputy Mayor Tom Hale", "the mayor"),
    ("Tom Hale, the deputy mayor", "the mayor"),
    ("former mayor Rudy Giuliani", "the mayor"),
    ("the deputy mayor", "the mayor"),
    ("the deputy mayor", "the former mayor"),
    ("бывший мэр Дейла Анна Велд", "мэр"),
    ("пресс-секретарь президента Дмитрий Орлов", "президент"),
    ("адвокат президента России Дмитрий Орлов", "президент"),
    ("l'ancien maire Jean Dupont", "le maire"),
    ("der ehemalige Bürgermeister Hans Meier", "der Bürgermeister"),
)

FORMULAS = (
    ("a senior official", "senior officials", True),
    ("a senior official familiar with the talks", "one senior official familiar with talks", True),
    ("a senior official", "a fisherman", False),
    ("a person familiar with the matter", "one person familiar with the matter", True),
    ("источник в правительстве", "источник в правительстве", True),
)


def match_words(left: str, right: str) -> VoiceMatch | None:
    """How two sources as written match; each must name somebody."""
    a, b = make_voice_key(left), make_voice_key(right)
    assert a is not None
    assert b is not None
    return match_voices(a, b)


@pytest.mark.parametrize(("left", "right"), SAME)
def test_two_ways_of_naming_one_source(left: str, right: str) -> None:
    match, reverse = match_words(left, right), match_words(right, left)
    assert match is not None
    assert reverse is not None
    assert match.score == reverse.score >= 0.8
    assert not match.formula


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_two_sources(left: str, right: str) -> None:
    assert match_words(left, right) is None


@pytest.mark.parametrize(("left", "right", "same"), FORMULAS)
def test_a_formula_is_marked_as_proving_nothing_alone(left: str, right: str, same: bool) -> None:
    kinds = {key and key.kind for key in (make_voice_key(left), make_voice_key(right))}
    assert kinds == {VoiceKind.UNNAMED}
    match = match_words(left, right)
    assert (match is not None and match.formula) == same


@pytest.mark.parametrize("words", ["she", "They", "он", "", "reports", "multiple reports"])
def test_a_pronoun_names_nobody(words: str) -> None:
    assert make_voice_key(words) is None


def test_what_reading_resolved_goes_before_the_words() -> None:
    key = make_voice_key("she", "Anna Weld")
    assert key is not None
    assert key.words == ("anna", "weld")
    assert key.shown == "Anna Weld"


def test_a_pronoun_that_stands_for_a_pronoun_names_nobody() -> None:
    assert make_voice_key("her", "She") is None


def test_a_body_named_without_its_town_is_only_probably_the_same() -> None:
    match = match_words("police", "Port Ansel police")
    assert match is not None
    assert match.score < 0.8


@pytest.mark.parametrize(
    ("left", "right", "distinct"),
    [
        ("a person familiar with the matter", "one person familiar with the matter", False),
        ("a clerk of the harbour laboratory", "one clerk of the harbour laboratory", True),
    ],
)
def test_only_a_formula_with_words_of_its_own_is_distinct(
    left: str, right: str, distinct: bool
) -> None:
    match = match_words(left, right)
    assert match is not None
    assert match.distinct == distinct


def test_an_office_that_several_people_hold_is_only_probably_one_person() -> None:
    match = match_words("Judge Tom Reed", "the judge")
    assert match is not None
    assert match.score < 0.8


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "They asked for a seat, a senior official familiar with the talks told the paper.",
            "a senior official familiar with the talks",
        ),
        ("According to two people close to the deal, it fell.", "two people close to the deal"),
        ("One diplomat said that it fell.", "One diplomat"),
        ("He met a senior official in the harbour.", None),
        ("A source of water was found, and two people drank.", None),
        ("Anna Weld said that it fell.", None),
    ],
)
def test_an_unnamed_source_is_found_without_a_parse(sentence: str, shown: str | None) -> None:
    found = find_formula(sentence)
    assert (found and found[0].shown) == shown
    assert found is None or found[1].of(sentence) == shown


@pytest.mark.parametrize(
    ("cue", "asserts"),
    [("said", True), ("told", True), ("asked for", False), ("has offered", False), ("", True)],
)
def test_asking_and_offering_is_not_telling(cue: str, asserts: bool) -> None:
    assert is_assertion(cue) is asserts


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Oakham's accounts show a loss of £3m.", "Oakham's accounts"),
        ("The ruling says so.", "The ruling"),
        ("Das Urteil zeigt es.", "Das Urteil"),
        ("Договор показывает, сколько было заплачено.", "Договор"),
        ("Oakham's owners show no remorse.", None),
        ("Nobody has seen the ruling, which shows it.", None),
    ],
)
def test_a_paper_that_shows_something_is_found_without_a_parse(
    sentence: str, shown: str | None
) -> None:
    found = find_paper_voice(sentence)
    assert (found and found[0].shown) == shown
    assert found is None or found[1].of(sentence) == shown
