"""Whole articles of the data folder, for evaluations that plant things into real text."""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from evals.fundus import read_fundus
from secondsource.article import Article

csv.field_size_limit(2**31 - 1)


def read_articles(data: Path) -> list[Article]:
    """Every article in the folder: FNC-1 bodies, PolNeAR, Golunov; missing sets are named."""
    articles: list[Article] = []
    for name, reader in _READERS.items():
        if (data / name).is_dir():
            articles += reader(data / name)
        else:
            print(f"{name} is not in {data}: left out", file=sys.stderr)
    return articles


def read_fnc1(folder: Path) -> Iterator[Article]:
    """The bodies of the Fake News Challenge; they have no outlet and no date."""
    for name in ("bodies.csv", "test_bodies.csv"):
        if (folder / name).is_file():
            with (folder / name).open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    number = f"fnc1-{name[0]}{row['Body ID']}"
                    yield Article(number, row["articleBody"], language="en")


def read_polnear(folder: Path) -> Iterator[Article]:
    """The articles of PolNeAR with title, outlet, author and date from its metadata table."""
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        path = folder / row["compartment"] / "text" / f"{row['filename']}.txt"
        if path.is_file():
            yield Article(
                f"polnear-{row['filename']}",
                path.read_text(encoding="utf-8"),
                title=row["title"],
                outlet=row["publisher"],
                published=row["publication_date"],
                language="en",
            )


def read_golunov(folder: Path) -> Iterator[Article]:
    """Golunov's articles; date and title stand in the file names."""
    for path in sorted(folder.glob("*.txt")):
        match = re.match(r"(\d{4}-\d{2}-\d{2})-(.*)", path.stem)
        date, title = (match[1], match[2]) if match else (None, path.stem)
        text = path.read_text(encoding="utf-8")
        yield Article(f"golunov-{path.stem}", text, title=title, published=date, language="ru")


def read_basil(folder: Path) -> Iterator[Article]:
    """The articles of BASIL: events, each told by up to three outlets; ids end in the outlet's."""
    for path in sorted(folder.glob("articles/*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield Article(
            f"basil-{path.stem}",
            "\n\n".join(" ".join(sentences) for sentences in record["body-paragraphs"]),
            title=record["title"],
            outlet=record["source"].casefold(),
            published=record["date"],
            language="en",
        )


def read_ntrex(folder: Path) -> list[Article]:
    """The news documents of NTREX in every language: a headline, then three sentences each."""
    numbers = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").splitlines()
    articles: list[Article] = []
    for path in sorted(folder.glob("newstest2019-[rs]*.txt")):
        edition, language = path.stem.removeprefix("newstest2019-").split(".")
        documents: dict[str, list[str]] = {}
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in zip(numbers, lines, strict=False):
            documents.setdefault(number, []).append(line.strip())
        if edition != "ref-2":
            articles += (
                Article(f"{language}-{n}", _in_paragraphs(s), language=_ISO.get(language, language))
                for n, s in documents.items()
            )
    return articles


def read_pages(folder: Path) -> list[Article]:
    """The texts of web pages of many countries, under one name for all their languages."""
    return [
        Article(f"page-{number}", "\n\n".join(page.paragraphs), language="many")
        for number, page in enumerate(read_fundus(folder))
        if page.paragraphs
    ]


def _in_paragraphs(sentences: list[str]) -> str:
    joint = " " if " " in sentences[0] else ""
    starts = range(1, len(sentences), 3)
    paragraphs = (joint.join(sentences[k : k + 3]) for k in starts)
    return "\n\n".join([sentences[0], *paragraphs])


_ISO = {
    "arb": "ar", "bel": "be", "deu": "de", "eng": "en", "fra": "fr", "kaz": "kk",
    "pol": "pl", "rus": "ru", "spa": "es", "tur": "tr", "ukr": "uk", "zho-CN": "zh",
}  # fmt: skip
_READERS: dict[str, Callable[[Path], Iterator[Article]]] = {
    "stance/fnc1": read_fnc1,
    "attribution/polnear": read_polnear,
    "corpora/golunov": read_golunov,
}
