"""A job of the workbench: what is to be done, how far it is, and what came of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile

from secondsource.addresses import hide_user
from secondsource.collect import Rejected
from secondsource.collect.feed import FeedRead
from secondsource.messages import N_

MOST_EXAMINED_UNASKED = 20
"""Up to so many new articles are examined without being asked for: about ten minutes' work."""
_MOST_REJECTED_SHOWN = 500
_CLOSED = N_(
    "Stopped when the workbench was closed. What was finished until then is kept; ask for the "
    "rest again."
)
_CLOSED_FILES = N_(
    "Stopped when the workbench was closed. What was finished until then is kept; upload the "
    "files again for the rest."
)
LONGEST_SUBJECT = 300


class Kind(StrEnum):
    """What a job does."""

    ADD_ADDRESS = "add_address"
    ADD_UPLOAD = "add_upload"
    ADD_FEED = "add_feed"
    EXAMINE = "examine"
    EXAMINE_NEW = "examine_new"
    EXAMINE_AGAIN = "examine_again"
    GATHER = "gather"

    @property
    def adds(self) -> bool:
        """Whether articles are added by it."""
        return self in (Kind.ADD_ADDRESS, Kind.ADD_UPLOAD, Kind.ADD_FEED)


class State(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self not in (State.WAITING, State.RUNNING)


class Examining(StrEnum):
    """Whether new articles are examined as soon as they are added."""

    IF_FEW = "if_few"
    ALL = "all"
    NONE = "none"

    def covers(self, count: int) -> bool:
        """Whether so many new articles are to be examined."""
        if self is Examining.IF_FEW:
            return 0 < count <= MOST_EXAMINED_UNASKED
        return self is Examining.ALL and count > 0


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, and to what.

    `sources` are addresses, or the folder that holds uploaded files, or ids of articles. `subject`
    is what a person calls it; a longer one is cut, and the password of an address left out.
    """

    kind: Kind
    sources: tuple[str, ...]
    subject: str
    examining: Examining = Examining.NONE

    def __post_init__(self) -> None:
        subject = hide_user(self.subject)
        if len(subject) > LONGEST_SUBJECT:
            subject = f"{subject[: LONGEST_SUBJECT - 1]}…"
        object.__setattr__(self, "subject", subject)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a job: its name in English, and how many of how many things are done in it."""

    name: str
    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of some items: the ids that are new, how many were there, what was not taken."""

    articles: tuple[str, ...] = ()
    known: int = 0
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended; `line` says why where it is not simply done."""

    state: State
    line: str = ""


Message = Step | Kept | FeedRead | Ended
"""What a worker tells of its job."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands now.

    Times are ISO 8601 in UTC. `version` grows with each change. `articles` are the ids of those
    that were added, or examined. `rejected` holds the first of `rejected_count`. `next` is the
    number of the job that examines what this one added. `unlisted` is how many more ids of
    articles there were, of a job that was kept over a restart. `carried` are the ids of what an
    earlier try of it had added, to be examined with what this one adds. `again` is the number of
    the job that does what was left of this one.
    """

    number: int
    task: Task
    person: str
    asked: str
    state: State = State.WAITING
    version: int = 0
    started: str | None = None
    ended: str | None = None
    steps: tuple[Step, ...] = ()
    articles: tuple[str, ...] = ()
    known: int = 0
    rejected: tuple[Rejected, ...] = ()
    rejected_count: int = 0
    feeds: tuple[FeedRead, ...] = ()
    line: str = ""
    stopping: bool = False
    next: int | None = None
    unlisted: int = 0
    carried: tuple[str, ...] = ()
    again: int | None = None

    @property
    def left(self) -> Task | None:
        """What of it may be asked for again; None while it is not over, or where all is done.

        Nothing once it was asked for again: what that leaves is asked for of the later job. Files
        that were uploaded are kept no longer than their job.
        """
        whole = self.state is State.DONE and not self.rejected_count
        if whole or self.again is not None:
            return None
        if not self.state.is_over or self.task.kind is Kind.ADD_UPLOAD:
            return None
        if self.task.kind.adds or self.task.kind is Kind.GATHER:
            return self.task
        finished = set(self.articles)
        rest = tuple(each for each in self.task.sources if each not in finished)
        return replace(self.task, sources=rest) if rest else None

    @property
    def repeatable(self) -> bool:
        """Whether it may be asked for again."""
        return self.left is not None

    @property
    def to_examine(self) -> tuple[str, ...]:
        """The ids of what it and its earlier tries added, as long as no job examines them."""
        return (*self.carried, *self.articles) if self.task.kind.adds and self.next is None else ()

    @property
    def article_count(self) -> int:
        """How many articles were added, or examined."""
        return len(self.articles) + self.unlisted

    @property
    def step(self) -> Step | None:
        """The step that it is at, or ended at."""
        return self.steps[-1] if self.steps else None

    def end_with_workbench(self) -> "Job":
        """The job after the workbench was closed before it was over; its line says what to do."""
        line = _CLOSED_FILES if self.task.kind is Kind.ADD_UPLOAD else _CLOSED
        return replace(self, state=State.STOPPED, line=line, version=self.version + 1)

    def hear(self, message: Message, now: str) -> "Job":
        """The job after its worker told something.

        Args:
            message: what it told.
            now: when, for the job's end.
        """
        changed = replace(self, version=self.version + 1)
        if isinstance(message, Step):
            # A step of the next article stands in the place of the same step of the last one.
            before = takewhile(lambda step: step.name != message.name, self.steps)
            return replace(changed, steps=(*before, message))
        if isinstance(message, Kept):
            return replace(
                changed,
                articles=(*self.articles, *message.articles),
                known=self.known + message.known,
                rejected=(*self.rejected, *message.rejected)[:_MOST_REJECTED_SHOWN],
                rejected_count=self.rejected_count + len(message.rejected),
            )
        if isinstance(message, FeedRead):
            return replace(changed, feeds=(*self.feeds, message))
        return replace(changed, state=message.state, line=message.line, ended=now)
