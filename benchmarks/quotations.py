"""What the quotations of a large archive cost: time and memory of their index and of all forms.

    python -m benchmarks.quotations --data ../shared/data --sizes 5000,10000,20000
    python -m benchmarks.quotations --dump 200

The first recombines real articles (benchmarks/corpus.py): each step's seconds, the quotations,
the pairs that were compared and those found, for each size. Who is quoted is not read. The
second writes a Wikiquote dump of so many megabytes, of invented pages, and imports it. Prints
one JSON object a line; `peak_mb` is the process's highest memory until then.
"""

import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import typer

from benchmarks.corpus import SEED, build_corpus
from evals.texts import read_articles
from secondsource.archive import Archive
from secondsource.factcheck.importing import QuotationFile
from secondsource.jobs.quotation_collections import import_collection
from secondsource.reading.quotations.compare import compare_quotations
from secondsource.reading.quotations.folding import fold_words
from secondsource.reading.quotations.table import make_table, pair_forms

_HEAD = "<mediawiki><siteinfo><dbname>enwikiquote</dbname></siteinfo>\n"


def main(data: Path = Path("../shared/data"), sizes: str = "5000,10000", dump: int = 0) -> None:
    """Measures an archive of each size, or the import of a dump of so many megabytes."""
    if dump:
        print(json.dumps(measure_dump(dump)))
        return
    real = read_articles(data)
    for size in map(int, sizes.split(",")):
        corpus = build_corpus(real, size, random.Random(SEED))
        print(json.dumps(measure_archive(list(enumerate(corpus.articles, 1)))), flush=True)


def measure_archive(articles: list) -> dict[str, float]:  # type: ignore[type-arg]
    """The seconds of each step over some articles, with their ordinals."""
    start = time.perf_counter()
    table = make_table(articles)
    indexed = time.perf_counter()
    pairs = pair_forms(table)
    paired = time.perf_counter()
    texts = {number: article.text for number, article in articles}
    owners = table.articles.tolist()
    rows = {row for pair in pairs for row in pair}
    words = {row: fold_words(table.said(row).text_in(texts[owners[row]])) for row in rows}
    found = sum(compare_quotations(words[a], words[b]) is not None for a, b in pairs)
    compared = time.perf_counter()
    return {
        "articles": len(articles),
        "quotations": len(table),
        "index_s": round(indexed - start, 2),
        "pair_s": round(paired - indexed, 2),
        "compare_s": round(compared - paired, 2),
        "pairs": len(pairs),
        "found": found,
        "index_mb": round(sum(c.nbytes for c in (table.grams, table.rows, table.forms)) / 1e6, 1),
        "peak_mb": _peak(),
    }


def measure_dump(megabytes: int) -> dict[str, float]:
    """The seconds and the memory of importing an invented dump."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "enwikiquote-20240101-pages-articles.xml"
        with file.open("w", encoding="utf-8") as out:
            out.write(_HEAD)
            size = 0
            for page in _invent_pages():
                size += out.write(page)
                if size > megabytes * 1_000_000:
                    break
            out.write("</mediawiki>\n")
        before = _peak()
        start = time.perf_counter()
        with Archive.open(Path(folder) / "news", create=True) as archive:
            kept = import_collection(archive, QuotationFile(file), None, lambda _count: None)
            taken = time.perf_counter() - start
            stored = sum(f.stat().st_size for f in (archive.path / "collections").rglob("*.*"))
        return {
            "dump_mb": round(file.stat().st_size / 1e6, 1),
            "seconds": round(taken, 1),
            "quotations": kept.quotations,
            "people": kept.people,
            "stored_mb": round(stored / 1e6, 1),
            "before_mb": before,
            "peak_mb": _peak(),
        }


def _invent_pages() -> Iterator[str]:
    """Pages of invented people without end, each with forty quotations, a third of it markup."""
    rng = random.Random(SEED)
    letters = "abcdefghijklmnoprstuvw"
    words = ["".join(rng.choices(letters, k=rng.randint(2, 10))) for _ in range(30_000)]
    number = 0
    while True:
        number += 1
        name = " ".join(rng.choice(words).capitalize() for _ in range(2))
        lines = [f"'''[[w:{name}|{name}]]''' was invented.", "== Quotes =="]
        for k in range(40):
            if k == 30:
                lines.append("== Misattributed ==")
            said = list(islice(_draw(rng, words), rng.randint(8, 40)))
            said[1] = f"[[{said[1]}]]"
            lines.append(f"* {' '.join(said).capitalize()}.&lt;ref&gt;{{{{cite|x}}}}&lt;/ref&gt;")
            lines.append(f"** ''[[w:{words[k]}|{words[k]}]]'' ({1800 + k}), p. {k}")
        text = "\n".join([*lines, "[[Category:1850 births]]"])
        yield (
            f"<page><title>{name} {number}</title><ns>0</ns><revision>"
            f"<timestamp>2024-01-01T00:00:00Z</timestamp><text>{text}</text></revision></page>\n"
        )


def _draw(rng: random.Random, words: list[str]) -> Iterator[str]:
    while True:
        yield words[int(len(words) * rng.random() ** 3)]


def _peak() -> float:
    """The process's highest memory until now, in megabytes."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    typer.run(main)
