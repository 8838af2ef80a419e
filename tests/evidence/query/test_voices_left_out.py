"""What is asked of a statement without the words that tell whose it is."""

import pytest

from tests.evidence.query.asking import ask


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        (
            "en",
            "| The sluice gates were open when the tug passed, a man close to the inquiry told the "
            "Post.",
            "The sluice gates were open when the tug passed.",
        ),
        (
            "en",
            "“We mend it. | Until then the way round is by Orrin, which is nine miles,” he wrote.",
            "Until then the way round is by Orrin, which is nine miles.",
        ),
        (
            "en",
            "| As Lorne Weekly notes in its May issue, the county sold the weir to Harl.",
            "The county sold the weir to Harl.",
        ),
        ("en", "| The Mail has it that the weir began to leak.", "The weir began to leak."),
        (
            "pl",
            "| ORRIN, 29 stycznia (Alfa) — Rada miejska przyjęła nowy plan finansowy.",
            "Rada miejska przyjęła nowy plan finansowy.",
        ),
        (
            "de",
            "| Orrin (dpa) - Der Damm des Beckens ist gebrochen.",
            "Der Damm des Beckens ist gebrochen.",
        ),
        (
            "fr",
            "| Le barrage a cédé dans la nuit, a expliqué à notre micro la maire, Ève Blanc.",
            "Le barrage a cédé dans la nuit.",
        ),
        (
            "es",
            "| «La presa sonó como una campana rota», contó el alcalde a este diario en su casa de "
            "Orrin, con las manos todavía inquietas.",
            "La presa sonó como una campana rota.",
        ),
        (
            "uk",
            "| З Дубового вивезли 90 мешканців, повідомили в обласній поліції.",
            "З Дубового вивезли 90 мешканців.",
        ),
        (
            "de",
            "| Im Mai waren die Werte am höchsten, heißt es in dem Bericht.",
            "Im Mai waren die Werte am höchsten.",
        ),
    ],
)
def test_who_says_it_is_left_out(language: str, text: str, asked: str) -> None:
    assert ask(text, language).whole.text == asked


def test_a_clause_that_only_tells_who_says_it_is_no_fact() -> None:
    asked = ask(
        "| The weir had moved by a foot in the years after she built it, the Orrin Mail revealed "
        "on Friday morning."
    )
    assert not any("Mail revealed" in part.text for part in asked.parts)


def test_he_at_the_head_of_what_is_said_is_no_other_person() -> None:
    asked = ask(
        "Mia Bell said the hall was empty. | The warden told the Post that he had locked it in May."
    )
    assert "Mia Bell had" not in asked.whole.text


@pytest.mark.parametrize(
    "text",
    [
        "| Smoke rose over Orrin – a first sign – and the weir broke in May.",
        "| The crew, tired and wet, told nobody in Orrin about the weir.",
    ],
)
def test_what_tells_no_source_stays(text: str) -> None:
    assert ask(text).whole.text == text.removeprefix("| ")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "В Орине прорвало плотину. | В субботу там лопнула труба.",
            "В субботу, 2 марта 2024 года, в Орине лопнула труба.",
        ),
        ("В Орине прорвало плотину. | Там лопнула труба.", "В Орине лопнула труба."),
        ("| Бригада приехала во вторник.", "Бригада приехала во вторник, 5 марта 2024 года."),
    ],
)
def test_russian_places_and_days_are_put_in_as_one_writes_them(text: str, asked: str) -> None:
    assert ask(text, "ru").whole.text == asked
