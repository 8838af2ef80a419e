"""An archive of 100,000 articles: an incoming article held against it, more added, some removed.

    python -m benchmarks.archive --data ../shared/data --size 100000

The last 1,000 articles of a corpus come in after the others are in the archive; plants and
unrelated ones among them. Printed: seconds to add the first, to add the 1,000 and to bring the
fingerprint index up to date with them; bytes that this wrote; milliseconds to find what an
incoming article shares words with and to trace it (families, direction and all), warm.
"""

import json
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import typer

from benchmarks.corpus import make_corpus, read_corpus
from secondsource.archive import Archive
from secondsource.archive.segments import IndexReach, SegmentFiles
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.jobs.trace import SHARING, trace_article
from secondsource.lineage import empty_index

INCOMING = 1_000
_TIMED = 300  # of them
_AT_ONCE = 20_000
_REMOVED = 100


def measure_index(known: Sequence[Article], incoming: Sequence[Article]) -> dict[str, object]:
    """The fingerprint index alone: seconds, and the share of its bytes that adding wrote."""
    index = empty_index()
    start = time.perf_counter()
    for low in range(0, len(known), _AT_ONCE):
        part = known[low : low + _AT_ONCE]
        index = index.add(range(low, low + len(part)), [article.text for article in part])
    index = index.learn([article.outlet for article in known])
    built = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        files = SegmentFiles(Path(folder))
        files.write(index, IndexReach())
        before = _list_files(Path(folder))
        index, _ = files.read() or (index, None)
        start = time.perf_counter()
        grown = index.add(range(len(known), len(known) + len(incoming)), [a.text for a in incoming])
        files.write(grown, IndexReach())
        added = time.perf_counter() - start
        after = _list_files(Path(folder))
        start = time.perf_counter()
        files.write(grown.drop(range(_REMOVED)), IndexReach())
        removed = time.perf_counter() - start
    written = {path: size for path, size in after.items() if path not in before}
    return {
        "index_build_seconds": round(built, 2),
        "index_mb": sum(after.values()) >> 20,
        "index_add_seconds": round(added, 3),
        "index_add_written_mb": round(sum(written.values()) / 2**20, 1),
        "index_learned_anew": grown.has_outgrown,
        "index_remove_seconds": round(removed, 3),
    }


def _list_files(folder: Path) -> dict[tuple[str, int], int]:
    """The sizes of the files, by path and time of writing."""
    files = [(path, path.stat()) for path in folder.rglob("*") if path.is_file()]
    return {(str(path), stat.st_mtime_ns): stat.st_size for path, stat in files}


def measure_archive(
    folder: Path, known: Sequence[Article], incoming: Sequence[Article]
) -> dict[str, object]:
    """The whole archive: adding, finding and tracing incoming articles, removing."""
    with Archive.open(folder, create=True) as archive:
        adding = _time(lambda: archive.add(_collect(known)))
        sharing, tracing = _time_incoming(archive, incoming[:_TIMED])
        more = _time(lambda: archive.add(_collect(incoming)))
        removing = _time(lambda: [archive.remove(article.id) for article in known[:_REMOVED]])
        finding = _time(lambda: archive.find_sharing([known[0].text], SHARING))
    return {
        "add_seconds": round(adding, 1),
        "find_sharing_ms": _summarise(sharing),
        "trace_ms": _summarise(tracing),
        "add_more_seconds": round(more, 2),
        "remove_seconds": round(removing, 2),
        "find_after_removing_ms": round(1000 * finding, 1),
    }


def _collect(articles: Iterable[Article]) -> Iterable[Collected]:
    return (Collected(article, b"", "text/plain", article.id) for article in articles)


def _time_incoming(
    archive: Archive, incoming: Sequence[Article]
) -> tuple[list[float], list[float]]:
    trace_article(incoming[0], archive)
    sharing = [_time(partial(archive.find_sharing, [a.text], SHARING)) for a in incoming]
    return sharing, [_time(partial(trace_article, a, archive)) for a in incoming]


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _summarise(seconds: Sequence[float]) -> dict[str, float]:
    median, most, longest = np.percentile(seconds, (50, 95, 100)) * 1000
    return {"median": round(median, 1), "p95": round(most, 1), "longest": round(longest, 1)}


def main(data: Path = Path("../shared/data"), size: int = 100_000) -> None:
    """Prints one line of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        articles = read_corpus(make_corpus(data, size + INCOMING, Path(folder))).articles
        known, incoming = articles[:size], articles[size:]
        figures = measure_index(known, incoming)
        figures |= measure_archive(Path(folder) / "archive", known, incoming)
    print(json.dumps({"articles": size, "incoming": INCOMING, **figures}))


if __name__ == "__main__":
    typer.run(main)
