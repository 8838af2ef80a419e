"""The workbench over an archive of 100,000 articles: each page by itself, then 50 readers at once.

    python -m benchmarks.workbench --data ../shared/data --size 100000 --cache /tmp/check-archive

The archive is that of `benchmarks.check`, built once; a few of its articles are examined first.
The server runs as a process of its own, as `secondsource serve` starts it. Printed: milliseconds
of each page, the first time it is asked for (a report is drawn then) and later, every search with
other words; then, with 50 readers who turn pages without a pause, the answers a second, their
milliseconds, and how many were errors; the most memory of the server; and in the same run the
floor, the milliseconds of a small file from the same server.
"""

import json
import os
import random
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import httpx
import numpy as np
import typer

from benchmarks.check import CACHE, WORDS, build_archive, choose_examined
from benchmarks.served import serve
from evals.texts import read_articles
from secondsource.archive import Archive
from secondsource.archive.listing import Kept
from secondsource.article import Article
from secondsource.jobs.examine import examine

FLOOR = "/static/icon.svg"
_EXAMINED = 4
_ASKED = 30  # times that each page is asked for
_SEED = 20261129


def examine_some(folder: Path, long: Article) -> list[str]:
    """The ids of articles with a kept report: a long one, and some of the archive."""
    with Archive.open(folder) as archive:
        entries = archive.listing.read(Kept(language="en"), _EXAMINED)
        for given in (long, *(archive.get(entry.id) for entry in entries)):
            if archive.examinations.get(given.id) is None:
                examine(given, archive)
        return [long.id, *(entry.id for entry in entries)]


def choose_queries(folder: Path, count: int) -> list[str]:
    """Two or three words that stand together in the archive, other ones each time."""
    rng = random.Random(_SEED)
    with Archive.open(folder) as archive:
        entries = archive.listing.read(Kept(language="en"), count)
        texts = [archive.get(entry.id).text.split() for entry in entries]
    starts = [rng.randrange(max(1, len(words) - 3)) for words in texts]
    return [" ".join(words[at : at + 3]) for words, at in zip(texts, starts, strict=True)]


def time_pages(address: str, pages: dict[str, list[str]]) -> dict[str, object]:
    """Milliseconds of each kind of page, asked for one after the other."""
    figures: dict[str, object] = {}
    with httpx.Client(base_url=address, timeout=60) as client:
        for kind, paths in pages.items():
            first = _ask(client, paths[0])
            later = [_ask(client, paths[n % len(paths)]) for n in range(1, _ASKED)]
            errors = sum(not fine for _, fine in (first, *later))
            times = _summarise([t for t, _ in later])
            figures[kind] = {"first_ms": round(first[0], 1), **times, "errors": errors}
    return figures


def load_pages(
    address: str, pages: dict[str, list[str]], readers: int, seconds: float
) -> dict[str, object]:
    """What so many readers get who turn pages without a pause."""
    end = time.perf_counter() + seconds
    answers: list[tuple[float, bool]] = []  # append is one step for threads
    paths = [path for kind in pages.values() for path in kind]

    def read(seed: int) -> None:
        rng = random.Random(seed)
        with httpx.Client(base_url=address, timeout=120) as client:
            while time.perf_counter() < end:
                answers.append(_ask(client, rng.choice(paths)))

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {
        "readers": readers,
        "answers": len(answers),
        "answers_a_second": round(len(answers) / seconds, 1),
        "errors": sum(not fine for _, fine in answers),
        **_summarise([milliseconds for milliseconds, _ in answers]),
    }


def _ask(client: httpx.Client, path: str) -> tuple[float, bool]:
    """Milliseconds until the whole page is there, and whether it came."""
    start = time.perf_counter()
    try:
        fine = client.get(path).status_code == 200
    except httpx.HTTPError:
        fine = False
    return 1000 * (time.perf_counter() - start), fine


def _summarise(milliseconds: Sequence[float]) -> dict[str, float]:
    median, most, longest = np.percentile(milliseconds, (50, 95, 100))
    return {
        "median_ms": round(float(median), 1),
        "p95_ms": round(float(most), 1),
        "longest_ms": round(float(longest), 1),
    }


def read_peak_mb(process: int) -> float | None:
    """The most memory that a process ever had, in megabytes; None where the system does not say."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
    return round(int(line.split()[1]) / 1024, 1)


def main(
    data: Path = Path("../shared/data"),
    size: int = 100_000,
    cache: Annotated[Path, typer.Option(help="Where the archive is kept.")] = CACHE,
    readers: int = 50,
    seconds: float = 30,
) -> None:
    """Prints one line of JSON."""
    folder = build_archive(data, size, cache)
    long = choose_examined(read_articles(data))
    examined = examine_some(folder, long)
    queries = choose_queries(folder, 300)
    pages = {
        "home": ["/"],
        "article": [f"/articles/{id_}" for id_ in examined],
        "search": [f"/search?q={query}" for query in queries],
        "claims": ["/claims"],
        "families": ["/families"],
        "people": ["/people"],
        "compare": [f"/compare?left={examined[1]}&right={other}" for other in examined[2:]],
        "floor": [FLOOR],
    }
    with serve(folder) as served:
        figures = {
            "articles": size,
            "words": WORDS,
            "load_before": round(os.getloadavg()[0], 1),
            "pages": time_pages(served.address, pages),
            "together": load_pages(served.address, pages, readers, seconds),
            "server_peak_mb": read_peak_mb(served.process),
        }
    print(json.dumps(figures))


if __name__ == "__main__":
    typer.run(main)
