"""German sentences that go on in the subjunctive with who spoke just before."""

import pytest

from secondsource.reading.attribution.others.reported import is_reported
from secondsource.reading.attribution.voices import assign_voices, find_attributions
from secondsource.sentences import split_sentences


def _sources(text: str) -> list[str | None]:
    spans = split_sentences(text, "de")
    voices = assign_voices(text, "de", spans, find_attributions(text, "de"))
    return [voice.source.text if voice.source else None for voice in voices]


def test_it_goes_on_with_who_spoke() -> None:
    text = (
        "Der Damm ist gebrochen, sagte Landrat Max Huber. Das Wasser habe sich ergossen. "
        "Viele hätten nichts gehört. In der Gasse stand es noch am Abend."
    )
    huber = "Landrat Max Huber"
    assert _sources(text) == [huber, huber, huber, None]


def test_it_goes_on_after_a_quotation_and_after_a_sentence_that_points_back() -> None:
    text = (
        "„Ich bin gelaufen“, sagte er der Nordwelle. Ein Foto habe er nicht machen dürfen.\n\n"
        "Der Damm ist gebrochen. Das teilte die Polizei mit. Etwa 90 Leute seien in Sicherheit."
    )
    assert _sources(text) == ["er", "er", "die Polizei", "die Polizei", "die Polizei"]


def test_it_does_not_go_on_past_the_authors_word_nor_a_paragraph() -> None:
    text = (
        "Der Damm ist gebrochen, sagte Max Huber. Der Ort ist leer. Niemand werde vermisst.\n\n"
        "Der Damm ist gebrochen, sagte Max Huber.\n\nNiemand werde vermisst."
    )
    assert _sources(text) == ["Max Huber", None, None, "Max Huber", None]


@pytest.mark.parametrize(
    "words",
    [
        "Das Wasser habe sich in den Ort ergossen.",
        "Man verhandle mit zwei Reedern.",
        "Kundendaten seien nie in Gefahr gewesen.",
        "Viele hätten erst am Morgen davon erfahren.",
        "Die Feuerwehr rufe man besser gleich.",
        "Der Bau ende im Mai, und er komme gern.",
        "Er rede mit allen.",
    ],
)
def test_the_subjunctive_tells_what_is_reported(words: str) -> None:
    assert is_reported(words)


@pytest.mark.parametrize(
    "words",
    [
        "Das Wasser hat sich in den Ort ergossen.",
        "Das wäre rund ein Fünftel der Leute.",
        "Das wären rund 90 Leute.",
        "Sei es, dass der Fluss steigt, sei es, dass er fällt.",
        "Es lebe die Freiheit.",
        "Wenn sie nur gekommen wären.",
        "Er redet, als sei nichts geschehen.",
        "Ich habe das gesehen.",
        "Sei es so weit?",
        "Heute kannte er keinen mehr.",
        "Am Abend verließ er seine Wohnung.",
        "Danach aß er keine Suppe.",
        "Dann schwieg er lange.",
        "Wie lange er blieb, sagte niemand.",
        "Damit löste er große Sorge aus.",
    ],
)
def test_other_sentences_are_not_reported(words: str) -> None:
    assert not is_reported(words)
