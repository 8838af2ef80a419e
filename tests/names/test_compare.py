"""Whether two written names are of one person or body: tables a person can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.names.cases import first_cases
from secondsource.names.compare import Outcome, compare_names
from secondsource.names.name import NameKind, read_body, read_person
from secondsource.names.sounds import fold_word, make_keys, measure_likeness

_PERSONS = (
    ("Volodymyr Zelensky", "Wolodymyr Selenskyj", "same"),
    ("Volodymyr Zelensky", "Володимир Зеленський", "same"),
    ("Alexander Lukashenko", "Аляксандр Лукашэнка", "same"),
    ("Mikhail Gorbachev", "Michail Gorbatschow", "same"),
    ("Владимир Путин", "Владимиру Путину", "same"),
    ("Pavel Orlov", "Павлом Орловым", "same"),
    ("V. Putin", "Владимир Путин", "same"),
    ("Putin, Vladimir", "Vladimir Putin", "same"),
    ("Bill Clinton", "William Clinton", "same"),
    ("Bill Clinton", "Hillary Clinton", "different"),
    ("George Bush", "Jeb Bush", "different"),
    ("George W. Bush", "George H. W. Bush", "different"),
    ("Paul Weld", "Paula Weld", "different"),
    ("Павел Орлов", "Пётр Орлов", "different"),
    ("Виктор Янукович", "Виктория Янукович", "different"),
    ("Victor Yanukovych", "Виктория Янукович", "different"),
    ("Виктор Янукович", "Виктора Януковича", "same"),
    ("Александр Янукович", "Александра Януковича", "same"),
    ("Александр Иванов", "Александром Ивановым", "same"),
    ("Александр Иванов", "Александра Иванова", "unclear"),
    ("Alexander Ivanov", "Александра Иванова", "unclear"),
    ("Alexandra Ivanova", "Александра Иванова", "same"),
    ("Евгений Сидоров", "Евгения Сидорова", "unclear"),
    ("Paul Martin", "Martin Paul", "unclear"),
    ("Ali Hassan", "Hassan Ali", "unclear"),
    ("Orbán Viktor", "Viktor Orbán", "same"),
    ("Donald Trump", "Donald Trump Jr.", "different"),
    ("Jimmy Carter", "Jim Harter", "different"),
    ("Clinton", "Hillary Clinton", "unclear"),
    ("Президент", "Владимир Путин", "different"),
    ("Henry VII", "Henry VIII", "different"),
    ("Pope John Paul I", "Pope John Paul II", "different"),
    ("Martin Luther", "Martin Luther King", "different"),
    ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón", "same"),
)
_BODIES = (
    ("World Health Organization", "WHO", "same"),
    ("the U.S.", "United States", "same"),
    ("Defence Ministry", "Ministry of Defense", "same"),
    ("Министерства обороны", "Министерство обороны", "same"),
    ("North Channel Pilots Association", "NCPA", "same"),
    ("University of Washington", "Washington University", "different"),
    ("Ministry of Defence", "Ministry of Health", "different"),
    ("Us", "United States", "different"),
    ("Всемирной организации здравоохранения", "WHO", "same"),
    ("Международным валютным фондом", "IMF", "same"),
    ("МАГАТЭ", "IAEA", "same"),
    ("Foreign Ministry", "Russian Foreign Ministry", "unclear"),
)


@pytest.mark.parametrize(("left", "right", "outcome"), _PERSONS)
def test_two_persons(left: str, right: str, outcome: str) -> None:
    found = compare_names(left, right, NameKind.PERSON)
    assert found.outcome.value == outcome
    assert bool(found.signals) == (found.outcome is Outcome.SAME)


@pytest.mark.parametrize(("left", "right", "outcome"), _BODIES)
def test_two_bodies(left: str, right: str, outcome: str) -> None:
    assert compare_names(left, right, NameKind.BODY).outcome.value == outcome


def test_each_reason_is_a_sentence() -> None:
    found = compare_names("V. Putin", "Владимир Путин", NameKind.PERSON)
    assert [signal.name for signal in found.signals] == ["same_sound", "initials"]
    assert "first letter" in found.signals[1].sentence


def test_polish_has_cases_only_where_the_text_is_polish() -> None:
    pair = ("Donald Tusk", "Donaldem Tuskiem", NameKind.PERSON)
    assert compare_names(*pair, ("pl", "pl")).outcome is Outcome.SAME
    assert compare_names(*pair).outcome is Outcome.DIFFERENT


_WORDS = st.text(
    st.sampled_from("abcehijklmnoprstuwyzżöabгдежзийкльпрстухцчшщыюяіїєґ'- ."), max_size=24
)


@given(_WORDS, _WORDS)
def test_comparing_is_the_same_both_ways(left: str, right: str) -> None:
    for kind in NameKind:
        one, other = compare_names(left, right, kind), compare_names(right, left, kind)
        assert (one.outcome, one.score) == (other.outcome, other.score)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold_word(fold_word(word)) == fold_word(word)


@given(_WORDS, _WORDS)
def test_likeness_is_symmetric_and_whole_with_itself(left: str, right: str) -> None:
    assert measure_likeness(left, right) == measure_likeness(right, left)
    assert 0 <= measure_likeness(left, right) <= 1
    assert measure_likeness(left, left) == 1


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_a_name(text: str) -> None:
    read_person(text)
    read_body(text)
    assert len(make_keys(text)) <= 16


@given(_WORDS)
def test_a_word_is_among_its_own_first_cases(word: str) -> None:
    assert fold_word(word) in first_cases(word, True)
    assert fold_word(word) in first_cases(word, False)
