"""The queue of jobs and its worker process, with tasks that need no model."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import cast

import pytest

from secondsource.errors import JobNotFoundError, JobOverError, QueueFullError, WorkerError
from secondsource.web.shared.scratch import Scratch
from secondsource.web.work import worker
from secondsource.web.work.doing import Workplace
from secondsource.web.work.job import Examining, Job, Kind, Message, State, Task
from secondsource.web.work.queue import WorkQueue
from secondsource.web.work.uploads import Uploads
from secondsource.web.work.worker import Worker
from tests.web.work.doers import act

SECONDS = 120.0
_NUMBERS = count()


@pytest.fixture(scope="module")
def queue() -> Iterator[WorkQueue]:
    """A queue whose worker does what `doers` says; one for all, for a process takes a second."""
    queue = WorkQueue(partial(Worker, Workplace(Path()), act, 0.5), most_waiting=3)
    yield queue
    queue.close()


def ask(queue: WorkQueue, what: str, examining: Examining = Examining.NONE) -> int:
    """The number of a new job; no two are to do the same."""
    task = Task(Kind.ADD_ADDRESS, (what,), f"{what} {next(_NUMBERS)}", examining)
    return queue.put(task, "Anna").number


def wait(queue: WorkQueue, number: int, until: Callable[[Job], bool] | None = None) -> Job:
    """The job, as soon as it is over or as asked."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        job = queue.get(number)
        if until(job) if until else job.state.is_over:
            return job
        time.sleep(0.02)
    raise AssertionError(f"not in time: {queue.get(number)}")


def read_pid(job: Job) -> int:
    """The number of the process that does the job."""
    assert job.step is not None
    return job.step.done


