"""Plain text: from bytes to code points, with nothing but the line ends changed."""

import codecs
import re
from dataclasses import dataclass

from secondsource.article import Article, Boilerplate
from secondsource.collect.credits.imprint import find_imprint
from secondsource.collect.formats.code_pages import UTF_16, find_polish, find_utf16
from secondsource.errors import UnreadableError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# KOI8-U is KOI8-R with the Ukrainian letters in the place of some lines and corners.
_CYRILLIC_ENCODINGS = ("cp1251", "koi8-u", "cp866", "iso8859-5")
_CYRILLIC_WORD = re.compile(rb"[\x80-\xff]{3}")
# What a name means on the web (WHATWG's Encoding Standard): the larger code page that is written
# under it. In iso-8859-1 itself quotation marks would be control characters.
_LARGER_ENCODINGS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# What Python decodes and no browser does; in some a text could spell what nobody sees in it.
_NO_ENCODINGS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
# The ten letters that make up 61% of running Russian text (frequencies of the Russian
# National Corpus); a wrong code page turns them into rare or upper-case ones.
_FREQUENT_CYRILLIC = frozenset("оеаинтсрвл")
_CYRILLIC_SHARE = 0.4
# "città" in a Western code page; in Russian text no letter stands beside a Latin one.
_MIXED_WORD = re.compile(rb"[A-Za-z](?=[\xc0-\xff])|[\xc0-\xff](?=[A-Za-z])")
_MOST_MIXED = 0.2
_CONTROL = bytes(set(range(1, 32)) - set(b"\t\n\r\f\x1b"))
_SAMPLE = 65_536  # bytes from which a code page is guessed
_HEADLINE_WORDS = 25
_HEADLINE_CHARACTERS = 200
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was in; `damaged` counts the bytes that could not be read."""

    text: str
    encoding: str
    damaged: int = 0


def decode_bytes(data: bytes, declared: str | None = None) -> Decoded:
    """The text that the bytes spell, in the encoding that is declared or fits best.

    A byte order mark wins, then UTF-16 that shows itself without one, UTF-8, the declared encoding,
    and a guess between Cyrillic, Polish and Western code pages; a few broken bytes change nothing
    in this. A declared code page in which Russian text would be no Russian is not believed. Line
    ends become "\\n" and nothing else is changed, so offsets into the result stay valid.

    Args:
        data: the bytes of the whole file.
        declared: the encoding that a header or the page itself names.

    Raises:
        UnreadableError: the bytes are not text.
    """
    decoded = _from_mark(data) or _as_utf16(data, declared)
    if decoded is None:
        reject_binary(data)
        decoded = _leniently(data, "utf-8") or _as_declared(data, declared) or _guess(data)
    return Decoded(normalise_newlines(decoded.text), decoded.encoding, decoded.damaged)


def reject_binary(data: bytes) -> None:
    """Raise when the bytes are not text in any one-byte encoding or UTF-8."""
    if b"\0" in data:
        raise UnreadableError("the file holds NUL bytes, so it is not text: give text, HTML or PDF")
    control = len(data) - len(data.translate(None, _CONTROL))
    if control * 50 > len(data):
        raise UnreadableError("the file is binary, not text: give text, HTML, PDF or JSONL")


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML or XML page names in its first 4,096 bytes, or None."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def normalise_newlines(text: str) -> str:
    """The text with Windows and old Macintosh line ends written as one newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def make_storable(text: str) -> str:
    """The text with what no database keeps (NUL, half a surrogate pair) marked as U+FFFD.

    One code point stands for one, so offsets do not move.
    """
    if "\0" not in text and text.isascii():
        return text
    text = text.replace("\0", "\ufffd")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def read_text(data: bytes, declared: str | None = None) -> Article:
    """The article that a plain text file holds; its first line is the title if it reads so.

    Raises:
        UnreadableError: the file is empty or is not text.
    """
    text = decode_bytes(data, declared).text
    if not text.strip():
        raise UnreadableError("the file is empty: give one with the text of an article")
    imprint = find_imprint(text)
    if imprint is None:
        return Article(id="", text=text, title=find_headline(text))
    line = Boilerplate(imprint.span, "the line that names outlet and date")
    return Article(
        id="",
        text=text,
        title=find_headline(text),
        outlet=imprint.outlet,
        published=imprint.published,
        boilerplate=(line,),
    )


