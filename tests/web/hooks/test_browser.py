"""A webhook is made, tried and removed in a real browser, narrow and wide, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import pytest

from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.report.browsing import BROWSED, find_violations
from tests.web.hooks.conftest import Newsroom
from tests.web.hooks.receiver import Receiver
from tests.web.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = BROWSED
Scheme = Literal["light", "dark"]


@pytest.fixture
def desk(newsroom: Newsroom) -> Iterator[str]:
    """The workbench of one person, that may send to this machine."""
    app = create_app(Settings(archive=newsroom.folder, person="Ann", allow_private=True))
    with serve(app) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_made_tried_and_removed(
    desk: str, browser: Browser, receiver: Receiver, width: int, scheme: Scheme
) -> None:
    noise: list[str] = []
    page = browser.new_page(
        base_url=desk, viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    page.on("console", lambda message: noise.append(message.text))
    page.goto("/me")
    page.get_by_role("link", name="Webhooks").click()
    page.get_by_label("Address").fill(receiver.address + "?" + "long" * 100)
    page.get_by_label("whose standing is now").select_option("contested")
    page.get_by_role("button", name="Make the webhook").click()
    page.get_by_text("2swh_").wait_for()
    assert find_violations(page) == []
    receiver.status = 500
    page.get_by_role("button", name="Send a test message").click()
    page.get_by_role("alert").get_by_text("answered 500").wait_for()
    sync_api.expect(page.get_by_text("2swh_")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert find_violations(page) == []
    page.get_by_role("button", name="Remove").click()
    page.get_by_text("Nobody. A program").wait_for()
    assert find_violations(page) == []
    assert noise == []
