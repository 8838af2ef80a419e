"""Feeds as they were when they were asked last, so that asking again is cheap."""

import json
from typing import cast

from secondsource.archive.database import Database
from secondsource.archive.rows import current_time
from secondsource.collect.feed import Remembered
from secondsource.collect.page import Stamp


class FeedStore:
    """The feeds that an archive's articles came from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def recall(self, address: str) -> Remembered | None:
        """The feed as it was when it was asked last; None when it never was."""
        rows = self._database.rows(
            "SELECT etag, modified, entries FROM feed WHERE address = ?", (address,)
        )
        if not rows:
            return None
        etag, modified, entries = cast(tuple[str | None, str | None, str], rows[0])
        stamp = Stamp(etag, modified) if etag or modified else None
        return Remembered(stamp, frozenset(json.loads(entries)))

    def remember(self, address: str, remembered: Remembered) -> None:
        """Keep what a feed gave, in the place of what it gave before.

        Raises:
            ArchiveLockedError: another process has been writing for ten seconds.
        """
        stamp = remembered.stamp or Stamp()
        entries = json.dumps(sorted(remembered.entries))
        with self._database.brief_transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO feed (address, etag, modified, entries, asked_at) "
                "VALUES (?, ?, ?, ?, ?)",
                (address, stamp.etag, stamp.modified, entries, current_time()),
            )
