"""Keeping the fingerprint index in step with the database: which articles share words."""

import logging
from collections.abc import Sequence
from itertools import islice, takewhile

from secondsource.archive import records
from secondsource.archive.database import INDEX_FOLDER, Database
from secondsource.archive.segments import IndexReach, SegmentFiles
from secondsource.archive.upkeep import read_id_at, read_reach
from secondsource.errors import ArchiveError, ArchiveLockedError
from secondsource.lineage import AnchorIndex, empty_index
from secondsource.lineage.notices.learn import Repeated

_AT_ONCE = 20_000  # articles whose texts are in memory together; they make one segment
_LOG = logging.getLogger(__name__)


class FingerprintSearch:
    """The fingerprint index of an archive, brought up to date whenever it is asked.

    Like the passage index it is derived: an index that is missing, broken or of another
    archive is built anew, one that is behind catches up. Where the folder cannot be written
    to, it is kept in memory only.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._files = SegmentFiles(database.folder / INDEX_FOLDER / "fingerprints")
        self._index = empty_index()
        self._reach = IndexReach()

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
        if self._reach != wanted:
            self._load(wanted)
        if self._reach != wanted:
            self._catch_up(wanted)
            self._keep()
        return self._index

    def _read_wanted(self) -> IndexReach:
        ordinal, removal = read_reach(self._database)
        name = records.read_archive_id(self._database)
        return IndexReach(name, ordinal, read_id_at(self._database, ordinal), removal)

    def _load(self, wanted: IndexReach) -> None:
        """Take what is on disk, when it is of this archive and further than what is in memory."""
        found = self._read_further()
        if found and found[1].precedes(wanted):
            self._index, self._reach = found

    def _read_further(self) -> tuple[AnchorIndex, IndexReach] | None:
        """The index on disk, unless it is a step back or of a database put back from a copy."""
        found = self._files.read()
        if found is None or not self._reach.precedes(found[1]):
            return None
        reach = found[1]
        return found if reach.last_id == read_id_at(self._database, reach.ordinal) else None

    def _catch_up(self, wanted: IndexReach) -> None:
        """Take in what was added since, and forget what was removed."""
        if not self._reach.precedes(wanted):
            self._index, self._reach = empty_index(), IndexReach()
        # Another process may have added more since `wanted` was read: that is for the next time.
        since = records.stream_texts(self._database, self._reach.ordinal)
        fresh = takewhile(lambda text: text.ordinal <= wanted.ordinal, since)
        while part := list(islice(fresh, _AT_ONCE)):
            self._index = self._index.add([t.ordinal for t in part], [t.text for t in part])
        removed = records.read_removals(self._database, self._reach.removal)
        if removed:
            self._index = self._index.drop([each.ordinal for each in removed])
        if self._index.has_outgrown:
            outlets = records.read_outlets(self._database, wanted.ordinal)
            self._index = self._index.learn(outlets)
        self._reach = wanted

    def _keep(self) -> None:
        """Put the index on disk, whole or not at all; skipped where that cannot be."""
        if not self._database.writable:
            return
        try:
            with self._database.writing(wait=0.0):
                # Another process may have been faster: what is on disk is as good, or further.
                found = self._read_further()
                if found is None:
                    self._files.write(self._index, self._reach)
                    found = self._files.read()  # mapped, so that the arrays may leave the memory
                self._index, self._reach = found or (self._index, self._reach)
        except (ArchiveLockedError, ArchiveError, OSError) as error:
            _LOG.info("The fingerprint index stays in memory: %s", error)
