"""Keeping the passage index in step with the database, whatever happened in between."""

import logging
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, cast

from secondsource.archive import records
from secondsource.archive.database import INDEX_FOLDER, Database
from secondsource.archive.index import IndexedText, IndexState, Match, PassageIndex, Within
from secondsource.archive.rows import BATCH, read_boilerplate
from secondsource.errors import ArchiveError, ArchiveLockedError
from secondsource.files import NO_ROOM

# So many articles are taken in with one commit of the index.
COMMIT_ARTICLES = 20_000

_TextRow: TypeAlias = tuple[int, str, str, str | None, str | None, str | None, str | None]
_LOG = logging.getLogger(__name__)


class PassageSearch:
    """The passage index of an archive, brought up to date whenever it is asked.

    An index that is missing, broken, of an older format or of another archive is built anew
    from the database; one that is behind catches up from the article it knows last. Where the
    folder is read-only this happens in a temporary copy, which goes when the archive closes.
    While another process is writing, the index is used as it stands.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = database.folder / INDEX_FOLDER / "passages"
        self._private: tempfile.TemporaryDirectory[str] | None = None
        self._index: PassageIndex | None = None
        self._state = IndexState()

    def close(self) -> None:
        """Let go of the index, and of the temporary copy if there was one."""
        self._index = None
        if self._private:
            self._private.cleanup()

    def search(self, terms: Mapping[str, float], limit: int, within: Within) -> list[Match]:
        """What `search_all` finds for one query."""
        return self.search_all([terms], limit, within)[0]

    def search_all(
        self, queries: Sequence[Mapping[str, float]], limit: int, within: Within
    ) -> list[list[Match]]:
        """What `PassageIndex.search_all` finds in the index, after bringing it up to date."""
        try:
            return self.refresh().search_all(queries, limit, within)
        except ValueError as error:
            _LOG.warning("The search index is broken and is built anew: %s", error)
            self._discard()
            return self.refresh().search_all(queries, limit, within)

    def count_passages(self, words: Iterable[str]) -> dict[str, int]:
        """How many passages hold each of some index words."""
        return self.refresh().count_passages(words)

    def find_beginning(self, stems: Iterable[str], limit: int) -> dict[str, tuple[str, ...]]:
        """For each stem the index words that begin with it, the most frequent first."""
        return self.refresh().find_beginning(stems, limit)

    def refresh(self) -> PassageIndex:
        """The index, up to date with the database as far as can be.

        Raises:
            ArchiveError: it could be written neither in the archive's folder nor elsewhere.
        """
        wanted = self._read_wanted()
        if self._index is None or self._state != wanted:
            self._index = self._bring_up(wanted)
            self._state = self._index.read_state()
        return self._index

    def _bring_up(self, wanted: IndexState) -> PassageIndex:
        current = _open(self._folder) if self._database.writable else None
        if current and current.read_state() == wanted:
            return current
        try:
            with self._database.writing(wait=0.0):
                return self._catch_up(current, self._folder)
        except ArchiveLockedError:
            if current and current.read_state().archive == wanted.archive:
                return current
        except (ArchiveError, OSError, ValueError) as error:
            _LOG.info("The search index goes to a temporary folder: %s", error)
        return self._bring_up_private()

    def _bring_up_private(self) -> PassageIndex:
        """The index in a temporary folder, starting from a copy of the archive's own."""
        if self._private is None:
            # A merge that still runs may write into it while it is removed.
            self._private = tempfile.TemporaryDirectory(
                prefix="secondsource-", ignore_cleanup_errors=True
            )
        folder = Path(self._private.name) / "passages"
        try:
            if not folder.exists():
                _copy_index(self._folder, folder)
            return self._catch_up(_open(folder), folder)
        except (OSError, ValueError) as error:
            raise ArchiveError(
                f"The search index of {self._database.folder} could not be written, there or in "
                f"{folder.parent} ({error}). The articles are kept; free some "
                "space or get the right to write there, and try again."
            ) from error

    def _catch_up(self, index: PassageIndex | None, folder: Path) -> PassageIndex:
        """The index with everything in it that the database holds now."""
        wanted = self._read_wanted()
        if index and self._fits(index.read_state(), wanted):
            try:
                self._advance(index, wanted)
                return index
            except ValueError as error:
                if _has_no_room(error):
                    raise  # what was there is whole
                _LOG.warning("The search index is broken and is built anew: %s", error)
        shutil.rmtree(folder, ignore_errors=True)
        index = PassageIndex.create(folder)
        self._advance(index, wanted)
        return index

    def _advance(self, index: PassageIndex, wanted: IndexState) -> None:
        state = index.read_state()
        while state != wanted:
            until = min(wanted.ordinal, state.ordinal + COMMIT_ARTICLES)
            reached = replace(wanted, ordinal=until, last_id=read_id_at(self._database, until))
            texts = self._read_texts(state.ordinal, until)
            gone = records.read_removals(self._database, state.removal)
            index.update(texts, [removal.ordinal for removal in gone], reached)
            state = reached

    def _discard(self) -> None:
        self._index = None
        if self._database.writable:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _fits(self, state: IndexState, wanted: IndexState) -> bool:
        """Whether an index in this state was built from what this database still is."""
        return (
            state.archive == wanted.archive
            and state.last_id == read_id_at(self._database, state.ordinal)
            and state.removed_id == self._read_removed_id(state.removal)
        )

    def _read_wanted(self) -> IndexState:
        """The state of an index that holds all of the database."""
        ordinal, removal = read_reach(self._database)
        return IndexState(
            archive=records.read_archive_id(self._database),
            ordinal=ordinal,
            last_id=read_id_at(self._database, ordinal),
            removal=removal,
            removed_id=self._read_removed_id(removal),
        )

    def _read_removed_id(self, number: int) -> str:
        sql = "SELECT id FROM removal WHERE number = ?"
        return str(self._database.scalar(sql, (number,)) or "")

    def _read_texts(self, after: int, until: int) -> Iterator[IndexedText]:
        """What the index needs of the articles after one ordinal, up to another."""
        for start in range(after, until, BATCH):
            rows = self._database.rows(
                "SELECT ordinal, id, text, title, outlet, language, published FROM article "
                "WHERE ordinal > ? AND ordinal <= ? ORDER BY ordinal",
                (start, min(until, start + BATCH)),
            )
            left_out = read_boilerplate(self._database, [row[0] for row in rows])
            for row in rows:
                yield IndexedText(*cast(_TextRow, row), tuple(left_out.get(row[0], ())))


