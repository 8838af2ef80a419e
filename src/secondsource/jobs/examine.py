"""An article of the archive examined, and the report kept; again whenever it is asked."""

from pathlib import Path

from secondsource.archive import Archive
from secondsource.archive.examinations import Examination
from secondsource.article import Article
from secondsource.jobs.check import CheckOptions, check
from secondsource.jobs.decide import catch_up
from secondsource.jobs.examined import find_examinable
from secondsource.review.report import Report


def examine(
    source: str | Path | Article, archive: Archive, options: CheckOptions | None = None
) -> tuple[Examination, Report]:
    """An article's report, kept as its latest, with what people decided on it.

    Args:
        source: an article, a file, an http(s) address, or an id of the archive.
        archive: the collection to search; the report is kept in it.
        options: limits; the defaults when None.

    Returns:
        What is known of the making of the kept report, and the report with people's decisions.

    Raises:
        CollectError: the source could not be read as an article.
        ArticleNotFoundError: the source is neither a file nor an address nor an id.
        ArchiveError: the archive is read-only.
    """
    state = archive.examinations.read_state()
    report = check(source, archive, options)
    examination = archive.examinations.keep(report, state)
    catch_up(archive, {report.article.id})
    return examination, archive.examinations.decide(report)


def examine_again(
    article: str, archive: Archive, options: CheckOptions | None = None
) -> tuple[Examination, Report]:
    """The article of a kept report examined anew; it need not be an article of the archive.

    Args:
        article: its id.
        archive: the collection to search; the report is kept in it.
        options: limits; the defaults when None.

    Raises:
        ArticleNotFoundError: neither a kept report nor an article has that id, or it was removed.
        ArchiveError: the archive is read-only.
    """
    return examine(find_examinable(article, archive), archive, options)
