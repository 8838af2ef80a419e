"""Text from strangers, made safe to show: nothing hidden, nothing that runs.

Bidirectional overrides, zero-width characters and control codes can make a text read other
than it is. They are shown as names in brackets, never passed on and never silently dropped.
"""

import re
from urllib.parse import urlsplit

_CONTROL = "\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f-\u009f"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_WIDTHLESS = "\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"
_TAGS = "\U000e0000-\U000e01ef"
_SURROGATES = "\ud800-\udfff"
# Zero-width joiners belong in emoji and in Arabic or Indic words; after a letter of a script
# that never joins (Latin, Greek, Cyrillic: below U+0530) they only hide something.
_STRAY_JOINER = "(?<=[\u0020-\u052f])[\u200c\u200d]"
_HIDDEN = re.compile(
    f"(?:[{_CONTROL}{_DIRECTION}{_WIDTHLESS}{_TAGS}{_SURROGATES}]|{_STRAY_JOINER})+"
)
_NAMES = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of direction",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "isolate",
    "\u2069": "end of isolate",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}


def show_hidden(text: str) -> str:
    """The text with every hidden character named in brackets: ⟨right-to-left override⟩.

    A run of several is told by its count, so that a text stuffed with them stays readable.

    Args:
        text: any text, lone surrogates included.

    Returns:
        Text that can be encoded as UTF-8 and reads in the order it is stored.
    """
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: _name_hidden(match.group()), text)


def _name_hidden(run: str) -> str:
    if run == "\r":
        return " "
    if len(run) > 1:
        return f"⟨{len(run):,} hidden characters⟩"
    return f"⟨{_NAMES.get(run, f'U+{ord(run):04X}')}⟩"


def show_on_one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, hidden characters named, cut at a word with an ellipsis.

    Args:
        text: any text.
        limit: the most characters to return; None for all of them.

    Returns:
        One line without leading or trailing blanks.
    """
    line = " ".join(show_hidden(text).split())
    if limit is None or len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else cut) + "…"


def safe_href(url: str | None) -> str | None:
    """The address if it may become a link: http or https with a host, else None.

    Args:
        url: an address as a page or a collection gave it.

    Returns:
        The address unchanged, or None for any other scheme, blanks, control or hidden
        characters, or an address that cannot be parsed.
    """
    if not url or _HIDDEN.search(url) or re.search(r"[\s\"'<>\\`]", url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None
