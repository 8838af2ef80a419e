"""Second Source: does this claim have a second source, or just a second copy?

from secondsource import Archive, check, collect

with Archive.open("newsroom", create=True) as archive:
    archive.add(collect("dump.jsonl"))
    report = check("article.html", archive)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from secondsource.article import Article, Credit, Link, Span
from secondsource.collect import CollectOptions, collect
from secondsource.errors import SecondSourceError

if TYPE_CHECKING:
    from secondsource.archive import Archive
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

# `collect` is a function and a package: it is not here, or whoever loads the package first hides
# the function.
_LOADED_WHEN_ASKED = {
    "Archive": "secondsource.archive",
    "CheckOptions": "secondsource.jobs.check",
    "Report": "secondsource.review.report",
    "check": "secondsource.jobs.check",
    "find_families": "secondsource.lineage",
    "read_article": "secondsource.reading",
    "render_html": "secondsource.report",
    "to_json": "secondsource.report",
}


def __getattr__(name: str) -> object:
    """Loads what takes long when it is first asked for (PEP 562)."""
    if name not in _LOADED_WHEN_ASKED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_LOADED_WHEN_ASKED[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """With the names that are not loaded yet."""
    return sorted({*globals(), *__all__})
