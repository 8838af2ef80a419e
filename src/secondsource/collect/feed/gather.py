"""The articles of a feed: each entry's page is fetched and read as any other.

What the page does not say of itself, its date, outlet, authors, is taken from the feed. Where the
page cannot be read and the feed has the whole text, that text is kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from secondsource.addresses import hide_user
from secondsource.article import Article, Credit, Link, Role
from secondsource.collect.assemble import complete_article, hide_users, merge_credits
from secondsource.collect.feed.entry import Entry, Feed
from secondsource.collect.feed.fragment import parse_fragment, write_text
from secondsource.collect.feed.jsonfeed import read_json_feed
from secondsource.collect.feed.memory import FeedRead, Remembered
from secondsource.collect.feed.syndication import read_syndication
from secondsource.collect.formats.html import find_links
from secondsource.collect.item import Collected, Rejected
from secondsource.collect.options import CollectOptions
from secondsource.collect.page import Page
from secondsource.errors import UnreadableError

_FULL_TEXT_WORDS = 100
"""From so many words on the text in a feed is taken for a whole article: set by hand, for the
summaries of the press have 20 to 60."""

ReadPage = Callable[[str], Collected | Rejected]


def collect_feed(
    page: Page, source: str, options: CollectOptions, read_page: ReadPage
) -> Iterator[Collected | Rejected]:
    """The articles that a feed leads to, those left out that it gave when it was asked before.

    Args:
        page: the feed as it came; its address is "" for a file.
        source: the address or path that was given for it.
        options: how many are fetched, and what remembers the feed.
        read_page: fetches and reads the page at an address.

    Raises:
        UnreadableError: it is no feed that can be read.
    """
    base = page.url or None
    is_json = page.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    read = read_json_feed if is_json else read_syndication
    feed = read(page.data, page.charset, base)
    if not feed.entries:
        raise UnreadableError("the feed has no entries: it may be empty now, or be no feed")
    before = options.feeds.recall(source) if options.feeds else None
    asking = _Asking(feed, source, before or Remembered())
    yield from asking.collect(options.max_entries, read_page)
    if options.feeds:
        options.feeds.note(asking.sum_up(page))


@dataclass(slots=True)
class _Asking:
    """One asking of a feed, as it goes."""

    feed: Feed
    source: str
    before: Remembered
    left_out: int = 0
    given: set[str] = field(default_factory=set)
    from_feed: list[Rejected] = field(default_factory=list)

    def collect(self, most: int, read_page: ReadPage) -> Iterator[Collected | Rejected]:
        """What each new entry gives, as many as are fetched at a time."""
        fresh = [entry for entry in self.feed.entries if entry.key not in self.before.entries]
        self.left_out = self.feed.left_out + len(fresh[most:])
        for entry in fresh[:most]:
            item = self._read(entry, read_page)
            if isinstance(item, Collected):
                self.given.add(entry.key)
            yield item

    def sum_up(self, page: Page) -> FeedRead:
        """What came of it; the feed's stamp is remembered only where nothing is left to fetch."""
        keys = {entry.key for entry in self.feed.entries}
        known = keys & self.before.entries
        is_whole = keys <= self.given | known and not self.left_out
        return FeedRead(
            address=self.source,
            title=self.feed.title,
            entries=len(self.feed.entries) + self.feed.left_out,
            known=len(known),
            left_out=self.left_out,
            from_feed=tuple(self.from_feed),
            remembered=Remembered(page.stamp if is_whole else None, frozenset(self.given | known)),
        )

    def _read(self, entry: Entry, read_page: ReadPage) -> Collected | Rejected:
        name = (
            hide_user(entry.address or "")
            or f"{self.source}: {entry.title or 'an entry without a title'}"
        )
        item: Collected | Rejected = Rejected(name, "the entry has no address")
        if entry.address:
            item = read_page(entry.address)
        if isinstance(item, Collected):
            return replace(item, article=fill_in(item.article, entry, self.feed))
        return self._keep_text(entry, item)

    def _keep_text(self, entry: Entry, failed: Rejected) -> Collected | Rejected:
        """The text that the feed itself has of an entry, if that is the whole article."""
        try:
            article = read_content(entry)
            whole = complete_article(article, entry.raw) if article else None
        except UnreadableError:
            whole = None
        if whole is None:
            return Rejected(failed.source, f"{failed.reason} (the feed has no full text of it)")
        self.from_feed.append(failed)
        said = f"{failed.source} (as {self.source} gives it: {failed.reason})"
        filled = fill_in(whole, entry, self.feed)
        return Collected(filled, entry.raw, self.feed.media_type, said)


def read_content(entry: Entry) -> Article | None:
    """The article in a feed's own text of an entry; None where that is only a summary.

    Raises:
        UnreadableError: its HTML cannot be read.
    """
    text, links = entry.content.strip(), tuple[Link, ...]()
    if entry.is_html:
        tree = parse_fragment(entry.content)
        text = write_text(tree)
        links = tuple(find_links(tree, text, entry.address))
    if len(text.split()) < _FULL_TEXT_WORDS:
        return None
    return Article(id="", text=text, url=entry.address, links=links, title=entry.title)


def fill_in(article: Article, entry: Entry, feed: Feed) -> Article:
    """The article with what its page did not say and the feed does, and with its origin."""
    credits = _credit_origin(article, entry, feed)
    filled = replace(
        article,
        title=article.title or entry.title,
        outlet=article.outlet or _find_outlet(entry, feed),
        byline=article.byline or entry.byline,
        published=article.published or entry.published,
        language=article.language or entry.language,
        credits=merge_credits(article.credits, credits),
    )
    filled = hide_users(filled)
    return article if filled == article else filled.with_id()


def _find_outlet(entry: Entry, feed: Feed) -> str | None:
    """The feed's name where the entry is of its own site, or nothing tells otherwise."""
    if entry.address is None or _host(entry.address) == _host(feed.home):
        return feed.title
    if entry.origin is not None and _host(entry.origin.address) == _host(entry.address):
        return entry.origin.name
    return None


def _credit_origin(article: Article, entry: Entry, feed: Feed) -> tuple[Credit, ...]:
    """Who the entry says it was copied from; nothing where that is the outlet of the page itself.

    Collections of links name as source the very outlet that they link to.
    """
    origin = entry.origin
    if origin is None:
        return ()
    own = {_host(each) for each in (article.url, entry.address) if each}
    is_own = _host(origin.address) in own or origin.name in (article.outlet, feed.title)
    return () if is_own else (Credit(Role.REPUBLISHED_FROM, origin.name, url=origin.address),)


def _host(address: str | None) -> str | None:
    """The host of an address without its "www."; None also where the address is a broken one."""
    try:
        host = urlsplit(address).hostname if address else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
