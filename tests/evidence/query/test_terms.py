"""Which words are looked for, and with what weight."""

import pytest

from secondsource.article import Article, Span
from secondsource.evidence.query.terms import (
    CONTEXT_WEIGHT,
    NAME_WEIGHT,
    NUMBER_WEIGHT,
    VOICE_WEIGHT,
    build_query,
    content_words,
    find_names,
    fold,
)
from secondsource.reading.statement import Kind, Source, Statement, Voice, Words

TEXT = (
    "Harbour Bank lost money last year, the ledger of Harbour Bank shows. "
    "Anna Weld said that Harbour Bank had lost 12.5 million in March 2031. "
    "It closed four branches."
)
ARTICLE = Article("a1", TEXT, title="Harbour Bank in Trouble", language="en")


def claim(text: str, voice: Voice | None = None) -> Statement:
    start = TEXT.index(text)
    span = Span(start, start + len(text))
    plain = Statement("s1", span, text, Kind.CLAIM, 0.9, True, ())
    return plain if voice is None else Statement("s1", span, text, Kind.CLAIM, 0.9, True, (), voice)


def words(text: str) -> Words:
    start = TEXT.index(text)
    return Words(text, Span(start, start + len(text)))


def test_names_and_numbers_count_more_and_empty_words_not_at_all() -> None:
    query = build_query(claim("Anna Weld said that Harbour Bank had lost 12.5 million"), ARTICLE)
    assert query == {
        "anna": 1.0,
        "weld": NAME_WEIGHT,
        "harbour": NAME_WEIGHT,
        "bank": NAME_WEIGHT,
        "lost": 1.0,
        "12.5": NUMBER_WEIGHT,
        "million": 1.0,
    }


def test_words_that_only_say_who_said_it_count_little() -> None:
    source, cue = words("Anna Weld"), words("said")
    voice = Voice("attributed", Source(source.text, source.span), cue)
    query = build_query(claim("Anna Weld said that Harbour Bank had lost", voice), ARTICLE)
    assert query["weld"] == VOICE_WEIGHT
    assert query["bank"] == NAME_WEIGHT


def test_a_claim_that_leans_on_a_pronoun_borrows_names_from_before() -> None:
    query = build_query(claim("It closed four branches."), ARTICLE)
    assert query["closed"] == query["branches"] == 1.0
    assert query["bank"] == query["weld"] == CONTEXT_WEIGHT
    assert "trouble" not in query


def test_a_word_is_a_name_when_it_is_written_so_inside_a_sentence() -> None:
    assert find_names(ARTICLE) == {"harbour", "bank", "weld", "march"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The bank had lost it all", "en", {"bank", "lost"}),
        ("Мост был закрыт в 2031 году", "ru", {"мост", "закрыт", "2031", "году"}),
        ("Die Brücke wurde geschlossen", "de", {"brucke", "geschlossen"}),
        ("Le pont était fermé", "fr", {"pont", "ferme"}),
        ("The bridge był zamknięty", None, {"bridge", "zamkniety"}),
    ],
)
def test_words_without_content_are_left_out(
    text: str, language: str | None, expected: set[str]
) -> None:
    assert content_words(text, language) == expected


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Weld's", "weld"), ("Élysée", "elysee"), ("Ёлка", "елка"), ("12.5", "12.5")],
)
def test_a_word_is_compared_without_case_accents_and_possessive(word: str, folded: str) -> None:
    assert fold(word) == folded
