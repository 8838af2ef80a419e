"""Ctrl-C during an examination: what was found so far is kept, and what was not done is said."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import TypeVar

_Made = TypeVar("_Made")
_Otherwise = TypeVar("_Otherwise")


@dataclass(slots=True)
class Steps:
    """The steps of an examination; once one was stopped the others are left out.

    `keep`: whether Ctrl-C ends the examination with what was found, instead of at once.
    `progress` is told the name of each step. `not_done` holds the names of the steps that were
    stopped or left out.
    """

    keep: bool
    progress: Callable[[str], None]
    not_done: list[str] = field(default_factory=list)
    _asked: bool = False

    def run(
        self, name: str, work: Callable[[], _Made], otherwise: _Otherwise
    ) -> _Made | _Otherwise:
        """What the work gives; `otherwise` where it was stopped, or a step before it.

        Raises:
            KeyboardInterrupt: Ctrl-C, where nothing is to be kept, or for the second time.
        """
        if self.not_done:
            self.not_done.append(name)
            return otherwise
        self.progress(name)
        try:
            return work()
        except KeyboardInterrupt:
            if not self.keep or self._asked:
                raise
            self.not_done.append(name)
            return otherwise

    def is_stopped(self) -> bool:
        """Whether a patient step was asked to come to an end."""
        return self._asked

    def stop_early(self, name: str) -> None:
        """Note that a step ended before it had done everything."""
        self.not_done.append(name)

    @contextmanager
    def patient(self) -> Iterator[None]:
        """While this lasts the first Ctrl-C only asks; the step looks at `is_stopped` by itself.

        The second one ends everything at once. Only where Ctrl-C arrives at all: in the main
        thread.
        """
        if not self.keep or threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, self._ask)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
