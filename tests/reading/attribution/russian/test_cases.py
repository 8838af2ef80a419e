"""Russian names back in the nominative."""

import pytest

from secondsource.article import Span
from secondsource.reading.attribution.russian.cases import to_nominative
from secondsource.reading.attribution.russian.parse import TokenRu, load_first_names

FORMS = [
    ("Кротова", "Gen", "Masc", "Кротов"),
    ("Рябову", "Dat", "Masc", "Рябов"),
    ("Данилиным", "Ins", "Masc", "Данилин"),
    ("Глуховой", "Gen", "Fem", "Глухова"),
    ("Дятлову", "Acc", "Fem", "Дятлова"),
    ("Задорожного", "Gen", "Masc", "Задорожный"),
    ("Вольского", "Gen", "Masc", "Вольский"),
    ("Илье", "Dat", "Masc", "Илья"),
    ("Павла", "Gen", "Masc", "Павел"),
    ("Петру", "Dat", "Masc", "Пётр"),
    ("Игоря", "Gen", "Masc", "Игорь"),
    ("Сергея", "Acc", "Masc", "Сергей"),
    ("Юрием", "Ins", "Masc", "Юрий"),
    ("Ильи", "Gen", "Masc", "Илья"),
    ("Марины", "Gen", "Fem", "Марина"),
    ("Ольги", "Gen", "Fem", "Ольга"),
    ("Марии", "Dat", "Fem", "Мария"),
    ("Ким", "Dat", "Fem", "Ким"),
    ("Росгидромета", "Gen", "Masc", "Росгидромет"),
    ("Министерстве", "Loc", "Neut", "Министерство"),
    ("Палаты", "Gen", "Fem", "Палата"),
    ("Роснефти", "Gen", "Fem", "Роснефть"),
    ("МВД", "Loc", "Neut", "МВД"),
    ("Рябов", "Nom", "Masc", "Рябов"),
]


@pytest.mark.parametrize(("word", "case", "gender", "expected"), FORMS)
def test_a_word_in_the_nominative(word: str, case: str, gender: str, expected: str) -> None:
    token = TokenRu(
        index=0,
        span=Span(0, len(word)),
        text=word,
        pos="PROPN",
        dep="nmod",
        head=0,
        children=(),
        case=case,
        gender=gender,
        number="Sing",
    )
    assert to_nominative(token, load_first_names()) == expected
