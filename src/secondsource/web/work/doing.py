"""How each kind of job is done; this runs in the worker's process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from secondsource.archive import AddInterrupted, AddResult, Archive
from secondsource.collect import Collected, CollectOptions, Rejected, collect
from secondsource.errors import SecondSourceError
from secondsource.jobs.adding import FeedNotes, add_in_pieces
from secondsource.jobs.check import CheckOptions
from secondsource.jobs.everybody import refresh_people
from secondsource.jobs.examine import examine_again
from secondsource.jobs.factchecks import import_from_pages
from secondsource.jobs.families import refresh_families
from secondsource.web.failure_words import tell_failure
from secondsource.web.work.job import Kept, Kind, Message, Step, Task

Tell = Callable[[Message], None]
ADDING, STATED = "adding articles", "looking for fact-checks that pages state"
_COMPARING = "looking for shared text and translations in the whole archive"
_NAMING = "finding who is named"
MOST_GATHERED_UNASKED = 1_000
"""In a larger archive families and people wait to be asked for: they can take minutes."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the work is done: the archive's folder, and what may be fetched."""

    archive: Path
    allow_private: bool = False


def do_task(task: Task, place: Workplace, tell: Tell) -> None:
    """Do what is asked, telling each step and what became of each item.

    Raises:
        SecondSourceError: it cannot be done; the message says why.
        KeyboardInterrupt: it was stopped; what was told is kept.
    """
    with Archive.open(place.archive) as archive:
        if task.kind.adds:
            _add(archive, task, place, tell)
        elif task.kind is Kind.GATHER:
            _gather(archive, tell)
        else:
            _examine(archive, task, tell)


def _add(archive: Archive, task: Task, place: Workplace, tell: Tell) -> None:
    tell(Step(ADDING))
    notes = FeedNotes(archive)
    options = CollectOptions(allow_private=place.allow_private, feeds=notes)
    done = 0
    try:
        for result in add_in_pieces(archive, _collect(task, options)):
            tell(_read_result(result))
            done += _count(result)
            tell(Step(ADDING, done))
    except AddInterrupted as stop:
        tell(_read_result(stop.result))
        raise
    notes.save()
    for read in notes.reads:
        tell(replace(read, remembered=None))
    tell(Step(STATED))
    import_from_pages(archive)
    if len(archive) <= MOST_GATHERED_UNASKED:
        _gather(archive, tell)


def _gather(archive: Archive, tell: Tell) -> None:
    """Bring what pages show of the whole archive up to date: its families, its people."""
    tell(Step(_COMPARING))
    refresh_families(archive)
    tell(Step(_NAMING))
    refresh_people(archive, lambda done: tell(Step(_NAMING, done)))


def _collect(task: Task, options: CollectOptions) -> Iterator[Collected | Rejected]:
    for source in task.sources:
        for item in collect(source, options):
            yield _name_upload(item, source) if task.kind is Kind.ADD_UPLOAD else item


def _name_upload(item: Collected | Rejected, folder: str) -> Collected | Rejected:
    """The item under the name of its file, without the folder that holds it for a while."""
    return replace(item, source=item.source.removeprefix(f"{folder}/"))


def _read_result(result: AddResult) -> Kept:
    return Kept((*result.added, *result.changed), len(result.known), result.rejected)


def _count(result: AddResult) -> int:
    parts = (result.added, result.known, result.changed, result.rejected)
    return sum(len(part) for part in parts)


def _examine(archive: Archive, task: Task, tell: Tell) -> None:
    total = len(task.sources)
    for done, source in enumerate(task.sources):
        steps = partial(_tell_step, tell, done, total)
        try:
            examine_again(source, archive, CheckOptions(progress=steps))
            tell(Kept((source,)))
        except SecondSourceError as error:
            if total == 1:
                raise
            reason = tell_failure(error, archive.path)
            tell(Kept(rejected=(Rejected(source, reason),)))


def _tell_step(tell: Tell, done: int, total: int, name: str) -> None:
    tell(Step(name, done, total))
