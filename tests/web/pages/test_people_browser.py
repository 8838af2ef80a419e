"""Joining and parting names in a real browser, by keyboard alone, wide and narrow, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.jobs.everybody import refresh_people
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.report.browsing import CHROMIUM, FLAGS, find_violations
from tests.web.pages.reading import add_articles
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]
_TEXT = "Anna Weld, the mayor, opened the bridge. Anna Weld met Tomas Breck, a pilot, at the quay."


@pytest.fixture(params=[1280, 390])
def page(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of people over an archive that names two."""
    add_articles(tmp_path, [Article("a", _TEXT, language="en")])
    with Archive.open(tmp_path) as archive:
        refresh_people(archive)
    app = create_app(Settings(archive=tmp_path, person="Anna"))
    with serve(app) as address, sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        size = {"width": request.param, "height": 800}
        page = browser.new_page(base_url=address, viewport=size, color_scheme="dark")
        page.goto("/people")
        yield page
        browser.close()


def _expect_note(page: Page, told: str) -> None:
    note = page.locator("#just-kept")
    sync_api.expect(note).to_be_focused()
    sync_api.expect(note).to_contain_text(told)
    sync_api.expect(note).to_be_in_viewport()
    assert find_violations(page) == []


def test_names_are_joined_taken_apart_and_taken_back_by_keyboard(page: Page) -> None:
    page.get_by_role("link", name="Anna Weld").press("Enter")
    field = page.get_by_label("It is the same as")
    field.focus()
    page.keyboard.type("Nobody Whatever")
    page.keyboard.press("Enter")
    page.get_by_text("Nobody else in this archive has such a name.").wait_for()
    sync_api.expect(field).to_be_focused()
    assert find_violations(page) == []
    field.fill("Tomas Breck")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _expect_note(page, "Decision 1 is kept. Anna: Anna Weld and Tomas Breck are one")
    page.get_by_label("Tomas Breck").press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _expect_note(page, "Decision 2 is kept. Anna: Tomas Breck is not Anna Weld")
    page.get_by_role("button", name="Take it back").first.press("Enter")
    _expect_note(page, "Decision 3 is kept. Anna took decision 2 back")
