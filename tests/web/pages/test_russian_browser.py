"""The pages in Russian in a real browser: its longer words overflow nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.report.browsing import BROWSED
from tests.report.sample import REPORT
from tests.web.pages.reading import ARTICLES, PATHS, add_articles, keep_examined
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = BROWSED
_PAGES = (*PATHS, f"/articles/{REPORT.article.id}")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("russian") / "archive"
    add_articles(folder, ARTICLES)
    keep_examined(folder)
    with serve(create_app(Settings(archive=folder, person="Anna"))) as served:
        yield served


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
