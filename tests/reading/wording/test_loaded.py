"""Loaded words are joined, named where a rule can, and stay where they stand."""

import pytest

from secondsource.article import Span
from secondsource.models.heads import ScoredWords, SentenceScores, default_model
from secondsource.reading.wording.loaded import EXAGGERATION, NAME_CALLING, UNMEASURED, find_loaded


def _scores(text: str, *words: str) -> SentenceScores:
    found = tuple(
        ScoredWords(Span(text.index(word), text.index(word) + len(word)), 0.5 + place / 10)
        for place, word in enumerate(words)
    )
    return SentenceScores(0.5, 0.5, 0.5, 0.9, found)


def test_neighbouring_words_become_one() -> None:
    text = "It was a vile, cowardly and shameful retreat by the council."
    (loaded,) = find_loaded(text, "en", _scores(text, "vile", "cowardly", "shameful"), True)
    assert loaded.span.of(text) == "vile, cowardly and shameful"
    assert loaded.score == pytest.approx(0.7)
    assert loaded.technique is None


def test_words_apart_stay_apart() -> None:
    text = "The vile council made a shameful retreat."
    found = find_loaded(text, "en", _scores(text, "vile", "shameful"), True)
    assert [item.span.of(text) for item in found] == ["vile", "shameful"]


def test_a_rule_names_the_technique() -> None:
    text = "The council are puppets, and this is the worst crime of the 20th century."
    found = find_loaded(text, "en", _scores(text, "puppets"), True)
    assert [(item.span.of(text), item.technique, item.score) for item in found] == [
        ("puppets", NAME_CALLING, 0.5),
        ("worst crime of the 20th century", EXAGGERATION, UNMEASURED),
    ]


def test_a_neutral_sentence_has_none() -> None:
    text = "The regime of the river changed."
    assert find_loaded(text, "en", _scores(text, "regime"), False) == ()


def test_russian_words_are_found_by_rule() -> None:
    text = "Марионетки совета отступили."
    (loaded,) = find_loaded(text, "ru", None, False)
    assert (loaded.span.of(text), loaded.technique) == ("Марионетки", NAME_CALLING)
    assert find_loaded(text, "de", None, False) == ()


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
