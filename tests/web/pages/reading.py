"""An archive for the tests of pages that read, and the addresses of such pages."""

from collections.abc import Iterable
from pathlib import Path

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.jobs.everybody import refresh_people
from secondsource.jobs.families import refresh_families
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.report.sample import REPORT

ARTICLES = (
    article("first", HARBOUR, outlet="Courier", language="en", published="2024-03-05"),
    article("reprint", HARBOUR, outlet="Inland", language="en", published="2024-03-06"),
    article("orchard", ORCHARD, outlet="Courier", language="en"),
)
"""A text, its reprint, and an article by itself."""

PATHS = (
    "/",
    "/search",
    "/search?q=harbour",
    "/articles/orchard",
    "/claims?state=",
    "/families",
    "/compare?left=first&right=orchard",
    "/people",
    "/add",
    "/work",
    "/decisions",
    "/verdicts",
    "/verdicts/new",
    "/remove?article=orchard",
    "/me",
    "/nowhere",
)
"""Every kind of page over `ARTICLES`, but that of an examined article."""


def add_articles(folder: Path, articles: Iterable[Article]) -> None:
    """Put articles into an archive, which is made when there is none."""
    with Archive.open(folder, create=True) as archive:
        archive.add(Collected(each, each.text.encode(), "text/plain", each.id) for each in articles)


def keep_examined(folder: Path) -> None:
    """Add the examined article of the sample with its report; gather families and people."""
    add_articles(folder, [REPORT.article])
    with Archive.open(folder) as archive:
        archive.examinations.keep(REPORT)
        refresh_families(archive)
        refresh_people(archive)
