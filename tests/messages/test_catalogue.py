"""The catalogue: the reader's language, whole sentences, numbers in the right form."""

import pytest

from secondsource.messages import (
    choose_language,
    current_language,
    gettext,
    name_language,
    name_month,
    ngettext,
    use_language,
)


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("de,en;q=0.5,ru;q=0.7", "ru"),
        ("en-GB,ru;q=0.9", "en"),
        ("fr, de", "en"),
        ("", "en"),
        ("ru;q=nonsense, en", "en"),
        (";;,,q=" * 500, "en"),
    ],
)
def test_the_browser_is_answered_in_a_language_it_likes(accepted: str, chosen: str) -> None:
    assert choose_language(accepted) == chosen


def test_english_is_what_stands_in_the_code() -> None:
    assert gettext("Nothing was found in %(outlet)s.", outlet="X%s") == "Nothing was found in X%s."
    assert gettext("100% of it") == "100% of it"
    assert ngettext("%(num)s copy", "%(num)s copies", 1) == "1 copy"
    assert ngettext("%(num)s copy", "%(num)s copies", 12_345) == "12,345 copies"


def test_a_language_is_spoken_within_its_block_only() -> None:
    with use_language("ru"):
        assert current_language() == "ru"
        with use_language("xx"):
            assert current_language() == "en"
        assert current_language() == "ru"
    assert current_language() == "en"


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (1, "1 статья"),
        (3, "3 статьи"),
        (11, "11 статей"),
        (12_345, "12\N{NO-BREAK SPACE}345 статей"),
    ],
)
def test_russian_has_its_three_forms(count: int, shown: str) -> None:
    with use_language("ru"):
        assert ngettext("%(num)s article", "%(num)s articles", count) == shown


@pytest.mark.parametrize(
    ("language", "in_a_date", "alone", "short"),
    [("en", "March", "March", "Mar"), ("ru", "марта", "март", "мар.")],
)
def test_months_are_named_as_the_language_does(
    language: str, in_a_date: str, alone: str, short: str
) -> None:
    with use_language(language):
        assert name_month(3) == in_a_date
        assert name_month(3, alone=True) == alone
        assert name_month(3, short=True) == short


def test_languages_are_named_in_the_language_that_is_spoken() -> None:
    assert (name_language("uk"), name_language("xx")) == ("Ukrainian", "xx")
    with use_language("ru"):
        assert name_language("uk") == "украинский"
