"""A workbench that several people use, and browsers in which they are logged in."""

import re
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.accounts.person import Role
from secondsource.web.app import create_app
from secondsource.web.settings import Settings

ADDRESS = "http://127.0.0.1:8380"
PEOPLE = {
    "Ann": (Role.ADMIN, "ann's long password"),
    "Rita": (Role.REVIEWER, "rita's long password"),
    "Rob": (Role.READER, "rob's long password"),
}


def make_desk(folder: Path, passwords: Passwords, **settings: object) -> FastAPI:
    """The workbench over an empty archive in which all of `PEOPLE` have accounts."""
    Archive.open(folder, create=True).close()
    with Accounts(folder, passwords=passwords) as accounts:
        for name, (role, password) in PEOPLE.items():
            accounts.users.add(name, role, password)
    app = create_app(Settings(archive=folder, **settings))  # type: ignore[arg-type]
    app.state.accounts.users._passwords = passwords
    return app


def read_token(page: str) -> str:
    """The token that the forms of a page carry."""
    (found, *_others) = re.findall(r'name="csrf" value="([^"]*)"', page)
    assert isinstance(found, str)
    return found


def try_login(client: TestClient, name: str, password: str, **fields: str) -> int:
    """The status of an attempt to log in by the page."""
    csrf = read_token(client.get("/login").text)
    form = {"csrf": csrf, "name": name, "password": password, **fields}
    return client.post("/login", data=form, follow_redirects=False).status_code


def open_browser(app: FastAPI, name: str = "", address: str = ADDRESS) -> TestClient:
    """A browser in which somebody is logged in, or nobody; its writes carry the pages' token."""
    client = TestClient(app, address)
    if name:
        assert try_login(client, name, PEOPLE[name][1]) == 303
        carry_token(client)
    return client


def carry_token(client: TestClient) -> None:
    """Have all that a client writes carry the token of the pages that it is shown."""
    client.headers["X-CSRF-Token"] = client.get("/api/me").json()["csrf"]
