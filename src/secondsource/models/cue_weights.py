"""The weights that tell attributions from other uses of the same words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from secondsource.errors import ModelError


@dataclass(frozen=True, slots=True)
class CueWeights:
    """A logistic model over named features; a candidate counts from `threshold` on (0 to 1)."""

    bias: float
    threshold: float
    weights: Mapping[str, float]


@cache
def load_cue_weights() -> CueWeights:
    """Read the weights that come with the package, once.

    Raises:
        ModelError: the file is missing or is not what this version writes.
    """
    file = files("secondsource.models") / "cues" / "weights.json"
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        return CueWeights(stored["bias"], stored["threshold"], stored["weights"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"The model models/cues/weights.json cannot be read ({error}). Install Second Source "
            "again, or make the file with `python -m training.cues --data DIR`."
        ) from error
