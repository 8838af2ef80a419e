"""Feeds: what is read of them, what their pages give, and what hostile ones cannot do."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from secondsource.article import Credit, Role
from secondsource.collect import Collected, CollectOptions, Rejected, collect
from secondsource.collect.feed import FeedRead, Remembered
from secondsource.collect.feed.entry import Entry, Feed, read_date
from secondsource.collect.feed.jsonfeed import read_json_feed
from secondsource.collect.feed.syndication import read_syndication
from secondsource.collect.page import Page, Stamp
from secondsource.errors import FetchError, UnreadableError
from tests.collect.feeds import HEAD, HOSTILE, WORDS, write_atom, write_json, write_rss
from tests.collect.pages import JSON_LD, make_page

FEED = f"{HEAD}/feed.xml"
STAMP = Stamp('"v1"', "Tue, 18 Feb 2025 09:12:00 GMT")
SOURCE = (
    '<source><title>Orig</title><link rel="self" href="https://orig.example/feed"/>'
    '<link href="https://orig.example/"/><updated>2020-01-01T00:00:00Z</updated>'
    "<author><name>Wrong</name></author></source>"
)


class Memory:
    """Remembers feeds for as long as a test lasts."""

    def __init__(self) -> None:
        self.reads: list[FeedRead] = []

    def recall(self, address: str) -> Remembered | None:
        """What the feed gave when it was asked last."""
        found = [read.remembered for read in self.reads if read.address == address]
        return next((each for each in reversed(found) if each), None)

    def note(self, read: FeedRead) -> None:
        """Take in what came of asking."""
        self.reads.append(read)


class Web:
    """The network of a test: pages by address; what is not there is not found."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        self.pages = dict(pages)
        self.asked: list[str] = []

    def fetch(self, address: str, options: CollectOptions) -> Page:
        """The page at an address."""
        self.asked.append(address)
        if options.since == STAMP:
            return Page(b"", None, None, address, unchanged=True)
        if address not in self.pages:
            raise FetchError(f"{address} answered 404")
        stamp = STAMP if address == FEED else None
        return Page(self.pages[address].encode(), None, "utf-8", address, stamp)


def gather(web: Web, memory: Memory | None = None, most: int = 100) -> list[Collected | Rejected]:
    """What the feed of a network gives."""
    return list(collect(FEED, CollectOptions(fetch=web.fetch, feeds=memory, max_entries=most)))


def link(name: str, more: str = "") -> str:
    """An RSS item that leads to a page."""
    return f"<title>{name}</title><link>{HEAD}/{name}</link>{more}"


def read_rss(item: str) -> Entry:
    """The one entry of an RSS feed."""
    (entry,) = read_syndication(write_rss(item).encode()).entries
    return entry


@pytest.mark.parametrize(
    ("item", "name", "value"),
    [
        ("<title>A &amp;amp; B <![CDATA[<b>bold</b>]]></title>", "title", "A & B bold"),
        ("<title>R&eacute;sum&eacute; &nbsp;x</title>", "title", "Résumé x"),
        (f"<link>{HEAD}/a?x=1&y=2</link>", "address", f"{HEAD}/a?x=1&y=2"),
        (f"<link><![CDATA[{HEAD}/a?x=1&y=2]]></link>", "address", f"{HEAD}/a?x=1&y=2"),
        (f'<guid isPermaLink="true">{HEAD}/g</guid>', "address", f"{HEAD}/g"),
        ('<guid isPermaLink="false">77</guid>', "address", None),
        ("<link>javascript:alert(1)</link>", "address", None),
        ("<link>file:///etc/passwd</link>", "address", None),
        ("<dc:creator>Mara Quill</dc:creator>", "byline", ("Mara Quill",)),
        ("<author>desk@quay.example (Bo Tide)</author>", "byline", ("Bo Tide",)),
        ("<author>desk@quay.example</author>", "byline", ()),
        (
            "<pubDate>Tue, 18 Feb 2025 09:12:00 +0100</pubDate>",
            "published",
            "2025-02-18T09:12:00+01:00",
        ),
        ("<dc:date>2025-02-18</dc:date>", "published", "2025-02-18"),
        ("<pubDate>soon</pubDate>", "published", None),
        ("<description>a b</description>", "content", "a b"),
        ("<title>x</title>", "language", "en"),
    ],
)
def test_what_an_rss_item_says(item: str, name: str, value: object) -> None:
    assert getattr(read_rss(item), name) == value


