"""Loaded words are joined, named where a rule can, and stay where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource import Article
from secondsource.article import Span
from secondsource.models.heads import ScoredWords, SentenceScores, default_model
from secondsource.reading import read_article
from secondsource.reading.statement import AUTHOR, Loaded, Source, Voice
from secondsource.reading.wording.loaded import UNMEASURED, find_loaded, note_repetition
from secondsource.reading.wording.rules import LANGUAGES, rules_for
from secondsource.reading.wording.techniques import (
    EXAGGERATION,
    LOADED_LANGUAGE,
    NAME_CALLING,
    REPETITION,
    TECHNIQUES,
)


def _scores(text: str, *words: str) -> SentenceScores:
    found = tuple(
        ScoredWords(Span(text.index(word), text.index(word) + len(word)), 0.5 + place / 10)
        for place, word in enumerate(words)
    )
    return SentenceScores(0.5, 0.5, 0.9, found)


def test_neighbouring_words_become_one() -> None:
    text = "It was a mean, petty and small-minded retreat by the council."
    (loaded,) = find_loaded(text, "en", _scores(text, "mean", "petty", "small-minded"), True)
    assert loaded.span.of(text) == "mean, petty and small-minded"
    assert loaded.score == pytest.approx(0.7)
    assert loaded.technique is None


def test_words_apart_stay_apart_and_words_of_grammar_are_left_out() -> None:
    text = "The petty council made up a glib retreat."
    found = find_loaded(text, "en", _scores(text, "petty", "up", "glib"), True)
    assert [item.span.of(text) for item in found] == ["petty", "glib"]


def test_a_rule_names_the_technique() -> None:
    text = "The council are puppets, and this is the worst crime of the 20th century."
    found = find_loaded(text, "en", _scores(text, "puppets"), True)
    assert [(item.span.of(text), item.technique, item.score) for item in found] == [
        ("puppets", NAME_CALLING, 0.5),
        ("the worst crime of the 20th century", EXAGGERATION, UNMEASURED),
    ]


def test_words_of_the_model_and_of_a_rule_that_overlap_are_one() -> None:
    text = "It was a disgraceful scourge."
    (loaded,) = find_loaded(text, "en", _scores(text, "disgraceful", "scourge"), True)
    assert (loaded.span.of(text), loaded.technique) == ("disgraceful scourge", LOADED_LANGUAGE)
    assert loaded.score == pytest.approx(0.6)


def test_a_neutral_sentence_has_none() -> None:
    text = "The regime of the river changed."
    assert find_loaded(text, "en", _scores(text, "regime"), False) == ()


@pytest.mark.parametrize(
    ("language", "text", "words", "technique"),
    [
        ("ru", "Прихвостни совета отступили.", "Прихвостни", NAME_CALLING),
        ("ru", "Якобы мост был цел.", "Якобы", "doubt"),
        ("de", "Die Politik ist alternativlos.", "alternativlos", "black_and_white"),
        ("fr", "Tout le monde sait que le pont est vendu.", "Tout le monde sait",
         "appeal_to_popularity"),
        ("es", "No hay alternativa, dijo.", "No hay alternativa", "black_and_white"),
        ("pl", "To rzekomy dowód.", "rzekomy dowód", "doubt"),
        ("uk", "Ганебна угода підписана.", "Ганебна", LOADED_LANGUAGE),
    ],
)  # fmt: skip
def test_other_languages_have_rules(language: str, text: str, words: str, technique: str) -> None:
    (loaded,) = find_loaded(text, language, None, False)
    assert (loaded.span.of(text), loaded.technique) == (words, technique)


def test_a_language_without_a_table_has_none() -> None:
    assert find_loaded("Марионетки совета.", "be", None, False) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_name_known_techniques_and_match_no_empty_words(language: str) -> None:
    for rule in rules_for(language):
        assert rule.technique in TECHNIQUES
        assert not rule.words.pattern.search("x 1 - !")


_PIECES = ["the ", "puppets ", "either we ", "or we ", "so-called ", "“proof” ", "a gang of ", ". "]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_finds_are_ordered_disjoint_and_within(text: str) -> None:
    found = find_loaded(text, "en", None, False)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(len(item.span) > 0 and item.span.end <= len(text) for item in found)


def test_repetition_counts_one_voice_alone() -> None:
    text = "sham sham sham sham"
    other = Voice("attributed", Source("Vellin", None))
    spans = [Span(start, start + 4) for start in (0, 5, 10, 15)]
    found = [Loaded(span, None, 0.9, AUTHOR) for span in spans[:3]]
    noted = note_repetition(text, [*found, Loaded(spans[3], None, 0.9, other)])
    assert [(item.technique, item.times) for item in noted] == [(REPETITION, 3)] * 3 + [(None, 1)]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The cronies of the mayor left.", "author"),
        ('Marta Vellin said: "The cronies of the mayor left the port and never paid."', "Vellin"),
        ("The mayor's “cronies” left the port on Friday.", "?"),
        ("The so-called ceasefire lasted two hours, Marta Vellin said on Friday.", "author"),
        ("Their “independent” report came on Friday.", "author"),
    ],
)
def test_a_loaded_word_keeps_its_voice(text: str, whose: str) -> None:
    (statement, *_) = read_article(Article("a", text, language="en"))
    voice = statement.loaded[0].voice
    named = voice.source.text if voice.source else "?"
    assert voice.type == "author" if whose == "author" else whose in named


PAIRS = [
    (
        "The council published the minutes of its meeting on Tuesday.",
        "The council's disgraceful, cowardly cover-up is an outrageous insult to decent people.",
        "disgraceful",
    ),
    (
        "The senator spoke for forty minutes about the budget.",
        "The radical senator's absurd rant was a shameless attack on ordinary families.",
        "shameless",
    ),
]


@pytest.mark.parametrize(("plain", "loaded", "word"), PAIRS)
def test_the_model_tells_loaded_from_plain(plain: str, loaded: str, word: str) -> None:
    model = default_model()
    low, high = model.score([plain, loaded])
    assert low.loaded < model.heads["loaded"].threshold <= high.loaded
    assert word in [item.span.of(loaded) for item in high.loaded_words]
