"""Removing an article, by its whole id: for the page and the API alike."""

from fastapi import Request

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.errors import ArticleNotFoundError
from secondsource.messages import gettext as _
from secondsource.web.accounts.person import Person
from secondsource.web.deciding.refresher import find_refresher
from secondsource.web.shared.desk import find_desk


def find_whole(archive: Archive, id_: str) -> Article:
    """The article with that id; the beginning of one is not enough to remove something by.

    Raises:
        ArticleNotFoundError: there is none.
    """
    if id_ not in archive:
        raise ArticleNotFoundError(_("No article has the id %(id)s; give the whole id.", id=id_))
    return archive.get(id_)


def remove_article(request: Request, id_: str, person: Person) -> Article:
    """The article as it was; that this person removed it is noted, claims it bears on follow soon.

    Raises:
        ArticleNotFoundError: there is none with that id.
        ArchiveLockedError: another process is writing.
    """
    with find_desk(request).lend() as archive:
        removed = archive.remove(find_whole(archive, id_).id, person.name)
    find_refresher(request).wake()
    return removed
