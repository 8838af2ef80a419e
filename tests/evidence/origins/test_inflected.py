"""Outlets in Slavic languages are found in all their cases, and nothing else is."""

import pytest

from secondsource.article import Article, Span
from secondsource.evidence.origins.credit import find_debts, know_outlets
from secondsource.evidence.origins.houses import load_houses

OUTLETS = [
    Article("1", "", outlet="Puls Doliny", language="pl"),
    Article("2", "", outlet="Тополина хвиля", language="uk"),
    Article("3", "", outlet="Лента Вельмы", language="ru"),
    Article("4", "", outlet="Głos", language="pl"),
    Article("5", "", outlet="Берег", language="ru"),
    Article("6", "", outlet="The Coast Herald", language="en"),
    Article("7", "", outlet="Новая газета", language="ru"),
    Article("8", "", outlet="Gazeta Tarnowska", language="pl"),
    Article("9", "", outlet="Вести", language="ru"),
    Article("10", "", outlet="Ветер", language="ru"),
]
KNOWN = know_outlets(OUTLETS, load_houses())
CASES: tuple[tuple[str, str, list[str]], ...] = (
    ("pl", "Według „Pulsu Doliny” most jest zamknięty.", ["Puls Doliny"]),
    ("pl", "Most, jak przeczytałem w „Pulsie Doliny”, jest zamknięty.", ["Puls Doliny"]),
    ("uk", "Як розповіла кореспондентка «Тополиної хвилі», міст закрито.", ["Тополина хвиля"]),
    ("ru", "Мост закрыт, рассказал он в интервью «Ленте Вельмы».", ["Лента Вельмы"]),
    ("ru", "Мост закрыт, пишет со ссылкой на «Берега» мэрия.", ["Берег"]),
    ("ru", "Мост закрыт, рассказал он в интервью «Новой газете».", ["Новая газета"]),
    ("ru", "Мост закрыт, со ссылкой на «Вестей» пишет мэрия.", ["Вести"]),
    ("ru", "Мост закрыт, рассказал он в интервью «Ветру».", ["Ветер"]),
    ("pl", "Most, jak przeczytałem w „Gazecie Tarnowskiej”, jest zamknięty.", ["Gazeta Tarnowska"]),
    ("ru", "По данным береговой охраны мост закрыт.", []),
    ("pl", "Według głosujących most jest zamknięty.", []),
    ("en", "According to the Pulsu Doliny the bridge is shut.", []),
)


def test_another_name_that_begins_alike_is_another_outlet() -> None:
    text = "Мост закрыт, рассказал он в интервью «Вестнику»."
    article = Article("a", text, outlet="Some Paper", language="ru")
    debts = find_debts(article, Span(0, len(text)), KNOWN)
    assert [debt.name for debt in debts if debt.name in KNOWN.names] == []


@pytest.mark.parametrize(("language", "text", "cited"), CASES)
def test_an_outlet_is_cited_in_whatever_case(language: str, text: str, cited: list[str]) -> None:
    article = Article("a", text, outlet="Some Paper", language=language)
    assert [debt.name for debt in find_debts(article, Span(0, len(text)), KNOWN)] == cited
