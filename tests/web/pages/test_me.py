"""One's own page: tokens made, shown once and revoked; the password changed."""

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.desk import ADDRESS, PEOPLE, open_browser, try_login

_RITA = PEOPLE["Rita"][1]


def test_a_token_is_shown_once_works_and_is_revoked(desk: FastAPI) -> None:
    rita = open_browser(desk, "Rita")
    page = rita.post("/me/tokens", data={"name": "<i>nightly</i>", "role": "reader"}).text
    (secret,) = re.findall(r"<code>(2src_[\w-]+)</code>", page)
    assert "<i>nightly</i>" not in page
    assert secret not in rita.get("/me").text
    program = TestClient(desk, ADDRESS, headers={"Authorization": f"Bearer {secret}"})
    assert program.get("/api/me").json()["role"] == "reader"
    rob = open_browser(desk, "Rob")
    assert rob.post("/me/tokens/revoke", data={"number": "1"}).status_code == 404
    assert program.get("/api/me").status_code == 200
    assert "Revoked on" in rita.post("/me/tokens/revoke", data={"number": "1"}).text
    assert program.get("/api/me").status_code == 401


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"name": "x", "role": "admin"}, 400),
        ({"name": " ", "role": "reader"}, 400),
        ({"name": "x", "role": "king"}, 422),
        ({"name": "x" * 9_000, "role": "reader"}, 422),
    ],
)
def test_a_token_that_cannot_be_made(desk: FastAPI, form: dict[str, str], status: int) -> None:
    rita = open_browser(desk, "Rita")
    assert rita.post("/me/tokens", data=form).status_code == status
    assert "You have none." in rita.get("/me").text


def _change(client: TestClient, password: str, new: str, again: str) -> int:
    form = {"password": password, "new": new, "again": again}
    return client.post("/me/password", data=form).status_code


def test_another_password_ends_the_other_sessions(desk: FastAPI) -> None:
    here, elsewhere = open_browser(desk, "Rita"), open_browser(desk, "Rita")
    fresh = "a fresh long password"
    assert _change(here, "wrong one", fresh, fresh) == 403
    assert _change(here, _RITA, fresh, "a frehs long password") == 400
    assert _change(here, _RITA, "short", "short") == 400
    assert elsewhere.get("/api/me").status_code == 200
    desk.state.login_limits = type(desk.state.login_limits)()
    assert _change(here, _RITA, fresh, fresh) == 200
    assert here.get("/api/me").status_code == 200
    assert elsewhere.get("/api/me").status_code == 401
    assert try_login(open_browser(desk), "Rita", _RITA) == 403
    assert try_login(open_browser(desk), "Rita", fresh) == 303


def test_the_present_password_cannot_be_guessed_here_either(desk: FastAPI) -> None:
    rita = open_browser(desk, "Rita")  # one try of five
    assert [_change(rita, "wrong one", "x", "x") for _ in range(5)] == [403] * 4 + [429]


def test_alone_it_says_how_to_let_others_in(client: TestClient) -> None:
    assert "users add" in client.get("/me").text
    assert client.post("/me/tokens", data={"name": "x", "role": "reader"}).status_code == 400
    assert client.post("/me/password", data=dict.fromkeys(("password", "new", "again"), "x"))
    assert "users add" in client.get("/users").text
    form = {"name": "Eve", "role": "admin", "password": "a good long one"}
    assert client.post("/users/add", data=form).status_code == 400


def test_a_reader_is_not_told_that_they_sign(desk: FastAPI) -> None:
    signed = "What you decide is signed with this name."
    assert signed in open_browser(desk, "Rita").get("/me").text
    page = open_browser(desk, "Rob").get("/me").text
    assert signed not in page
    assert "To decide, ask an administrator for another role." in page
