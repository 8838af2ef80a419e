"""A queue for tests of pages: it notes what is asked for and does nothing."""

from secondsource.errors import JobNotFoundError, JobOverError
from secondsource.web.work.job import Job, Task


class StandInQueue:
    """Holds the jobs that a test gives it."""

    def __init__(self, *jobs: Job) -> None:
        self.asked: list[tuple[Task, str]] = []
        self.stopped: list[int] = []
        self.held = {job.number: job for job in jobs}

    def put(self, task: Task, person: str) -> Job:
        """Note a task."""
        self.asked.append((task, person))
        return Job(len(self.asked), task, person, "2026-11-29T10:00:00+00:00")

    def repeat(self, number: int, person: str) -> Job:
        """Note what is left of a job."""
        left = self.get(number).left
        if left is None:
            raise JobOverError(f"Nothing of job {number} is left.")
        return self.put(left, person)

    def get(self, number: int) -> Job:
        """One of the jobs."""
        if number not in self.held:
            raise JobNotFoundError(f"There is no job {number}.")
        return self.held[number]

    def jobs(self, before: int | None = None) -> list[Job]:
        """The jobs, the latest first."""
        return [j for j in reversed(self.held.values()) if before is None or j.number < before]

    def stop(self, number: int) -> Job:
        """Note that a job was to stop."""
        self.stopped.append(number)
        return self.get(number)

    def close(self) -> None:
        """Nothing is to be ended."""
