"""A decision that bears on many reports: the one looked at follows at once, the others soon."""

import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive, examinations
from secondsource.archive.changes import Cause
from secondsource.archive.claims import QueueFilter
from secondsource.archive.due import find_due
from secondsource.archive.examinations import ExaminationStore
from secondsource.errors import ArchiveError, ArchiveLockedError
from secondsource.jobs.decide import decide
from secondsource.review.decision import Draft, Verb
from secondsource.review.subject import TieSubject, write_key
from secondsource.web.app import create_app
from secondsource.web.deciding.refresher import Refresher
from secondsource.web.settings import Settings
from secondsource.web.shared.desk import Desk
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import MAYOR, MAYOR_AGAIN, OPEN, make_report, stance_key
from tests.web.desk import ADDRESS, carry_token

REPORTS = 30
KEY = write_key(TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice"))
FORM = {"key": KEY, "article": EXAMINED.id, "verb": "reject", "seen": ""}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with thirty kept reports that all name the two articles of a tie."""
    with Archive.open(tmp_path, create=True) as archive:
        for number in range(1, REPORTS):
            article = replace(EXAMINED, id=f"article-{number}")
            archive.examinations.keep(replace(make_report(), article=article))
        archive.examinations.keep(make_report())
    return tmp_path


@pytest.fixture
def app(folder: Path) -> FastAPI:
    """The workbench over it; who works off what is due is woken by nobody."""
    app = create_app(Settings(archive=folder, person="Anna"))
    app.state.refresher = _Asleep(app.state.desk, retry_seconds=0.01)
    return app


class _Asleep(Refresher):
    """Works only when a test says so; remembers how often it was to be woken."""

    woken = 0

    def wake(self) -> None:
        self.woken += 1

    def work(self) -> None:
        super().wake()


def _count_followed(folder: Path) -> dict[str, int]:
    """By article how many say the same as its claim: more where the tie is rejected."""
    with Archive.open(folder) as archive:
        claims = archive.examinations.claims.read(QueueFilter(), 99)
    return {claim.article: claim.supporting for claim in claims}


def _count_due(folder: Path) -> int:
    with Archive.open(folder) as archive:
        return len(archive.examinations.list_due())


def _wait_until_none_is_due(folder: Path) -> None:
    until = time.monotonic() + 20
    while _count_due(folder):
        assert time.monotonic() < until
        time.sleep(0.02)


def _open(app: FastAPI) -> TestClient:
    client = TestClient(app, ADDRESS)
    carry_token(client)
    return client


def test_the_request_touches_one_report_and_the_rest_follow(app: FastAPI, folder: Path) -> None:
    before = _count_followed(folder)
    assert set(before.values()) == {3}
    assert len(before) == REPORTS
    client = _open(app)
    assert client.post("/decisions", data=FORM, follow_redirects=False).status_code == 303
    assert _count_followed(folder) == {**before, EXAMINED.id: 4}
    assert (_count_due(folder), app.state.refresher.woken) == (REPORTS - 1, 1)
    assert "The claims of 29 reports do not follow yet" in client.get("/claims").text
    app.state.refresher.work()
    _wait_until_none_is_due(folder)
    assert set(_count_followed(folder).values()) == {4}
    assert "do not follow yet" not in client.get("/claims").text


def test_taken_back_all_of_them_follow_again(app: FastAPI, folder: Path) -> None:
    client = _open(app)
    taken = client.post("/api/decisions", json={**FORM, "seen": None})
    app.state.refresher.run_round()
    form = {"article": "article-7"}
    client.post(f"/decisions/{taken.json()['number']}/undo", data=form)
    told = _count_followed(folder)
    assert [each for each, count in told.items() if count == 3] == ["article-7"]
    assert app.state.refresher.run_round() is False
    assert set(_count_followed(folder).values()) == {3}


def test_lists_of_what_follows_have_it_worked_off(app: FastAPI, folder: Path) -> None:
    client = _open(app)
    client.get("/api/claims")
    assert app.state.refresher.woken == 0
    client.post("/decisions", data=FORM)
    for path in ("/claims", "/api/claims", "/api/changes"):
        client.get(path)
    assert app.state.refresher.woken == 4
    assert _count_due(folder) == REPORTS - 1  # nobody waited for it


def test_what_was_left_is_worked_off_when_it_is_served_again(app: FastAPI, folder: Path) -> None:
    _open(app).post("/decisions", data=FORM)
    assert _count_due(folder) == REPORTS - 1
    with TestClient(create_app(Settings(archive=folder, person="Anna")), ADDRESS):
        _wait_until_none_is_due(folder)
    assert set(_count_followed(folder).values()) == {4}


def test_where_another_process_writes_it_is_tried_again(
    app: FastAPI, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(app).post("/decisions", data=FORM)
    real = ExaminationStore.catch_up
    refused: list[set[str]] = []

    def refuse_twice(store: ExaminationStore, articles: set[str]) -> tuple[str, ...]:
        if len(refused) < 2:
            refused.append(articles)
            raise ArchiveLockedError("another process writes")
        return real(store, articles)

    monkeypatch.setattr(ExaminationStore, "catch_up", refuse_twice)
    app.state.refresher.work()
    _wait_until_none_is_due(folder)
    assert len(refused) == 2


@pytest.mark.parametrize("error", [RuntimeError("a mistake"), ArchiveError("it is damaged")])
def test_a_report_that_cannot_follow_holds_no_other_up(
    app: FastAPI,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    client = _open(app)
    client.post("/decisions", data=FORM)
    with monkeypatch.context() as patched:
        patched.setattr(examinations, "find_due", _fail_one(error))
        assert app.state.refresher.run_round() is False
        assert app.state.refresher.run_round() is False
    with Archive.open(folder) as archive:
        assert archive.examinations.list_due() == ("article-7",)
    assert caplog.text.count("the claims of article-7 cannot follow") == 1
    woken = app.state.refresher.woken
    assert "do not follow yet" not in client.get("/claims").text
    assert app.state.refresher.woken == woken  # there is nothing to wait for
    with Archive.open(folder) as archive:
        decided = Draft(stance_key(make_report(), OPEN), Verb.REJECT, article="article-7")
        archive.review.decide(decided, "Boris")
    assert "The claims of 1 report do not follow yet" in client.get("/claims").text
    assert app.state.refresher.run_round() is False
    assert _count_due(folder) == 0  # decided on again it was tried again


def _fail_one(error: Exception) -> Callable[[sqlite3.Connection, str], Cause | None]:
    def find(connection: sqlite3.Connection, article: str) -> Cause | None:
        if article == "article-7":
            raise error
        return find_due(connection, article)

    return find


def test_a_report_of_another_version_holds_no_other_up(app: FastAPI, folder: Path) -> None:
    client = _open(app)
    client.post("/decisions", data=FORM)
    with Archive.open(folder) as archive, archive._database.brief_transaction() as connection:
        connection.execute("UPDATE examination SET report = x'00' WHERE article = 'article-1'")
    assert app.state.refresher.run_round() is False
    with Archive.open(folder) as archive:
        assert archive.examinations.list_due() == ("article-1",)
    assert "not follow yet" not in client.get("/claims").text


def test_a_report_that_cannot_follow_is_told_with_what_to_do(
    app: FastAPI, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = _open(app)
    client.post("/decisions", data=FORM)
    listed = client.get("/api/claims/behind", params={"limit": 20}).json()
    assert [each["given_up"] for each in listed["items"]] == [False] * 20
    rest = client.get("/api/claims/behind", params={"after": listed["next"]}).json()
    assert len({each["article"] for each in (*listed["items"], *rest["items"])}) == REPORTS - 1
    assert 'id="behind"' not in client.get("/work").text
    with monkeypatch.context() as patched:
        patched.setattr(examinations, "find_due", _fail_one(RuntimeError("a mistake")))
        app.state.refresher.run_round()
    assert client.get("/api/claims/behind").json()["items"] == [
        {"article": "article-7", "title": EXAMINED.title, "given_up": True}
    ]
    assert "The claims of 1 report could not follow" in client.get("/claims").text
    assert 'name="article" value="article-7"' in client.get("/work").text
    for page in ("/work", "/articles/article-7"):
        assert "whoever runs the server finds the reason in its log" in client.get(page).text
    russian = client.get("/work", headers={"Accept-Language": "ru"}).text
    assert "Отчёты с устаревшим списком утверждений" in russian
    assert "could not follow what was decided" in client.get("/articles/article-7").text
    assert "could not follow what was decided" not in client.get("/articles/article-8").text
    with Archive.open(folder) as archive:  # examined again
        article = replace(EXAMINED, id="article-7")
        archive.examinations.keep(replace(make_report(), article=article))
    assert client.get("/api/claims/behind").json()["items"] == []
    assert 'id="behind"' not in client.get("/work").text
    assert _count_followed(folder)["article-7"] == 4


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_ended_by_an_error_it_begins_anew(
    app: FastAPI, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(app).post("/decisions", data=FORM)
    failed = threading.Event()

    def fail(_desk: Desk) -> None:
        failed.set()
        raise OSError("too many open files")

    with monkeypatch.context() as patched:
        patched.setattr(Desk, "lend", fail)
        app.state.refresher.work()
        assert failed.wait(20)
        app.state.refresher._thread.join(20)
    app.state.refresher.work()
    _wait_until_none_is_due(folder)


def test_closed_it_leaves_the_rest_due(app: FastAPI, folder: Path) -> None:
    _open(app).post("/decisions", data=FORM)
    app.state.refresher.close()
    assert app.state.refresher.run_round() is False
    assert _count_due(folder) == REPORTS - 1


def test_a_read_only_archive_stays_as_it_is(
    app: FastAPI, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(app).post("/decisions", data=FORM)
    monkeypatch.setattr(Archive, "writable", False)
    assert app.state.refresher.run_round() is False
    assert _count_due(folder) == REPORTS - 1


def test_at_the_command_line_all_follow_at_once(folder: Path) -> None:
    with Archive.open(folder) as archive:
        decide(archive, EXAMINED.id, Draft(KEY, Verb.REJECT), "Anna")
        assert archive.examinations.list_due() == ()
    assert set(_count_followed(folder).values()) == {4}
