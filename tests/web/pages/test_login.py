"""Logging in: generic, limited, to a page inside, with a new session, over https marked so."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from limits.storage import MemoryStorage

from secondsource.web.accounts.limiting import LoginLimits
from secondsource.web.accounts.passwords import Passwords
from tests.web.desk import ADDRESS, PEOPLE, make_desk, open_browser, read_token, try_login

_RITA = PEOPLE["Rita"][1]


def _log_in(client: TestClient, **fields: str) -> str:
    form = {"csrf": read_token(client.get("/login").text), "name": "Rita", "password": _RITA}
    answer = client.post("/login", data={**form, **fields}, follow_redirects=False)
    assert answer.status_code == 303
    return answer.headers["location"]


@pytest.mark.parametrize(
    ("next_", "place"),
    [
        ("/users?a=b", "/users?a=b"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_it_goes_on_inside_only(desk: FastAPI, next_: str, place: str) -> None:
    client = open_browser(desk)
    shown = client.get("/login", params={"next": next_}).text
    assert f'name="next" value="{place}"' in shown
    assert _log_in(client, next=next_) == place
    again = client.get("/login", params={"next": next_}, follow_redirects=False)
    assert again.headers["location"] == place


@pytest.mark.parametrize("name", ["Rita", "Nobody", "", "<b>x</b>"])
def test_what_was_wrong_is_not_told(desk: FastAPI, name: str) -> None:
    client = open_browser(desk)
    form = {"csrf": read_token(client.get("/login").text), "name": name, "password": "wrong one"}
    page = client.post("/login", data=form)
    assert page.status_code in (403, 422)
    assert "no account with this name and password" in page.text or not name
    assert "<b>x</b>" not in page.text
    assert "session" not in client.cookies


def test_each_login_has_a_session_of_its_own(desk: FastAPI) -> None:
    client = open_browser(desk, "Rita")
    first = client.cookies["session"]
    form = {"name": "Rita", "password": _RITA}
    assert client.post("/login", data=form, follow_redirects=False).status_code == 303
    second = client.cookies["session"]
    assert first != second
    stolen = TestClient(desk, ADDRESS, cookies={"session": first})
    assert stolen.get("/api/me").status_code == 401


def test_a_planted_session_is_not_taken_up(desk: FastAPI) -> None:
    client = TestClient(desk, ADDRESS, cookies={"session": "planted"})
    assert try_login(client, "Rita", _RITA) == 303
    planted = TestClient(desk, ADDRESS, cookies={"session": "planted"})
    assert planted.get("/api/me").status_code == 401


def test_a_login_form_of_another_browser_is_refused(desk: FastAPI) -> None:
    one, other = open_browser(desk), open_browser(desk)
    form = {"csrf": read_token(one.get("/login").text), "name": "Rita", "password": _RITA}
    assert other.post("/login", data=form).status_code == 403
    other.get("/login")
    assert other.post("/login", data=form).status_code == 403
    assert one.post("/login", data=form, follow_redirects=False).status_code == 303


def test_logging_out_ends_the_session(desk: FastAPI) -> None:
    client = open_browser(desk, "Rita")
    secret = client.cookies["session"]
    answer = client.post("/logout", follow_redirects=False)
    assert answer.headers["location"] == "/login"
    assert "session" not in client.cookies
    again = TestClient(desk, ADDRESS, cookies={"session": secret})
    assert again.get("/api/me").status_code == 401


def test_the_cookie_is_kept_from_scripts_and_other_sites(
    desk: FastAPI, tmp_path: Path, quick: Passwords
) -> None:
    client = open_browser(desk)
    form = {"csrf": read_token(client.get("/login").text), "name": "Rita", "password": _RITA}
    answer = client.post("/login", data=form, follow_redirects=False)
    (cookie,) = (c for c in answer.headers.get_list("set-cookie") if c.startswith("session="))
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    secure = make_desk(tmp_path / "secure", quick, https=True)
    client = TestClient(secure, "https://desk.example")
    form["csrf"] = read_token(client.get("/login").text)
    answer = client.post("/login", data=form, follow_redirects=False)
    (cookie,) = (c for c in answer.headers.get_list("set-cookie") if "session=" in c)
    assert cookie.startswith("__Host-session=")
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Secure"} <= set(cookie.split("; "))
    assert client.get("/api/me").json()["name"] == "Rita"


def test_tries_for_one_name_are_limited(desk: FastAPI) -> None:
    client = open_browser(desk)
    assert [try_login(client, "Rita", "wrong one") for _ in range(5)] == [403] * 5
    form = {"csrf": read_token(client.get("/login").text), "name": " rITA", "password": _RITA}
    page = client.post("/login", data=form, follow_redirects=False)
    assert page.status_code == 429
    assert 55 <= int(page.headers["retry-after"]) <= 61
    assert "Too many tries" in page.text
    assert try_login(client, "Rob", PEOPLE["Rob"][1]) == 303


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time by which tries are counted: set by hand."""
    moment = [1_000_000.0]
    clock = SimpleNamespace(time=lambda: moment[0])
    monkeypatch.setattr("limits.storage.memory.time", clock)
    monkeypatch.setattr("secondsource.web.accounts.limiting.time", clock)
    return moment


def test_windows_move_with_the_time(now: list[float]) -> None:
    limits = LoginLimits()
    allowed = 0
    for _ in range(60 * 12):  # a try every five seconds for an hour
        allowed += not limits.count("192.0.2.1", "rita")
        now[0] += 5
    assert allowed == 20
    now[0] += 1
    assert limits.count("192.0.2.2", "rita") == 0  # the first tries are an hour ago
    assert limits.count("192.0.2.2", "rob") == 0


def test_one_address_shuts_out_itself_first(now: list[float]) -> None:
    limits = LoginLimits()
    tries = [limits.count("2001:db8::1", f"name {n}") for n in range(10)]
    assert tries == [0] * 10
    assert limits.count("2001:db8::ffff", "rita") > 0  # the same house
    assert limits.count("2001:db8:1::1", "rita") == 0
    now[0] += 61
    assert limits.count("2001:db8::1", "rita") == 0


@pytest.mark.usefixtures("now")
def test_counting_takes_bounded_memory() -> None:
    limits = LoginLimits()
    for n in range(5_000):
        limits.count(f"host {n}", f"name {n}")
    storage = limits._limiter.storage
    assert isinstance(storage, MemoryStorage)
    assert 1_000 < len(storage.events) <= 4 * 4_096


def test_alone_there_is_nothing_to_log_in_to(client: TestClient) -> None:
    assert client.get("/login", follow_redirects=False).headers["location"] == "/"
    form = {"name": "Rita", "password": _RITA}
    assert client.post("/login", data=form, follow_redirects=False).headers["location"] == "/"
    assert "Log out" not in client.get("/").text
