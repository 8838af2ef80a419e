"""The people whom two texts name, beside each other in two languages."""

import pytest

from secondsource.lineage.translation.people_said import name_others

MAYOR = "Mayor Ines Dorrow said that the bridge would stay shut until autumn."


@pytest.mark.parametrize(
    ("right", "language", "other"),
    [
        ("Мэр Инес Дорроу сказала, что мост будет закрыт до осени.", "ru", False),
        ("Die Bürgermeisterin Ines Dorrow sagte, die Brücke bleibe gesperrt.", "de", False),
        ("Wójt Ines Dorrow powiedziała, że most będzie zamknięty do jesieni.", "pl", False),
        ("Трещин только три, сказал инженер Пётр Лосев.", "ru", True),
        ("Die Brücke bleibt gesperrt, sagte der Ingenieur Karl Abel.", "de", True),
        ("Le pont reste fermé, a dit l'ingénieur Jean Morel.", "fr", True),
    ],
)
def test_whether_others_are_named(right: str, language: str, other: bool) -> None:
    assert name_others([(MAYOR, right)], ("en", language)) is other


def test_one_of_two_may_be_left_out() -> None:
    both = f"{MAYOR} The driver, Paul Martin, was unhurt."
    said = "La alcaldesa Ines Dorrow dijo que el puente seguirá cerrado."
    assert not name_others([(both, said)], ("en", "es"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong Un said so.", "Ким Чен Ын так сказал."),
        ("Robert Kennedy Jr. said so.", "Роберт Кеннеди-младший так сказал."),
        ("Anna Nowak-Kowalska said so.", "Это сказала Анна Новак-Ковальская."),
    ],
)
def test_surnames_that_are_not_the_last_word_are_found(left: str, right: str) -> None:
    assert not name_others([(left, right)], ("en", "ru"))


def test_of_a_surname_of_two_parts_another_is_told() -> None:
    assert name_others([("Anna Nowak-Kowalska said so.", "Анна Лосева так сказала.")], ("en", "ru"))


def test_a_credited_translator_is_nobody_whom_the_text_names() -> None:
    pairs = [("The bridge is shut.", "Most jest zamknięty. Tłumaczyła Anna Kowalska.")]
    assert not name_others(pairs, ("en", "pl"), ["Anna Kowalska"])
    assert name_others(pairs, ("en", "pl"), ["Ewa Lis"])


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [(MAYOR, "多罗对BBC说，大桥将关闭到秋天。")],
        [("The mayor said that the bridge is shut.", "Мэр сказала, что мост закрыт.")],
        [(MAYOR, "市长说，大桥将关闭到秋天。")],
    ],
)
def test_where_nobody_can_be_compared_nothing_is_said(pairs: list[tuple[str, str]]) -> None:
    assert not name_others(pairs, ("en", "ru"))


def test_of_a_long_list_the_first_names_decide() -> None:
    names, others = "Anna Nowak, " * 60, "Karl Abel, " * 60
    known = f"{names}{others}met."
    assert not name_others([(known, "Anna Nowak przyszła.")], ("en", "pl"))
    assert name_others([(f"{others}{names}met.", "Anna Nowak przyszła.")], ("en", "pl"))
