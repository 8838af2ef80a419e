"""The small models that weigh what speaks for a claim and a fact-check being about the same."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from secondsource.errors import ModelError
from secondsource.factcheck.reviews.features import ACROSS_FEATURES, MEANING_FEATURES, WORD_FEATURES
from secondsource.factcheck.reviews.words import F32

FEATURES: Mapping[str, Sequence[str]] = {
    "words": WORD_FEATURES,
    "meaning": (*WORD_FEATURES, *MEANING_FEATURES),
    "across": ACROSS_FEATURES,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: a weight for each feature, and for the shift that makes scores sure.

    `rank` orders the candidates of one claim. `sure`, of the same features, says how sure it is
    that the first of them is about the same claim: its logistic is the score that is shown.
    `least` is the least score at which a match is shown.
    """

    rank: F32
    sure: F32
    shift: float
    least: float

    def order(self, features: F32) -> F32:
        """What orders the candidates, float32 (candidates,); only differences count."""
        ranked: F32 = np.round(features @ self.rank, 5)
        return ranked

    def score(self, features: F32) -> F32:
        """How sure each candidate is, float32 (candidates,) between 0 and 1."""
        scores: F32 = (1 / (1 + np.exp(-(features @ self.sure + self.shift)))).astype(np.float32)
        return scores


@cache
def load_weights() -> Mapping[str, Weights]:
    """The models of the package by name: words, meaning and across.

    Raises:
        ModelError: the file does not fit this version of the program.
    """
    text = files("secondsource.models").joinpath("factchecks/weights.json").read_text("utf-8")
    return {name: _read_weights(name, given) for name, given in json.loads(text).items()}


def _read_weights(name: str, given: Mapping[str, object]) -> Weights:
    """One model as its file has it.

    Raises:
        ModelError: its features are not those that the program computes.
    """
    if given["features"] != list(FEATURES[name]):
        raise ModelError(
            f"The weights “{name}” of models/factchecks/weights.json are for other features. "
            "Install Second Source again, or run `python -m training.factchecks`."
        )
    return Weights(
        rank=np.array(given["rank"], np.float32),
        sure=np.array(given["sure"], np.float32),
        shift=float(str(given["shift"])),
        least=float(str(given["least"])),
    )
