"""Lists of articles: latest first, a page at a time, each article once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.archive.listing import Kept
from secondsource.article import Article
from secondsource.collect import Collected

_ROWS = (
    ("a", "Harbour News", "en", "2020-05-01T10:00:00Z"),
    ("b", "Harbour News", "en", "2020-05-02"),
    ("c", "Портовый вестник", "ru", "2020-05-02T23:59:59Z"),
    ("d", None, None, None),
    ("e", "Harbour News", "ru", "2021"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        opened.add(
            Collected(
                Article(id=id_, text=f"Text of {id_}.", outlet=o, language=lang, published=when),
                id_.encode(),
                "application/json",
                "line",
            )
            for id_, o, lang, when in _ROWS
        )
        yield opened


@pytest.mark.parametrize(
    ("kept", "listed"),
    [
        (Kept(), "edcba"),
        (Kept(outlet="Harbour News"), "eba"),
        (Kept(language="ru"), "ec"),
        (Kept(since="2020-05-02"), "ecb"),
        (Kept(until="2020-05-02"), "cba"),
        (Kept(since="2020-05-02", until="2020-05-02"), "cb"),
        (Kept(outlet="Nobody"), ""),
    ],
)
def test_what_is_asked_for_is_listed_latest_first(
    archive: Archive, kept: Kept, listed: str
) -> None:
    assert "".join(entry.id for entry in archive.listing.read(kept, 10)) == listed


def test_pages_follow_each_other_without_a_gap(archive: Archive) -> None:
    read: list[str] = []
    before = None
    while page := archive.listing.read(Kept(), 2, before):
        read.extend(entry.id for entry in page)
        before = page[-1].ordinal
    assert "".join(read) == "edcba"
