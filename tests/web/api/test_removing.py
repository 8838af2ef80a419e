"""Removing an article: by its page and by the API, for administrators alone."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.report.wording import say_date
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.accounts.person import Role
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, make_report, stance_key
from tests.web.desk import ADDRESS, make_desk, open_browser

SLASHED = "with/a slash?&"
PAGE = f"/articles/{EXAMINED.id}"
DRAFT = {"key": stance_key(make_report(), OPEN), "article": EXAMINED.id, "verb": "unrelated"}


@pytest.fixture
def desk(tmp_path: Path, quick: Passwords) -> FastAPI:
    app = make_desk(tmp_path / "archive", quick)
    with Archive.open(tmp_path / "archive") as archive:
        archive.add(
            Collected(each, each.id.encode(), "text/plain", each.id)
            for each in (EXAMINED, Article(SLASHED, "The pier is shut.", title="<i>Pier</i>"))
        )
        archive.examinations.keep(make_report())
    return app


def test_it_is_asked_once_more_and_said_what_goes_and_stays(desk: FastAPI, ann: TestClient) -> None:
    rita = open_browser(desk, "Rita")
    assert rita.post("/api/decisions", json=DRAFT).status_code == 201
    verdict = {"claim": "It is shut", "rating": "No", "article": EXAMINED.id}
    assert rita.post("/api/verdicts", json=verdict).status_code == 201
    assert f'href="/remove?article={EXAMINED.id}"' in ann.get(PAGE).text
    asked = ann.get("/remove", params={"article": EXAMINED.id}).text
    for told in ("1 report on it", "1 decision or note", "1 verdict on", "unless another article"):
        assert told in asked
    assert ann.get(f"/api/articles/{EXAMINED.id}").status_code == 200
    done = ann.post("/remove", data={"article": EXAMINED.id})
    assert "Removed from the archive" in done.text
    assert f'href="{PAGE}"' in done.text
    left = ann.get(PAGE).text
    assert "only its report is kept" in left
    day = say_date(datetime.now(UTC).date().isoformat())
    removed = rf"removed from the archive on {day} at \d\d:\d\d UTC by Ann\."
    assert re.search(rf'role="status"><b>This article was {removed}', left)
    assert re.search(r"It was removed on .* by Ann; only its report is kept", left)
    assert left.index("This article was removed") < left.index("<h1")
    assert "/files/raw/" not in left
    assert "Examine it again<" not in left
    assert "/work/examine" not in left
    assert rita.get("/claims", params={"state": ""}).text.count(PAGE) == 0
    assert rita.get("/api/claims").json()["items"] == []
    assert "/remove?" not in left
    refused = rita.post("/work/examine", data={"article": EXAMINED.id})
    assert refused.status_code == 404
    assert re.search(f"was {removed}", refused.text)
    assert rita.get("/api/work").json()["items"] == []
    assert len(ann.get("/api/verdicts").json()["items"]) == 1
    assert len(ann.get("/api/decisions").json()["items"]) == 1
    assert ann.get(f"/api/files/raw/{EXAMINED.id}").status_code == 404
    assert ann.post("/remove", data={"article": EXAMINED.id}).status_code == 404


def test_what_was_never_examined_leaves_no_page(ann: TestClient) -> None:
    asked = ann.get("/remove", params={"article": SLASHED}).text
    assert "&lt;i&gt;Pier" in asked
    assert "report on it" not in asked
    done = ann.post("/remove", data={"article": SLASHED}).text
    assert "which stays" not in done
    for path in ("/api/articles/with%2Fa%20slash%3F%26", "/articles/with%2Fa%20slash"):
        gone = ann.get(path)
        assert gone.status_code == 404
        assert "This article was removed from the archive on " in gone.text
    assert "was removed" not in ann.get("/articles/nothing-such").text


def test_over_the_api_by_the_whole_id(ann: TestClient) -> None:
    assert ann.delete(f"/api/articles/{EXAMINED.id[:8]}").status_code == 404
    assert ann.delete("/api/articles/with%2Fa%20slash%3F%26").status_code == 204
    assert ann.delete(f"/api/articles/{EXAMINED.id}").status_code == 204
    assert ann.delete(f"/api/articles/{EXAMINED.id}").status_code == 404
    assert ann.get("/api/articles").json()["items"] == []
    assert ann.get(f"/api/reports/{EXAMINED.id}").status_code == 200


def test_who_removed_what_and_when_is_listed_for_all(desk: FastAPI, ann: TestClient) -> None:
    rob = open_browser(desk, "Rob")
    assert "Removed last" not in rob.get("/decisions").text
    assert "Nothing was removed." in rob.get("/removals").text
    for path in (EXAMINED.id, "with%2Fa%20slash%3F%26"):
        assert ann.delete(f"/api/articles/{path}").status_code == 204
    gone = rob.get(f"/api/articles/{EXAMINED.id}").json()["detail"]
    assert re.search(r" at \d\d:\d\d UTC by Ann\.$", gone)
    listed = rob.get("/api/removals").json()["items"]
    assert [(each["id"], each["removed_by"], each["title"]) for each in listed] == [
        (SLASHED, "Ann", "<i>Pier</i>"),
        (EXAMINED.id, "Ann", EXAMINED.title),
    ]
    first = rob.get("/api/removals", params={"limit": 1}).json()
    (second,) = rob.get("/api/removals", params={"after": first["next"]}).json()["items"]
    assert (second["number"], second["removed_at"]) == (1, listed[1]["removed_at"])
    for page in (rob.get("/removals").text, rob.get("/decisions").text):
        assert len(re.findall(r"removed on \d.* UTC by Ann</time>", page)) == 2
        assert "&lt;i&gt;Pier&lt;/i&gt;" in page
        assert f'href="{PAGE}"' in page
        assert "added again" not in page
    assert "removal-2" not in rob.get("/removals", params={"before": 2}).text
    with Archive.open(desk.state.settings.archive) as archive:
        archive.add([Collected(EXAMINED, b"", "text/plain", "again")])
    assert "It was added again." in rob.get("/removals").text
    assert [each["is_back"] for each in rob.get("/api/removals").json()["items"]] == [False, True]


@pytest.mark.parametrize("name", ["Rita", "Rob"])
def test_only_an_administrator_may(desk: FastAPI, name: str) -> None:
    browser = open_browser(desk, name)
    asked = {"article": EXAMINED.id}
    assert browser.get("/remove", params=asked).status_code == 403
    assert browser.post("/remove", data=asked).status_code == 403
    assert browser.delete(f"/api/articles/{EXAMINED.id}").status_code == 403
    page = browser.get(PAGE)
    assert page.status_code == 200
    assert "/remove?" not in page.text


def test_a_page_of_another_site_and_a_lesser_token_remove_nothing(
    desk: FastAPI, ann: TestClient
) -> None:
    accounts: Accounts = desk.state.accounts
    made = accounts.tokens.create(accounts.users.get("Ann"), "nightly", Role.REVIEWER)
    program = TestClient(desk, ADDRESS, headers={"Authorization": f"Bearer {made.secret}"})
    assert program.delete(f"/api/articles/{EXAMINED.id}").status_code == 403
    del ann.headers["X-CSRF-Token"]
    assert ann.delete(f"/api/articles/{EXAMINED.id}").status_code == 403
    assert ann.post("/remove", data={"article": EXAMINED.id}).status_code == 403
    assert ann.get(f"/api/articles/{EXAMINED.id}").status_code == 200


def test_the_claims_that_follow_are_left_to_the_refresher(
    desk: FastAPI, ann: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = replace(EXAMINED, text="The bridge is open.").with_id()
    with Archive.open(desk.state.settings.archive) as archive:
        archive.add([Collected(later, b"", "text/plain", "later")])
        archive.examinations.keep(replace(make_report(), article=later))
    woken: list[bool] = []
    monkeypatch.setattr(desk.state.refresher, "wake", lambda: woken.append(True))
    assert ann.delete(f"/api/articles/{later.id}").status_code == 204
    with Archive.open(desk.state.settings.archive) as archive:
        assert archive.examinations.list_due() == (EXAMINED.id,)
    assert woken


def test_what_names_a_removed_article_says_so_and_leads_nowhere(
    desk: FastAPI, ann: TestClient
) -> None:
    with Archive.open(desk.state.settings.archive) as archive:
        archive.add([Collected(OPEN, b"", "text/plain", "open")])
        archive.examinations.keep(replace(make_report(), added=((OPEN.id, "2026-01-01"),)))
    assert open_browser(desk, "Rita").post("/api/decisions", json=DRAFT).status_code == 201
    links = f'href="/articles/{OPEN.id}"'
    assert links in ann.get(PAGE).text
    assert links in ann.get("/decisions").text
    assert ann.delete(f"/api/articles/{OPEN.id}").status_code == 204
    day = say_date(datetime.now(UTC).date().isoformat())
    for page in (PAGE, "/decisions"):
        told = ann.get(page).text
        assert links not in told
        assert f"(removed from the archive on {day})" in told
    assert ann.get("/decisions").text.count(f"(removed from the archive on {day})") == 1
    assert ann.delete(f"/api/articles/{EXAMINED.id}").status_code == 204
    assert ann.get("/decisions").text.count(f"(removed from the archive on {day})") == 2


def test_what_would_go_is_said_over_the_api_too(desk: FastAPI, ann: TestClient) -> None:
    path = f"/api/removals/{EXAMINED.id}"
    told = ann.get(path).json()
    assert told["id"] == EXAMINED.id
    assert any("bytes" in each for each in told["goes"])
    assert any("1 report on it" in each for each in told["stays"])
    assert ann.get(path[:-4]).status_code == 404, "by the whole id alone"
    assert open_browser(desk, "Rita").get(path).status_code == 403
    assert ann.get(f"/api/articles/{EXAMINED.id}").status_code == 200
