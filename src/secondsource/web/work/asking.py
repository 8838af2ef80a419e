"""What the pages and the API ask of the queue alike."""

from fastapi import Request

from secondsource.jobs.examined import find_examinable
from secondsource.messages import gettext as _
from secondsource.web.accounts.person import Person
from secondsource.web.shared.desk import find_desk
from secondsource.web.work import find_queue
from secondsource.web.work.job import Job, Kind, Task


def ask_examination(request: Request, article: str, person: Person) -> Job:
    """The job that examines an article of the archive, or the article of a kept report again.

    Raises:
        ArticleNotFoundError: there is no such article, or several fit.
    """
    with find_desk(request).lend() as archive:
        found = find_examinable(article, archive)
        kept = archive.examinations.history(found.id)
    kind = Kind.EXAMINE_AGAIN if kept else Kind.EXAMINE
    task = Task(kind, (found.id,), found.title or found.url or found.id)
    return find_queue(request).put(task, person.name)


def ask_gathering(request: Request, person: Person) -> Job:
    """The job that brings the families and the people of the archive up to date."""
    task = Task(Kind.GATHER, (), _("the whole archive"))
    return find_queue(request).put(task, person.name)
