"""A first look at an English sentence, which spares most of the network what is plainly neutral.

A linear model over the encoder's first layer (its pieces' mean and highest numbers) and the
surface counts foretells what the heads will say. Where it is sure that a sentence is neither
loaded nor a view, and on which side of check-worthy it stands, the sentence is read no further.
Early exits of this kind: Xin et al., DeeBERT, ACL 2020. Made by `python -m training.glance`;
see `models/sentences/CARD.md`.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.errors import ModelError

_FILE = Path(__file__).parent / "sentences" / "glance.npz"
FORETOLD = ("loaded", "subjective", "checkworthy")
"""The heads that are foretold, in the order of the columns of `Glance.weights`."""
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Plain:
    """What the heads would about say of a sentence that is plainly neutral, each 0..1."""

    loaded: float
    subjective: float
    checkworthy: float


@dataclass(frozen=True, slots=True)
class Glance:
    """The linear model and where it is sure; all limits are logits.

    `weights` is float32 of shape (768 + surface counts, 3), `bias` of shape (3,). A sentence is
    plain when it stays below `loaded_below` and `subjective_below` and is at least `apart` from
    `checkworthy_at`, the threshold of that head.
    """

    weights: Floats
    bias: Floats
    loaded_below: float
    subjective_below: float
    checkworthy_at: float
    apart: float

    def look(self, pooled: Floats, surface: Floats) -> Plain | None:
        """What would be said of a sentence, or None where it has to be read.

        Args:
            pooled: as `encoder.Begun.pool` gives it.
            surface: as `features.surface_features` gives them.
        """
        logits = np.concatenate([pooled, surface]) @ self.weights + self.bias
        loaded, subjective, checkworthy = (float(logit) for logit in logits)
        sure = loaded < self.loaded_below and subjective < self.subjective_below
        if not sure or abs(checkworthy - self.checkworthy_at) < self.apart:
            return None
        return Plain(*(float(1 / (1 + np.exp(-x))) for x in (loaded, subjective, checkworthy)))


def load_glance(path: Path = _FILE) -> Glance:
    """The first look from its file.

    Raises:
        ModelError: the file is missing or is not one that this version can use.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            limits = (float(limit) for limit in arrays["limits"])
            return Glance(arrays["weights"].astype(np.float32), arrays["bias"], *limits)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"The first look {path} could not be read ({error}). Install Second Source again, "
            "or run `python -m training.glance`."
        ) from error


def save_glance(path: Path, glance: Glance) -> None:
    """Write a first look."""
    limits = (
        glance.loaded_below,
        glance.subjective_below,
        glance.checkworthy_at,
        glance.apart,
    )
    np.savez_compressed(
        path,
        weights=glance.weights,
        bias=glance.bias,
        limits=np.array(limits, dtype=np.float64),
    )
