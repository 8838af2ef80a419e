"""A folder of this server alone, for what it keeps for a while: uploaded files, cases being sent.

It lies where temporary files do and goes when the server ends. What a killed server left behind is
removed when the next one starts: a server holds the lock of its folder for as long as it lives.
"""

import os
import shutil
import sqlite3
import stat
import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Lock

from secondsource.archive.lock import hold_lock
from secondsource.errors import ArchiveLockedError

_PREFIX = "secondsource-serve-"
_MAKING = "secondsource-new-"  # until its lock is held, so that nobody takes it for left behind
_LOCK = "lock"
_MAKING_SECONDS = 24 * 3600.0
"""What is being made for so long was left by a server that was killed at it."""


class Scratch:
    """The folder of one server, made when it is first needed. Any thread may use it."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._held = ExitStack()
        self._mine = Lock()

    def make_folder(self, prefix: str) -> Path:
        """A new folder in it, whose name begins with the prefix.

        Raises:
            OSError: there is no place where it may be made.
        """
        with self._mine:
            # One that lay untouched for days may have been tidied away by the system.
            if self._folder is None or not self._folder.is_dir():
                self._held.close()
                self._folder = self._make()
            return Path(tempfile.mkdtemp(prefix=prefix, dir=self._folder))

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        with self._mine:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
            self._held.close()

    def _make(self) -> Path:
        made = Path(tempfile.mkdtemp(prefix=_MAKING))
        self._held.enter_context(hold_lock(made / _LOCK, 0))
        return made.rename(made.with_name(_PREFIX + made.name.removeprefix(_MAKING)))


def remove_abandoned() -> None:
    """Remove the folders of servers that are gone; those of running ones are left alone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_own(folder):
            with (
                suppress(ArchiveLockedError, sqlite3.OperationalError),
                hold_lock(folder / _LOCK, 0),
            ):
                shutil.rmtree(folder, ignore_errors=True)
    for folder in Path(tempfile.gettempdir()).glob(f"{_MAKING}*"):
        if _is_own(folder) and _is_old(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_old(folder: Path) -> bool:
    try:
        return folder.stat().st_mtime < time.time() - _MAKING_SECONDS
    except FileNotFoundError:
        return False


def _is_own(folder: Path) -> bool:
    """Whether it is a folder of whoever runs this, and no link that somebody else put there."""
    try:
        status = folder.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
