"""The worker's own side: takes orders from the pipe, does one task after the other, tells of it.

The process ends with the pipe: also when the server was killed there is no orphan.
"""

import logging
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import FrameType

from secondsource.errors import SecondSourceError
from secondsource.web.failure_words import tell_failure
from secondsource.web.work.doing import Tell, Workplace
from secondsource.web.work.job import Ended, Message, State, Task

Do = Callable[[Task, Workplace, Tell], None]
_NICE = 5  # pages come first
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Start:
    """The order to do a task."""

    number: int
    task: Task


@dataclass(frozen=True, slots=True)
class Stop:
    """The order to stop that task, whether it was begun or not."""

    number: int


class Orders:
    """The orders that come by the pipe; a thread takes them in, so that a stop is heard at once."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._waiting: queue.SimpleQueue[Start] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._stopped: set[int] = set()
        self._current: int | None = None
        self._sending = self._pending = False

    def listen(self) -> None:
        """Take in orders until the pipe ends; then end this process."""
        while True:
            try:
                order = self._pipe.recv()
            except (EOFError, OSError):
                os._exit(0)
            if isinstance(order, Start):
                self._waiting.put(order)
            else:
                self._note_stop(order.number)

    def next(self) -> Start:
        """The next task; waits for one."""
        return self._waiting.get()

    @contextmanager
    def stoppable(self, number: int) -> Iterator[None]:
        """While this lasts an order to stop that task raises KeyboardInterrupt in it."""
        self._pending = False
        with self._lock:
            self._current = number
            if number in self._stopped:
                raise KeyboardInterrupt
        try:
            yield
        finally:
            self._current = None

    def tell(self, message: Message) -> None:
        """Send a message; an order to stop waits until the whole of it is sent.

        Raises:
            KeyboardInterrupt: such an order came.
        """
        self._sending = True
        try:
            self._pipe.send(message)
        finally:
            self._sending = False
        if self._pending:
            raise KeyboardInterrupt

    def interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """What a signal to stop does: raises KeyboardInterrupt in the task, if one is done."""
        if self._sending:
            self._pending = True
        elif self._current is not None:
            raise KeyboardInterrupt

    def _note_stop(self, number: int) -> None:
        with self._lock:
            self._stopped.add(number)
            main = threading.main_thread().ident
            if number == self._current and main is not None:
                signal.pthread_kill(main, signal.SIGINT)  # also wakes it from waiting for a page


def serve_tasks(pipe: Connection, place: Workplace, do: Do) -> None:
    """Do tasks as they are ordered, until the pipe ends and the process with it.

    Args:
        pipe: orders come in by it, messages go out.
        place: where the work is done.
        do: how a task is done.
    """
    os.setsid()  # Ctrl-C at the terminal is for the server, which then ends this process
    os.nice(_NICE)
    orders = Orders(pipe)
    signal.signal(signal.SIGINT, orders.interrupt)
    threading.Thread(target=orders.listen, name="orders", daemon=True).start()
    while True:
        order = orders.next()
        ended = _do_one(order, orders, place, do)
        pipe.send(ended)


def _do_one(order: Start, orders: Orders, place: Workplace, do: Do) -> Ended:
    """How a task ended. The one place where any error ends a task and not the process."""
    try:
        with orders.stoppable(order.number):
            do(order.task, place, orders.tell)
    except KeyboardInterrupt:
        return Ended(State.STOPPED)
    except SecondSourceError as error:
        return Ended(State.FAILED, tell_failure(error, place.archive))
    except Exception as error:  # noqa: BLE001 - the queue goes on with the next
        _LOG.exception("a task failed: %s", order.task)
        kind = type(error).__name__
        return Ended(State.FAILED, f"{kind}: {error}. It was noted in the log; please report it.")
    return Ended(State.DONE)
