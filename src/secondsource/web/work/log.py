"""The jobs of the last days, kept in the archive's folder, so that a restart does not lose them.

A job is written when its state changes, not at each step: of one that was under way when the
program was killed it is known that it was, and what it had finished is in the archive. Several
servers may work on one archive: each writes its own jobs only, and those of servers that are gone.
"""

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar, cast

import msgspec

from secondsource.addresses import hide_user
from secondsource.errors import JobError, SecondSourceError
from secondsource.web.shared.private import FileKind, PrivateFile, write_moment
from secondsource.web.work.job import Job
from secondsource.web.work.server import ServerMark

FILE = FileKind("work.db", b"2SWK", "secondsource.web.work.migrations", JobError)
MOST = 200
KEPT = timedelta(days=7)
MOST_IDS = 20_000
"""So much of what is to be done in one job is kept, and so many ids of articles; the rest of these
is counted. As many of both: what is left is the difference."""
_LOG = logging.getLogger(__name__)
_ENCODER = msgspec.msgpack.Encoder()
_JOBS = msgspec.msgpack.Decoder(Job)
_Result = TypeVar("_Result")


class JobLog:
    """The latest jobs of an archive's workbench; one that cannot be written stops no work."""

    def __init__(self, file: PrivateFile) -> None:
        self._file = file
        self._server = ServerMark(file.path)

    def close(self) -> None:
        """Let go of the file; other servers then know that this one has ended."""
        self._file.close()
        self._server.close()

    def read(self) -> list[Job]:
        """The jobs of the last days, the earliest first; none where they cannot be read.

        Those of a server that is gone are told as ended with it; those that another one has yet to
        do, or does, are not among them.
        """
        sql = "SELECT job, server FROM job WHERE asked >= ? ORDER BY number"
        try:
            rows = cast(list[tuple[bytes, str]], self._file.rows(sql, (self._find_oldest(),)))
        except SecondSourceError as error:
            _LOG.warning("what was asked for before is not known: %s", error)
            return []
        gone = {name for name in {name for _, name in rows} if self._server.is_gone(name)}
        jobs = [(job, server) for data, server in rows if (job := _unpack(data))]
        return [
            self._end(job, server) if server in gone and not job.state.is_over else job
            for job, server in jobs
            if job.state.is_over or server in (*gone, self._server.name)
        ]

    def add(self, job: Job) -> Job:
        """A new job, kept, with a number that no other server has given.

        Its own number stands where none is higher, or nothing can be kept. Earlier jobs than the
        latest of the last days are let go.
        """

        def insert(connection: sqlite3.Connection) -> Job:
            (last,) = connection.execute("SELECT max(number) FROM job").fetchone()
            new = replace(job, number=max(job.number, (last or 0) + 1))
            self._insert(connection, new)
            # The last one stays, so that no number is given twice.
            connection.execute(
                "DELETE FROM job WHERE number < ?1 AND (asked < ?2 OR number <= ?1 - ?3)",
                (new.number, self._find_oldest(), MOST),
            )
            return new

        return self._write(job, insert) or job

    def note(self, job: Job) -> None:
        """Keep a job of this server as it stands."""
        self._write(job, lambda connection: self._insert(connection, job))

    def note_repeat(self, job: Job) -> None:
        """Keep that a job was asked for again; it is over, and may be of a server that is gone."""
        sql = "UPDATE job SET job = ? WHERE number = ? AND asked = ?"
        values = (_pack(job), job.number, job.asked)
        self._write(job, lambda connection: connection.execute(sql, values))

    def _insert(self, connection: sqlite3.Connection, job: Job) -> None:
        """Write a job, within a transaction; one of another server under its number stays."""
        connection.execute(
            "INSERT INTO job (number, asked, job, server) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (number) DO UPDATE SET job = excluded.job "
            "WHERE job.server = excluded.server",
            (job.number, job.asked, _pack(job), self._server.name),
        )

    def _end(self, job: Job, server: str) -> Job:
        """A job of a server that is gone, told as ended with it."""
        ended = job.end_with_workbench()
        sql = "UPDATE job SET job = ? WHERE number = ? AND server = ?"
        values = (_pack(ended), ended.number, server)
        self._write(ended, lambda connection: connection.execute(sql, values))
        return ended

    def _write(self, job: Job, write: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
        """What writing in one transaction gives; None where it failed, which the log tells."""
        try:
            self._file.create()
            self._server.show()
            with self._file.transaction() as connection:
                return write(connection)
        except SecondSourceError as error:
            _LOG.warning("job %d will not be known after a restart: %s", job.number, error)
            return None

    def _find_oldest(self) -> str:
        return write_moment(self._file.clock() - KEPT)


def _pack(job: Job) -> bytes:
    return _ENCODER.encode(_shorten(job))


def _shorten(job: Job) -> Job:
    """The job with as many ids as are kept, and no name and password in its addresses."""
    more = len(job.articles) - MOST_IDS
    return replace(
        job,
        task=replace(job.task, sources=tuple(map(hide_user, job.task.sources[:MOST_IDS]))),
        carried=job.carried[:MOST_IDS],
        articles=job.articles[:MOST_IDS],
        unlisted=job.unlisted + max(0, more),
    )


def _unpack(data: bytes) -> Job | None:
    try:
        return _JOBS.decode(data)
    except msgspec.MsgspecError as error:
        _LOG.info("a job of another version of the program is passed over: %s", error)
        return None
