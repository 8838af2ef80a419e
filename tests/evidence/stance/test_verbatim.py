"""What is said in the claim's own words supports it, unless the passage takes it back."""

import pytest

from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.stance.judge import Stance, judge_stances
from secondsource.evidence.stance.rules import find_reasons

CLAIM = "The north bridge at Port Ansel was closed on 5 May 2031."
AFTER = "after inspectors found 12 cracks in its steel bearings."
START = "The north bridge at Port Ansel was closed on 5 May 2031"


def speaks(claim: str, passage: str, language: str = "en") -> bool:
    reasons = find_reasons(ClaimPassage(claim, passage, language, language))
    return "same_words" in {reason.name for reason in reasons}


@pytest.mark.parametrize(
    "passage",
    [
        CLAIM,
        f"{START} {AFTER}",
        f"Traffic was slow. {START} {AFTER}",
        "The north bridge at Port Ansel was closed on Monday, 5 May 2031, " + AFTER,
        f"THE NORTH BRIDGE AT PORT ANSEL WAS CLOSED ON 5 MAY 2031 {AFTER}",
    ],
)
def test_the_same_words_support(passage: str) -> None:
    assert speaks(CLAIM, passage)


@pytest.mark.parametrize(
    "passage",
    [
        f"{START}? {AFTER}",
        f"Was it so? “{START}?”",
        f"It is false that the north bridge at Port Ansel was closed on 5 May 2031 {AFTER}",
        f"{START}, the mayor claimed. That is false.",
        f"{START}, a post said. It has not yet been confirmed.",
        f"{START}, but not for lorries.",
        f"{START}, and nobody was told to leave, which the mayor denies.",
        f"If {START[0].lower()}{START[1:]}, the ferry would be full.",
        f"The north bridge at Port Ansel was closed on 6 May 2031 {AFTER}",
        "The north bridge at Port Ansel was closed on Monday.",
    ],
)
def test_where_more_is_said_the_model_decides(passage: str) -> None:
    assert not speaks(CLAIM, passage)


@pytest.mark.parametrize(
    ("claim", "more", "language"),
    [
        ("Мост в Порт-Анселе закрыли 5 мая", "из-за трещин.", "ru"),
        ("Die Brücke wurde am 5. Mai gesperrt", "und bleibt es bis zum Herbst.", "de"),
        ("Le pont a été fermé le 5 mai", "pour des travaux.", "fr"),
    ],
)
def test_in_other_languages(claim: str, more: str, language: str) -> None:
    assert speaks(f"{claim}.", f"{claim} {more}", language)


def test_few_words_say_little() -> None:
    assert not speaks("He denied it.", "He denied it on Monday.")


def test_the_models_are_put_right() -> None:
    (score,) = judge_stances([ClaimPassage(CLAIM, f"{START} {AFTER}", "en", "en")])
    assert score.stance is Stance.SUPPORTS
    assert score.score > 0.7
