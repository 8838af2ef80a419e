"""Collections of quotations in an archive's folder, each whole or not there at all.

A collection is imported from a file and can be imported again, so it is kept beside the
database: `collections/NAME/` with `entries.db` (SQLite) and the sorted hashes of the pairs of
words by which its quotations are found.
"""

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import astuple, dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from secondsource.errors import CollectionError
from secondsource.factcheck.entry import Collection, Entry, Section
from secondsource.reading.quotations.folding import fold_only
from secondsource.reading.quotations.table import U64, hash_grams

_FOLDER = "collections"
_BATCH = 2_000
_MOST_SHARING = 400  # entries with one pair of words that are looked at
_LONGEST_NAME = 60
_SORTED_AT_ONCE = 2_000_000  # pairs of words: 32 MB
_SCHEMA = """
CREATE TABLE about (json TEXT NOT NULL);
CREATE TABLE named (key TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (key, person))
    WITHOUT ROWID;
CREATE TABLE entry (number INTEGER PRIMARY KEY, person TEXT NOT NULL, text TEXT NOT NULL,
    section TEXT NOT NULL, heading TEXT NOT NULL, sources TEXT NOT NULL, others TEXT NOT NULL,
    years TEXT NOT NULL, language TEXT);
"""
_COLUMNS = "person, text, section, heading, sources, others, years, language"
PersonKeys = Callable[[str], frozenset[str]]
"""The keys under which a person's entries are found, whatever the spelling of the name."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import is told of its file: name, file, day of the data, day of the import."""

    name: str
    source: str
    dated: str | None
    imported: str
    language: str | None = None


