"""Which sentences look ahead, and when they come due, read from 18 February 2019."""

from time import process_time

import pytest

from secondsource.article import Span
from secondsource.reading.forecasts.forecasts import find_forecast, read_due
from secondsource.reading.statement import AUTHOR, Due, Source, Voice

TODAY = "2019-02-18"
MINISTER = Voice("attributed", Source("the minister", Span(0, 12), "Vera Olin"))

FORECASTS = [
    "The port will reopen.",
    "The port won’t reopen.",
    "They’ll come back for the money.",
    "The port is going to close.",
    "The bank is widely expected to fail.",
    "Analysts expect the bank to fail.",
    "Prices are likely to rise.",
    "The worst still lies ahead.",
    "The union plans to strike next month.",
    "The lake could dry up by 2030.",
    "The meeting takes place on Thursday.",
    "All this leads to a crisis in 2020 during the elections.",
]
NOT_FORECASTS = [
    "On Sundays they will sit by the sea.",
    "I’ll tell you what was in the letter.",
    "They hope the port will be saved.",
    "The public won’t be allowed to know what was agreed.",
    "In 2014 the union promised to strike within two years.",
    "They will have heard of it by now.",
    "The port reopened.",
    "It was the will of the people.",
    "She showed a strong will.",
    "He was going to the market.",
    "They are going to the market.",
    "Will the port reopen?",
    "The union plans to strike.",
    "The lake could be seen from the road.",
    "The union planned to strike in 2015.",
    "It would have been better to wait.",
    "He made the pledge at a meeting on Friday.",
    "“They may be wrong,” she said on Friday.",
    "All this led to a crisis in 2018.",
]
RUSSIAN = [
    ("Порт будет закрыт.", True),
    ("Порт откроется в мае.", True),
    ("Ожидается, что банк закроют.", True),
    ("К 2025 году озеро исчезает.", True),
    ("Порт закрыли в мае.", False),
    ("Порт закроют до конца года.", True),
    ("В порт отправили 200 солдат за семь дней до переговоров.", False),
    ("Об этом говорится в статье, которая вышла на этой неделе.", False),
    ("В следующем году порт закрывает институт.", True),
    ("Через неделю он получил письмо и едет в порт.", False),
    ("Будет ли порт закрыт?", False),
]
DUE = [
    (
        "The port will reopen by 2021 if the money comes, she promised.",
        Due(TODAY, "2021", "if the money comes", None, "promised"),
    ),
    (
        "Unless the rain stops, the harvest will probably fail this autumn.",
        Due("2019-09", "2019-11", "Unless the rain stops", None, "probably", "likely"),
    ),
    ("The port will reopen.", Due("open", "open")),
    ("The strike will end by Friday, the union said.", Due(TODAY, "2019-02-22")),
    ("The court will rule on the case, officials said Friday.", Due("open", "open")),
    ("The ministry said Friday it will close the port.", Due("open", "open")),
    ("The vote will be held in early May.", Due("2019-05", "2019-05")),
    (
        "The court will decide in two weeks whether May broke the law.",
        Due("2019-03-04", "2019-03-04"),
    ),
    ("He said on Friday that the port will close in June.", Due("2019-06", "2019-06")),
    ("In March, officials said, the port will close.", Due("open", "open")),
    ("“The port will close,” she said in an interview on Friday.", Due("open", "open")),
    ("The port will close by June, he told the council on Friday.", Due(TODAY, "2019-06")),
    ("Even if it rains the port will reopen soon.", Due("open", "open")),
    ("On Friday the court will decide.", Due("2019-02-22", "2019-02-22")),
]


@pytest.mark.parametrize("text", FORECASTS)
def test_it_looks_ahead(text: str) -> None:
    assert find_forecast(text, "en", TODAY, reported=False)


@pytest.mark.parametrize("text", NOT_FORECASTS)
def test_it_does_not_look_ahead(text: str) -> None:
    assert find_forecast(text, "en", TODAY, reported=False) is None


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text: str, expected: bool) -> None:
    assert (find_forecast(text, "ru", TODAY, reported=False) is not None) is expected


@pytest.mark.parametrize(("text", "expected"), DUE)
def test_when_it_comes_due(text: str, expected: Due) -> None:
    forecast = find_forecast(text, "en", TODAY, reported=False)
    assert forecast is not None
    assert read_due(text, "en", forecast, AUTHOR) == expected


def test_a_reported_would_looks_ahead_when_it_is_dated() -> None:
    text = "The port would close in June."
    assert find_forecast(text, "en", TODAY, reported=True)
    assert find_forecast(text, "en", TODAY, reported=False) is None
    assert find_forecast("The port would close.", "en", TODAY, reported=True) is None


def test_the_holder_is_who_says_it() -> None:
    text = "The port will close."
    forecast = find_forecast(text, "en", TODAY, reported=True)
    assert forecast is not None
    assert read_due(text, "en", forecast, MINISTER).holder == "Vera Olin"


