"""`secondsource export`: a report in any form, a case, every article, or people's verdicts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.collect import CollectOptions
from secondsource.commands.options import (
    ArchiveFolder,
    JsonTarget,
    Private,
    Speak,
    check_target,
    refuse_stray,
)
from secondsource.commands.show import (
    OUT,
    need_archive,
    stages,
    tell,
    write_document,
    write_objects,
)
from secondsource.commands.verdict import export_verdicts
from secondsource.errors import SecondSourceError
from secondsource.jobs.cases.build import Built, build_case
from secondsource.jobs.cases.manifest import DOES_NOT_PROVE
from secondsource.jobs.check import CheckOptions, check
from secondsource.jobs.decide import read_machine_report, read_report
from secondsource.jobs.examined import find_examined_id
from secondsource.jsonvalues import JsonObject
from secondsource.load import Loaded, is_id, load_with_bytes
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.report.forms import FORMS, find_form, render_form
from secondsource.report.jsonform.articles import article_json
from secondsource.report.jsonform.whole import to_json
from secondsource.review.report import Report

_PAGE = 100  # kept reports that are listed at a time
FORM_HELP = f"One of: {', '.join(form.name for form in FORMS)}."

FormName = Annotated[str | None, typer.Option("--format", help=FORM_HELP)]
FormTarget = Annotated[
    str,
    typer.Option(
        "--out",
        callback=check_target,
        help="With --format: the file; - is the standard output.",
    ),
]
Mark = Annotated[
    bool,
    typer.Option("--bom", help="With --format: begin a table with the mark that Excel needs."),
]


def _check_case(given: Path | None) -> Path | None:
    if given == Path("-"):
        raise SecondSourceError("a case is a file and not for the standard output: give its path")
    check_target(str(given) if given else None)
    return given


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is wanted of one article: a form and where to, or a case."""

    form: str | None
    target: str
    mark: bool
    case: Path | None
    kept: bool


def export(
    article: Annotated[str, typer.Argument(help="A file, an address or an id; none: all.")] = "",
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
    form: FormName = None,
    target: FormTarget = "-",
    mark: Mark = False,
    case: Annotated[
        Path | None,
        typer.Option(
            "--case", callback=_check_case, help="Write all there is on ARTICLE to this zip."
        ),
    ] = None,
    kept: Annotated[
        bool, typer.Option("--kept", help="Of ARTICLE the kept report; else it is examined anew.")
    ] = False,
    formats: Annotated[bool, typer.Option("--formats", help="List the forms of a report.")] = False,
    claimreview: Annotated[
        bool, typer.Option("--claimreview", help="The verdicts of people, as ClaimReview.")
    ] = False,
    reports: Annotated[
        bool, typer.Option("--reports", help="The kept reports, with people's decisions.")
    ] = False,
    page: Annotated[
        str | None, typer.Option(help="With --claimreview: where verdicts will be published.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="With --claimreview: the organisation that publishes.")
    ] = None,
    allow_private: Private = False,
    speak: Speak = None,  # noqa: ARG001  (spoken by its callback)
) -> None:
    """Writes the report on ARTICLE in a form, or as a case; without ARTICLE every article as JSONL.

    A case is a zip of every form, the bytes of all articles that the report names, and a manifest
    that `secondsource verify` checks it by. JSONL of all articles is what `add` takes.

    Example: secondsource export article.html --archive newsroom --case case.zip
    """
    if formats:
        show_formats()
        return
    wanted = _Wanted(form, target, mark, case, kept)
    of_form = {"--out": target != "-", "--bom": mark}
    if article:
        whole = {"--json": json_target, "--claimreview": claimreview, "--reports": reports}
        refuse_stray(whole, "of one ARTICLE give --format NAME --out FILE")
    elif not (form or case):
        refuse_stray({"--kept": kept}, "it needs an ARTICLE: a file, address or id")
        refuse_stray(of_form, "give --json FILE")
    if case and not form:
        refuse_stray(of_form, "give --format NAME as well")
    if not claimreview:
        refuse_stray({"--page": page, "--publisher": publisher}, "give --claimreview as well")
    options = CollectOptions(allow_private=allow_private)
    with Archive.open(need_archive(archive, "export")) as store:
        if article:
            _export_one(store, article, wanted, options)
        elif form or case:
            raise SecondSourceError("--format and --case need an ARTICLE: a file, address or id")
        elif claimreview:
            left_out = export_verdicts(store, json_target or "-", page, publisher)
            raise typer.Exit(1 if left_out else 0)
        else:
            objects = _list_reports(store) if reports else map(article_json, store.articles())
            write_objects(objects, json_target or "-")


def write_form(report: Report, name: str, target: str, *, mark: bool) -> None:
    """The report in the form of that name, to a file, whole or not at all, or (-) the standard
    output.

    Raises:
        SecondSourceError: there is no such form, or the file cannot be written.
    """
    write_document(render_form(find_form(name), report, mark=mark), target)


def show_formats() -> None:
    """Each form of a report on a line: its name, its file, what it is for."""
    for form in FORMS:
        line = f"{form.name:12} {form.file:18} {form.say}"
        OUT.print(line, highlight=False, markup=False, soft_wrap=True)


def _export_one(store: Archive, source: str, wanted: _Wanted, options: CollectOptions) -> None:
    if wanted.form is None and wanted.case is None:
        raise SecondSourceError(
            "export of one ARTICLE needs --format NAME or --case FILE (--formats lists the names)"
        )
    if wanted.form:
        find_form(wanted.form)  # tells what there is not before the work, not after it
    with stages() as progress:
        progress(_("reading the article"))
        given = _load(store, source, wanted, options)
        if wanted.kept:
            report = read_report(store, given.article.id)
        else:
            made = check(given.article, store, CheckOptions(options, progress=progress))
            report = store.examinations.decide(made)
        if wanted.case:
            built = build_case(report, store, wanted.case, given, progress)
    if wanted.form:
        write_form(report, wanted.form, wanted.target, mark=wanted.mark)
    if wanted.case:
        _show_built(built)


def _load(store: Archive, source: str, wanted: _Wanted, options: CollectOptions) -> Loaded:
    """The article; of a kept report also one that the archive does not have, or no longer."""
    if wanted.kept and is_id(source):
        id_ = find_examined_id(source, store)
        return Loaded(read_machine_report(store, id_).article)
    return load_with_bytes(source, store, options)


def _list_reports(store: Archive) -> Iterator[JsonObject]:
    """The last kept report of each article as JSON, with what people decided."""
    before: int | None = None
    while page := store.examinations.latest(_PAGE, before):
        for examination in page:
            yield to_json(read_report(store, examination.article))
        before = page[-1].number


def _show_built(built: Built) -> None:
    """On the standard error: a form may be on its way to the standard output."""
    files = ngettext("%(num)s file", "%(num)s files", built.files)
    tell(_("Case: %(path)s, %(files)s.", path=built.path.resolve(), files=files))
    tell(_("Digest to note elsewhere: %(digest)s", digest=built.digest))
    tell(_(DOES_NOT_PROVE))
