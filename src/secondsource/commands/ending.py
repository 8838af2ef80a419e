"""How a command ends early: by Ctrl-C or a shutdown; what was finished is kept."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import typer
from typer.core import TyperGroup

from secondsource.commands.show import tell

_STOPPED = "Stopped before it was done: nothing is half-written, and what was kept is still there."


class Stoppable(TyperGroup):
    """Commands that say so where Ctrl-C ends them and they have nothing of their own to say."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Runs the command; one that was stopped ends with exit code 130."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            tell(_STOPPED)
            raise typer.Exit(130) from None


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
