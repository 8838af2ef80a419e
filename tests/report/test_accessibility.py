"""The report for those who use a keyboard, a screen reader, a small screen or a dark one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from tests.report.browsing import BROWSED, find_violations, open_report
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
pytestmark = BROWSED
REPORTS = {"sample": REPORT, "hostile": poison(REPORT), "empty": EMPTY}
OPEN_ALL = "document.querySelectorAll('details').forEach((fold) => { fold.open = true })"


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, report: str, width: int, dark: bool
) -> None:
    page, _ = open_report(browser, tmp_path, REPORTS[report], width, dark=dark)
    assert find_violations(page) == []
    page.evaluate(OPEN_ALL)
    assert find_violations(page) == []
    page.close()


def test_axe_would_find_something(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<main><img src="x"><button></button></main>')
    assert {found.split(":")[0] for found in find_violations(page)} >= {"image-alt", "button-name"}
    page.close()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_number_says_by_keyboard_what_it_means(
    browser: Browser, tmp_path: Path, key: str
) -> None:
    page, _ = open_report(browser, tmp_path, REPORT)
    number, said = page.locator(".share .num").first, page.locator("#x-share")
    number.focus()
    assert not said.is_visible()
    page.keyboard.press(key)
    assert said.is_visible()
    assert said.inner_text() == number.get_attribute("title")  # the same on hover
    page.keyboard.press("Escape")
    assert not said.is_visible()
    page.close()


def test_every_number_has_its_explanation(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_report(browser, tmp_path, REPORT)
    targets = page.eval_on_selector_all(".num", "all => all.map(e => e.popoverTargetElement.id)")
    assert len(targets) > 20
    assert page.locator(".num:not([title])").count() == 0
    page.close()


def test_what_has_the_focus_is_seen(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_report(browser, tmp_path, REPORT)
    outline = "() => getComputedStyle(document.activeElement).outlineWidth"
    seen = set()
    for _step in range(80):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.tagName"))
        assert page.evaluate(outline) == "3px"
    assert {"A", "BUTTON", "INPUT", "SUMMARY"} <= seen
    page.close()


def test_on_paper_what_is_folded_stays_so_and_says_how_much(
    browser: Browser, tmp_path: Path
) -> None:
    page, _ = open_report(browser, tmp_path, REPORT)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    folded = page.locator("#evidence details:not([open])").first
    assert folded.locator("summary").is_visible()
    assert not folded.locator(":scope > :not(summary)").first.is_visible()
    assert page.locator("#evidence .on-paper").is_visible()
    assert page.locator(".best").first.is_visible()
    assert not page.locator(".mast nav").is_visible()
    page.close()


_WITHOUT_HUE = """
(all) => all.map((element) => {
  const style = getComputedStyle(element);
  return [
    style.textDecorationLine, style.textDecorationStyle, style.fontWeight, style.fontStyle,
    style.fontSize, style.borderTopStyle, style.borderLeftStyle,
    element.previousElementSibling?.className === "who",
  ].join(" ");
})
"""


def test_marks_and_origins_are_told_apart_without_colour(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_report(browser, tmp_path, REPORT)
    marks = page.locator(".legend [class^=m-]").evaluate_all(_WITHOUT_HUE)
    assert len(marks) == len(set(marks)) == 8
    edges = {
        kind: page.locator(f".slip.from-{kind}").first.evaluate_all(_WITHOUT_HUE)[0]
        for kind in ("disputes", "supports", "echo", "not_found")
        if page.locator(f".slip.from-{kind}").count()
    }
    assert len(edges) >= 3
    assert len(set(edges.values())) == len(edges)
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_on_paper_the_notes_beside_the_text_and_the_meaning_of_the_marks_are_there(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    page, _ = open_report(browser, tmp_path, REPORT, width)
    was = page.locator(".margin").first.get_attribute("open")
    paper = PdfDocument(page.pdf(format="A4"))
    printed = " ".join(" ".join(each.get_textpage().get_text_range() for each in paper).split())
    for note in page.locator(".slip[open] .best").all_text_contents():
        assert " ".join(note.split())[:40] in printed
    assert "something that could be checked" in printed
    assert page.locator(".margin").first.get_attribute("open") == was
    assert not page.locator(".marks dl").is_visible()
    page.close()


def test_on_a_phone_the_three_answers_stand_above_the_fold(
    browser: Browser, tmp_path: Path
) -> None:
    page, _ = open_report(browser, tmp_path, REPORT, 390)
    lines = page.locator(".brief a")
    assert lines.count() == 3
    boxes = [lines.nth(n).bounding_box() for n in range(3)]
    assert all(box and box["y"] + box["height"] < 800 for box in boxes)
    lines.nth(2).click()
    assert page.evaluate("location.hash") == "#h-stands"
    page.close()
    page, _ = open_report(browser, tmp_path, REPORT)
    assert not page.locator(".brief").is_visible()
    page.close()
