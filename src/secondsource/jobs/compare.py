"""Two articles of an archive held against each other."""

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.errors import ComparisonError
from secondsource.jobs.trace import open_translator
from secondsource.lineage.compare import Comparison, compare_articles
from secondsource.messages import gettext as _


def compare_given(left: Article, right: Article, archive: Archive | None) -> Comparison:
    """What two articles share, and what was changed from the left to the right one.

    Whether one translates the other is looked at where they say two languages: seconds, if the
    single words leave it in doubt and the network has to read both.

    Args:
        left: of the archive or not.
        right: of the archive or not.
        archive: knows which words are boilerplate; None where there is none.

    Raises:
        ComparisonError: both are one article.
    """
    if left.id == right.id:
        raise ComparisonError(
            _("Both are one article, %(id)s: give another one to lay beside it.", id=left.id)
        )
    languages = {each.language for each in (left, right) if each.language}
    translator = open_translator() if len(languages) == 2 else None
    known = archive.boilerplate() if archive is not None else None
    return compare_articles(left, right, known, translator)
