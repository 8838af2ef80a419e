"""Articles read by several processes: same statements, same order, and a clean end."""

import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from secondsource.article import Article
from secondsource.errors import WorkerError
from secondsource.jobs import read_many as module
from secondsource.jobs.read_many import read_many
from secondsource.jobs.read_worker import serve
from secondsource.reading import read_articles

_TEXT = "The mayor said {} jobs were lost. “It is over,” she told reporters. It rained."


def _articles(number: int) -> list[Article]:
    return [Article(f"a{n}", _TEXT.format(n), language="en") for n in range(number)]


@pytest.fixture(autouse=True)
def _few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ENOUGH", 4)
    monkeypatch.setattr(module, "_AT_ONCE", 2)


def test_workers_read_the_same_in_the_same_order() -> None:
    articles = _articles(11)
    assert list(read_many(articles, 2)) == list(read_articles(articles))


def test_few_articles_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    articles = _articles(3)
    assert list(read_many(articles, 2)) == list(read_articles(articles))


def test_articles_are_taken_as_needed_and_an_early_end_leaves_no_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen
    taken: list[str] = []

    def remember(*args: object, **options: object) -> "subprocess.Popen[bytes]":
        started.append(popen(*args, **options))  # type: ignore[call-overload]
        return started[-1]

    def noted() -> Iterator[Article]:
        for article in _articles(60):
            taken.append(article.id)
            yield article

    monkeypatch.setattr(subprocess, "Popen", remember)
    reading = read_many(noted(), 2)
    next(reading)
    reading.close()
    assert len(taken) <= 4 + 2 * 2 * 2
    assert len(started) == 2
    assert all(process.poll() is not None for process in started)


def test_an_error_in_the_articles_is_raised_here() -> None:
    def broken() -> Iterator[Article]:
        yield from _articles(9)
        raise OSError("the file ended")

    with pytest.raises(OSError, match="the file ended"):
        list(read_many(broken(), 2))


def test_a_worker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(WorkerError, match="from a"):
        list(read_many(_articles(9), 2))


def test_an_error_in_a_worker_comes_back() -> None:
    answers = io.BytesIO()
    serve(io.BytesIO(pickle.dumps(["no article"])), answers)
    assert isinstance(pickle.loads(answers.getvalue()), AttributeError)


_SCRIPT = """
import itertools
from secondsource.article import Article
from secondsource.jobs.read_many import read_many
articles = (Article(str(n), "The mayor said so.", language="en") for n in itertools.count())
for number, _ in enumerate(read_many(articles, 2)):
    if not number:
        print("reading", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are told apart by the terminal there")
def test_an_interrupt_ends_everything() -> None:
    """A script without a main guard may use workers, and Ctrl-C ends it with no word from them."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "reading\n"
    process.send_signal(signal.SIGINT)
    try:
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert errors.count("Traceback") == 1
