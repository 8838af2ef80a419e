"""What becomes of the items given to an archive."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import AddInterrupted, Archive, adding
from secondsource.archive.storing import store_item
from secondsource.article import Article, Boilerplate, Credit, Role, Span
from secondsource.collect.item import Collected, Rejected
from secondsource.errors import ArchiveError, ArchiveLockedError
from tests.archive.items import BAKERY, BRIDGE, FERRY, make_full_article, make_item

PAGE = "https://courier.example/ferry"

SECOND_ITEM = [
    # what is added after `make_item(FERRY, url=PAGE, id="ferry")`, what becomes of it
    ("the very same", make_item(FERRY, url=PAGE, id="ferry"), "known"),
    ("same id and text", make_item(FERRY, id="ferry", raw=b"other bytes"), "known"),
    ("same page and text", make_item(FERRY, url=PAGE + "/?utm_source=x", id="new"), "known"),
    ("same bytes", make_item(FERRY, id="new", raw=b"bytes"), "known"),
    ("other text, same page", make_item(FERRY + " No.", url=PAGE + "#top", id="new"), "changed"),
    ("other text, same id", make_item(BRIDGE, id="ferry"), "changed"),
    ("same text elsewhere", make_item(FERRY, url="https://other.example/", id="new"), "added"),
    ("same bytes elsewhere", make_item(FERRY, url="https://o.example", raw=b"bytes"), "added"),
    ("another article", make_item(BRIDGE, id="bridge"), "added"),
]


@pytest.mark.parametrize(("what", "item", "fate"), SECOND_ITEM)
def test_second_item(archive: Archive, what: str, item: Collected, fate: str) -> None:
    archive.add([make_item(FERRY, url=PAGE, id="ferry", raw=b"bytes")])
    result = archive.add([item])
    became = {name for name in ("added", "known", "changed") if getattr(result, name)}
    assert became == {fate}, what
    assert len(archive) == (1 if fate == "known" else 2)


def test_twins_in_one_batch_are_stored_once(archive: Archive) -> None:
    result = archive.add([make_item(FERRY), make_item(BRIDGE), make_item(FERRY)])
    assert (len(result.added), len(result.known), len(archive)) == (2, 1, 2)


def test_another_text_at_one_address_is_a_new_snapshot(archive: Archive) -> None:
    texts = [FERRY, FERRY + " Corrected.", FERRY + " Corrected again."]
    results = [archive.add([make_item(text, url=PAGE)]) for text in texts]
    assert [len(result.changed) for result in results] == [0, 1, 1]
    assert [article.text for article in archive.snapshots(PAGE + "/")] == texts
    assert archive.snapshots("https://courier.example/other") == ()


def test_a_snapshot_points_to_the_one_before(archive: Archive) -> None:
    archive.add([make_item(text, url=PAGE, id=text[:9]) for text in (FERRY, BRIDGE, BAKERY)])
    assert read_previous(archive.path) == [(1, None), (2, 1), (3, 2)]
    archive.remove(BRIDGE[:9])
    assert read_previous(archive.path) == [(1, None), (3, 1)]


def test_a_taken_id_gets_eight_digits_and_the_same_ones_each_time(archive: Archive) -> None:
    archive.add([make_item(FERRY, id="7")])
    (new_id,) = archive.add([make_item(BRIDGE, id="7")]).changed
    assert new_id.startswith("7~")
    assert len(new_id) == 10
    assert archive.get(new_id).text == BRIDGE
    assert archive.get("7").text == FERRY
    assert archive.add([make_item(BRIDGE, id="7", raw=b"again")]).known == (new_id,)


def test_an_id_made_to_collide_is_stored_all_the_same(archive: Archive) -> None:
    archive.add([make_item(FERRY, id="7")])
    (eight_digits,) = archive.add([make_item(BRIDGE, id="7")]).changed
    archive.remove(eight_digits)
    archive.add([make_item(BAKERY, id=eight_digits)])
    (new_id,) = archive.add([make_item(BRIDGE, id="7", raw=b"again")]).changed
    assert archive.get(new_id).text == BRIDGE


def test_every_field_comes_back(archive: Archive) -> None:
    article = make_full_article()
    archive.add([Collected(article, b"<html>", "text/html", "page.html")])
    stored = archive.get(article.id)
    assert stored.raw is not None
    assert archive.raw(stored.raw) == b"<html>"
    assert stored == replace(article, raw=stored.raw)


FAULTS = [
    # an article that cannot be kept, words of the reason
    (Article(id="a", text=" \n"), "no text"),
    (Article(id="a", text="ab\ud83d"), "text holds half a character (U+D83D at 2)"),
    (Article(id="a", text="ab", title="\udc00"), "title holds half a character"),
    (Article(id="a", text="ab", byline=("A", "\udc00")), "byline holds half a character"),
    (Article(id="a", text="ab", boilerplate=(Boilerplate(Span(0, 3), "x"),)), "beyond the end"),
    (Article(id="a", text="ab", credits=(Credit(Role.WIRE, "W", span=Span(2, 9)),)), "beyond"),
]


@pytest.mark.parametrize(("article", "words"), FAULTS)
def test_what_cannot_be_kept_is_rejected(archive: Archive, article: Article, words: str) -> None:
    bad = Collected(article, b"raw", "text/plain", "odd\udce9.txt")
    result = archive.add([make_item(FERRY), bad, make_item(BRIDGE)])
    assert len(result.added) == 2
    (rejected,) = result.rejected
    assert words in rejected.reason
    assert rejected.source == "odd\\udce9.txt"


def test_rejections_are_recorded_with_their_time(archive: Archive) -> None:
    archive.add([Rejected("broken.pdf", "It is cut off."), make_item(FERRY)])
    (rejection,) = archive.rejections()
    assert (rejection.source, rejection.reason) == ("broken.pdf", "It is cut off.")
    assert rejection.rejected_at.endswith("+00:00")


def test_progress_counts_what_is_committed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH_ITEMS", 2)
    seen: list[tuple[int, int]] = []
    items = [make_item(f"{FERRY} {number}") for number in range(5)]
    archive.add(items, lambda finished: seen.append((finished, len(archive))))
    assert seen == [(2, 2), (4, 4), (5, 5)]


def test_ctrl_c_keeps_what_was_finished_and_says_so(archive: Archive) -> None:
    def collect_until_stopped() -> Iterator[Collected]:
        yield make_item(FERRY)
        yield make_item(BRIDGE)
        raise KeyboardInterrupt

    with pytest.raises(AddInterrupted, match="the 2 articles finished") as stopped:
        archive.add(collect_until_stopped())
    assert len(stopped.value.result.added) == len(archive) == 2
    assert [hit.text for hit in archive.search("bridge", 5)] == [BRIDGE]


def test_ctrl_c_while_writing_leaves_nothing_half_written(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops = iter([False, True])

    def store_or_stop(connection: sqlite3.Connection, item: Collected | Rejected) -> object:
        if next(stops, False):
            raise KeyboardInterrupt
        return store_item(connection, item)

    monkeypatch.setattr(adding, "store_item", store_or_stop)
    with pytest.raises(AddInterrupted):
        archive.add([make_item(FERRY), make_item(BRIDGE), make_item(BAKERY)])
    assert [article.text for article in archive.articles()] == [FERRY, BRIDGE, BAKERY]


def test_a_failing_source_keeps_what_it_gave_before(archive: Archive) -> None:
    def collect_until_broken() -> Iterator[Collected]:
        yield make_item(FERRY)
        raise RuntimeError("a bug elsewhere")

    with pytest.raises(RuntimeError, match="a bug elsewhere"):
        archive.add(collect_until_broken())
    assert len(archive) == 1


def test_a_full_disk_keeps_what_was_committed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH_ITEMS", 1)
    connection = archive._database.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    kept: list[int] = []
    items = [make_item(f"{FERRY * 60} {number}") for number in range(40)]
    with pytest.raises(ArchiveError, match=r"is full\. Everything added before is kept"):
        archive.add(items, kept.append)
    assert 0 < kept[-1] == len(archive) < 40
    connection.execute("PRAGMA max_page_count = 1000000")
    assert len(archive.add(items).added) == 40 - kept[-1]


def test_a_second_writer_is_told_and_readers_go_on(archive: Archive) -> None:
    with Archive.open(archive.path) as other:

        def add_meanwhile() -> Iterator[Collected]:
            yield make_item(FERRY)
            with pytest.raises(ArchiveLockedError, match="being written to by another process"):
                other.add([make_item(BRIDGE)])
            assert other.search("ferry", 5) == []
            yield make_item(BAKERY)

        archive.add(add_meanwhile())
        assert [hit.text for hit in other.search("ferry", 5)] == [FERRY]
        assert len(other.add([make_item(BRIDGE)]).added) == 1
    assert len(archive) == 3


def read_previous(folder: Path) -> list[tuple[int, int | None]]:
    """Each ordinal with that of the snapshot before it."""
    with sqlite3.connect(folder / "archive.db") as connection:
        rows = connection.execute("SELECT ordinal, previous FROM article ORDER BY ordinal")
        found = rows.fetchall()
    connection.close()
    return found
