"""Accounts by the API: with an administrator's token, and nobody else's."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.web.accounts.person import Role
from tests.web.desk import ADDRESS, open_browser, try_login


def _ask_as_ann(desk: FastAPI, role: Role) -> TestClient:
    accounts = desk.state.accounts
    made = accounts.tokens.create(accounts.users.get("Ann"), "script", role)
    return TestClient(desk, ADDRESS, headers={"Authorization": f"Bearer {made.secret}"})


def test_accounts_are_made_and_changed(desk: FastAPI) -> None:
    ann = _ask_as_ann(desk, Role.ADMIN)
    made = ann.post(
        "/api/users", json={"name": "Eve", "role": "reader", "password": "a good long one"}
    )
    assert made.status_code == 201
    assert "password" not in made.json()
    path = f"/api/users/{made.json()['number']}"
    assert ann.patch(path, json={"role": "reviewer"}).json()["role"] == "reviewer"
    eves = desk.state.accounts.users.get("Eve")
    secret = desk.state.accounts.tokens.create(eves, "script", Role.READER).secret
    assert ann.patch(path, json={"password": "quite another one"}).status_code == 200
    assert desk.state.accounts.tokens.find(secret) is None
    assert try_login(open_browser(desk), "Eve", "quite another one") == 303
    assert ann.patch(path, json={"disabled": True}).json()["disabled"]
    assert try_login(open_browser(desk), "Eve", "quite another one") == 403
    assert ann.patch(path, json={"disabled": False}).json()["disabled"] is None
    names = [user["name"] for user in ann.get("/api/users").json()]
    assert names == ["Ann", "Eve", "Rita", "Rob"]


@pytest.mark.parametrize(
    ("path", "json", "status"),
    [
        ("/api/users/99", {"role": "admin"}, 404),
        ("/api/users/0", {"role": "admin"}, 422),
        ("/api/users/1", {"role": "reader"}, 400),
        ("/api/users/1", {"disabled": True}, 400),
        ("/api/users/1", {"password": "quite another one"}, 400),
        ("/api/users/2", {"password": "short"}, 400),
        ("/api/users/1", {"name": "Other"}, 422),
        ("/api/users/1", {}, 422),
        ("/api/users/1", {"role": "admin", "password": "quite another one"}, 422),
    ],
)
def test_what_cannot_be_changed(
    desk: FastAPI, path: str, json: dict[str, object], status: int
) -> None:
    ann = _ask_as_ann(desk, Role.ADMIN)
    assert ann.patch(path, json=json).status_code == status
    assert ann.get("/api/users").json()[0]["role"] == "admin"


def test_a_token_that_may_less_may_not(desk: FastAPI) -> None:
    form = {"name": "Eve", "role": "admin", "password": "a good long one"}
    for role in (Role.READER, Role.REVIEWER):
        program = _ask_as_ann(desk, role)
        assert program.get("/api/users").status_code == 403
        assert program.post("/api/users", json=form).status_code == 403
        assert program.patch("/api/users/1", json={"role": "admin"}).status_code == 403


def test_alone_there_are_none(client: TestClient) -> None:
    assert client.get("/api/users").json() == []
    form = {"name": "Eve", "role": "admin", "password": "a good long one"}
    assert client.post("/api/users", json=form).status_code == 400
