"""Whole articles of the data folder, for evaluations that plant things into real text."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from evals.files import read_json, read_lines, read_table, read_text
from evals.fundus import read_fundus
from evals.translation_sets import name_language
from secondsource.article import Article

_PREFIX = {"bodies.csv": "b", "test_bodies.csv": "t"}


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
    for path in sorted(folder.glob("*bodies*.csv")):
        prefix = _PREFIX.get(path.name, f"{path.stem}-")
        for row in read_table(path):
            number = f"fnc1-{prefix}{row['Body ID'].strip()}"
            yield Article(number, row["articleBody"], language="en")


def read_polnear(folder: Path) -> Iterator[Article]:
    """The articles of PolNeAR with title, outlet and date from its metadata table.

    Those that the table lacks come last and have none of these.
    """
    texts = {path.stem: path for path in sorted(folder.glob("*/text/*.txt"))}
    table = folder / "metadata.tsv"
    for row in read_table(table, "\t") if table.is_file() else ():
        name = row["filename"]
        if name in texts:
            yield Article(
                f"polnear-{name}",
                read_text(texts.pop(name)),
                title=row["title"],
                outlet=row["publisher"],
                published=row["publication_date"],
                language="en",
            )
    for name, path in texts.items():
        yield Article(f"polnear-{name}", read_text(path), language="en")


def read_golunov(folder: Path) -> Iterator[Article]:
    """Golunov's articles; date and title stand in the file names."""
    for path in sorted(folder.glob("*.txt")):
        match = re.match(r"(\d{4}-\d{2}-\d{2})-(.*)", path.stem)
        date, title = (match[1], match[2]) if match else (None, path.stem)
        text = read_text(path)
        yield Article(f"golunov-{path.stem}", text, title=title, published=date, language="ru")


def read_basil(folder: Path) -> Iterator[Article]:
    """The articles of BASIL: events, each told by up to three outlets; ids end in the outlet's."""
    for path in sorted(folder.glob("articles/*/*.json")):
        record = read_json(path)
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
    names = folder / "DOCUMENT_IDS.tsv"
    numbers = read_lines(names) if names.is_file() else []
    articles: list[Article] = []
    for path in sorted(folder.glob("newstest*-[rs]*.txt")):
        edition, language = path.stem.split("-", 1)[1].split(".")
        documents: dict[str, list[str]] = {}
        for number, line in zip(numbers, read_lines(path), strict=False):
            documents.setdefault(number, []).append(line.strip())
        if edition != "ref-2":
            articles += (
                Article(f"{language}-{n}", _in_paragraphs(s), language=name_language(language))
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


_READERS: dict[str, Callable[[Path], Iterator[Article]]] = {
    "stance/fnc1": read_fnc1,
    "attribution/polnear": read_polnear,
    "corpora/golunov": read_golunov,
}