def is_alive(pid: int) -> bool:
    """Whether there is such a process, one that only waits to be buried left out."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_for_end(pid: int) -> None:
    """Return as soon as there is no such process."""
    end = time.monotonic() + SECONDS
    while is_alive(pid):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_jobs_are_done_in_their_turn_by_one_other_process(queue: WorkQueue) -> None:
    first, second = ask(queue, "plain"), ask(queue, "plain")
    pids = {read_pid(wait(queue, number)) for number in (first, second)}
    assert len(pids) == 1
    assert os.getpid() not in pids
    job = queue.get(first)
    assert (job.state, job.person) == (State.DONE, "Anna")
    assert job.started is not None
    assert job.ended is not None
    assert [each.number for each in queue.jobs()][:2] == [second, first]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("error", "The disk is full."),
        ("bug", "ZeroDivisionError"),
        ("crash", "ended early (code 3)"),
    ],
)
def test_a_job_that_fails_says_why_and_the_next_is_done(
    queue: WorkQueue, what: str, said: str
) -> None:
    failing, following = ask(queue, what), ask(queue, "plain")
    assert wait(queue, failing).state is State.FAILED
    assert said in queue.get(failing).line
    assert wait(queue, following).state is State.DONE


def test_a_process_that_was_killed_at_rest_costs_no_job(queue: WorkQueue) -> None:
    pid = read_pid(wait(queue, ask(queue, "plain")))
    os.kill(pid, signal.SIGKILL)
    wait_for_end(pid)
    assert wait(queue, ask(queue, "plain")).state is State.DONE


def test_a_job_that_is_stopped_keeps_what_was_finished(queue: WorkQueue) -> None:
    number = ask(queue, "long")
    wait(queue, number, lambda job: len(job.articles) > 2)
    assert queue.stop(number).stopping
    job = wait(queue, number)
    assert job.state is State.STOPPED
    assert 2 < len(job.articles) < 1000
    assert read_pid(wait(queue, ask(queue, "plain"))) == read_pid(job)  # the process lives on


def test_a_job_that_does_not_stop_by_itself_is_ended(queue: WorkQueue) -> None:
    number = ask(queue, "hang")
    pid = read_pid(wait(queue, number, lambda job: job.step is not None))
    queue.stop(number)
    assert wait(queue, number).state is State.STOPPED
    assert not is_alive(pid)
    assert wait(queue, ask(queue, "plain")).state is State.DONE


def test_what_is_asked_for_twice_is_done_once(queue: WorkQueue) -> None:
    first = ask(queue, "long")
    assert queue.put(queue.get(first).task, "Rita").number == first
    queue.stop(first)
    wait(queue, first)
    again = queue.put(queue.get(first).task, "Rita").number
    assert again != first
    queue.stop(again)
    wait(queue, again)


def test_what_is_left_of_a_stopped_job_is_done_when_it_is_asked_for_again(queue: WorkQueue) -> None:
    task = Task(Kind.EXAMINE_NEW, ("long", "id0", "id1"), "Quay")
    first = queue.put(task, "Anna").number
    with pytest.raises(JobOverError, match=f"Nothing of job {first} can be done again"):
        queue.repeat(first, "Rita")
    wait(queue, first, lambda job: len(job.articles) > 2)
    queue.stop(first)
    wait(queue, first)
    again = queue.repeat(first, "Rita")
    assert (again.task, again.person) == (replace(task, sources=("long",)), "Rita")
    assert queue.repeat(first, "Anna").number == again.number
    queue.stop(again.number)
    wait(queue, again.number)


def test_what_the_first_try_added_is_examined_after_the_second(queue: WorkQueue) -> None:
    number = ask(queue, "fail at first", Examining.ALL)
    assert wait(queue, number).state is State.FAILED
    again = wait(queue, queue.repeat(number, "Rita").number)
    assert again.next is not None
    assert wait(queue, again.next).task.sources == ("first", "second")
    for each in (number, again.number):
        assert not queue.get(each).repeatable
        with pytest.raises(JobOverError, match="asked for again before"):
            queue.repeat(each, "Rita")


@pytest.mark.parametrize(
    ("carried", "more", "together"),
    [((), (), ()), ((), ("a",), ("a",)), (("a",), ("a", "b"), ("a", "b")), (("a",), (), ("a",))],
)
def test_what_is_to_be_examined_too_is_when_the_same_is_asked_for(
    queue: WorkQueue, carried: tuple[str, ...], more: tuple[str, ...], together: tuple[str, ...]
) -> None:
    task = Task(Kind.ADD_ADDRESS, ("plain",), f"plain {next(_NUMBERS)}", Examining.ALL)
    before = ask(queue, "long")
    first = queue.put(task, "Anna", carried)
    assert queue.put(task, "Rita", more).number == first.number
    queue.stop(before)
    done = wait(queue, first.number)
    assert (queue.get(done.next).task.sources if done.next else ()) == together


def test_a_job_is_stopped_before_its_turn(queue: WorkQueue) -> None:
    first, second = ask(queue, "long"), ask(queue, "plain")
    assert queue.stop(second).state is State.STOPPED
    queue.stop(first)
    assert wait(queue, first).state is State.STOPPED
    assert queue.get(second).steps == ()


def test_the_queue_is_bounded(queue: WorkQueue) -> None:
    first = ask(queue, "long")
    wait(queue, first, lambda job: job.state is State.RUNNING)
    for _each in range(3):
        ask(queue, "plain")
    with pytest.raises(QueueFullError, match="3 jobs are waiting"):
        ask(queue, "plain")
    for job in queue.jobs():
        queue.stop(job.number)
    assert wait(queue, first).state is State.STOPPED


def test_a_process_that_tells_nothing_for_too_long_is_ended_and_the_next_job_is_done(
    queue: WorkQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "SILENT_SECONDS", 1.0)
    job = wait(queue, ask(queue, "hang"))
    assert job.state is State.FAILED
    assert "was held up by one item" in job.line
    monkeypatch.undo()
    assert wait(queue, ask(queue, "plain")).state is State.DONE


def test_rejected_items_are_all_counted_and_the_first_kept(queue: WorkQueue) -> None:
    job = wait(queue, ask(queue, "reject"))
    assert (job.articles, job.known, job.rejected_count) == (("a",), 1, 600)
    assert len(job.rejected) == 500
    assert job.rejected[0].reason == "empty"


@pytest.mark.parametrize(
    ("examining", "follows"),
    [(Examining.IF_FEW, True), (Examining.ALL, True), (Examining.NONE, False)],
)
def test_new_articles_are_examined_where_that_was_asked(
    queue: WorkQueue, examining: Examining, follows: bool
) -> None:
    job = wait(queue, ask(queue, "reject", examining))
    assert (job.next is not None) is follows
    if job.next is not None:
        following = queue.get(job.next)
        assert (following.task.kind, following.task.sources) == (Kind.EXAMINE_NEW, ("a",))
        wait(queue, job.next)


@pytest.mark.parametrize(
    ("examining", "count", "covered"),
    [("if_few", 0, 0), ("if_few", 20, 1), ("if_few", 21, 0), ("all", 0, 0), ("all", 99, 1)],
)
def test_many_articles_are_examined_only_on_demand(
    examining: str, count: int, covered: int
) -> None:
    assert Examining(examining).covers(count) is bool(covered)


def test_a_closed_queue_leaves_no_process_behind(tmp_path: Path) -> None:
    queue = WorkQueue(partial(Worker, Workplace(tmp_path), act, 0.5))
    number = ask(queue, "hang")
    pid = read_pid(wait(queue, number, lambda job: job.step is not None))
    queue.close()
    assert not is_alive(pid)
    assert queue.get(number).state is State.STOPPED
    with pytest.raises(QueueFullError):
        ask(queue, "plain")


def test_files_of_a_job_that_is_not_taken_are_not_left_behind(
    tmp_path: Path, scratch: Scratch
) -> None:
    uploads = Uploads(scratch)
    queue = WorkQueue(partial(Worker, Workplace(tmp_path), act), 0, uploads=uploads)
    folder = uploads.keep([("one.txt", BytesIO(b"one"))])
    with pytest.raises(QueueFullError):
        queue.put(Task(Kind.ADD_UPLOAD, (str(folder),), "one.txt"), "Anna")
    assert not folder.exists()


def test_a_process_that_cannot_be_started_fails_its_job_and_the_next_is_done(
    tmp_path: Path,
) -> None:
    tried: list[int] = []

    def make_worker() -> Worker:
        tried.append(1)
        if len(tried) == 1:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return Worker(Workplace(tmp_path), act, 0.5)

    queue = WorkQueue(make_worker)
    failing = ask(queue, "plain")
    assert wait(queue, failing).state is State.FAILED
    assert "could not be started ([Errno 11] Resource" in queue.get(failing).line
    assert wait(queue, ask(queue, "plain")).state is State.DONE
    queue.close()


class _Gone:
    """A process that was killed and still looks alive."""

    is_alive = True

    def carry_out(self, _number: int, _task: Task) -> Iterator[Message]:
        raise WorkerError("The process that did this ended early.")

    def close(self) -> None:
        """Nothing is left to be ended."""


def test_a_second_process_that_cannot_be_started_ends_its_job_alone(tmp_path: Path) -> None:
    tried: list[int] = []

    def make_worker() -> Worker:
        tried.append(1)
        if len(tried) == 1:
            return cast(Worker, _Gone())
        if len(tried) == 2:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return Worker(Workplace(tmp_path), act, 0.5)

    queue = WorkQueue(make_worker)
    failing = wait(queue, ask(queue, "plain"))
    assert failing.state is State.FAILED
    assert "could not be started" in failing.line
    assert wait(queue, ask(queue, "plain")).state is State.DONE
    queue.close()


@pytest.mark.slow
def test_a_worker_that_has_nothing_to_do_is_ended(tmp_path: Path) -> None:
    queue = WorkQueue(partial(Worker, Workplace(tmp_path), act), idle_seconds=0.2)
    pid = read_pid(wait(queue, ask(queue, "plain")))
    wait_for_end(pid)
    assert wait(queue, ask(queue, "plain")).state is State.DONE
    queue.close()


def test_a_job_that_is_not_there_is_told(queue: WorkQueue) -> None:
    with pytest.raises(JobNotFoundError, match="There is no job 70000"):
        queue.get(70_000)
