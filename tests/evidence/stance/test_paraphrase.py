"""A sentence of an article on the same matter may say a claim in other words."""

import pytest

from secondsource.evidence import Stance, StanceScore
from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.stance.paraphrase import (
    explain_paraphrase,
    rate_paraphrase,
    share_numbers,
)


def _score(supports: float, disputes: float) -> StanceScore:
    rest = 1 - supports - disputes
    return StanceScore(Stance.DISCUSSES, rest, (supports, disputes, rest))


@pytest.mark.parametrize(
    ("claim", "passage", "share"),
    [
        ("Eleven of 4,000 pupils fell ill.", "Of four thousand children 11 were sick.", 1.0),
        ("Eleven of 4,000 pupils fell ill.", "11 were sick.", 0.5),
        ("Eleven pupils fell ill on 3 May.", "Children were sick on 3 May.", 0.0),
        ("Four pupils fell ill.", "All 4 of them were sick.", 1.0),
        ("Pupils fell ill.", "11 were sick.", None),
        ("Two pupils fell ill first.", "The first two were sick.", None),
        ("Pupils fell ill on 14 May 2025.", "They were sick on 14 May 2025.", None),
    ],
)
def test_the_share_of_a_claims_numbers_is_counted(
    claim: str, passage: str, share: float | None
) -> None:
    assert share_numbers(ClaimPassage(claim, passage, "en", "en")) == share


def test_numbers_in_words_of_another_language_are_the_same() -> None:
    pair = ClaimPassage("Eleven pupils fell ill.", "Заболели одиннадцать детей.", "en", "ru")
    assert share_numbers(pair) == 1.0


@pytest.mark.parametrize("abroad", [False, True])
def test_its_numbers_make_a_paraphrase_likelier(abroad: bool) -> None:
    rated = [rate_paraphrase(_score(0.35, 0.2), n, abroad=abroad) for n in (1.0, 0.5, 0.0)]
    assert rated == sorted(rated, reverse=True)
    assert rated[0] > 0.6 > 0.5 > rated[2]
    assert rate_paraphrase(_score(0.35, 0.2), None, abroad=abroad) == rated[2]


@pytest.mark.parametrize("abroad", [False, True])
def test_what_the_model_takes_for_likelier_is_rated_higher(abroad: bool) -> None:
    low, high = (rate_paraphrase(_score(p, 0.05), 0.0, abroad=abroad) for p in (0.1, 0.45))
    assert low < 0.3 < high < 1


def test_where_the_contrary_is_as_likely_it_is_no_paraphrase() -> None:
    assert rate_paraphrase(_score(0.4, 0.4), 1.0, abroad=False) == 0.0


def test_a_judge_that_gives_no_probabilities_is_left_alone() -> None:
    score = StanceScore(Stance.DISCUSSES, 0.6)
    assert rate_paraphrase(score, 1.0, abroad=False) == 0.0


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (1.0, "has all of the claim's numbers from four on, dates left out."),
        (0.5, "has some of the claim's numbers from four on, dates left out."),
        (0.0, "has none of the claim's numbers from four on, dates left out."),
        (None, "on the same matter."),
    ],
)
def test_the_reader_is_told_what_speaks_for_it(numbers: float | None, told: str) -> None:
    reason = explain_paraphrase(_score(0.31, 0.2), numbers)
    first, rest = reason.sentence.split(". ")
    assert f"{first}.".endswith(told)
    assert rest == "Without that, the score for support is 0.31."
