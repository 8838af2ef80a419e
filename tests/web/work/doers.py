"""Tasks that a worker does in tests, by the first of their sources; they need no model."""

import os
import time

from secondsource.collect import Rejected
from secondsource.errors import ArchiveError
from secondsource.web.work.doing import Tell, Workplace
from secondsource.web.work.job import Kept, Step, Task

_FAILED: list[bool] = []  # in the worker's process


def act(task: Task, _place: Workplace, tell: Tell) -> None:
    """Do what the task's first source names."""
    what = task.sources[0]
    tell(Step("adding articles", os.getpid()))
    if what == "crash":
        os._exit(3)
    if what == "error":
        raise ArchiveError("The disk is full.")
    if what == "bug":
        raise ZeroDivisionError("secret")
    if what == "reject":
        tell(Kept(("a",), 1, tuple(Rejected(f"file {n}", "empty") for n in range(600))))
    if what == "fail at first":
        _fail_at_first(tell)
    if what == "hang":
        _ignore_stops()
    if what == "long":
        for number in range(1000):
            tell(Kept((f"id{number}",)))
            time.sleep(0.05)


def _fail_at_first(tell: Tell) -> None:
    tell(Kept(("second" if _FAILED else "first",)))
    if not _FAILED:
        _FAILED.append(True)
        raise ArchiveError("The disk is full.")


def _ignore_stops() -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            time.sleep(1)
        except KeyboardInterrupt:
            continue
