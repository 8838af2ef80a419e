"""Whom it is said to, between the verb and who says it: the press hears, somebody else speaks."""

import pytest

from secondsource.reading.attribution.voices import find_attributions

HEARERS = [
    ("es", "«La presa está cerrada», dijo a EFE Pedro Ruiz.", "Pedro Ruiz"),
    ("es", "«La presa está cerrada», explicó a los periodistas Pedro Ruiz.", "Pedro Ruiz"),
    ("fr", "« Le barrage est fermé », a indiqué à l'AFP Paul Martin.", "Paul Martin"),
    ("fr", "« Le barrage est fermé », a déclaré au Monde Paul Martin.", "Paul Martin"),
    ("pl", "„Tama jest zamknięta” – powiedział PAP Jan Nowak.", "Jan Nowak"),
    ("pl", "„Tama jest zamknięta” – powiedział Polskiej Agencji Prasowej Jan Nowak.", "Jan Nowak"),
    ("uk", "«Греблю закрито», – сказав УНІАН Олег Гайдай.", "Олег Гайдай"),
]
NO_HEARERS = [
    ("es", "«La presa está cerrada», dijo Pedro Ruiz a EFE.", "Pedro Ruiz"),
    ("es", "Pedro Ruiz dijo a EFE que la presa está cerrada.", "Pedro Ruiz"),
    ("fr", "Paul Martin a indiqué à l'AFP que le barrage est fermé.", "Paul Martin"),
    ("pl", "„Tama jest zamknięta” – podała PAP.", "PAP"),
    ("uk", "«Греблю закрито», – повідомляє УНІАН.", "УНІАН"),
]


@pytest.mark.parametrize(("language", "text", "source"), [*HEARERS, *NO_HEARERS])
def test_the_press_that_it_is_said_to_is_no_source(language: str, text: str, source: str) -> None:
    (found,) = find_attributions(text, language)
    assert found.source is not None
    assert (found.source.text, found.source.entity or source) == (source, source)