def read_atom(entry: str, attributes: str = "") -> Entry:
    """The one entry of an Atom feed."""
    (found,) = read_syndication(
        write_atom(entry, attributes=attributes).encode(), None, FEED
    ).entries
    return found


@pytest.mark.parametrize(
    ("entry", "name", "value"),
    [
        ('<link href="/one"/>', "address", f"{HEAD}/one"),
        ('<link rel="edit" href="/edit"/><link href="/one"/>', "address", f"{HEAD}/one"),
        ('<title type="html">A &lt;i&gt;b&lt;/i&gt;</title>', "title", "A b"),
        (
            "<published>2025-02-01T00:00:00+03:00</published>",
            "published",
            "2025-02-01T00:00:00+03:00",
        ),
        ("<updated>2025-02-02T00:00:00Z</updated>", "published", None),
        ("<updated>2025-02-02T00:00:00Z</updated>", "changed", "2025-02-02T00:00:00Z"),
        (
            "<author><name>Mara</name></author><author><name>Bo</name></author>",
            "byline",
            ("Mara", "Bo"),
        ),
        ("<title>x</title>", "language", "de"),
    ],
)
def test_what_an_atom_entry_says(entry: str, name: str, value: object) -> None:
    assert getattr(read_atom(entry), name) == value


def test_addresses_are_relative_to_their_base() -> None:
    found = read_atom('<link href="one"/>', 'xml:base="https://base.example/x/"')
    assert found.address == "https://base.example/x/one"


def test_nothing_of_a_source_is_taken_for_the_entry() -> None:
    entry = read_atom(f"<title>T</title>{SOURCE}")
    assert (entry.title, entry.byline, entry.published, entry.changed) == ("T", (), None, "")
    assert entry.origin is not None
    assert (entry.origin.name, entry.origin.address) == ("Orig", "https://orig.example/")


@pytest.mark.parametrize(
    ("source", "name", "address"),
    [
        (
            '<source url="https://orig.example/rss">Orig</source>',
            "Orig",
            "https://orig.example/rss",
        ),
        (
            '<source url="https://www.orig.example/rss"/>',
            "orig.example",
            "https://www.orig.example/rss",
        ),
        ("<dc:source>https://orig.example/a</dc:source>", "orig.example", "https://orig.example/a"),
        ("<dc:source>The Orig</dc:source>", "The Orig", None),
    ],
)
def test_the_source_of_an_rss_item(source: str, name: str, address: str | None) -> None:
    origin = read_rss(source).origin
    assert origin is not None
    assert (origin.name, origin.address) == (name, address)


def test_prefixes_that_were_never_declared_are_understood() -> None:
    (entry,) = read_syndication(
        b"<rss><channel><item><title>T</title><media:title>Wrong</media:title>"
        b"<dc:creator x:y='1'>Mara</dc:creator></item></channel></rss>"
    ).entries
    assert (entry.title, entry.byline) == ("T", ("Mara",))


def test_rss_1() -> None:
    feed = read_syndication(
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<channel><title>Q</title><items/></channel><item><title>Z</title>"
        b"<link>https://quay.example/z</link><dc:date>2025-02-02T10:00:00Z</dc:date></item></rdf:RDF>"
    )
    assert feed.title == "Q"
    assert [(e.address, e.published) for e in feed.entries] == [
        (f"{HEAD}/z", "2025-02-02T10:00:00Z")
    ]


