"""What the command line prints and writes: results to files, counts, progress and errors."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from secondsource.archive import AddResult, Archive
from secondsource.article import Article
from secondsource.collect import Rejected
from secondsource.collect.feed import FeedRead
from secondsource.errors import ArchiveMissingError, SecondSourceError
from secondsource.files import taking_place, write_whole
from secondsource.jobs.adding import say_feed
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.lineage import Family
from secondsource.reading import say_cut
from secondsource.reading.statement import Statement
from secondsource.report.dot import render_dot
from secondsource.report.forms import find_form, render_form
from secondsource.report.jsonform.lineage import lineage_json
from secondsource.report.prov import prov_json
from secondsource.report.shelf import Shelf
from secondsource.report.timeline import render_timelines
from secondsource.report.tree import render_families
from secondsource.report.visible import show_on_one_line
from secondsource.review.report import Report

FAMILIES_SHOWN = 20
_REPORT_FORMS = ("html", "markdown", "json")  # those that `check --report` writes
_CUT = (
    "it was added, but its text says that the rest is for subscribers: save the whole article from "
    "a browser where you may read it, and add that"
)

Reading = tuple[Article, tuple[Statement, ...]]

OUT = Console(emoji=False)  # else “:child:” in a text or a key is shown as a picture
ERR = Console(stderr=True, emoji=False)


def tell(line: str) -> None:
    """One line on the standard error, whatever is in it."""
    ERR.print(show_on_one_line(line), markup=False, highlight=False, soft_wrap=True)


def show_added(result: AddResult, json_target: str | None, feeds: Sequence[FeedRead] = ()) -> None:
    """What became of each item that was to be added: in words, and as JSON where asked for."""
    if json_target:
        write_objects([_added_json(result) | _feeds_json(feeds)], json_target)
    if json_target != "-":
        counts = (len(result.added), len(result.changed), len(result.known), len(result.rejected))
        OUT.print("added {}, changed {}, known {}, rejected {}".format(*counts))
    for each in result.cut:
        tell(f"looks cut {each.source}: {_CUT}")
    for read in feeds:
        tell(say_feed(read))
        for kept in read.from_feed:
            tell(f"kept from the feed {kept.source}: {kept.reason}")
    show_rejected(result.rejected)


def _added_json(result: AddResult) -> JsonObject:
    return {
        "added": list(result.added),
        "known": list(result.known),
        "changed": list(result.changed),
        "rejected": [{"source": r.source, "reason": r.reason} for r in result.rejected],
        "cut": [{"id": each.id, "source": each.source} for each in result.cut],
    }


def _feeds_json(feeds: Sequence[FeedRead]) -> JsonObject:
    """What came of asking feeds; nothing where none was asked."""
    asked: list[JsonValue] = [
        {
            "address": read.address,
            "title": read.title,
            "unchanged": read.unchanged,
            "entries": read.entries,
            "known": read.known,
            "left_out": read.left_out,
            "from_feed": [{"source": r.source, "reason": r.reason} for r in read.from_feed],
        }
        for read in feeds
    ]
    return {"feeds": asked} if asked else {}


def open_or_make(folder: Path) -> Archive:
    """The archive in a folder; that one was made there is told, as its name may be mistyped.

    Raises:
        ArchiveError: it can be neither opened nor made.
    """
    try:
        return Archive.open(folder)
    except ArchiveMissingError:
        archive = Archive.open(folder, create=True)
        tell(f"There was no archive at {folder}: a new one was made.")
        return archive


def show_rejected(rejected: Iterable[Rejected]) -> None:
    """One line for each rejected item, with its reason."""
    for item in rejected:
        tell(f"rejected {item.source}: {item.reason}")


def show_lineage(
    families: Sequence[Family], shelf: Shelf, limit: int | None, targets: Mapping[str, str | None]
) -> None:
    """Families in each form that a target is named for; where there is none, as a listing.

    Args:
        families: what lineage found.
        shelf: every article that they name.
        limit: the most families, the largest first; 0 for all, None for what the form allows.
        targets: for json, dot, prov and svg a file, or - for the standard output, or None.
    """
    ranked = sorted(families, key=lambda family: -len(family.articles))
    few = ranked[: FAMILIES_SHOWN if limit is None else limit or None]
    many = few if limit else ranked
    articles = [shelf.articles[id_] for id_ in _name_members(many)]
    forms: dict[str, Callable[[], str]] = {
        "json": lambda: dump(lineage_json(many, articles)),
        "dot": lambda: render_dot(many, shelf),
        "prov": lambda: dump(prov_json(many, articles)),
        "svg": lambda: render_timelines(few, shelf, left_out=len(ranked) - len(few)),
    }
    for form, target in targets.items():
        if target:
            write_document(forms[form]().encode(), target)
    if not any(targets.values()):
        render_families(ranked, shelf, OUT, FAMILIES_SHOWN if limit is None else limit)


def _name_members(families: Iterable[Family]) -> Iterable[str]:
    """The ids of all articles of the families, each once."""
    return dict.fromkeys(member for family in families for member in family.articles)


def dump(value: JsonObject) -> str:
    """An object as JSON, on one line."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def write_report(report: Report, folder: Path, console: Console) -> None:
    """A report as HTML, Markdown and JSON in a folder; the console is told where.

    Each file is written whole or not at all.

    Raises:
        SecondSourceError: the folder cannot be written to.
    """
    files = {form.file: render_form(form, report) for form in map(find_form, _REPORT_FORMS)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            write_whole(folder / name, data)
    except OSError as error:
        raise SecondSourceError(
            f"{folder} cannot be written to ({error.strerror}): give another folder"
        ) from error
    path = (folder / "report.html").resolve()
    console.print(f"Report: {path}", soft_wrap=True, highlight=False, markup=False)


def write_objects(objects: Iterable[JsonObject], target: str) -> None:
    """Objects as JSON, one a line, to a file, whole or not at all, or (-) the standard output.

    Raises:
        SecondSourceError: the file cannot be written; one that was there is still as it was.
    """
    if target == "-":
        _print_lines(map(dump, objects))
        return
    with _writing_to(target), taking_place(Path(target)) as place:
        _save_lines(map(dump, objects), place)


def stream_objects(objects: Iterable[JsonObject], target: str) -> None:
    """The same, each as soon as it is there: of what takes long, what was finished is kept.

    The file is begun with the first one: what fails before leaves the file that was there.

    Raises:
        SecondSourceError: the file cannot be written.
    """
    lines = map(dump, objects)
    if target == "-":
        _print_lines(lines)
        return
    first = next(lines, "")
    with _writing_to(target):
        _save_lines(chain([first], lines), Path(target))


def write_document(data: bytes, target: str) -> None:
    """A document to a file, whole or not at all, or (-) the standard output.

    Raises:
        SecondSourceError: the file cannot be written; one that was there is still as it was.
    """
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with _writing_to(target):
        write_whole(Path(target), data)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line)
        sys.stdout.flush()


