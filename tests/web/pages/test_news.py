"""A report that somebody has open says that it has changed since."""

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.layout import STOP_ASKING
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import make_report
from tests.web.desk import open_browser
from tests.web.pages.deciding import decide, make_desk_with_report

_ASKS = re.compile(r'hx-get="(/news\?[^"]+)"')


@pytest.fixture
def app(tmp_path: Path, quick: Passwords) -> FastAPI:
    """A desk of several people with one kept report."""
    return make_desk_with_report(tmp_path / "archive", quick)


def _open_page(browser: TestClient) -> str:
    """What the page of the report asks now and then."""
    (address,) = _ASKS.findall(browser.get(f"/articles/{EXAMINED.id}").text)
    return str(address).replace("&amp;", "&")


def test_an_open_report_says_who_decided_since(app: FastAPI) -> None:
    rita, ann = open_browser(app, "Rita"), open_browser(app, "Ann")
    asked = _open_page(ann)
    assert ann.get(asked).status_code == 204
    assert decide(rita, "unrelated") == 200
    told = ann.get(asked)
    assert told.status_code == STOP_ASKING
    assert "This report has changed since you opened it." in told.text
    assert re.search(r"Rita decided on it \([^)]+\)\.", told.text)
    assert f'href="/articles/{EXAMINED.id}"' in told.text
    asked = _open_page(ann)
    assert ann.get(asked).status_code == 204
    assert decide(rita, "note", value="I was there.") == 200
    assert "Rita wrote a note on it" in ann.get(asked).text


def test_an_open_report_says_that_there_is_a_later_examination(app: FastAPI) -> None:
    ann = open_browser(app, "Ann")
    asked = _open_page(ann)
    with Archive.open(app.state.settings.archive) as archive:
        archive.examinations.keep(make_report())
    assert "It was examined again" in ann.get(asked).text


def test_what_happens_to_other_reports_is_no_news(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    assert decide(rita, "unrelated") == 200
    other = "/news?article=another&examination=1&decision=0&verdict=0"
    assert rita.get(other).status_code == 204


def test_a_verdict_and_its_withdrawal_are_news(app: FastAPI) -> None:
    rita, ann = open_browser(app, "Rita"), open_browser(app, "Ann")
    asked = _open_page(ann)
    given = {"claim": "The bridge is shut", "rating": "Yes", "sources": "https://example.org/a"}
    assert rita.post("/verdicts", data={**given, "article": EXAMINED.id}).status_code == 200
    assert "Rita gave a verdict on it" in ann.get(asked).text
    asked = _open_page(ann)
    assert rita.post("/verdicts/1/withdraw").status_code == 200
    assert "Rita withdrew a verdict on it" in ann.get(asked).text