def test_json_feed() -> None:
    item = {
        "url": f"{HEAD}/a",
        "title": "A <b>b</b>",
        "content_html": "<p>x</p>",
        "date_published": "2025-02-01T00:00:00Z",
        "authors": [{"name": "Mara"}, {"url": "x"}, 7],
    }
    feed = read_json_feed(write_json([item, 3], language="en-US").encode())
    (entry,) = feed.entries
    assert (feed.title, entry.title, entry.byline) == ("The Quay", "A b", ("Mara",))
    assert (entry.published, entry.language, entry.is_html) == ("2025-02-01T00:00:00Z", "en", True)


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2025-02-18", "2025-02-18"),
        ("Tue, 18 Feb 2025 09:12 GMT", "2025-02-18T09:12:00+00:00"),
        ("18 Feb 25 09:12:01 EST", "2025-02-18T09:12:01-05:00"),
        ("Tue, 99 Feb 2025 09:12 GMT", None),
        ("x" * 100, None),
        (None, None),
    ],
)
def test_dates(given: object, iso: str | None) -> None:
    assert read_date(given) == iso


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_feed_does_nothing_and_takes_no_time(name: str) -> None:
    data = HOSTILE[name].encode()
    read = read_json_feed if data.startswith(b"{") else read_syndication
    start = time.process_time()
    try:
        feed = read(data)
    except UnreadableError:
        feed = Feed("")
    assert time.process_time() - start < 5
    assert len(feed.entries) <= 1_000
    assert all(len(entry.title or "") <= 300 for entry in feed.entries)
    assert not any("root:" in (entry.title or "") for entry in feed.entries)


def test_each_entry_becomes_the_article_on_its_page() -> None:
    pages = {
        FEED: write_rss(link("a"), link("b")),
        f"{HEAD}/a": make_page(),
        f"{HEAD}/b": make_page(),
    }
    first, second = gather(Web(pages))
    assert isinstance(first, Collected)
    assert isinstance(second, Collected)
    assert (first.article.url, second.article.url) == (f"{HEAD}/a", f"{HEAD}/b")
    assert first.raw == make_page().encode()


def test_the_feed_fills_in_what_a_page_does_not_say() -> None:
    page = f"<html><body><article><p>{WORDS}</p></article></body></html>"
    more = "<dc:creator>Mara Quill</dc:creator><pubDate>Tue, 18 Feb 2025 09:12:00 GMT</pubDate>"
    (item,) = gather(Web({FEED: write_rss(link("a", more)), f"{HEAD}/a": page}))
    assert isinstance(item, Collected)
    article = item.article
    assert (article.byline, article.language) == (("Mara Quill",), "en")
    assert article.published == "2025-02-18T09:12:00+00:00"
    assert article.id == article.with_id().id


def test_what_the_page_says_goes_before_the_feed() -> None:
    more = "<pubDate>Tue, 18 Feb 1997 09:12:00 GMT</pubDate><dc:creator>Wrong</dc:creator>"
    page = make_page(f'<script type="application/ld+json">{JSON_LD}</script>')
    web = Web({FEED: write_rss(link("a", more)), f"{HEAD}/a": page})
    (item,) = gather(web)
    (alone,) = collect(f"{HEAD}/a", CollectOptions(fetch=web.fetch))
    assert item == alone


@pytest.mark.parametrize(
    ("source", "credited"),
    [
        ("https://orig.example/rss", True),
        ("https://www.quay.example/rss", False),  # a collection of links names the page's outlet
    ],
)
def test_the_origin_of_a_copied_entry_is_credited(source: str, credited: bool) -> None:
    item = link("a", f'<source url="{source}">Orig</source>')
    (found,) = gather(Web({FEED: write_rss(item), f"{HEAD}/a": make_page()}))
    assert isinstance(found, Collected)
    credit = Credit(Role.REPUBLISHED_FROM, "Orig", source)
    assert (credit in found.article.credits) is credited


FULL = (
    f"<content:encoded><![CDATA[<p>One.</p><p>{WORDS}<br>Last <a href='/x'>line</a></p>]]>"
    "</content:encoded>"
)


