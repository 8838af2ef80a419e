"""Deciding in a real browser: the form opens beside the passage, and the counts follow at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.archive import Archive
from secondsource.jobs.decide import decide
from secondsource.review.decision import Draft, Verb
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.evidence.newsroom import EXAMINED
from tests.report.browsing import BROWSED, CHROMIUM, FLAGS, find_violations
from tests.review.sample import OPEN, make_report, stance_key
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = BROWSED
_KEY = stance_key(make_report(), OPEN)
_PASSAGE = f'.claim-block [data-subject="{_KEY}"]'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with one kept report."""
    with Archive.open(tmp_path / "archive", create=True) as opened:
        opened.examinations.keep(make_report())
    return tmp_path / "archive"


@pytest.fixture
def noise() -> list[str]:
    """What the browser complained of."""
    return []


@pytest.fixture(params=[1280, 390])
def page(archive: Path, noise: list[str], request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of the examined article, wide and narrow."""
    app = create_app(Settings(archive=archive, person="Anna"))
    with serve(app) as address, sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page(base_url=address, viewport={"width": request.param, "height": 800})
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.goto(f"/articles/{EXAMINED.id}")
        yield page
        browser.close()


def _open_form(page: Page) -> None:
    page.locator(_PASSAGE).locator(".decide").first.click()
    page.locator(".decide-box").wait_for()


def _sign(page: Page, answer: str, why: str) -> None:
    page.get_by_label(answer).check()
    page.get_by_label("Why").fill(why)
    page.get_by_role("button", name="Sign as Anna").click()


def test_a_decision_is_taken_shown_and_taken_back(page: Page, noise: list[str]) -> None:
    before = page.locator(".answer").inner_text()
    _open_form(page)
    assert find_violations(page) == []
    _sign(page, "It has nothing to do with the claim", "Another bridge.")
    page.locator("#decided .says").wait_for()
    sync_api.expect(page.locator("#decided .says")).to_contain_text("Another bridge.")
    sync_api.expect(page.locator(".answer")).not_to_have_text(before, use_inner_text=True)
    page.goto("/decisions")
    assert "Anna" in page.locator("main").inner_text()
    assert find_violations(page) == []
    page.goto(f"/decisions/on?key={_KEY}&article={EXAMINED.id}")
    page.get_by_role("button", name="Take decision 1 back").click()
    page.wait_for_url(f"**/articles/{EXAMINED.id}#just-kept")
    sync_api.expect(page.locator("#just-kept")).to_contain_text("Anna took decision 1 back")
    sync_api.expect(page.locator(".answer")).to_have_text(before, use_inner_text=True)
    assert noise == []


def test_what_is_taken_out_stays_where_it_stood_and_is_taken_back_there(page: Page) -> None:
    _open_form(page)
    _sign(page, "It has nothing to do with the claim", "Another bridge.")
    out = page.locator(f'.claim-block .is-out[data-subject="{_KEY}"]')
    out.wait_for()
    sync_api.expect(out).to_contain_text("Taken out by Anna")
    sync_api.expect(out).to_contain_text("The machine said: says the contrary")
    assert "line-through" in out.locator("s").evaluate(
        "s => getComputedStyle(s).textDecorationLine"
    )
    sync_api.expect(page.locator(".claim-block h3").first).to_contain_text("a person decided here")
    assert find_violations(page) == []
    out.get_by_role("link", name="Decide anew, or take it back").click()
    page.get_by_role("button", name="Take decision 1 back").click()
    sync_api.expect(page.locator(".is-out")).to_have_count(0)
    sync_api.expect(page.locator(_PASSAGE)).to_be_visible()


def test_each_way_to_decide_has_a_name_of_its_own(page: Page) -> None:
    links = page.locator("a.decide")
    names: dict[str, set[str]] = {}
    for link in links.all():
        names.setdefault(link.text_content() or "", set()).add(link.get_attribute("href") or "")
    assert len(names) > 3
    assert not {name: to for name, to in names.items() if len(to) > 1}
    sync_api.expect(page.get_by_role("link", name="stayed open all Monday")).to_have_count(1)


def test_somebody_elses_decision_in_between_is_told(page: Page, archive: Path) -> None:
    _open_form(page)
    with Archive.open(archive) as opened:
        decide(opened, EXAMINED.id, Draft(_KEY, Verb.CONFIRM), "Boris")
    _sign(page, "It has nothing to do with the claim", "Another bridge.")
    page.get_by_role("alert").wait_for()
    assert "Boris decided on this" in page.get_by_role("alert").inner_text()
    sync_api.expect(page.get_by_role("alert")).to_be_focused()
    assert _is_on_screen(page, "[role=alert]")
    sync_api.expect(page.get_by_text("Boris: this is right")).to_be_visible()  # the history is open
    assert page.get_by_label("Why").input_value() == "Another bridge."
    page.get_by_role("button", name="Sign as Anna").click()
    page.locator("#decided .says").wait_for()
    sync_api.expect(page.locator("#decided")).to_contain_text("Boris")


def _is_on_screen(page: Page, selector: str) -> bool:
    """Whether an element is within the window from top to bottom."""
    return bool(
        page.locator(selector).evaluate(
            "each => { const box = each.getBoundingClientRect();"
            " return box.top >= 0 && box.bottom <= innerHeight; }"
        )
    )


def _focused(page: Page) -> str:
    """What has the focus: its name, class and id."""
    found = page.evaluate(
        "() => { const at = document.activeElement;"
        " return [at.localName, at.name || '', at.className, at.id].join(' ').trim(); }"
    )
    assert isinstance(found, str)
    return found


def _find_small(page: Page) -> list[str]:
    """The buttons and fields that a finger misses: lower than 24 pixels, but for round choices."""
    found = page.locator("main form[method=post] :is(button, textarea, input:not([type=radio]))")
    boxes = ((each.bounding_box(), each) for each in found.all() if each.is_visible())
    return [str(each) for box, each in boxes if box and box["height"] < 24]


def test_what_one_signs_with_can_be_hit_with_a_finger(page: Page) -> None:
    _open_form(page)
    assert _find_small(page) == []
    _sign(page, "It has nothing to do with the claim", "Another bridge.")
    page.locator("#just-kept").wait_for()
    page.goto(f"/decisions/on?key={_KEY}&article={EXAMINED.id}")
    sync_api.expect(page.get_by_role("button", name="Take decision 1 back")).to_be_visible()
    assert _find_small(page) == []
    page.goto("/verdicts/new")
    assert _find_small(page) == []


def test_all_of_it_by_keyboard(page: Page, noise: list[str]) -> None:
    page.locator(_PASSAGE).locator(".decide").first.focus()
    page.keyboard.press("Enter")
    page.locator(".decide-box").wait_for()
    sync_api.expect(page.locator(".decide-box input[name=verb]").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert page.locator(".decide-box input[value=supports]").is_checked()
    page.keyboard.press("Tab")
    assert _focused(page) == "textarea value"
    page.keyboard.press("Tab")
    page.keyboard.type("Tolls say so.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    note = page.locator("#just-kept")
    note.wait_for()
    sync_api.expect(note).to_be_focused()
    sync_api.expect(note).to_contain_text("Decision 1 is kept. Anna: it says the same as the claim")
    assert page.locator(f'[data-subject="{_KEY}"] #just-kept').count() == 1
    assert _is_on_screen(page, "#just-kept")
    assert "kept=" not in page.url
    assert find_violations(page) == []
    page.keyboard.press("Tab")
    assert page.locator("#just-kept a").evaluate("each => each === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/decisions?before=2#decision-1")
    assert noise == []


def test_what_is_left_out_of_the_claims_is_told_where_the_decisions_stand(page: Page) -> None:
    _open_form(page)
    _sign(page, "It has nothing to do with the claim", "Another bridge.")
    note = page.locator("#just-kept")
    note.wait_for()
    sync_api.expect(note).to_be_focused()
    assert page.locator("[data-subject] > #just-kept").count() == 1
    assert _is_on_screen(page, "#just-kept")


def test_in_the_history_one_stays_at_what_was_taken_back(page: Page, archive: Path) -> None:
    with Archive.open(archive) as opened:
        decide(opened, EXAMINED.id, Draft(_KEY, Verb.CONFIRM), "Boris")
        for _ in range(12):
            note = Draft(f"article:{OPEN.id}", Verb.NOTE, "A paper of the isles.")
            decide(opened, EXAMINED.id, note, "Boris")
    page.goto("/decisions")
    assert find_violations(page) == []
    page.get_by_role("button", name="Take decision 1 back").click()
    told = page.locator("#decision-1 #just-kept")
    told.wait_for()
    sync_api.expect(told).to_be_focused()
    assert _is_on_screen(page, "#just-kept")
    assert find_violations(page) == []


def test_the_queue_leads_to_the_claim_and_a_verdict(page: Page) -> None:
    page.goto("/claims")
    assert find_violations(page) == []
    page.locator(".queue a").first.click()
    page.wait_for_url(f"**/articles/{EXAMINED.id}#s-*")
    page.get_by_role("link", name="Give a verdict").first.click()
    page.get_by_label("Your rating, in your own words").wait_for()
    assert find_violations(page) == []
    page.get_by_label("Your rating, in your own words").fill("Not shown")
    page.get_by_role("button", name="Sign as Anna").click()
    page.get_by_text("“Not shown”").wait_for()
    assert page.url.endswith("/verdicts?kept=1#just-kept")
    sync_api.expect(page.get_by_text("Verdict 1 is kept.")).to_be_visible()
    sync_api.expect(page.locator("#verdict-1 #just-kept")).to_be_focused()
    page.get_by_role("button", name="Withdraw verdict 1").press("Enter")
    sync_api.expect(page.locator("#verdict-2 #just-kept")).to_be_focused()
    sync_api.expect(page.locator("#just-kept")).to_contain_text("Verdict 1 is withdrawn")
    assert find_violations(page) == []


@pytest.mark.parametrize("page", [1280], indirect=True)
@pytest.mark.parametrize("leave", ["Escape", "Cancel"])
def test_a_form_that_is_left_gives_back_what_stood_there_and_the_focus(
    page: Page, leave: str, noise: list[str]
) -> None:
    for _time in range(2):  # what was given back opens again, with what was written
        link = page.locator(_PASSAGE).locator(".decide").first
        link.focus()
        page.keyboard.press("Enter")
        page.locator(".decide-box").wait_for()
        if not _time:
            page.get_by_label("It says the same as the claim").check()
            page.get_by_label("Why").fill("Tolls say so.")
        sync_api.expect(page.get_by_label("Why")).to_have_value("Tolls say so.")
        sync_api.expect(page.locator(".decide-box input[value=supports]")).to_be_checked()
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            page.get_by_role("link", name="Cancel").click()
        sync_api.expect(page.locator(".decide-box")).to_have_count(0)
        sync_api.expect(link).to_be_focused()
        sync_api.expect(page.locator(".htmx-request")).to_have_count(0)
    assert page.url.endswith(f"/articles/{EXAMINED.id}")
    assert noise == []


def test_an_open_report_says_that_somebody_else_decided(page: Page, archive: Path) -> None:
    news = page.locator(".news")
    sync_api.expect(news).to_be_empty()
    with Archive.open(archive) as opened:
        decide(opened, EXAMINED.id, Draft(_KEY, Verb.UNRELATED), "Boris")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    sync_api.expect(news).to_contain_text("Boris decided on it")
    sync_api.expect(news).to_be_in_viewport()
    assert find_violations(page) == []
    news.get_by_role("link", name="Show it as it is now").click()
    page.locator("#decided .says").wait_for()
    sync_api.expect(news).to_be_empty()
