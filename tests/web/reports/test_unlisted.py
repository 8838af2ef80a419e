"""The statements that a report does not list: a page of them at a time, drawn once."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.review.report import Report
from secondsource.web.app import create_app
from secondsource.web.reports import drawings as module
from secondsource.web.reports.drawings import Drawings
from secondsource.web.reports.unlisted import MOST, view_unlisted
from secondsource.web.settings import Settings
from tests.report.sample import REPORT
from tests.web.desk import ADDRESS


def make_long(count: int) -> Report:
    """The sample report with so many statements and no findings."""
    one = REPORT.statements[0]
    made = tuple(replace(one, id=f"s{n}", text=f"Statement {n}.") for n in range(count))
    return replace(REPORT, statements=made, findings=())


def test_they_come_a_hundred_at_a_time() -> None:
    report = make_long(2 * MOST + 1)
    pages = [view_unlisted(report, page) for page in (1, 2, 3, 4)]
    assert [len(page.shown) for page in pages] == [MOST, MOST, 1, 0]
    assert [page.first for page in pages][:3] == [1, MOST + 1, 2 * MOST + 1]
    assert [page.following for page in pages] == [2, 3, None, None]
    assert {page.total for page in pages} == {2 * MOST + 1}
    assert pages[2].shown[0].text == f"Statement {2 * MOST}."


def test_a_page_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    report, drawings = make_long(3), Drawings()
    first = drawings.draw_unlisted(1, report, 1)
    monkeypatch.setattr(module, "view_unlisted", None)
    assert drawings.draw_unlisted(1, report, 1) is first


def test_the_page_of_an_article_leads_from_page_to_page(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.add([Collected(REPORT.article, b"raw", "text/plain", "sample")])
        archive.examinations.keep(make_long(MOST + 2))
    with TestClient(create_app(Settings(archive=tmp_path, person="Anna")), ADDRESS) as client:
        path = f"/articles/{REPORT.article.id}"
        first, second = client.get(path).text, client.get(f"{path}?statements=2").text
        assert client.get(f"{path}?statements=0").status_code == 422
    assert len(re.findall(r"<blockquote[^>]*>Statement \d+\.<", first)) == MOST
    assert f"{MOST + 2} statements, each with its kind" in first
    assert 'href="/articles/' in first
    assert "?statements=2#statements" in first
    assert re.findall(r"<blockquote[^>]*>(Statement \d+\.)<", second) == [
        f"Statement {MOST}.",
        f"Statement {MOST + 1}.",
    ]
    assert "?statements=3" not in second
