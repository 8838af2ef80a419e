"""The jobs of the last days, kept in the archive's folder, so that a restart does not lose them.

A job is written when its state changes, not at each step: of one that was under way when the
program was killed it is known that it was, and what it had finished is in the archive.
"""

import logging
from dataclasses import replace
from datetime import timedelta
from typing import cast

import msgspec

from secondsource.errors import JobError, SecondSourceError
from secondsource.web.private import FileKind, PrivateFile, write_moment
from secondsource.web.work.job import Job

FILE = FileKind("work.db", b"2SWK", "secondsource.web.work.migrations", JobError)
MOST = 200
KEPT = timedelta(days=7)
MOST_IDS = 1_000
"""So many ids of articles are kept of one job; the rest is counted."""
_LOG = logging.getLogger(__name__)
_ENCODER = msgspec.msgpack.Encoder()
_JOBS = msgspec.msgpack.Decoder(Job)


class JobLog:
    """The latest jobs of an archive's workbench; one that cannot be written stops no work."""

    def __init__(self, file: PrivateFile) -> None:
        self._file = file

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def read(self) -> list[Job]:
        """The jobs of the last days, the earliest first; none where they cannot be read."""
        try:
            rows = self._file.rows("SELECT job FROM job ORDER BY number")
        except SecondSourceError as error:
            _LOG.warning("what was asked for before is not known: %s", error)
            return []
        return [job for (data,) in rows if (job := _unpack(cast(bytes, data)))]

    def find_last(self) -> int:
        """The highest number of a job, which another workbench may have given; 0 for none."""
        try:
            found = self._file.rows("SELECT max(number) FROM job")
        except SecondSourceError:
            return 0
        return cast("int | None", found[0][0]) or 0 if found else 0

    def note(self, job: Job) -> None:
        """Keep a job as it stands; earlier ones than the latest of the last days are let go."""
        oldest = write_moment(self._file.clock() - KEPT)
        try:
            self._file.create()
            with self._file.transaction() as connection:
                connection.execute(
                    "INSERT INTO job VALUES (?, ?, ?) "
                    "ON CONFLICT (number) DO UPDATE SET job = excluded.job",
                    (job.number, job.asked, _ENCODER.encode(_shorten(job))),
                )
                # The last one stays, so that no number is given twice.
                connection.execute(
                    "DELETE FROM job WHERE number < ?1 AND (asked < ?2 OR number <= ?1 - ?3)",
                    (job.number, oldest, MOST),
                )
        except SecondSourceError as error:
            _LOG.warning("job %d will not be known after a restart: %s", job.number, error)


def _shorten(job: Job) -> Job:
    """The job with as many ids as are kept."""
    more = len(job.articles) - MOST_IDS
    return replace(
        job,
        task=replace(job.task, sources=job.task.sources[:MOST_IDS]),
        articles=job.articles[:MOST_IDS],
        unlisted=job.unlisted + max(0, more),
    )


def _unpack(data: bytes) -> Job | None:
    try:
        return _JOBS.decode(data)
    except msgspec.MsgspecError as error:
        _LOG.info("a job of another version of the program is passed over: %s", error)
        return None
