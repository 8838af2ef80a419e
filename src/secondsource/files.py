"""Files that are written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a system says when there is no room, wherever something is written."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """The path of a file beside this one, to be written; it takes this one's place when all went
    well. When anything stops it before, what was there is still as it was.

    The place of a link is that of what it leads to; the rights of a file that is replaced are kept.

    Raises:
        OSError: the file beside cannot be made or cannot take the place.
    """
    place = path.resolve()
    beside = place.with_name(f"{place.name}.{token_hex(4)}.part")  # no other writer has it
    try:
        yield beside
        if place.exists():
            beside.chmod(place.stat().st_mode & 0o7777)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def taking_place(path: Path) -> Iterator[Path]:
    """As `replacing`; what nothing can take the place of is itself the path.

    Such are a device and a pipe, which can keep nothing, a file in a folder where one may not
    write, and one that is mounted by itself.
    """
    place = path.resolve()
    stays = place.is_file() and (not os.access(place.parent, os.W_OK) or os.path.ismount(place))
    if stays or (path.exists() and not path.is_file()):
        yield path
        return
    with replacing(path) as beside:
        yield beside


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all; to a device or a pipe, which can keep nothing, at once.

    Raises:
        OSError: it cannot be written; a file that was there before is still as it was.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    with replacing(path) as beside, beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
