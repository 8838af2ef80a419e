"""The weights that tell attributions from other uses of the same words."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import repeat

from secondsource.errors import ModelError


@dataclass(frozen=True, slots=True)
class CueWeights:
    """What was learned about attributions, each a weight for every named feature.

    `bias`, `threshold` and `weights` are a logistic model: a candidate counts from `threshold`
    on (0 to 1). `ends` chooses where a content ends and `sources` whom it is attributed to: of
    several options the one with the highest sum.
    """

    bias: float
    threshold: float
    weights: Mapping[str, float]
    ends: Mapping[str, float] = field(default_factory=dict)
    sources: Mapping[str, float] = field(default_factory=dict)


def add_weights(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of some features; what was not learned weighs nothing."""
    return sum(map(weights.get, features, repeat(0.0)))


_PARTS = ("bias", "threshold", "weights", "ends", "sources")


@cache
def load_cue_weights() -> CueWeights:
    """Read the weights that come with the package, once.

    Raises:
        ModelError: the file is missing or is not what this version writes.
    """
    file = files("secondsource.models") / "cues" / "weights.json"
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        return CueWeights(**{part: stored[part] for part in _PARTS})
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"The model models/cues/weights.json cannot be read ({error}). Install Second Source "
            "again, or make the file with `python -m training.cues --data DIR`."
        ) from error
