"""The word lists of the edits: every language compiles, and numbers mean what they say."""

import pytest

from secondsource.lineage.edits.numbers import find_dates, find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.lineage.edits.words_en import inflect

LANGUAGES = ("en", "ru", "uk", "de", "fr", "es", "pl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_in_small_letters_and_full(language: str) -> None:
    words = words_for(language)
    for pattern in (words.hedges, words.named_after, words.says, words.loaded):
        alternatives = pattern.pattern.replace(r"\W", "").replace("(?<!", "")
        assert alternatives == alternatives.lower()
        assert len(alternatives) > 40
    lists = words.values
    assert (len(lists.months), len(lists.weekdays)) == (12, 7)
    assert all(word == word.lower() for word in (*lists.numbers, *lists.scales, *lists.ordinals))


def test_a_language_without_lists_matches_nothing() -> None:
    assert words_for("sv").hedges.search("kanske the alleged thief said") is None
    assert words_for(None) == words_for("en")


NUMBERS = [
    ("en", "forty men and 12 boys", [40, 12]),
    ("en", "two hundred and fifty men", [250]),
    ("en", "twenty-five men, a million crowns", [25, 1e6]),
    ("en", "2.5 million and 2,500,000 and 2.5m", [2.5e6, 2.5e6, 2.5e6]),
    ("en", "a dozen eggs", [12]),
    ("en", "the MH-17 flight of 298", [298]),
    ("en", "on 4 July 2014 at 10:30 the 12 men", [12]),
    ("en", "40% of them and 40 per cent", [40, 40]),
    ("ru", "двадцать пять человек и 12 тысяч рублей", [25, 12e3]),
    ("ru", "2,5 млн рублей, 12 300 человек", [2.5e6, 12300]),
    ("de", "drei Millionen Euro, 1.500 Menschen", [3e6, 1500]),
    # thousands with a hard blank, as newsrooms set them
    ("ru", "16\u00a0700 человек, 1\u202f500 рублей", [16700, 1500]),
    ("fr", "10\u00a0000 manifestants", [10000]),
    # words that count as digits do
    ("de", "dreizehn Menschen, einundzwanzig Tote, zweihundert Häuser", [13, 21, 200]),
    ("de", "ein Haus und der letzte Dreier", []),
    ("ru", "погибли трое, ранены пятеро, ищут двоих", [3, 5, 2]),
    ("ru", "тройка, пятёрка и двойники", []),
    ("uk", "загинули троє, п’ятеро поранені, одинадцять зникли", [3, 5, 11]),
    ("uk", "прокурор Сорока приїхав", []),
    ("pl", "trzej żołnierze, troje dzieci, dwudziestu jeden ludzi, pięciuset", [3, 3, 21, 500]),
    ("fr", "vingt et un morts, quatre-vingts, quatre-vingt-dix-sept", [21, 80, 97]),
    ("fr", "vingt blessés et un mort", [20, 1]),
    ("es", "dieciséis, treinta y cinco, doscientas personas", [16, 35, 200]),
    ("es", "cincuenta muertos y cinco heridos", [50, 5]),
    # a thousand millions, in words too; a hundred in "per cent" is none
    ("es", "mil millones, dos mil millones, tres mil quinientos millones", [1e9, 2e9, 3.5e9]),
    ("en", "two thousand million; one million two hundred thousand", [2e9, 1.2e6]),
    ("fr", "dix pour cent, 12 pour cent, cent personnes", [10, 12, 100]),
    ("es", "diez por ciento, ciento veinte", [10, 120]),
    # names, and what is said of no number; the same words as numbers
    ("de", "Peter Sieben sah die Elf, und sieben Leute gaben auf Herrn Acht acht.", [7, 8]),
    ("de", "Zwei Tote in Halle: Drei Verletzte, vier Millionen Schaden", [2, 3, 4e6]),
    ("de", "Er ließ es außer acht. In acht Jahren wird man achtgeben", [8]),
    ("pl", "Jan Sto widział sto osób", [100]),
    ("uk", "Олена Сто і сорок людей бачили один одного", [40]),
    ("ru", "Иван Сорок и сорок человек, СТО ДВАДЦАТЬ ДОМОВ", [40, 120]),
    ("fr", "le Pont Neuf, du neuf, ce pont neuf est à neuf", []),
    ("fr", "au moins neuf morts, de neuf ans, ils sont neuf, du neuf au douze", [9, 9, 9, 9, 12]),
    ("es", "el Once de Madrid y la ONCE; once muertos, ONCE MUERTOS", [11, 11]),
    ("en", "Ten Dead After Six Floors Fall", [10, 6]),
]


@pytest.mark.parametrize(("language", "text", "values"), NUMBERS)
def test_numbers(language: str, text: str, values: list[float]) -> None:
    words = words_for(language)
    found = find_numbers(text, text.lower(), words, find_dates(text, words))
    ordered = sorted(found, key=lambda amount: amount.span)
    assert [amount.key[1] for amount in ordered] == values


DATES = [
    ("en", "on Tuesday, July 4, 2014", {"weekday 2", "month 7", "day 4", "year 2014"}),
    ("en", "on 4 July at 10 p.m.", {"month 7", "day 4", "clock 1320"}),
    ("en", "it may march on", set()),
    ("en", "in 1990s and 2000 people", {"decade 1990"}),
    ("en", "2014-07-04 and 4.7.2014", {"date 14-07-04"}),
    ("ru", "во вторник, 4 июля 2014 года", {"weekday 2", "month 7", "day 4", "year 2014"}),
    ("pl", "we wtorek, 4 lipca", {"weekday 2", "month 7", "day 4"}),
    ("de", "am Dienstag, 4. Juli", {"weekday 2", "month 7", "day 4"}),
    ("de", "am Mittwochabend, Sonnabendnacht, mittwochs", {"weekday 3", "weekday 6"}),
    ("de", "Montagearbeiten, Freitagsgebet", set()),
    ("uk", "перед п’ятницею, до вівторка, груднем", {"weekday 5", "weekday 2", "month 12"}),
    ("pl", "od środy, przed wrześniem, w niedzielę", {"weekday 3", "month 9", "weekday 7"}),
]


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "nine kilometres", ("length", 9000.0)),
        ("de", "neun Kilometern", ("length", 9000.0)),
        ("ru", "52 километра", ("length", 52000.0)),
        ("pl", "12 hektarów", ("area", 12.0)),
        ("uk", "90 км/год", ("speed", 90.0)),
        ("es", "cinco personas", None),
        ("en", "the ninth mile", None),
    ],
)
def test_measures(language: str, text: str, measure: tuple[str, float] | None) -> None:
    (found,) = find_numbers(text, text.lower(), words_for(language), [])
    assert (found.measure and (found.measure[0], found.measure[2])) == measure


@pytest.mark.parametrize(
    ("text", "unit"),
    [("3 millions d'euros", "€"), ("3 millones de dólares", "$"), ("3 millones de personas", "")],
)
def test_currency_after_a_scale(text: str, unit: str) -> None:
    language = "fr" if "millions" in text else "es"
    (found,) = find_numbers(text, text.lower(), words_for(language), [])
    assert found.unit == unit


@pytest.mark.parametrize(("language", "text", "parts"), DATES)
def test_dates(language: str, text: str, parts: set[str]) -> None:
    found = (amount.key for amount in find_dates(text, words_for(language)))
    assert {f"{kind} {value:g}" if isinstance(value, float) else f"{kind} {value}"
            for kind, value in found} == parts  # fmt: skip


def test_inflection() -> None:
    assert inflect("argue agree deny quip stress", base=False).split("|") == [
        "argues", "argued", "arguing", "agrees", "agreed", "agreeing", "denies", "denied",
        "denying", "quips", "quipped", "quipping", "stresses", "stressed", "stressing",
    ]  # fmt: skip