class CollectionStore:
    """The collections in one archive's folder."""

    def __init__(self, folder: Path, person_keys: PersonKeys) -> None:
        self._folder = folder / _FOLDER
        self._keys = person_keys

    def write(
        self,
        entries: Iterable[Entry],
        about: Callable[[], Imported],
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Collection:
        """Keep a collection, in place of one of the same name.

        Args:
            entries: the quotations, a few in memory at a time.
            about: what is known of the file once all entries were taken.
            progress: told now and then how many quotations were taken.

        Raises:
            CollectionError: there is no quotation in it, or it cannot be written; then nothing
                of it is kept and an earlier one stays.
        """
        fresh = self._folder / f".new-{os.getpid()}"
        try:
            fresh.mkdir(parents=True, exist_ok=True)
            collection = self._fill(fresh, entries, about, progress)
            self._put_in_place(fresh, collection.name)
        except (OSError, sqlite3.Error) as error:
            raise CollectionError(
                f"The collection could not be written in {self._folder} ({error}). Nothing of it "
                "was kept; free some space or choose another archive."
            ) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return collection

    def open_all(self) -> tuple["StoredCollection", ...]:
        """Every collection of the archive, in the order of their names.

        Raises:
            CollectionError: one of them is damaged.
        """
        if not self._folder.is_dir():
            return ()
        names = sorted(path for path in self._folder.iterdir() if path.name[:1] != ".")
        return tuple(StoredCollection(path, self._keys) for path in names if path.is_dir())

    def _fill(
        self,
        folder: Path,
        entries: Iterable[Entry],
        about: Callable[[], Imported],
        progress: Callable[[int], None],
    ) -> Collection:
        writer = _Writer(folder)
        with closing(sqlite3.connect(folder / "entries.db")) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.executescript(_SCHEMA)
            waiting = iter(entries)
            while batch := list(islice(waiting, _BATCH)):
                writer.add(connection, batch)
                progress(writer.count)
            told = about()
            if not writer.count:
                raise CollectionError(
                    f"{told.source} holds no quotation that could be read. Give a Wikiquote dump, "
                    "or a CSV or JSONL file with the columns text and person (or --map)."
                )
            collection = Collection(
                *(told.name, told.source, told.dated, told.imported, writer.count),
                people=len(writer.people),
                language=told.language,
            )
            connection.execute("CREATE INDEX entry_person ON entry (person)")
            pairs = ((key, p) for p in sorted(writer.people) for key in self._keys(p))
            connection.executemany("INSERT OR IGNORE INTO named VALUES (?, ?)", pairs)
            connection.execute("INSERT INTO about VALUES (?)", (json.dumps(astuple(collection)),))
            connection.commit()
        writer.save()
        return collection

    def _put_in_place(self, fresh: Path, name: str) -> None:
        target = self._folder / _make_folder_name(name)
        old = self._folder / f".old-{os.getpid()}"
        if target.exists():
            target.rename(old)
        fresh.rename(target)
        shutil.rmtree(old, ignore_errors=True)


class StoredCollection:
    """One collection, open for looking up."""

    def __init__(self, folder: Path, person_keys: PersonKeys) -> None:
        self._keys = person_keys
        try:
            uri = f"{(folder / 'entries.db').resolve().as_uri()}?mode=ro"
            self._connection = sqlite3.connect(uri, uri=True)
            (about,) = self._connection.execute("SELECT json FROM about").fetchone()
            self.about = Collection(*json.loads(about))
            self._grams: U64 = np.load(folder / "grams.npy", mmap_mode="r")
            self._entries: npt.NDArray[np.uint32] = np.load(folder / "entries.npy", mmap_mode="r")
        except (OSError, ValueError, TypeError, sqlite3.Error) as error:
            raise CollectionError(
                f"The collection in {folder} is damaged ({error}). Delete that folder and import "
                "the file again."
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def find_by_words(self, words: Sequence[str], limit: int) -> list[Entry]:
        """The entries that share most pairs of words with a quotation, most shared first."""
        own = np.unique(hash_grams(words))
        low, high = (np.searchsorted(self._grams, own, side) for side in ("left", "right"))
        parts = [
            self._entries[a : min(b, a + _MOST_SHARING)]
            for a, b in zip(low.tolist(), high.tolist(), strict=True)
            if a < b
        ]
        if not parts:
            return []
        numbers, counts = np.unique(np.concatenate(parts), return_counts=True)
        best = numbers[np.argsort(-counts, kind="stable")][:limit].tolist()
        marks = ", ".join("?" * len(best))
        return self._read(f"number IN ({marks})", best)

    def find_by_person(self, name: str, limit: int) -> list[Entry]:
        """The entries of people whose name may be this one."""
        keys = sorted(self._keys(name))
        marks = ", ".join("?" * len(keys))
        people = f"SELECT person FROM named WHERE key IN ({marks})"
        return self._read(f"person IN ({people}) LIMIT ?", [*keys, limit])

    def _read(self, condition: str, values: Sequence[str | int]) -> list[Entry]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM entry WHERE {condition}", list(values)
        )
        return [_read_entry(row) for row in rows]


class _Writer:
    """Writes entries and the hashes by which they are found; these wait on disk to be sorted."""

    def __init__(self, folder: Path) -> None:
        self.count = 0
        self.people: set[str] = set()
        self._folder = folder
        self._raw = folder / "unsorted"

    def add(self, connection: sqlite3.Connection, batch: Sequence[Entry]) -> None:
        """Take in some entries."""
        rows = []
        pairs = []
        for number, entry in enumerate(batch, self.count + 1):
            rows.append((number, *_row(entry)))
            for text in (entry.text, *entry.other_texts):
                grams = np.unique(hash_grams(fold_only(text)))
                pairs.append(np.column_stack([grams, np.full(len(grams), number, np.uint64)]))
            self.people.add(entry.person)
        connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        with self._raw.open("ab") as file:
            file.write(np.concatenate(pairs).tobytes())
        self.count += len(batch)

    def save(self) -> None:
        """Write the hashes, sorted, a part of their range in memory at a time."""
        size = self._raw.stat().st_size // 16
        parts = max(1, size // _SORTED_AT_ONCE)
        bounds = [int(k * 2**64 / parts) for k in range(1, parts)]
        targets = (self._folder / "grams.npy", "<u8"), (self._folder / "entries.npy", "<u4")
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("wb")) for path, _ in targets]
            for file, (_, kind) in zip(files, targets, strict=True):
                np.lib.format.write_array_header_1_0(file, _describe(kind, size))
            for low, high in pairwise([0, *bounds, None]):
                part = _pick(self._raw, low or 0, high)
                part = part[np.argsort(part[:, 0], kind="stable")]
                for column, (file, (_, kind)) in enumerate(zip(files, targets, strict=True)):
                    file.write(part[:, column].astype(kind).tobytes())
        self._raw.unlink()


def _describe(kind: str, size: int) -> dict[str, object]:
    return {"descr": kind, "fortran_order": False, "shape": (size,)}


def _pick(path: Path, low: int, high: int | None) -> U64:
    """The pairs in a file whose hash lies in a range, read a stretch at a time."""
    found = []
    with path.open("rb") as file:
        while block := file.read(16 * _SORTED_AT_ONCE):
            part = np.frombuffer(block, np.uint64).reshape(-1, 2)
            keep = part[:, 0] >= np.uint64(low)
            if high is not None:
                keep &= part[:, 0] < np.uint64(high)
            found.append(part[keep])
    return np.concatenate(found) if found else np.zeros((0, 2), np.uint64)


def _make_folder_name(name: str) -> str:
    """A collection's name as that of a folder."""
    plain = re.sub(r"[^\w.-]+", "-", name).strip("-.")[:_LONGEST_NAME]
    return plain or "collection"


def _row(entry: Entry) -> Iterator[str | None]:
    yield from (entry.person, entry.text, entry.section.value, entry.heading)
    yield from (json.dumps(part, ensure_ascii=False) for part in (entry.sources, entry.other_texts))
    yield json.dumps(entry.years)
    yield entry.language


def _read_entry(row: Sequence[str]) -> Entry:
    person, text, section, heading, sources, others, years, language = row
    return Entry(
        person,
        text,
        Section(section),
        heading,
        tuple(json.loads(sources)),
        tuple(json.loads(others)),
        tuple(json.loads(years)),
        cast(str | None, language),
    )
