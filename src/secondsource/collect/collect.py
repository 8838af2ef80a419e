"""Collecting: from a path, a folder or an address to articles, one at a time.

A bad item becomes a `Rejected` with its reason, and the rest goes on.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.addresses import hide_user
from secondsource.article import Article
from secondsource.collect.assemble import complete_article
from secondsource.collect.feed.memory import FeedRead
from secondsource.collect.fetching.url import fetch_page, is_web_address
from secondsource.collect.folder import walk_folder
from secondsource.collect.formats.code_pages import write_head
from secondsource.collect.formats.jsonl import read_line, split_lines
from secondsource.collect.formats.sniff import WEB_ARCHIVES, MediaType, name_type
from secondsource.collect.formats.text import read_text
from secondsource.collect.item import Collected, Rejected
from secondsource.collect.options import CollectOptions
from secondsource.collect.page import Page
from secondsource.errors import CollectError, FetchError, UnreadableError
from secondsource.files import NO_ROOM

if TYPE_CHECKING:
    from secondsource.collect.formats.warc import Capture

HEAD = 4096


def collect(
    source: str | Path, options: CollectOptions | None = None
) -> Iterator[Collected | Rejected]:
    """The articles found at a path, in a folder or at an address, one at a time.

    Args:
        source: a file (HTML, plain text, PDF, JSONL, WARC, WACZ), a folder of these, an http(s)
            address, or a feed (RSS, Atom, JSON Feed) at an address or in a file, whose entries are
            fetched.
        options: limits; the defaults when None.

    Returns:
        For each item, in sorted order, what was collected or why it was rejected.
    """
    options = options or CollectOptions()
    if isinstance(source, str) and is_web_address(source):
        return _guard(hide_user(source), lambda: _read_address(source, options))
    if not str(source).strip():
        return iter((Rejected('""', "the name is empty: give a file, a folder or an address"),))
    return _guard(str(source), lambda: _collect_path(Path(source), options))


def collect_all(
    sources: list[str], options: CollectOptions | None = None
) -> Iterator[Collected | Rejected]:
    """The articles of several sources, one source after the other."""
    return chain.from_iterable(collect(source, options) for source in sources)


def read_bytes(
    data: bytes, media_type: MediaType, charset: str | None = None, url: str | None = None
) -> Article:
    """The complete article in the bytes of one file or page.

    Args:
        data: the whole file.
        media_type: what the bytes are; `sniff.name_type` tells.
        charset: the encoding that a server declared, if any.
        url: the address the bytes came from, if any.

    Raises:
        UnreadableError: no article could be read from them.
    """
    if not data.strip():
        raise UnreadableError("the file is empty: give one with an article in it")
    article = _read_format(data, media_type, charset, url)
    return complete_article(article, data)


def read_again(raw: bytes, media_type: MediaType, url: str | None) -> Article | Rejected:
    """The article in bytes that were kept, as this version of the program reads them.

    Args:
        raw: a whole file or page, or one line of JSONL.
        media_type: what the bytes are.
        url: the address they came from, if any.

    Returns:
        The article, or why there is none.
    """

    def read() -> Iterator[Collected | Rejected]:
        if media_type is MediaType.JSONL:
            yield from _read_jsonl_line(url or "", raw, len(raw))
        else:
            yield Collected(read_bytes(raw, media_type, None, url), raw, media_type.value, "")

    (item,) = _guard(url or "", read)
    return item.article if isinstance(item, Collected) else item


def _read_format(
    data: bytes, media_type: MediaType, charset: str | None, url: str | None
) -> Article:
    # HTML and PDF are read by large libraries: they are loaded when the first one comes, so
    # that JSONL and plain text do not wait for them.
    if media_type is MediaType.HTML:
        from secondsource.collect.formats.html import read_html

        return read_html(data, charset, url)
    if media_type is MediaType.PDF:
        from secondsource.collect.formats.pdf import read_pdf

        return replace(read_pdf(data), url=url)
    if media_type is MediaType.JSONL:
        raise UnreadableError("an address with JSONL is not read: save it as a .jsonl file")
    if media_type in WEB_ARCHIVES:
        raise UnreadableError("an address with a web archive is not read: save it as a file")
    if media_type is MediaType.FEED:
        raise UnreadableError("it is a feed, not an article: add it to an archive by its address")
    return replace(read_text(data, charset), url=url)


def _say(error: OSError) -> str:
    """Why an item was not read; readers need room, too, for what they load."""
    said = error.strerror or error
    if error.errno in NO_ROOM:
        return f"is not read, as no room is left for it ({said}): free some space and add it again"
    return f"cannot be read ({said}): check path and rights"


def _guard(
    source: str, read: Callable[[], Iterator[Collected | Rejected]]
) -> Iterator[Collected | Rejected]:
    """What `read` yields, with an error that ends it turned into a rejected item.

    This is the one place where collecting passes from item to item, and so the one that
    catches everything: a page that breaks a library must not end the batch.
    """
    try:
        yield from read()
    except CollectError as error:
        yield Rejected(source, str(error))
    except OSError as error:
        yield Rejected(source, _say(error))
    except Exception as error:  # noqa: BLE001
        kind = type(error).__name__
        yield Rejected(source, f"its reader failed ({kind}: {error}): report this with the file")


def _collect_path(path: Path, options: CollectOptions) -> Iterator[Collected | Rejected]:
    if path.is_dir():
        for entry in walk_folder(path):
            if isinstance(entry, Rejected):
                yield entry
            else:
                yield from _guard(str(entry), partial(_read_file, entry, options, named=False))
    else:
        yield from _guard(str(path), partial(_read_file, path, options, named=True))


def _read_file(
    path: Path, options: CollectOptions, *, named: bool
) -> Iterator[Collected | Rejected]:
    if not path.exists():
        raise UnreadableError(
            "there is no such file or folder: check the path; an address begins with https://"
        )
    if not path.is_file():
        raise UnreadableError("it is not a regular file: give a file, a folder or an address")
    with path.open("rb") as stream:
        media_type = name_type(stream.read(HEAD), path.suffix)
    if media_type is MediaType.JSONL:
        yield from _read_jsonl(path, options)
        return
    if media_type in WEB_ARCHIVES:
        yield from _read_web_archive(path, media_type, options)
        return
    data = _read_whole(path, options)
    if media_type is not MediaType.FEED:
        yield Collected(read_bytes(data, media_type), data, media_type.value, str(path))
    elif named:
        yield from _read_feed(Page(data, None, None, ""), str(path), options)
    else:
        raise UnreadableError("it is a feed, and a folder has nothing fetched: add it by its name")


def _read_whole(path: Path, options: CollectOptions) -> bytes:
    size = path.stat().st_size
    if size > options.max_bytes:
        raise UnreadableError(
            f"the file has {size:,} bytes, more than the {options.max_bytes:,} allowed: "
            "cut it into articles"
        )
    return path.read_bytes()


def _read_jsonl(path: Path, options: CollectOptions) -> Iterator[Collected | Rejected]:
    with path.open("rb") as stream:
        head, found = stream.read(HEAD), False
        if write_head(head) != head:
            raise UnreadableError("the file is in UTF-16: save it in UTF-8")
        stream.seek(0)
        for number, line in split_lines(stream, options.max_bytes):
            found = True
            source = f"{path}:{number}"
            yield from _guard(source, partial(_read_jsonl_line, source, line, options.max_bytes))
    if not found:
        raise UnreadableError("the file is empty: give one JSON object a line")


def _read_web_archive(
    path: Path, media_type: MediaType, options: CollectOptions
) -> Iterator[Collected | Rejected]:
    from secondsource.collect.formats.warc import (
        read_captures,  # loads FastWARC, which few sources need
    )

    found = False
    for capture in read_captures(path, media_type, options.max_bytes):
        found = True
        source = f"{path}: {hide_user(capture.url)} ({capture.captured})"
        yield from _guard(source, partial(_read_capture, source, capture, options.max_bytes))
    if not found:
        raise UnreadableError("the web archive holds no page: look whether its crawl went well")


def _read_capture(source: str, capture: "Capture", limit: int) -> Iterator[Collected]:
    if capture.data is None:
        raise UnreadableError(f"the page has more than {limit:,} bytes: save the article as text")
    article = read_bytes(capture.data, capture.media_type, capture.charset, capture.url)
    yield Collected(article, capture.data, capture.media_type.value, source)


def _read_jsonl_line(source: str, line: bytes | None, limit: int) -> Iterator[Collected]:
    if line is None:
        raise UnreadableError(f"the line has more than {limit:,} bytes: cut the article")
    if not line.strip():
        raise UnreadableError("the line is empty: remove it or give one JSON object")
    article = complete_article(read_line(line), line)
    yield Collected(article, line, MediaType.JSONL.value, source)


def _read_address(address: str, options: CollectOptions) -> Iterator[Collected | Rejected]:
    """The article at an address; or, where that is a feed, those that it leads to."""
    shown = hide_user(address)
    known = options.feeds.recall(shown) if options.feeds else None
    page = _fetch(address, replace(options, since=known.stamp if known else None))
    if page.unchanged and options.feeds:
        options.feeds.note(FeedRead(shown, unchanged=True))
    elif _name_page_type(page) is MediaType.FEED:
        yield from _read_feed(page, shown, options)
    else:
        yield _read_page(page, shown)


def _read_feed(page: Page, source: str, options: CollectOptions) -> Iterator[Collected | Rejected]:
    from secondsource.collect.feed.gather import collect_feed

    def read_page(address: str) -> Collected | Rejected:
        read = partial(_fetch, address, replace(options, since=None))
        shown = hide_user(address)
        return next(_guard(shown, lambda: iter([_read_page(read(), shown)])))

    return collect_feed(page, source, options, read_page)


def _fetch(address: str, options: CollectOptions) -> Page:
    page = (options.fetch or fetch_page)(address, options)
    if not page.data.strip() and not page.unchanged:
        shown = hide_user(address)
        raise FetchError(f"{shown} answered with an empty page: open it in a browser")
    return page


def _name_page_type(page: Page) -> MediaType:
    return name_type(page.data[:HEAD], "", page.media_type)


def _read_page(page: Page, address: str) -> Collected:
    media_type = _name_page_type(page)
    article = read_bytes(page.data, media_type, page.charset, page.url)
    return Collected(article, page.data, media_type.value, address)
