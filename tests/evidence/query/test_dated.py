"""Words of time in a passage become dates, and every place can be found again in the article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.evidence.query.dated import write_dates

_DAY = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("text", "language", "dated"),
    [
        ("Imports fell last year.", "en", "Imports fell in 2023."),
        (
            "They met yesterday and today.",
            "en",
            "They met on 30 January 2024 and on 31 January 2024.",
        ),
        ("В прошлом году импорт упал.", "ru", "в 2023 году импорт упал."),
        (  # a name; no year can be put; "Today" begins a sentence
            'Roe told the "Today" show. It shut more than two years ago. Today it opens.',
            "en",
            'Roe told the "Today" show. It shut more than two years ago. on 31 January 2024 it '
            "opens.",
        ),
        (
            "It fell - Yesterday, Roe said, “Today we begin.” It was on the Today show.",
            "en",
            "It fell - on 30 January 2024, Roe said, “on 31 January 2024 we begin.” It was on the "
            "Today show.",
        ),
        (
            "Мэр сказал: «Вчера мы закрыли мост».",
            "ru",
            "Мэр сказал: «30 января 2024 года мы закрыли мост».",
        ),
        ("Мост закрыли почти два года назад.", "ru", "Мост закрыли почти два года назад."),
        ("Nothing is dated here.", "en", "Nothing is dated here."),
        ("Imports fell last year.", "xx", "Imports fell last year."),
    ],
)
def test_words_of_time_become_dates(text: str, language: str, dated: str) -> None:
    assert write_dates(text, _DAY, language).text == dated


_WORDS = st.sampled_from(
    ["Imports", "fell", "last year", "yesterday", "the", "bridge", "today", "."]
)


@given(st.lists(_WORDS, min_size=1, max_size=12))
def test_every_place_is_found_again(words: list[str]) -> None:
    passage = " ".join(words)
    dated = write_dates(passage, _DAY, "en")
    assert dated.place(Span(0, len(dated.text))) == Span(0, len(passage))
    for at in range(len(dated.text)):
        placed = dated.place(Span(at, at + 1))
        if any(mine.start <= at < mine.end for mine, _ in dated.replaced):
            assert placed in [theirs for _, theirs in dated.replaced]
        else:
            assert placed.of(passage) == dated.text[at]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "La Korvie est aujourd’hui un pays riche avec plusieurs moulins."),
        ("ru", "Сегодня в Корвии школа или стол стоят дорого, если они новые."),
        ("uk", "Сьогодні в Корвії багато банків, коли школа має право."),
        ("pl", "Jeśli dziś Korvia sprzedaje statki, czyli towar, jest bogata."),
        ("es", "Los niños de hoy tienen molinos."),
    ],
)
def test_a_word_that_only_ends_like_a_past_verb_dates_nothing(language: str, sentence: str) -> None:
    assert write_dates(sentence, _DAY, language).text == sentence


@pytest.mark.parametrize(
    ("language", "sentence", "dated"),
    [
        ("fr", "Le maire a vendu le moulin aujourd'hui.", "le 31 janvier 2024."),
        ("fr", "Les élus votèrent aujourd'hui.", "le 31 janvier 2024."),
        ("ru", "Мэр продал мельницу сегодня.", "31 января 2024 года."),
        ("ru", "Рабочие нашли мельницу сегодня.", "31 января 2024 года."),
        ("uk", "Мер продав млин сьогодні.", "31 січня 2024 року."),
        ("uk", "Робітники знайшли млин сьогодні.", "31 січня 2024 року."),
        ("pl", "Burmistrz sprzedał młyn dziś.", "31 stycznia 2024."),
        ("pl", "Robotnicy znaleźli młyn dziś.", "31 stycznia 2024."),
        ("pl", "Burmistrz przyszedł dziś.", "31 stycznia 2024."),
        ("pl", "Młyn sprzedano dziś.", "31 stycznia 2024."),
        ("pl", "Burmistrz powiedział to dziś.", "31 stycznia 2024."),
        ("es", "El alcalde vendió el molino hoy.", "el 31 de enero de 2024."),
        ("es", "Fue el partido de ayer.", "partido del 30 de enero de 2024."),
        ("es", "Está cerrado desde ayer.", "desde el 30 de enero de 2024."),
        ("fr", "Ce fut le match d’hier.", "match du 30 janvier 2024."),
    ],
)
def test_what_has_happened_today_is_dated(language: str, sentence: str, dated: str) -> None:
    assert write_dates(sentence, _DAY, language).text.endswith(f" {dated}")
