"""Whom German sentences let speak before «zufolge» and «nach eigenen Angaben»."""

import pytest

from secondsource.reading.attribution.voices import find_attributions


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Der Neubau kostet dem Blatt zufolge vier Millionen Euro.", "dem Blatt"),
        ("Zwei Boote sanken den Angaben des Amtes zufolge.", "den Angaben des Amtes"),
        ("Die Täter flohen ersten Erkenntnissen zufolge nach Polen.", "ersten Erkenntnissen"),
        ("Der Konzern verkaufte im Mai Insidern zufolge Aktien.", "Insidern"),
        ("Der Konzern verkaufte im Herbst Insidern zufolge Aktien.", "Insidern"),
        ("Das Schiff lag am Kai dem Kapitän im Amt zufolge.", "dem Kapitän im Amt"),
        ("Die Stadt half den Opfern Angaben des Amtes zufolge nicht.", "Angaben des Amtes"),
        ("Er gab dem Kind dem Bericht zufolge Tabletten.", "dem Bericht"),
        ("Der Polizei zufolge starben zwei Menschen.", "Der Polizei"),
    ],
)
def test_what_stands_before_zufolge(text: str, source: str) -> None:
    assert [a.source.text for a in find_attributions(text, "de") if a.source] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Die Wasserwacht sucht nach eigenen Angaben zwei Vermisste.", "Die Wasserwacht"),
        ("Die Polizei nahm am Montag nach eigenen Angaben zwei Männer fest.", "Die Polizei"),
        # The object, who is searched for, who is not the one whose word it is
        ("Das Dorf haben russische Truppen nach eigenen Angaben erobert.", None),
        ("Die Insel nahm die Armee nach eigenen Angaben ein.", None),
        ("Die Drohnen wurden nach eigenen Angaben abgefangen.", None),
        ("Der Verdächtige floh nach eigenen Angaben der Polizei.", None),
    ],
)
def test_whose_own_word_it_is(text: str, source: str | None) -> None:
    [found] = find_attributions(text, "de")
    assert (found.source.text if found.source else None) == source
