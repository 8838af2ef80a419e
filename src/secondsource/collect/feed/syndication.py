"""RSS and Atom, in the many forms in which they are written: read by feedparser."""

import io
from urllib.parse import urljoin, urlsplit

import feedparser
from feedparser.util import FeedParserDict
from lxml import etree

from secondsource.collect.feed.entry import Entry, Feed, Origin, read_date, read_moment
from secondsource.collect.feed.fragment import read_line_of
from secondsource.collect.feed.tidy import LONGEST_TEXT, TidyEntry, name_of, tidy_feed
from secondsource.collect.formats.text import make_storable

_MEDIA_TYPE = "application/xml"


def read_syndication(data: bytes, charset: str | None = None, base: str | None = None) -> Feed:
    """The feed in an RSS or Atom document.

    Args:
        data: the document as it came.
        charset: the encoding that the server declared.
        base: the address it came from, to complete relative addresses.

    Raises:
        UnreadableError: it is no XML.
    """
    tidy = tidy_feed(data, charset)
    about = _parse(tidy.bare, base).feed
    entries = (_read_entry(entry, base, about, is_atom=tidy.is_atom) for entry in tidy.entries)
    return Feed(
        _MEDIA_TYPE,
        title=read_line_of(_text(about, "title")) or None,
        home=_absolute(_text(about, "link"), base),
        entries=tuple(entry for entry in entries if entry is not None),
        left_out=tidy.left_out,
    )


def _parse(document: bytes, base: str | None) -> FeedParserDict:
    """What feedparser reads: nothing is fetched, and no HTML touched, which it does slowly."""
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base or ""}
    return feedparser.parse(
        io.BytesIO(document),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _read_entry(
    tidy: TidyEntry, base: str | None, about: FeedParserDict, *, is_atom: bool
) -> Entry | None:
    found = _parse(tidy.alone, base).entries
    if len(found) != 1:
        return None
    entry = found[0]
    content, is_html, language = _choose_content(entry)
    published = _read_when(entry, "published")
    updated = _read_when(entry, "updated")
    return Entry(
        raw=tidy.raw,
        address=_absolute(_text(entry, "link"), base),
        title=read_line_of(_text(entry, "title")) or None,
        byline=tuple(filter(None, map(read_line_of, tidy.authors))),
        # Only Atom tells the two apart: elsewhere the one date, `dc:date`, is that of publication.
        published=published or (None if is_atom else updated),
        changed=updated or published or "",
        language=language or _code(_text(about, "language")),
        content=content,
        is_html=is_html,
        origin=_read_origin(tidy.source, base),
    )


def _text(found: FeedParserDict, name: str) -> str:
    value = found.get(name) if name in found else None
    return make_storable(value.strip()) if isinstance(value, str) else ""


def _read_when(entry: FeedParserDict, name: str) -> str | None:
    """A date as the feed wrote it, or as feedparser understood it."""
    if name not in entry:
        return None
    return read_date(entry[name]) or read_moment(entry.get(f"{name}_parsed"))


def _choose_content(entry: FeedParserDict) -> tuple[str, bool, str | None]:
    """The longest text that is given, whether it is HTML, and its language."""
    given = [*(entry.get("content") or []), entry.get("summary_detail") or {}]
    best = max(given, key=lambda each: len(each.get("value") or ""))
    value = best.get("value")
    is_html = best.get("type") != "text/plain"
    text = make_storable(value) if isinstance(value, str) else ""
    return text, is_html, _code(best.get("language"))


def _code(value: object) -> str | None:
    """The ISO 639-1 code in a language tag such as en-GB."""
    code = value.replace("_", "-").partition("-")[0].lower() if isinstance(value, str) else ""
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None


def _read_origin(source: etree._Element | None, base: str | None) -> Origin | None:
    """The feed that an entry was copied from: RSS and Dublin Core name it, Atom quotes its head."""
    if source is None:
        return None
    named = next((c.text for c in source if name_of(c) == "title"), None)
    linked = [
        c for c in source if name_of(c) == "link" and c.get("rel", "alternate") == "alternate"
    ]
    address = source.get("url") or next((c.get("href") or c.text for c in linked), None)
    text = named or (source.text or "").strip()
    if not address and text.startswith(("http://", "https://")):
        address = text
    absolute = _absolute(address, base)
    host = urlsplit(absolute).hostname if absolute else None
    own = "" if text == address else read_line_of(make_storable(text[:LONGEST_TEXT]))
    name = own or (host or "").removeprefix("www.")
    return Origin(name, absolute) if name else None


def _absolute(address: str | None, base: str | None) -> str | None:
    """The complete http(s) address, or None."""
    try:
        joined = urljoin(base or "", (address or "").strip()[:LONGEST_TEXT])
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname else None
