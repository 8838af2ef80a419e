"""The article that an id means: of an archive, or of a report that it keeps."""

from secondsource.archive import Archive
from secondsource.archive.records import FEWEST_PREFIX_CHARACTERS, say_ambiguous
from secondsource.article import Article


def find_examinable(article: str, archive: Archive) -> Article:
    """The same as `find_examined`, for an article that is to be examined.

    Raises:
        ArticleNotFoundError: neither has that id, or it was removed from the archive.
        ExaminationError: only a report has it, and this version cannot read that.
    """
    found = find_examined(article, archive)
    return archive.get(found.id) if archive.listing.find_removed([found.id]) else found


def find_examined(article: str, archive: Archive) -> Article:
    """The article that an id means: of the archive, else of a kept report.

    Args:
        article: its id, or the beginning of that of an article of the archive.
        archive: an open archive.

    Raises:
        ArticleNotFoundError: neither has that id.
        ExaminationError: only a report has it, and this version cannot read that.
    """
    if article in archive:
        return archive.get(article)
    kept = archive.examinations.get(article)
    return kept.report.article if kept else archive.get(article)


def find_examined_id(article: str, archive: Archive) -> str:
    """The id of the article that is meant, by its beginning: of a kept report, or the archive's.

    Raises:
        ArticleNotFoundError: no id begins so, or several do.
    """
    examined = archive.examinations.find_examined(article)
    if article in examined or article in archive:
        return article
    if not examined or len(article) < FEWEST_PREFIX_CHARACTERS:
        return archive.get(article).id
    fitting = sorted({*examined, *archive.find_ids(article)})
    if len(fitting) > 1:
        raise say_ambiguous(article, fitting)
    return fitting[0]
