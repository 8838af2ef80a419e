"""Feeds for tests: small ones of each format, and hostile ones."""

import json
from collections.abc import Iterable

HEAD = "https://quay.example"
WORDS = " ".join(f"The ferry left the pier on day {number}." for number in range(30))


def write_rss(*items: str, title: str = "The Quay") -> str:
    """An RSS 2.0 feed with these items."""
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {spaces}><channel>'
        f"<title>{title}</title><link>{HEAD}/</link><language>en-gb</language>"
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    )


def write_atom(*entries: str, attributes: str = "") -> str:
    """An Atom feed with these entries."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" {attributes}>'
        f'<title>The Quay</title><link href="{HEAD}/"/><updated>2025-01-01T00:00:00Z</updated>'
        + "".join(f"<entry>{entry}</entry>" for entry in entries)
        + "</feed>"
    )


def write_json(items: Iterable[object], **more: object) -> str:
    """A JSON Feed with these items."""
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "The Quay",
            "home_page_url": f"{HEAD}/",
            "items": list(items),
            **more,
        }
    )


def _laughs() -> str:
    """Ten entities, each ten times the one before: a gigabyte when they are put in."""
    entities = "".join(f"<!ENTITY l{n} '" + f"&l{n - 1};" * 10 + "'>" for n in range(1, 10))
    item = f"<title>&l9;</title><link>{HEAD}/laugh</link>"
    return f'<!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]>' + write_rss(item).partition("\n")[2]


HOSTILE = {
    "billion laughs": _laughs(),
    "a file of this machine": (
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + write_rss(f"<title>a &x; b</title><link>{HEAD}/x</link>").partition("\n")[2]
    ),
    "a list of entities from elsewhere": (
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'
        + write_rss(f"<title>a</title><link>{HEAD}/x</link>").partition("\n")[2]
    ),
    "nested a thousand deep": "<rss><channel><item>" + "<a>" * 1000,
    "an author that is slow to read": write_rss(
        f"<title>a</title><link>{HEAD}/x</link><author>a@{'a.' * 100_000}</author>"
    ),
    "a title of megabytes": write_rss(f"<title>{'<' * 9}{'&lt;a ' * 1_000_000}</title>"),
    "tags that never end": write_rss(
        f"<link>{HEAD}/x</link><description>{'&lt;a &lt;' * 200_000}</description>"
    ),
    "ten thousand entries": write_rss(*["<title>a</title>"] * 10_000),
    "a hundred thousand attributes": "<rss " + " ".join(f"a{n}='1'" for n in range(100_000)) + "/>",
    "ten thousand namespaces": write_rss("<title>a</title>").replace(
        "<rss ", "<rss " + " ".join(f"xmlns:n{n}='urn:{n}'" for n in range(10_000)) + " "
    ),
    "an entry with a hundred thousand attributes": write_rss("<title>a</title>").replace(
        "<item", "<item " + " ".join(f"a{n}='1'" for n in range(100_000))
    ),
    "JSON a thousand deep": '{"version": "https://jsonfeed.org/version/1", "items": '
    + "[" * 99_999,
}
