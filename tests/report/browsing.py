"""A report opened in Chromium, for the tests that look at it there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.report import render_html
from secondsource.review.report import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROWSED = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]


def open_report(
    browser: Browser, folder: Path, report: Report, width: int = 1280, *, dark: bool = False
) -> tuple[Page, list[str]]:
    """The report opened in the browser, with everything it complained of or asked for."""
    file = folder / "report.html"
    file.write_text(render_html(report), encoding="utf-8")
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
    )
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("request", lambda request: noise.append(request.url))
    page.on("dialog", lambda dialog: noise.append(dialog.message))
    page.goto(file.as_uri())
    return page, noise[1:] if noise[:1] == [file.as_uri()] else noise


def find_violations(page: Page) -> list[str]:
    """What axe finds on a page that some people could not use, three places for each rule."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:300]}"
        for each in found
        for node in each["nodes"][:3]
    ]
