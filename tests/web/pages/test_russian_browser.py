"""The pages in Russian in a real browser: its longer words overflow nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.jobs.everybody import refresh_people
from secondsource.jobs.families import refresh_families
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.report.browsing import BROWSED, FLAGS
from tests.report.sample import REPORT
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = BROWSED
_ARTICLES = (
    article("first", HARBOUR, outlet="Courier", language="en", published="2024-03-05"),
    article("reprint", HARBOUR, outlet="Inland", language="en", published="2024-03-06"),
    article("orchard", ORCHARD, outlet="Courier", language="en"),
    REPORT.article,
)
_PAGES = (
    "/",
    "/search",
    "/search?q=harbour",
    f"/articles/{REPORT.article.id}",
    "/articles/orchard",
    "/claims?state=",
    "/families",
    "/people",
    "/add",
    "/work",
    "/decisions",
    "/verdicts",
    "/me",
    "/nowhere",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("russian") / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.add(
            Collected(each, each.text.encode(), "text/plain", each.id) for each in _ARTICLES
        )
        archive.examinations.keep(REPORT)
        refresh_families(archive)
        refresh_people(archive)
    with serve(create_app(Settings(archive=folder, person="Anna"))) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield launched
        launched.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_overflows_in_russian(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(locale="ru-RU", viewport={"width": width, "height": 900})
    wide = []
    for path in _PAGES:
        page.goto(address + path, wait_until="domcontentloaded")
        assert page.locator("html").get_attribute("lang") == "ru"
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    page.close()
    assert wide == []
