"""PDF: the text layer and the document's own title, author and date."""

import logging
import re
import subprocess
import sys
from pathlib import Path

import msgspec

from secondsource.article import Article
from secondsource.collect.dates import is_iso_date
from secondsource.collect.formats import pdf_process
from secondsource.collect.formats.pdf_process import DAMAGED, LOCKED, LONG, PdfText
from secondsource.collect.formats.text import find_headline, make_storable, normalise_newlines
from secondsource.errors import UnreadableError

_LOG = logging.getLogger(__name__)
MAX_CHARACTERS = 20_000_000
MAX_SECONDS = 120
MAX_MEGABYTES = 512
"""Of memory. A page whose drawing orders are 40 MB long needs as much; of news few have 1 MB."""
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
# pdfium marks a hyphen at a line's end with U+FFFE or U+0002; the word goes on in the next line.
_SPLIT_WORD = re.compile(r"[\ufffe\u0002]\n?")


def read_pdf(data: bytes) -> Article:
    """The article that a PDF's text layer and metadata give.

    Raises:
        UnreadableError: the file is broken, locked by a password, or holds only pictures; or it
            takes too much time or memory.
    """
    found = _read_apart(data)
    if found.fault == LOCKED:
        advice = "give a complete PDF without a password"
        raise UnreadableError(f"the PDF cannot be opened ({found.reason}): {advice}")
    if found.fault == DAMAGED:
        advice = "give a complete PDF, or the text of the article"
        raise UnreadableError(f"a page of the PDF cannot be read ({found.reason}): {advice}")
    if found.fault == LONG:
        raise UnreadableError(
            f"the PDF holds more than {MAX_CHARACTERS:,} characters or takes longer than "
            f"{MAX_SECONDS} seconds to read: give the pages of the article alone"
        )
    text = "\n\n".join(map(_clean, found.pages)).strip()
    if not text:
        raise UnreadableError("the PDF has no text layer: run text recognition (OCR) on it first")
    author = make_storable(found.author.strip())
    return Article(
        id="",
        text=text,
        title=make_storable(found.title.strip()) or find_headline(text),
        byline=(author,) if author else (),
        published=_pdf_date(found.created),
    )


def _read_apart(data: bytes) -> PdfText:
    """What a PDF holds, read in a process that may have only so much time and memory."""
    limits = (MAX_MEGABYTES * 1024 * 1024, MAX_SECONDS, MAX_CHARACTERS)
    # -P: the modules beside that file have names of the standard library's.
    command = [sys.executable, "-P", str(Path(pdf_process.__file__)), *map(str, limits)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MAX_SECONDS)
    except subprocess.TimeoutExpired:
        return PdfText(fault=LONG)
    if done.returncode:
        _LOG.info("a PDF could not be read: %s", done.stderr.decode(errors="replace")[-2_000:])
        raise UnreadableError(
            f"the PDF takes more than {MAX_MEGABYTES} MB of memory to read, or is damaged: give "
            "the pages of the article alone, as text or as a plainer PDF"
        )
    return msgspec.json.decode(done.stdout, type=PdfText)


def _clean(page: str) -> str:
    return make_storable(_SPLIT_WORD.sub("", normalise_newlines(page))).strip()


def _pdf_date(value: str) -> str | None:
    found = _PDF_DATE.match(value)
    if found is None:
        return None
    iso = "-".join(part for part in found.groups() if part)
    return iso if is_iso_date(iso) else None
