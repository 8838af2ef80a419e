"""Adding by program: each request becomes a job."""

import errno
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.collect import Rejected
from secondsource.web.work.job import Examining, Job, Kept, Kind, State, Task
from tests.web.work.stand_in import StandInQueue


@pytest.fixture
def queue(app: FastAPI) -> StandInQueue:
    """A queue that only notes what is asked for."""
    queue = StandInQueue()
    app.state.work = queue
    return queue


@pytest.mark.parametrize(("feed", "kind"), [(False, Kind.ADD_ADDRESS), (True, Kind.ADD_FEED)])
def test_an_address(queue: StandInQueue, client: TestClient, feed: bool, kind: Kind) -> None:
    answer = client.post("/api/add", json={"address": "https://quay.example/", "feed": feed})
    assert (answer.status_code, answer.json()["number"]) == (202, 1)
    ((task, person),) = queue.asked
    assert (task.kind, task.sources, person) == (kind, ("https://quay.example/",), "Anna")


def test_a_job_is_asked_for_again(queue: StandInQueue, client: TestClient) -> None:
    job = Job(7, Task(Kind.ADD_FEED, ("https://quay.example/feed",), "quay"), "Anna", "2026-11-29")
    queue.held[7] = job
    assert client.get("/api/work/7").json()["repeatable"] is False
    assert client.post("/api/work/7/again").status_code == 409
    queue.held[7] = replace(job, state=State.FAILED)
    assert client.get("/api/work/7").json()["repeatable"] is True
    assert client.post("/api/work/7/again").status_code == 202
    queue.held[7] = replace(job, state=State.FAILED, again=9)
    told = client.get("/api/work/7").json()
    assert (told["repeatable"], told["again"]) == (False, 9)
    assert queue.asked == [(job.task, "Anna")]
    assert client.post("/api/work/8/again").status_code == 404


def test_files(queue: StandInQueue, client: TestClient) -> None:
    files = [("files", ("a.txt", b"one")), ("files", ("b.txt", b"two"))]
    answer = client.post("/api/add/files", files=files, data={"examining": "none"})
    assert answer.status_code == 202
    ((task, _person),) = queue.asked
    assert (task.kind, task.examining) == (Kind.ADD_UPLOAD, Examining.NONE)
    assert {file.name for file in Path(task.sources[0]).iterdir()} == {"a.txt", "b.txt"}


def test_too_many_files(queue: StandInQueue, client: TestClient) -> None:
    answer = client.post("/api/add/files", files=[("files", ("a.txt", b""))] * 101)
    assert answer.status_code == 400
    assert answer.json() == {"detail": "Choose at least one file, and at most 100."}
    assert queue.asked == []


def test_what_a_job_tells_is_bounded(queue: StandInQueue, client: TestClient) -> None:
    rejected = tuple(Rejected(f"{n}.txt", "empty") for n in range(500))
    told = Kept(tuple(f"id-{n}" for n in range(3_000)), 0, rejected)
    task = Task(Kind.ADD_UPLOAD, ("folder",), "long name " * 1_000)
    queue.held[1] = Job(1, task, "Anna", "2026-11-29T10:00:00+00:00").hear(told, "")
    job = client.get("/api/work/1").json()
    assert (job["article_count"], len(job["articles"])) == (3_000, 200)
    assert (job["rejected_count"], len(job["rejected"])) == (500, 200)
    assert len(job["task"]["subject"]) == 300
    assert job["task"]["subject"].endswith("…")
    assert len(client.get("/api/work").content) < 50_000


@pytest.mark.parametrize("size", [10, 3_000_000])
def test_where_no_room_is_left_for_files_it_is_said(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    def fail(*_given: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", fail)
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", fail)  # a large one goes to disk
    for language, said in (("en", "There is no room left on the disk"), ("ru", "нет места")):
        answer = client.post(
            "/api/add/files",
            files=[("files", ("a.txt", b"x" * size))],
            headers={"Accept-Language": language},
        )
        assert answer.status_code == 507
        assert said in answer.json()["detail"]
    assert client.get("/api/work").json()["items"] == []
