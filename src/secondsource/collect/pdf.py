"""PDF: the text layer and the document's own title, author and date."""

import re
import time
from collections.abc import Iterator

import pypdfium2

from secondsource.article import Article
from secondsource.collect.dates import is_iso_date
from secondsource.collect.text import find_headline, make_storable, normalise_newlines
from secondsource.errors import UnreadableError

MAX_CHARACTERS = 20_000_000
MAX_SECONDS = 120.0
PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
# pdfium marks a hyphen at a line's end with U+FFFE or U+0002; the word goes on in the next line.
SPLIT_WORD = re.compile(r"[\ufffe\u0002]\n?")


def read_pdf(data: bytes) -> Article:
    """The article that a PDF's text layer and metadata give.

    Raises:
        UnreadableError: the file is broken, locked by a password, or holds only pictures.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        advice = "give a complete PDF without a password"
        raise UnreadableError(f"the PDF cannot be opened ({error}): {advice}") from error
    try:
        return _read_document(document)
    finally:
        document.close()


def _read_document(document: pypdfium2.PdfDocument) -> Article:
    text = "\n\n".join(_read_pages(document)).strip()
    if not text:
        raise UnreadableError("the PDF has no text layer: run text recognition (OCR) on it first")
    metadata = document.get_metadata_dict(skip_empty=True)
    author = metadata.get("Author", "").strip()
    return Article(
        id="",
        text=text,
        title=make_storable(metadata.get("Title", "").strip()) or find_headline(text),
        byline=(make_storable(author),) if author else (),
        published=_pdf_date(metadata.get("CreationDate", "")),
    )


def _read_pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The text of each page; a few bytes can hold pages that take hours and fill the memory."""
    end = time.monotonic() + MAX_SECONDS
    size = 0
    for number in range(len(document)):
        text = _page_text(document, number)
        size += len(text)
        if size > MAX_CHARACTERS or time.monotonic() > end:
            raise UnreadableError(
                f"the PDF holds more than {MAX_CHARACTERS:,} characters or takes longer than "
                f"{MAX_SECONDS:g} seconds to read: give the pages of the article alone"
            )
        yield text


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    textpage = page.get_textpage()
    try:
        text = normalise_newlines(textpage.get_text_bounded())
    finally:
        textpage.close()
        page.close()
    return make_storable(SPLIT_WORD.sub("", text)).strip()


def _pdf_date(value: str) -> str | None:
    found = PDF_DATE.match(value)
    if found is None:
        return None
    iso = "-".join(part for part in found.groups() if part)
    return iso if is_iso_date(iso) else None
