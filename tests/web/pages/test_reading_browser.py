"""Reading in a real browser: from a search to an article, its family and a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.report.browsing import BROWSED, find_violations
from tests.web.pages.reading import add_articles, keep_examined
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = BROWSED
_FIRST = article(
    "first", HARBOUR, title="Old pier shut", outlet="Courier", language="en", published="2024-03-05"
)
_ARTICLES = (
    replace(_FIRST, url="https://courier.example/"),
    replace(_FIRST, id="reprint", url="https://inland.example/", outlet="Inland"),
    article("orchard", ORCHARD, title="Apples", outlet="Courier", language="en"),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workbench with a text and its reprint, an article by itself, and an examined one."""
    folder: Path = tmp_path_factory.mktemp("reading") / "archive"
    add_articles(folder, _ARTICLES)
    keep_examined(folder)
    with serve(create_app(Settings(archive=folder, person="Anna"))) as served:
        yield served


def test_from_a_search_to_a_person(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    noise: list[str] = []
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.goto("/search")
    page.get_by_label("Words").fill("ferry pier")
    page.get_by_label("Words").press("Enter")
    page.get_by_text("2 articles, which are 1 text").wait_for()
    assert page.url.startswith(f"{address}/search?q=ferry"), "the address can be shared"
    page.reload()
    assert page.locator("mark").first.inner_text().lower() in ("ferry", "pier")
    page.get_by_text("1 other article carries this text").click()
    page.get_by_role("link", name="Old pier shut").first.click()
    page.wait_for_url("**/articles/*")
    assert page.get_by_role("heading", level=1).inner_text() == "Old pier shut"
    page.get_by_role("link", name="One of 2 articles that share a text").click()
    page.wait_for_url("**/families/*")
    sync_api.expect(page.locator("svg.tl:visible")).to_have_count(1)
    page.get_by_role("navigation").get_by_role("link", name="People").click()
    page.get_by_role("searchbox", name="Name").fill("Solvei")
    page.get_by_role("searchbox", name="Name").press("Enter")
    page.get_by_role("link", name="Ingrid Solvei").first.click()
    page.wait_for_url("**/people/*")
    page.get_by_role("link", name="Old pier shut").first.wait_for()
    assert noise == []
    page.close()


def test_search_works_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search")
    page.get_by_label("Words").fill("ferry pier")
    page.get_by_role("button", name="Search").click()
    sync_api.expect(page.locator(".result")).to_have_count(1)
    context.close()


def test_two_of_a_family_are_laid_side_by_side_without_a_script(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/articles/reprint")
    page.get_by_role("link", name="Lay another one beside it").click()
    page.wait_for_url("**/compare?left=reprint")
    page.get_by_label("Right").first.select_option("first")
    page.get_by_role("button", name="Lay them side by side").first.click()
    page.wait_for_url("**/compare?left=reprint&right=first")
    sync_api.expect(page.locator("blockquote.shared").first).to_contain_text("ferry")
    left, right = (page.locator("blockquote.shared").nth(n).bounding_box() for n in (0, 1))
    assert left
    assert right
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True)
    page.emulate_media(media="print")
    sync_api.expect(page.get_by_label("Right").first).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_fit_and_axe_finds_nothing(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    page = browser.new_page(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    found = {path: _look_at(page, path, width) for path in _find_paths(page)}
    assert not {path: problems for path, problems in found.items() if problems}
    page.close()


def _find_paths(page: Page) -> list[str]:
    """The pages for reading, with one family and one person."""
    paths = ["/", "/search", "/search?q=ferry", "/families", "/people", "/articles/first"]
    paths += ["/verdicts/new", "/remove?article=first"]
    paths += [f"/compare?left=first&right={other}" for other in ("reprint", "orchard", "first", "")]
    for listing, link in (("/families", "/families/"), ("/people?q=Solvei", "/people/")):
        page.goto(listing)
        href = page.locator(f'main a[href^="{link}"]').first.get_attribute("href")
        paths.append(href or "missing")
    return paths


def _look_at(page: Page, path: str, width: int) -> list[str]:
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    wide = page.evaluate("document.documentElement.scrollWidth")
    headings = page.locator("h1").count()
    problems = find_violations(page)
    problems += [f"{wide} pixels wide"] if wide > width else []
    return problems + ([f"{headings} first headings"] if headings != 1 else [])
