"""How likely it is that a sentence says a claim in other words, its article being on the matter.

The stance models learnt from pairs that have many words in common, and are shy where they have
few. Of an article on the same matter one thing more is known: whether it has the claim's numbers.
What a model says is weighed together with this, by logistic regression. Words that they share are
left out of it: in reports of one event many sentences have them and say something else.
"""

import math
import operator
from dataclasses import dataclass
from typing import NamedTuple

from secondsource.evidence.finding import StanceReason, StanceScore

_LEAST = 1e-3  # a model's probability; what is less tells nothing more


@dataclass(frozen=True, slots=True)
class SharedNumbers:
    """Which share of a claim's numbers, dates left out, an article on the same matter has.

    `lacking` is the share that it has not. Both are 0 where the claim has no number.
    """

    held: float
    lacking: float

    @classmethod
    def compare(cls, claim: frozenset[str], article: frozenset[str]) -> "SharedNumbers":
        """From the numbers of a claim and of an article, all written alike."""
        if not claim:
            return cls(0.0, 0.0)
        held = len(claim & article) / len(claim)
        return cls(held, 1 - held)


class Weights(NamedTuple):
    """What each counts, and the sum of nothing; `model` is for the logit of the stance model."""

    nothing: float
    model: float
    held: float
    lacking: float


WEIGHTS = Weights(nothing=0.37, model=1.41, held=1.9, lacking=-0.48)
WEIGHTS_ABROAD = Weights(nothing=0.4, model=1.08, held=2.0, lacking=-0.88)
"""What each counts in the claim's language, and in others.

`python -m training.paraphrase` fits them on the small newsrooms of `training/rooms/`.
"""


def list_signs(supports: float, numbers: SharedNumbers) -> tuple[float, float, float]:
    """What is weighed, in the order of `Weights` after its first.

    Args:
        supports: the probability that the stance model gives to "supports".
        numbers: those that the article has.
    """
    kept = min(max(supports, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept)), numbers.held, numbers.lacking


def rate_paraphrase(score: StanceScore, numbers: SharedNumbers, *, abroad: bool) -> float:
    """How likely it is that the sentence supports the claim (0..1).

    It is 0 where the model takes the contrary for likelier, or gave no probabilities.

    Args:
        score: what the stance model said of claim and sentence.
        numbers: those of the claim that the sentence's article has.
        abroad: whether the two are in different languages.
    """
    if score.probabilities is None or score.probabilities[0] <= score.probabilities[1]:
        return 0.0
    nothing, *weights = WEIGHTS_ABROAD if abroad else WEIGHTS
    signs = list_signs(score.probabilities[0], numbers)
    return 1 / (1 + math.exp(-nothing - sum(map(operator.mul, weights, signs))))


def explain_paraphrase(score: StanceScore, numbers: SharedNumbers) -> StanceReason:
    """Why the sentence counts as support though the model alone is not sure, in words."""
    alone = score.probabilities[0] if score.probabilities else 0.0
    model = f"The stance model alone gives support a score of {alone:.2f}."
    sentence = f"{_say_numbers(numbers)} {model}"
    return StanceReason("other_words", (1.0, 1.0, 1.0), sentence)


def _say_numbers(numbers: SharedNumbers) -> str:
    if numbers.held and not numbers.lacking:
        return "It is in an article on the same matter that has all of the claim's numbers."
    if numbers.held:
        return "It is in an article on the same matter that has some of the claim's numbers."
    if numbers.lacking:
        return "It is in an article on the same matter that has none of the claim's numbers."
    return "It is in an article on the same matter."
