"""With what a report was made, in words that a reader knows, and every setting by its name."""

from dataclasses import fields

from secondsource.evidence import Options
from secondsource.jobs.methods import METHODS
from secondsource.messages import use_language
from secondsource.messages.retelling import InEnglish, retell
from secondsource.report.made import SETTING_WORDS, say_making
from secondsource.review.report import MadeWith

MADE = MadeWith("1.2", (("stance", "abc"),), 3, "def", (("claims", "60"), ("later", "1")))


def test_every_number_that_can_be_set_has_words() -> None:
    numbers = {field.name for field in fields(Options) if isinstance(field.default, int | float)}
    assert numbers == set(SETTING_WORDS)


def test_a_setting_is_told_in_words_with_its_name_in_brackets() -> None:
    told = dict(say_making(MADE))["settings"]
    assert told == "statements that are looked up, at most: 60 (claims); later 1"
    with use_language("ru"):
        assert "высказываний, по которым искали" in dict(say_making(MADE))["настройки"]


def test_where_nothing_is_known_of_the_making_nothing_is_told() -> None:
    assert say_making(None) == ()


def test_how_each_stage_works_is_told_in_russian_too() -> None:
    with use_language("ru"):
        assert not any(isinstance(retell(words), InEnglish) for each in METHODS for words in each)
