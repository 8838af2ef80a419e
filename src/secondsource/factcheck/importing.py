"""Quotations from a file: a Wikiquote dump (XML, plain, bz2 or gz), CSV or JSONL."""

import bz2
import gzip
import json
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from secondsource.errors import CollectionError, UnreadableError
from secondsource.factcheck.dump import DumpReader
from secondsource.factcheck.entry import Entry, Section
from secondsource.factcheck.files import WatchedFile, open_file, parse_csv, read_beginning
from secondsource.factcheck.wikiquote import read_page
from secondsource.factcheck.years import read_years

FIELDS = ("text", "person", "source", "section", "heading", "language")
_DATED = re.compile(r"(20\d\d)-?([01]\d)-?([0-3]\d)")
_LINES = (".jsonl", ".ndjson", ".json")
_LONGEST_TEXT = 4_000
_WIKI = re.compile(r"([a-z]{2,3})wikiquote")


@dataclass(slots=True)
class QuotationFile:
    """A file of quotations; its name, day and language are known once it was read.

    Args:
        path: the file.
        mapping: for CSV and JSONL the column of each field, where it is not the field's name.
        language: ISO 639-1 code of the quotations, where the file does not say it.
        progress: told how many bytes of the file were read.
    """

    path: Path
    mapping: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    progress: Callable[[int], None] = lambda _bytes: None
    name: str = ""
    dated: str | None = None
    left_out: int = 0

    def read(self) -> Iterator[Entry]:
        """The quotations, one at a time.

        Raises:
            CollectionError: the file is missing, empty, broken or of another kind.
        """
        begins = read_beginning(self.path, unpacked=("bzip2", "gzip"))
        self.name = self.path.name.split(".")[0]
        match = _DATED.search(self.path.name)
        self.dated = "-".join(match.groups()) if match else None
        with open_file(self.path) as raw:
            if begins.packed:
                packed = (
                    bz2.BZ2File(raw) if begins.packed == "bzip2" else gzip.GzipFile(fileobj=raw)
                )
                yield from self._read_dump(WatchedFile(packed, raw, self.progress))
            elif begins.is_markup:
                yield from self._read_dump(WatchedFile(raw, raw, self.progress))
            else:
                is_json = begins.is_json or self.path.suffix.lower() in _LINES
                parse = _parse_lines if is_json else parse_csv
                with closing(parse(WatchedFile(raw, raw, self.progress), self.path)) as lines:
                    yield from self._read_rows(lines)

    def _read_dump(self, file: "WatchedFile") -> Iterator[Entry]:
        reader = DumpReader()
        latest = ""
        for page in reader.read(file, self.path.name):
            if not latest:
                match = _WIKI.match(reader.wiki)
                self.language = self.language or (match[1] if match else None)
                self.name = reader.wiki or self.name
            latest = max(latest, page.changed[:10])
            yield from read_page(page.title, page.text, self.language)
        self.dated = self.dated or latest or None
        self.left_out = reader.too_long

    def _read_rows(self, lines: Iterable[Mapping[str, str]]) -> Iterator[Entry]:
        for number, line in enumerate(lines):
            row = {name: line.get(self.mapping.get(name, name), "").strip() for name in FIELDS}
            if number == 0 and self.mapping.get("text", "text") not in line:
                raise CollectionError(
                    f"{self.path.name} has no column “{self.mapping.get('text', 'text')}” but "
                    f"{', '.join(sorted(line))[:200]}. Name the columns: --map text=COLUMN,"
                    "person=COLUMN"
                )
            entry = _make_entry(row, self.language)
            if entry:
                yield entry
            else:
                self.left_out += 1


def _parse_lines(file: WatchedFile, path: Path) -> Generator[Mapping[str, str], None, None]:
    try:
        encoding = file.find_encoding()
    except UnreadableError as error:
        raise CollectionError(f"{path.name} is no JSON ({error}). Give it in UTF-8.") from error
    for number, line in enumerate(file.lines(encoding), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise CollectionError(
                f"Line {number} of {path.name} is no JSON ({error}). Nothing of it was kept; give "
                "one object a line."
            ) from error
        if not isinstance(value, dict):
            raise CollectionError(
                f"Line {number} of {path.name} is no JSON object. Give one a line."
            )
        yield {str(key): str(item) for key, item in value.items() if item is not None}


def _make_entry(row: Mapping[str, str], language: str | None) -> Entry | None:
    """A row as an entry; None where it has no quotation of three words, or too long a one."""
    text = " ".join(row["text"].split())
    if not len(text.split()) >= 3 or len(text) > _LONGEST_TEXT:
        return None
    named = row["section"].casefold()
    known = [section for section in Section if section.value == named]
    section = known[0] if known else Section.SOURCED if row["source"] else Section.ATTRIBUTED
    return Entry(
        person=row["person"] or "unknown",
        text=text,
        section=section,
        heading=row["heading"],
        sources=(row["source"][:500],) if row["source"] else (),
        years=read_years([row["source"]]),
        language=row["language"].lower()[:2] or language,
    )
