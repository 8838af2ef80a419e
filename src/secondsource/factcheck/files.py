"""Files that collections are imported from: opened, watched while they are read, CSV as rows."""

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from secondsource.collect.formats.code_pages import write_head
from secondsource.collect.formats.text import decode_bytes
from secondsource.errors import CollectionError, UnreadableError
from secondsource.factcheck.dump import Readable

_LONGEST_LINE = 200_000
_FIRST_BYTES = 4096
# Under these names Python takes the mark at the beginning of a file away.
_MARKED = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
_JSON = re.compile(r'\{\s*(?:"|$)|\[\s*(?:[\[{]|$)')
_PACKED = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"7z\xbc\xaf": "7z",
    b"\x28\xb5\x2f\xfd": "zstd",
}
_LOOKED_AT = 1 << 18  # bytes by which the encoding of a table is told
_HEADING = re.compile(r"(?!\ufeff?\s*(?:sep=.)?\s*$)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_WANTED = "a Wikiquote dump, a CSV or JSONL file"


class WatchedFile:
    """A file that tells how far its bytes on disk have been read."""

    def __init__(self, file: Readable, raw: BinaryIO, progress: Callable[[int], None]) -> None:
        self._file, self._raw, self._progress = file, raw, progress

    def read(self, size: int) -> bytes:
        """The next bytes."""
        self._progress(self._raw.tell())
        return self._file.read(size)

    def find_encoding(self) -> str:
        """The encoding that its beginning is in, as spreadsheets save tables in several.

        Raises:
            UnreadableError: it is no text.
        """
        start = self._raw.read(_LOOKED_AT)
        self._raw.seek(0)
        encoding = decode_bytes(start.rpartition(b"\n")[0] or start).encoding
        is_marked = encoding == "utf-8" or start.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        return _MARKED.get(encoding, encoding) if is_marked else encoding

    def lines(self, encoding: str = "utf-8-sig") -> Generator[str, None, None]:
        """The lines as text; a byte that cannot be read is shown as a question mark."""
        text = TextIOWrapper(self._raw, encoding, errors="replace", newline="")
        try:
            for number, line in enumerate(iter(lambda: text.readline(_LONGEST_LINE), "")):
                if number % 1000 == 0:
                    self._progress(self._raw.tell())
                yield line
        finally:
            text.detach()


@contextmanager
def open_file(path: Path, wanted: str = _WANTED) -> Iterator[BinaryIO]:
    """A file that is there and not empty, opened for reading its bytes.

    Args:
        path: the file.
        wanted: what kinds of file would be accepted, for the message.

    Raises:
        CollectionError: it is missing, empty, a folder, or may not be read.
    """
    try:
        if path.stat().st_size == 0:
            raise CollectionError(f"{path} is empty. Give {wanted}.")
        file = path.open("rb")
    except FileNotFoundError as error:
        raise CollectionError(f"There is no file {path}. Give the path of one.") from error
    except IsADirectoryError as error:
        raise CollectionError(f"{path} is a folder. Give the path of a file.") from error
    except OSError as error:
        raise CollectionError(
            f"{path} cannot be read ({error.strerror}). Check the path and your rights."
        ) from error
    with file:
        yield file


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a file begins: how it is packed, if it is, else the text of its first bytes."""

    packed: str
    text: str

    @property
    def is_markup(self) -> bool:
        """Whether it is XML or a web page."""
        return self.text.startswith("<")

    @property
    def is_json(self) -> bool:
        """Whether it begins as JSON does, whatever the file is called."""
        return bool(_JSON.match(self.text))


def read_beginning(path: Path, wanted: str = _WANTED, unpacked: Collection[str] = ()) -> Beginning:
    """How a file begins.

    Args:
        path: the file.
        wanted: what kinds of file would be accepted, for the message.
        unpacked: the ways of packing that the reader undoes itself.

    Raises:
        CollectionError: it is missing, empty, a folder, or packed in another way.
    """
    with open_file(path, wanted) as file:
        head = file.read(_FIRST_BYTES)
    packed = next((name for mark, name in _PACKED.items() if head.startswith(mark)), "")
    if packed and packed not in unpacked:
        raise CollectionError(f"{path.name} is packed ({packed}). Unpack it, and give {wanted}.")
    text = write_head(head).decode("utf-8-sig", "replace")
    return Beginning(packed, text.lstrip("\ufeff \t\r\n"))


def parse_csv(file: WatchedFile, path: Path) -> Generator[Mapping[str, str], None, None]:
    """The rows of a CSV file with a heading, each by its columns; an empty cell is "".

    Commas, semicolons, tabs or bars may part the cells. Empty lines before the heading, and the
    line "sep=;" of spreadsheets, are passed over.

    Raises:
        CollectionError: it is no CSV.
    """
    try:
        lines = file.lines(file.find_encoding())
    except UnreadableError as error:
        raise _is_no_csv(path, error) from error
    try:
        first = next((line for line in lines if _HEADING.match(line)), "").lstrip("\ufeff")
        delimiter = max(",;\t|", key=_QUOTED.sub("", first).count)
        for row in csv.DictReader(chain([first], lines), delimiter=delimiter):
            yield {key.strip(): item or "" for key, item in row.items() if key}
    except csv.Error as error:
        raise _is_no_csv(path, error) from error
    finally:
        lines.close()


def _is_no_csv(path: Path, error: Exception) -> CollectionError:
    return CollectionError(
        f"{path.name} is no CSV ({error}). Nothing of it was kept; give a file with a heading "
        "and one item a line."
    )