def test_russian_condition_and_certainty() -> None:
    text = "Если дождь не прекратится, урожай, вероятно, погибнет, и цены вырастут до конца года."
    forecast = find_forecast(text, "ru", TODAY, reported=False)
    assert forecast is not None
    expected = Due(TODAY, "2019", "Если дождь не прекратится", None, "вероятно", "likely")
    assert read_due(text, "ru", forecast, AUTHOR) == expected


def test_a_russian_story_gives_its_dates_to_the_past() -> None:
    text = "Пятого числа власти заявили 27 марта, что школа будет закрыта."
    forecast = find_forecast(text, "ru", TODAY, reported=False)
    assert forecast is not None
    assert forecast.when is None
    plain = find_forecast("Школа будет закрыта 27 марта.", "ru", TODAY, reported=False)
    assert plain is not None
    assert plain.when is not None
    assert plain.when.end == "2019-03-27"


RUSSIAN_SAID = [
    # who says it is told in the past; what is said comes due all the same
    ("Стадион будет построен до конца года, заявил губернатор Иван Олин.", (TODAY, "2019")),
    ("Налоги вырастут в следующем году, сообщил министр финансов.", ("2020", "2020")),
    ("Через месяц завод остановят, рассказал директор.", ("2019-03", "2019-03")),
    ("Завод остановят через неделю, — отметил директор.", ("2019-02-25", "2019-02-25")),
    ("Как сообщил министр, налоги вырастут в следующем году.", ("2020", "2020")),
    ("Стадион, заявил мэр, будет построен до конца года.", (TODAY, "2019")),
    ("Мэр заявил: стадион построят до конца года.", (TODAY, "2019")),
    ("Стадион, который обещали в 2015 году, будет готов до конца года.", (TODAY, "2019")),
    ("США передадут ракеты к лету, сказал посол.", (TODAY, "2019-08")),
    ("Кафе, которое открыли в пятницу, будет закрыто.", None),
]


@pytest.mark.parametrize(("text", "due"), RUSSIAN_SAID)
def test_who_says_it_in_russian_takes_no_date_away(text: str, due: tuple[str, str] | None) -> None:
    forecast = find_forecast(text, "ru", TODAY, reported=True)
    assert forecast is not None
    assert ((forecast.when.start, forecast.when.end) if forecast.when else None) == due


def test_a_limit_is_no_day_of_telling() -> None:
    text = "Olin said he believed that the port would close by Friday."
    forecast = find_forecast(text, "en", TODAY, reported=True)
    assert forecast is not None
    assert forecast.when is not None
    assert forecast.when.end == "2019-02-22"


LOOK_ALIKE = [
    # nouns, presents and passives that end like a verb of the future, and what does look ahead
    ("es", "Teherán rechazó la propuesta.", False),
    ("es", "Los partidos extremos perdieron votos.", False),
    ("es", "El catamarán chocó contra el muelle.", False),
    ("es", "Queremos una solución, dijo el alcalde.", False),
    ("es", "Será una decisión difícil.", True),
    ("es", "El presidente los recibirá.", True),
    ("es", "El ministro dará una explicación.", True),
    ("es", "Mañana haremos una propuesta.", True),
    ("fr", "L'épidémie de choléra a fait 40 morts.", False),
    ("fr", "Les patrons ont signé l'accord.", False),
    ("fr", "Il habite dans les environs de Paris.", False),
    ("fr", "La diaspora arménienne a manifesté.", False),
    ("fr", "Le ministre déclara que la guerre était finie.", False),
    ("fr", "Le train va entre Paris et Lyon.", False),
    ("fr", "Nous livrons 300 colis par jour.", False),
    ("fr", "Nous ne ferons pas de concessions.", True),
    ("fr", "Le gouvernement recevra les patrons.", True),
    ("fr", "On connaîtra le résultat.", True),
    ("fr", "Il pourra partir.", True),
    ("fr", "Nous lirons le rapport.", True),
    ("fr", "Le mur s'effondra en 1989.", False),
    ("fr", "Il encadra la réforme.", False),
    ("fr", "La guerre engendra la misère.", False),
    ("fr", "Il serra la main du ministre.", False),
    ("fr", "Elle frustra ses électeurs.", False),
    ("fr", "Le juge arbitra le conflit.", False),
    ("fr", "L'armée massacra les habitants.", False),
    ("fr", "Le maire consacra sa vie au port.", False),
    ("fr", "Il livra la ville.", False),
    ("fr", "Elle enterra son mari.", False),
    ("fr", "Il fourra la lettre dans sa poche.", False),
    ("fr", "Il tira sur la foule.", False),
    ("fr", "Elle inspira le mouvement.", False),
    ("fr", "La guerre dura dix ans.", False),
    ("fr", "Elle demeura à Paris.", False),
    ("fr", "Nous consacrons un an au projet.", False),
    ("fr", "Nous restaurons le château.", False),
    ("fr", "Nous serrons la main du ministre.", False),
    ("fr", "Le mur tombera.", True),
    ("fr", "Il rendra la réforme au Parlement.", True),
    ("fr", "Elle viendra demain.", True),
    ("fr", "Le prix vaudra le double.", True),
    ("fr", "Il faudra partir.", True),
    ("fr", "Le maire mettra fin au projet.", True),
    ("fr", "On verra le résultat.", True),
    ("fr", "Le pont finira par céder.", True),
    ("fr", "Il courra le risque.", True),
    ("fr", "Elle suivra le ministre.", True),
    ("fr", "Il vaincra son rival.", True),
    ("fr", "Le contrat conclura le débat.", True),
    ("fr", "Nous aurons le résultat.", True),
    ("fr", "Vous devrez partir.", True),
    ("fr", "Il enverra la lettre.", True),
    ("fr", "Le prix augmentera.", True),
    ("fr", "La ville entrera dans l'histoire.", True),
    ("de", "Das Kraftwerk wird von RWE betrieben.", False),
    ("de", "Der Mann wird von der Polizei gesucht, wie die Behörden mitteilen.", False),
    ("de", "Das Haus wird von Studenten bewohnt, die dort arbeiten.", False),
    ("de", "Die Regel wird von vielen nicht verstanden.", False),
    ("de", "Die Stadt wird den Hafen schließen.", True),
    ("de", "Holm wird das Spiel gewinnen.", True),
    ("de", "Es wird Regen geben.", True),
]


