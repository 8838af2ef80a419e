"""Words of time in a passage become dates, and every place can be found again in the article."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.evidence.query.dated import names_undated_times, write_dates

_DAY = date(2024, 1, 31)
_SECONDS = 3
"""Far more than what is read once takes; what is read again for each word takes far longer."""


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
            'Roe told the "Today" show. It shut more than two years ago. Today it opened.',
            "en",
            'Roe told the "Today" show. It shut more than two years ago. on 31 January 2024 it '
            "opened.",
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
        # a larger number, or none that is sure
        ("en", "The mill was abandoned 2,500 years ago."),
        ("en", "They came 65,000 years ago, or 65 000 years ago."),
        ("en", "The mill shut thirty-five years ago."),
        ("en", "It shut two hundred and five years ago."),
        ("en", "It shut 2.5 years ago, 2-3 years ago, three to four years ago."),
        ("en", "It shut two or three years ago."),
        ("en", "It was built 500 years ago."),
        ("en", "He was shot two years ago this week."),
        ("ru", "Мельницу закрыли двадцать пять лет назад."),
        ("ru", "Её закрыли два или три года назад, а не 2,5 года назад."),
        # another year or month than the one before
        ("en", "Prices fell by 5 percent over the last year."),
        ("en", "It was the last year of his life, and Roe's last month in office."),
        ("de", "Im letzten Jahr seiner Amtszeit trat er zurück."),
        ("de", "Es ist teurer als in dem vergangenen Jahr."),
        ("fr", "Avant-hier il pleuvait. Cette année-là, il est mort."),
        ("fr", "L'année passée à Korvia fut belle."),
        # nothing in the clause has happened: these days
        ("en", "Today the United States produces 12 million barrels."),
        ("en", "Today two hundred people need help indeed."),
        ("en", "Today the town, which was founded in 1904, is known for cheese."),
        ("en", "The mill shut. Today wind power is widely used."),
        ("ru", "Сегодня Павел Рейс живёт в Непале, который пострадал."),
        ("de", "Die Stadt hat heute 5000 Einwohner, die gegen den Bau sind."),
        ("fr", "Aujourd'hui, la ville est utilisée par l'armée."),
        ("fr", "Les jeunes d'aujourd'hui ont grandi."),
        ("es", "Hoy en día la ciudad, que fue fundada en 1904, tiene molinos."),
        ("uk", "Сьогодні Павло Рейс живе у Корвії, яка постраждала."),
        ("pl", "Dziś Paweł i Michał mieszkają w Korvii."),
        # named already, habitual, or ahead
        ("en", "The bridge opened on Friday, March 1."),
        ("en", "Shops are closed on Sunday mornings."),
        ("fr", "La Korvie est aujourd’hui un pays riche avec plusieurs moulins."),
        ("ru", "Сегодня в Корвии школа или стол стоят дорого, если они новые."),
        ("uk", "Сьогодні в Корвії багато банків, коли школа має право."),
        ("pl", "Jeśli dziś Korvia sprzedaje statki, czyli towar, jest bogata."),
        ("es", "Los niños de hoy tienen molinos."),
        # what is past stands in the other part of the sentence
        ("en", "The building was founded in 1900 and is used today."),
        ("en", "The church was built in 1900 and is a museum today."),
        ("en", "Today the church is a museum, but it was built in 1900."),
        ("ru", "Церковь закрыли в 1900 году, но сегодня она открыта."),
        ("ru", "Мельница работает сегодня и работала в 1900 году."),
        ("de", "Die Wahl ist heute offen und das Haus wurde 1900 gebaut."),
        ("de", "Das Haus wurde 1900 gebaut, aber heute ist es leer."),
        ("fr", "L'église fut bâtie en 1900 et aujourd'hui c'est un musée."),
        ("fr", "L'église fut bâtie en 1900 mais est aujourd'hui un musée."),
        ("es", "La iglesia fue construida en 1900 y hoy es un museo."),
        ("es", "La iglesia cerró en 1900, pero hoy es un museo."),
        ("uk", "Церкву закрили у 1900 році, але сьогодні вона відкрита."),
        ("uk", "Млин працював у 1900 році та працює сьогодні."),
        ("pl", "Kościół zamknięto w 1900 roku, ale dziś jest muzeum."),
        ("pl", "Kościół był pusty w 1900 roku i jest pusty dziś."),
    ],
)
def test_what_means_no_day_or_year_that_is_known_stays(language: str, sentence: str) -> None:
    assert write_dates(sentence, _DAY, language).text == sentence


@pytest.mark.parametrize(
    ("language", "sentence", "dated"),
    [
        ("en", "Exports were up on last year.", "on 2023."),
        ("en", "It rose compared with last month.", "with December 2023."),
        ("en", "He left the party and five years ago.", "in 2019."),
        ("en", "The man who was arrested today.", "on 31 January 2024."),
        ("en", "The mill burned and its owner was held today.", "on 31 January 2024."),
        ("de", "Die Mühle brannte, und der Wirt starb heute.", "am 31. Januar 2024."),
        ("en", "It began in 2012, by the end of that year.", "of 2012."),
        ("ru", "Мост закрыли в понедельник.", "29 января 2024 года."),
        ("ru", "Так сообщили сегодня.", "31 января 2024 года."),
        ("de", "Die Brücke ist gesperrt seit gestern.", "seit 30. Januar 2024."),
        ("de", "Sie wurde geschlossen im vergangenen Jahr.", "im Jahr 2023."),
        ("fr", "Les prix ont baissé depuis l'an dernier.", "depuis 2023."),
        ("es", "Los precios bajaron desde el año pasado.", "desde 2023."),
        ("uk", "Ціни зросли з початку цього року.", "з початку 2024 року."),
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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "today "),
        ("en", "Today the mill is "),
        ("en", "even today and "),
        ("en", "on Monday "),
        ("en", "that day "),
        ("de", "heute hat "),
        ("de", "heute hat gebe "),
        ("de", "heute. Er hat "),
        ("ru", "сегодня и "),
        ("fr", "aujourd'hui a "),
        ("es", "hoy y "),
        ("uk", "сьогодні та "),
        ("pl", "dziś i "),
    ],
)
def test_the_same_words_many_times_are_read_in_little_time(language: str, words: str) -> None:
    text = words * (30_000 // len(words))
    started = perf_counter()
    assert write_dates(text, _DAY, language).text
    assert perf_counter() - started < _SECONDS


def test_a_long_passage_is_read_at_its_beginning() -> None:
    text = "It shut yesterday. " * 3_000
    found = write_dates(text, _DAY, "en").replaced
    assert found[0][1] == Span(8, 17)
    assert 1_000 < len(found) < 1_100


@pytest.mark.parametrize(
    ("text", "undated"),
    [
        ("The bridge was closed on Monday.", True),
        ("The bridge was closed last year.", True),
        ("The bridge was closed on 5 May 2031.", False),
        ("The bridge is closed.", False),
    ],
)
def test_whether_a_text_counts_its_times_from_its_own_day(text: str, undated: bool) -> None:
    assert names_undated_times(text, "en") is undated


_WEDNESDAY = date(2031, 5, 7)


@pytest.mark.parametrize(
    ("language", "text", "dated"),
    [
        ("de", "Sie wurde am Montag gesperrt.", "Sie wurde am Montag, 5. Mai 2031, gesperrt."),
        ("de", "Sie ist seit Montag zu.", "Sie ist seit Montag, 5. Mai 2031, zu."),
        ("fr", "Il a été fermé lundi.", "Il a été fermé lundi 5 mai 2031."),
        ("fr", "Il est fermé depuis lundi.", "Il est fermé depuis lundi 5 mai 2031."),
        ("es", "Fue cerrado el lunes.", "Fue cerrado el lunes 5 de mayo de 2031."),
        ("es", "Está así desde el lunes.", "Está así desde el lunes 5 de mayo de 2031."),
        ("uk", "Його закрили у п’ятницю.", "Його закрили у п’ятницю, 2 травня 2031 року."),
        ("pl", "Most zamknięto we wtorek.", "Most zamknięto we wtorek 6 maja 2031."),
    ],
)
def test_a_weekday_that_has_been_becomes_a_date(language: str, text: str, dated: str) -> None:
    assert write_dates(text, _WEDNESDAY, language).text == dated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Rat stimmt am Montag ab."),
        ("de", "Der Rat sagte, er werde am Freitag abstimmen."),
        ("de", "Sie wurde am Montag, den 5. Mai, gesperrt."),
        ("fr", "Le conseil votera lundi."),
        ("fr", "Le musée a fermé le lundi pendant des années."),
        ("fr", "Il a travaillé du lundi au vendredi."),
        ("fr", "Le vote a été fixé à lundi prochain."),
        ("es", "El consejo votará el lunes."),
        ("es", "Los lunes cerró el museo."),
        ("uk", "Рада голосуватиме в середу."),
        ("uk", "Рада мала голосувати в середу."),
        ("pl", "Rada zagłosuje w piątek."),
        ("pl", "Most zamknięto w poniedziałek 5 maja."),
    ],
)
def test_what_is_to_come_or_is_usual_stays(language: str, text: str) -> None:
    assert write_dates(text, _WEDNESDAY, language).text == text
