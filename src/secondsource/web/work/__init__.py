"""The work that takes longer than a page may: adding and examining, in a process of its own."""

from functools import partial

from fastapi import Request

from secondsource.web.settings import Settings
from secondsource.web.shared.private import PrivateFile
from secondsource.web.work.doing import Workplace
from secondsource.web.work.log import FILE, JobLog
from secondsource.web.work.queue import WorkQueue
from secondsource.web.work.uploads import Uploads
from secondsource.web.work.worker import Worker


def open_queue(settings: Settings, uploads: Uploads) -> WorkQueue:
    """The queue of a workbench; its process is started with the first job."""
    place = Workplace(settings.archive, settings.allow_private)
    log = JobLog(PrivateFile(settings.archive, FILE))
    return WorkQueue(partial(Worker, place), uploads=uploads, log=log)


def find_queue(request: Request) -> WorkQueue:
    """The queue of the workbench that a request came to."""
    queue: WorkQueue = request.app.state.work
    return queue
