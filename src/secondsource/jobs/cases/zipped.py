"""Zip files of strangers, read without trust: nothing is unpacked to disk, everything is bounded.

Refused whole: what is no zip or cut short, names that lead out of a folder, two entries of one
name, links, encrypted entries, other compression than deflate, entries that overlap, bytes that
belong to none, too many of them, too much in them, and entries that grow more than two hundred
times. The empty entries of folders, which some programs add, are passed over.
"""

import hashlib
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from secondsource.errors import CaseError
from secondsource.messages import gettext as _

MOST_ENTRIES: Final = 50_000
MOST_BYTES: Final = 2 * 1024**3  # of all entries, unpacked
MOST_GROWTH: Final = 200  # times, of an entry over a megabyte
SMALL: Final = 1024**2  # bytes
_LONGEST_NAME: Final = 300
_LARGEST_DIRECTORY: Final = 16 * 1024**2  # bytes: names and sizes of all entries
_CHUNK: Final = 1024**2
_END: Final = struct.Struct("<4s4H2LH")  # the record at a zip's end: APPNOTE.TXT, 4.3.16
_END_SIGNATURE: Final = b"PK\x05\x06"
_LARGE_SIGNATURE: Final = b"PK\x06\x07"  # what stands before it in a zip with 64-bit sizes
_LARGE_SIZE: Final = 20
_LONGEST_COMMENT: Final = 65_535
_SHORTEST_HEADER: Final = 30  # bytes before an entry's name and data
_NAME_LENGTHS: Final = struct.Struct("<2H")  # of the name and what is added to it, in that header
_NAME_LENGTHS_AT: Final = 26
_DESCRIPTORS: Final = (0, 12, 16, 20, 24)  # bytes after an entry's data, where it has sums there
_ENCRYPTED: Final = 0x1 | 0x2000
# What the standard library raises on a zip that somebody bent, besides its own BadZipFile.
_BROKEN: Final = (
    BadZipFile, struct.error, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError,
    OverflowError, OSError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hashed:
    """What an entry really holds: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


class CaseZip:
    """An open zip whose entries may be read; made by `open_zip`."""

    def __init__(self, file: ZipFile) -> None:
        self._file = file
        self._entries = {info.filename: info for info in file.infolist() if not info.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries but folders, in the order of the zip."""
        return tuple(self._entries)

    def hash(self, name: str) -> Hashed | None:
        """The size and hash of an entry; None where it is damaged and cannot be read."""
        digest, size = hashlib.sha256(), 0
        try:
            with self._file.open(self._entries[name]) as stream:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
        except _BROKEN:
            return None
        return Hashed(size, digest.hexdigest())

    def read(self, name: str, most: int) -> bytes:
        """The bytes of an entry.

        Args:
            name: one of `names`.
            most: the most bytes that are read.

        Raises:
            CaseError: it is larger, or damaged.
        """
        info = self._entries[name]
        if info.file_size > most:
            raise CaseError(_("Its %(file)s is too large to be read.", file=name))
        try:
            return self._file.read(info)
        except _BROKEN as error:
            raise CaseError(_("Its %(file)s is damaged.", file=name)) from error

    def lines(self, name: str, longest: int) -> Iterator[bytes]:
        """The lines of an entry, one at a time; one that is longer is given in pieces.

        Raises:
            CaseError: it is damaged.
        """
        try:
            with self._file.open(self._entries[name]) as stream:
                while line := stream.readline(longest):
                    yield line
        except _BROKEN as error:
            raise CaseError(_("Its %(file)s is damaged.", file=name)) from error


@contextmanager
def open_zip(path: Path) -> Iterator[CaseZip]:
    """A zip file whose directory holds nothing that is refused.

    Raises:
        CaseError: it cannot be opened, is no zip, or holds what is refused.
    """
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CaseError(_("It cannot be opened (%(reason)s).", reason=reason)) from error
    with stream:
        yield CaseZip(_open_checked(stream, path))


def _open_checked(stream: BinaryIO, path: Path) -> ZipFile:
    try:
        size = path.stat().st_size
        _check_end(stream, size)
        stream.seek(0)
        file = ZipFile(stream)
    except _BROKEN as error:
        raise CaseError(_("It is no zip file, or was cut short.")) from error
    _check_entries(file.infolist())
    _check_gaps(stream, file)
    return file


def _check_end(stream: BinaryIO, size: int) -> None:
    """Refuse a directory that is too large, before the standard library holds it in memory."""
    tail_size = min(size, _END.size + _LONGEST_COMMENT + _LARGE_SIZE)
    stream.seek(size - tail_size)
    tail = stream.read(tail_size)
    at = len(tail) - _END.size
    if not (at >= 0 and tail[at:].startswith(_END_SIGNATURE) and tail.endswith(b"\0\0")):
        at = tail.rfind(_END_SIGNATURE)
    if at < 0:
        raise BadZipFile("no end of the directory")
    record = _END.unpack_from(tail, at)
    before = tail[max(0, at - _LARGE_SIZE) : at]
    if before.startswith(_LARGE_SIGNATURE) or record[5] > _LARGEST_DIRECTORY:
        raise CaseError(_("It has too many entries or is too large for a case."))


def _check_entries(entries: list[ZipInfo]) -> None:
    names = {info.filename.casefold().removesuffix("/") for info in entries}
    if len(names) < len(entries):
        raise CaseError(_("It has two entries of one name."))
    unpacked = sum(info.file_size for info in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_BYTES:
        raise CaseError(_("It has too many entries or is too large for a case."))
    places = sorted(entries, key=lambda info: info.header_offset)
    if any(_end(one) > other.header_offset for one, other in pairwise(places)):
        raise CaseError(_("Its entries overlap, as no zip program writes them."))
    for info in entries:
        if reason := _refuse_entry(info):
            shown = info.orig_filename[:_LONGEST_NAME]
            raise CaseError(f"{reason} {shown!a}")


def _check_gaps(stream: BinaryIO, file: ZipFile) -> None:
    """Refuse bytes that belong to no entry: programs that read a zip from its front show them."""
    expected = {0}
    for info in sorted(file.infolist(), key=lambda info: info.header_offset):
        if info.header_offset not in expected:
            raise CaseError(_("It has bytes that belong to none of its entries."))
        stream.seek(info.header_offset + _NAME_LENGTHS_AT)
        lengths = stream.read(_NAME_LENGTHS.size)
        if len(lengths) < _NAME_LENGTHS.size:
            raise CaseError(_("It is no zip file, or was cut short."))
        end = _end(info) + sum(_NAME_LENGTHS.unpack(lengths))
        expected = {end + size for size in _DESCRIPTORS}
    if file.start_dir not in expected:
        raise CaseError(_("It has bytes that belong to none of its entries."))


def _end(info: ZipInfo) -> int:
    """Where the next entry may begin at the earliest."""
    return info.header_offset + _SHORTEST_HEADER + info.compress_size


def _refuse_entry(info: ZipInfo) -> str:
    """Why an entry is refused; empty where it is not."""
    folder = info.orig_filename.endswith("/") and not info.file_size
    if not is_safe_name(info.orig_filename.removesuffix("/" if folder else "")):
        return _("It has an entry whose name is not that of a file within it:")
    plain = stat.S_IFDIR if folder else stat.S_IFREG
    if stat.S_IFMT(info.external_attr >> 16) not in (0, plain):
        return _("It has an entry that is a link or no plain file:")
    if info.flag_bits & _ENCRYPTED:
        return _("It has an entry that is encrypted:")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return _("It has an entry packed in a way that is not read:")
    if info.file_size > max(SMALL, info.compress_size * MOST_GROWTH):
        return _("It has an entry that grows too much when it is unpacked:")
    return ""


def is_safe_name(name: str) -> bool:
    """Whether a name is a relative path of plain parts, as the program itself writes them."""
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        return False
    parts = name.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts)
