"""Writes the arrays of an index piece as one file."""

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.files import replacing


def save_arrays(path: Path, **arrays: npt.NDArray[np.generic]) -> None:
    """Put named arrays on disk as one .npz file, whole or not at all.

    Args:
        path: where to; its folder is made when it is missing.
        arrays: what `numpy.load` will give back under these names.

    Raises:
        OSError: it could not be written; a file that was there before is still as it was.
    """
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as beside:
        beside.write_bytes(buffer.getvalue())
