"""Lineage against datasketch and rensa: the same planted copies, the same machine, one run.

    python -m benchmarks.lineage --data ../shared/data --size 20000

Each system runs in a process of its own over one corpus of `benchmarks.corpus`. Printed for each,
as a line of JSON: wall and processor time, peak memory (with the articles, which take `base_mb`),
recall by kind, precision of the pairs (the story's left out), how many of the story's copies hang
together and by how many pairs; then the ratios to ours. For systems see `benchmarks.systems`.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from benchmarks.corpus import STORY, Corpus, make_corpus, read_corpus
from benchmarks.systems import OURS, SYSTEMS, Found, Pair
from evals.planting import Planted
from evals.reuse import measure_recall

Figures: TypeAlias = dict[str, object]


def measure(system: str, corpus: Corpus) -> Figures:
    """Time, memory, recall and precision of one system, in this process."""
    base = _peak_mb()
    wall, processor = time.perf_counter(), time.process_time()
    found = SYSTEMS[system](corpus.articles)
    return {
        "system": system,
        "articles": len(corpus.articles),
        "seconds": round(time.perf_counter() - wall, 2),
        "cpu_seconds": round(time.process_time() - processor, 2),
        "peak_mb": _peak_mb(),
        "base_mb": base,
        **judge(corpus, found),
    }


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def judge(corpus: Corpus, found: Found) -> Figures:
    """Recall by kind, precision, and what became of the story."""
    plants = [p for p in corpus.planted if p.kind != STORY]
    story = {p.article.id for p in corpus.planted if p.kind == STORY}
    story.update(source for p in corpus.planted if p.kind == STORY for source in p.sources)
    figures: Figures = {"candidates": found.candidates, "verifying_seconds": found.verifying}
    if all(len(pair) == 1 for pair in found.pairs):
        return {**figures, "recall": _measure_flagged(plants, found.pairs)}
    others = {pair for pair in found.pairs if not pair <= story}
    right = {frozenset((p.article.id, source)) for p in plants for source in p.sources}
    return {
        **figures,
        "recall": dict(sorted(measure_recall(plants, found.pairs).items())),
        "precision": round(len(others & right) / max(1, len(others)), 4),
        "wrong_pairs": len(others - right),
        "story_joined": _count_joined(story, found.pairs),
        "story_pairs": sum(pair <= story for pair in found.pairs),
    }


def _measure_flagged(plants: Iterable[Planted], found: Set[Pair]) -> dict[str, float]:
    """For each kind the share of plants that are called a copy, or whose source is."""
    hits: dict[str, list[bool]] = {}
    for p in plants:
        ends = (p.article.id, *p.sources)
        hits.setdefault(p.kind, []).append(any(frozenset((end,)) in found for end in ends))
    return {kind: round(sum(each) / len(each), 4) for kind, each in sorted(hits.items())}


def _count_joined(story: Set[str], pairs: Iterable[Pair]) -> int:
    """How many articles of the story hang together at most."""
    neighbours: dict[str, list[str]] = {}
    for pair in pairs:
        if pair <= story:
            one, other = pair
            neighbours.setdefault(one, []).append(other)
            neighbours.setdefault(other, []).append(one)
    most, seen = 1, set[str]()
    for start in neighbours:
        todo, joined = [start], 0
        while todo:
            article = todo.pop()
            if article not in seen:
                seen.add(article)
                joined += 1
                todo += neighbours[article]
        most = max(most, joined)
    return most


def run_apart(module: str, *arguments: str) -> Figures:
    """The figures that a module of this package prints when run in a process of its own."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    figures: Figures = json.loads(output.splitlines()[-1])
    print(json.dumps(figures), flush=True)
    return figures


def show_ratios(results: Sequence[Mapping[str, object]]) -> None:
    """Prints how many times our time each system takes."""
    ours = next((r for r in results if r["system"] == OURS), None)
    for result in results:
        if ours and result is not ours:
            wall, processor = (
                float(str(result[key])) / float(str(ours[key]))
                for key in ("seconds", "cpu_seconds")
            )
            print(f"{result['system']}: {wall:.1f} times our time, {processor:.1f} our processor's")


def main(
    data: Path = Path("../shared/data"),
    size: int = 20_000,
    system: Annotated[list[str] | None, typer.Option(help="Only this one; repeatable.")] = None,
    corpus: Annotated[Path | None, typer.Option(help="Measure on this file, here.")] = None,
) -> None:
    """Prints a line of JSON for each system, then the ratios to ours."""
    systems = system or list(SYSTEMS)
    if corpus:
        print(json.dumps(measure(systems[0], read_corpus(corpus))))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = make_corpus(data, size, Path(folder))
        runs = [("--system", name, "--corpus", str(path)) for name in systems]
        show_ratios([run_apart("lineage", *run) for run in runs])


if __name__ == "__main__":
    typer.run(main)
