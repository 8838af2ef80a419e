"""The page of accounts: made, changed, shut; what cannot be done is told in one line."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.web.hooks.subscription import Wanted
from tests.web.desk import PEOPLE, open_browser, try_login


def test_an_account_is_made_and_used(desk: FastAPI, ann: TestClient) -> None:
    form = {"name": "<b>Eve</b>", "role": "reviewer", "password": "a good long one"}
    page = ann.post("/users/add", data=form)
    assert page.status_code == 200
    assert "&lt;b&gt;Eve&lt;/b&gt;" in page.text
    assert "<b>Eve" not in page.text
    assert "good long" not in page.text
    assert try_login(open_browser(desk), "<b>Eve</b>", "a good long one") == 303


def test_changes_count_at_once(desk: FastAPI, ann: TestClient) -> None:
    rob = open_browser(desk, "Rob")
    assert rob.get("/users").status_code == 403
    ann.post("/users/role", data={"name": "Rob", "role": "admin"})
    assert rob.get("/users").status_code == 200
    ann.post("/users/password", data={"name": "Rob", "password": "quite another one"})
    assert rob.get("/api/me").status_code == 401
    assert try_login(open_browser(desk), "Rob", "quite another one") == 303
    assert "Shut on" in ann.post("/users/disable", data={"name": "Rob"}).text
    assert try_login(open_browser(desk), "Rob", "quite another one") == 403
    assert "Shut on" not in ann.post("/users/enable", data={"name": "Rob"}).text


def test_what_ends_with_a_password_a_role_an_account_is_told(
    desk: FastAPI, ann: TestClient
) -> None:
    rita = open_browser(desk, "Rita")
    rita.post("/me/tokens", data={"name": "script", "role": "reviewer"})
    changed = rita.post(
        "/me/password",
        data={
            "password": PEOPLE["Rita"][1],
            "new": "a second long one",
            "again": "a second long one",
        },
    )
    assert "Your tokens go on" in changed.text
    page = ann.post("/users/password", data={"name": "Rita", "password": "quite another one"})
    assert "logged out everywhere. 1 token of theirs was revoked." in page.text
    page = ann.post("/users/disable", data={"name": "Rita"})
    assert "logged out everywhere. 0 tokens of theirs were revoked." in page.text


def test_webhooks_of_somebody_who_is_no_administrator_any_more_are_told(
    desk: FastAPI, ann: TestClient
) -> None:
    ann.post("/users/role", data={"name": "Rita", "role": "admin"})
    desk.state.webhooks.store.add("https://a.example/", Wanted(), "Rita", 0)
    for path, form in (("role", {"role": "reader"}), ("disable", {})):
        page = ann.post(f"/users/{path}", data={"name": "Rita", **form})
        assert "1 webhook that they made is still told of changes" in page.text
    page = ann.post("/users/disable", data={"name": "Rob"})
    assert "webhook that they made" not in page.text


@pytest.mark.parametrize(
    ("path", "form", "said"),
    [
        ("add", {"name": "RITA", "role": "reader", "password": "a good long one"}, "already"),
        ("add", {"name": "Eve", "role": "reader", "password": "short"}, "at least 10"),
        ("role", {"name": "Ann", "role": "reader"}, "Nobody else"),
        ("disable", {"name": "Ann"}, "Nobody else"),
        ("disable", {"name": "Zoe"}, "Nobody here is called Zoe"),
        ("password", {"name": "ann", "password": "a good long one"}, "on your own page"),
        ("password", {"name": "Rob", "password": "short"}, "at least 10"),
    ],
)
def test_what_cannot_be_done(ann: TestClient, path: str, form: dict[str, str], said: str) -> None:
    page = ann.post(f"/users/{path}", data=form)
    assert page.status_code == 400
    assert said in page.text
    assert ann.get("/api/me").json()["role"] == "admin"


def test_nobody_else_does_it(desk: FastAPI) -> None:
    for name in ("Rita", "Rob"):
        client = open_browser(desk, name)
        form = {"name": name, "role": "admin", "password": "a good long one"}
        for path in ("add", "role", "disable", "enable", "password"):
            assert client.post(f"/users/{path}", data=form).status_code == 403
    assert try_login(open_browser(desk), "Rob", PEOPLE["Rob"][1]) == 303


@pytest.mark.parametrize(
    ("path", "form", "told"),
    [
        ("role", {"role": "reader"}, "Rita has another role"),
        ("password", {"password": "quite another one"}, "Rita has another password"),
        ("disable", {}, "Rita can log in no more"),
    ],
)
def test_loading_the_page_again_does_nothing_again(
    ann: TestClient, path: str, form: dict[str, str], told: str
) -> None:
    answer = ann.post(f"/users/{path}", data={"name": "Rita", **form}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/users")
    assert told in ann.get("/users").text
    assert told not in ann.get("/users").text


@pytest.mark.parametrize("value", ["%%%", "_w==", "PHNjcmlwdD4="])
def test_a_cookie_that_somebody_made_up_breaks_nothing(ann: TestClient, value: str) -> None:
    answer = ann.get(
        "/users", headers={"Cookie": f"told={value}; session={ann.cookies['session']}"}
    )
    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_whom_there_is_not_cannot_be_let_in_again(ann: TestClient) -> None:
    page = ann.post("/users/enable", data={"name": "Zoe"})
    assert page.status_code == 404
    assert "Nobody here is called Zoe" in page.text
