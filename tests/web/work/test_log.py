"""The list of jobs outlives the workbench: what is kept of it, how much, and for how long."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.collect import Rejected
from secondsource.messages import use_language
from secondsource.web.app import create_app
from secondsource.web.settings import Settings
from secondsource.web.shared.private import PrivateFile, write_moment
from secondsource.web.work import log, words
from secondsource.web.work.doing import Workplace
from secondsource.web.work.job import Examining, Job, Kind, State, Step, Task
from secondsource.web.work.log import FILE, JobLog
from secondsource.web.work.queue import WorkQueue
from secondsource.web.work.worker import Worker
from tests.web.desk import ADDRESS
from tests.web.work.doers import act

NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)
TASK = Task(Kind.ADD_ADDRESS, ("https://example.org/",), "https://example.org/", Examining.ALL)


def _make_log(folder: Path, now: datetime = NOW) -> JobLog:
    return JobLog(PrivateFile(folder, FILE, lambda: now))


def _make_job(number: int, state: State = State.DONE, days: int = 0, **fields: object) -> Job:
    asked = (NOW - timedelta(days=days)).isoformat(timespec="seconds")
    return Job(number, TASK, "Anna", asked, state, **fields)  # type: ignore[arg-type]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[JobLog]:
    """A log in an empty folder."""
    kept = _make_log(tmp_path)
    yield kept
    kept.close()


def test_a_job_comes_back_as_it_was(kept: JobLog, tmp_path: Path) -> None:
    assert kept.read() == []
    assert not (tmp_path / "work.db").exists()  # reading makes no file
    job = _make_job(
        3,
        steps=(Step("adding articles", 2),),
        articles=("a", "b"),
        rejected=(Rejected("c", "empty"),),
        rejected_count=1,
        next=4,
    )
    kept.note(_make_job(3, State.RUNNING))
    kept.note(job)
    assert kept.read() == [job]
    assert (tmp_path / "work.db").stat().st_mode & 0o077 == 0


def test_the_latest_of_the_last_days_are_kept(
    kept: JobLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "MOST", 3)
    for number, days in enumerate((9, 8, 7, 6, 5, 4), start=1):
        kept.add(_make_job(number, days=days))
    assert [job.number for job in kept.read()] == [4, 5, 6]
    kept.add(_make_job(7, days=8))
    assert kept._file.rows("SELECT number FROM job") == [(5,), (6,), (7,)]
    assert [job.number for job in kept.read()] == [5, 6]
    assert kept.add(_make_job(1)).number == 8


def test_old_jobs_are_not_listed_where_nothing_new_is_asked_for(
    kept: JobLog, tmp_path: Path
) -> None:
    kept.note(_make_job(1))
    later = _make_log(tmp_path, NOW + timedelta(days=8))
    assert (len(kept.read()), later.read()) == (1, [])
    later.close()


def test_two_workbenches_leave_the_jobs_of_each_other_alone(tmp_path: Path) -> None:
    first, second = _make_log(tmp_path), _make_log(tmp_path)
    mine = first.add(_make_job(1, State.RUNNING))
    assert second.read() == []  # it is being done elsewhere
    assert first.read() == [mine]
    theirs = second.add(_make_job(1, State.RUNNING))  # both thought of the same number
    assert (mine.number, theirs.number) == (1, 2)
    second.note(replace(mine, person="Boris"))
    assert first.read() == [mine]
    first.close()
    assert [job.state for job in second.read()] == [State.STOPPED, State.RUNNING]
    second.close()
    assert list(tmp_path.glob("*.lock")) == []


def test_the_lock_of_a_killed_workbench_is_removed(tmp_path: Path) -> None:
    log_jobs = (
        "import os; from pathlib import Path; from tests.web.work import test_log as t; "
        f"t._make_log(Path({str(tmp_path)!r})).add(t._make_job(1, t.State.RUNNING)); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", log_jobs], check=False).returncode == 9
    assert len(list(tmp_path.glob("*.lock"))) == 1
    kept = _make_log(tmp_path)
    assert [job.state for job in kept.read()] == [State.STOPPED]
    kept.close()
    assert list(tmp_path.glob("*.lock")) == []


def test_a_second_workbench_stops_no_job_of_the_first(tmp_path: Path) -> None:
    first = WorkQueue(partial(Worker, Workplace(tmp_path), act, 0.5), log=_make_log(tmp_path))
    long = first.put(Task(Kind.GATHER, ("long",), "long"), "Anna")
    second = WorkQueue(_refuse, log=_make_log(tmp_path))
    assert second.jobs() == []
    assert second.put(TASK, "Boris").number == long.number + 1
    second.close()
    assert not first.get(long.number).state.is_over
    third = _make_log(tmp_path)
    assert [job.number for job in third.read()] == [long.number + 1]
    third.close()
    first.close()


def test_only_some_ids_are_kept_and_all_are_counted(
    kept: JobLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "MOST_IDS", 2)
    kept.note(_make_job(1, articles=("a", "b", "c", "d")))
    (job,) = kept.read()
    assert (job.articles, job.article_count) == (("a", "b"), 4)
    kept.note(job)
    assert kept.read() == [job]


@pytest.mark.parametrize(
    ("kind", "fields", "left", "to_examine"),
    [
        (Kind.EXAMINE_NEW, {"done": 2_900}, 100, 0),
        (Kind.EXAMINE_AGAIN, {"done": 3_000}, 0, 0),
        (Kind.ADD_FEED, {"done": 2_900}, 3_000, 2_900),
        (Kind.ADD_FEED, {"done": 1_500, "carried": 1_400}, 3_000, 2_900),
    ],
)
def test_after_a_restart_as_much_is_left_as_before(
    kept: JobLog, kind: Kind, fields: dict[str, int], left: int, to_examine: int
) -> None:
    ids = tuple(f"id{number}" for number in range(3_000))
    done, carried = ids[: fields["done"]], ids[: fields.get("carried", 0)]
    job = _make_job(1, State.STOPPED, articles=done, carried=carried)
    kept.note(replace(job, task=Task(kind, ids, "x")))
    (job,) = kept.read()
    assert len(job.left.sources if job.left else ()) == left
    assert len(job.to_examine) == to_examine


def test_what_was_asked_for_again_stays_so_after_restarts(tmp_path: Path) -> None:
    before = _make_log(tmp_path, datetime.now(UTC))
    before.note(Job(1, TASK, "Anna", write_moment(datetime.now(UTC)), State.STOPPED))
    before.close()
    for number, repeatable in ((1, True), (1, False)):
        queue = WorkQueue(_refuse, log=_make_log(tmp_path, datetime.now(UTC)))
        assert queue.get(number).repeatable is repeatable
        if repeatable:
            again = queue.repeat(number, "Rita").number
        queue.close()
    assert queue.get(1).again == again


def test_a_job_of_another_version_is_passed_over(kept: JobLog) -> None:
    kept.note(_make_job(1))
    kept.note(_make_job(2))
    with kept._file.transaction() as connection:
        connection.execute("UPDATE job SET job = x'01' WHERE number = 1")
    assert [job.number for job in kept.read()] == [2]


def test_a_log_that_cannot_be_used_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "work.db").write_bytes(b"something else" * 99)
    kept = _make_log(tmp_path)
    assert kept.read() == []
    assert kept.add(_make_job(1)) == _make_job(1)
    assert "will not be known after a restart" in caplog.text


@pytest.mark.parametrize(
    ("kind", "what", "russian"),
    [
        (Kind.ADD_ADDRESS, "ask for the rest again", "Остальное попросите снова."),
        (Kind.ADD_UPLOAD, "upload the files again", "Ради остального загрузите файлы снова."),
    ],
)
def test_what_was_not_over_is_told_as_stopped(
    tmp_path: Path, kind: Kind, what: str, russian: str
) -> None:
    before = _make_log(tmp_path)
    task = Task(kind, ("x",), "x")
    for number, state in enumerate((State.DONE, State.RUNNING, State.WAITING), start=1):
        before.note(Job(number, task, "Anna", NOW.isoformat(timespec="seconds"), state))
    before.close()  # as if the program had been killed
    queue = WorkQueue(partial(Worker, Workplace(tmp_path), act), log=_make_log(tmp_path))
    states = [(job.number, job.state) for job in queue.jobs()]
    assert states == [(3, State.STOPPED), (2, State.STOPPED), (1, State.DONE)]
    said = words.say_now(queue.get(2))
    assert said.startswith("Stopped when the workbench was closed.")
    assert what in said
    with use_language("ru"):
        assert words.say_now(queue.get(2)).endswith(russian)
    queue.close()
    again = _make_log(tmp_path)
    assert [job.state for job in again.read()] == [State.DONE, State.STOPPED, State.STOPPED]
    again.close()


def test_closed_and_opened_again_jobs_are_listed_and_numbers_go_on(tmp_path: Path) -> None:
    queue = WorkQueue(partial(Worker, Workplace(tmp_path), act, 0.5), log=_make_log(tmp_path))
    long, waiting = (queue.put(Task(Kind.GATHER, (what,), what), "Anna") for what in ("long", "x"))
    with queue._changed:
        assert queue._changed.wait_for(lambda: queue.get(long.number).articles, timeout=100)
    queue.close()
    queue = WorkQueue(_refuse, log=_make_log(tmp_path))
    found, other = queue.get(long.number), queue.get(waiting.number)
    assert (found.state, other.state) == (State.STOPPED, State.STOPPED)
    assert found.articles  # what it had finished
    assert found.line.startswith("Stopped when the workbench was closed.")
    assert other.line == found.line
    assert queue.put(TASK, "Anna").number == waiting.number + 1
    queue.close()


def _refuse() -> Worker:
    raise OSError("no memory")


def test_a_workbench_keeps_its_jobs(folder: Path) -> None:
    with TestClient(create_app(Settings(archive=folder, person="Anna")), ADDRESS) as client:
        assert "Nothing has been asked for" in client.get("/work").text
    kept = _make_log(folder, datetime.now(UTC))
    kept.note(_make_job(7, State.RUNNING))
    kept.close()
    with TestClient(create_app(Settings(archive=folder, person="Anna")), ADDRESS) as client:
        assert "Stopped when the workbench was closed." in client.get("/work/7").text
        (job,) = client.get("/api/work").json()["items"]
    assert (job["number"], job["state"]) == (7, "stopped")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty archive."""
    Archive.open(tmp_path, create=True).close()
    return tmp_path


def test_a_password_in_an_address_is_sent_and_not_kept(kept: JobLog, tmp_path: Path) -> None:
    address = "https://ann:hunter2@example.org/a"
    task = Task(Kind.ADD_ADDRESS, (address,), address)
    assert (task.sources, task.subject) == ((address,), "https://example.org/a")
    kept.note(replace(_make_job(1), task=task))
    kept.close()
    assert not any(b"hunter2" in path.read_bytes() for path in tmp_path.iterdir())
