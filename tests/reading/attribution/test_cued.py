"""What is passed over unread says nothing of who says what."""

import pytest

from secondsource.reading import find_attributions
from secondsource.reading.attribution.cued import may_attribute

SPOKEN = (
    ("en", "Mayor Anna Weld acknowledged that the bridge was closed."),
    ("en", "Mayor Anna Weld maintained that the bridge was closed."),
    ("en", "Mayor Anna Weld alleged that the bridge was closed."),
    ("en", "Mayor Anna Weld tweeted that the bridge was closed."),
    ("en", "Mayor Anna Weld recalled that the bridge was closed."),
    ("en", "The bridge was closed, according to Anna Weld."),
    ("en", "Mayor Anna Weld admitted that the bridge was closed."),
    ("en", "Mayor Anna Weld denies that the bridge was closed."),
    ("en", "Anna Weld wrote that the bridge was closed."),
    (None, "Anna Weld swore that the bridge was closed."),
    ("fr", "Le maire Jean Dupont a affirmé que le pont était fermé depuis lundi."),
    ("fr", "Le maire Jean Dupont a indiqué que le pont était fermé depuis lundi."),
    ("es", "El alcalde Juan Pérez afirmó que el puente estaba cerrado."),
    ("es", "El alcalde Juan Pérez señaló que el puente estaba cerrado."),
    ("de", "Bürgermeister Hans Meier betonte, dass die Brücke gesperrt sei."),
    ("de", "Bürgermeister Hans Meier behauptete, dass die Brücke gesperrt sei."),
    ("pl", "Burmistrz Jan Kowalski twierdzi, że most jest zamknięty."),
    ("pl", "Burmistrz Jan Kowalski oświadczył, że most jest zamknięty."),
    ("uk", "Мер Іван Коваль стверджує, що міст закритий."),
    ("ru", "Мэр Иван Петров рассказал, что мост закрыт."),
    ("ru", "По словам мэра Ивана Петрова, мост закрыт."),
    ("ru", "Со слов мэра, мост закрыт."),
    ("en", "RADIN: The dam holds."),
    ("en", "It rained.\n\nAnna Weld: The dam holds."),
    ("en", "The firm was accused by Anna Weld of hiding it."),
    ("ru", "Радин:\n— Плотина стоит крепко уже сто лет."),
    ("de", "Radin:\n— Der Damm hält schon seit hundert Jahren."),
)
SILENT = (
    ("en", "The bridge over the harbour is 300 metres long and was built in 1931."),
    ("fr", "Le pont mesure 300 mètres et date de 1931."),
    ("de", "Die Brücke ist 300 Meter lang und stammt aus dem Jahr 1931."),
    ("ru", "Мост длиной 300 метров построен в 1931 году."),
    ("zz", "Ponto longo 300."),
    ("en", "Photo: The bridge over the harbour."),
    ("en", "The bridge – 300 metres long – dates from 1931."),
    ("de", "Die Brücke – 300 Meter lang – stammt aus dem Jahr 1931."),
    ("ru", "Мост: длина 300 метров."),
    ("ru", "Мост — самый длинный в городе."),
)


@pytest.mark.parametrize(("language", "text"), SPOKEN)
def test_a_text_with_a_source_is_read(language: str | None, text: str) -> None:
    assert any(said.source for said in find_attributions(text, language))
    assert may_attribute(text, language)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_text_without_is_not(language: str, text: str) -> None:
    assert not may_attribute(text, language)
    assert not find_attributions(text, language)


def test_a_quotation_is_read_in_any_language() -> None:
    assert may_attribute("„Nein“", "zz")
