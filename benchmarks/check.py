"""A 2,500-word article examined against an archive of 100,000: time by step, memory, a peer.

    python -m benchmarks.check --data ../shared/data --size 100000 --cache /tmp/check-archive

The archive holds every real article of the data folder but the examined one, filled up to the
size by a recombined corpus (`benchmarks.corpus`), with article vectors; it is built once and kept
in the cache folder. Two examinations in one fresh process: the first is cold (models, indexes and
the package's own imports are loaded; the system may still have the files in memory), the second
warm.

Printed for each: seconds on the clock and of the processor, the share of each step, and the load
of the machine; the most memory; and the peer, a count of outlets among the best passages by plain
BM25 for the same claims, with the ratio of the times.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from threadpoolctl import threadpool_limits

from benchmarks.corpus import make_corpus, read_corpus
from benchmarks.stopwatch import Stopwatch
from evals.texts import read_articles
from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.commands.sweeping import sweep_seldom
from secondsource.evidence import Options
from secondsource.evidence.choosing import choose_statements
from secondsource.jobs.check import check
from secondsource.models.multilingual import load_words
from secondsource.report import render_html, render_markdown, to_json
from secondsource.review.report import Report

WORDS = 2_500
CACHE = Path(tempfile.gettempdir(), "secondsource-check")
PASSAGES = 30  # of each claim that the peer counts the outlets of
_STEPS = {
    "load": ("secondsource.jobs.trace:load_translator",),
    "lineage": ("secondsource.jobs.trace:trace_article",),
    "reading": ("secondsource.reading:read_article",),
    "query": (
        "secondsource.evidence.query.terms:build_query",
        "secondsource.evidence.query.terms:find_names",
    ),
    "search": (
        "secondsource.archive:Archive.search_all",
        "secondsource.archive:Archive.articles",
    ),
    "families": ("secondsource.jobs.trace:trace_some", "secondsource.jobs.trace:tie_found"),
    "stance": ("secondsource.evidence.stance.judge:judge_stances",),
    "voices": ("secondsource.reading:find_attributions",),
    "findings": ("secondsource.evidence:find_evidence",),
    "quotations": ("secondsource.jobs.quotation_collections:examine_quotations",),
    "naming": ("secondsource.jobs.naming:find_naming_of",),
}


def choose_examined(articles: Iterable[Article]) -> Article:
    """The English article whose length is nearest to `WORDS`, the first of equals."""
    english = [article for article in articles if article.language == "en"]
    return min(english, key=lambda a: abs(len(a.text.split()) - WORDS))


def build_archive(data: Path, size: int, cache: Path) -> Path:
    """The folder of the archive, built when the cache has none."""
    folder = cache / f"archive-{size}"
    if (cache / f"{size}.done").exists():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    articles = read_articles(data)
    examined = choose_examined(articles)
    real = [article for article in articles if article is not examined]
    corpus = cache / f"{size - len(real)}.jsonl"
    if not corpus.exists():
        make_corpus(data, size - len(real), cache)
    made = read_corpus(corpus).articles
    with Archive.open(folder, create=True) as archive:
        archive.add(Collected(a, b"", "text/plain", a.id) for a in (*real, *made))
        archive.enrich(load_words())
    (cache / f"{size}.done").touch()
    return folder


def run_apart(data: Path, folder: Path) -> dict[str, object]:
    """The figures of a fresh process that examines the article twice."""
    command = [sys.executable, "-m", "benchmarks.check", "--data", str(data), "--run", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return figures


def examine_twice(article: Article, folder: Path) -> dict[str, object]:
    """Figures of a cold and of a warm examination, and of the peer."""
    watch = Stopwatch(time.perf_counter)
    watch.watch(_STEPS)
    imported = time.process_time()
    figures: dict[str, object] = {"imports_cpu_seconds": round(imported, 2)}
    with Archive.open(folder) as archive:
        for name in ("cold", "warm"):
            watch.seconds.clear()
            report, figures[name] = _examine(article, archive, watch)
        figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        figures["peer"] = measure_peer(report, archive)
    return figures


def _examine(article: Article, archive: Archive, watch: Stopwatch) -> tuple[Report, object]:
    wall, cpu = time.perf_counter(), time.process_time()
    report = check(article, archive)
    with watch.step("report"):
        json.dumps([render_html(report), render_markdown(report), to_json(report)])
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    seconds = {name: round(spent, 2) for name, spent in watch.seconds.items()}
    seconds["other"] = round(wall - sum(watch.seconds.values()), 2)
    return report, {
        "wall_seconds": round(wall, 2),
        "cpu_seconds": round(cpu, 2),
        "load": round(os.getloadavg()[0], 1),
        "statements": len(report.statements),
        "looked_up": len(_claims(report)),
        "seconds_by_step": seconds,
    }


def _claims(report: Report) -> Sequence[str]:
    chosen = choose_statements(report.statements, report.coverage.last, Options())
    return [statement.text for statement in chosen]


def measure_peer(report: Report, archive: Archive) -> dict[str, float]:
    """What counting the outlets of the best passages costs, without any of the other steps."""
    claims = _claims(report)
    start = time.perf_counter()
    counts = [len(set(_outlets(claim, archive))) for claim in claims]
    seconds = time.perf_counter() - start
    return {"seconds": round(seconds, 3), "outlets_counted": sum(counts)}


def _outlets(claim: str, archive: Archive) -> Iterator[str | None]:
    hits = archive.search(claim, PASSAGES)
    return (article.outlet for article in archive.articles({hit.article for hit in hits}))


def main(
    data: Path = Path("../shared/data"),
    size: int = 100_000,
    cache: Annotated[Path, typer.Option(help="Where the archive is kept.")] = CACHE,
    run: Annotated[Path | None, typer.Option(help="Examine against this archive only.")] = None,
) -> None:
    """Prints one line of JSON."""
    if run:
        article = choose_examined(read_articles(data))
        with threadpool_limits(1, user_api="blas"), sweep_seldom():  # as the command does
            print(json.dumps(examine_twice(replace(article, id=f"{article.id}-examined"), run)))
        return
    figures = run_apart(data, build_archive(data, size, cache))
    print(json.dumps({"articles": size, **figures}))


if __name__ == "__main__":
    typer.run(main)
