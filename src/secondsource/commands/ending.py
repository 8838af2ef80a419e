"""A system that shuts down ends a command as Ctrl-C does: what was finished is kept."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType


@contextmanager
def ending_orderly() -> Iterator[None]:
    """While this lasts SIGTERM stops the work as Ctrl-C does; then it ends the process after all.

    Whoever sent it sees the process ended by it, as is usual: 143 in a shell, and no failure for
    what watches over a server.
    """
    came: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
        if came:
            with suppress(OSError, ValueError):
                sys.stdout.flush()
            signal.raise_signal(signal.SIGTERM)