def find_headline(text: str) -> str | None:
    """The first line of a text when it looks like a headline: short and without a full stop.

    An ellipsis, a question or an exclamation mark may end it. At most 25 words or 200 code
    points, and something must follow it.
    """
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    unfinished = first.endswith(("...", "…")) or not first.endswith((".", ",", ";", ":"))
    short = len(first.split()) <= _HEADLINE_WORDS and len(first) <= _HEADLINE_CHARACTERS
    return first if first and rest.strip() and short and unfinished else None


def _from_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(text, encoding, text.count("\ufffd"))
    return None


def _as_utf16(data: bytes, declared: str | None) -> Decoded | None:
    """The text in UTF-16 without a mark, if that is declared or can be told."""
    if b"\0" not in data[:_SAMPLE]:
        return None
    encoding = find_utf16(data) or _name_utf16(declared)
    return _leniently(data, encoding) if encoding else None


def _name_utf16(declared: str | None) -> str | None:
    """The byte order that a declaration means; of UTF-16 alone it is little-endian on the web."""
    given = (declared or "").lower().replace("_", "-")
    names = {"utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
    return names.get(given, given if given in UTF_16 else None)


def _leniently(data: bytes, encoding: str) -> Decoded | None:
    """The text in an encoding, if at most one in ten of what is not ASCII cannot be read in it."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeError:
        text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    beyond = sum(sign > "\x7f" for sign in text) - damaged
    return Decoded(text, encoding, damaged) if damaged * 10 < beyond else None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that is declared; None where there is none such, or it is wrong."""
    try:
        name = codecs.lookup(declared or "").name
        b"a".decode(name)  # not b"", which Python decodes in anything: base64, zlib
    except (LookupError, ValueError):
        return None
    if name in _NO_ENCODINGS:
        return None
    encoding = _LARGER_ENCODINGS.get(name, name)
    if _is_other_cyrillic(data, encoding):
        return None
    return _leniently(data, encoding)


def _is_other_cyrillic(data: bytes, encoding: str) -> bool:
    """Whether a text that is to be in a Western or Cyrillic code page is Russian in another."""
    if encoding not in ("cp1252", "koi8-r", *_CYRILLIC_ENCODINGS):
        return False
    best = _guess_cyrillic(data)
    if best is None:
        return False
    # Capitals of the one code page are small letters of another: as declared, either will do.
    return _cyrillic_share(data, encoding, any_case=True) < _cyrillic_share(data, best)


def _guess(data: bytes) -> Decoded:
    """The text in the best Cyrillic code page, else in the Polish or the Western one."""
    encoding = _guess_cyrillic(data) or find_polish(data) or "cp1252"
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _guess_cyrillic(data: bytes) -> str | None:
    """The code page in which the bytes read as Russian; None where they do in none."""
    sample = data[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    mixed = len(_MIXED_WORD.findall(sample))
    if mixed > _MOST_MIXED * high or not _CYRILLIC_WORD.search(sample):
        return None
    best = max(_CYRILLIC_ENCODINGS, key=lambda name: _cyrillic_share(data, name))
    return best if _cyrillic_share(data, best) > _CYRILLIC_SHARE else None


def _cyrillic_share(data: bytes, encoding: str, *, any_case: bool = False) -> float:
    """How many of the bytes above 127 become frequent lower-case Cyrillic letters (0..1)."""
    high = bytes(byte for byte in data[:_SAMPLE] if byte > 127)
    letters = high.decode(encoding, "replace")
    letters = letters.lower() if any_case else letters
    return sum(letter in _FREQUENT_CYRILLIC for letter in letters) / max(1, len(letters))
