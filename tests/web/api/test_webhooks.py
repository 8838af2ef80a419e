"""Webhooks over the API: made, tried, removed by administrators, and by nobody else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.web.accounts.passwords import Passwords
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import OPEN, make_report, stance_key
from tests.web.desk import make_desk, open_browser
from tests.web.hooks.receiver import Receiver

HOOKS = "/api/webhooks"
DRAFT = {"key": stance_key(make_report(), OPEN), "article": EXAMINED.id, "verb": "unrelated"}


@pytest.fixture
def desk(tmp_path: Path, quick: Passwords) -> Iterator[FastAPI]:
    """A desk of several people with one kept report, that may send to this machine."""
    app = make_desk(tmp_path / "archive", quick, allow_private=True)
    with Archive.open(tmp_path / "archive") as archive:
        archive.examinations.keep(make_report())
    yield app
    app.state.webhooks.close()


def test_a_decision_is_told(desk: FastAPI, ann: TestClient, receiver: Receiver) -> None:
    given = {"address": receiver.address, "wanted": {"before": "contested"}}
    made = ann.post(HOOKS, json=given)
    assert made.status_code == 201
    assert made.json()["secret"].startswith("2swh_")
    assert open_browser(desk, "Rita").post("/api/decisions", json=DRAFT).status_code == 201
    (sent,) = receiver.wait_for(1)
    (change,) = ann.get("/api/changes").json()["items"]
    assert json.loads(sent.body) == {"event": "standing_changed", **change}
    assert change["because"]["by"] == "Rita"


def test_it_is_listed_without_its_secret_and_removed(ann: TestClient, receiver: Receiver) -> None:
    made = ann.post(HOOKS, json={"address": receiver.address}).json()
    listed = ann.get(HOOKS)
    assert listed.json()["items"] == [made["webhook"]]
    assert made["secret"] not in listed.text
    assert (made["webhook"]["made_by"], made["webhook"]["active"]) == ("Ann", True)
    assert ann.delete(f"{HOOKS}/1").status_code == 204
    assert ann.get(f"{HOOKS}/1").status_code == 404
    assert ann.get(HOOKS).json() == {"items": [], "next": None}


def test_a_message_that_tells_nothing(ann: TestClient, receiver: Receiver) -> None:
    ann.post(HOOKS, json={"address": receiver.address})
    assert ann.post(f"{HOOKS}/1/test").json() == {"taken": True, "problem": ""}
    (sent,) = receiver.received
    assert sent.headers["X-Second-Source-Event"] == "test"
    receiver.status = 410
    assert ann.post(f"{HOOKS}/1/test").json() == {"taken": False, "problem": "answered 410"}
    assert ann.post(f"{HOOKS}/1/resume").json()["active"] is True
    assert ann.post(f"{HOOKS}/2/test").status_code == 404


def test_addresses_of_the_own_network_are_refused(tmp_path: Path, quick: Passwords) -> None:
    client = open_browser(make_desk(tmp_path / "archive", quick), "Ann")
    for address in ("http://127.0.0.1:9/", "http://[::1]/", "http://10.1.2.3/x"):
        refused = client.post(HOOKS, json={"address": address})
        assert refused.status_code == 400
        assert "this machine or its network" in refused.json()["detail"]
    for wrong in ({"address": "file:///x"}, {"address": "http://10.1.2.3/", "wanted": {"x": 1}}):
        assert client.post(HOOKS, json=wrong).status_code == 422
    assert not list((tmp_path / "archive").glob("webhooks.db*"))


@pytest.mark.parametrize("name", ["Rita", "Rob"])
def test_nobody_else_sees_or_changes_them(desk: FastAPI, ann: TestClient, name: str) -> None:
    ann.post(HOOKS, json={"address": "http://127.0.0.1:9/"})
    client = open_browser(desk, name)
    assert client.get(HOOKS).status_code == 403
    assert client.post(HOOKS, json={"address": "http://127.0.0.1:9/"}).status_code == 403
    assert client.delete(f"{HOOKS}/1").status_code == 403
    assert client.post(f"{HOOKS}/1/test").status_code == 403
    assert client.get("/webhooks").status_code == 403
    assert client.get("/api/changes").status_code == 200