@pytest.mark.parametrize(("language", "text", "expected"), LOOK_ALIKE)
def test_what_only_ends_like_a_verb_of_the_future(language: str, text: str, expected: bool) -> None:
    assert (find_forecast(text, language, TODAY, reported=False) is not None) is expected


@pytest.mark.parametrize("language", ["en", "ru", "de", "fr", "es", "pl", "uk"])
@pytest.mark.parametrize(
    "run",
    [
        "a",
        "wird ",
        "zu ",
        "ge",
        "nous ",
        "сообщил ",
        ", сказал",
        "до конца ",
        "in 2100 ",
        "by the ",
        "by 2030 people ",
        "Black Friday ",
        "serra",
        "gendr",
    ],
)
def test_endless_runs_are_read_in_time(run: str, language: str) -> None:
    text = (run * 2000)[:2000]
    start = process_time()
    find_forecast(text, language, TODAY, reported=True)
    assert process_time() - start < 2


OTHERS = [
    # language, sentence, start and end; None where it is no forecast
    ("de", "Der Hafen wird im nächsten Jahr schließen.", ("2020", "2020")),
    ("de", "Der Hafen wird seit Jahren erweitert.", None),
    ("de", "Der Hafen soll bis 5. März 2021 geschlossen werden.", (TODAY, "2021-03-05")),
    ("fr", "Le port fermera dans deux ans.", ("2021", "2021")),
    ("fr", "Le port serait trop petit.", None),
    ("es", "El puerto va a cerrar en marzo de 2020.", ("2020-03", "2020-03")),
    ("es", "El puerto cerró en marzo de 2018.", None),
    ("pl", "Port zostanie zamknięty w 2021 roku.", ("2021", "2021")),
    ("pl", "Port ma dwie latarnie.", None),
    ("uk", "Порт буде закритий до 2021 року.", (TODAY, "2021")),
    ("uk", "Порт закрили у березні.", None),
]


@pytest.mark.parametrize(("language", "text", "due"), OTHERS)
def test_other_languages(language: str, text: str, due: tuple[str, str] | None) -> None:
    forecast = find_forecast(text, language, TODAY, reported=False)
    when = forecast.when if forecast else None
    assert ((when.start, when.end) if when else None) == due
    assert (forecast is None) is (due is None)


def test_languages_without_a_table_have_no_forecasts() -> None:
    assert find_forecast("Il porto chiuderà.", "it", TODAY, reported=False) is None


OLD = [
    # what was quoted from a known day is counted from it; from a past without a date, from none
    ("In 2014 the mayor said: “The port will close next year.”", ("2015", "2015")),
    ("Three years ago she wrote that “the port will close in two years”.", ("2018", "2018")),
    ("Long ago the mayor said: “The port will close next year.”", ("open", "open")),
    ("“The port will close next year,” the mayor said.", ("2020", "2020")),
    ("В 2014 году мэр сказал: «Порт закроют через год».", ("2015", "2015")),
]


@pytest.mark.parametrize(("text", "due"), OLD)
def test_an_old_quotation_counts_from_its_own_day(text: str, due: tuple[str, str]) -> None:
    language = "ru" if "мэр" in text else "en"
    forecast = find_forecast(text, language, TODAY, reported=True)
    assert forecast is not None
    assert forecast.when is not None
    assert (forecast.when.start, forecast.when.end) == due


SURENESS = [
    ("The port will certainly close.", "certainly", "certain"),
    ("It is not likely to close; it will change hands.", "not likely", "unlikely"),
    ("The port may close if it rains.", "may", "possible"),
    ("The port is expected to close.", "expected", "likely"),
    ("The port will close.", None, None),
]


@pytest.mark.parametrize(("text", "word", "likelihood"), SURENESS)
def test_how_sure_it_is(text: str, word: str | None, likelihood: str | None) -> None:
    forecast = find_forecast(text, "en", TODAY, reported=False)
    assert forecast is not None
    due = read_due(text, "en", forecast, AUTHOR)
    assert (due.certainty, due.likelihood) == (word, likelihood)
