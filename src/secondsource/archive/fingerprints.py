"""Keeping the fingerprint index in step with the database: which articles share words."""

import json
import logging
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import takewhile
from pathlib import Path

import numpy as np

from secondsource.archive import records
from secondsource.archive.database import Database
from secondsource.archive.upkeep import INDEX_FOLDER, read_id_at, read_reach
from secondsource.errors import ArchiveError, ArchiveLockedError
from secondsource.lineage import AnchorIndex, empty_index
from secondsource.lineage.boilerplate import Repeated
from secondsource.lineage.fingerprint import Anchors

FORMAT = 4  # raise it when tokens, anchors or boilerplate are made otherwise
_ANCHORS = ("hashes", "texts", "positions")
_REPEATED = ("hashes", "texts", "outlets", "notice")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _State:
    """What an index was built from: up to which article and removal of which archive."""

    archive: str = ""
    ordinal: int = 0
    last_id: str = ""
    removal: int = 0
    format: int = FORMAT


class FingerprintSearch:
    """The fingerprint index of an archive, brought up to date whenever it is asked.

    Like the passage index it is derived: an index that is missing, broken or of another
    archive is built anew, one that is behind catches up. Where the folder cannot be written
    to, it is kept in memory only.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = database.folder / INDEX_FOLDER / "fingerprints"
        self._index = empty_index()
        self._outlets: list[str | None] = [None]
        self._state = _State()

    @property
    def boilerplate(self) -> Repeated:
        """The anchors of words that many otherwise different articles share."""
        return self.refresh().boilerplate

    def find_sharing(self, texts: Sequence[str], limit: int) -> tuple[str, ...]:
        """The ids of articles that share words with any of these texts, most shared first."""
        ordinals = self.refresh().find_sharing(texts, limit)
        ids = records.read_ids(self._database, ordinals)
        return tuple(ids[ordinal] for ordinal in ordinals if ordinal in ids)

    def refresh(self) -> AnchorIndex:
        """The index, up to date with the database."""
        wanted = self._read_wanted()
        if self._state != wanted:
            self._load(wanted)
        if self._state != wanted:
            self._catch_up(wanted)
            self._keep()
        return self._index

    def _read_wanted(self) -> _State:
        ordinal, removal = read_reach(self._database)
        name = records.read_archive_id(self._database)
        return _State(name, ordinal, read_id_at(self._database, ordinal), removal)

    def _load(self, wanted: _State) -> None:
        """Take what is on disk, when it is of this archive and further than what is in memory."""
        with suppress(OSError, ValueError, TypeError, KeyError, EOFError):
            saved = json.loads((self._folder / "state.json").read_text(encoding="utf-8"))
            state = _State(**saved["state"])
            further = _precedes(self._state, state) and _precedes(state, wanted)
            if not further or state.last_id != read_id_at(self._database, state.ordinal):
                return  # behind, or of a database that was put back from an older copy
            anchors = Anchors(*(self._read(f"{column}.npy") for column in _ANCHORS))
            repeated = [self._read(f"repeated-{column}.npy") for column in _REPEATED]
            learned = Repeated(tuple(saved["names"]), *repeated)
            self._index = AnchorIndex(anchors, learned, saved["learned_from"])
            self._outlets, self._state = saved["outlets"], state

    def _read(self, name: str) -> np.ndarray:
        column: np.ndarray = np.load(self._folder / name, mmap_mode="r")
        return column

    def _catch_up(self, wanted: _State) -> None:
        """Take in what was added since, and forget what was removed."""
        if not _precedes(self._state, wanted):
            self._index, self._outlets, self._state = empty_index(), [None], _State()
        # Another process may have added more since `wanted` was read: that is for the next time.
        since = records.stream_texts(self._database, self._state.ordinal)
        fresh = list(takewhile(lambda text: text.ordinal <= wanted.ordinal, since))
        if fresh:
            self._outlets += [None] * (wanted.ordinal + 1 - len(self._outlets))
            for text in fresh:
                self._outlets[text.ordinal] = text.outlet
            numbers, texts = [t.ordinal for t in fresh], [t.text for t in fresh]
            self._index = self._index.add(numbers, texts, self._outlets)
        removed = records.read_removals(self._database, self._state.removal)
        if removed:
            self._index = self._index.drop([each.ordinal for each in removed])
        self._state = wanted

    def _keep(self) -> None:
        """Put the index on disk, whole or not at all; skipped where that cannot be."""
        if not self._database.writable:
            return
        try:
            with self._database.writing(wait=0.0):
                self._write()
        except (ArchiveLockedError, ArchiveError, OSError) as error:
            _LOG.info("The fingerprint index stays in memory: %s", error)

    def _write(self) -> None:
        self._folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._folder.parent, prefix="new-") as name:
            fresh = Path(name) / "fingerprints"
            fresh.mkdir()
            for column in _ANCHORS:
                np.save(fresh / f"{column}.npy", getattr(self._index.anchors, column))
            for column in _REPEATED:
                np.save(fresh / f"repeated-{column}.npy", getattr(self._index.boilerplate, column))
            saved = {
                "state": asdict(self._state),
                "outlets": self._outlets,
                "names": self._index.boilerplate.names,
                "learned_from": self._index.learned_from,
            }
            (fresh / "state.json").write_text(json.dumps(saved), encoding="utf-8")
            shutil.rmtree(self._folder, ignore_errors=True)
            fresh.rename(self._folder)


def _precedes(earlier: _State, later: _State) -> bool:
    """Whether an index in the one state only needs to catch up to be in the other."""
    same = earlier == _State() or (earlier.archive, earlier.format) == (later.archive, FORMAT)
    return same and earlier.ordinal <= later.ordinal and earlier.removal <= later.removal
