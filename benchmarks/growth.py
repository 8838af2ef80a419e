"""How lineage grows with the number of articles: 20,000, 100,000 and 400,000.

    python -m benchmarks.growth --data ../shared/data

Each size in a process of its own. Printed for each: time, processor time, peak memory, and the
processor time per article as a multiple of that of the smallest size: 1 would be linear.
"""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.corpus import make_corpus
from benchmarks.lineage import run_apart
from benchmarks.systems import OURS

SIZES = (20_000, 100_000, 400_000)


def main(
    data: Path = Path("../shared/data"),
    size: Annotated[list[int] | None, typer.Option(help="Sizes; repeatable.")] = None,
) -> None:
    """Prints a line of JSON for each size, then how the time per article grows."""
    costs: dict[int, float] = {}
    for articles in size or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = make_corpus(data, articles, Path(folder))
            figures = run_apart("lineage", "--system", OURS, "--corpus", str(path))
            costs[articles] = float(str(figures["cpu_seconds"])) / articles
    first = next(iter(costs.values()))
    for articles, cost in costs.items():
        print(f"{articles} articles: {cost / first:.2f} times the time per article")


if __name__ == "__main__":
    typer.run(main)
