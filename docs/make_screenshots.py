"""Photograph the demo's report and the workbench over its archive: wide and narrow, light and dark.

    python -m docs.make_screenshots demo-archive --out docs/images

Needs a folder that `secondsource demo` made, Playwright, and a Chromium, by default Debian's. The
archive is copied first: the folder stays as it is.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.served import serve
from secondsource.demo import examine

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
    """Take every picture."""
    options = _read_options()
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=list(FLAGS))
        for size in SIZES:
            for scheme in SCHEMES:
                _photograph_report(browser, options, size, scheme)
        article = _prepare(options.demo, Path(folder))
        with serve(Path(folder) / "archive", "--name", "Anna") as served:
            _photograph_workbench(browser, options.out, served.address, article)
        browser.close()


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Photograph the demo.")
    parser.add_argument("demo", type=Path, help="the folder that the demo was made in")
    parser.add_argument("--out", type=Path, default=Path("docs/images"), help="folder to write to")
    parser.add_argument("--chromium", default=CHROMIUM, help="the browser's executable")
    return parser.parse_args()


def _photograph_report(
    browser: Browser, options: argparse.Namespace, size: str, scheme: str
) -> None:
    page = _open(browser, size, scheme, offline=True)
    page.goto((options.demo / "report" / "report.html").resolve().as_uri())
    page.screenshot(path=options.out / f"report-{size}-{scheme}.png")
    page.close()


def _prepare(demo: Path, folder: Path) -> str:
    """A copy of the demo's archive with the report kept; the id of the examined article."""
    shutil.copytree(demo, folder / "archive")
    return examine(folder / "archive").article.id


def _photograph_workbench(browser: Browser, out: Path, address: str, article: str) -> None:
    pages = {
        "search": "/search?q=grain+terminal+fire",
        "claims": "/claims",
        "families": "/families",
    }
    for name, path in pages.items():
        page = _open(browser, "wide", "light")
        page.goto(address + path)
        page.screenshot(path=out / f"workbench-{name}.png")
        page.close()
    page = _open(browser, "wide", "light")
    page.goto(f"{address}/articles/{article}")
    _open_a_decision(page)
    page.screenshot(path=out / "workbench-decide.png")
    page.close()


def _open_a_decision(page: Page) -> None:
    """Open the form beside the first passage of the first claim, and scroll to it."""
    form = page.locator(".claim-block [data-subject^='stance:'] .decide").first
    form.click()
    page.locator(".decide-box").wait_for()
    page.locator(".decide-box").evaluate("box => box.scrollIntoView({block: 'end'})")


def _open(browser: Browser, size: str, scheme: str, *, offline: bool = False) -> Page:
    width, height = SIZES[size]
    return browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        offline=offline,
    )


if __name__ == "__main__":
    main()
