"""What kind of statement a sentence is."""

from time import process_time

import pytest

from secondsource.reading.forecasts.forecasts import Forecast
from secondsource.reading.kinds.kinds import find_opinion_words, judge_kind, say_no_statement
from secondsource.reading.statement import Kind

NO_STATEMENT = [
    ("Is this in the interest of the town?", "It is a question."),
    ("“Who paid for it?”", "It is a question."),
    ("Thank you very much, ladies and gentlemen.", "It greets or thanks."),
    ("Don’t hope for mercy from the council.", "It calls on the reader."),
    ("Subscribe to our morning letter today.", "It calls on the reader."),
    ("Harbour closed after storm", "It is a heading."),
    ("Share this article with your friends.", "It calls on the reader."),
    ("Watch the video of the storm.", "It calls on the reader."),
    ("Watch how the storm came ashore.", "It calls on the reader."),
    ("Share your story with the paper.", "It calls on the reader."),
    ("Imagine a town without a port.", "It calls on the reader."),
    ("Read More about the storm here.", "It calls on the reader."),
    ("Please share this story today.", "It calls on the reader."),
    ("PLEASE SHARE THIS STORY TODAY.", "It calls on the reader."),
    ("Thanks for listening to our show.", "It greets or thanks."),
    ("Thanks so much to our readers.", "It greets or thanks."),
    ("Happy birthday, dear Vera!", "It greets or thanks."),
    ("Not so.", "It is too short to state something."),
    ("Кто заплатил за мост?", "It is a question."),
    ("Photo: Larkhaven Gazette", "It is a credit line."),
    ("— ответил Иван Олин.", "It only says who speaks."),
    ("Lesen Sie auch den Bericht von gestern.", "It calls on the reader."),
    ("¿Quién pagó el puente?", "It is a question."),
]
STATEMENTS = [
    "The harbour was closed after the storm.",
    "“The harbour was closed after the storm”",
    "Look-alike coins were found in the well.",
    "Remember that the harbour was closed.",
    "Thanks to the vaccine, deaths fell by 90 percent in 2021.",
    "Thanks in part to donations, the school reopened in May.",
    "Thanks largely to exports, the town grew in 2021.",
    "Share prices fell by 3 percent on Monday.",
    "Share prices in London fell sharply on Monday.",
    "Share buybacks at Apple reached $90bn.",
    "Share sales by directors doubled in 2023.",
    "Watch makers in Geneva cut 200 jobs.",
    "Remember the Titans grossed 136 million dollars.",
    "Imagine Dragons sold 10 million records.",
    "Listen Technologies was sold in 2020.",
    "Please Touch Museum opened in 1976.",
    "Watch sales rose 12 percent to 2.1 billion francs.",
    "Happy Valley residents were told to leave.",
    "Welcome rain fell across the region on Sunday.",
    "»Das Werk hat 300 Menschen entlassen.«",
    "«Порт закрыли после шторма.»",
    "The plant was closed in 2019.[3]",
    "The plant was closed in 2019. [3][14]",
    "Порт закрыли после шторма.",
]


@pytest.mark.parametrize(("text", "reason"), NO_STATEMENT)
def test_it_states_nothing(text: str, reason: str) -> None:
    assert say_no_statement(text) == reason
    assert judge_kind(text, "en", None, 0.0, 0.5).kind is Kind.OTHER


@pytest.mark.parametrize("text", STATEMENTS)
def test_it_states_something(text: str) -> None:
    assert say_no_statement(text) is None


def test_the_threshold_parts_opinions_from_claims() -> None:
    text = "The harbour was closed in haste."
    assert judge_kind(text, "en", None, 0.49, 0.5).kind is Kind.CLAIM
    opinion = judge_kind(text, "en", None, 0.5, 0.5)
    assert opinion.kind is Kind.OPINION
    assert opinion.because == "It reads as an opinion (model score 0.50)."


def test_words_of_a_view_lower_the_threshold() -> None:
    text = "The harbour should be closed."
    opinion = judge_kind(text, "en", None, 0.4, 0.5)
    assert opinion.kind is Kind.OPINION
    assert opinion.because == "It gives a view: “should” (model score 0.40)."
    assert judge_kind(text, "en", None, 0.2, 0.5).kind is Kind.CLAIM
    assert judge_kind("The harbour was closed.", "en", None, 0.4, 0.5).kind is Kind.CLAIM


def test_a_forecast_is_one_even_when_it_is_a_view() -> None:
    judged = judge_kind("The port will sadly close.", "en", Forecast("will", None), 0.9, 0.5)
    assert judged.kind is Kind.FORECAST
    assert judged.because == "It speaks of what is to come: “will”."


RUSSIAN_VIEWS = [
    ("На мой взгляд, мост закрыли напрасно.", "На мой взгляд"),
    ("Увы, чиновники не ушли в отставку.", "Увы"),
    ("Мост закрыли в пятницу вечером.", None),
    ("Движение «Вставай, Москва!» зарегистрировали в 2019 году.", None),
    ("Мост снова закрыли на ремонт!", "!"),
    ("Как следует из доклада, мост должны закрыть.", None),
]


@pytest.mark.parametrize(("text", "words"), RUSSIAN_VIEWS)
def test_russian_views_are_told_by_words(text: str, words: str | None) -> None:
    assert find_opinion_words(text, "ru") == words
    kind = judge_kind(text, "ru", None, None, 1.0).kind
    assert judge_kind(text, "ru", None, 0.1, 0.5).kind is kind
    assert kind is (Kind.OPINION if words else Kind.CLAIM)


@pytest.mark.parametrize("run", ["!", "[1]", "share ", "thanks a ", "thanks", "welcome ", "«!"])
def test_endless_runs_are_judged_in_time(run: str) -> None:
    text = run * 20_000 + "x"
    start = process_time()
    say_no_statement(text)
    find_opinion_words(text, "ru")
    assert process_time() - start < 2
