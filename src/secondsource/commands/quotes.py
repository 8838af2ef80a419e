"""`secondsource quotes`: in which forms quotations are printed, and what collections have."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.commands.options import ArchiveFolder, JsonTarget, Language, read_pairs
from secondsource.commands.show import (
    OUT,
    bytes_of,
    need_archive,
    open_or_make,
    steps,
    write_objects,
)
from secondsource.errors import SecondSourceError
from secondsource.factcheck.files import open_file
from secondsource.factcheck.importing import FIELDS, QuotationFile
from secondsource.jobs.quotation_collections import import_collection, look_up_all
from secondsource.jobs.quotations import (
    MOST_READ,
    Drifts,
    find_drift,
    find_quotations_of,
)
from secondsource.jsonvalues import JsonObject
from secondsource.load import load_article
from secondsource.report.jsonform.articles import article_entry_json
from secondsource.report.jsonform.quotations import finding_quotation_json, group_json
from secondsource.report.quoted import NO_QUOTATION, say_size, view_finding, view_group
from secondsource.report.quoted_listing import render_quotations
from secondsource.report.shelf import make_shelf

GROUPS_SHOWN = 20


class _ShowByDefault(TyperGroup):
    """A group in which `quotes ARTICLE` means `quotes show ARTICLE`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Puts the word `show` before arguments that begin with no command."""
        if args and args[0] not in (*self.commands, "--help"):
            args = ["show", *args]
        return super().parse_args(ctx, args)


quotes_app = typer.Typer(
    cls=_ShowByDefault,
    no_args_is_help=True,
    add_completion=False,
    help="Quotations: in which forms articles print them, and what collections have of them.\n\n"
    "`secondsource quotes ARTICLE` and `secondsource quotes --all` mean `quotes show`.\n\n"
    "Example: secondsource quotes article.html --archive newsroom",
)


@quotes_app.command()
def show(
    article: Annotated[str, typer.Argument(help="A file, an address or an id.")] = "",
    archive: ArchiveFolder = None,
    every: Annotated[bool, typer.Option("--all", help="Every quotation of the archive.")] = False,
    limit: Annotated[int, typer.Option(help="The most quotations listed; 0 for all.", min=0)] = (
        GROUPS_SHOWN
    ),
    read: Annotated[
        int,
        typer.Option(help="With --all: the most articles read for who is quoted.", min=0),
    ] = MOST_READ,
    json_target: JsonTarget = None,
) -> None:
    """Shows each quotation in the forms in which articles print it, with what was changed.

    Of one article, or with --all those of the whole archive that have more than one form.

    Example: secondsource quotes --all --archive newsroom --json quotes.json
    """
    if every == bool(article):
        raise SecondSourceError("quotes needs one article, or --all for the whole archive")
    with Archive.open(need_archive(archive, "quotes")) as store, steps() as progress:
        if every:
            drifts = find_drift(store, read, progress)
            progress("", 1, 1)
            _show_drifts(drifts, store, limit, json_target)
        else:
            _show_article(load_article(article, store), store, progress, json_target)


@quotes_app.command(name="import")
def import_file(
    file: Annotated[Path, typer.Argument(help="A Wikiquote dump (XML, .bz2, .gz), CSV or JSONL.")],
    archive: ArchiveFolder = None,
    name: Annotated[str | None, typer.Option(help="What to call the collection.")] = None,
    columns: Annotated[
        str, typer.Option("--map", help="Columns of CSV or JSONL: text=quote,person=author.")
    ] = "",
    language: Language = None,
    json_target: JsonTarget = None,
) -> None:
    """Keeps a collection of quotations in the archive's folder, for looking quotations up.

    One of the same name is replaced. Nothing is kept of a file that cannot be read to its end.
    An archive is made when there is none, which is told.

    Example: secondsource quotes import enwikiquote-pages-articles.xml.bz2 --archive newsroom
    """
    folder = need_archive(archive, "quotes import")
    given = read_pairs(columns, FIELDS)
    with open_file(file):
        pass  # what cannot be opened makes no archive
    with open_or_make(folder) as store, bytes_of(file) as progress:
        source = QuotationFile(file, given, language, progress)
        kept = import_collection(store, source, name, lambda _count: None)
    if json_target:
        write_objects([{**asdict(kept), "left_out": source.left_out}], json_target)
    if json_target != "-":
        OUT.print(
            f"{kept.name}: {say_size(kept.quotations, kept.people)}"
            f"{f', as of {kept.dated}' if kept.dated else ''}; {source.left_out:,} left out",
            highlight=False,
        )


def _show_drifts(drifts: Drifts, archive: Archive, limit: int, json_target: str | None) -> None:
    shown = drifts.groups[: limit or None]
    if json_target:
        write_objects([_drifts_json(drifts, archive)], json_target)
    if json_target == "-":
        return
    shelf = make_shelf(None, archive.articles({p.article for g in shown for p in g.prints}))
    render_quotations([view_group(group, shelf) for group in shown], OUT)
    OUT.print(
        f"{len(drifts.groups)} quotations in more than one form or by more than one speaker, "
        f"{len(shown)} listed; {drifts.alike} more are printed alike by several articles. "
        f"Who is quoted was read in {drifts.read} of {drifts.printing} articles.",
        highlight=False,
    )


def _drifts_json(drifts: Drifts, archive: Archive) -> JsonObject:
    named = {p.article for g in drifts.groups for p in g.prints}
    return {
        "quotations": [group_json(group) for group in drifts.groups],
        "articles": [article_entry_json(a) for a in archive.articles(sorted(named))],
        "alike": drifts.alike,
        "speakers_read": drifts.read,
        "articles_printing": drifts.printing,
    }


def _show_article(
    article: Article,
    archive: Archive,
    progress: Callable[[str, int, int], None],
    json_target: str | None,
) -> None:
    findings = find_quotations_of(article, archive, progress)
    findings = look_up_all(archive, article, findings)
    progress("", 1, 1)
    named = {p.article for f in findings if f.group for p in f.group.prints} - {article.id}
    others = list(archive.articles(sorted(named)))
    if json_target:
        found: JsonObject = {
            "article": article_entry_json(article),
            "quotations": [finding_quotation_json(finding) for finding in findings],
            "articles": [article_entry_json(other) for other in others],
        }
        write_objects([found], json_target)
    if json_target == "-":
        return
    shelf = make_shelf(article, others)
    render_quotations([view_finding(finding, shelf) for finding in findings], OUT)
    if not findings:
        OUT.print(NO_QUOTATION)
