"""Files that collections are imported from: opened, watched while they are read, CSV as rows."""

import csv
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from secondsource.errors import CollectionError
from secondsource.factcheck.dump import Readable

_LONGEST_LINE = 200_000
_WANTED = "a Wikiquote dump, a CSV or JSONL file"


class WatchedFile:
    """A file that tells how far its bytes on disk have been read."""

    def __init__(self, file: Readable, raw: BinaryIO, progress: Callable[[int], None]) -> None:
        self._file, self._raw, self._progress = file, raw, progress

    def read(self, size: int) -> bytes:
        """The next bytes."""
        self._progress(self._raw.tell())
        return self._file.read(size)

    def lines(self) -> Iterator[str]:
        """The lines as text; a byte that is no UTF-8 is shown as a question mark."""
        text = TextIOWrapper(self._raw, "utf-8-sig", errors="replace", newline="")
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
        CollectionError: it is missing, empty or a folder.
    """
    try:
        if path.stat().st_size == 0:
            raise CollectionError(f"{path} is empty. Give {wanted}.")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise CollectionError(f"There is no file {path}. Give the path of one.") from error
    except IsADirectoryError as error:
        raise CollectionError(f"{path} is a folder. Give the path of a file.") from error


def parse_csv(file: WatchedFile, path: Path) -> Generator[Mapping[str, str], None, None]:
    """The rows of a CSV file with a heading, each by its columns; an empty cell is "".

    Raises:
        CollectionError: it is no CSV.
    """
    lines = file.lines()
    first = next(lines, "")
    delimiter = max(",;\t", key=first.count)
    try:
        for row in csv.DictReader(_chain(first, lines), delimiter=delimiter):
            yield {key: item or "" for key, item in row.items() if key}
    except csv.Error as error:
        raise CollectionError(
            f"{path.name} is no CSV ({error}). Nothing of it was kept; give a file with a heading "
            "and one item a line."
        ) from error


def _chain(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest
