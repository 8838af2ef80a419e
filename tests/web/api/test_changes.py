"""The changes of standings over the API: in order, page by page, with what made them."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.web.accounts.passwords import Passwords
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, make_report, stance_key
from tests.web.desk import make_desk, open_browser

DRAFT = {"key": stance_key(make_report(), OPEN), "article": EXAMINED.id, "verb": "unrelated"}


@pytest.fixture
def rita(tmp_path: Path, quick: Passwords) -> TestClient:
    """The browser of a reviewer, who has decided and taken it back."""
    app = make_desk(tmp_path / "archive", quick)
    with Archive.open(tmp_path / "archive") as archive:
        archive.examinations.keep(make_report())
    browser = open_browser(app, "Rita")
    assert browser.get("/api/changes").json() == {"items": [], "next": None, "earliest": None}
    assert browser.post("/api/decisions", json=DRAFT).status_code == 201
    assert browser.post("/api/decisions/1/undo").status_code == 201
    return browser


def test_what_changed_and_why(rita: TestClient) -> None:
    (first, second) = rita.get("/api/changes").json()["items"]
    assert (first["before"], first["after"]) == ("contested", "corroborated")
    assert first["because"] == {"kind": "decision", "number": 1, "by": "Rita"}
    assert first["article"]["id"] == EXAMINED.id
    assert first["statement"]["text"] == make_report().statements[0].text
    assert (second["after"], second["because"]["number"]) == ("contested", 2)


def test_a_program_goes_on_from_what_it_has(rita: TestClient) -> None:
    first = rita.get("/api/changes", params={"limit": 1}).json()
    assert (first["next"], first["earliest"]) == ("1", 1)
    second = rita.get("/api/changes", params={"after": first["next"]}).json()
    assert [each["number"] for each in second["items"]] == [2]
    assert rita.get("/api/changes", params={"after": "2"}).json()["items"] == []
    assert rita.get("/api/changes", params={"after": "x"}).status_code == 422
