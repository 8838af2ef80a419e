"""Keeps the vectors of texts on disk, so that a second trial does not read them again."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from secondsource.lineage.translation.sentence_sums import F32, Embedder

_AT_ONCE = 64


def name_cache(folder: Path, weights: Path) -> Path:
    """Where the vectors by a network are kept: other weights have another file."""
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()[:12]
    return folder / f"{weights.parent.name}-{weights.stem}-{digest}.npz"


class CachedVectors:
    """An `Embedder` that asks another one only for texts it has not seen before.

    Args:
        embedder: the one that is asked.
        path: an .npz file; made when it is missing.
    """

    def __init__(self, embedder: Embedder, path: Path) -> None:
        self._embedder, self._path = embedder, path
        self._known: dict[str, F32] = {}
        if path.exists():
            with np.load(path) as saved:
                self._known = dict(zip(saved["keys"].tolist(), saved["matrix"], strict=True))

    def embed(self, texts: Sequence[str]) -> F32:
        """A vector for each text, float32 of shape (texts, dimensions)."""
        keys = [hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:24] for text in texts]
        asked = dict(zip(keys, texts, strict=True))
        missing = [key for key in asked if key not in self._known]
        for begin in range(0, len(missing), _AT_ONCE):
            part = missing[begin : begin + _AT_ONCE]
            found = self._embedder.embed([asked[key] for key in part])
            self._known.update(zip(part, found, strict=True))
        if missing:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            np.savez(
                self._path, keys=np.array([*self._known]), matrix=np.stack([*self._known.values()])
            )
        return np.stack([self._known[key] for key in keys])
