"""The pages of the fundus data: an outlet's page with its title, authors, date and text.

Each outlet has one JSON file with the entries V1, V2, …, and one page for each of them, whose
file names end in the day of the crawl; in the order of that day they belong together.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.files import read_json

PAGE = "[0-9][0-9][0-9][0-9]_[0-9][0-9]_[0-9][0-9].html*"


@dataclass(frozen=True, slots=True)
class FundusPage:
    """One page and what is on it; `published` is ISO 8601, `paragraphs` the article's text."""

    path: Path
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    paragraphs: tuple[str, ...]


def read_fundus(folder: Path) -> Iterator[FundusPage]:
    """Every page under a folder of country folders, in sorted order; none when it is missing.

    The pages of an outlet that are not as many as its entries are left out, which stderr tells.
    """
    for described in sorted(folder.glob("*/*.json")):
        entries = read_json(described)
        versions = sorted(entries, key=lambda name: int(re.sub(r"\D", "", name) or 0))
        pages = sorted(described.parent.glob(f"{described.stem}_{PAGE}"))
        if len(pages) == len(versions):
            for page, version in zip(pages, versions, strict=True):
                yield _read_entry(page, entries[version])
        else:
            numbers = f"{len(pages)} pages for {len(versions)} entries"
            print(f"fundus: {described.name} has {numbers}, left out", file=sys.stderr)


def _read_entry(path: Path, entry: dict[str, object]) -> FundusPage:
    title, published = entry.get("title"), entry.get("publishing_date")
    authors = entry.get("authors")
    return FundusPage(
        path=path,
        title=title if isinstance(title, str) else None,
        authors=tuple(str(name) for name in authors) if isinstance(authors, list) else (),
        published=published if isinstance(published, str) else None,
        paragraphs=tuple(_paragraphs(entry.get("body"))),
    )


def _paragraphs(body: object) -> Iterator[str]:
    """The strings in a body: its summary, then the headline and paragraphs of each section."""
    if isinstance(body, str):
        yield body
    elif isinstance(body, list):
        for item in body:
            yield from _paragraphs(item)
    elif isinstance(body, dict):
        for part in ("summary", "sections", "headline", "paragraphs"):
            yield from _paragraphs(body.get(part))
