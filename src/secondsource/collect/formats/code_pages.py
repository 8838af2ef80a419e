"""What encoding bytes are in when nothing says so: UTF-16, or a Central European code page.

The Cyrillic and the Western code pages are told in `text`.
"""

import codecs
import re

UTF_16 = ("utf-16-le", "utf-16-be")
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SAMPLE = 65_536  # bytes
_PLAIN = 0.95
"""So many of the signs must be of European writing: bytes in the wrong order make Chinese ones."""
_BLANKS = 1 / 60
"""The least share of blanks: bytes that are no text at all may come out as letters, in one run."""
_EUROPEAN = re.compile(
    r"[\t\n\r -~\xa0-\u052f\u1e00-\u1eff\u2010-\u2044\u20a0-\u20bf\u2100-\u214f]"
)
_POLISH_LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_POLISH_PAGES = {name: _POLISH_LETTERS.encode(name) for name in ("cp1250", "iso8859-2")}
_PUNCTUATION = "„”“‘’‚–—…«»•§°\xa0\xad".encode("cp1250")
_POLISH_SHARE = 0.8
_DISTINCT = 3
# Western code pages have "³", "¹" and "±" in the place of "ł" and "ą", which no word goes on with.
_WITHIN = re.compile(rb"[A-Za-z][\xb3\xb9\xb1](?=[A-Za-z])|[A-Za-z][\xb9\xb1](?=[\s.,;])")


def find_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without its mark, where text in European letters comes of it."""
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) // 2 * 2]
    if b"\0" not in sample:
        return None
    for encoding in UTF_16:
        signs = sample.decode(encoding, "replace")
        if sum(map(signs.count, " \n")) < _BLANKS * len(signs):
            continue
        if len(_EUROPEAN.findall(signs)) >= _PLAIN * len(signs):
            return encoding
    return None


def write_head(head: bytes) -> bytes:
    """The first bytes of a file in UTF-8 where they are UTF-16, by which its kind is told."""
    encoding = _MARKS.get(head[:2]) or find_utf16(head)
    return head.decode(encoding, "ignore").lstrip("\ufeff").encode() if encoding else head


def find_polish(data: bytes) -> str | None:
    """The code page in which the bytes read as Polish; None where they do in none.

    Nearly all of what is not ASCII must be Polish letters in it, three different ones, with "ł" or
    "ą" in a word: the accents of French, Spanish and German are others.
    """
    high = bytes(byte for byte in data[:_SAMPLE] if byte > 127)
    shares = {name: _share(high, letters) for name, letters in _POLISH_PAGES.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < _POLISH_SHARE:
        return None
    distinct = len(set(high) & set(_POLISH_PAGES[best]))
    return best if distinct >= _DISTINCT and _WITHIN.search(data[:_SAMPLE]) else None


def _share(high: bytes, letters: bytes) -> float:
    """How many of the bytes above 127, punctuation left out, are these letters (0..1)."""
    counted = high.translate(None, bytes(set(_PUNCTUATION) - set(letters)))
    return (len(counted) - len(counted.translate(None, letters))) / max(1, len(counted))
