"""Web archives: the pages captured in a WARC file, or in those that a WACZ packs together.

WARC is ISO 28500; WACZ 1.1.1 (Webrecorder) is a ZIP with WARC files in its folder `archive/`.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

import httpx
from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from secondsource.collect.formats.sniff import DECLARED, MediaType
from secondsource.errors import UnreadableError

_CAPTURES = WarcRecordType.response | WarcRecordType.resource
_PAGES = frozenset({MediaType.HTML, MediaType.PDF})
"""Plain text in a web archive is `robots.txt`, scripts and style; articles are pages."""
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as a crawler got it: its address, when (ISO 8601), and what it was said to be.

    `data` is the page itself, taken out of what the server packed it in; None where it holds
    more bytes than are read.
    """

    url: str
    captured: str
    media_type: MediaType
    charset: str | None
    data: bytes | None


def read_captures(path: Path, media_type: MediaType, max_bytes: int) -> Iterator[Capture]:
    """The pages in a web archive, in its order, one at a time.

    What is no page (pictures, styles, redirects, errors, requests) is passed over, and so are
    repeats that hold no bytes of their own (`revisit`).

    Args:
        path: a WARC file, packed with gzip or not, or a WACZ.
        media_type: which of the two it is.
        max_bytes: so many are read of one page.

    Raises:
        UnreadableError: it is damaged; what stands before the damage was given.
    """
    if media_type is MediaType.WARC:
        with path.open("rb") as stream:
            yield from _read_warc(stream, max_bytes)
        return
    with _open_zip(path) as packed:
        for name in sorted(packed.namelist()):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                with packed.open(name) as stream:
                    yield from _read_warc(cast(BinaryIO, stream), max_bytes)


@contextmanager
def _open_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as packed:
            yield packed
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise UnreadableError(f"the WACZ is damaged or locked ({error}): fetch it anew") from error


def _read_warc(stream: BinaryIO, max_bytes: int) -> Iterator[Capture]:
    records = iter(ArchiveIterator(stream, record_types=_CAPTURES))
    while record := _read_next(records):
        media_type = _name_page(record)
        url = _read_header(record.headers, "WARC-Target-URI").strip("<>")
        if media_type is None or not url.startswith(("http://", "https://")):
            continue
        date = _read_header(record.headers, "WARC-Date")
        charset = record.http_charset if record.is_http else None
        yield Capture(url, date, media_type, charset, _read_page(record, max_bytes))


def _read_header(headers: HeaderMap, name: str) -> str:
    return headers.get(name) or ""


def _read_next(records: Iterator[WarcRecord]) -> WarcRecord | None:
    try:
        return next(records, None)
    except OSError as error:
        raise UnreadableError(
            f"the web archive is damaged from here on ({error}): fetch it anew"
        ) from error


def _name_page(record: WarcRecord) -> MediaType | None:
    """The kind of page a record holds, None where it holds none."""
    if record.is_http:
        declared = record.http_content_type if record.http_headers.status_code == 200 else None
    else:
        declared = record.headers.get("Content-Type")
    media_type = DECLARED.get((declared or "").partition(";")[0].strip().lower())
    return media_type if media_type in _PAGES else None


def _read_page(record: WarcRecord, max_bytes: int) -> bytes | None:
    """The page without transfer and content encodings; None where it is too long.

    Many crawlers keep the headers of an encoding that they have already undone, so what does not
    read as encoded is taken as it is.
    """
    data: bytes = record.reader.read(max_bytes + 1)
    if len(data) < min(record.content_length, max_bytes + 1):
        raise UnreadableError("the web archive breaks off within a page: fetch it anew")
    if len(data) <= max_bytes and record.is_http:
        if "chunked" in _read_header(record.http_headers, "Transfer-Encoding").lower():
            data = _join_chunks(data, max_bytes)
        data = _unpack(data, _read_header(record.http_headers, "Content-Encoding"), max_bytes)
    return data if len(data) <= max_bytes else None


def _join_chunks(data: bytes, max_bytes: int) -> bytes:
    try:
        joined: bytes = ChunkedReader(BytesIO(data)).read(max_bytes + 1)
    except OSError:
        return data
    return joined


def _unpack(data: bytes, encoding: str, max_bytes: int) -> bytes:
    """The decoded bytes, as far as one chunk beyond `max_bytes`."""
    pieces = (data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK))
    response = httpx.Response(200, headers={"Content-Encoding": encoding}, content=pieces)
    found = bytearray()
    try:
        for piece in response.iter_bytes():
            found += piece
            if len(found) > max_bytes:
                break
    except httpx.DecodingError:
        return data
    return bytes(found)