def _save_lines(lines: Iterable[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", buffering=1) as file:
        file.writelines(lines)


@contextmanager
def _writing_to(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SecondSourceError(
            f"{target} cannot be written to ({error.strerror}): give another path"
        ) from error


def tell_cut(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The same readings; says of each article that was not read to its end how far it was."""
    for article, statements in readings:
        if cut := say_cut(article):
            tell(f"{article.title or article.id}: {cut}.")
        yield article, statements


@contextmanager
def stages() -> Iterator[Callable[[str], None]]:
    """Says on a terminal which stage is under way."""
    with ERR.status("starting") as status:
        yield lambda stage: status.update(stage)


@contextmanager
def counter(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Counts finished items on a terminal, of a total where it is known."""
    many = TextColumn("{task.completed} " + (f"of {total} " if total else "") + what)
    shown = (SpinnerColumn(), many) if total is None else (BarColumn(), many)
    left = (TimeElapsedColumn(),) if total is None else (TimeRemainingColumn(),)
    with Progress(*shown, *left, console=ERR, transient=True, disable=not ERR.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda finished: bar.update(task, completed=finished)


@contextmanager
def steps() -> Iterator[Callable[[str, int, int], None]]:
    """Shows on a terminal which stage is under way and how far it is."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as bar:
        task = bar.add_task("starting", total=None)
        yield lambda stage, done, total: bar.update(
            task, description=stage, completed=done, total=total or None
        )


@contextmanager
def bytes_of(file: Path) -> Iterator[Callable[[int], None]]:
    """Shows on a terminal how much of a file was read."""
    try:
        size = file.stat().st_size
    except OSError:  # what is wrong with it is told when it is read
        size = 0
    with steps() as progress:
        progress("importing", 0, size)
        yield lambda done: progress("importing", done, size)


def need_archive(archive: Path | None, command: str) -> Path:
    """The folder of the archive that a command cannot do without.

    Raises:
        SecondSourceError: none was given.
    """
    if archive is None:
        raise SecondSourceError(
            f"{command} needs the folder of an archive: add --archive FOLDER "
            "(`secondsource add SOURCES --archive FOLDER` makes one)"
        )
    return archive
