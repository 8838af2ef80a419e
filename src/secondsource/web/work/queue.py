"""The queue of jobs: each is done in its turn by one worker process, and told of as it goes."""

import threading
from collections.abc import Callable
from dataclasses import replace

from secondsource.archive.rows import current_time
from secondsource.errors import JobNotFoundError, JobOverError, QueueFullError, WorkerError
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.web.work.job import Ended, Job, Kind, Message, State, Task
from secondsource.web.work.log import JobLog
from secondsource.web.work.uploads import Uploads
from secondsource.web.work.worker import Worker

_MOST_WAITING = 50
_MOST_REMEMBERED = 200
_IDLE_SECONDS = 900.0
"""After so long without work the worker is ended, and its models leave the memory."""

MakeWorker = Callable[[], Worker]


class WorkQueue:
    """Jobs in the order in which they were asked for. Any thread may use it."""

    def __init__(
        self,
        make_worker: MakeWorker,
        most_waiting: int = _MOST_WAITING,
        idle_seconds: float = _IDLE_SECONDS,
        uploads: Uploads | None = None,
        log: JobLog | None = None,
    ) -> None:
        """A queue with the jobs of the last days, all of which are over.

        Args:
            make_worker: starts the process that does them.
            most_waiting: how many jobs may wait.
            idle_seconds: after how long without work that process is ended.
            uploads: which keep the files of jobs; those of a job that is over are removed.
            log: keeps jobs over restarts; those that were not over when their workbench was closed
                are told as stopped with it, those of another that runs are left to that.
        """
        self._make_worker = make_worker
        self._uploads = uploads
        self._log = log
        self._most_waiting = most_waiting
        self._idle_seconds = idle_seconds
        self._changed = threading.Condition()
        self._jobs: dict[int, Job] = {}
        self._worker: Worker | None = None
        self._last = 0
        self._closed = False
        self._thread: threading.Thread | None = None
        if log:
            self._recall(log)

    def put(self, task: Task, person: str, carried: tuple[str, ...] = ()) -> Job:
        """The new job, which waits for its turn; or the one that is to do the very same already.

        Args:
            task: what is to be done.
            person: who asks for it.
            carried: ids of articles that are to be examined with those that it adds.

        Raises:
            QueueFullError: too many are waiting; files that were uploaded for it are removed.
        """
        with self._changed:
            for job in self._jobs.values():
                if job.task == task and not job.state.is_over:
                    return self._carry_too(job, carried)
            waiting = len(self._waiting())
            if self._closed or waiting >= self._most_waiting:
                self._remove_files(task)
                message = ngettext(
                    "%(num)s job is waiting already. Try again when some are done.",
                    "%(num)s jobs are waiting already. Try again when some are done.",
                    waiting,
                )
                raise QueueFullError(message)
            return self._append(task, person, carried)

    def repeat(self, number: int, person: str) -> Job:
        """The job that does what is left of one that was stopped, failed, or did not take all.

        Asked for once more before that is over, it is the same.

        Args:
            number: of that job.
            person: who asks for it again.

        Raises:
            JobNotFoundError: there is none of that number.
            JobOverError: nothing of it can be done again.
            QueueFullError: too many are waiting.
        """
        with self._changed:
            job = self.get(number)
            repeat = self._jobs.get(job.again) if job.again is not None else None
            if repeat is not None and not repeat.state.is_over:
                return repeat
            if job.left is None:
                raise JobOverError(
                    _(
                        "Nothing of job %(number)s can be done again: it is not over yet, or all "
                        "of it is done, or it was asked for again before, or it added files, which "
                        "are to be uploaded again.",
                        number=number,
                    )
                )
            repeat = self.put(job.left, person, job.to_examine)
            self._mark_repeated(job, repeat.number)
            return repeat

    def get(self, number: int) -> Job:
        """The job as it stands now.

        Raises:
            JobNotFoundError: there is none of that number, or it was long ago.
        """
        with self._changed:
            job = self._jobs.get(number)
        if job is None:
            raise JobNotFoundError(
                _("There is no job %(number)s (any more): only the latest are kept.", number=number)
            )
        return job

    def jobs(self, before: int | None = None) -> list[Job]:
        """All jobs that are remembered, the latest first; with `before` those of lower numbers."""
        with self._changed:
            jobs = list(reversed(self._jobs.values()))
        return [job for job in jobs if before is None or job.number < before]

    def stop(self, number: int) -> Job:
        """The job, which will stop soon; what it has finished is kept. One that is over stays so.

        Raises:
            JobNotFoundError: there is none of that number.
        """
        with self._changed:
            job = self.get(number)
            if job.state is State.WAITING:
                self._hear(number, Ended(State.STOPPED))
            elif job.state is State.RUNNING and not job.stopping:
                self._set(replace(job, stopping=True, version=job.version + 1))
                if self._worker is not None:
                    self._worker.stop(number)
            return self.get(number)

    def close(self) -> None:
        """Stop what is being done, end the worker, take no more jobs; what was finished is kept."""
        with self._changed:
            self._closed = True
            for job in list(self._jobs.values()):
                self.stop(job.number)
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
        if self._log:
            self._log.close()

    def _recall(self, log: JobLog) -> None:
        with self._changed:
            for job in log.read():
                self._jobs[job.number] = job
                self._last = job.number

    def _waiting(self) -> list[Job]:
        return [job for job in self._jobs.values() if job.state is State.WAITING]

    def _append(self, task: Task, person: str, carried: tuple[str, ...] = ()) -> Job:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="work queue", daemon=True)
            self._thread.start()
        job = Job(self._last + 1, task, person, current_time(), carried=carried)
        if self._log:
            job = self._log.add(job)
        self._last = job.number
        self._jobs[job.number] = job
        self._changed.notify_all()
        for old in list(self._jobs.values())[:-_MOST_REMEMBERED]:
            if old.state.is_over:
                del self._jobs[old.number]
        return job

    def _carry_too(self, job: Job, carried: tuple[str, ...]) -> Job:
        """The job, which has these articles examined as well."""
        known = set(job.to_examine)
        new = tuple(each for each in carried if each not in known)
        if not new:
            return job
        job = replace(job, carried=(*job.carried, *new), version=job.version + 1)
        self._set(job)
        return job

    def _mark_repeated(self, job: Job, again: int) -> None:
        marked = replace(job, again=again, version=job.version + 1)
        if job.number in self._jobs:  # only the latest are remembered
            self._jobs[job.number] = marked
        if self._log:
            self._log.note_repeat(marked)
        self._changed.notify_all()

    def _set(self, job: Job) -> None:
        former = self._jobs[job.number]
        self._jobs[job.number] = job
        kept = (job.state, job.next, job.carried)
        if self._log and (former.state, former.next, former.carried) != kept:
            self._log.note(job)
        self._changed.notify_all()

    def _hear(self, number: int, message: Message) -> None:
        with self._changed:
            job = self._jobs[number].hear(message, current_time())
            if self._closed and job.state is State.STOPPED:
                job = job.end_with_workbench()
            self._set(job)
            if not isinstance(message, Ended):
                return
            self._remove_files(job.task)
            if message.state is State.DONE and job.task.examining.covers(len(job.to_examine)):
                task = Task(Kind.EXAMINE_NEW, job.to_examine, job.task.subject)
                following = self._append(task, job.person)
                self._set(replace(job, next=following.number, version=job.version + 1))

    def _remove_files(self, task: Task) -> None:
        if self._uploads and task.kind is Kind.ADD_UPLOAD:
            self._uploads.remove(task.sources)

    def _run(self) -> None:
        while (found := self._begin_next()) is not None:
            job, worker = found
            try:
                self._carry_out(job, worker)
            except WorkerError as error:
                self._worker = None
                stopped = self.get(job.number).stopping
                self._hear(
                    job.number, Ended(State.STOPPED) if stopped else Ended(State.FAILED, str(error))
                )
        self._end_worker()

    def _carry_out(self, job: Job, worker: Worker) -> None:
        """Hear all that is told of a job; a process that told nothing is tried anew, once.

        One that was killed while it had nothing to do may still look alive for a moment.

        Raises:
            WorkerError: the process ended before the job did.
        """
        heard = False
        try:
            for message in worker.carry_out(job.number, job.task):
                heard = True
                self._hear(job.number, message)
        except WorkerError:
            if heard or self.get(job.number).stopping:
                raise
            with self._changed:
                self._worker = None
                another = self._try_worker(job.number)
            for message in another.carry_out(job.number, job.task) if another else ():
                self._hear(job.number, message)

    def _begin_next(self) -> tuple[Job, Worker] | None:
        """The next job, now running, and who does it; waits for one. None at the very end."""
        with self._changed:
            while not self._closed:
                for job in self._waiting():
                    started = replace(
                        job, state=State.RUNNING, started=current_time(), version=job.version + 1
                    )
                    self._set(started)
                    if (worker := self._try_worker(job.number)) is not None:
                        return started, worker
                if not self._changed.wait(self._idle_seconds):
                    self._end_worker()
            return None

    def _try_worker(self, number: int) -> Worker | None:
        """Who does a job; None where no process could be started, and the job is over with that."""
        try:
            return self._find_worker()
        except OSError as error:
            line = _(
                "The process that does the work could not be started (%(error)s). Nothing was "
                "changed: free some memory or end other programs, and ask for it again.",
                error=error,
            )
            self._hear(number, Ended(State.FAILED, line))
            return None

    def _find_worker(self) -> Worker:
        if self._worker is not None and not self._worker.is_alive:
            self._end_worker()
        self._worker = self._worker or self._make_worker()
        return self._worker

    def _end_worker(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None