def test_an_entry_whose_page_is_gone_is_kept_from_the_feed_and_that_is_said() -> None:
    memory = Memory()
    (item,) = gather(Web({FEED: write_rss(link("a", FULL))}), memory)
    assert isinstance(item, Collected)
    assert item.article.text == f"One.\n{WORDS}\nLast line"
    assert item.article.url == f"{HEAD}/a"
    assert item.source == f"{HEAD}/a (as {FEED} gives it: {HEAD}/a answered 404)"
    assert item.media_type == "application/xml"
    assert b"<item" in item.raw
    assert [kept.source for kept in memory.reads[0].from_feed] == [f"{HEAD}/a"]


def test_a_broken_address_does_not_end_the_feed() -> None:
    items = [{"url": "http://[half", "content_text": WORDS}, {"url": f"{HEAD}/a"}]
    pages = {FEED: write_json(items, home_page_url="http://[half"), f"{HEAD}/a": make_page()}
    kept, fetched = gather(Web(pages))
    assert isinstance(kept, Collected)
    assert kept.article.text == WORDS
    assert isinstance(fetched, Collected)


def test_a_summary_is_not_taken_for_the_article() -> None:
    (item,) = gather(Web({FEED: write_rss(link("a", "<description>Short.</description>"))}))
    assert isinstance(item, Rejected)
    assert "answered 404 (the feed has no full text of it)" in item.reason


def test_asking_again_is_cheap() -> None:
    web, memory = Web({FEED: write_rss(link("a")), f"{HEAD}/a": make_page()}), Memory()
    assert len(gather(web, memory)) == 1
    assert gather(web, memory) == []
    assert web.asked == [FEED, f"{HEAD}/a", FEED]
    assert memory.reads[-1].unchanged


def test_only_new_and_changed_entries_are_fetched() -> None:
    pages = {f"{HEAD}/{name}": make_page() for name in "abc"}
    web, memory = Web({FEED: write_rss(link("a"), link("b")), **pages}), Memory()
    gather(web, memory)
    memory.reads[0] = FeedRead(FEED, remembered=Remembered(None, memory.recall(FEED).entries))  # type: ignore[union-attr]
    newer = "<dc:date>2025-03-01</dc:date>"
    web.pages[FEED] = write_rss(link("a", newer), link("b"), link("c"))
    web.asked.clear()
    gather(web, memory)
    assert web.asked == [FEED, f"{HEAD}/a", f"{HEAD}/c"]
    assert (memory.reads[-1].entries, memory.reads[-1].known) == (3, 1)


def test_a_feed_that_is_not_done_with_is_asked_in_full_again() -> None:
    pages = {f"{HEAD}/{name}": make_page() for name in "ab"}
    web, memory = Web({FEED: write_rss(link("a"), link("b"), link("gone")), **pages}), Memory()
    assert len(gather(web, memory, most=1)) == 1
    assert memory.reads[-1].left_out == 2
    assert len(gather(web, memory, most=1)) == 1
    (gone,) = gather(web, memory, most=1)
    assert isinstance(gone, Rejected)
    assert memory.recall(FEED) == Remembered(None, memory.recall(FEED).entries)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (write_rss(), "the feed has no entries"),
        ("<rss", "the feed has no entries"),
        ("<rss ><a" + " b" * 10, "the feed has no entries"),
        ('{"version": "https://jsonfeed.org/version/1"}', 'no "items"'),
    ],
)
def test_a_bad_feed_is_one_line(feed: str, reason: str) -> None:
    (item,) = gather(Web({FEED: feed}))
    assert isinstance(item, Rejected)
    assert item.source == FEED
    assert reason in item.reason
    assert "\n" not in item.reason


def test_an_entry_that_leads_to_a_feed_is_not_followed() -> None:
    (item,) = gather(Web({FEED: write_rss(link("a")), f"{HEAD}/a": write_rss(link("b"))}))
    assert isinstance(item, Rejected)
    assert "it is a feed, not an article" in item.reason


def test_a_feed_in_a_file_is_read_by_its_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(write_rss(link("a")))
    options = CollectOptions(fetch=Web({f"{HEAD}/a": make_page()}).fetch)
    (item,) = collect(path, options)
    assert isinstance(item, Collected)
    (item,) = collect(tmp_path, options)
    assert isinstance(item, Rejected)
    assert "add it by its name" in item.reason
