"""Whom German sentences let speak before «zufolge» and «nach eigenen Angaben», and whom hear."""

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
        ("Im Mai war der Vertrag Beamten zufolge fertig.", "Beamten"),
        ("Der Vertrag ist den Beamten zufolge fertig.", "den Beamten"),
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


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Im Mai Insidern zufolge wurde der Vertrag unterschrieben.", None),
        ("Der Vertrag wurde im Mai Insidern zufolge unterschrieben.", None),
        ("Im Mai war der Vertrag Insidern zufolge fertig.", None),
        ("Im Mai Weber zufolge war der Vertrag fertig.", None),
        ("Der Vertrag war Mai Weber zufolge fertig.", "Mai Weber"),
        ("Im Mai sprach Klaus Weber. Der Vertrag war Weber zufolge fertig.", "Klaus Weber"),
    ],
)
def test_a_month_and_people_in_general_are_no_name(text: str, entity: str | None) -> None:
    [found] = find_attributions(text, "de")
    assert (found.source.entity if found.source else None) == entity


@pytest.mark.parametrize(
    ("said", "source", "entity"),
    [
        # Behind the speaker stands whom it was said to, in the dative.
        ("Klaus Weber dieser Zeitung", "Klaus Weber", "Klaus Weber"),
        ("Klaus Weber der dpa am Montag", "Klaus Weber", "Klaus Weber"),
        ("Weber der Zeitung „Bild“", "Weber", None),
        ("Weber unserer Redaktion", "Weber", None),
        ("sie dem Sender ARD", "sie", None),
        ("Ministerin Anna Weber der „Süddeutschen Zeitung“", "Ministerin Anna Weber", "Anna Weber"),
        ("Anna Weber den Zeitungen der Funke Mediengruppe", "Anna Weber", "Anna Weber"),
        ("Anna Weber Journalisten in Berlin", "Anna Weber", "Anna Weber"),
        ("der Sprecher der Polizei der Nachrichtenagentur AFP", "der Sprecher der Polizei", None),
        ("eine Sprecherin der Deutschen Presse-Agentur", "eine Sprecherin", None),
        ("das Ministerium der dpa", "das Ministerium", None),
        # Whom the speaker belongs to, in the genitive.
        ("der Chef der Zeitung „Bild“", "der Chef der Zeitung „Bild“", None),
        ("eine Reporterin der „Bild“", "eine Reporterin der „Bild“", None),
        ("ein Redakteur dieser Zeitung", "ein Redakteur dieser Zeitung", None),
        ("eine Korrespondentin der dpa", "eine Korrespondentin der dpa", None),
        ("drei Journalisten aus Köln", "drei Journalisten", None),
        ("der Sprecher von den Grünen", "der Sprecher von den Grünen", None),
        ("eine Sprecherin der Polizei", "eine Sprecherin der Polizei", None),
        ("Karl der Große", "Karl der Große", None),
    ],
)
def test_whom_it_was_said_to_is_no_part_of_who_says(
    said: str, source: str, entity: str | None
) -> None:
    verb = "sagten" if said.startswith("drei") else "sagte"
    [found] = find_attributions(f"„Die Brücke ist sicher“, {verb} {said}.", "de")
    assert found.source is not None
    assert (found.source.text, found.source.entity) == (source, entity)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Klaus Weber sagte dieser Zeitung, die Brücke sei sicher.", "Klaus Weber"),
        ("Klaus Weber sagte der „Bild“, die Brücke sei sicher.", "Klaus Weber"),
        ("Klaus Weber sagte der Bank ab, die Brücke war zu.", None),
        ("Klaus Weber rief den Rat auf, die Brücke zu sperren.", None),
    ],
)
def test_whom_it_was_said_to_may_stand_before_the_clause(text: str, source: str | None) -> None:
    found = [a.source.text if a.source else None for a in find_attributions(text, "de")]
    assert found == ([source] if source else [])
