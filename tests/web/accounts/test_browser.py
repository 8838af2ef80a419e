"""Logging in and accounts in a real browser, which keeps to what the answers say to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from secondsource.web.accounts.passwords import Passwords
from tests.report.browsing import BROWSED, CHROMIUM, FLAGS, find_violations
from tests.web.desk import PEOPLE, make_desk
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = BROWSED
_POST = """() => new Promise(done => {
  document.body.addEventListener("htmx:afterRequest", event => done(event.detail.xhr.status));
  htmx.ajax("POST", "/users/role", {values: {name: "Rob", role: "reviewer"}, swap: "none"});
})"""


@pytest.fixture
def desk(tmp_path: Path, quick: Passwords) -> Iterator[str]:
    with serve(make_desk(tmp_path / "desk", quick)) as address:
        yield address


@pytest.fixture
def noise() -> list[str]:
    """What the browser complained of."""
    return []


@pytest.fixture
def page(desk: str, noise: list[str]) -> Iterator[Page]:
    """A page of a browser as wide as a telephone."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page(base_url=desk, viewport={"width": 390, "height": 800})
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        yield page
        browser.close()


def _log_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def _fits(page: Page) -> bool:
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return bool(wide <= 0)


def test_in_and_out_again(page: Page, desk: str, noise: list[str]) -> None:
    page.goto("/users")
    page.wait_for_url(f"{desk}/login?next=%2Fusers")
    assert _fits(page)
    _log_in(page, "Ann", PEOPLE["Ann"][1])
    page.wait_for_url(f"{desk}/users")
    assert _fits(page)
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Русский").click()
    page.locator("html[lang=ru]").wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(f"{desk}/login")
    page.go_back()
    page.get_by_role("heading", name="Log in").wait_for()
    assert noise == []


def test_accounts_are_changed_by_forms_and_by_parts_of_pages(page: Page, noise: list[str]) -> None:
    page.goto("/users")
    _log_in(page, "Ann", PEOPLE["Ann"][1])
    page.get_by_label("Name, with which decisions are signed").fill("Eve")
    page.get_by_label("Password, at least 10 characters").fill("a good long one")
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("heading", name="Eve", exact=True).wait_for()
    rob = page.locator(".card", has=page.get_by_role("heading", name="Rob"))
    assert rob.get_by_label("Role").input_value() == "reader"
    page.wait_for_function("() => window.htmx")
    assert page.evaluate(_POST) == 200
    page.reload()
    assert rob.get_by_label("Role").input_value() == "reviewer"
    assert noise == []


def test_a_token_is_shown_and_revoked(page: Page, noise: list[str]) -> None:
    page.goto("/me")
    _log_in(page, "Rita", PEOPLE["Rita"][1])
    page.get_by_label("What the new token is for").fill("nightly export")
    page.get_by_role("button", name="Make a token").click()
    assert page.get_by_role("status").locator("code").inner_text().startswith("2src_")
    assert _fits(page)
    page.get_by_role("button", name="Revoke nightly export").click()
    page.get_by_text("Revoked on").wait_for()
    assert noise == []


def test_a_page_of_another_site_writes_nothing(page: Page, desk: str, tmp_path: Path) -> None:
    page.goto("/login")
    _log_in(page, "Ann", PEOPLE["Ann"][1])
    page.get_by_role("button", name="Log out").wait_for()
    other = tmp_path / "evil.html"
    other.write_text(
        f'<form method="post" action="{desk}/users/role"><input name="name" value="Rob">'
        '<input name="role" value="admin"><button>Win</button></form>'
    )
    page.goto(other.as_uri())
    with page.expect_response("**/users/role") as answered:
        page.get_by_role("button", name="Win").click()
    assert answered.value.status in (401, 403)
    page.goto(f"{desk}/users")
    rob = page.locator(".card", has=page.get_by_role("heading", name="Rob"))
    assert rob.get_by_label("Role").input_value() == "reader"


def _list_pages(page: Page) -> Iterator[str]:
    """Opens each page of accounts in turn, in each of its states, and says which."""
    page.goto("/login")
    yield "login"
    _log_in(page, "Ann", "a wrong password")
    page.get_by_role("alert").wait_for()
    yield "login failed"
    _log_in(page, "Ann", PEOPLE["Ann"][1])
    page.get_by_role("button", name="Log out").wait_for()
    page.goto("/me")
    page.get_by_label("What the new token is for").fill("nightly export")
    page.get_by_role("button", name="Make a token").click()
    page.get_by_text("Copy the new token").wait_for()
    yield "me"
    page.goto("/users")
    yield "users"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_pages(
    page: Page, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    for name in _list_pages(page):
        assert (name, find_violations(page)) == (name, [])
        assert _fits(page), name
