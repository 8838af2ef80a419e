"""The pages on which a person sees what is being done."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from lxml import html

from secondsource.archive import Archive
from secondsource.collect import Rejected
from secondsource.web.settings import Settings
from secondsource.web.work.job import Ended, Job, Kept, Kind, State, Step, Task
from secondsource.web.work.words import say_now
from tests.web.desk import ADDRESS, carry_token
from tests.web.work.stand_in import StandInQueue

NOW = "2026-11-29T10:00:00+00:00"
EVIL = '<script>alert(1)</script>"'
RUNNING = replace(
    Job(1, Task(Kind.ADD_ADDRESS, ("https://quay.example/",), EVIL), EVIL, NOW),
    state=State.RUNNING,
).hear(Step("adding articles", 3), NOW)


@pytest.fixture
def articles(app: FastAPI) -> tuple[str, ...]:
    """The ids of the articles that are there."""
    settings: Settings = app.state.settings
    with Archive.open(settings.archive) as archive:
        return tuple(archive.all_ids())


@pytest.fixture
def queue(app: FastAPI) -> StandInQueue:
    """A queue that only tells of the jobs that it is given."""
    queue = StandInQueue(RUNNING)
    app.state.work = queue
    return queue


@pytest.fixture
def client(app: FastAPI, queue: StandInQueue) -> Iterator[TestClient]:
    """A browser that does not follow redirects."""
    assert app.state.work is queue
    with TestClient(app, ADDRESS, follow_redirects=False) as client:
        carry_token(client)
        yield client


def test_an_empty_list_says_what_to_do(client: TestClient, queue: StandInQueue) -> None:
    queue.held.clear()
    page = client.get("/work")
    assert "Nothing has been asked for" in page.text
    assert 'href="/add"' in page.text
    assert "hx-trigger" not in page.text


def test_the_list_shows_each_job_and_asks_on(client: TestClient) -> None:
    page = client.get("/work")
    assert 'hx-trigger="every 2s"' in page.text
    assert "3 items" in page.text
    assert "<script>alert" not in page.text


def test_a_running_job_is_asked_after_every_second(client: TestClient) -> None:
    page = client.get("/work/1")
    assert 'hx-trigger="every 1s"' in page.text
    assert '<p id="now" class="problem" role="status">At work: adding articles.</p>' in page.text
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page.text
    assert 'action="/work/1/stop"' in page.text
    assert "<script>alert" not in page.text


@pytest.mark.parametrize("kind", [Kind.ADD_ADDRESS, Kind.EXAMINE_NEW])
def test_every_number_explains_itself(client: TestClient, queue: StandInQueue, kind: Kind) -> None:
    job = replace(RUNNING, task=replace(RUNNING.task, kind=kind), articles=("a",), rejected_count=2)
    queue.held[1] = job
    for address, numbers in (
        ("/work", ("No.", "3 items", "1 ")),
        ("/work/1", ("Job 1", "3 items")),
    ):
        page = html.document_fromstring(client.get(address).text)
        shown = {each.text: each for each in page.xpath("//button[@class='num'][@title]")}
        boxes = {each.get("id"): each.text for each in page.xpath("//*[@popover]")}
        assert all(any(words.startswith(each) for words in shown) for each in numbers)
        assert all(boxes[each.get("popovertarget")] == each.get("title") for each in shown.values())
        assert not page.xpath("//*[@hx-get]//*[@popover]")  # it would close at the next swap
    part = client.get("/work/1/part", params={"seen": "none"}).text
    assert 'id="outcome-1"' in part
    assert "popover>" not in part


def test_nothing_is_sent_where_nothing_changed(client: TestClient) -> None:
    assert client.get("/work/1/part", params={"seen": "1|x"}).status_code == 204
    listed = client.get("/work").text.partition('name="seen" value="')[2].partition('"')[0]
    assert client.get("/work/part", params={"seen": listed}).status_code == 204


@pytest.mark.parametrize(
    ("seen", "again"), [("0|At work: adding articles.", False), ("0|Waiting for its turn.", True)]
)
def test_a_sentence_is_said_once(client: TestClient, seen: str, again: bool) -> None:
    part = client.get("/work/1/part", params={"seen": seen})
    assert part.status_code == 200
    assert ("hx-swap-oob" in part.text) is again


def test_a_job_that_is_over_stops_the_asking(
    client: TestClient, queue: StandInQueue, articles: tuple[str, ...]
) -> None:
    kept = Kept((*articles, "gone"), 2, (Rejected(EVIL, "the file is empty"),))
    over = RUNNING.hear(kept, NOW).hear(Ended(State.DONE), NOW)
    queue.held[1] = replace(over, next=2)
    part = client.get("/work/1/part", params={"seen": str(over.version)})
    assert part.status_code == 286
    for words in (
        "3 new articles, 2 were here already, 1 item was not taken",
        f'href="/articles/{articles[0]}"',
        'href="/work/2"',
        "the file is empty",
        ">Done.</p>",
    ):
        assert words in part.text
    assert "<script>alert" not in part.text
    assert client.get("/work/part", params={"seen": ""}).status_code == 286
    assert "hx-trigger" not in client.get("/work/1").text


def test_a_job_that_failed_says_why(client: TestClient, queue: StandInQueue) -> None:
    queue.held[1] = RUNNING.hear(Ended(State.FAILED, "The disk is full."), NOW)
    assert "This failed: The disk is full." in client.get("/work/1").text


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (Kept(), "Done."),
        (Kept((), 1, (Rejected("a", "empty"),)), "Done."),
        (Kept((), 0, (Rejected("a", "empty"),)), "Done, but nothing was taken"),
    ],
)
def test_a_job_from_which_nothing_came_says_so(kept: Kept, said: str) -> None:
    assert say_now(RUNNING.hear(kept, NOW).hear(Ended(State.DONE), NOW)).startswith(said)


def test_a_job_is_stopped_by_its_button(client: TestClient, queue: StandInQueue) -> None:
    answer = client.post("/work/1/stop")
    assert (answer.status_code, answer.headers["location"]) == (303, "/work/1")
    assert queue.stopped == [1]


@pytest.mark.parametrize(
    ("kind", "kept", "ended", "offered"),
    [
        (Kind.ADD_ADDRESS, Kept(), State.STOPPED, 'action="/work/1/again"'),
        (Kind.ADD_FEED, Kept(), State.FAILED, 'action="/work/1/again"'),
        (Kind.ADD_FEED, Kept((), 0, (Rejected("a", "empty"),)), State.DONE, "/work/1/again"),
        (Kind.ADD_UPLOAD, Kept(), State.FAILED, "Upload the files again"),
        (Kind.EXAMINE, Kept(), State.FAILED, 'action="/work/1/again"'),
        (Kind.EXAMINE, Kept(("a",)), State.STOPPED, ""),
        (Kind.ADD_ADDRESS, Kept(("a",)), State.DONE, ""),
        (Kind.GATHER, Kept(), State.DONE, ""),
    ],
)
def test_what_is_left_of_a_job_is_asked_for_by_its_button(
    client: TestClient, queue: StandInQueue, kind: Kind, kept: Kept, ended: State, offered: str
) -> None:
    job = replace(RUNNING, task=Task(kind, ("a",), "quay"))
    assert job.left is None
    queue.held[1] = job.hear(kept, NOW).hear(Ended(ended), NOW)
    page = client.get("/work/1").text
    assert offered in page
    again = client.post("/work/1/again")
    if "again" in offered and kind is not Kind.ADD_UPLOAD:
        assert (again.status_code, again.headers["location"]) == (303, "/work/1")
        assert queue.asked == [(job.task, "Anna")]
    else:
        assert "/work/1/again" not in page
        assert again.status_code == 409


def test_a_job_is_not_asked_for_again_without_the_page(
    client: TestClient, queue: StandInQueue
) -> None:
    queue.held[1] = RUNNING.hear(Ended(State.FAILED), NOW)
    assert client.post("/work/1/again", headers={"x-csrf-token": "another"}).status_code == 403
    assert queue.asked == []


def test_an_article_is_examined_on_demand(
    client: TestClient, queue: StandInQueue, articles: tuple[str, ...]
) -> None:
    answer = client.post("/work/examine", data={"article": articles[0][:8]})
    assert answer.status_code == 303
    ((task, person),) = queue.asked
    assert (task.kind, task.sources, person) == (Kind.EXAMINE, (articles[0],), "Anna")


@pytest.mark.parametrize(("path", "status"), [("/work/9", 404), ("/work/x", 422)])
def test_no_such_job(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status
