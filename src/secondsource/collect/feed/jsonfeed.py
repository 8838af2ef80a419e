"""JSON Feed (https://jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterator, Mapping

from secondsource.collect.feed.entry import MOST_ENTRIES, Entry, Feed, read_date
from secondsource.collect.feed.fragment import read_line_of
from secondsource.collect.formats.text import make_storable
from secondsource.errors import UnreadableError

_MEDIA_TYPE = "application/feed+json"
_MOST_AUTHORS = 20


def read_json_feed(data: bytes, _charset: str | None = None, base: str | None = None) -> Feed:
    """The feed in a JSON Feed document.

    Args:
        data: the document; JSON is UTF-8 whatever a server says.
        base: the address it came from.

    Raises:
        UnreadableError: it is not JSON, or not such a feed.
    """
    record = _parse(data)
    items = record.get("items")
    if not isinstance(items, list):
        raise UnreadableError('the JSON feed has no "items": it is broken or none')
    language = record.get("language")
    found = [item for item in items if isinstance(item, dict)]
    return Feed(
        _MEDIA_TYPE,
        title=read_line_of(_string(record, "title")) or None,
        home=_address(record, "home_page_url") or base,
        entries=tuple(_read_item(item, language) for item in found[:MOST_ENTRIES]),
        left_out=max(0, len(found) - MOST_ENTRIES),
    )


def _parse(data: bytes) -> Mapping[str, object]:
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise UnreadableError("the JSON feed is nested too deeply") from error
    except ValueError as error:
        raise UnreadableError(f"the JSON feed is broken ({error}): open it in a browser") from error
    if not isinstance(record, dict):
        raise UnreadableError("the JSON feed is no object")
    return record


def _read_item(item: Mapping[str, object], feed_language: object) -> Entry:
    text, markup = _string(item, "content_text"), _string(item, "content_html")
    given = item.get("language") or feed_language
    language = given.partition("-")[0].lower() if isinstance(given, str) else ""
    return Entry(
        raw=json.dumps(item, ensure_ascii=False).encode("utf-8", "replace"),
        address=_address(item, "url") or _address(item, "external_url"),
        title=read_line_of(_string(item, "title")) or None,
        byline=tuple(_list_authors(item)),
        published=read_date(item.get("date_published")),
        changed=_string(item, "date_modified") or _string(item, "date_published"),
        language=language if language.isalpha() and len(language) in (2, 3) else None,
        content=markup or text,
        is_html=bool(markup),
    )


def _list_authors(item: Mapping[str, object]) -> Iterator[str]:
    authors = item.get("authors")
    given = authors if isinstance(authors, list) else [item.get("author")]
    for author in given[:_MOST_AUTHORS]:
        name = read_line_of(_string(author, "name")) if isinstance(author, dict) else ""
        if name:
            yield name


def _string(record: Mapping[str, object], name: str) -> str:
    value = record.get(name)
    return make_storable(value.strip()) if isinstance(value, str) else ""


def _address(record: Mapping[str, object], name: str) -> str | None:
    value = _string(record, name)
    return value if value.startswith(("http://", "https://")) and len(value) <= 2_000 else None