def read_reach(database: Database) -> tuple[int, int]:
    """The highest ordinal ever given, and the number of the last removal."""
    ordinal = database.scalar("SELECT seq FROM sqlite_sequence WHERE name = 'article'")
    removal = database.scalar("SELECT max(number) FROM removal")
    return cast(int, ordinal or 0), cast(int, removal or 0)


def read_id_at(database: Database, ordinal: int) -> str:
    """The id of the article that has, or had, this ordinal; empty when none ever did."""
    sql = (
        "SELECT id FROM article WHERE ordinal = ? "
        "UNION ALL SELECT id FROM removal WHERE ordinal = ?"
    )
    return str(database.scalar(sql, (ordinal, ordinal)) or "")


def _open(folder: Path) -> PassageIndex | None:
    """The index in a folder; None when there is none that can be opened."""
    try:
        index = PassageIndex.open(folder)
        index.read_state()
    except ValueError as error:
        _LOG.debug("No usable search index in %s: %s", folder, error)
        return None
    return index


def _has_no_room(error: ValueError) -> bool:
    """Whether the index could not be written for want of room, of which tantivy tells in words."""
    return any(f"(os error {number})" in str(error) for number in NO_ROOM)


def _copy_index(source: Path, target: Path) -> None:
    """Copy the index's files, but not its locks, nor the rights of a read-only folder.

    Of one that is missing or may not be read nothing is copied.
    """
    try:
        files = [file for file in source.iterdir() if file.suffix != ".lock"]
        target.mkdir()
        for file in files:
            shutil.copyfile(file, target / file.name)
    except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
        _LOG.debug("The search index cannot be copied: %s", error)
        shutil.rmtree(target, ignore_errors=True)
