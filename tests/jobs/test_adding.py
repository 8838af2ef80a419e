"""Adding from feeds, over a real network of one machine, and beside other writers."""

import threading
import time
from pathlib import Path

import pytest

from secondsource.archive import AddResult, Archive
from secondsource.collect import CollectOptions, Rejected, collect
from secondsource.collect.feed import FeedRead, Remembered
from secondsource.collect.page import Stamp
from secondsource.jobs import adding
from secondsource.jobs.adding import FeedNotes, add_in_pieces, say_feed
from tests.collect.feeds import write_rss
from tests.collect.loopback import Site, serve_site
from tests.collect.pages import make_page

PATH = "/feed.xml"


def list_items(site: Site, *names: str) -> bytes:
    """A feed that leads to pages of the site."""
    items = (f"<title>{name}</title><link>{site.address}/{name}</link>" for name in names)
    return write_rss(*items).encode()


def ask(site: Site, archive: Archive, private: bool = True) -> tuple[AddResult, list[FeedRead]]:
    """What asking the feed of the site adds."""
    notes = FeedNotes(archive)
    options = CollectOptions(allow_private=private, feeds=notes)
    result = archive.add(collect(f"{site.address}{PATH}", options))
    notes.save()
    return result, notes.reads


def test_a_feed_is_asked_again_only_for_what_is_new(tmp_path: Path) -> None:
    with (
        serve_site({"/a": make_page().encode()}) as site,
        Archive.open(tmp_path / "archive", create=True) as archive,
    ):
        site.pages[PATH] = list_items(site, "a")
        first, _reads = ask(site, archive)
        second, (read,) = ask(site, archive)
        site.pages["/b"] = make_page(body="<p>Another text.</p>" * 30).encode()
        site.pages[PATH] = list_items(site, "b", "a")
        third, (news,) = ask(site, archive)
    assert [len(each.added) for each in (first, second, third)] == [1, 0, 1]
    assert site.log == [(PATH, 200), ("/a", 200), (PATH, 304), (PATH, 200), ("/b", 200)]
    assert read.unchanged
    assert (news.entries, news.known) == (2, 1)


def test_private_addresses_are_not_asked_by_a_feed_either(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    with (
        serve_site({"/a": make_page().encode()}) as site,
        Archive.open(tmp_path / "archive", create=True) as archive,
    ):
        path.write_bytes(list_items(site, "a"))
        result = archive.add(collect(path, CollectOptions(feeds=FeedNotes(archive))))
        refused, _reads = ask(site, archive, private=False)
    assert "this machine or its network" in result.rejected[0].reason
    assert "this machine or its network" in refused.rejected[0].reason
    assert site.log == []


def test_a_feed_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    with (
        serve_site({PATH: b"<rss>" + b" " * 50_000_000}) as site,
        Archive.open(tmp_path / "archive", create=True) as archive,
    ):
        result, reads = ask(site, archive)
    assert "sends more than 20,971,520 bytes" in result.rejected[0].reason
    assert reads == []


def test_what_a_feed_gave_is_kept_in_the_archive(tmp_path: Path) -> None:
    remembered = Remembered(Stamp('"x"', None), frozenset({"a", "b"}))
    with Archive.open(tmp_path, create=True) as archive:
        assert archive.feeds.recall("https://quay.example/") is None
        archive.feeds.remember("https://quay.example/", Remembered())
        archive.feeds.remember("https://quay.example/", remembered)
    with Archive.open(tmp_path) as archive:
        assert archive.feeds.recall("https://quay.example/") == remembered


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (FeedRead("x", unchanged=True), "x: nothing new since it was asked last."),
        (FeedRead("x", "The Quay", entries=1), "The Quay (x): 1 entry."),
        (
            FeedRead("x", entries=9, known=3, left_out=2, from_feed=(Rejected("y", "gone"),)),
            "x: 9 entries, 3 had before, 2 left for the next time it is asked, 1 kept with the "
            "text that the feed has, as its page could not be read.",
        ),
    ],
)
def test_what_came_of_a_feed_is_said(read: FeedRead, said: str) -> None:
    assert say_feed(read) == said


def test_another_writer_is_waited_for(tmp_path: Path) -> None:
    held = threading.Event()

    def hold() -> None:
        with Archive.open(tmp_path) as other, other.writing():
            held.set()
            time.sleep(1.5)

    with Archive.open(tmp_path, create=True) as archive:
        thread = threading.Thread(target=hold)
        thread.start()
        assert held.wait(10)
        (result,) = add_in_pieces(archive, [Rejected("a", "empty")])
        thread.join()
    assert len(result.rejected) == 1


def test_items_are_added_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "PIECE_ITEMS", 2)
    items = [Rejected(str(number), "empty") for number in range(5)]
    with Archive.open(tmp_path, create=True) as archive:
        sizes = [len(each.rejected) for each in add_in_pieces(archive, items)]
    assert sizes == [2, 2, 1]
