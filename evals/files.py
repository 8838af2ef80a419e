"""Reads the files of data sets however they were saved.

A byte order mark at the beginning is no part of the text, lines end in "\\n" or "\\r\\n" and in
nothing else, and a cell that a row of a table lacks is empty.
"""

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_LONGEST_CELL = 2**31 - 1
_GZIP = b"\x1f\x8b"


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, its lines ending in "\\n"."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def read_lines(path: Path) -> list[str]:
    """The lines of a file; what other characters take for an end of line stays in them."""
    lines = read_text(path).split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def read_json(path: Path) -> Any:
    """What a JSON file holds."""
    return json.loads(read_text(path))


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file with one JSON object a line."""
    yield from (json.loads(line) for line in read_lines(path) if line.strip())


def read_rows(path: Path, delimiter: str = ",", *, quoted: bool = True) -> Iterator[list[str]]:
    """The rows of a table, its head among them, without empty ones.

    Args:
        path: a file in UTF-8.
        delimiter: what stands between two cells.
        quoted: whether quotation marks around a cell are no part of it.
    """
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = (
            csv.reader(file, delimiter=delimiter)
            if quoted
            else csv.reader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        )
        yield from (row for row in rows if row)


def read_table(
    path: Path, delimiter: str = ",", *, quoted: bool = True
) -> Iterator[dict[str, str]]:
    """The rows of a table by the names in its head; a cell that is not there is empty."""
    rows = read_rows(path, delimiter, quoted=quoted)
    head = next(rows, [])
    for row in rows:
        yield dict.fromkeys(head, "") | dict(zip(head, row, strict=False))


def read_packed(path: Path) -> bytes:
    """The bytes of a file, unpacked where it was packed with gzip."""
    data = path.read_bytes()
    return gzip.decompress(data) if data.startswith(_GZIP) else data
