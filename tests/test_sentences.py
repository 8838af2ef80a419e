"""Where sentences start and end: text with | between the sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.sentences import blank_marks, split_sentences

ENGLISH = [
    # abbreviations and initials do not end a sentence
    "Dr. Vellin of the U.S. Senate left at 5 p.m. on Monday.|He was late.",
    "Rep. Odd (D-Harrow) voted no.|So did J. R. Talkin, Jr. of Ostmark.",
    # a heading is a sentence of its own, a blank line always ends one
    "Bridge to close\n\n|Marta Vellin said so.|Nobody asked why.",
    "Bridge to close\n|Marta Vellin said so.",
    # sentences within a quotation are told apart, its marks stay with them
    "“The bridge is safe.|It will stand,” she said.|“We checked.”",
    '"We won.|They lost," he added.',
    "They aren’t worth the paper”.|This saying is old.",
    # ... but a question with its speaker is one
    "“Is it safe?” Marta Vellin asked.|Nobody knew.",
    '"Stop!" the driver shouted.|He braked.',
    # an ellipsis in the middle
    "He waited... and then he left.|The train came.",
    # a line that plainly goes on in the next
    "The minister said that the bridge\nwould be closed.|He left.",
]
RUSSIAN = [
    "Мост закрыли.|А. С. Дрёмов уехал в г. Заречье.|И т. д.",
    "«Кто там?» — спросил он.|Никто не ответил.",
    "«Мост цел.|Он выстоит», — сказала она.",
]


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences(marked: str) -> None:
    assert _split(marked.replace("|", " "), "en") == _expected(marked)


@pytest.mark.parametrize("marked", RUSSIAN)
def test_russian_sentences(marked: str) -> None:
    assert _split(marked.replace("|", " "), "ru") == _expected(marked)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "D’après elle, M. Orlan a parlé au Dr. Vasse."),
        ("es", "Habló D. Tomás."),
        ("pl", "Przyszedł dr. Wolin."),
    ],
)
def test_a_title_before_a_name_ends_no_sentence(language: str, text: str) -> None:
    assert len(split_sentences(f"{text} {text}", language)) == 2


def test_lines_of_a_fixed_width_are_joined() -> None:
    text = (
        "The council of the town of Harrow voted on Monday to close the old\n"
        "bridge. Two members said that they had not been given the report, and\n"
        "Marta Vellin, who had asked for it twice, left the room. The mayor did\n"
        "not comment.\n\nA vote is due."
    )
    assert len(split_sentences(text, "en")) == 4


@pytest.mark.parametrize("language", ["de", "fr", "uk", "pl", "zz", None])
def test_any_language_code_is_taken(language: str | None) -> None:
    assert len(split_sentences("Eins, zwei. Drei und vier.", language)) == 2


@given(
    st.text(alphabet=st.sampled_from("ab Ж.!?\n\t\r\"“”«»'’—:,(1\u2028\x85\u2060"), max_size=80),
    st.sampled_from(["en", "ru", "de"]),
)
def test_sentences_are_ordered_disjoint_trimmed_and_cover_all_ink(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    last = 0
    covered: set[int] = set()
    for span in spans:
        assert span.start >= last
        assert span.of(text) == span.of(text).strip() != ""
        assert "\n\n" not in span.of(text)
        covered.update(range(span.start, span.end))
        last = span.end
    assert covered >= {i for i, sign in enumerate(text) if not sign.isspace()}


def _split(text: str, language: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in split_sentences(text, language)]


def _expected(marked: str) -> list[str]:
    return [" ".join(part.split()) for part in marked.split("|")]


def test_blanked_marks_leave_every_place_and_single_marks() -> None:
    text = "‹Non›, “he” said: ''I'm \"late\"''.\n«Да»"
    assert blank_marks(text) == " Non ,  he  said:   I'm  late   .  Да "
    assert len(blank_marks(text)) == len(text)
