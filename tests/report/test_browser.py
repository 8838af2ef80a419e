"""The HTML report in a real browser: quiet, offline, and as wide as the screen."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.report import render_html
from secondsource.report.timeline import NARROW, WIDE, Sheet, draw_timeline, read_style
from tests.report.browsing import BROWSED, open_report
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT
from tests.report.test_timeline import CASES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = BROWSED
REPORTS = {"sample": REPORT, "hostile": poison(REPORT), "empty": EMPTY}


def _open(browser: Browser, folder: Path, report: str, width: int = 1280) -> tuple[Page, list[str]]:
    """The report opened in the browser, with everything it complained of or asked for."""
    return open_report(browser, folder, REPORTS[report], width)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_is_quiet_offline_and_never_too_wide(
    browser: Browser, tmp_path: Path, report: str, width: int
) -> None:
    page, noise = _open(browser, tmp_path, report, width)
    assert noise == []
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_three_answers_are_on_the_first_screen(browser: Browser, tmp_path: Path) -> None:
    page, _ = _open(browser, tmp_path, "sample")
    for heading in ("#h-origin", "#h-voices", "#h-stands", ".top", ".promise"):
        box = page.locator(heading).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800
    page.close()


_TEXTS = """
() => [...document.querySelectorAll("svg text")].map((text) => {
  const box = text.getBBox();
  return [text.textContent, box.x, box.y, box.x + box.width, box.y + box.height];
})
"""


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("case", CASES)
def test_words_of_a_timeline_have_room(browser: Browser, case: str, sheet: Sheet) -> None:
    page = browser.new_page()
    style = read_style("palette.css", "timeline.css")
    page.set_content(f"<style>{style}</style>{draw_timeline(*CASES[case], sheet)}")
    height = page.evaluate("document.querySelector('svg').viewBox.baseVal.height")
    texts = page.evaluate(_TEXTS)
    assert texts
    assert not [t for t in texts if t[1] < -1 or t[3] > sheet.width + 1 or t[4] > height]
    for (one, *a), (two, *b) in combinations(texts, 2):
        # a pixel more or less than estimated, as fonts differ
        apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 3 or b[3] <= a[1] + 3
        assert apart, f"{one} on {two}"
    page.close()


@pytest.mark.parametrize(("width", "shown"), [(1280, "on-wide"), (380, "on-narrow")])
def test_one_timeline_is_shown(browser: Browser, tmp_path: Path, width: int, shown: str) -> None:
    page, _ = _open(browser, tmp_path, "sample", width)
    visible = page.locator(".timeline > div:visible")
    assert visible.count() == 1
    assert visible.get_attribute("class") == shown
    page.close()


def test_marks_can_be_turned_off_and_on(browser: Browser, tmp_path: Path) -> None:
    page, _ = _open(browser, tmp_path, "sample")
    claim, box = page.locator("#text .m-claim").first, page.locator("[data-mark=claim]")
    line = "(element) => getComputedStyle(element).textDecorationLine"
    assert claim.evaluate(line) == "underline"
    box.focus()
    page.keyboard.press("Space")
    assert claim.evaluate(line) == "none"
    box.check()
    assert claim.evaluate(line) == "underline"
    page.close()


def test_the_filter_shows_one_standing(browser: Browser, tmp_path: Path) -> None:
    page, _ = _open(browser, tmp_path, "sample")
    page.select_option("select[name=standing]", "not_found")
    assert page.locator(".claims tbody tr:visible").count() == 3
    page.fill("input[name=words]", "lorry")
    assert page.locator(".claims tbody tr:visible").count() == 1
    assert page.locator(".filter output").inner_text() == "1 shown"
    page.close()


def test_a_number_in_the_article_leads_to_its_claim_even_when_folded(
    browser: Browser, tmp_path: Path
) -> None:
    page, _ = _open(browser, tmp_path, "sample")
    page.locator("#text .ref-not_found").first.click()
    page.wait_for_selector("tr:target", state="visible")
    page.close()


def test_it_reads_without_script(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(render_html(REPORT), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("#text").is_visible()
    assert not page.locator(".filter").is_visible()
    assert page.locator("#evidence blockquote").first.is_visible()
    context.close()
