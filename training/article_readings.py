"""What the stance model says of pairs, kept on disk, since reading them takes minutes."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

import secondsource.models
from secondsource.evidence.stance.readers import default_readers
from secondsource.models.cross_encoder import STANCE_MODELS
from secondsource.models.trained_on import item_key

_AT_ONCE = 250


class CachedJudge:
    """The stance model of the package, with a memory in a folder.

    The memory is that of one version of the model: its file is named by the model's SHA-256.
    """

    def __init__(self, folder: Path) -> None:
        models = Path(secondsource.models.__file__).parent
        weights = b"".join((models / name / "model.onnx").read_bytes() for name in STANCE_MODELS)
        version = hashlib.sha256(weights).hexdigest()[:16]
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"readings-{version}.npz"
        self._known: dict[int, npt.NDArray[np.float32]] = {}
        if self._path.exists():
            with np.load(self._path, allow_pickle=False) as archive:
                keys = (int(key) for key in archive["keys"])
                self._known = dict(zip(keys, archive["rows"], strict=True))

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        """The probabilities of supports, disputes and neither; what is new is read and kept."""
        keys = [item_key(*pair) for pair in pairs]
        new = [place for place, key in enumerate(keys) if key not in self._known]
        for start in range(0, len(new), _AT_ONCE):
            part = new[start : start + _AT_ONCE]
            rows = default_readers().read_pairs([pairs[place] for place in part])
            self._known.update(zip((keys[place] for place in part), rows, strict=True))
            self._save()
            print(f"read {start + len(part):,} of {len(new):,} new pairs", flush=True)
        return np.array([self._known[key] for key in keys], dtype=np.float32).reshape(-1, 3)

    def _save(self) -> None:
        keys = np.array(list(self._known), dtype=np.uint64)
        np.savez(self._path, keys=keys, rows=np.array(list(self._known.values())))
