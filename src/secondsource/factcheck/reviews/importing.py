"""Fact-checks from a file: a web page, JSON, JSONL or CSV, read a piece at a time."""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from lxml.html import HtmlElement

from secondsource.collect.formats.text import declared_encoding, decode_bytes
from secondsource.collect.formats.tree import parse_page
from secondsource.collect.item import Rejected
from secondsource.errors import CollectionError, UnreadableError
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.files import WatchedFile, open_file, parse_csv, read_beginning
from secondsource.factcheck.reviews.claimreview import (
    JsonObject,
    find_reviews,
    make_fact_check,
    read_address,
    read_day,
    read_line,
    read_review,
)
from secondsource.factcheck.reviews.feed import ItemReader

FIELDS = ("claim", "rating", "checker", "url", "published", "language", "title", "claimant")
WANTED = "a web page, JSON, JSONL or CSV file with fact-checks"
_LARGEST_PAGE = 64_000_000
_LONGEST_LINE = 8_000_000
_LONGEST_NAME = 300
_LINES = (".jsonl", ".ndjson")
_TABLES = (".csv", ".tsv")
_LD_JSON = "application/ld+json"
_TOO_DEEP = "its values are nested too deeply"
_COMMENTED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_STRAY_COMMA = re.compile(r",(\s*[}\]])")

Read = FactCheck | Rejected


@dataclass(frozen=True, slots=True)
class FactCheckFile:
    """A file of fact-checks.

    Args:
        path: the file.
        mapping: for CSV and plain JSONL the column of each field, where it is not its name.
        fixed: fields that are the same for every row, such as the checker.
        progress: told how many bytes of the file were read.
    """

    path: Path
    mapping: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[int], None] = lambda _bytes: None

    def read(self) -> Iterator[Read]:
        """Every fact-check of the file, or why an item of it is none.

        Raises:
            CollectionError: the file is missing or empty, or has not the columns named.
        """
        begins = read_beginning(self.path, WANTED)
        suffix = self.path.suffix.lower()
        if begins.is_markup:
            yield from self._read_page()
        elif suffix in _LINES:
            yield from self._read_lines()
        elif begins.is_json or (begins.text[:1] in ("{", "[") and suffix not in _TABLES):
            yield from self._read_items()
        else:
            yield from self._read_table()

    def _read_page(self) -> Iterator[Read]:
        with open_file(self.path, WANTED) as file:
            data = file.read(_LARGEST_PAGE + 1)
        if len(data) > _LARGEST_PAGE:
            raise CollectionError(f"{self.path} is larger than {_LARGEST_PAGE:,} bytes. Split it.")
        self.progress(len(data))
        found = list(read_page(data, str(self.path)))
        if not found:
            found = [Rejected(str(self.path), "the page carries no ClaimReview")]
        yield from found

    def _read_items(self) -> Iterator[Read]:
        with open_file(self.path, WANTED) as raw:
            text = TextIOWrapper(raw, self._find_encoding(raw), errors="replace", newline="")
            reader = ItemReader(text.read, self.path.name)
            try:
                for item in reader.items_of_file():
                    yield from self._read_value(item, f"{self.path.name}, item {reader.items}")
                    self.progress(raw.tell())
            except CollectionError as error:
                yield Rejected(str(self.path), str(error))
            finally:
                text.detach()

    def _find_encoding(self, raw: BinaryIO) -> str:
        try:
            return WatchedFile(raw, raw, self.progress).find_encoding()
        except UnreadableError as error:
            raise CollectionError(
                f"{self.path.name} is no JSON ({error}). Give it in UTF-8."
            ) from error

    def _read_lines(self) -> Iterator[Read]:
        with open_file(self.path, WANTED) as raw:
            number = 0
            while line := raw.readline(_LONGEST_LINE):
                number += 1
                yield from self._read_line(line, f"{self.path.name}, line {number}")
                self.progress(raw.tell())

    def _read_line(self, line: bytes, source: str) -> Iterator[Read]:
        plain = line.strip()
        if plain[:1] == b"<":
            yield from read_page(plain, source)
        elif plain:
            try:
                value = json.loads(plain.decode("utf-8-sig", "replace"), strict=False)
            except (ValueError, RecursionError) as error:
                yield Rejected(source, f"it is no JSON ({str(error)[:100]})")
                return
            yield from self._read_value(value, source)

    def _read_value(self, value: object, source: str) -> Iterator[Read]:
        """The ClaimReviews of a value, or the value itself as a row of plain fields."""
        found = False
        for read in _take_reviews(value, self.path.name, source):
            found = True
            yield read
        if found:
            return
        if isinstance(value, dict) and self.mapping.get("claim", "claim") in value:
            yield self._read_row(value, source)
        elif not (isinstance(value, dict) and value.get("@type") == "DataFeed"):
            yield Rejected(source, "it holds no ClaimReview")

    def _read_table(self) -> Iterator[Read]:
        with open_file(self.path, WANTED) as raw:
            file = WatchedFile(raw, raw, self.progress)
            with closing(parse_csv(file, self.path)) as rows:
                table = self
                for number, row in enumerate(rows, 2):
                    if number == 2:
                        table = replace(self, mapping=self._find_columns(row))
                    yield table._read_row(row, f"{self.path.name}, row {number}")

    def _find_columns(self, row: Mapping[str, object]) -> Mapping[str, str]:
        """The column of each field, in whatever capitals the heading writes it."""
        written = {column.casefold(): column for column in row}
        found = {}
        for name in FIELDS:
            wanted = self.mapping.get(name, name)
            column = wanted if wanted in row else written.get(wanted.casefold())
            if column is not None:
                found[name] = column
            elif name == "claim" or name in self.mapping:
                raise CollectionError(
                    f"{self.path.name} has no column “{wanted}” but "
                    f"{', '.join(sorted(row))[:200]}. "
                    "Name the columns: --map claim=COLUMN,url=COLUMN"
                )
        return found

    def _read_row(self, row: Mapping[str, object], source: str) -> Read:
        given = {
            name: self.fixed.get(name) or row.get(self.mapping.get(name, name)) for name in FIELDS
        }
        try:
            return _read_fields(given, self.path.name)
        except UnreadableError as error:
            return Rejected(source, str(error))
        except RecursionError:
            return Rejected(source, _TOO_DEEP)


