"""Lineage against datasketch: the same planted copies, the same machine, one run.

    python -m benchmarks.lineage --data ../shared/data

Each system runs in a process of its own over the corpus of `evals.reuse` (real articles,
planted copies, footers). Printed: wall time, peak memory, recall by kind, precision of the
pairs, and the ratio to ours. datasketch (MIT) is set up as its documentation says for near
copies: MinHash of 128 permutations over word 5-grams, LSH at a threshold, the candidates
verified by exact Jaccard similarity.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from evals.planting import Planted
from evals.reuse import build_corpus, measure_precision, measure_recall
from evals.texts import read_articles
from secondsource.article import Article
from secondsource.lineage import find_families

Pair = frozenset[str]
_SHINGLE = 5


def run_ours(articles: Sequence[Article]) -> set[Pair]:
    """The pairs that lineage ties."""
    families = find_families(articles)
    return {frozenset((edge.child, edge.parent)) for f in families for edge in f.edges}


def run_datasketch(threshold: float) -> Callable[[Sequence[Article]], set[Pair]]:
    """The pairs that datasketch finds at a threshold, verified."""

    def run(articles: Sequence[Article]) -> set[Pair]:
        from datasketch import MinHash, MinHashLSH

        shingles = {a.id: set(_shingle(a.text)) for a in articles}
        hashes = {}
        lsh = MinHashLSH(threshold=threshold, num_perm=128)
        for name, own in shingles.items():
            hashes[name] = MinHash(num_perm=128)
            hashes[name].update_batch([s.encode() for s in own])
            lsh.insert(name, hashes[name])
        return {
            frozenset((name, other))
            for name, minhash in hashes.items()
            for other in lsh.query(minhash)
            if other != name and _jaccard(shingles[name], shingles[other]) >= threshold
        }

    return run


def _shingle(text: str) -> Iterator[str]:
    words = text.casefold().split()
    return (" ".join(words[k : k + _SHINGLE]) for k in range(max(1, len(words) - _SHINGLE + 1)))


def _jaccard(left: set[str], right: set[str]) -> float:
    return len(left & right) / max(1, len(left | right))


SYSTEMS: dict[str, Callable[[Sequence[Article]], set[Pair]]] = {
    "secondsource": run_ours,
    "datasketch t=.5": run_datasketch(0.5),
    "datasketch t=.3": run_datasketch(0.3),
}


def measure(system: str, data: Path, each: int) -> dict[str, object]:
    """Time, memory, recall and precision of one system, in this process."""
    corpus, planted = build_corpus(read_articles(data), each, random.Random(20190218))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = SYSTEMS[system](corpus)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "system": system,
        "articles": len(corpus),
        "seconds": round(seconds, 2),
        "peak_mb": peak // 1024,
        "added_mb": (peak - before) // 1024,
        **_judge(planted, found),
    }


def _judge(planted: Sequence[Planted], found: set[Pair]) -> dict[str, object]:
    return {
        "recall": measure_recall(planted, found),
        "precision": measure_precision(planted, found),
    }


def main(
    data: Path = Path("../shared/data"),
    each: int = 50,
    system: Annotated[str, typer.Option(help="Measure one system in this process.")] = "",
) -> None:
    """Prints a line of JSON for each system, then the ratios to ours."""
    if system:
        print(json.dumps(measure(system, data, each)))
        return
    results = []
    for name in SYSTEMS:
        command = [sys.executable, "-m", "benchmarks.lineage", "--data", str(data)]
        command += ["--each", str(each), "--system", name]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        results.append(json.loads(output.splitlines()[-1]))
        print(json.dumps(results[-1]))
    for result in results[1:]:
        ratio = result["seconds"] / results[0]["seconds"]
        print(f"{result['system']}: {ratio:.1f} times the time of secondsource")


if __name__ == "__main__":
    typer.run(main)
