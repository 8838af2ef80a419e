"""Second Source: does this claim have a second source, or just a second copy?

from secondsource import Archive, check, collect

with Archive.open("newsroom", create=True) as archive:
    archive.add(collect("dump.jsonl"))
    report = check("article.html", archive)
"""

from secondsource.archive import Archive
from secondsource.article import Article, Credit, Link, Span
from secondsource.collect import CollectOptions, collect
from secondsource.errors import SecondSourceError
from secondsource.jobs.check import CheckOptions, check
from secondsource.lineage import find_families
from secondsource.reading import read_article
from secondsource.report import render_html, to_json
from secondsource.review.report import Report

__all__ = [
    "Archive",
    "Article",
    "CheckOptions",
    "CollectOptions",
    "Credit",
    "Link",
    "Report",
    "SecondSourceError",
    "Span",
    "check",
    "collect",
    "find_families",
    "read_article",
    "render_html",
    "to_json",
]
