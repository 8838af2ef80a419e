"""How likely it is that a sentence says a claim in other words, its article being on the matter.

The stance models learnt from pairs that have many words in common, and are shy where they have
few. In an article on the same matter a sentence that has the claim's numbers, however they are
written, is likelier to say the same. What a model says is weighed together with this, by logistic
regression. Words that they share are left out of it, and numbers that stand elsewhere in the
article: in reports of one event many sentences have them and say something else.
"""

import math
import operator
from functools import lru_cache
from typing import NamedTuple

from secondsource.evidence.finding import ClaimPassage, StanceReason, StanceScore
from secondsource.evidence.stance.amounts import LEAST_TELLING
from secondsource.lineage.translation.numbers_said import read_undated

_TEXTS_KEPT = 4_096  # claims and sentences, each asked about several times
_LEAST = 1e-3  # a model's probability; what is less tells nothing more
SUREST_PARAPHRASE = 0.59
"""How sure a paraphrase is told to be at most: it "may say the same" (`evidence/sureness.py`).

Of 12 pairs of `evals.news_stance` that are found so 3 support and 7 do in part; in the small
newsrooms, whose claims are shorter, four of five do.
"""


class Weights(NamedTuple):
    """What counts: `nothing` always, `model` by the logit of the probability of support that the
    stance model gives, its rules counted in, `numbers` by the share of the claim's numbers held.
    """

    nothing: float
    model: float
    numbers: float


WEIGHTS = Weights(nothing=0.54, model=1.42, numbers=2.0)
WEIGHTS_ABROAD = Weights(nothing=0.61, model=1.05, numbers=1.28)
"""What each counts in the claim's language, and in others.

`python -m training.paraphrase` fits them on the small newsrooms of `training/rooms/`.
"""


def share_numbers(pair: ClaimPassage) -> float | None:
    """The share of a claim's numbers that a passage has (0..1); None where the claim has none.

    In words or in digits, in whatever languages; dates and numbers below four are left out.
    """
    claim = read_telling(pair.claim, pair.claim_language)
    if not claim:
        return None
    return len(claim & read_telling(pair.passage, pair.passage_language)) / len(claim)


@lru_cache(maxsize=_TEXTS_KEPT)
def read_telling(text: str, language: str | None) -> frozenset[str]:
    """The numbers of a text that tell something: from four on, dates left out."""
    return frozenset(n for n in read_undated(text, language) if float(n) >= LEAST_TELLING)


def list_signs(supports: float, numbers: float) -> tuple[float, float]:
    """What is weighed, in the order of `Weights` after its first.

    Args:
        supports: the probability of support that the stance model gives, its rules counted in.
        numbers: the share of the claim's numbers that the passage has.
    """
    kept = min(max(supports, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept)), numbers


def rate_paraphrase(score: StanceScore, numbers: float | None, *, abroad: bool) -> float:
    """How likely it is that the sentence supports the claim (0..1).

    It is 0 where the model does not take support for likelier than the contrary, or gave no
    probabilities.

    Args:
        score: what the stance model said of claim and sentence.
        numbers: the share of the claim's numbers that the sentence has; None where it has none.
        abroad: whether the two are in different languages.
    """
    if score.probabilities is None or score.probabilities[0] <= score.probabilities[1]:
        return 0.0
    nothing, *weights = WEIGHTS_ABROAD if abroad else WEIGHTS
    signs = list_signs(score.probabilities[0], numbers or 0.0)
    return 1 / (1 + math.exp(-nothing - sum(map(operator.mul, weights, signs))))


def explain_paraphrase(score: StanceScore, numbers: float | None) -> StanceReason:
    """Why the sentence counts as support though the model is not sure, in words."""
    before = score.probabilities[0] if score.probabilities else 0.0
    told = f"Without that, the score for support is {before:.2f}."
    return StanceReason("other_words", (1.0, 1.0, 1.0), f"{_say_numbers(numbers)} {told}")


def _say_numbers(numbers: float | None) -> str:
    if numbers is None:
        return "It is in an article on the same matter."
    # Dates and smaller numbers are not looked at, so "all of its numbers" would not do.
    if numbers == 1:
        return (
            "It is in an article on the same matter and has all of the claim's numbers from four "
            "on, dates left out."
        )
    if numbers:
        return (
            "It is in an article on the same matter and has some of the claim's numbers from four "
            "on, dates left out."
        )
    return (
        "It is in an article on the same matter and has none of the claim's numbers from four "
        "on, dates left out."
    )
