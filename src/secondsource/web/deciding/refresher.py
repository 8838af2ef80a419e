"""The claims of all the other reports that a decision bears on follow it while pages go on.

Each is a few milliseconds' work, and there may be many: a thread of the server does them one after
the other. As jobs they would wait behind examinations, and fill the list of jobs.
"""

import logging
import threading
import time

from fastapi import Request

from secondsource.archive import Archive
from secondsource.errors import ArchiveError, ArchiveLockedError
from secondsource.web.shared.desk import Desk

_RETRY_SECONDS = 5.0
"""So long it is waited where another process writes."""
_STOP_SECONDS = 15.0  # longer than the archive waits for another process
_LOG = logging.getLogger(__name__)


class Refresher:
    """Works off what is due in an archive; its thread is there only while there is any."""

    def __init__(self, desk: Desk, retry_seconds: float = _RETRY_SECONDS) -> None:
        self._desk = desk
        self._retry_seconds = retry_seconds
        self._mine = threading.Lock()
        self._asked = self._stopping = False
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._given_up: dict[str, int] = {}  # by article what was due of it last

    def wake(self) -> None:
        """Begin to work off what is due, unless that is being done."""
        with self._mine:
            self._asked = True
            # One that an error ended is still there, and no longer alive.
            alive = self._thread is not None and self._thread.is_alive()
            if not alive and not self._stopping:
                self._thread = threading.Thread(target=self._run, name="refresher", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """End after the report that is being worked on; the rest stays due."""
        with self._mine:
            self._stopping = True
            thread = self._thread
        self._stopped.set()
        if thread is not None:
            thread.join(_STOP_SECONDS)

    def run_round(self) -> bool:
        """Work off all that is due now; whether some is left for another time."""
        with self._desk.lend() as archive:
            if not archive.writable:
                return False
            for article, number in self.number_waiting(archive).items():
                if self._stopping or not self._follow(archive, article, number):
                    return not self._stopping
        return False

    def number_waiting(self, archive: Archive) -> dict[str, int]:
        """What is due in an archive, as it numbers it, without the reports that were given up."""
        due = archive.examinations.number_due()
        return {each: number for each, number in due.items() if self._given_up.get(each) != number}

    def list_given_up(self, archive: Archive) -> tuple[str, ...]:
        """The ids of the articles whose report could not follow what was decided on it last."""
        if not self._given_up:  # as nearly always: pages need not ask what is due
            return ()
        due = archive.examinations.number_due()
        return tuple(each for each, number in due.items() if self._given_up.get(each) == number)

    def _follow(self, archive: Archive, article: str, number: int) -> bool:
        """Whether the round goes on after this report; it does unless another process writes.

        One that could not follow is given up until something more is decided on it.
        """
        began = time.monotonic()
        try:
            followed = archive.examinations.catch_up({article})
        except ArchiveLockedError as error:
            _LOG.warning("what is due is done later: %s", error)
            return False
        if article not in followed:
            self._given_up[article] = number
        self._stopped.wait(time.monotonic() - began)  # others who decide have their turn to write
        return True

    def _run(self) -> None:
        while self._goes_on():
            try:
                left = self.run_round()
            except ArchiveError as error:  # it cannot be opened just now
                _LOG.warning("what is due is done later: %s", error)
                left = True
            if left and not self._stopped.wait(self._retry_seconds):
                self._asked = True

    def _goes_on(self) -> bool:
        """Whether anything was asked for since; if not, this thread is over, another may begin."""
        with self._mine:
            on, self._asked = self._asked and not self._stopping, False
            if not on:
                self._thread = None
            return on


def find_refresher(request: Request) -> Refresher:
    """What works off what is due in the archive that is served."""
    refresher: Refresher = request.app.state.refresher
    return refresher


def count_due(request: Request, archive: Archive) -> int:
    """How many reports' claims do not follow yet what was decided; they are worked off from now.

    Those that cannot follow are not among them.
    """
    refresher = find_refresher(request)
    due = len(refresher.number_waiting(archive))
    if due:
        refresher.wake()
    return due
