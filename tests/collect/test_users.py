"""A name and password in an address are kept nowhere, whichever way the address comes in."""

import json
from pathlib import Path

import pytest

from secondsource.addresses import hide_user
from secondsource.collect import Collected, CollectOptions, Rejected, collect
from secondsource.collect.page import Page
from secondsource.errors import FetchError
from tests.collect.captures import make_response
from tests.collect.feeds import WORDS, write_atom, write_json, write_rss
from tests.collect.pages import PARAGRAPHS, make_page

HOST = "ann:hunter2@quay.example"
LINKED = f"https://{HOST}/linked"
PAGE = make_page(
    f'<link rel="canonical" href="https://{HOST}/canonical">'
    f'<meta property="og:url" content="https://{HOST}/og">'
    '<script type="application/ld+json">{"@type": "NewsArticle", '
    f'"isBasedOn": "https://{HOST}/original", "translationOfWork": "ftp://{HOST}/other"}}</script>',
    f'<p>{PARAGRAPHS[0]} See <a href="{LINKED}">the minutes</a>.</p>' + "<p>Boats.</p>" * 3,
)
LINE = {
    "text": PARAGRAPHS[0],
    "url": f"https://{HOST}/a",
    "canonical": f"https://{HOST}/b",
    "links": [{"url": LINKED}],
    "credits": [{"role": "wire", "name": "Tide", "url": f"https://{HOST}/c"}],
}
ITEM = f"<title>A</title><link>https://{HOST}/item</link>"
SOURCE = f'<source url="https://{HOST}/feed">Other</source><description>{WORDS * 2}</description>'
WRITTEN = {
    "crawl.warc": make_response(f"http://{HOST}/page", PAGE.encode()),
    "short.warc": make_response(f"http://{HOST}/page", b"<html><body></body></html>"),
    "page.html": PAGE.encode(),
    "line.jsonl": json.dumps(LINE).encode(),
    "feed.xml": write_rss(f"{ITEM}{SOURCE}").encode(),
    "summary.xml": write_rss(ITEM).encode(),
    "atom.xml": write_atom(
        f'<title>A</title><link href="https://{HOST}/item"/><content>{WORDS * 2}</content>'
    ).encode(),
    "feed.json": write_json([{"url": f"https://{HOST}/item", "content_text": WORDS * 2}]).encode(),
}


def refuse(address: str, _options: CollectOptions) -> Page:
    """No page answers."""
    raise FetchError(f"{hide_user(address)} answered 404")


def serve(address: str, _options: CollectOptions) -> Page:
    """Every address leads to the page."""
    return Page(PAGE.encode(), "text/html", "utf-8", address)


@pytest.mark.parametrize("fetch", [refuse, serve])
@pytest.mark.parametrize("name", WRITTEN)
def test_from_a_file(tmp_path: Path, name: str, fetch: object) -> None:
    path = tmp_path / name
    path.write_bytes(WRITTEN[name])
    (item,) = collect(path, CollectOptions(fetch=fetch))  # type: ignore[arg-type]
    assert "hunter2" not in say(item)


def test_from_an_address() -> None:
    (item,) = collect(f"https://{HOST}/given", CollectOptions(fetch=serve))
    assert isinstance(item, Collected)
    assert item.article.url == "https://quay.example/given"
    assert [link.url for link in item.article.links] == ["https://quay.example/linked"]
    assert "hunter2" not in say(item)


def say(item: Collected | Rejected) -> str:
    """All that is kept and shown of an item but its bytes."""
    return f"{item.source} {item.article if isinstance(item, Collected) else item.reason}"
