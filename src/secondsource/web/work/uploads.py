"""Uploaded files: kept in a folder of their own until they are added."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import BinaryIO

from fastapi import Request, UploadFile

from secondsource.errors import QueueFullError, UnreadableError
from secondsource.messages import gettext as _
from secondsource.web.shared.scratch import Scratch
from secondsource.web.work.job import Examining, Kind, Task

MOST_FILES = 100
MOST_BYTES = 200 * 1024 * 1024
"""Of all files of one upload together."""
_MOST_WAITING_BYTES = 1024 * 1024 * 1024
"""Of all uploads that wait to be added."""
_LONGEST_NAME = 150
_MOST_NAMES = 3
_CHUNK = 1024 * 1024


class Uploads:
    """The files that wait to be added, in the folder of this server. Any thread may use it."""

    def __init__(self, scratch: Scratch, most_waiting: int = _MOST_WAITING_BYTES) -> None:
        self._scratch = scratch
        self._most_waiting = most_waiting
        self._lock = Lock()
        self._sizes: dict[str, int] = {}

    def make_task(self, files: Sequence[UploadFile], examining: Examining) -> Task:
        """The task that adds uploaded files, which are kept until it is over.

        Args:
            files: what the browser sent; a form without a file sends one without a name.
            examining: which of the new articles are examined.

        Raises:
            UnreadableError: there are none, too many, or they are too large together.
            QueueFullError: too much is waiting already.
        """
        given = [(each.filename, each.file) for each in files if each.filename]
        if not given or len(given) > MOST_FILES:
            raise UnreadableError(
                _("Choose at least one file, and at most %(most)s.", most=MOST_FILES)
            )
        folder = self.keep(given)
        names = [name for name, _stream in given]
        more = "…" if len(names) > _MOST_NAMES else ""
        subject = ", ".join(names[:_MOST_NAMES]) + more
        return Task(Kind.ADD_UPLOAD, (str(folder),), subject, examining)

    def keep(self, files: Iterable[tuple[str, BinaryIO]]) -> Path:
        """The folder in which the files now lie, each under its own name.

        Args:
            files: each with the name that the browser gave it; read a piece at a time.

        Raises:
            UnreadableError: they are too large together.
            QueueFullError: with those that are waiting already they are too large.
        """
        folder = self._scratch.make_folder("upload-")
        with self._lock:
            self._sizes[str(folder)] = 0
        with ExitStack() as failed:
            failed.callback(self.remove, [str(folder)])
            for name, stream in files:
                with _free_path(folder, name).open("xb") as target:
                    while chunk := stream.read(_CHUNK):
                        self._count(str(folder), len(chunk))
                        target.write(chunk)
            failed.pop_all()
        return folder

    def remove(self, folders: Sequence[str]) -> None:
        """Remove folders that `keep` made; any other is left alone."""
        for folder in folders:
            if folder in self._sizes:
                shutil.rmtree(folder, ignore_errors=True)
                with self._lock:
                    self._sizes.pop(folder, None)

    def _count(self, folder: str, size: int) -> None:
        with self._lock:
            self._sizes[folder] += size
            own, all_ = self._sizes[folder], sum(self._sizes.values())
        if own > MOST_BYTES:
            raise UnreadableError(_say_too_large())
        if all_ > self._most_waiting:
            raise QueueFullError(_say_too_much_waiting(self._most_waiting))


def find_uploads(request: Request) -> Uploads:
    """The uploads of the workbench that a request came to."""
    uploads: Uploads = request.app.state.uploads
    return uploads


def make_safe_name(given: str) -> str:
    """A file's name without folders, hidden beginnings and what no file system takes."""
    name = PurePosixPath(given.replace("\\", "/")).name
    name = "".join(sign if sign.isprintable() else "_" for sign in name).strip().lstrip(".")
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix[:20]
    while len((stem + suffix).encode("utf-8", "replace")) > _LONGEST_NAME:
        stem = stem[:-1]
    return (stem + suffix).encode("utf-8", "replace").decode() or "file"


def _free_path(folder: Path, given: str) -> Path:
    name = PurePosixPath(make_safe_name(given))
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{name.stem} ({number}){name.suffix}"
    return path


def _say_too_large() -> str:
    return _(
        "The files have more than %(limit)s MB together: upload fewer at a time.",
        limit=MOST_BYTES // 1024 // 1024,
    )


def _say_too_much_waiting(most: int) -> str:
    return _(
        "Uploads of %(most)s MB wait to be added already, and no more are kept. Try again when "
        "some of them are done.",
        most=most // 1024 // 1024,
    )
