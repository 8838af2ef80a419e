"""A sentence of an article on the same matter may say a claim in other words."""

import pytest

from secondsource.evidence import Stance, StanceScore
from secondsource.evidence.stance.paraphrase import (
    SharedNumbers,
    explain_paraphrase,
    rate_paraphrase,
)

NONE = SharedNumbers(0.0, 0.0)
ALL, SOME, OTHERS = SharedNumbers(1.0, 0.0), SharedNumbers(0.5, 0.5), SharedNumbers(0.0, 1.0)


def _score(supports: float, disputes: float) -> StanceScore:
    rest = 1 - supports - disputes
    return StanceScore(Stance.DISCUSSES, rest, (supports, disputes, rest))


@pytest.mark.parametrize(
    ("claim", "article", "shared"),
    [
        ({"11", "4000"}, {"11", "4000", "7"}, ALL),
        ({"11", "4000"}, {"11"}, SOME),
        ({"11"}, set(), OTHERS),
        (set(), {"11"}, NONE),
    ],
)
def test_numbers_of_a_claim_are_held_or_lacking(
    claim: set[str], article: set[str], shared: SharedNumbers
) -> None:
    assert SharedNumbers.compare(frozenset(claim), frozenset(article)) == shared


@pytest.mark.parametrize("abroad", [False, True])
def test_its_numbers_make_a_paraphrase_likelier(abroad: bool) -> None:
    rated = [rate_paraphrase(_score(0.35, 0.2), n, abroad=abroad) for n in (ALL, NONE, OTHERS)]
    assert rated == sorted(rated, reverse=True)
    assert rated[0] > 0.6 > 0.5 > rated[1]


@pytest.mark.parametrize("abroad", [False, True])
def test_what_the_model_takes_for_likelier_is_rated_higher(abroad: bool) -> None:
    low, high = (rate_paraphrase(_score(p, 0.05), NONE, abroad=abroad) for p in (0.1, 0.45))
    assert low < 0.3 < high < 1


def test_where_the_contrary_is_as_likely_it_is_no_paraphrase() -> None:
    assert rate_paraphrase(_score(0.4, 0.4), ALL, abroad=False) == 0.0


def test_a_judge_that_gives_no_probabilities_is_left_alone() -> None:
    score = StanceScore(Stance.DISCUSSES, 0.6)
    assert rate_paraphrase(score, ALL, abroad=False) == 0.0


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (ALL, "has all of the claim's numbers."),
        (SOME, "has some of the claim's numbers."),
        (OTHERS, "has none of the claim's numbers."),
        (NONE, "on the same matter."),
    ],
)
def test_the_reader_is_told_what_speaks_for_it(numbers: SharedNumbers, told: str) -> None:
    reason = explain_paraphrase(_score(0.31, 0.2), numbers)
    first, rest = reason.sentence.split(". ")
    assert f"{first}.".endswith(told)
    assert rest == "The stance model alone gives support a score of 0.31."
