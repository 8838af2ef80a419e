"""The page of webhooks: made, tried, tried again, removed; how each goes is told."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.web.app import create_app
from secondsource.web.hooks.store import PAUSES
from secondsource.web.settings import Settings
from tests.web.hooks.receiver import Receiver


@pytest.fixture
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The workbench of one person over an empty archive, that may send to this machine."""
    folder = tmp_path_factory.mktemp("hooks")
    Archive.open(folder, create=True).close()
    return create_app(Settings(archive=folder, person="Ann", allow_private=True))


def _add(client: TestClient, address: str, **fields: str) -> str:
    return client.post("/webhooks/add", data={"address": address, **fields}).text


def test_it_is_made_and_its_secret_shown_once(client: TestClient, receiver: Receiver) -> None:
    assert "Nobody." in client.get("/webhooks").text
    page = _add(client, f"{receiver.address}?<b>", before="echoed", outlet="<i>Star</i>")
    assert "2swh_" in page
    assert "Only claims whose standing was “only echoed”." in page
    assert "&lt;i&gt;Star" in page
    assert "<b>&" not in page
    again = client.get("/webhooks").text
    assert "2swh_" not in again
    assert receiver.address in again
    assert 'href="/webhooks"' in client.get("/me").text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nowhere", "not a web address"),
        ("", "not a web address"),
        ("http://a:b@127.0.0.1/", "name"),
    ],
)
def test_what_is_wrong_is_told_beside_the_form(client: TestClient, address: str, said: str) -> None:
    answer = client.post("/webhooks/add", data={"address": address, "language": "ru"})
    assert answer.status_code == 400
    assert said in answer.text
    assert 'value="ru"' in answer.text


def test_a_test_message(client: TestClient, receiver: Receiver) -> None:
    _add(client, receiver.address)
    assert "took the test message" in client.post("/webhooks/test", data={"number": "1"}).text
    receiver.status = 503
    assert "answered 503" in client.post("/webhooks/test", data={"number": "1"}).text
    in_russian = {"Accept-Language": "ru"}
    told = client.post("/webhooks/test", data={"number": "1"}, headers=in_russian).text
    assert f"Сообщение не принято, {receiver.address}: ответ 503." in told
    tried = client.post("/api/webhooks/1/test", headers=in_russian).json()
    assert tried == {"taken": False, "problem": "ответ 503"}
    assert client.post("/webhooks/test", data={"number": "2"}).status_code == 404


def test_a_paused_one_says_so_and_is_tried_again(
    app: FastAPI, client: TestClient, receiver: Receiver
) -> None:
    _add(client, receiver.address)
    store = app.state.webhooks.store
    assert "Try again now" not in client.get("/webhooks").text
    for _ in PAUSES:
        store.note_failure(store.get(1), "answered 500")
    page = client.get("/webhooks").text
    assert "5 tries failed since; the last one: answered 500." in page
    assert "The next try is on" in page
    assert "ответ 500" in client.get("/webhooks", headers={"Accept-Language": "ru"}).text
    store.note_failure(store.get(1), "answered 500")
    assert "It has been paused since" in client.get("/webhooks").text
    assert "paused" not in client.post("/webhooks/resume", data={"number": "1"}).text
    assert "Nobody." in client.post("/webhooks/remove", data={"number": "1"}).text
