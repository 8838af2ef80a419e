"""A worker as the server sees it: a process that does jobs, and the pipe to it.

It is a Python of its own, so that models that read do not hold up the pages.
"""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

from secondsource.errors import WorkerError
from secondsource.web.work.doing import Workplace, do_task
from secondsource.web.work.job import Ended, Message, Task
from secondsource.web.work.serving import Do, Start, Stop, serve_tasks

_GRACE = 15.0
"""Seconds that a job has to stop by itself; then its process is ended."""
SILENT_SECONDS = 4 * 3600.0
"""A process that tells nothing for so long will not end by itself: others wait."""
_LOOK_SECONDS = 0.2


class Worker:
    """A process that does one task after the other."""

    def __init__(self, place: Workplace, do: Do = do_task, grace: float = _GRACE) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy locks that are held
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve_tasks, args=(theirs, place, do), name="secondsource work", daemon=True
        )
        self._process.start()
        theirs.close()
        self._grace = grace
        self._sending = threading.Lock()
        self._deadlines: dict[int, float] = {}

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process is there: it may have been killed while it had nothing to do."""
        return self._process.is_alive()

    def carry_out(self, number: int, task: Task) -> Iterator[Message]:
        """What the process tells of a task, up to its end.

        Raises:
            WorkerError: the process ended before the task did.
        """
        try:
            self._send(Start(number, task))
            while True:
                message = self._receive(number)
                yield message
                if isinstance(message, Ended):
                    self._deadlines.pop(number, None)
                    return
        except (EOFError, OSError) as error:
            self.close()
            raise WorkerError(
                f"The process that did this ended early (code {self._process.exitcode}). What was "
                "finished is kept. It may have run out of memory, or was held up by one item for "
                "hours: try again with fewer articles."
            ) from error

    def stop(self, number: int) -> None:
        """Ask for a task to be stopped; where it does not stop by itself its process is ended."""
        self._deadlines[number] = time.monotonic() + self._grace
        with suppress(OSError):
            self._send(Stop(number))

    def close(self) -> None:
        """End the process, in the middle of its work if it must be."""
        self._process.terminate()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._pipe.close()

    def _send(self, order: Start | Stop) -> None:
        with self._sending:
            self._pipe.send(order)

    def _receive(self, number: int) -> Message:
        silent = time.monotonic() + SILENT_SECONDS
        while not self._pipe.poll(_LOOK_SECONDS):
            if time.monotonic() > min(silent, self._deadlines.get(number, float("inf"))):
                raise EOFError
        message: Message = self._pipe.recv()
        return message
