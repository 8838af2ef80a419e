"""An article examined by the whole program, among others that are put into an archive for it."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource import Archive, Article, Report, check, collect
from secondsource.evidence import Finding
from secondsource.reading.statement import Statement

Row = Mapping[str, Any]
"""An article as in JSONL; each has a `url` and an `id` of its own."""


@dataclass(frozen=True, slots=True)
class Archived:
    """What `check` reports of an article, the articles it searched, and by their ids the rows'."""

    report: Report
    articles: tuple[Article, ...]
    rows: Mapping[str, str]


def check_archived(examined: Row, others: Sequence[Row], houses: str) -> Archived:
    """Puts articles into an archive of their own, and examines one as `secondsource check` does.

    Args:
        examined: the article to examine.
        others: those that are searched.
        houses: what the archive's `houses.toml` has.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        with Archive.open(path / "archive", create=True) as archive:
            archive.add(collect(_write(path / "others.jsonl", others)))
            (path / "archive" / "houses.toml").write_text(houses, encoding="utf-8")
            articles = tuple(archive.articles())
        with Archive.open(path / "archive") as archive:
            report = check(_write(path / "examined.jsonl", [examined]), archive)
    names = {row["url"]: row["id"] for row in others}
    return Archived(report, articles, {a.id: names[a.url or ""] for a in articles})


def find_finding(claim: str, report: Report) -> Finding | None:
    """The finding for the statement that has most of a claim's sentence."""
    best = find_statement(claim, report.article.text, report.statements)
    return next((f for f in report.findings if f.statement == best.id), None)


def find_statement(claim: str, text: str, statements: Sequence[Statement]) -> Statement:
    """The statement that has most of a claim's sentence in a text."""
    start = text.index(claim)
    end = start + len(claim)
    return max(statements, key=lambda s: min(end, s.span.end) - max(start, s.span.start))


def _write(path: Path, rows: Sequence[Row]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path
