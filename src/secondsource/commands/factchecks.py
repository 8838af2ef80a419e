"""`secondsource factchecks`: known fact-checks taken in from files, listed, and looked up."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.archive.factchecks import ImportResult
from secondsource.commands.options import ArchiveFolder, JsonTarget, Language, read_pairs
from secondsource.commands.show import (
    OUT,
    bytes_of,
    need_archive,
    open_or_make,
    show_rejected,
    tell,
    write_objects,
)
from secondsource.evidence.fact_check import FactCheck, FactCheckMatch
from secondsource.factcheck.files import open_file
from secondsource.factcheck.reviews.importing import FIELDS, WANTED, FactCheckFile
from secondsource.jobs.factchecks import find_fact_checks, import_fact_checks, import_from_pages
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.report.checked import checked_json, match_json, say_check, say_searched
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import say_count

REJECTED_SHOWN = 20

factchecks_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Fact-checks that others published: taken in, listed, and looked up for a claim.\n\n"
    'Example: secondsource factchecks find "The bridge was closed in May" --archive newsroom',
)


@factchecks_app.command(name="import")
def import_file(
    file: Annotated[Path, typer.Argument(help="A web page, JSON, JSONL or CSV file.")],
    archive: ArchiveFolder = None,
    columns: Annotated[
        str, typer.Option("--map", help="Columns of a CSV or JSONL: claim=title,url=link.")
    ] = "",
    fixed: Annotated[
        str, typer.Option("--fixed", help="The same for every row: checker=NAME,language=en.")
    ] = "",
    json_target: JsonTarget = None,
) -> None:
    """Takes in fact-checks: ClaimReview of pages and feeds, or rows of a table.

    All of a file or, where it cannot be read, nothing; to do it again changes nothing.
    An archive is made when there is none, which is told.

    Example: secondsource factchecks import data.json --archive newsroom
    """
    folder = need_archive(archive, "factchecks import")
    given = read_pairs(columns, FIELDS), read_pairs(fixed, FIELDS)
    with open_file(file, WANTED):
        pass  # what cannot be opened makes no archive
    with open_or_make(folder) as store, bytes_of(file) as progress:
        result = import_fact_checks(store, FactCheckFile(file, *given, progress))
    _show_import(result, json_target)
    raise typer.Exit(1 if result.left_out else 0)


@factchecks_app.command()
def pages(archive: ArchiveFolder = None, json_target: JsonTarget = None) -> None:
    """Takes in the fact-checks that pages of the archive state; `add` does it by itself.

    Example: secondsource factchecks pages --archive newsroom
    """
    with Archive.open(need_archive(archive, "factchecks pages")) as store:
        result = import_from_pages(store)
    _show_import(result, json_target)
    raise typer.Exit(1 if result.left_out else 0)


@factchecks_app.command()
def find(
    claim: Annotated[str, typer.Argument(help="A claim, in quotation marks.")],
    archive: ArchiveFolder = None,
    language: Language = None,
    json_target: JsonTarget = None,
) -> None:
    """Finds known fact-checks about a claim, also in other words and other languages.

    Example: secondsource factchecks find "Мост закрыли в мае" --archive newsroom
    """
    with Archive.open(need_archive(archive, "factchecks find")) as store:
        (matches,) = find_fact_checks(store, [claim], language)
        searched = store.factchecks.coverage()
    if json_target:
        write_objects(
            [
                {
                    "claim": claim,
                    "fact_checks": [match_json(match) for match in matches],
                    "searched": checked_json(searched),
                }
            ],
            json_target,
        )
    if json_target != "-":
        for match in matches:
            _show_match(match)
        OUT.print(say_searched(searched, found=len(matches)), highlight=False, markup=False)


@factchecks_app.command(name="list")
def list_all(
    archive: ArchiveFolder = None,
    limit: Annotated[
        int, typer.Option(help="The most to print; 0 for all. --json has all.", min=0)
    ] = 20,
    json_target: JsonTarget = None,
) -> None:
    """Lists the fact-checks of the archive, the latest taken in last.

    Example: secondsource factchecks list --archive newsroom --json -
    """
    with Archive.open(need_archive(archive, "factchecks list")) as store:
        if json_target:
            write_objects((_entry(each) for _, each in store.factchecks.stream()), json_target)
        if json_target != "-":
            for number, (_, each) in enumerate(store.factchecks.stream()):
                if limit and number >= limit:
                    break
                OUT.print(say_check(each), highlight=False, markup=False, soft_wrap=True)
            searched = store.factchecks.coverage()
            OUT.print(say_searched(searched, found=None), highlight=False, markup=False)


def _entry(each: FactCheck) -> JsonObject:
    """A fact-check with all that is kept of it."""
    values: JsonObject = {**asdict(each), "appearances": list(each.appearances)}
    return {"id": each.id, **values}


def _show_match(match: FactCheckMatch) -> None:
    OUT.print(say_check(match.fact_check), highlight=False, markup=False, soft_wrap=True)
    because = " ".join(signal.sentence for signal in match.because)
    line = f"  match {match.score:.2f}: {because}"
    OUT.print(show_on_one_line(line), highlight=False, markup=False, soft_wrap=True)


def _show_import(result: ImportResult, json_target: str | None) -> None:
    if json_target:
        rejected: JsonValue = [{"source": r.source, "reason": r.reason} for r in result.rejected]
        write_objects([{**asdict(result), "rejected": rejected}], json_target)
    if json_target != "-":
        counts = (result.added, result.changed, result.known, result.left_out)
        OUT.print("added {:,}, changed {:,}, known {:,}, rejected {:,}".format(*counts))
    show_rejected(result.rejected[:REJECTED_SHOWN])
    if result.left_out > REJECTED_SHOWN:
        tell(f"and {result.left_out - REJECTED_SHOWN:,} more rejected")


def show_stated(result: ImportResult) -> None:
    """What became of the fact-checks that added pages state, in a line each; none, no line."""
    if kept := result.added + result.changed:
        tell(f"kept {say_count(kept, 'fact-check')} stated by these pages")
    if result.left_out:
        first = result.rejected[0]
        left_out = say_count(result.left_out, "fact-check")
        tell(f"rejected {left_out} stated by these pages: {first.source}: {first.reason}")
