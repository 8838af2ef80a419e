"""XML feeds made safe and small before they are read: no entities, few and short parts.

feedparser tries its own repairs on XML that is not well formed, slowly and by patterns that a
hostile feed can make slower still; so it is only ever given well-formed XML, one entry at a time.
"""

import re
from copy import deepcopy
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from secondsource.collect.feed.entry import LONGEST_NAME, MOST_ENTRIES
from secondsource.collect.formats.text import declared_encoding, decode_bytes
from secondsource.errors import UnreadableError

_ENTRIES = frozenset({"item", "entry"})
_FEED_PARTS = frozenset({"title", "link", "language", "author", "id"})
_XML = "{http://www.w3.org/XML/1998/namespace}"
_FEED_ATTRIBUTES = ("version", f"{_XML}base", f"{_XML}lang")
_AUTHORS = frozenset({"author", "creator"})
_NAMES = _AUTHORS | {"name", "email", "contributor", "managingEditor", "webMaster"}
_TEXTS = frozenset({"content", "encoded", "description", "summary", "body"})
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "atom": "http://www.w3.org/2005/Atom",
}
_UNKNOWN_SPACE = "urn:secondsource:undeclared"
LONGEST_TEXT = 2_000  # of an address or a title
_MOST_PARTS = 20
_MOST_AUTHORS = 20
_MOST_NAMESPACES = 100  # large feeds of the press declare a dozen
_MAIL = re.compile(r"[^\s()]{1,100}@[^\s()]{1,100}")
_ATOM_SPACES = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_BARE_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|\w{1,31};)")


@dataclass(frozen=True, slots=True)
class TidyEntry:
    """One entry: as it stood; in a feed of its own, without authors and source; and these alone."""

    raw: bytes
    alone: bytes
    source: etree._Element | None
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TidyFeed:
    """A feed without its entries, these one by one, and how many were left out."""

    bare: bytes
    entries: tuple[TidyEntry, ...]
    left_out: int
    is_atom: bool


def tidy_feed(data: bytes, charset: str | None = None) -> TidyFeed:
    """A feed in well-formed pieces.

    Args:
        data: the feed as it came.
        charset: the encoding that the server declared.

    Raises:
        UnreadableError: it is no XML that could be a feed.
    """
    text = decode_bytes(data, charset or declared_encoding(data)).text
    root = _parse(_XML_DECLARATION.sub("", text))
    if len(root.nsmap) > _MOST_NAMESPACES:
        raise UnreadableError("the feed declares more namespaces than any real one does")
    _resolve_entities(root)
    _bind_prefixes(root)
    found = [node for node in root.iter(etree.Element) if name_of(node) in _ENTRIES]
    shell = _make_shell(root)
    bare = etree.tostring(shell)
    sound = [node for node in found[:MOST_ENTRIES] if len(node.nsmap) <= _MOST_NAMESPACES]
    entries = tuple(_cut_out(shell, node) for node in sound)
    is_atom = etree.QName(root).namespace in _ATOM_SPACES
    return TidyFeed(bare, entries, max(0, len(found) - MOST_ENTRIES), is_atom)


