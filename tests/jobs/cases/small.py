"""A small archive and a report on one of its articles, made without looking anything up."""

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from secondsource.archive import Archive
from secondsource.collect import collect
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.review.report import MadeWith, Report
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD
from tests.report.hostile import EMPTY

MADE_AT = "2026-11-29T10:00:00+00:00"


def fill_archive(folder: Path) -> Archive:
    """An archive of a page, a text and two lines of JSONL, one with an id of its collection."""
    pages = folder / "pages"
    pages.mkdir()
    paragraphs = "".join(f"<p>{each}</p>" for each in HARBOUR.split("\n\n"))
    page = f"<html><body><article><h1>Pier closes</h1>{paragraphs}</article></body></html>"
    (pages / "a.html").write_text(page, encoding="utf-8")
    (pages / "b.txt").write_text(f"A bridge reopens\n\n{BRIDGE}", encoding="utf-8")
    lines: list[dict[str, str]] = [{"text": ORCHARD, "outlet": "Post"}, {"text": "One.", "id": "x"}]
    (pages / "c.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    archive = Archive.open(folder / "archive", create=True)
    archive.add(collect(pages))
    return archive


def make_report(archive: Archive) -> Report:
    """A report that names every article of the archive."""
    first, *others = archive.articles()
    made = MadeWith("0.1.0", (), len(archive), "abc", ())
    return replace(EMPTY, article=first, articles=tuple(others), made_with=made, made_at=MADE_AT)


def give_verdict(archive: Archive, article: str, url: str | None = None) -> None:
    """A verdict of a person on what an article says; `url` is where it is published."""
    archive.verdicts.record(
        Verdict("The pier is shut.", "So it is", "A. Editor", article=article, url=url)
    )


def read_all(case: Path) -> dict[str, bytes]:
    """Every file of a case."""
    with ZipFile(case) as file:
        return {name: file.read(name) for name in file.namelist()}


def write_all(case: Path, files: dict[str, bytes]) -> Path:
    """A zip of these files."""
    with ZipFile(case, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)
    return case
