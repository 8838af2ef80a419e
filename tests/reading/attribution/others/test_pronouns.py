"""Whom "he" and "she" mean where there is no grammar: the one who spoke last, where it is sure."""

import pytest

from secondsource.reading.attribution.voices import find_attributions

HALDER = "„Die Brücke hält“, sagte Bürgermeister Jens Halder. "
SOMMER = "Anwältin Petra Lohse sagte, der Vertrag sei falsch. "


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("de", HALDER + "„Wir bauen im Mai“, sagte er.", "Jens Halder"),
        ("de", HALDER + "Das Geld ist da. Er erklärte, dass im Mai gebaut werde.", "Jens Halder"),
        ("de", SOMMER + "„Wir klagen“, fügte sie hinzu.", "Petra Lohse"),
        (
            "fr",
            "« Le pont tiendra », a déclaré le maire Jean Garnier. « Il rouvrira », a-t-il dit.",
            "Jean Garnier",
        ),
        (
            "es",
            "El alcalde Luis Cordero dijo que el puente aguanta. Él afirmó que abrirá en mayo.",
            "Luis Cordero",
        ),
        (
            "pl",
            "„Most wytrzyma zimę”, powiedziała burmistrz Anna Wilk. „Otworzymy go w maju”, dodała "
            "ona.",
            "Anna Wilk",
        ),
        (
            "uk",
            "«Міст вистоїть», — сказав мер Олег Савчук. Він заявив, що роботи почнуться в травні.",
            "Олег Савчук",
        ),
    ],
)
def test_the_person_who_spoke_last(language: str, text: str, entity: str) -> None:
    last = find_attributions(text, language)[-1]
    assert last.source is not None
    assert last.source.entity == entity


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HALDER + "„Wir bauen im Mai“, sagte sie.", id="a man is no she"),
        pytest.param(SOMMER + "„Wir klagen“, sagte er.", id="a woman is no he"),
        pytest.param(HALDER + "„Wir bauen“, sagten sie.", id="they"),
        pytest.param(
            HALDER + "Der Rat lobte Karl Wessel. „Wir bauen im Mai“, sagte er.",
            id="somebody else is named in between",
        ),
        pytest.param(
            HALDER + "Der Bericht nennt, dass Geld fehlt. Der Sprecher sagte, er wisse nichts. "
            "„Wir bauen im Mai“, sagte er.",
            id="somebody else spoke in between",
        ),
        pytest.param(
            HALDER + "Es regnet. Der Rat tagt. Die Stadt wartet. Das Geld fehlt. „Nein“, sagte er.",
            id="far away",
        ),
        pytest.param("Die Deutsche Werft sagte, es eile. „Wir bauen“, sagte er.", id="a body"),
    ],
)
def test_nobody_where_it_is_not_sure(text: str) -> None:
    last = find_attributions(text, "de")[-1]
    assert last.source is not None
    assert last.source.text.lower() in ("er", "sie")
    assert last.source.entity is None
