"""The command line: parses, calls the library, shows what it gives.

Exit codes: 0 done, 1 done with rejected items, 2 could not run, 130 stopped by Ctrl-C.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import tee
from pathlib import Path
from typing import Annotated

import typer
from threadpoolctl import threadpool_limits

from secondsource import demo as newsroom
from secondsource.archive import AddInterrupted, Archive
from secondsource.archive.kept_reports import find_version
from secondsource.article import Article
from secondsource.collect import CollectOptions, Rejected, collect_all
from secondsource.commands.check import check_article
from secondsource.commands.compare import compare
from secondsource.commands.decide import decide_app
from secondsource.commands.ending import Stoppable, ending_orderly
from secondsource.commands.export import export
from secondsource.commands.factchecks import factchecks_app, show_stated
from secondsource.commands.naming import show_naming
from secondsource.commands.options import (
    ArchiveFolder,
    DotTarget,
    JsonTarget,
    Private,
    ProvTarget,
    Speak,
    SvgTarget,
)
from secondsource.commands.people import VERBS, PeopleOptions, run_verb, show_people
from secondsource.commands.quotes import quotes_app
from secondsource.commands.remove import remove
from secondsource.commands.search import search
from secondsource.commands.serve import serve
from secondsource.commands.show import (
    ERR,
    FAMILIES_SHOWN,
    OUT,
    counter,
    need_archive,
    show_added,
    show_lineage,
    show_rejected,
    stages,
    stream_objects,
    tell,
    tell_cut,
    write_objects,
    write_report,
)
from secondsource.commands.users import users_app
from secondsource.commands.verdict import verdict_app
from secondsource.commands.verify import verify
from secondsource.errors import SecondSourceError
from secondsource.files import NO_ROOM
from secondsource.jobs.adding import FeedNotes
from secondsource.jobs.check import CheckOptions
from secondsource.jobs.factchecks import compute_vectors, import_from_pages
from secondsource.jobs.quotation_languages import make_vectors
from secondsource.jobs.read_many import count_processors, read_many
from secondsource.jobs.trace import load_translator, trace_archive, trace_article
from secondsource.load import load_article, load_articles
from secondsource.models.multilingual import load_words
from secondsource.report import render_summary, to_json
from secondsource.report.jsonform.reading import reading_json
from secondsource.report.listings import render_reading
from secondsource.report.shelf import make_shelf

app = typer.Typer(
    cls=Stoppable,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Does this claim have a second source, or just a second copy?",
)

app.command(name="check")(check_article)
app.command()(compare)
app.command()(export)
app.command()(search)
app.command()(remove)
app.command()(verify)
app.command()(serve)
app.add_typer(quotes_app, name="quotes")
app.add_typer(factchecks_app, name="factchecks")
app.add_typer(verdict_app, name="verdict")
app.add_typer(decide_app, name="decide")
app.add_typer(users_app, name="users")


def _tell_version(asked: bool) -> None:
    if asked:
        OUT.print(f"secondsource {find_version()}", highlight=False)
        raise typer.Exit


@app.callback()
def begin(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_tell_version, is_eager=True, help="Show the version, and end."
        ),
    ] = False,
) -> None:
    """Nothing besides: the commands do the work."""


_LIMIT_HELP = (
    "The most families, the largest first; 0 for all of them, and in the listing every article. "
    f"By default {FAMILIES_SHOWN} in the listing and in --svg, else all."
)


def main() -> None:
    """Runs the command; an expected error is one line and exit code 2.

    One thread for matrices: reading multiplies many small ones, and a thread for each of two
    processors took twice the processor time (42 against 20 s for 32 articles: `python -m
    benchmarks.reading --here --part steps --size 32`, with and without OPENBLAS_NUM_THREADS=1).
    """
    try:
        with threadpool_limits(1, user_api="blas"), ending_orderly():
            app()
    except KeyboardInterrupt:
        sys.exit(130)
    except SecondSourceError as error:
        tell(f"secondsource: {error}")
        sys.exit(2)
    except OSError as error:
        if not (error.errno in NO_ROOM or error.filename):
            raise
        if error.errno in NO_ROOM:
            with suppress(OSError):
                sys.stdout.close()  # else Python tries once more, and says so a second time
        tell(f"secondsource: {_say(error)}")
        sys.exit(2)


def _say(error: OSError) -> str:
    """What the system did not do, and what to do about it."""
    if error.errno in NO_ROOM:
        return f"nothing more can be written ({error.strerror}): free some space"
    return (
        f"{error.filename} cannot be read or written ({error.strerror}): see that it is what it "
        "should be, and that you have the right to it"
    )


@app.command()
def demo(
    folder: Annotated[Path, typer.Option("--out", help="Where to put it.")] = Path("demo-archive"),
    json_target: JsonTarget = None,
    speak: Speak = None,  # noqa: ARG001  (spoken by its callback)
) -> None:
    """Builds an archive of the bundled newsroom and examines the bundled article.

    The report is put into the folder `report` of the archive, and kept in the archive.

    Example: secondsource demo --out demo-archive
    """
    with stages() as progress:
        progress("building the archive of the bundled newsroom")
        added = newsroom.build_archive(folder)
        report = newsroom.examine(folder, CheckOptions(progress=progress))
    if json_target:
        write_objects([to_json(report)], json_target)
    console = ERR if json_target == "-" else OUT
    console.print(f"{len(added.added)} articles added, {len(added.known)} known, in {folder}")
    if json_target != "-":
        render_summary(report, OUT)
    console.print(f"In a browser: secondsource serve --archive {folder}", highlight=False)
    write_report(report, folder / "report", console)


@app.command()
def add(
    sources: Annotated[list[str], typer.Argument(help="Files, folders or http(s) addresses.")],
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
    allow_private: Private = False,
) -> None:
    """Adds articles to an archive, which is made when there is none.

    HTML, plain text, PDF, JSONL, web archives (WARC, WACZ), and feeds, whose new entries are
    fetched; a bad item is rejected with its reason and the rest goes on.

    Example: secondsource add dump.jsonl pages/ https://example.org/a --archive newsroom
    """
    with Archive.open(need_archive(archive, "add"), create=True) as store:
        notes = FeedNotes(store)
        options = CollectOptions(allow_private=allow_private, feeds=notes)
        try:
            with counter("items") as progress:
                result = store.add(collect_all(sources, options), progress)
        except AddInterrupted as stop:
            show_added(stop.result, json_target)
            tell(str(stop))
            raise typer.Exit(130) from None
        notes.save()
        show_added(result, json_target, notes.reads)
        show_stated(import_from_pages(store))
    raise typer.Exit(1 if result.rejected else 0)


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(help="Files, addresses or ids.")],
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
    allow_private: Private = False,
    workers: Annotated[
        int, typer.Option(help="Processes that read many articles; 0: one a processor.", min=0)
    ] = 0,
) -> None:
    """Shows who says what in articles, and of what kind each statement is.

    With --json one object a line, in the order given.

    Example: secondsource read article.html --json -
    """
    options = CollectOptions(allow_private=allow_private)
    rejected: list[Rejected] = []
    with _maybe_open(archive) as store:
        loaded = (item for source in sources for item in load_articles(source, store, options))
        given, again = tee(_keep_articles(loaded, rejected))
        statements = read_many(again, workers or count_processors())
        readings = tell_cut(zip(given, statements, strict=True))
        if json_target:
            stream_objects((reading_json(*reading) for reading in readings), json_target)
        else:
            for reading in readings:
                render_reading(*reading, OUT)
    show_rejected(rejected)
    raise typer.Exit(1 if rejected else 0)


@app.command()
def lineage(
    article: Annotated[str, typer.Argument(help="A file, an address or an id.")] = "",
    archive: ArchiveFolder = None,
    every: Annotated[bool, typer.Option("--all", help="Every family of the archive.")] = False,
    limit: Annotated[int | None, typer.Option(help=_LIMIT_HELP, min=0)] = None,
    json_target: JsonTarget = None,
    dot_target: DotTarget = None,
    prov_target: ProvTarget = None,
    svg_target: SvgTarget = None,
    allow_private: Private = False,
    speak: Speak = None,  # noqa: ARG001  (spoken by its callback)
) -> None:
    """Shows who took which text from whom; --json, --dot, --prov and --svg take - as well.

    Example: secondsource lineage article.html --archive newsroom --svg timeline.svg
    """
    targets = {"json": json_target, "dot": dot_target, "prov": prov_target, "svg": svg_target}
    if every == bool(article):
        raise SecondSourceError("lineage needs one article, or --all for the whole archive")
    if list(targets.values()).count("-") > 1:
        raise SecondSourceError("the standard output takes one form: name a file for the others")
    with Archive.open(need_archive(archive, "lineage")) as store:
        if every:
            examined, families = None, trace_archive(store, load_translator(store))
        else:
            given = load_article(article, store, CollectOptions(allow_private=allow_private))
            translator = load_translator(store, given.language)
            examined, families = trace_article(given, store, translator)
        named = {member for family in families for member in family.articles}
        held = sorted(named - {examined.id} if examined else named)
        shelf = make_shelf(examined, store.articles(held))
    show_lineage(families, shelf, limit, targets)


@app.command()
def enrich(archive: ArchiveFolder = None, json_target: JsonTarget = None) -> None:
    """Computes what takes long: vectors of articles and of fact-checks, and quotations.

    Translations are found by the first, fact-checks in other words by the second. Adding
    articles does not wait for this. Stop it whenever you like: what was finished is kept, and
    the next run goes on from there.

    Example: secondsource enrich --archive newsroom
    """
    with Archive.open(need_archive(archive, "enrich")) as store:
        missing = store.enriched()
        with counter("articles", missing.articles) as progress:
            progress(missing.done)
            try:
                reached = store.enrich(load_words(), progress=progress)
                make_vectors(store, progress)
                compute_vectors(store, lambda _said, done, _all: progress(done))
            except KeyboardInterrupt:
                kept = store.enriched()
                tell(f"Stopped; {kept.done} of {kept.articles} articles have their vector.")
                raise typer.Exit(130) from None
    if json_target:
        write_objects([{"done": reached.done, "articles": reached.articles}], json_target)
    if json_target != "-":
        OUT.print(f"{reached.done} of {reached.articles} articles have a vector", highlight=False)


@app.command()
def people(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Nothing, a name, or split / merge / undo / history.", metavar="NAME"),
    ] = None,
    archive: ArchiveFolder = None,
    kind: Annotated[str | None, typer.Option(help="Only person, or only body.")] = None,
    least: Annotated[int, typer.Option("--min", help="Only in so many articles.", min=1)] = 1,
    limit: Annotated[int | None, typer.Option(help="The most to show; 0 for all.", min=0)] = None,
    voices: Annotated[
        bool, typer.Option("--voices", help="Read every article for who is quoted (slow).")
    ] = False,
    by: Annotated[str | None, typer.Option(help="Your name, under a decision.")] = None,
    json_target: JsonTarget = None,
    speak: Speak = None,  # noqa: ARG001  (spoken by its callback)
) -> None:
    """Shows who is named, quoted and credited across the archive, or all about one NAME.

    `people split NAME VARIANT…` says that some full names are not that person, `people merge A B`
    that two are one; `people undo` takes the last decision back, `people history` lists them.

    Example: secondsource people "Владимир Путин" --archive newsroom
    """
    if kind not in (None, "person", "body"):
        raise SecondSourceError(f"--kind is person or body, not {kind!r}")
    given = words or []
    with Archive.open(need_archive(archive, "people")) as store:
        if given and given[0] in VERBS:
            run_verb(store, given, by, json_target)
            return
        options = PeopleOptions(kind, least, limit, voices, json_target)
        try:
            show_people(store, " ".join(given), options)
        except KeyboardInterrupt:
            kept = store.names.measure()
            tell(f"Stopped; {kept.done} of {kept.articles} articles have their names.")
            raise typer.Exit(130) from None


@app.command()
def naming(
    words: Annotated[list[str] | None, typer.Argument(help="Only pairs with this word.")] = None,
    archive: ArchiveFolder = None,
    limit: Annotated[int, typer.Option(help="The most pairs to show.", min=1)] = 30,
    json_target: JsonTarget = None,
) -> None:
    """Shows words that outlets use differently for the same thing, and who uses which.

    They are found by where they stand, not in a list; neither is called the right one.

    Example: secondsource naming absorption --archive newsroom
    """
    with Archive.open(need_archive(archive, "naming")) as store:
        show_naming(store, tuple(words or ()), limit, json_target)


@contextmanager
def _maybe_open(archive: Path | None) -> Iterator[Archive | None]:
    if archive is None:
        yield None
        return
    with Archive.open(archive) as store:
        yield store


def _keep_articles(
    items: Iterable[Article | Rejected], rejected: list[Rejected]
) -> Iterator[Article]:
    """The articles among the items; what was rejected goes to the list."""
    for item in items:
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            yield item