def read_page(data: bytes, source: str) -> Iterator[Read]:
    """Every fact-check that a web page states of itself as ClaimReview (JSON-LD).

    Args:
        data: the page's bytes.
        source: its address or file, kept with each fact-check.
    """
    if b"ClaimReview" not in data:
        return
    try:
        tree = parse_page(decode_bytes(data, declared_encoding(data)).text)
    except UnreadableError as error:
        yield Rejected(source, str(error))
        return
    for script in _find_scripts(tree):
        try:
            value = load_broken(script)
        except (ValueError, RecursionError) as error:
            yield Rejected(source, f"its ClaimReview is broken JSON ({str(error)[:100]})")
            continue
        yield from _take_reviews(value, source, source)


def load_broken(text: str) -> object:
    """JSON as pages have it: within comments, with commas too many, or with escaped quotes.

    Raises:
        ValueError: it cannot be read even so.
    """
    plain = _COMMENTED.sub("", text).strip().rstrip(";")
    tries = (plain, _STRAY_COMMA.sub(r"\1", plain), html.unescape(plain))
    for attempt in tries[:-1]:
        try:
            return json.loads(attempt, strict=False)
        except ValueError:
            continue
    return json.loads(tries[-1], strict=False)


def _find_scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        kind = (script.get("type") or "").partition(";")[0].strip().lower()
        text = script.text or ""
        if kind == _LD_JSON and "ClaimReview" in text:
            yield text


def _read_fields(given: Mapping[str, object], source: str) -> FactCheck:
    return make_fact_check(
        FactCheck(
            claim=read_line(given["claim"]),
            checker=read_line(given["checker"], _LONGEST_NAME),
            rating=read_line(given["rating"], _LONGEST_NAME),
            url=read_address(given["url"]),
            published=read_day(given["published"]),
            language=read_line(given["language"], 20).lower()[:2] or None,
            title=read_line(given["title"], _LONGEST_NAME) or None,
            claimant=read_line(given["claimant"], _LONGEST_NAME) or None,
            source=source,
        )
    )


def _take_reviews(value: object, kept_source: str, source: str) -> Iterator[Read]:
    """The fact-checks of all ClaimReviews of a value, and that there are too many to read."""
    try:
        for review in find_reviews(value):
            yield _take_review(review, kept_source, source)
    except UnreadableError as error:
        yield Rejected(source, str(error))


def _take_review(review: JsonObject, kept_source: str, source: str) -> Read:
    """The fact-check of a ClaimReview, or why it is none; `source` tells which item it was."""
    try:
        return read_review(review, kept_source)
    except UnreadableError as error:
        return Rejected(source, str(error))
    except RecursionError:
        return Rejected(source, _TOO_DEEP)
