"""Sources that are not right beside their verb, in languages that have a table."""

import pytest

from secondsource.reading.attribution.voices import assign_voices, find_attributions
from secondsource.sentences import split_sentences

LAST = [
    # Whom and when stand between verb and source.
    ("fr", "Le barrage a cédé lundi, a indiqué mardi la préfecture.", "la préfecture"),
    ("fr", "Le barrage a cédé, a expliqué à notre micro la maire.", "la maire"),
    (
        "es",
        "La directora, Eva Ruiz, confirmó este martes que la presa cedió.",
        "La directora, Eva Ruiz",
    ),
    ("pl", "– Tama puściła w nocy – powiedziała naszemu reporterowi Ewa Król.", "Ewa Król"),
    # The name that closes a source.
    ("fr", "« La digue tient », a assuré à la presse la maire, Ève Blanc.", "la maire, Ève Blanc"),
    ("fr", "« Même les canards sont partis », sourit-il.", "il"),
    # A verb without a subject, and where it is said.
    ("uk", "З Дубового вивезли 90 людей, повідомили в обласній поліції.", "обласній поліції"),
    ("uk", "В обласній поліції повідомили, що вивезли 90 людей.", "обласній поліції"),
    ("pl", "Szlaban był zamknięty, wynika z raportu urzędu kolei.", "raportu urzędu kolei"),
    ("de", "Im Mai waren die Werte am höchsten, heißt es in dem Bericht.", "dem Bericht"),
    ("de", "Im Mai waren die Werte am höchsten, heißt es auf Seite neun.", None),
    ("de", "Aus dem Rathaus hieß es nur, man sei im Gespräch.", "Aus dem Rathaus"),
    # Whose opinion it is.
    ("pl", "Jej zdaniem raport niczego nie wyjaśnia.", "Jej"),
    ("uk", "За його словами, ще дев'ятеро поранені.", "його"),
    ("pl", "W kraju brakuje, według szacunków izby pracy, stu lekarzy.", "szacunków izby pracy"),
    # What is told of the source after it is no part of what it says.
    (
        "fr",
        "Neuf personnes sont restées, selon les pompiers, qui ont attendu le matin.",
        "les pompiers",
    ),
    # Datelines.
    ("fr", "ORRIN, 18 mai 2026 (Alpha) - Un pont est tombé lundi, a indiqué le maire.", "le maire"),
    ("es", "ORRIN.- La alcaldesa, Eva Ruiz, dijo que el puente cayó.", "La alcaldesa, Eva Ruiz"),
]
AUTHORS = [
    ("uk", "Людей вивезли в середу, повідомили в п'ятницю."),
    ("fr", "Le maire attend l'avis du préfet et de toute la région depuis lundi."),
    ("de", "Er sprach von mehreren Leuten, nannte aber keinen."),
    ("es", "El puente, que cayó este martes, lo cuenta todo."),
    ("pl", "Straty rosną, wynika z tego coś złego."),
]


@pytest.mark.parametrize(("language", "text", "source"), LAST)
def test_who_says_it(language: str, text: str, source: str | None) -> None:
    spans = split_sentences(text, language)
    voice = assign_voices(text, language, spans, find_attributions(text, language))[-1]
    assert voice.type == "attributed"
    assert (voice.source.text if voice.source else None) == source


@pytest.mark.parametrize(("language", "text"), AUTHORS)
def test_nobody_says_it(language: str, text: str) -> None:
    spans = split_sentences(text, language)
    [voice] = assign_voices(text, language, spans, find_attributions(text, language))
    assert voice.source is None


def test_the_subject_of_two_verbs_says_what_follows_the_second() -> None:
    text = "El alcalde de Orrin visitó el puente y dijo que ya no es seguro para los camiones."
    [found] = find_attributions(text, "es")
    assert found.source is not None
    assert found.source.text == "El alcalde de Orrin"


def test_a_clause_before_a_colon_is_nobody() -> None:
    text = 'Auch Kabel seien ein Thema: "Da hängt in manchem Betrieb ein Zettel an der Tür."'
    assert [a.source for a in find_attributions(text, "de")] == [None]


def test_a_relative_clause_goes_with_its_noun() -> None:
    text = "Einsatzleiter Max Huber sprach am Sonntag von 43 Leuten, die dort warten mussten."
    [found] = find_attributions(text, "de")
    assert [p.of(text) for p in found.content] == ["43 Leuten, die dort warten mussten"]
