"""The first page: what to do in an empty archive, and what there is in another."""

from pathlib import Path

from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.archive.claims import QueueFilter
from secondsource.collect import Collected
from secondsource.jobs.families import refresh_families
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.lineage.prose import HARBOUR, article
from tests.report.sample import REPORT


def _read(folder: Path) -> str:
    with TestClient(create_app(Settings(folder, person="Anna")), "http://127.0.0.1:8380") as client:
        return client.get("/").text


def test_an_empty_archive_says_how_to_begin(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True):
        pass
    page = _read(tmp_path / "archive")
    assert "This archive is empty." in page
    assert 'href="/add"' in page
    assert "How to begin" in page


def test_what_is_new_large_and_undecided(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        copies = [
            article(id_, HARBOUR, title=f"<b>{id_}</b>", url=f"https://{id_}.example/")
            for id_ in ("one", "two")
        ]
        archive.add(Collected(each, b"", "text/plain", each.id) for each in copies)
        archive.add([Collected(REPORT.article, b"", "text/plain", "sample")])
        archive.examinations.keep(REPORT)
        refresh_families(archive)
        claims = archive.examinations.claims.read(QueueFilter(decided=False), 1)
    page = _read(tmp_path / "archive")
    assert "This archive holds three articles" in page
    assert "&lt;b&gt;two&lt;/b&gt;" in page
    assert "<b>two</b>" not in page
    assert "2 articles</b>" in page
    assert f'#s-{claims[0].statement}"' in page
    assert page.count("<h1") == 1