def name_of(node: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _parse(markup: str) -> etree._Element:
    """The tree, strictly or, where that fails, with bare ampersands and open elements repaired."""
    for text, recover in ((markup, False), (_repair(markup), True)):
        parser = etree.XMLParser(
            recover=recover,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(text.encode("utf-8", "replace"), parser)
        except etree.XMLSyntaxError as error:
            reason = error.msg
            continue
        if root is not None:
            return root
        reason = "it has no elements"
    raise UnreadableError(f"the feed is broken ({reason}): open it in a browser to see")


def _repair(markup: str) -> str:
    parts = _CDATA.split(markup)
    parts[::2] = [_BARE_AMPERSAND.sub("&amp;", part) for part in parts[::2]]
    return "".join(parts)


def _resolve_entities(root: etree._Element) -> None:
    """Put in the signs that HTML's names stand for; any other entity is left out."""
    for node in list(root.iter(etree.Entity)):
        sign = html5.get(f"{node.name}", html5.get(f"{node.name};", ""))
        _append_before(node, sign + (node.tail or ""))
        parent = node.getparent()
        if parent is not None:
            node.tail = None
            parent.remove(node)


def _bind_prefixes(root: etree._Element) -> None:
    """Give the elements of a prefix that was never declared the namespace that is meant by it."""
    for node in root.iter(etree.Element):
        prefix, colon, name = node.tag.partition(":")
        if colon and not node.tag.startswith("{"):
            node.tag = f"{{{_PREFIXES.get(prefix, _UNKNOWN_SPACE)}}}{name}"
        if any(":" in key and not key.startswith("{") for key in node.attrib):
            node.attrib.clear()


def _append_before(node: etree._Element, text: str) -> None:
    before, parent = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def _make_shell(root: etree._Element) -> etree._Element:
    """The feed anew, with nothing in it but what says what it is called."""
    shell = _copy_empty(root)
    for child in root:
        if name_of(child) == "channel" and not _has_channel(shell):
            channel = _copy_empty(child)
            channel.extend(_copy_parts(child))
            shell.append(channel)
    shell.extend(_copy_parts(root))
    return shell


def _copy_empty(node: etree._Element) -> etree._Element:
    given = {name: node.get(name) for name in _FEED_ATTRIBUTES}
    attributes = {
        name: value for name, value in given.items() if value and len(value) < LONGEST_TEXT
    }
    return etree.Element(node.tag, attributes, node.nsmap)


def _copy_parts(node: etree._Element) -> list[etree._Element]:
    parts = [deepcopy(child) for child in node if name_of(child) in _FEED_PARTS][:_MOST_PARTS]
    for part in parts:
        _shorten(part)
    return parts


def _has_channel(shell: etree._Element) -> bool:
    return any(name_of(child) == "channel" for child in shell)


def _cut_out(shell: etree._Element, node: etree._Element) -> TidyEntry:
    """An entry by itself in the shell, at the place where it stood, without its source."""
    entry = deepcopy(node)
    entry.tail = None
    raw = etree.tostring(entry)
    # What stands in a source is of the feed that the entry was copied from, and never of the entry.
    sources = [child for child in entry if name_of(child) == "source"]
    authors = [child for child in entry if name_of(child) in _AUTHORS]
    for node_apart in (*sources, *authors):
        entry.remove(node_apart)
    _shorten(entry)
    parent = node.getparent()
    inside = parent is not None and name_of(parent) == "channel"
    home = next((c for c in shell if inside and name_of(c) == "channel"), shell)
    home.append(entry)
    alone = etree.tostring(shell)
    home.remove(entry)
    names = (_read_author(author) for author in authors[:_MOST_AUTHORS])
    return TidyEntry(raw, alone, sources[0] if sources else None, tuple(filter(None, names)))


def _read_author(author: etree._Element) -> str:
    """The name that an author is given, without the mail address that RSS puts before it."""
    named = next((child for child in author if name_of(child) == "name"), author)
    text = _MAIL.sub("", (named.text or "")[:LONGEST_NAME])
    return " ".join(text.split()).strip("()")


def _shorten(top: etree._Element) -> None:
    """Cut all but the text of an article: feedparser's patterns are slow on long strings."""
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if name_of(node) in _TEXTS:
            continue
        longest = LONGEST_NAME if name_of(node) in _NAMES else LONGEST_TEXT
        node.text = node.text[:longest] if node.text else None
        if node is not top:
            node.tail = node.tail[:longest] if node.tail else None
        if (
            len(node.attrib) > _MOST_PARTS
            or max(map(len, node.attrib.values()), default=0) > LONGEST_TEXT
        ):
            node.attrib.clear()
        waiting += node
