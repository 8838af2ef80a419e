"""Adding in a real browser: from a file to a report, watched as it is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource import demo
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.report.browsing import BROWSED
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = BROWSED
MINUTES = 4 * 60 * 1000.0  # milliseconds; the first examination loads the models


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The bundled newsroom, served."""
    folder = tmp_path_factory.mktemp("newsroom")
    demo.build_archive(folder)
    with serve(create_app(Settings(archive=folder, person="Anna"))) as found:
        yield found


def open_page(
    browser: Browser, address: str, width: int = 1280, *, dark: bool = False, scripts: bool = True
) -> tuple[Page, list[str]]:
    """A new page, and everything that the browser complains of on it."""
    page = browser.new_page(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
    )
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    return page, noise


def upload(page: Page, *files: Path) -> None:
    """Fill in the form for files and send it."""
    page.goto("/add")
    form = page.locator("form[action='/add/upload']")
    form.locator("input[type=file]").set_input_files([str(file) for file in files])
    form.get_by_role("button", name="Add these files").click()


def test_a_file_becomes_a_report_under_the_eyes_of_the_reader(
    browser: Browser, address: str
) -> None:
    page, noise = open_page(browser, address)
    upload(page, demo.EXAMINED)
    page.get_by_role("status").get_by_text("Done.").wait_for(timeout=MINUTES)
    page.get_by_role("link", name="The new articles are examined in job").click()
    page.get_by_role("status").get_by_text("At work:").wait_for(timeout=MINUTES)
    loads = page.evaluate("performance.getEntriesByType('navigation').length")
    page.get_by_role("status").get_by_text("Done.").wait_for(timeout=MINUTES)
    assert loads == 1  # it came by parts, and the page was not loaded again
    page.get_by_role("heading", name="1 article examined").wait_for()
    sync_api.expect(page.get_by_role("button", name="Stop this")).to_have_count(0)
    page.get_by_role("link", name="Lake Tolm Talks").click()
    page.get_by_role("heading", name="Lake Tolm Talks").first.wait_for()
    sync_api.expect(page.locator("#h-stands")).to_have_count(1)
    assert noise == []


def test_what_is_wrong_with_an_upload_is_told_beside_it(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page, _noise = open_page(browser, address)
    files = [tmp_path / f"{number}.txt" for number in range(101)]
    for file in files:
        file.write_text("a")
    upload(page, *files)
    page.get_by_text("Choose at least one file, and at most 100.").wait_for()
    assert page.url.endswith("/add")
    assert page.get_by_role("button", name="Add these files").is_enabled()


def test_without_scripts_the_page_loads_itself_again(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page, _noise = open_page(browser, address, scripts=False)
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    upload(page, bad)
    page.get_by_role("heading", name="Not taken, and why").wait_for(timeout=MINUTES)
    assert page.locator("main").inner_text().count("the file is empty") == 1


def test_what_was_not_taken_is_asked_for_again_by_a_button(browser: Browser, address: str) -> None:
    page, noise = open_page(browser, address)
    page.goto("/add")
    form = page.locator("form[action='/add/address']")
    form.get_by_role("textbox").fill("http://127.0.0.1:9/")
    form.get_by_role("button").click()
    again = page.get_by_role("button", name="Ask for it again")
    again.wait_for(timeout=MINUTES)
    first = page.url
    again.click()
    page.wait_for_url(lambda url: "/work/" in url and url != first)
    page.get_by_role("heading", name="Add an address: http://127.0.0.1:9/").wait_for()
    page.get_by_role("heading", name="Not taken, and why").wait_for(timeout=MINUTES)
    second = page.url
    page.goto(first)
    page.get_by_role("link", name="What was left of it is done in job").click()
    page.wait_for_url(second)
    assert noise == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_pages_fit_and_axe_finds_nothing(
    browser: Browser, address: str, width: int, dark: bool
) -> None:
    page, noise = open_page(browser, address, width, dark=dark)
    for path in ("/add", "/work", "/work/1"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert [each["id"] for each in axe.Axe().run(page).response["violations"]] == []
    assert noise == []
