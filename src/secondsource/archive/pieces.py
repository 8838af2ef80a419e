"""The pieces of an index that grows at its end: files of arrays, each over a run of articles."""

import io
import re
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from secondsource.files import replacing

_NAME = re.compile(r"(\d{12})-(\d{12})\.npz")


class PieceFile(NamedTuple):
    """A file over the articles whose ordinals come after one and go up to another."""

    after: int
    until: int
    path: Path


def name_piece(folder: Path, after: int, until: int) -> Path:
    """Where a piece over these articles is, or would be."""
    return folder / f"{after:012}-{until:012}.npz"


def list_pieces(folder: Path) -> dict[int, PieceFile]:
    """The pieces in a folder, by the ordinal after which each begins.

    Of two that begin alike the longer counts: the other was to be deleted.
    """
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    named = [(match, path) for path in paths if (match := _NAME.fullmatch(path.name))]
    files = [PieceFile(int(match[1]), int(match[2]), path) for match, path in named]
    return {file.after: file for file in files}


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
