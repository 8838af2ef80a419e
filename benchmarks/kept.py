"""Kept reports: how long one takes to load and to decide on, and the queue of 100,000 claims.

    python -m benchmarks.kept --data ../shared/data --articles 5000 --claims 100000

The report is that of the English article nearest to 2,500 words, examined against the first real
articles of the data folder (no vectors, no fact-checks). Each figure is of twenty runs, in
milliseconds: the median and the longest by the clock, and the median of processor time, which
other work on the machine does not lengthen much. Prints one line of JSON.
"""

import itertools
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import typer

from benchmarks.check import choose_examined
from evals.texts import read_articles
from secondsource.archive import Archive
from secondsource.archive.changes import Cause
from secondsource.archive.claims import QueueFilter, key_of, write_claims
from secondsource.archive.packing import pack_report
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.evidence.finding import Standing
from secondsource.jobs.check import check
from secondsource.jobs.decide import decide, read_report
from secondsource.review.decision import Draft, Verb
from secondsource.review.index import ReportIndex
from secondsource.review.queue import QueuedClaim
from secondsource.review.report import Report
from secondsource.review.subject import StanceSubject, write_key

_RUNS = 20
_DECISIONS = 20
_CLAIMS_OF_ONE = 20
_FILTERS = (
    QueueFilter(),
    QueueFilter(standing=Standing.DISPUTED),
    QueueFilter(outlet="Outlet 7", language="en"),
    QueueFilter(standing=Standing.NOT_FOUND, outlet="Outlet 7", language="ru", decided=True),
    QueueFilter(outlet="nobody"),
)


def main(data: Path = Path("../shared/data"), articles: int = 5_000, claims: int = 100_000) -> None:
    """Prints one line of JSON."""
    real = read_articles(data)
    examined = choose_examined(real)
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder, "archive"), create=True) as archive,
    ):
        others = [a for a in real if a is not examined][:articles]
        archive.add(Collected(a, b"", "text/plain", a.id) for a in others)
        figures = {
            "articles": len(others),
            **measure_report(archive, check(examined, archive)),
            **measure_queue(archive, claims),
            "load": round(os.getloadavg()[0], 1),
        }
    print(json.dumps(figures))


def measure_report(archive: Archive, report: Report) -> dict[str, object]:
    """What keeping, loading and deciding cost for one report."""
    id_ = report.article.id
    keeping = time_runs(lambda: archive.examinations.keep(report))
    loading = time_runs(lambda: archive.examinations.get(id_))
    subjects = [s for s, _ in ReportIndex(report).list_all() if isinstance(s, StanceSubject)]
    keys = [write_key(s) for s in subjects][:: max(1, len(subjects) // _DECISIONS)][:_DECISIONS]
    left = iter(keys)
    deciding = time_runs(
        lambda: decide(archive, id_, Draft(next(left), Verb.REJECT), "A. Reader"), len(keys)
    )
    return {
        "words": len(report.article.text.split()),
        "looked_up": sum(f.basis is not None for f in report.findings),
        "named": len(report.articles),
        "kept_kb": len(pack_report(report)) >> 10,
        "keep_ms": keeping,
        "load_ms": loading,
        "decide_ms": deciding,
        "decisions": len(keys),
        "load_decided_ms": time_runs(lambda: read_report(archive, id_)),
    }


def measure_queue(archive: Archive, count: int) -> dict[str, object]:
    """What a page of the queue costs, by what is wanted; the first and one in the middle."""
    with archive._database.transaction() as connection:
        for article, made in itertools.groupby(make_claims(count), lambda claim: claim.article):
            write_claims(connection, Article(id=article, text=""), made, Cause())
    queue = archive.examinations.claims
    middle = key_of(queue.read(QueueFilter(), count // 2)[-1])
    pages = {
        _name(wanted): time_runs(lambda wanted=wanted: queue.read(wanted, 50))  # type: ignore[misc]
        for wanted in _FILTERS
    }
    return {
        "claims": queue.count(QueueFilter()),
        "page_ms": pages,
        "page_in_the_middle_ms": time_runs(lambda: queue.read(QueueFilter(), 50, middle)),
        "count_ms": time_runs(lambda: queue.count(_FILTERS[1])),
    }


def make_claims(count: int) -> Iterator[QueuedClaim]:
    """Claims of many outlets, languages and standings, in no order of worth."""
    standings = [s for s in Standing if s is not Standing.NOT_CHECKABLE]
    for number in range(count):
        worth = number * 7919 % 10_007 / 10_007
        standing = standings[number % len(standings)]
        yield QueuedClaim(
            f"article-{number // _CLAIMS_OF_ONE}", f"statement-{number}", "Words of a claim. " * 6,
            standing, standing, worth, worth, 1, 0, 1, 3, number % 11 == 0, False,
            ("en", "ru", "de")[number % 3], f"Outlet {number % 200}", "2031-05-05",
        )  # fmt: skip


def time_runs(run: Callable[[], object], times: int = _RUNS) -> dict[str, float]:
    """The median and the longest time of some runs by the clock, and the processor's, in ms."""
    spent, used = [], []
    for _ in range(times):
        start, began = time.perf_counter(), time.process_time()
        run()
        spent.append(1000 * (time.perf_counter() - start))
        used.append(1000 * (time.process_time() - began))
    return {
        "median": round(statistics.median(spent), 1),
        "most": round(max(spent), 1),
        "cpu": round(statistics.median(used), 1),
    }


def _name(wanted: QueueFilter) -> str:
    given = {k: v for k, v in asdict(replace(wanted)).items() if v is not None}
    return ", ".join(f"{name} {value}" for name, value in given.items()) or "all"


if __name__ == "__main__":
    typer.run(main)
