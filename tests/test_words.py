"""Under which words a text is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.words import index_words, query_words

FOUND = [
    # language of the text, a word in it, language asked in, the word asked for
    ("en", "ferries", "en", "Ferry"),
    ("ru", "мостами", "ru", "Мост"),
    ("ru", "всё", "ru", "все"),
    ("ru", "га\u0301вань", "ru", "гавань"),  # a stress mark
    ("de", "Häuser", "de", "haus"),
    ("fr", "café", "fr", "cafe"),
    ("en", "co\u00adoperate", "en", "cooperate"),  # a soft hyphen
    ("en", "２０３１", "en", "2031"),  # full-width digits
    ("ar", "الْعَبَّارَة", "ar", "العبارة"),
    ("uk", "Пором", "uk", "пором"),
    ("ja", "夜間フェリーは", "ja", "フェリー"),
    ("zh", "港口办公室星期一", "zh", "办公室"),
    ("ko", "대통령이", "ko", "대통령"),
    ("hi", "नौका", "hi", "नौका"),
    (None, "Fennmark", "en", "fennmark"),
    ("zh-Hans", "渡轮", "zh", "渡轮"),
    ("de", "Reuters", "en", "Reuters"),  # another language's stem of a name
]


@pytest.mark.parametrize(("language", "word", "asked_in", "asked"), FOUND)
def test_a_word_is_found(language: str | None, word: str, asked_in: str, asked: str) -> None:
    looked_up = query_words(asked, (language, asked_in))
    assert set(looked_up) & set(index_words(word, language))


NOT_FOUND = [("en", "ferry", "ferrule"), ("ru", "мост", "место"), ("zh", "办公室", "室办")]


@pytest.mark.parametrize(("language", "word", "asked"), NOT_FOUND)
def test_a_word_is_not_found(language: str, word: str, asked: str) -> None:
    assert not set(query_words(asked, (language,))) & set(index_words(word, language))


def test_words_keep_their_order_and_number() -> None:
    assert index_words("No ferry, no bridge: no way.", "en") == [
        "no", "ferri", "no", "bridg", "no", "way",
    ]  # fmt: skip


def test_what_is_no_word_is_left_out() -> None:
    assert index_words("x" * 101, "en") == []
    assert index_words("§ — !", None) == []


def test_half_a_character_parts_words() -> None:
    assert index_words("fer\udcffry late", "en") == ["fer", "ry", "late"]


@given(st.text(), st.sampled_from(["en", "ru", "ar", "zh", None, "xx"]))
def test_any_text_gives_words_without_spaces(text: str, language: str | None) -> None:
    assert all(word and not any(map(str.isspace, word)) for word in index_words(text, language))
