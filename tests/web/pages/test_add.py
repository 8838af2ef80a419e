"""The page on which articles are added."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.web.accounts.passwords import Passwords
from secondsource.web.work.job import Examining, Kind, Task
from tests.web.desk import ADDRESS, carry_token, make_desk, open_browser
from tests.web.work.stand_in import StandInQueue


@pytest.fixture
def queue(app: FastAPI) -> StandInQueue:
    """A queue that only notes what is asked for."""
    queue = StandInQueue()
    app.state.work = queue
    return queue


@pytest.fixture
def client(app: FastAPI, queue: StandInQueue) -> Iterator[TestClient]:
    """A browser that does not follow redirects."""
    assert app.state.work is queue
    with TestClient(app, ADDRESS, follow_redirects=False) as client:
        carry_token(client)
        yield client


def test_the_page_says_what_is_taken(client: TestClient) -> None:
    page = client.get("/add")
    assert page.status_code == 200
    for words in ("At most 100 files", "200 MB", 'type="url"', 'type="file" multiple'):
        assert words in page.text


def test_an_address_becomes_a_job(client: TestClient, queue: StandInQueue) -> None:
    form = {"address": " https://quay.example/a ", "examining": "none"}
    answer = client.post("/add/address", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/work/1")
    address = "https://quay.example/a"
    assert queue.asked == [(Task(Kind.ADD_ADDRESS, (address,), address, Examining.NONE), "Anna")]


@pytest.mark.parametrize("address", ["", "quay.example", "file:///etc/passwd", "javascript:x"])
def test_what_is_no_address_is_told_beside_the_form(
    client: TestClient, queue: StandInQueue, address: str
) -> None:
    page = client.post("/add/address", data={"address": address})
    assert page.status_code == 422
    assert "Give an address that begins with http" in page.text
    assert f'value="{address}" aria-invalid="true"' in page.text
    assert queue.asked == []


def test_files_become_a_job_and_keep_their_names(client: TestClient, queue: StandInQueue) -> None:
    files = [("files", (f"{name}.txt", name.encode())) for name in ("one", "two", "ü", "four")]
    answer = client.post("/add/upload", files=files, data={"examining": "all"})
    assert answer.headers["location"] == "/work/1"
    ((task, _person),) = queue.asked
    assert (task.kind, task.subject) == (Kind.ADD_UPLOAD, "one.txt, two.txt, ü.txt…")
    kept = {file.name: file.read_bytes() for file in Path(task.sources[0]).iterdir()}
    assert kept == {f"{name}.txt": name.encode() for name in ("one", "two", "ü", "four")}


def test_a_form_without_files_is_told(client: TestClient, queue: StandInQueue) -> None:
    page = client.post("/add/upload", data={"examining": "all"})
    assert page.status_code == 422
    assert "Choose at least one file, and at most 100." in page.text
    assert queue.asked == []


def test_a_feed_becomes_a_job(client: TestClient, queue: StandInQueue) -> None:
    answer = client.post("/add/feed", data={"address": "https://quay.example/feed"})
    assert answer.status_code == 303
    ((task, _person),) = queue.asked
    assert (task.kind, task.examining) == (Kind.ADD_FEED, Examining.IF_FEW)


def test_who_may_only_read_is_told_so(tmp_path: Path, quick: Passwords) -> None:
    with open_browser(make_desk(tmp_path / "desk", quick), "Rob") as rob:
        page = rob.get("/add")
        refused = rob.post("/add/address", data={"address": "https://quay.example/"})
    assert "A reader may read, not change anything." in page.text
    assert 'action="/add/' not in page.text
    assert refused.status_code == 403
