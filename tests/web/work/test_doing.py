"""Jobs done for real: what they add to an archive, and what they tell."""

from io import BytesIO
from pathlib import Path

import pytest

from secondsource import demo
from secondsource.archive import Archive
from secondsource.collect.feed import FeedRead
from secondsource.errors import ArticleNotFoundError
from secondsource.web.shared.scratch import Scratch
from secondsource.web.work import doing
from secondsource.web.work.doing import Workplace, do_task
from secondsource.web.work.job import Kept, Kind, Message, Step, Task
from secondsource.web.work.uploads import Uploads
from tests.collect.feeds import write_rss
from tests.collect.loopback import serve_site
from tests.collect.pages import make_page
from tests.lineage.prose import HARBOUR


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """An empty archive, for which this machine's addresses may be fetched."""
    Archive.open(tmp_path / "archive", create=True).close()
    return Workplace(tmp_path / "archive", allow_private=True)


def work(place: Workplace, kind: Kind, *sources: str) -> list[Message]:
    """What is told of a job."""
    told: list[Message] = []
    do_task(Task(kind, sources, "it"), place, told.append)
    return told


def find_kept(told: list[Message]) -> Kept:
    """What became of the items of a job that adds few."""
    (kept,) = (message for message in told if isinstance(message, Kept))
    return kept


def test_uploaded_files_are_added_under_their_own_names(place: Workplace, scratch: Scratch) -> None:
    files = [
        ("a.txt", BytesIO(HARBOUR.encode())),
        ("b.txt", BytesIO(b"")),
        ("c.png", BytesIO(b"x")),
    ]
    folder = str(Uploads(scratch).keep(files))
    told = work(place, Kind.ADD_UPLOAD, folder)
    kept = find_kept(told)
    assert len(kept.articles) == 1
    assert [item.source for item in kept.rejected] == ["b.txt", "c.png"]
    steps = [message.name for message in told if isinstance(message, Step)]
    assert list(dict.fromkeys(steps)) == [
        "adding articles",
        "looking for fact-checks that pages state",
        "looking for shared text and translations in the whole archive",
        "finding who is named",
    ]
    with Archive.open(place.archive) as archive:
        assert archive.get(kept.articles[0]).text == HARBOUR


def test_an_address_is_fetched_and_added_once(place: Workplace) -> None:
    with serve_site({"/a": make_page().encode()}) as site:
        first = find_kept(work(place, Kind.ADD_ADDRESS, f"{site.address}/a"))
        again = find_kept(work(place, Kind.ADD_ADDRESS, f"{site.address}/a"))
    assert (len(first.articles), first.known) == (1, 0)
    assert (len(again.articles), again.known) == (0, 1)


def test_families_and_people_are_brought_up_to_date(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doing, "MOST_GATHERED_UNASKED", 0)
    with serve_site({"/a": make_page().encode()}) as site:
        work(place, Kind.ADD_ADDRESS, f"{site.address}/a")
    with Archive.open(place.archive) as archive:
        assert not archive.families.measure().is_current, "a large archive waits to be asked"
    work(place, Kind.GATHER)
    with Archive.open(place.archive) as archive:
        assert archive.families.measure().is_current
        assert archive.people.measure().is_current


def test_private_addresses_are_fetched_only_where_that_is_allowed(place: Workplace) -> None:
    with serve_site({"/a": make_page().encode()}) as site:
        kept = find_kept(work(Workplace(place.archive), Kind.ADD_ADDRESS, f"{site.address}/a"))
    assert "this machine or its network" in kept.rejected[0].reason


def test_a_feed_is_asked_and_what_came_of_it_told(place: Workplace) -> None:
    with serve_site({"/a": make_page().encode()}) as site:
        site.pages["/feed"] = write_rss(f"<title>a</title><link>{site.address}/a</link>").encode()
        first = work(place, Kind.ADD_FEED, f"{site.address}/feed")
        again = work(place, Kind.ADD_FEED, f"{site.address}/feed")
    assert len(find_kept(first).articles) == 1
    reads = [message for message in (*first, *again) if isinstance(message, FeedRead)]
    assert [(read.entries, read.unchanged) for read in reads] == [(1, False), (0, True)]


def test_an_article_that_is_not_there_cannot_be_examined(place: Workplace) -> None:
    with pytest.raises(ArticleNotFoundError):
        work(place, Kind.EXAMINE, "ffffffff")


@pytest.mark.slow
def test_articles_are_examined_and_their_reports_kept(place: Workplace) -> None:
    demo.build_archive(place.archive)
    with Archive.open(place.archive) as archive:
        article = archive.all_ids()[0]
    told = work(place, Kind.EXAMINE, article, "ffffffff")
    assert Step("reading who says what", 0, 2) in told
    assert Kept((article,)) in told
    (failed,) = (m.rejected[0] for m in told if isinstance(m, Kept) and m.rejected)
    assert failed.source == "ffffffff"
    with Archive.open(place.archive) as archive:
        assert archive.examinations.history(article)
