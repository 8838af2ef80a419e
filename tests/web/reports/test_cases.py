"""Cases that readers have made: how many at one time, and that none is left behind."""

import asyncio
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Message

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.errors import BusyError, CaseError
from secondsource.web.app import create_app
from secondsource.web.reports import cases as module
from secondsource.web.reports.cases import MOST_KEPT, CaseAnswer, Cases, KeptCase
from secondsource.web.settings import Settings
from secondsource.web.shared.scratch import Scratch
from tests.report.sample import REPORT
from tests.web.desk import ADDRESS

PATHS = [f"/files/case/{REPORT.article.id}", f"/api/files/case/{REPORT.article.id}"]


@pytest.fixture
def cases(scratch: Scratch) -> Cases:
    """Cases in it."""
    return Cases(scratch)


@pytest.fixture
def desk(tmp_path: Path) -> FastAPI:
    """A workbench over an archive with one kept report."""
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add([Collected(REPORT.article, b"raw", "text/plain", "sample")])
        archive.examinations.keep(REPORT)
    return create_app(Settings(archive=tmp_path / "archive", person="Anna"))


def make(cases: Cases, person: str, size: int = 1) -> KeptCase:
    """A case that was made for somebody."""
    with cases.take(person) as case:
        case.path.write_bytes(b"x" * size)
    return case


def test_two_are_made_at_one_time(cases: Cases) -> None:
    with cases.take("Ann"), cases.take("Bob"), pytest.raises(BusyError), cases.take("Cay"):
        pass
    make(cases, "Cay")


def test_one_person_has_two_at_one_time(cases: Cases) -> None:
    first, _second = make(cases, "Ann"), make(cases, "Ann")
    with pytest.raises(BusyError):
        make(cases, "Ann")
    cases.remove(first)
    make(cases, "Ann")


def test_so_many_are_kept_and_no_more(cases: Cases) -> None:
    kept = [make(cases, str(n)) for n in range(MOST_KEPT)]
    with pytest.raises(BusyError):
        make(cases, "another")
    cases.remove(kept[0])
    make(cases, "another")


def test_one_that_fails_is_removed(cases: Cases) -> None:
    with pytest.raises(CaseError), cases.take("Ann") as case:
        raise CaseError("full")
    assert not case.folder.exists()
    make(cases, "Ann")
    make(cases, "Ann")


async def _leave(_message: Message) -> None:
    raise OSError("the reader went away")


async def _stall(_message: Message) -> None:
    await asyncio.sleep(30)


async def _receive() -> Message:
    await asyncio.sleep(30)
    raise AssertionError


@pytest.mark.parametrize(("send", "error"), [(_leave, OSError), (_stall, TimeoutError)])
def test_a_reader_who_goes_away_leaves_nothing(
    cases: Cases, monkeypatch: pytest.MonkeyPatch, send: object, error: type[Exception]
) -> None:
    monkeypatch.setattr(module, "STALL_SECONDS", 0.05)
    case = make(cases, "Ann", 200_000)
    answer = CaseAnswer(cases, case, {})
    scope = {"type": "http", "method": "GET", "headers": []}
    with pytest.raises(error):
        asyncio.run(answer(scope, _receive, send))  # type: ignore[arg-type]
    assert not case.folder.exists()
    make(cases, "Ann")
    make(cases, "Ann")


@pytest.mark.parametrize("path", PATHS)
def test_a_case_is_sent_and_its_file_is_gone(desk: FastAPI, path: str) -> None:
    with TestClient(desk, ADDRESS) as client:
        answers = [client.get(path) for _ in range(3)]
        folder = desk.state.scratch.make_folder("test-").parent
        assert {each.name[:5] for each in folder.iterdir()} == {"lock", "test-"}
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].content.startswith(b"PK")
    assert answers[0].headers["content-type"] == "application/zip"
    assert answers[0].headers["content-disposition"].startswith('attachment; filename="case-')
    assert not folder.exists()


@pytest.mark.parametrize("path", PATHS)
def test_who_comes_too_early_is_told(desk: FastAPI, path: str) -> None:
    with TestClient(desk, ADDRESS) as client, ExitStack() as others:
        for name in ("Ann", "Bob"):
            others.enter_context(desk.state.cases.take(name))
        answer = client.get(path)
        others.close()
        assert client.get(path).status_code == 200
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "Try again in a moment" in answer.text


def test_what_was_not_examined_has_no_case_and_keeps_no_place(desk: FastAPI) -> None:
    with TestClient(desk, ADDRESS) as client:
        for _ in range(5):
            assert client.get("/files/case/nobody").status_code == 404
        assert client.get(PATHS[0]).status_code == 200
