"""Who says what in languages that have a table and no grammar."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading.attribution.others.table import (
    ENTRIES,
    list_languages,
    load_table,
    make_table,
)
from secondsource.reading.attribution.voices import assign_voices, find_attributions
from secondsource.sentences import split_sentences

MARKS = {
    "de": ["„Die Brücke hält“", "»Die Brücke hält«", "‚Die Brücke hält‘", '"Die Brücke hält"'],
    "fr": ["« Le pont tiendra »", "«Le pont tiendra»", "“Le pont tiendra”"],
    "es": ["«El puente aguanta»", "“El puente aguanta”", '"El puente aguanta"'],
    "pl": ["„Most wytrzyma zimę”", "«Most wytrzyma zimę»"],
    "uk": ["«Міст таки вистоїть»", "„Міст таки вистоїть“"],
}
SAID = {
    "de": ", sagte Vera Sommer.",
    "fr": ", a déclaré Vera Sommer.",
    "es": ", dijo Vera Sommer.",
    "pl": ", powiedziała Vera Sommer.",
    "uk": ", — сказала Віра Соболь.",
}


@pytest.mark.parametrize(
    ("language", "quoted"), [(code, mark) for code, marks in MARKS.items() for mark in marks]
)
def test_every_tradition_of_marks(language: str, quoted: str) -> None:
    text = quoted + SAID[language]
    [found] = find_attributions(text, language)
    assert [piece.of(text) for piece in found.content] == [quoted]
    assert found.source is not None
    assert found.source.text == SAID[language].split(" ", 2)[2].rstrip(".").removeprefix(
        "сказала "
    ).removeprefix("déclaré ")
    assert found.source.entity == found.source.text


def test_a_new_language_is_a_new_file_only() -> None:
    table = make_table({"say": "diris, diras", "that": "ke", "according": "laŭ"})
    assert table.verb.search("Rado DIRIS, ke ĉio estas bone")
    assert not table.verb.search("Rado mendiris")
    assert not table.nobody.search("diris")


def test_no_phrase_of_a_table_is_broken_at_a_hyphen() -> None:
    folder = files("secondsource.reading.attribution.others") / "tables"
    for language in list_languages():
        text = (folder / f"{language}.toml").read_text("utf-8")
        assert [line for line in text.split("\n") if line.endswith("-")] == []
    table = load_table("fr")
    assert table is not None
    for verb in ("ironise-t-il", "nuance-t-elle"):
        assert table.verb.fullmatch(verb)
    assert table.hearer.fullmatch("mardi après-midi")


def test_every_language_can_be_read() -> None:
    assert {"de", "fr", "es", "pl", "uk"} <= set(list_languages())
    assert all(load_table(code) for code in list_languages())
    assert load_table("../x") is None
    assert load_table("qq") is None


@pytest.mark.parametrize("language", list_languages())
def test_every_entry_of_a_table_is_known_and_explained(language: str) -> None:
    folder = files("secondsource.reading.attribution.others") / "tables"
    entries = tomllib.loads((folder / f"{language}.toml").read_text("utf-8"))
    explained = (folder / "README.md").read_text("utf-8")
    assert set(entries) <= ENTRIES
    assert all(f"| `{name}` |" in explained for name in ENTRIES)


def test_a_name_in_another_case_is_no_name() -> None:
    text = "Zdaniem Lucjana Kwiatka ceny będą rosły."
    [alone] = find_attributions(text, "pl")
    [known, *_] = find_attributions(f"{text} Potem przyszedł Lucjan Kwiatek.", "pl")
    assert alone.source is not None
    assert known.source is not None
    assert (alone.source.entity, known.source.entity) == (None, "Lucjan Kwiatek")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Die AfD-Abgeordnete Vera Sommer sagte, das sei falsch.", "Vera Sommer"),
        ("Ministerin Ursula von der Heide sagte, das sei falsch.", "Ursula von der Heide"),
        ("Laut israelischen Medien war es anders. Die Medien irren. Deutsche Medien auch.", None),
        ("Die Gewerkschaft sagte, das sei falsch.", None),
        ("Polizei sagte, das sei falsch.", None),
    ],
)
def test_a_german_noun_is_no_name(text: str, entity: str | None) -> None:
    source = find_attributions(text, "de")[0].source
    assert source is not None
    assert source.entity == entity


def test_the_voice_of_each_sentence() -> None:
    text = "Die Brücke ist zu. Vera Sommer sagte, dass die Brücke bis zum Frühjahr gesperrt bleibe."
    sentences = split_sentences(text, "de")
    voices = assign_voices(text, "de", sentences, find_attributions(text, "de"))
    assert [voice.type for voice in voices] == ["author", "attributed"]


WORDS = ["„Ja“,", "sagte", "dass", "Laut", "Polizei", "Vera Sommer", ",", ".", ":", "«", "»", "–"]
WORDS += ["zufolge", "es heißt,", "\n\n", "nannte", "wie", "powiedział", "że", "сказав"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(list_languages()))
def test_everything_found_stands_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    for found in find_attributions(text, language):
        assert all(text[p.start].strip() and text[p.end - 1].strip() for p in found.content)
        for part in (found.source, found.cue):
            assert part is None or part.span is None or part.text == part.span.of(text)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("de", "Die Zeitung „Bote“ schreibt, die Brücke sei zu.", "Bote"),
        ("de", "Der Chef der Zeitung „Bote“ schreibt, die Brücke sei zu.", None),
        ("de", "Laut Recherchen der „Inselpost“ ist die Brücke zu.", "Inselpost"),
        ("fr", "Le journal « Le Phare » affirme que le pont est fermé.", "Le Phare"),
        ("fr", "Le directeur du journal « Le Phare » affirme que le pont est fermé.", None),
        ("es", "El diario «El Faro» dijo que el puente está cerrado.", "El Faro"),
        ("es", "El director de «El Faro» dijo que el puente está cerrado.", None),
    ],
)
def test_who_works_for_a_paper_is_not_the_paper(
    language: str, text: str, entity: str | None
) -> None:
    [found] = find_attributions(text, language)
    assert found.source is not None
    assert found.source.entity == entity
