"""One's own tokens and password over the API: with a login, never with a token."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.desk import ADDRESS, PEOPLE, open_browser, try_login

_ROB = PEOPLE["Rob"][1]
_FRESH = "a fresh long password"


def _make_program(desk: FastAPI, owner: TestClient, role: str) -> TestClient:
    made = owner.post("/api/me/tokens", json={"name": "nightly", "role": role})
    assert made.status_code == 201
    headers = {"Authorization": f"Bearer {made.json()['secret']}"}
    return TestClient(desk, ADDRESS, headers=headers)


def test_a_token_is_made_listed_and_revoked(desk: FastAPI) -> None:
    rob = open_browser(desk, "Rob")
    program = _make_program(desk, rob, "reader")
    assert program.get("/api/me").json()["role"] == "reader"
    (listed,) = rob.get("/api/me/tokens").json()
    assert (listed["name"], listed["revoked"]) == ("nightly", None)
    assert "secret" not in listed
    rita = open_browser(desk, "Rita")
    assert rita.get("/api/me/tokens").json() == []
    assert rita.delete(f"/api/me/tokens/{listed['number']}").status_code == 404
    assert program.get("/api/me").status_code == 200
    assert rob.delete(f"/api/me/tokens/{listed['number']}").status_code == 204
    assert program.get("/api/me").status_code == 401


def test_a_token_may_do_no_more_than_its_owner(desk: FastAPI) -> None:
    rita = open_browser(desk, "Rita")
    refused = rita.post("/api/me/tokens", json={"name": "x", "role": "admin"})
    assert refused.status_code == 400
    assert "no more than you may" in refused.json()["detail"]


@pytest.mark.parametrize("name", ["Ann", "Rob"])
def test_with_a_token_none_of_it_is_done(desk: FastAPI, name: str) -> None:
    owner = open_browser(desk, name)
    program = _make_program(desk, owner, "reader" if name == "Rob" else "admin")
    passwords = {"password": PEOPLE[name][1], "new": _FRESH}
    for answer in (
        program.get("/api/me/tokens"),
        program.post("/api/me/tokens", json={"name": "x", "role": "reader"}),
        program.delete("/api/me/tokens/1"),
        program.post("/api/me/password", json=passwords),
    ):
        assert answer.status_code == 403
        assert "takes a login" in answer.json()["detail"]
    assert len(owner.get("/api/me/tokens").json()) == 1
    assert try_login(open_browser(desk), name, PEOPLE[name][1]) == 303


def test_another_password_ends_the_other_sessions(desk: FastAPI) -> None:
    here, elsewhere = open_browser(desk, "Rob"), open_browser(desk, "Rob")
    path = "/api/me/password"
    assert here.post(path, json={"password": "wrong one", "new": _FRESH}).status_code == 403
    assert here.post(path, json={"password": _ROB, "new": "short"}).status_code == 400
    assert here.post(path, json={"new": _FRESH}).status_code == 422
    assert elsewhere.get("/api/me").status_code == 200
    assert here.post(path, json={"password": _ROB, "new": _FRESH}).status_code == 204
    assert here.get("/api/me").status_code == 200
    assert elsewhere.get("/api/me").status_code == 401
    desk.state.login_limits = type(desk.state.login_limits)()
    assert try_login(open_browser(desk), "Rob", _FRESH) == 303


def test_the_password_cannot_be_guessed(desk: FastAPI) -> None:
    rob = open_browser(desk, "Rob")  # one try of five
    tries = [
        rob.post("/api/me/password", json={"password": "wrong one", "new": _FRESH})
        for _ in range(5)
    ]
    assert [each.status_code for each in tries] == [403] * 4 + [429]
    assert int(tries[-1].headers["retry-after"]) > 0


def test_alone_there_is_no_account_to_change(client: TestClient) -> None:
    assert client.get("/api/me/tokens").status_code == 400
    assert client.post("/api/me/tokens", json={"name": "x", "role": "reader"}).status_code == 400
