"""Keeping the passage index in step with the database, whatever happened in between."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from secondsource.archive.database import Database
from secondsource.archive.index import IndexedText, IndexState, Match, PassageIndex, Within
from secondsource.archive.rows import BATCH, read_boilerplate
from secondsource.errors import ArchiveError, ArchiveLockedError

INDEX_FOLDER = "index"
# So many articles are taken in with one commit of the index.
COMMIT_ARTICLES = 20_000
_LOCKS = (".tantivy-writer.lock", ".tantivy-meta.lock")


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
        """What `PassageIndex.search` finds in the index, after bringing it up to date."""
        return self.refresh().search(terms, limit, within)

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
        except (ArchiveError, OSError):
            # Read-only, or no room: the search goes on in a copy elsewhere.
            pass
        return self._bring_up_private()

    def _bring_up_private(self) -> PassageIndex:
        """The index in a temporary folder, starting from a copy of the archive's own."""
        if self._private is None:
            self._private = tempfile.TemporaryDirectory(prefix="secondsource-")
        folder = Path(self._private.name) / "passages"
        try:
            if self._folder.is_dir() and not folder.exists():
                shutil.copytree(
                    self._folder,
                    folder,
                    ignore=shutil.ignore_patterns(*_LOCKS),
                    copy_function=shutil.copyfile,
                )
            return self._catch_up(_open(folder), folder)
        except (OSError, ValueError) as error:
            raise ArchiveError(
                f"The search index of {self._database.folder} could not be written, there or in "
                f"{folder.parent} ({error}). The articles are kept; free some space and try again."
            ) from error

    def _catch_up(self, index: PassageIndex | None, folder: Path) -> PassageIndex:
        """The index with everything in it that the database holds now."""
        wanted = self._read_wanted()
        if index is None or not self._fits(index.read_state(), wanted):
            shutil.rmtree(folder, ignore_errors=True)
            index = PassageIndex.create(folder)
        state = index.read_state()
        while state != wanted:
            reached = self._find_next_state(state, wanted)
            texts = self._read_texts(state.ordinal, reached.ordinal)
            index.update(texts, self._read_removed(state.removal), reached)
            state = reached
        return index

    def _fits(self, state: IndexState, wanted: IndexState) -> bool:
        """Whether an index in this state was built from what this database still is."""
        return (state.archive, state.format) == (wanted.archive, wanted.format) and (
            state.last_id == self._read_id(state.ordinal)
            and state.removed_id == self._read_removed_id(state.removal)
        )

    def _read_wanted(self) -> IndexState:
        """The state of an index that holds all of the database."""
        archive = self._database.scalar("SELECT value FROM meta WHERE key = 'archive'")
        ordinal = self._database.scalar("SELECT seq FROM sqlite_sequence WHERE name = 'article'")
        removal = self._database.scalar("SELECT max(number) FROM removal")
        return IndexState(
            archive=str(archive),
            ordinal=cast(int, ordinal or 0),
            last_id=self._read_id(cast(int, ordinal or 0)),
            removal=cast(int, removal or 0),
            removed_id=self._read_removed_id(cast(int, removal or 0)),
        )

    def _find_next_state(self, state: IndexState, wanted: IndexState) -> IndexState:
        until = self._database.scalar(
            "SELECT max(ordinal) FROM "
            "(SELECT ordinal FROM article WHERE ordinal > ? ORDER BY ordinal LIMIT ?)",
            (state.ordinal, COMMIT_ARTICLES),
        )
        ...
