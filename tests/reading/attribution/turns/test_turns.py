"""What stands at a paragraph's head, what is said after it, and what becomes of both."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource import Article
from secondsource.article import Span
from secondsource.evidence.query.restate import restate_statements
from secondsource.reading import read_article
from secondsource.reading.attribution.cued import may_attribute
from secondsource.reading.attribution.turns.openings import skip_opening
from secondsource.reading.attribution.turns.turns import drop_openings, read_turns, split_openings
from secondsource.reading.attribution.voices import find_attributions
from secondsource.reading.statement import Quotation
from secondsource.sentences import split_sentences

INTERVIEW = (
    "The harbour master of Port Ansel, Ines Dorrow, spoke to the Tide Gazette.\n\n"
    "Tide Gazette: Ms Dorrow, when did you learn of the cracks?\n\n"
    "Dorrow: On 3 May. The council said that the bearings were safe. I warned them twice.\n\n"
    "Tide Gazette: What happens now?\n\n"
    "Dorrow: The council cut the repair budget by 40 percent in 2029."
)

# a paragraph, `|` where it itself begins; a time without words after it has no `|`
OPENINGS = [
    "14:05 |The bridge is closed.",
    "[14:05] |The bridge is closed.",
    "(9:05) |The bridge is closed.",
    "2.05pm |The bridge is closed.",
    "2pm: |the bridge is closed.",
    "6:05 p.m. |The bridge is closed.",
    "14.05 Uhr |Die Brücke ist gesperrt.",
    "14.05 Uhr: |Die Brücke ist gesperrt.",
    "14h05 |Le pont est fermé.",
    "14 h 05 – |Le pont est fermé.",
    "14:05 BST – |The bridge is closed.",
    "14:05 |\u201cIt is closed,\u201d police say.",
    "Updated at 14:05 |The bridge is closed.",
    "03.05.2031, 14:05 |Die Brücke ist gesperrt.",
    "- |The bridge is closed.",
    "• |The bridge is closed.",
    "- 14:05 |The bridge is closed.",
    "2) |The bridge is closed.",
    "15:45",
    "Updated at 14:05",
    "Aktualisiert um 14.05 Uhr",
    # and these are the sentence's own
    "|14.05 million people live there.",
    "|14.05 Millionen Menschen leben dort.",
    "|14:05 was when the bridge closed.",
    "|2031 was a bad year.",
    "|At 14:05 Mayor Dorrow left.",
    "|Um 14.05 Uhr Ortszeit fiel sie.",
    "|2:1 was the score.",
    "|12 cracks were found.",
    "|3. Mai: Die Brücke ist gesperrt.",
    "|-5 degrees were measured.",
    "|* * *",
    "|— Да, — сказала она.",
]


@pytest.mark.parametrize("marked", OPENINGS)
def test_a_time_of_day_or_a_bullet_is_no_part_of_its_paragraph(marked: str) -> None:
    text = marked.replace("|", "")
    expected = marked.index("|") if "|" in marked else len(text)
    assert skip_opening(text, Span(0, len(text))) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Note: The ferry does not run.\n\nNote: It is full.", "en"),
        ("Group A: Ansel, Tolm and Harl.\n\nGroup B: Drumm, Vell and Orm.", "en"),
        ("Ansel: 12 points.\n\nTolm: 9 points.\n\nAnsel: 3 goals.\n\nTolm: 1 goal.", "en"),
        ("What is new: the bridge is closed. Is it safe: nobody knows.", "en"),
        ("Claim: The bridge fell.\n\nQuestion: Did it fall?\n\nAnswer: No, it is closed.", "en"),
        ("Fazit: Sie bleibt zu.\n\nTipp: Nehmen Sie die Fähre.\n\nFazit: Warten.", "de"),
        ("In 2:1 Toren lag der Unterschied.\n\nJoh 3:16 steht darauf.", "de"),
        ("Итог: Мост закрыт.\n\nВажно: Паром не ходит.", "ru"),
        ("Ingredientes: Pan y sal.\n\nPreparación: Mezclar.\n\nIngredientes: Agua.", "es"),
        ("See https://tide.example/a: it is there.\n\nhttp: is no speaker.", "en"),
    ],
)
def test_headings_lists_and_tables_are_nobodys_turns(text: str, language: str) -> None:
    assert read_turns(text, language).turns == ()


def test_a_statement_begins_after_its_label_and_has_its_speakers_voice() -> None:
    statements = read_article(Article("a", text=INTERVIEW, language="en"))
    told = {s.text: s.voice.source.entity for s in statements if s.voice.source is not None}
    assert told["The council cut the repair budget by 40 percent in 2029."] == "Ines Dorrow"
    assert told["What happens now?"] == "Tide Gazette"
    assert all(s.span.of(INTERVIEW) == s.text for s in statements)
    nested = next(s.voice.nested for s in statements if s.text.startswith("The council said"))
    assert nested is not None
    assert nested.source is not None
    assert nested.source.text == "The council"


def test_a_turn_is_said_in_these_words() -> None:
    turns = [a for a in find_attributions(INTERVIEW, "en") if a.cue and a.cue.text == ":"]
    assert len(turns) == 4
    assert {turn.quotation for turn in turns} == {Quotation.DIRECT}


def test_what_is_looked_up_has_no_label_and_no_time_and_names_who_i_is() -> None:
    article = Article("a", text=INTERVIEW, language="en")
    asked = {q.whole.text for q in restate_statements(article, read_article(article))}
    assert "Ines Dorrow warned them twice." in asked
    assert "The council cut the repair budget by 40 percent in 2029." in asked
    live = Article("b", text="14:05 The bridge has been closed, police say.", language="en")
    [question] = restate_statements(live, read_article(live))
    assert question.whole.text == "The bridge has been closed."


def test_no_reason_rests_on_a_label_or_a_time() -> None:
    text = "14:20 Mayor Ines Dorrow: The bridge is shut. Nobody was hurt on it in the night."
    statements = read_article(Article("a", text=text, language="en"))
    assert statements[0].text == "The bridge is shut."
    names = {signal.name for s in statements for signal in s.signals}
    assert names == {"attributed"}


def test_a_word_that_opens_after_a_colon_is_no_name() -> None:
    [first] = read_article(Article("a", text="BREAKING: The bridge is shut today.", language="en"))
    assert "names_actor" not in {signal.name for signal in first.signals}
    [german] = read_article(Article("c", text="Klartext: Das reicht nicht aus.", language="de"))
    assert "names_actor" not in {signal.name for signal in german.signals}
    [named] = read_article(Article("b", text="He saw one thing: Ansel was shut.", language="en"))
    assert "names_actor" in {signal.name for signal in named.signals}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Heard from a friend that three people were hurt.", "a friend"),
        ("I was told by two officers that the bridge fell.", "two officers"),
        ("We heard from the council that it is shut.", "the council"),
    ],
)
def test_whom_its_writer_has_it_from(text: str, says: str) -> None:
    found = [a.source.text for a in find_attributions(text, "en") if a.source]
    assert says in found


def test_what_one_did_after_one_was_told_is_the_authors() -> None:
    text = "Told by the crew that the ship would sink, she left her cabin and jumped."
    content = [p.of(text) for a in find_attributions(text, "en") for p in a.content]
    assert not any("jumped" in piece for piece in content)


@pytest.mark.parametrize(
    ("text", "language", "may"),
    [
        ("@tide: Der Turm ist zu.", "de", True),
        ("Frage: Ist er zu?\n\nAntwort: Ja, seit Montag.", "de", True),
        ("Der Turm ist zu.", "de", False),
        ("14:05 Der Turm ist zu.", "de", False),
    ],
)
def test_a_turn_shows_that_somebody_may_speak(text: str, language: str, may: bool) -> None:
    assert may_attribute(text, language) is may


def test_a_list_under_a_colon_is_no_speech_but_a_dialogue_is() -> None:
    plain = "Что известно:\n- Мост закрыли в два часа дня.\n- Два грузовика повреждены на съезде."
    talk = "Он спросил:\n- Мост закрыли в два часа дня?\n- Да, его закрыли в два часа дня."
    assert not [a for a in find_attributions(plain, "ru") if a.quotation is Quotation.DIRECT]
    assert len(find_attributions(talk, "ru")) >= 2


def test_places_and_figures_before_a_colon_say_nothing_in_english() -> None:
    text = (
        "Port Ansel: Bridge closed\n\nThe ferry leaves from Port Ansel at noon. Boats in Port "
        "Ansel are full. Sales in Q3 rose.\n\nQ3: revenue rose by 4 percent at the yard."
    )
    assert find_attributions(text, "en") == ()


_PARTS = st.sampled_from(
    [
        *(
            "Dorrow: ",
            "SPIEGEL: ",
            "Q: ",
            "A: ",
            "@a: ",
            "RT @b: ",
            "14:05 ",
            "[9:10] ",
            "- ",
            "• ",
        ),
        *(
            "Is it shut?",
            "It is shut. ",
            "“No one came.” ",
            "— Да. ",
            "Ines Dorrow",
            ":",
            " ",
            "\n",
        ),
        *(
            "\n\n",
            "MS. ASHBY: ",
            "Le maire : ",
            "\u2029",
            "\ud83c",
            "15:45\n",
            "Frage\n",
            "(R-Ohio)",
        ),
    ]
)


@given(st.lists(_PARTS, max_size=24).map("".join), st.sampled_from(["en", "de", "ru", "fr", "sv"]))
@settings(max_examples=150, deadline=None)
def test_sentences_without_openings_are_ordered_and_lose_nothing_else(
    text: str, language: str
) -> None:
    sentences = split_sentences(text, language)
    kept = drop_openings(text, language, sentences)
    parted = split_openings(text, language, sentences)
    for spans in (kept, parted):
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    assert set(kept) <= set(parted)
    openings = read_turns(text, language).openings
    covered = {i for s in (*kept, *openings) for i in range(s.start, s.end)}
    missed = {i for s in sentences for i in range(s.start, s.end)} - covered
    assert not any(text[i].strip() for i in missed)
    for turn in read_turns(text, language).turns:
        assert all(0 <= p.start < p.end <= len(text) for p in turn.content)
