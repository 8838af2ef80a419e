"""What networks said of training sentences that they had not seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Readings:
    """Judgements of some sentences, and for some of them a logit for each word piece.

    `keys` is uint64 of shape (sentences,), `judgements` float32 of shape (sentences, 4),
    `pieces` float32, the word pieces of all sentences one after another, of which `counts`
    (sentences,) says how many belong to each.
    """

    keys: npt.NDArray[np.uint64]
    judgements: Floats
    pieces: Floats
    counts: npt.NDArray[np.int64]


class HeldOut:
    """The readings of all folds, looked up by a sentence's key."""

    def __init__(self, folds: Sequence[Readings]) -> None:
        self._judgements: dict[int, Floats] = {}
        self._pieces: dict[int, Floats] = {}
        for fold in folds:
            parts = np.split(fold.pieces, np.cumsum(fold.counts)[:-1])
            for key, judged, pieces in zip(fold.keys.tolist(), fold.judgements, parts, strict=True):
                self._judgements[key] = judged
                if len(pieces):
                    self._pieces[key] = pieces

    def judgements(self, keys: Sequence[int]) -> Floats:
        """What was said of each sentence, float32 of shape (sentences, 4)."""
        return np.array([self._judgements[key] for key in keys], dtype=np.float32)

    def pieces(self, key: int) -> Floats:
        """The logits of the word pieces of one sentence."""
        return self._pieces[key]


def save_readings(path: Path, readings: Readings) -> None:
    """Write the readings of one fold."""
    np.savez_compressed(
        path,
        keys=readings.keys,
        judgements=readings.judgements,
        pieces=readings.pieces,
        counts=readings.counts,
    )


def load_readings(path: Path) -> Readings:
    """The readings of one fold."""
    with np.load(path, allow_pickle=False) as arrays:
        return Readings(arrays["keys"], arrays["judgements"], arrays["pieces"], arrays["counts"])


def load_held_out(work: Path) -> HeldOut:
    """The readings of every fold in a folder."""
    return HeldOut([load_readings(path) for path in sorted(work.glob("fold-*.npz"))])
