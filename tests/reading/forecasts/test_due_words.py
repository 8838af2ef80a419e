"""Time expressions that look ahead, read from Monday, 18 February 2019."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.reading.forecasts.due_dates import When, read_day
from secondsource.reading.forecasts.due_words import find_times

TODAY = "2019-02-18"

ENGLISH = [
    # the words                                     start         end
    ("The dam will be finished by 2020.", TODAY, "2020"),
    ("The dam will be finished in 2020.", "2020", "2020"),
    ("It will open in early 2021.", "2021", "2021"),
    ("It will last until the end of 2022.", TODAY, "2022"),
    ("The line will open next spring.", "2020-03", "2020-05"),
    ("The line will open this autumn.", "2019-09", "2019-11"),
    ("It will be cold this winter.", "2018-12", "2019-02"),
    ("It will be cold next winter.", "2019-12", "2020-02"),
    ("The line will open in the summer of 2021.", "2021-06", "2021-08"),
    ("Within three years the lake will be dry.", TODAY, "2022"),
    ("In three years the lake will be dry.", "2022", "2022"),
    ("In two weeks' time they will vote.", "2019-03-04", "2019-03-04"),
    ("Over the next ten years the town will shrink.", TODAY, "2029"),
    ("Over the next decade the town will shrink.", TODAY, "2029"),
    ("Within the next month the town will vote.", TODAY, "2019-03"),
    ("In six months prices will fall.", "2019-08", "2019-08"),
    ("By the end of the year prices will fall.", TODAY, "2019"),
    ("By the end of next month prices will fall.", TODAY, "2019-03"),
    ("By the end of the century the sea will rise.", TODAY, "2100"),
    ("Next year the fee will double.", "2020", "2020"),
    ("Next week the fee will double.", "2019-02-25", "2019-03-03"),
    ("The council will meet on Thursday.", "2019-02-21", "2019-02-21"),
    ("The council will meet on Monday.", "2019-02-25", "2019-02-25"),
    ("The council will meet tomorrow.", "2019-02-19", "2019-02-19"),
    ("The trial will begin on 5 March.", "2019-03-05", "2019-03-05"),
    ("The trial will begin on January 5.", "2020-01-05", "2020-01-05"),
    ("The trial will begin on March 5, 2021.", "2021-03-05", "2021-03-05"),
    ("The trial will begin on 2020-11-30.", "2020-11-30", "2020-11-30"),
    ("The trial will end before 1 June 2020.", TODAY, "2020-06-01"),
    ("The school will open in September.", "2019-09", "2019-09"),
    ("The school will open on 31 February 2020.", "2020-02", "2020-02"),
    ("The school will open in January.", "2020-01", "2020-01"),
    ("The school will open in September 2020.", "2020-09", "2020-09"),
    ("It will be paid in the second half of 2020.", "2020-07", "2020-12"),
    ("It will be paid in the first quarter of 2020.", "2020-01", "2020-03"),
    ("Most cars will be electric in the 2030s.", "2030", "2039"),
    ("The rule will apply from 2021.", "2021", "open"),
    ("Between 2021 and 2025 it will be rebuilt.", "2021", "2025"),
    ("It will last until Sunday.", TODAY, "2019-02-24"),
    ("It will end by Friday.", TODAY, "2019-02-22"),
    ("By Friday Mr Olin will have left.", TODAY, "2019-02-22"),
    ("On Monday Apple will show a new phone.", "2019-02-25", "2019-02-25"),
    ("They will vote in the fall.", "2019-09", "2019-11"),
    ("They will vote in the spring of next year.", "2020", "2020"),
    ("It will end Friday.", "2019-02-22", "2019-02-22"),
    ("It will open by the end of June.", TODAY, "2019-06"),
    ("It will open by the end of June 2020.", TODAY, "2020-06"),
    ("It will open at the end of June.", "2019-06", "2019-06"),
    ("It will open in late June.", "2019-06", "2019-06"),
    ("It will open by the summer.", TODAY, "2019-08"),
    ("In the next five to ten years it will double.", TODAY, "2029"),
    ("Within 48 hours it will be over.", TODAY, "2019-02-20"),
    ("In two hours it will be over.", TODAY, TODAY),
    ("In 2030 the dam will be finished.", "2030", "2030"),
    ("Soon everybody will know.", "open", "open"),
    ("In the coming years everybody will know.", "open", "open"),
]
RUSSIAN = [
    ("Плотину достроят к 2025 году.", TODAY, "2025"),
    ("Плотина будет готова в 2020 году.", "2020", "2020"),
    ("Плотина будет готова до конца года.", TODAY, "2019"),
    ("Плотина будет готова до конца 2020 года.", TODAY, "2020"),
    ("Линию откроют следующей весной.", "2020-03", "2020-05"),
    ("Линию откроют летом 2020 года.", "2020-06", "2020-08"),
    ("Через три года озеро высохнет.", "2022", "2022"),
    ("Через год озеро высохнет.", "2020", "2020"),
    ("Через полгода озеро высохнет.", "2019-08", "2019-08"),
    ("В течение двух лет озеро высохнет.", TODAY, "2021"),
    ("В следующем году цены вырастут.", "2020", "2020"),
    ("На следующей неделе цены вырастут.", "2019-02-25", "2019-03-03"),
    ("Суд начнется 5 марта.", "2019-03-05", "2019-03-05"),
    ("Суд начнется 5 марта 2021 года.", "2021-03-05", "2021-03-05"),
    ("Суд начнется в сентябре.", "2019-09", "2019-09"),
    ("Суд начнется завтра.", "2019-02-19", "2019-02-19"),
    ("Деньги поступят в первом квартале 2020 года.", "2020-01", "2020-03"),
    ("Плотину достроят к сентябрю.", TODAY, "2019-09"),
    ("Плотину достроят к маю.", TODAY, "2019-05"),
    ("Плотину достроят к лету.", TODAY, "2019-08"),
    ("Плотину достроят к следующему лету.", TODAY, "2020-08"),
    ("Плотину достроят до весны.", TODAY, "2019-05"),
    ("В ближайшие пять лет озеро высохнет.", TODAY, "2024"),
    ("В течение ближайших трех лет озеро высохнет.", TODAY, "2022"),
    ("Скоро все узнают.", "open", "open"),
    ("В ближайшие годы все узнают.", "open", "open"),
]
OTHERS = [
    ("de", "Die Brücke wird bis Ende des Jahres fertig sein.", TODAY, "2019"),
    ("de", "Die Brücke soll bis Jahresende fertig sein.", TODAY, "2019"),
    ("de", "Die Preise werden in den nächsten fünf Jahren steigen.", TODAY, "2024"),
    ("de", "Der Hafen wird nächste Woche schließen.", "2019-02-25", "2019-03-03"),
    ("de", "Der Hafen soll im Herbst 2027 schließen.", "2027", "2027"),
    ("fr", "Le pont sera prêt d'ici la fin de l'année.", TODAY, "2019"),
    ("fr", "Le pont sera prêt avant la fin du mois.", TODAY, "2019-02"),
    ("fr", "Les prix monteront dans les cinq prochaines années.", TODAY, "2024"),
    ("fr", "Le pont ouvrira la semaine prochaine.", "2019-02-25", "2019-03-03"),
    ("es", "El puente estará listo antes de fin de año.", TODAY, "2019"),
    ("es", "El puente estará listo antes de que termine el mes.", TODAY, "2019-02"),
    ("es", "El puente estará listo en el año 2030.", "2030", "2030"),
    ("es", "Los precios subirán en los próximos cinco años.", TODAY, "2024"),
    ("es", "El puente abrirá el mes próximo.", "2019-03", "2019-03"),
    ("pl", "Most będzie gotowy do końca roku.", TODAY, "2019"),
    ("pl", "Most będzie gotowy do końca przyszłego roku.", TODAY, "2020"),
    ("pl", "Ceny wzrosną w ciągu najbliższych pięciu lat.", TODAY, "2024"),
    ("uk", "Міст буде готовий до кінця року.", TODAY, "2019"),
    ("uk", "Ціни зростуть протягом наступних п’яти років.", TODAY, "2024"),
    ("uk", "Вибори відбудуться восени 2027 року.", "2027", "2027"),
    ("uk", "Суд розгляне справу наступного тижня.", "2019-02-25", "2019-03-03"),
]
AMOUNTS = [
    # four figures that are no year
    ("en", "He sold the car for 2100 euros last week."),
    ("en", "The army was cut by 2100 soldiers."),
    ("en", "The film was shown in 2100 cinemas."),
    ("en", "The price rose from 2050 dollars."),
    ("fr", "Le loyer passe avant 2100 euros."),
    ("es", "La multa se redujo en 2100 euros."),
    ("pl", "Rachunek opiewał na 2100 złotych."),
    ("pl", "Umowa trafiła do 2100 gmin."),
    ("uk", "Тариф зріс на 2100 гривень."),
    ("uk", "Борг скоротили до 2100 дол."),
    ("de", "Das Haus wird 2100 Euro kosten."),
    ("en", "In 2100 euros the difference is clear."),
]
YEARS = [
    # a year before a noun stays one
    ("en", "By 2030 prices will double.", "2030"),
    ("en", "In 2026 elections will be held in Hungary.", "2026"),
    ("en", "By 2030 people will live on Mars.", "2030"),
    ("en", "Experts say by 2030 people will live on Mars.", "2030"),
    ("en", "Sales will rise from 2027 thanks to exports.", "open"),
    ("en", "Sea levels will rise by 2100 unless emissions fall.", "2100"),
    ("en", "In 2026 European elections will be held.", "2026"),
    ("en", "By 2030 metro lines will reach the port.", "2030"),
    ("fr", "En 2025 plusieurs pays devront voter.", "2025"),
    ("fr", "D'ici 2030 certains pays devront voter.", "2030"),
    ("fr", "Les ventes baisseront en 2027 malgré certains efforts.", "2027"),
    ("fr", "En 2027 France Travail devra économiser.", "2027"),
    ("es", "En 2026 varios países votarán.", "2026"),
    ("es", "En 2026 miles de personas votarán.", "2026"),
    ("es", "Los precios subirán en 2026 unos puntos.", "2026"),
    ("pl", "W 2027 rząd będzie budować mosty.", "2027"),
    ("pl", "Jak mówi premier, w 2027 rząd będzie budować mosty.", "2027"),
    ("pl", "Most w 2027 będzie gotowy.", "2027"),
    ("uk", "У 2027 уряд буде будувати мости.", "2027"),
    ("uk", "У 2027 європейські країни будуть голосувати.", "2027"),
]
NO_TIME_TO_COME = [
    "It was built in 2015.",
    "They met in the 1990s.",
    "The room will hold 300 people.",
    "There will be no war.",
    "It happened on February 11.",
    "It happened in August 2016.",
    "It happened in the summer of 2018.",
    "It opened shortly after the war.",
    "The crisis will end in the fall of the government.",
    "The war will end in the fall of Kabul.",
    "It will play a part in the fall in prices.",
    "Prices will rise by Sunday Times estimates.",
    "By Sunday Times estimates prices will rise.",
    "Shops will open early on Black Friday.",
    "They will march on Bloody Sunday.",
    "Trading stopped on Good Friday.",
    "The plant closed last Friday.",
]


def _first(text: str, language: str, published: str | None) -> When | None:
    return next((found.when for found in find_times(text, language, read_day(published))), None)


@pytest.mark.parametrize(("text", "start", "end"), ENGLISH)
def test_english(text: str, start: str, end: str) -> None:
    when = _first(text, "en", TODAY)
    assert when is not None
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(("text", "start", "end"), RUSSIAN)
def test_russian(text: str, start: str, end: str) -> None:
    when = _first(text, "ru", TODAY)
    assert when is not None
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(("language", "text", "start", "end"), OTHERS)
def test_other_languages(language: str, text: str, start: str, end: str) -> None:
    when = _first(text, language, TODAY)
    assert when is not None
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(("language", "text"), AMOUNTS)
def test_an_amount_is_no_year(language: str, text: str) -> None:
    assert _first(text, language, TODAY) is None


@pytest.mark.parametrize(("language", "text", "end"), YEARS)
def test_a_year_before_a_noun_stays_a_year(language: str, text: str, end: str) -> None:
    when = _first(text, language, TODAY)
    assert when is not None
    assert when.end == end


@pytest.mark.parametrize("text", NO_TIME_TO_COME)
def test_what_does_not_look_ahead(text: str) -> None:
    assert _first(text, "en", TODAY) is None


NEEDS_THE_DAY = ["It will open next spring.", "It will open in three weeks.", "It will end in May."]


@pytest.mark.parametrize("text", NEEDS_THE_DAY)
@pytest.mark.parametrize("published", [None, "", "2019", "not a date"])
def test_without_the_day_of_publication_it_stays_open(text: str, published: str | None) -> None:
    when = _first(text, "en", published)
    assert when is not None
    assert (when.start, when.end) == ("open", "open")


_PIECES = st.sampled_from(
    [
        "in",
        "by",
        "next",
        "this",
        "the",
        "end",
        "of",
        "2020",
        "9999",
        "1900",
        "31",
        "30",
        "0",
        "Feb",
        "February",
        "May",
        "weeks",
        "years",
        "three",
        "decade",
        "century",
        "spring",
        "Monday",
        "-",
        ",",
        ".",
        "до",
        "конца",
        "через",
        "лет",
        "года",
        "году",
        "5",
        "мая",
        "следующей",
        "весной",
    ]
)


@given(st.lists(_PIECES, max_size=12), st.sampled_from(["en", "ru"]))
def test_any_words_give_dates_in_order_or_none(words: list[str], language: str) -> None:
    when = _first(" ".join(words), language, "2019-12-31")
    if when is not None and "open" not in (when.start, when.end):
        shared = min(len(when.start), len(when.end))
        assert when.start[:shared] <= when.end[:shared]
