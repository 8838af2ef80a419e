"""Reads many articles with several processes: the same statements, in the same order, sooner.

Each worker is a Python of its own (`read_worker`) that is sent articles and sends statements
back; nothing is shared with it, so that no model is copied half-way by a fork. One thread
here waits for each worker.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from queue import SimpleQueue
from typing import TypeAlias

from secondsource.article import Article
from secondsource.errors import WorkerError
from secondsource.reading import read_articles
from secondsource.reading.statement import Statement

_ENOUGH = 64
"""Articles from which on workers pay: each takes about two seconds to start."""
_AT_ONCE = 16
_SIGNS_AT_ONCE = 500_000
_AHEAD = 2
"""Pieces of work for each worker that are held here at once, waiting or done."""
_GRACE = 5.0
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

Readings: TypeAlias = list[tuple[Statement, ...]]


def count_processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def read_many(
    articles: Iterable[Article], workers: int
) -> Generator[tuple[Statement, ...], None, None]:
    """The statements of each article, in the same order, as `read_articles` gives them.

    Articles are taken as they are needed, and only a few are held at once.

    Args:
        articles: Any number; they are asked for in this thread only.
        workers: How many processes read. With one, or with too few articles for it to pay,
            they are read in this one.

    Raises:
        WorkerError: A worker ended before its work was done.
    """
    waiting = iter(articles)
    first = list(islice(waiting, _ENOUGH)) if workers > 1 else []
    if len(first) < _ENOUGH:
        yield from read_articles(chain(first, waiting))
        return
    pieces = _cut(chain(first, waiting))
    with _Workers(workers) as crew:
        pending: deque[Future[Readings]] = deque()
        for piece in pieces:
            pending.append(crew.submit(piece))
            if len(pending) == workers * _AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _cut(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Pieces of work, so small that few articles wait for a long one."""
    piece: list[Article] = []
    signs = 0
    for article in articles:
        piece.append(article)
        signs += len(article.text)
        if len(piece) == _AT_ONCE or signs >= _SIGNS_AT_ONCE:
            yield piece
            piece, signs = [], 0
    if piece:
        yield piece


class _Workers:
    """Workers that are stopped when the block ends, however it ends."""

    def __init__(self, number: int) -> None:
        self._all = [_Worker() for _ in range(number)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._all:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="reading")

    def __enter__(self) -> "_Workers":
        return self

    def __exit__(self, *error: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.stop()
        self._threads.shutdown()

    def submit(self, piece: Sequence[Article]) -> "Future[Readings]":
        """Have a piece of work done by the next worker that is free."""
        return self._threads.submit(self._read, piece)

    def _read(self, piece: Sequence[Article]) -> Readings:
        worker = self._idle.get()
        try:
            return worker.read(piece)
        finally:
            self._idle.put(worker)


class _Worker:
    """Another Python that reads what it is sent."""

    def __init__(self) -> None:
        environment = {**os.environ, **dict.fromkeys(_ONE_THREAD, "1")}
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "secondsource.jobs.read_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,  # Ctrl-C is for this process, which then stops its workers
        )

    def read(self, articles: Sequence[Article]) -> Readings:
        """The statements of some articles, from the other process."""
        assert self._process.stdin
        assert self._process.stdout
        try:
            pickle.dump(list(articles), self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
            answer: Readings | Exception = pickle.load(self._process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise WorkerError(
                f"A process that read articles ended early, at one of {len(articles)} articles "
                f"from {articles[0].id} on. It may have run out of memory; read with fewer "
                "workers, or with one to see what happens."
            ) from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def stop(self) -> None:
        """End the other process, in the middle of its work if it must be."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
