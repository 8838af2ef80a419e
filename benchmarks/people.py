"""What the index of people costs: names found a second, gathering them, memory.

    python -m benchmarks.people --data ../shared/data --size 10000

The articles are those of FNC-1, PolNeAR and Golunov, taken again from the start until there are as
many as asked for, so that there are fewer different names than so many different articles would
have. Processor time, since the machine may be shared; memory is the most that the process had.
"""

import json
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import typer

from evals.texts import read_articles
from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.jobs.people import hear_articles, index_people


def main(data: Path = Path("../shared/data"), size: int = 10_000, heard: int = 100) -> None:
    """Prints one line of JSON."""
    with tempfile.TemporaryDirectory() as folder, Archive.open(folder, create=True) as archive:
        archive.add(_items(data, size))
        before = _peak()
        start = time.process_time()
        reach = archive.names.refresh()
        found = time.process_time() - start
        start = time.process_time()
        people = index_people(archive).people.everybody
        gathered = time.process_time() - start
        gathering_peak = _peak()
        start = time.process_time()
        hear_articles(archive, list(archive.index_entries())[:heard])
        told = {
            "articles": reach.done,
            "names_found_articles_a_second": round(reach.done / found, 1),
            "people_and_bodies": len(people),
            "gathering_seconds": round(gathered, 1),
            "voices_articles_a_second": round(heard / (time.process_time() - start), 1),
            "peak_mb_after_adding": before,
            "peak_mb_after_gathering": gathering_peak,
            "index_mb": round((Path(folder) / "index" / "names.db").stat().st_size / 1e6, 1),
        }
    print(json.dumps(told))


def _items(data: Path, size: int) -> Iterator[Collected]:
    for number, article in enumerate(islice(cycle(read_articles(data)), size)):
        own: Article = replace(article, id=f"{number}-{article.id}"[:60])
        text = f"{own.text}\n{number}"
        yield Collected(replace(own, text=text), text.encode(), "text/plain", own.id)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    typer.run(main)
