"""Folders: their files in sorted order, each folder entered once."""

from collections.abc import Iterator
from pathlib import Path

from secondsource.collect.item import Rejected

Identity = tuple[int, int]


def walk_folder(folder: Path) -> Iterator[Path | Rejected]:
    """The files under a folder, in sorted order of their paths.

    Hidden files, links that lead nowhere, and folders that a link leads back to are given as
    rejected items; so is a folder that may not be listed.
    """
    return _walk(folder, frozenset())


def _walk(folder: Path, above: frozenset[Identity]) -> Iterator[Path | Rejected]:
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError as error:
        reason = error.strerror or str(error)
        yield Rejected(str(folder), f"the folder cannot be listed ({reason}): check its rights")
        return
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        yield Rejected(str(folder), "the folder is a link back to one above it: not entered again")
        return
    for entry in entries:
        yield from _visit(entry, above | {identity})


def _visit(entry: Path, above: frozenset[Identity]) -> Iterator[Path | Rejected]:
    if entry.name.startswith("."):
        yield Rejected(str(entry), "hidden files are passed over: name it directly to read it")
    elif entry.is_dir():
        yield from _walk(entry, above)
    else:
        yield entry
