"""Uploaded files: kept in a folder of their own until they are added."""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from fastapi import UploadFile

from secondsource.errors import UnreadableError
from secondsource.messages import gettext as _
from secondsource.web.work.job import Examining, Kind, Task

MOST_FILES = 100
MOST_BYTES = 200 * 1024 * 1024
"""Of all files of one upload together."""
_LONGEST_NAME = 150
_MOST_NAMES = 3
_PREFIX = "secondsource-upload-"
_CHUNK = 1024 * 1024


def make_upload_task(files: Sequence[UploadFile], examining: Examining) -> Task:
    """The task that adds uploaded files, which are kept until it is over.

    Args:
        files: what the browser sent; a form without a file sends one without a name.
        examining: which of the new articles are examined.

    Raises:
        UnreadableError: there are none, too many, or they are too large together.
    """
    given = [(each.filename, each.file) for each in files if each.filename]
    if not given or len(given) > MOST_FILES:
        raise UnreadableError(_("Choose at least one file, and at most %(most)s.", most=MOST_FILES))
    folder = keep_upload(given)
    names = [name for name, _stream in given]
    more = "…" if len(names) > _MOST_NAMES else ""
    subject = ", ".join(names[:_MOST_NAMES]) + more
    return Task(Kind.ADD_UPLOAD, (str(folder),), subject, examining)


def keep_upload(files: Iterable[tuple[str, BinaryIO]]) -> Path:
    """The folder in which the files now lie, each under its own name.

    Args:
        files: each with the name that the browser gave it; read a piece at a time.

    Raises:
        UnreadableError: they are too large together.
    """
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    left = MOST_BYTES
    try:
        for name, stream in files:
            with _free_path(folder, name).open("xb") as target:
                while chunk := stream.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise UnreadableError(_say_too_large())
                    target.write(chunk)
    except BaseException:
        remove_upload([str(folder)])
        raise
    return folder


def remove_upload(folders: Sequence[str]) -> None:
    """Remove folders that `keep_upload` made; any other is left alone."""
    for folder in map(Path, folders):
        if folder.name.startswith(_PREFIX):
            shutil.rmtree(folder, ignore_errors=True)


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
        "The files have more than %(limit)s MB together: upload fewer at a time, or add them "
        "with `secondsource add`.",
        limit=MOST_BYTES // 1024 // 1024,
    )
