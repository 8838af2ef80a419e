"""The word table of the multilingual model: read from a tiny file of its format, made here."""

import struct
from pathlib import Path

import numpy as np
import pytest

from secondsource.errors import ModelError
from secondsource.models.e5_file import read_tensor, read_word_table

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁ferry", "▁паром", "s"]


def write_table(path: Path, blocks: list[tuple[float, list[int]]]) -> None:
    """A file with these pieces and one row of 32 four-bit numbers for each."""
    letters = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, letters)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 1, 4, len(PIECES), 8, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(offsets[-1])) + offsets.tobytes()
    head += np.zeros(len(PIECES), "<f4").tobytes() + b"".join(letters)
    head += struct.pack("<iI", 1, 9) + struct.pack("<IBI", 9, 1, 32)
    entry = struct.pack("<iH", 1, 8) + b"emb.word"
    place = len(head) + len(entry) + struct.calcsize("<BIQQ")
    table = b"".join(pack_block(scale, values) for scale, values in blocks)
    path.write_bytes(head + entry + struct.pack("<BIQQ", 1, 32, place, len(table)) + table)


def pack_block(scale: float, values: list[int]) -> bytes:
    nibbles = [value + 8 for value in values]
    packed = bytes(low | high << 4 for low, high in zip(nibbles[:16], nibbles[16:], strict=True))
    return np.float16(scale).tobytes() + packed


def test_pieces_and_vectors(tmp_path: Path) -> None:
    values = [[(7 * row + k) % 16 - 8 for k in range(32)] for row in range(len(PIECES))]
    write_table(tmp_path / "model.bin", [(0.5 * row, v) for row, v in enumerate(values)])
    table = read_word_table(tmp_path / "model.bin")
    assert table.pieces == tuple(PIECES)
    assert (table.unknown, table.dimensions) == (3, 32)
    rows = np.array([5, 0, 2])
    expected = np.array([[0.5 * row * v for v in values[row]] for row in rows], np.float32)
    assert (table.unpack(rows) == expected).all()


def test_one_tensor_by_its_name(tmp_path: Path) -> None:
    write_table(tmp_path / "model.bin", [(0.5, [3] * 32)])
    assert read_tensor(tmp_path / "model.bin", "emb.word").tolist() == [1.5] * 32
    with pytest.raises(ModelError, match=r"emb\.none could not be read"):
        read_tensor(tmp_path / "model.bin", "emb.none")


@pytest.mark.parametrize("data", [b"", b"E5S1", b"GGUF" + bytes(100), b"E5S1" + bytes(500)])
def test_a_broken_file_is_told_in_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "model.bin").write_bytes(data)
    with pytest.raises(ModelError, match=r"could not be read .* install Second Source again"):
        read_word_table(tmp_path / "model.bin")
    with pytest.raises(ModelError):
        read_word_table(tmp_path / "none.bin")
