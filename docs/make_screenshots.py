"""Photograph a report in Chromium: wide and narrow, light and dark.

    python docs/make_screenshots.py report.html --out docs/images

Needs Playwright (`pip install playwright`) and a Chromium, by default Debian's. The browser
is given no network to use: a report needs none.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"wide": (1280, 800), "narrow": (390, 844)}
SCHEMES = ("light", "dark")


def main() -> None:
    """Take every picture of the report named on the command line."""
    options = _read_options()
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=list(FLAGS))
        for size in SIZES:
            for scheme in SCHEMES:
                _photograph(browser, options, size, scheme)
        browser.close()


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Photograph a report, wide and narrow.")
    parser.add_argument("report", type=Path, help="the HTML file of a report")
    parser.add_argument("--out", type=Path, default=Path("docs/images"), help="folder to write to")
    parser.add_argument("--chromium", default=CHROMIUM, help="the browser's executable")
    parser.add_argument("--full", action="store_true", help="the whole page, not the first screen")
    return parser.parse_args()


def _photograph(browser: Browser, options: argparse.Namespace, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        offline=True,
    )
    page.goto(options.report.resolve().as_uri())
    page.screenshot(path=options.out / f"report-{size}-{scheme}.png", full_page=options.full)
    page.close()


if __name__ == "__main__":
    main()
