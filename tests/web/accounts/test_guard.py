"""The guard: every route of the app is asked with and without what it needs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from starlette.routing import Mount

from secondsource.archive import Archive
from secondsource.errors import AccountsError
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.accounts.person import Role
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from tests.web.desk import ADDRESS, make_desk, open_browser, read_token

_UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
_OPEN = {"/login", "/language", "/report/{name}"}  # and what is under /static
_OWN = {"/logout", "/language", "/login"}  # and what is under /me and /api/me


def _list_routes(app: FastAPI) -> Iterator[tuple[str, str, str]]:
    """Each method of each route: method, path as declared, path with something in its places."""
    for route in iter_route_contexts(app.routes):
        assert route.path is not None
        if isinstance(route.original_route, Mount):
            assert route.path == "/static"
            continue
        for method in sorted(route.methods or ()):
            yield method, route.path, re.sub(r"\{[^}]*\}", "1", route.path)


def test_all_routes_are_found(desk: FastAPI) -> None:
    found = {(method, path) for method, path, _ in _list_routes(desk)}
    assert {("GET", "/"), ("POST", "/login"), ("GET", "/api/openapi.json")} <= found
    assert {("POST", "/users/add"), ("GET", "/api/articles/{id:path}")} <= found


def test_every_write_without_a_token_is_refused(desk: FastAPI, app: FastAPI) -> None:
    ann, alone, stranger = open_browser(desk, "Ann"), open_browser(app), open_browser(desk)
    del ann.headers["X-CSRF-Token"]
    stranger.get("/login")
    for method, _path, filled in _list_routes(desk):
        if method not in _UNSAFE:
            continue
        for client in (ann, alone, stranger):
            for sent in ({}, {"csrf": ""}, {"csrf": "x" * 43}):
                answer = client.request(method, filled, data=sent, follow_redirects=False)
                assert answer.status_code in (401, 403), (method, filled, answer.text)
                assert not answer.headers.get("set-cookie", "").startswith("session="), filled
            answer = client.request(
                method, filled, json={}, headers={b"X-CSRF-Token": "é".encode()}
            )
            assert answer.status_code in (401, 403), (method, filled)
    assert ann.get("/me").status_code == 200


def test_every_route_needs_a_person(desk: FastAPI) -> None:
    stranger = open_browser(desk)
    token = read_token(stranger.get("/login").text)
    for method, path, filled in _list_routes(desk):
        if path in _OPEN:
            continue
        answer = stranger.request(
            method, filled, headers={"X-CSRF-Token": token}, follow_redirects=False
        )
        to_login = answer.status_code == 303 and answer.headers["location"].startswith("/login")
        assert to_login or answer.status_code == 401, (method, path)
    assert stranger.get("/nowhere", follow_redirects=False).status_code == 303
    assert stranger.get("/static/workbench.css").status_code == 200


def test_a_reader_changes_nothing_but_their_own(desk: FastAPI) -> None:
    rob = open_browser(desk, "Rob")
    for method, path, filled in _list_routes(desk):
        if method in _UNSAFE and path not in _OWN and not path.startswith(("/me/", "/api/me/")):
            assert rob.request(method, filled).status_code == 403, (method, path)
    assert rob.get("/").status_code == 200


def test_accounts_are_for_administrators(desk: FastAPI) -> None:
    for name in ("Rita", "Rob"):
        assert open_browser(desk, name).get("/users").status_code == 403
    assert open_browser(desk, "Ann").get("/users").status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8380", 200),
        ("127.0.0.1", 200),
        ("LOCALHOST:1", 200),
        ("[::1]:8380", 200),
        ("evil.example", 421),
        ("evil.example:8380", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.1@evil.example", 421),
        ("[::1", 421),
        ("", 421),
    ],
)
def test_alone_it_answers_to_its_own_name_only(app: FastAPI, host: str, status: int) -> None:
    client = TestClient(app, ADDRESS)
    assert client.get("/", headers={"Host": host}).status_code == status
    assert client.get("/api/me", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8380"}, 303),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://127.0.0.1:8380"}, 303),
        ({"Origin": "http://127.0.0.1:9000"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[::1"}, 403),
        ({"Origin": ""}, 403),
    ],
)
def test_other_sites_write_nothing(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    answer = client.post(
        "/language", data={"language": "ru"}, headers=headers, follow_redirects=False
    )
    assert answer.status_code == status


@pytest.mark.parametrize("host", ["x/static/", "x/login?", "x/api/", "x/login#", "[x/login?", "@"])
def test_a_path_in_the_name_of_the_host_opens_nothing(desk: FastAPI, host: str) -> None:
    stranger = open_browser(desk)
    answer = stranger.get("/users", headers={"Host": host}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fusers")


@pytest.mark.parametrize(
    "path", ["/static/../users", "/static/%2e%2e/users", "//users", "/login/../users", "/users/"]
)
def test_no_spelling_of_a_path_opens_a_page(desk: FastAPI, path: str) -> None:
    answer = open_browser(desk).get(path, follow_redirects=False)
    assert answer.status_code in (303, 404)
    assert "Rita" not in answer.text


def test_alone_a_bearer_token_is_no_way_round(app: FastAPI) -> None:
    client = TestClient(app, ADDRESS)
    headers = {"Authorization": "Bearer anything"}
    assert client.post("/language", data={"language": "ru"}, headers=headers).status_code == 403


def test_a_program_asks_with_a_token(desk: FastAPI) -> None:
    accounts: Accounts = desk.state.accounts
    ann = accounts.users.get("Ann")
    made = accounts.tokens.create(ann, "nightly", Role.READER)
    client = TestClient(desk, "http://desk.example")
    client.headers["Authorization"] = f"Bearer {made.secret}"
    assert client.get("/api/me").json() == {"name": "Ann", "role": "reader", "csrf": None}
    assert client.get("/", follow_redirects=False).status_code == 303
    assert client.post("/users/add", data={}).status_code == 401
    accounts.tokens.revoke(ann, made.token.number)
    refused = client.get("/api/me")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Bearer"
    assert "not valid" in refused.json()["detail"]


def test_a_wrong_token_is_not_helped_by_a_session(desk: FastAPI) -> None:
    rita = open_browser(desk, "Rita")
    assert rita.get("/api/me", headers={"Authorization": "Bearer x"}).status_code == 401
    assert rita.get("/api/me").json()["name"] == "Rita"


def test_what_asks_is_told_in_its_own_way(desk: FastAPI) -> None:
    stranger = open_browser(desk)
    page = stranger.get("/articles?q=a&b=c", follow_redirects=False)
    assert page.headers["location"] == "/login?next=%2Farticles%3Fq%3Da%26b%3Dc"
    part = stranger.get("/articles", headers={"HX-Request": "true"})
    assert (part.status_code, part.headers["hx-redirect"]) == (401, "/login")
    assert stranger.get("/api/articles").json()["detail"].startswith("Log in")
    assert "nothing was changed" in stranger.post("/articles").text


def test_a_program_is_told_what_its_write_lacks(desk: FastAPI, app: FastAPI) -> None:
    ann, alone = open_browser(desk, "Ann"), open_browser(app)
    del ann.headers["X-CSRF-Token"]
    told = ann.post("/api/verdicts", json={}).json()["detail"]
    assert "Authorization: Bearer" in told
    assert "X-CSRF-Token" in told
    told = alone.post("/api/verdicts", json={}, headers={"X-CSRF-Token": "stale"}).json()["detail"]
    assert "X-CSRF-Token" in told
    assert "Bearer" not in told
    assert "Load it again" in alone.post("/verdicts", data={}).text


def test_the_first_account_shuts_the_door_at_once(tmp_path: Path, quick: Passwords) -> None:
    folder = tmp_path / "desk"
    Archive.open(folder, create=True).close()
    client = TestClient(create_app(Settings(archive=folder, person="Anna")), ADDRESS)
    assert client.get("/api/me").json()["role"] == "admin"
    with Accounts(folder, passwords=quick) as accounts:
        accounts.users.add("Ann", Role.ADMIN, "a good long one")
    assert client.get("/api/me").status_code == 401


def test_others_are_not_served_without_accounts(folder: Path) -> None:
    with pytest.raises(AccountsError, match=r"Other machines can reach 0\.0\.0\.0"):
        create_app(Settings(archive=folder, host="0.0.0.0"))


def test_with_accounts_others_are_served_under_any_name(tmp_path: Path, quick: Passwords) -> None:
    desk = make_desk(tmp_path / "desk", quick, host="0.0.0.0")
    ann = open_browser(desk, "Ann", "http://desk.example:8380")
    assert ann.get("/").status_code == 200
    (tmp_path / "desk" / "accounts.db").unlink()
    desk.state.accounts.close()
    assert ann.get("/").status_code == 503
