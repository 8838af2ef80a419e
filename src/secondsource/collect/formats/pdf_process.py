"""Reading a PDF in a process of its own, so that a hostile one takes no more than that may have.

A file of a hundred kilobytes can hold a page that fills gigabytes while it is opened, and the
library that opens it ends its process when memory runs out. This file is run by itself, not as a
part of the package: it starts in a tenth of a second.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pypdfium2

if sys.platform != "win32":
    import resource

LOCKED, LONG, DAMAGED = "locked", "long", "damaged"


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of each page, and the document's own title, author and date.

    `fault` is LOCKED where it could not be opened, DAMAGED where a page could not be (`reason` says
    why), LONG where it holds too much; empty otherwise.
    """

    pages: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    created: str = ""
    fault: str = ""
    reason: str = ""


def main(most_bytes: int, most_seconds: int, most_characters: int) -> None:
    """Read a PDF from the input and write what it holds as JSON.

    Args:
        most_bytes: of memory that this process may have; only on Linux it is bounded.
        most_seconds: by the clock.
        most_characters: of all pages together.
    """
    if sys.platform == "linux":  # macOS refuses any bound of its own
        _limit(resource.RLIMIT_AS, most_bytes)
    if sys.platform != "win32":
        _limit(resource.RLIMIT_CPU, most_seconds + 1)  # where nobody is left who waits for it
        _limit(resource.RLIMIT_CORE, 0)
    found = _read(sys.stdin.buffer.read(), time.monotonic() + most_seconds, most_characters)
    sys.stdout.write(json.dumps(asdict(found)))


def _limit(what: int, most: int) -> None:
    """Bound what this process may have; a lower bound that there is already stays."""
    hard = resource.getrlimit(what)[1]
    lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (lower, hard))


def _read(data: bytes, end: float, most: int) -> PdfText:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return PdfText(fault=LOCKED, reason=str(error))
    pages, size = [], 0
    try:
        for text in _read_pages(document):
            pages.append(text)
            size += len(text)
            if size > most or time.monotonic() > end:
                return PdfText(fault=LONG)
    except pypdfium2.PdfiumError as error:
        return PdfText(fault=DAMAGED, reason=str(error))
    title, author, created = (
        _read_known(document, key) for key in ("Title", "Author", "CreationDate")
    )
    return PdfText(tuple(pages), title, author, created)


def _read_known(document: pypdfium2.PdfDocument, key: str) -> str:
    """What a document says of itself; empty where it is no text, as when cut within an emoji."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeError:
        return ""


def _read_pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        text = textpage.get_text_bounded()
        textpage.close()
        page.close()
        yield text


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
