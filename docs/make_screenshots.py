"""Photograph the demo's report and the workbench over its archive: wide and narrow, light and dark.

    python docs/make_screenshots.py demo-archive --out docs/images

Needs a folder that `secondsource demo` made, Playwright, and a Chromium, by default Debian's. The
archive is copied first: the folder stays as it is.
"""

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

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
        with _serve(Path(folder) / "archive") as address:
            _photograph_workbench(browser, options.out, address, article)
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


@contextmanager
def _serve(archive: Path) -> Iterator[str]:
    """The address of a workbench over an archive."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "secondsource", "serve", "--archive", str(archive)]
    server = subprocess.Popen([*command, "--port", str(port), "--name", "Anna"])
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            httpx.get(address).raise_for_status()
            return
        except httpx.TransportError:
            time.sleep(0.2)
    raise SystemExit("the workbench did not start within a minute")


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
