"""What a file is, told from its first bytes first and from its suffix second."""

import re
import zlib
from enum import StrEnum

from secondsource.collect.formats.code_pages import write_head
from secondsource.errors import UnreadableError


class MediaType(StrEnum):
    """The media types that are read."""

    HTML = "text/html"
    TEXT = "text/plain"
    PDF = "application/pdf"
    JSONL = "application/x-ndjson"
    FEED = "application/rss+xml"
    WARC = "application/warc"
    WACZ = "application/wacz"


WEB_ARCHIVES = frozenset({MediaType.WARC, MediaType.WACZ})
_READ = "HTML, plain text, PDF, JSONL, WARC, WACZ and feeds are read"
# First bytes of what is often named .html or .txt and is neither (the registry of file(1)).
_FOREIGN_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or a sound"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
_WARC_START = b"WARC/1."
# A comment ends with its first "-->". Atomic: with some hundreds, trying further ends takes hours.
_COMMENT = rb"(?><!--.*?-->)\s*"
_HTML_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:" + _COMMENT + rb")*"
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|meta|title|section|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_START = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\})')
# A feed is told by its outermost element, or in JSON by the address of its version.
_FEED_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<\?xml-stylesheet[^>]*>\s*|" + _COMMENT + rb")*"
    rb"(?:<!doctype\s+(?:rss|rdf|feed)\b[^\[>]*(?:\[.*?\]\s*)?>\s*)?(?:" + _COMMENT + rb")*"
    rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')
_SUFFIXES = {
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
    ".txt": MediaType.TEXT,
    ".text": MediaType.TEXT,
    ".md": MediaType.TEXT,
    ".pdf": MediaType.PDF,
    ".jsonl": MediaType.JSONL,
    ".ndjson": MediaType.JSONL,
}
DECLARED = {
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "text/plain": MediaType.TEXT,
    "text/markdown": MediaType.TEXT,
    "application/pdf": MediaType.PDF,
}


def name_type(head: bytes, suffix: str, declared: str | None = None) -> MediaType:
    """What kind of file these first bytes begin.

    Args:
        head: the first bytes of the file, 4,096 or all.
        suffix: the file name's ending with its dot, or "".
        declared: the media type that a server gave, if any.

    Raises:
        UnreadableError: it is none of the kinds that are read.
    """
    head = write_head(head)
    if head.lstrip()[:5] == b"%PDF-":
        return MediaType.PDF
    if (web_archive := _name_web_archive(head, suffix)) is not None:
        return web_archive
    for start, name in _FOREIGN_STARTS:
        if head.startswith(start):
            raise UnreadableError(f"it is {name}: {_READ}")
    by_name = _SUFFIXES.get(suffix.lower()) or DECLARED.get(declared or "")
    if by_name is MediaType.JSONL:
        return by_name
    if _begins_feed(head):
        return MediaType.FEED
    if _HTML_START.match(head):
        return MediaType.HTML
    if by_name is MediaType.PDF:
        raise UnreadableError("it is named PDF but does not begin as one: give the whole file")
    return by_name or _unnamed(head, suffix, declared)


def _name_web_archive(head: bytes, suffix: str) -> MediaType | None:
    """WARC, also packed with gzip, or WACZ, which is a ZIP and told from others by its name."""
    if head.startswith(b"PK\x03\x04"):
        return MediaType.WACZ if suffix.lower() == ".wacz" else None
    try:
        first = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_WARC_START))
    except zlib.error:
        first = head
    return MediaType.WARC if first.startswith(_WARC_START) else None


def _begins_feed(head: bytes) -> bool:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _JSON_FEED.search(head) is not None
    return _FEED_START.match(head) is not None


def _unnamed(head: bytes, suffix: str, declared: str | None) -> MediaType:
    """What a file without a telling name is: JSONL by its first line, or nothing that is read."""
    if suffix in ("", ".json") and _begins_jsonl(head):
        return MediaType.JSONL
    if suffix == "" and declared is None:
        return MediaType.TEXT
    kind = declared or suffix
    raise UnreadableError(f"{kind} is not a kind of file that is read: {_READ}")


def _begins_jsonl(head: bytes) -> bool:
    """Whether the first line is a whole JSON object, as far as it can be seen."""
    first, newline, _ = head.partition(b"\n")
    return bool(_JSON_START.match(first)) and (not newline or first.rstrip().endswith(b"}"))
