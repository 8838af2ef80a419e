"""What the command line prints and writes: results to files, counts, progress and errors."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from secondsource.archive import AddResult
from secondsource.collect import Rejected
from secondsource.errors import SecondSourceError
from secondsource.report import render_html, render_markdown, to_json
from secondsource.report.jsonform import JsonObject
from secondsource.report.report import Report
from secondsource.report.visible import show_on_one_line

OUT = Console()
ERR = Console(stderr=True)


def tell(line: str) -> None:
    """One line on the standard error, whatever is in it."""
    ERR.print(show_on_one_line(line), markup=False, highlight=False, soft_wrap=True)


def show_added(result: AddResult, json_target: str | None) -> None:
    """What became of each item that was to be added: in words, and as JSON where asked for."""
    if json_target:
        write_lines([_added_json(result)], json_target)
    if json_target != "-":
        counts = (len(result.added), len(result.changed), len(result.known), len(result.rejected))
        OUT.print("added {}, changed {}, known {}, rejected {}".format(*counts))
    show_rejected(result.rejected)


def _added_json(result: AddResult) -> JsonObject:
    return {
        "added": list(result.added),
        "known": list(result.known),
        "changed": list(result.changed),
        "rejected": [{"source": r.source, "reason": r.reason} for r in result.rejected],
    }


def show_rejected(rejected: Iterable[Rejected]) -> None:
    """One line for each rejected item, with its reason."""
    for item in rejected:
        tell(f"rejected {item.source}: {item.reason}")


def write_report(report: Report, folder: Path, console: Console) -> None:
    """A report as HTML, Markdown and JSON in a folder; the console is told where.

    Raises:
        SecondSourceError: the folder cannot be written to.
    """
    files = {
        "report.html": render_html(report),
        "report.md": render_markdown(report),
        "report.json": json.dumps(to_json(report), ensure_ascii=False, indent=1),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise SecondSourceError(
            f"{folder} cannot be written to ({error.strerror}): give another folder"
        ) from error
    path = (folder / "report.html").resolve()
    console.print(f"Report: {path}", soft_wrap=True, highlight=False, markup=False)


def write_lines(objects: Iterable[JsonObject], target: str) -> None:
    """Objects as JSON, one a line, to a file or (-) the standard output.

    Raises:
        SecondSourceError: the file cannot be written.
    """
    lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
    if target == "-":
        sys.stdout.writelines(lines)
        return
    try:
        with Path(target).open("w", encoding="utf-8") as file:
            file.writelines(lines)
    except OSError as error:
        raise SecondSourceError(
            f"{target} cannot be written to ({error.strerror}): give another path"
        ) from error


@contextmanager
def stages() -> Iterator[Callable[[str], None]]:
    """Says on a terminal which stage is under way."""
    with ERR.status("starting") as status:
        yield lambda stage: status.update(stage)


@contextmanager
def counter(what: str) -> Iterator[Callable[[int], None]]:
    """Counts finished items on a terminal."""
    columns = (SpinnerColumn(), TextColumn("{task.completed} " + what), TimeElapsedColumn())
    with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda finished: bar.update(task, completed=finished)
